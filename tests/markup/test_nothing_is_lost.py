"""Whatever an office types or pastes, every word of it is in the document and on the page, and nothing raises."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.markup.document import parse_document
from newsroom.markup.render import render_document
from newsroom.model import Document
from newsroom.text.cleaning import clean

CASES = sorted(p for p in (Path(__file__).parents[1] / "cases").glob("*.md") if not p.name.endswith(".expect.md"))
LINES = sorted({line for path in CASES for line in clean(path.read_bytes()).lines})
FRAGMENTS = [
    "1/",
    "2.",
    "đ)",
    "I.",
    "- ",
    "+ ",
    "* ",
    "**",
    "*",
    "_",
    "`",
    "```",
    "[",
    "](",
    ")",
    "![](a.jpg)",
    "![mô tả](Ảnh 1 (2).jpg)",
    "Ảnh:",
    "Ảnh 1, 2 và 3:",
    "(Ảnh: Hà Vy)",
    "- Ảnh: H.V",
    "Tin, ảnh:",
    "TM. BAN CHẤP HÀNH",
    "Điều 1.",
    "|",
    "|---|---|",
    "\t",
    "<!--",
    "-->",
    "<b>",
    "[^1]",
    "[^1]: ",
    ">",
    "#",
    "##",
    "---",
    "***",
    "\u00a0\u00a0\u00a0\u00a0",
    "                ",
    "1/2",
    "30/4",
    "127 %",
    "1.095.000.000.000 đồng",
    "0000 431 101 000",
    "Một là,",
    "Thứ nhất,",
    "Nơi nhận:",
    "https://example.vn/a_b",
    "{nhiem-vu: 2023/4}",
    "nhiệm vụ",
    "khen thưởng",
    "Văn phòng tỉnh Hội",
    "chữ",
    "Chữ.",
    "\\",
    "\\*",
]

typed_lines = st.one_of(
    st.sampled_from(LINES),
    st.lists(st.sampled_from(FRAGMENTS), max_size=8).map(" ".join),
    st.lists(st.sampled_from(FRAGMENTS), max_size=8).map("".join),
    st.text(max_size=40),
)


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def texts_of(value: Any) -> Iterator[str]:
    """Every string of a document, whatever its block."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts_of(inner)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from texts_of(getattr(value, name))


def read(text: str) -> tuple[list[str], Document]:
    lines = clean(text.encode("utf-8", "surrogatepass")).lines
    return list(lines), parse_document([(i + 1, line) for i, line in enumerate(lines)])


def page_text(document: Document) -> str:
    root = render_document(document)
    return " ".join([*root.itertext(), *(v for e in root.iter() for v in e.attrib.values())])


def assert_kept(lines: list[str], document: Document) -> None:
    typed = Counter(w for line in lines for w in words(line))
    dropped = Counter(w for text in document.dropped for w in words(text))
    held = Counter(w for block in document.blocks for text in texts_of(block) for w in words(text))
    assert not {w: n for w, n in typed.items() if held[w] + dropped[w] < n}


@pytest.mark.parametrize("path", CASES, ids=lambda p: p.stem)
def test_every_word_of_a_real_story_is_in_its_document(path: Path) -> None:
    assert_kept(*read(path.read_bytes().decode("utf-8-sig")))


@pytest.mark.parametrize(
    "line", ["*5 người: mỗi người một suất", "*12: tháng cuối", "*  10 suất: 5 triệu đồng", "*0: 0"]
)
def test_a_number_right_behind_an_asterisk_stays(line: str) -> None:
    assert_kept(*read(line))


@settings(max_examples=400, deadline=None)
@given(st.lists(typed_lines, max_size=14).map("\n".join))
def test_every_word_of_any_text_is_in_its_document(text: str) -> None:
    assert_kept(*read(text))


@settings(max_examples=200, deadline=None)
@given(st.lists(typed_lines, max_size=14).map("\n".join))
def test_every_word_of_any_text_is_on_the_page(text: str) -> None:
    lines, document = read(text)
    shown = Counter(words(page_text(document)))
    typed = Counter(w for line in lines for w in words(line))
    dropped = Counter(w for t in document.dropped for w in words(t))
    labels = Counter(w for b in document.blocks for t in find_labels(b) for w in words(t))
    assert not {w: n for w, n in typed.items() if shown[w] + dropped[w] + labels[w] < n}


def find_labels(value: Any) -> Iterator[str]:
    """What contract §4 keeps off the page: caption labels, and alt texts that repeat a caption or a file name."""
    if isinstance(value, tuple):
        for inner in value:
            yield from find_labels(inner)
    elif hasattr(value, "__dataclass_fields__"):
        if type(value).__name__ == "Figure":
            yield value.label
            yield from (photo.description for photo in value.photos)
        for name in value.__dataclass_fields__:
            yield from find_labels(getattr(value, name))


@given(st.lists(st.one_of(st.sampled_from(LINES), st.just("")), max_size=20).map("\n".join))
def test_the_words_of_a_block_stand_in_the_order_they_were_typed(text: str) -> None:
    lines, document = read(text)
    typed = f" {' '.join(words(' '.join(lines)))} "

    for block in document.blocks:
        for piece in running_text(block):
            assert f" {' '.join(words(piece))} " in typed or not words(piece)


def running_text(block: Any) -> Iterator[str]:
    """The pieces of a block that were typed as one run of words."""
    kind = type(block).__name__
    if kind == "Paragraph":
        yield " ".join((block.label, *block.lines))
    elif kind == "Heading":
        yield block.text
    elif kind == "ItemList":
        for item in block.items:
            yield " ".join(item.lines)
            for child in item.children:
                yield from running_text(child)
