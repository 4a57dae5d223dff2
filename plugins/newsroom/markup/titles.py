"""A story's title: from its head, or its first line; never a caption or a photo."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.markup.captions import is_labelled
from newsroom.markup.head import TypedHead
from newsroom.markup.headreading import HeadReading
from newsroom.markup.references import find_photos

LONGEST_TITLE = 500
"""Characters of a title; a longer one is a paragraph that lost its line break."""


def read_title(reading: HeadReading, lines: Sequence[str]) -> tuple[str, int, int]:
    """Title (empty when there is none), index of the first body line, and the title's line."""
    typed = reading.typed
    if title := reading.text("title"):
        if len(title) > LONGEST_TITLE:
            reading.note(
                "title-missing",
                reading.line("title"),
                f"Tiêu đề dài {len(title)} ký tự, quá dài cho một tiêu đề.",
                "Hãy viết tiêu đề ngắn lại, chuyển phần còn lại xuống thân bài.",
                title[:60],
            )
            return title[:LONGEST_TITLE].rstrip(), typed.end, reading.line("title")
        return title, typed.end, reading.line("title")
    first = next((i for i in range(typed.end, len(lines)) if lines[i].strip()), None)
    line = " ".join(lines[first].split()).strip() if first is not None else ""
    words = line.lstrip("#").strip().strip("*_").strip()
    usable = bool(words) and not is_labelled(line) and not list(find_photos(line)) and len(words) <= LONGEST_TITLE
    if typed.present or not usable or first is None:
        where = typed.near or (first + 1 if first is not None and not typed.present else 1)
        proposed = words if usable and not typed.near else _propose_title(lines, typed)
        reading.note(
            "title-missing",
            where,
            "Bài chưa có tiêu đề.",
            "Hãy thêm vào đầu bài một dòng “Tiêu đề: …”.",
            line[:80],
            proposed,
        )
        return "", typed.end, where
    reading.note(
        "head-missing",
        first + 1,
        "Bài không có phần đầu; dòng đầu tiên được dùng làm tiêu đề.",
        "Nên thêm các dòng “Tiêu đề: …” và “Ngày: …” ở đầu bài.",
        words,
    )
    return words, first + 1, first + 1


def _propose_title(lines: Sequence[str], typed: TypedHead) -> str:
    """The value of a misspelt ``Tiêu đề``, else the first words that are neither a photo's nor its caption's."""
    if typed.near:
        return lines[typed.near - 1].partition(":")[2].strip()
    under_photo = False
    for line in lines[typed.end :]:
        words = " ".join(line.split())
        has_photo = bool(list(find_photos(words)))
        if words and not has_photo and not under_photo and not is_labelled(words):
            return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0] + "…"
        under_photo = has_photo
    return ""
