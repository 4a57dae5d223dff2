"""HTML comments: dropped with a notice; one that never closes is text (contract §6, promise 5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.markup.lines import FENCE
from newsroom.model import Notice

_TAG = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9-]*(?:[\s/][^<>]*)?>|<(?:script|style|iframe|object|embed|svg|form|base|meta)\b",
    re.IGNORECASE,
)

MOST_SHOWN = 20
"""Lines of raw HTML named one by one; a pasted page has thousands."""


@dataclass(frozen=True, slots=True)
class Uncommented:
    """A story's body without its comments.

    Attributes:
        lines: (number in the file, text); a line that was nothing but comment is blank.
        dropped: words of the comments.
    """

    lines: tuple[tuple[int, str], ...]
    dropped: tuple[str, ...]
    notices: tuple[Notice, ...]


def drop_comments(lines: Sequence[tuple[int, str]]) -> Uncommented:
    """Take ``<!-- … -->`` out of the lines, except in fenced code; linear."""
    ends = [i for i, (_, text) in enumerate(lines) if "-->" in text]
    if not ends and not any("<" in text for _, text in lines):
        return Uncommented(tuple(lines), (), ())
    kept: list[tuple[int, str]] = []
    dropped: list[str] = []
    notices: list[Notice] = []
    fenced, opened = False, 0
    for i, (number, text) in enumerate(lines):
        if not opened and FENCE.match(text):
            fenced = not fenced
        rest = ""
        while text and not fenced:
            at = text.find("-->" if opened else "<!--")
            if opened and at < 0:
                dropped += text.split()
                text = ""
            elif opened:
                dropped += text[:at].split()
                text, opened = text[at + 3 :], 0
                rest += " " if rest[-1:].isalnum() and text[:1].isalnum() else ""
            elif at < 0 or not (text.find("-->", at) >= 0 or (ends and ends[-1] > i)):
                break
            else:
                rest, text, opened = rest + text[:at], text[at + 4 :], number
                notices.append(_dropped(number))
        kept.append((number, rest + text))
    return Uncommented(tuple(kept), tuple(dropped), (*notices, *_check_html(kept)))


def _dropped(line: int) -> Notice:
    return Notice(
        "comment-dropped",
        "warning",
        line,
        "Ghi chú ẩn dạng <!-- … --> không được đăng.",
        "Nếu cần đăng nội dung này, hãy bỏ dấu <!-- và -->.",
    )


def _check_html(lines: Sequence[tuple[int, str]]) -> Iterator[Notice]:
    shown = 0
    for number, text in lines:
        match = _TAG.search(text) if "<" in text else None
        if match and shown < MOST_SHOWN:
            shown += 1
            yield Notice(
                "html-shown",
                "warning",
                number,
                "Mã HTML không được dùng; trang hiện nguyên văn đoạn mã này.",
                "Hãy xóa đoạn mã, chỉ để lại chữ.",
                found=match.group()[:60],
                column=match.start() + 1,
            )
        elif "<!--" in text and shown < MOST_SHOWN:
            shown += 1
            yield Notice(
                "html-shown",
                "warning",
                number,
                "Dấu <!-- không có dấu --> đóng lại; trang hiện nguyên văn.",
                "Hãy xóa dấu <!-- hoặc thêm dấu -->.",
                found="<!--",
                column=text.find("<!--") + 1,
            )
