"""Remembered pieces: an edit of one story costs one piece, and nobody can tell a recalled piece from a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from newsroom.feeds import plan_feeds
from newsroom.model import Facts, News, Story
from newsroom.settings import Settings
from newsroom.text.dates import ZONE
from newsroom.views import BytesOutput, Inputs, unbundle


@dataclass
class Remembered:
    """Pieces as the engine remembers them; ``made`` lists the keys that had to be made."""

    known: dict[str, bytes] = field(default_factory=dict)
    made: list[str] = field(default_factory=list)

    def expect(self, keys: Sequence[str]) -> None:
        pass

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        if key not in self.known:
            self.made.append(key)
            self.known[key] = make()
        return self.known[key]


def tell(make_story: Any, make_picture: Any, text: str = "Chiều nay, Hội trao quà Tết.") -> tuple[Story, ...]:
    moment = datetime(2023, 3, 1, 8, tzinfo=ZONE)
    pictures = (("trao-qua.jpg", make_picture("trao-qua")),)
    return tuple(
        replace(
            make_story(
                f"tin-{n}",
                text,
                title=f"{text} – tin số {n} <&>",
                date=moment - timedelta(days=n),
                author="Mai Phương" if n % 2 else "",
                summary=text if n % 3 else "",
                tags=("Tết", text),
                pictures=pictures if n % 2 else (),
            ),
            page_print=f"{text}{n}",
        )
        for n in range(4)
    )


def make_all(stories: tuple[Story, ...], settings: Settings, pieces: Remembered) -> dict[str, bytes]:
    outputs = unbundle(plan_feeds(News(stories, (), (), (), date(2026, 1, 31), pieces=pieces), settings))
    return {output.path: output.make() for output in outputs if isinstance(output, BytesOutput)}


def inputs_of(stories: tuple[Story, ...], settings: Settings) -> dict[str, Inputs | None]:
    outputs = unbundle(plan_feeds(News(stories, (), (), (), date(2026, 1, 31)), settings))
    return {output.path: output.made_from for output in outputs if isinstance(output, BytesOutput)}


@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(min_size=1, max_size=40))
def test_recalled_pieces_give_the_bytes_of_new_ones(
    make_story: Any, make_feeds: Any, make_picture: Any, settings: Settings, text: str
) -> None:
    stories, pieces = tell(make_story, make_picture, text), Remembered()
    new = make_feeds(*stories)
    assert make_all(stories, settings, pieces) == new
    pieces.made.clear()
    assert make_all(stories, settings, pieces) == new
    assert pieces.made == []


def test_an_edit_makes_one_piece_in_each_format(make_story: Any, make_picture: Any, settings: Settings) -> None:
    stories, pieces = tell(make_story, make_picture), Remembered()
    make_all(stories, settings, pieces)
    pieces.made.clear()
    edited = (replace(stories[0], page_print="sửa"), *stories[1:])
    make_all(edited, settings, pieces)
    assert len(pieces.made) == 3


def test_a_story_without_a_print_is_never_remembered(make_story: Any, settings: Settings) -> None:
    pieces = Remembered()
    make_all((make_story("a"), make_story("b")), settings, pieces)
    assert pieces.known == {}


def with_text(story: Story) -> Story:
    return replace(story, page_print="sửa")


def with_id(story: Story) -> Story:
    return replace(story, id="bai-khac")


def with_address(story: Story) -> Story:
    return replace(story, address="/tin-tuc/2023/khac/")


@pytest.mark.parametrize("change", [with_text, with_id, with_address])
def test_feeds_name_what_they_are_made_from(
    make_story: Any, make_picture: Any, settings: Settings, change: Callable[[Story], Story]
) -> None:
    stories = tell(make_story, make_picture)
    before, after = inputs_of(stories, settings), inputs_of((change(stories[0]), *stories[1:]), settings)
    assert all(before.values())
    others = {"nhiem-vu/rss.xml", "khen-thuong/rss.xml"}
    assert {path for path in before if before[path] != after[path]} == set(before) - others


def test_a_feed_is_made_again_when_a_story_it_links_to_moves(make_story: Any, settings: Settings) -> None:
    links = Facts(links=("../dich/index.md",))
    newer = replace(make_story("nguon", date=datetime(2024, 1, 1, tzinfo=ZONE)), facts=links, page_print="a")
    newer = replace(newer, source="tin-tuc/2023/nguon/index.md")
    target = replace(make_story("dich"), page_print="b")
    before = inputs_of((newer, target), settings)
    after = inputs_of((newer, replace(target, address="/tin-tuc/2023/moi/")), settings)
    assert before["luu-tru/2024/atom.xml"] != after["luu-tru/2024/atom.xml"]


def test_pieces_of_another_domain_are_others(make_story: Any, make_picture: Any, settings: Settings) -> None:
    stories, pieces = tell(make_story, make_picture), Remembered()
    make_all(stories, settings, pieces)
    elsewhere = replace(settings, address="https://moi.example.org")
    feeds = make_all(stories, elsewhere, pieces)
    assert b"chuthapdo.example.vn" not in b"".join(feeds.values())


def test_pieces_are_those_of_the_settings_wherever_the_folders_lie(
    make_story: Any, make_picture: Any, settings: Settings
) -> None:
    stories, pieces = tell(make_story, make_picture), Remembered()
    make_all(stories, settings, pieces)
    pieces.made.clear()
    make_all(stories, replace(settings, output=settings.output / "khac", strict=True), pieces)
    assert pieces.made == []
    make_all(stories, replace(settings, hide_names=True), pieces)
    assert pieces.made


def test_planning_touches_no_text(make_story: Any, settings: Settings) -> None:
    """Stories that did not change come without their text, which costs a reading."""
    stories = tuple(replace(make_story(name), document=Untouchable()) for name in "abc")
    assert all(made_from is not None for made_from in inputs_of(stories, settings).values())


class Untouchable:
    """A document that was not read."""

    def __getattr__(self, name: str) -> Any:
        raise AssertionError(f"document.{name} was read")
