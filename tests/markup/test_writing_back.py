"""What was read can be written as a clerk would type it, and reads the same again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from newsroom.markup.document import parse_document
from newsroom.markup.head import parse_head
from newsroom.markup.write import write_document
from newsroom.model import Document
from newsroom.text.cleaning import clean

CASES = sorted(p for p in (Path(__file__).parents[1] / "cases").glob("*.md") if not p.name.endswith(".expect.md"))


def without_lines(value: Any) -> Any:
    """A document's blocks with every source line number set aside."""
    return re.sub(r"\bline=\d+", "line=0", repr(value))


def read(text: str) -> Document:
    lines = clean(text.encode()).lines
    start = parse_head(lines).end
    return parse_document([(i + 1, line) for i, line in enumerate(lines)][start:])


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_a_real_story_written_back_reads_the_same(path: Path) -> None:
    document = read(path.read_text(encoding="utf-8-sig"))

    again = read(write_document(document))

    assert without_lines(again.blocks) == without_lines(document.blocks)
    assert without_lines(again.awards) == without_lines(document.awards)
