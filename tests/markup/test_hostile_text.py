"""Each construct repeated thousands of times, as nobody types by accident, is read and shown, and never raises."""

from __future__ import annotations

import pytest

from benchmarks.hostile import FRAGMENTS
from newsroom.markup.document import parse_document
from newsroom.markup.render import render_document
from newsroom.text.cleaning import clean


@pytest.mark.parametrize("name", FRAGMENTS)
def test_thirty_thousand_bytes_of_one_construct_are_read_and_shown(name: str) -> None:
    fragment = FRAGMENTS[name]
    lines = clean((fragment * (30_000 // len(fragment.encode()))).encode()).lines

    document = parse_document([(i + 1, line) for i, line in enumerate(lines)])

    letters = {c for line in lines for c in line if c.isalnum()}
    root = render_document(document)
    shown = {c for text in (*root.itertext(), *(v for e in root.iter() for v in e.attrib.values())) for c in text}
    assert letters <= shown | set("ẢnhẢNH"), "a letter is on no page"
