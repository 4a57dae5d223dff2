"""What the rules read is the prose alone, letter for letter in its place."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from newsroom.check import check_story
from newsroom.check.phrases import LIST, find_slips, parse_phrases
from newsroom.check.prose import MASK, WORD, find_spans, parse_prose
from newsroom.model import Story

MakeStory = Callable[..., Story]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Tin\nslug: họat\nid: họat\nallow: tone-misplaced – họat\naliases:\n  - /họat\n---\nTin",
        "Tiêu đề: Tin\nNgày: 01/6/2024\nTác giả: Họat\nẢnh chính: họat.jpg\n\nTin",
        "![](họat (1).jpg)\n[Kế hoạch]({static}họat.pdf)",
        "```\nhọat\n```\n<!-- họat\nhọat --> `họat`",
        "https://vi-du.vn/họat www.họat.vn",
    ],
)
def test_what_is_no_prose_is_not_read(make_story: MakeStory, text: str) -> None:
    assert check_story(make_story(text)) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("---\ntitle: Mọi họat động\n---\nTin", (2, 12)),
        ("Tiêu đề: Mọi họat động\nNgày: 01/6/2024\n\nTin", (1, 14)),
        ("---\ntitle: Tin\ntags:\n  - họat động\n---\nTin", (4, 5)),
        ("Tin\n\n\u00a0\u00a0 \u00a0Mọi họat động", (3, 9)),
        ("```\nhọat", (2, 1)),
        ("<!-- họat", (1, 6)),
        ("![](a.jpg)\nẢnh: họat động", (2, 6)),
        ("İİİ họat", (1, 5)),
    ],
)
def test_a_notice_stands_at_its_place(make_story: MakeStory, text: str, place: tuple[int, int]) -> None:
    (notice,) = check_story(make_story(text))
    assert (notice.line, notice.column) == place


def test_the_count_and_the_lines_are_told(make_story: MakeStory) -> None:
    (notice,) = check_story(make_story("họat\n\nhọat họat"))
    assert notice.message == "“họat” viết sai dấu (×3)."
    assert notice.hint == "Hãy sửa thành “hoạt” ở các dòng 1, 3."


def test_a_hint_names_ten_lines_at_most(make_story: MakeStory) -> None:
    (notice,) = check_story(make_story("\n".join(["họat"] * 12)))
    assert notice.hint == "Hãy sửa thành “hoạt” ở các dòng 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …."


def test_blanking_keeps_every_offset() -> None:
    lines = ("---", "title: A", "slug: b", "---", "[x](y.pdf) <!-- a", "b --> `c` a@b.vn", "")
    prose = parse_prose(lines)
    assert [len(line) for line in prose.text.split("\n")] == [len(line) for line in lines]
    assert prose.text.split("\n")[4] == "[x" + MASK * 8 + " " + MASK * 6


def test_every_slip_of_the_list_is_found_alone_and_mended_into_no_slip() -> None:
    for phrase in parse_phrases(LIST.read_text(encoding="utf-8")):
        text = "năm mươi " * phrase.counted + " ".join(phrase.words) + " 03" * phrase.numbered
        wanted = [(" ".join(phrase.words), phrase.right)] if phrase.right else []
        assert slips(text) == wanted
        assert slips(phrase.right) == []


def test_no_line_of_the_list_stands_twice_and_none_mends_into_itself() -> None:
    phrases = parse_phrases(LIST.read_text(encoding="utf-8"))
    words = sorted(phrase.words for phrase in phrases)
    assert [a for a, b in pairwise(words) if a == b] == []
    assert [phrase for phrase in phrases if len(phrase.words) < 2 or " ".join(phrase.words) == phrase.right] == []


def slips(text: str) -> list[tuple[str, str]]:
    words = WORD.findall(text.lower())
    return [(text[start:end], right) for start, end, right in find_slips(text, words, find_spans(text))]
