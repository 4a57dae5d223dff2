"""A typed head → the values of :class:`~newsroom.model.Head`, with a notice for everything that is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from newsroom.markup.head import TypedHead
from newsroom.markup.headreading import HeadReading
from newsroom.markup.titles import read_title
from newsroom.model import CODES, Head, Notice, Status
from newsroom.text.dates import DateFault, parse_date
from newsroom.text.folding import fold
from newsroom.text.slugs import slugify

DEFAULT_CATEGORY = "Tin tức"

_STATUSES: dict[str, Status] = {
    **dict.fromkeys(("published", "da dang", "dang", "xuat ban", "cong khai"), "published"),
    **dict.fromkeys(("draft", "nhap", "ban nhap", "bai nhap"), "draft"),
    **dict.fromkeys(("hidden", "an", "an bai"), "hidden"),
    **dict.fromkeys(("withdrawn", "go", "da go", "go bai", "thu hoi", "rut"), "withdrawn"),
}
"""Folded word → status; each status has its Vietnamese twins."""

_NAMES: dict[str, Literal["initials", "full"]] = {
    **dict.fromkeys(("initials", "viet tat", "an", "giau"), "initials"),
    **dict.fromkeys(("full", "day du", "hien"), "full"),
}
"""Folded word → how honoured people are shown."""

_ALLOW = re.compile(r"([a-z]+(?:-[a-z]+)+)\s*(?:[–—:-]+\s*(.*))?$")
_YEAR = re.compile(r"\d{4}$")
_SLUG = re.compile(r"[^/\\\x00-\x1f]{1,200}$")

MOST_TAGS = 50
"""Tags of one story; each has a page and a feed of its own."""


@dataclass(slots=True)
class ValuedHead:
    """A head's values, the title's line, and the first line of the body.

    Attributes:
        start: index of the first body line.
        title_line: where the title stands; 1 when there is none.
    """

    head: Head
    start: int
    title_line: int
    notices: tuple[Notice, ...]


def read_values(typed: TypedHead, lines: Sequence[str], prefix_date: str, *, dated: bool) -> ValuedHead:
    """Values of a head.

    Args:
        typed: the head as typed.
        lines: all cleaned lines of the file; without a head the first is the title.
        prefix_date: ``YYYY-MM-DD`` before the folder's or file's name, or empty.
        dated: whether a date is required (a page needs none).
    """
    reading = HeadReading(typed, list(typed.notices))
    title, start, title_line = read_title(reading, lines)
    moment = reading.date("date")
    if moment is None and "date" not in typed.entries:
        moment = _prefix_moment(prefix_date)
        if moment is None and dated:
            reading.note(
                "date-missing",
                title_line,
                "Bài chưa có ngày đăng.",
                "Hãy thêm vào đầu bài một dòng “Ngày: 13/01/2023”.",
            )
    expires = reading.date("expires")
    head = Head(
        title=title,
        date=moment,
        updated=reading.date("updated"),
        category=reading.text("category") or DEFAULT_CATEGORY,
        tags=_read_tags(reading),
        author=reading.text("author"),
        summary=reading.text("summary"),
        slug=_read_slug(reading),
        status=_read_status(reading),
        lead=reading.text("lead"),
        aliases=reading.values("aliases"),
        expires=expires.date() if expires else None,
        id=reading.text("id"),
        tasks_year=_read_year(reading),
        names=_read_names(reading),
        allow=tuple(_read_allows(reading)),
    )
    return ValuedHead(head, start, title_line, tuple(reading.notices))


def _prefix_moment(prefix: str) -> datetime | None:
    try:
        return parse_date(prefix) if prefix else None
    except DateFault:
        return None


def _read_tags(reading: HeadReading) -> tuple[str, ...]:
    tags = tuple(dict.fromkeys(reading.values("tags")))
    if len(tags) > MOST_TAGS:
        reading.note(
            "tags-many",
            reading.line("tags"),
            f"Bài có {len(tags)} từ khóa, quá nhiều để ai tìm được gì.",
            f"Hãy giữ lại vài từ khóa chính, nhiều nhất {MOST_TAGS}.",
            tags[0],
        )
    return tags[:MOST_TAGS]


def _read_slug(reading: HeadReading) -> str:
    slug = reading.text("slug").strip("/")
    if not slug:
        return ""
    if not _SLUG.match(slug) or ".." in slug or not slugify(slug):
        reading.note(
            "slug-unsafe",
            reading.line("slug"),
            f"Slug “{slug}” không dùng được làm địa chỉ.",
            "Slug chỉ gồm chữ không dấu, số và dấu gạch nối, ví dụ: tong-ket-nam-2023.",
            slug,
            slugify(slug),
        )
        return ""
    return slugify(slug)


def _read_status(reading: HeadReading) -> Status:
    typed = reading.text("status")
    if not typed:
        return "published"
    status = _STATUSES.get(fold(typed))
    if status is None:
        reading.note(
            "status-unknown",
            reading.line("status"),
            f"Không có trạng thái “{typed}”; bài chưa được đăng.",
            "Hãy dùng một trong các từ: đăng, nháp, ẩn, gỡ.",
            typed,
        )
        return "draft"
    return status


def _read_year(reading: HeadReading) -> int | None:
    typed = reading.text("tasks")
    if not typed:
        return None
    if not _YEAR.match(typed):
        reading.note(
            "key-unknown",
            reading.line("tasks"),
            f"“nhiem-vu: {typed}” không phải là một năm.",
            "Hãy viết năm bằng bốn chữ số, ví dụ “nhiem-vu: 2023”.",
            typed,
        )
        return None
    return int(typed)


def _read_names(reading: HeadReading) -> Literal["", "initials", "full"]:
    typed = reading.text("names")
    if not typed:
        return ""
    shown = _NAMES.get(fold(typed))
    if shown is None:
        reading.note(
            "names-unknown",
            reading.line("names"),
            f"Không rõ “{typed}” là hiện hay giấu họ tên; trang đang để chữ cái đầu.",
            "Hãy viết “Tên người: viết tắt” hoặc “Tên người: đầy đủ”.",
            typed,
        )
        return "initials"
    return shown


def _read_allows(reading: HeadReading) -> list[tuple[str, str]]:
    allows: list[tuple[str, str]] = []
    for value in reading.typed.allows:
        for part in value.split(";"):
            match = _ALLOW.match(part.strip())
            if match and match.group(1) in CODES:
                allows.append((match.group(1), (match.group(2) or "").strip()))
            elif part.strip():
                reading.note(
                    "key-unknown",
                    1,
                    f"“allow: {part.strip()}” không phải một mã thông báo.",
                    "Hãy chép đúng mã in trong ngoặc vuông của thông báo.",
                    part.strip(),
                )
    return allows
