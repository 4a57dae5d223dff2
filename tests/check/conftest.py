"""A story for the checker's tests, made from the lines a clerk would type."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

import pytest

from newsroom.model import Document, Head, Link, Notice, Picture, Story
from newsroom.text.dates import ZONE

LINK = re.compile(r"(?<!!)\[([^\[\]]*)\]\(([^()]*)\)")


def _make_story(
    text: str,
    *,
    title: str = "Tin của Hội",
    date: datetime | None = datetime(2024, 6, 1, tzinfo=ZONE),
    source: str = "tin-tuc/2024/lop-hoc/index.md",
    notices: tuple[Notice, ...] = (),
    pictures: tuple[tuple[str, Picture], ...] = (),
) -> Story:
    lines = tuple(text.split("\n"))
    links = tuple(Link(m[2], m[1], n) for n, line in enumerate(lines, 1) for m in LINK.finditer(line))
    return Story(
        source=source,
        kind="story",
        head=Head(title=title, date=date),
        document=Document(links=links),
        slug="lop-hoc",
        address="/tin-tuc/2024/lop-hoc/",
        id="urn:lop-hoc",
        pictures=pictures,
        notices=notices,
        lines=lines,
    )


@pytest.fixture(scope="session")
def make_story() -> Callable[..., Story]:
    """Text as typed → a story of 1 June 2024 with its links found, and no blocks."""
    return _make_story
