"""A story's file → a :class:`~newsroom.model.Story`: text, head, document, photos, attachments."""

from __future__ import annotations

import re
import unicodedata
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from newsroom.honours import hides_names
from newsroom.markup.concealing import check_withdrawn
from newsroom.markup.desk import PHOTO_FILE, Desk
from newsroom.markup.document import parse_document
from newsroom.markup.facts import find_facts
from newsroom.markup.figures import is_file_name
from newsroom.markup.head import parse_head
from newsroom.markup.links import beside_name, is_file_beside
from newsroom.markup.render import find_figures
from newsroom.markup.reports import check_reports
from newsroom.markup.values import ValuedHead, read_values
from newsroom.model import Document, Notice, Picture, Story
from newsroom.photos import PhotoFault, find_entry, find_photo
from newsroom.settings import Settings
from newsroom.text.cleaning import clean
from newsroom.text.slugs import slugify

_DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-_ ]+|$)")
_YEAR = re.compile(r"\d{4}$")

STORIES, PAGES = "tin-tuc", "trang"
LONGEST_SLUG = 120
"""Characters of a slug made from a title or a name; file systems take 255 bytes."""

FAULTS = "loi"
"""Where a preview shows stories that have no address of their own."""


@dataclass(frozen=True, slots=True)
class _File:
    """Where a story's text stands and what its place says about it."""

    path: Path
    source: str
    folder: Path
    kind: Literal["story", "page"]
    name: str
    date: str
    loose: bool
    year: str


def read_story(path: Path, settings: Settings) -> Story:
    """Read one story or page; whatever is wrong with it becomes a notice.

    Args:
        path: absolute path of its text file, under ``settings.content``.
    """
    file = _locate(path, settings.content)
    try:
        raw = path.read_bytes()
    except OSError:
        return _unreadable(file, settings)
    source = clean(raw)
    valued = read_values(parse_head(source.lines), source.lines, file.date, dated=file.kind == "story")
    numbered = [(i + 1, source.lines[i]) for i in range(valued.start, len(source.lines))]
    desk = Desk(file.folder, settings, offered=settings.offer_sheets and not hides_names(valued.head, settings))
    document = parse_document(numbered, tasks=valued.head.tasks_year is not None, find_sheet=desk.find_sheet)
    year = valued.head.date.year if valued.head.date else 0
    awards = tuple(a if a.year else replace(a, year=year) for a in document.awards)
    document = replace(document, awards=awards, dropped=(*source.dropped, *document.dropped))
    titled = file.loose and file.kind == "story" and valued.head.title
    slug = valued.head.slug or slugify(valued.head.title if titled else file.name, LONGEST_SLUG)
    address = _address(file, valued, slug)
    pictures, unusable, photo_notices = _read_pictures(file, document, valued, settings)
    story = Story(
        file.source,
        file.kind,
        valued.head,
        document,
        slug,
        address,
        _id(file, valued.head.id, settings),
        tuple(pictures.items()),
        attachments := tuple(desk.read_attachments(document.links, address)),
        lines=source.lines,
        beside=(*desk.list_read(attachments), *unusable),
    )
    notices = [*source.notices, *valued.notices, *document.notices, *photo_notices, *_check_photos(document)]
    notices += (*_check_body(source.lines, valued), *check_reports(story), *check_withdrawn(story, settings))
    notices.sort(key=lambda n: (n.line, n.column, n.code))
    return replace(story, notices=tuple(notices), facts=find_facts(story))


def _locate(path: Path, content: Path) -> _File:
    relative = path.relative_to(content)
    source = unicodedata.normalize("NFC", relative.as_posix())
    parts = source.split("/")
    page = parts[0] == PAGES
    loose = page or path.name.lower() != "index.md"
    named = path.stem if loose else path.parent.name
    dated = _DATED.match(named)
    name = unicodedata.normalize("NFC", named[dated.end() :] if dated else named) or named
    year = parts[1] if len(parts) > 2 and _YEAR.match(parts[1]) else ""
    return _File(
        path, source, path.parent, "page" if page else "story", name, dated.group(1) if dated else "", loose, year
    )


def _address(file: _File, valued: ValuedHead, slug: str) -> str:
    if file.kind == "page":
        return f"/{slug}/"
    year = f"{valued.head.date.year:04d}" if valued.head.date else file.year
    if not year or not slug or (not valued.head.title and not file.year):
        return f"/{FAULTS}/{slug or 'bai'}/"
    return f"/{STORIES}/{year}/{slug}/"


def _id(file: _File, typed: str, settings: Settings) -> str:
    """The head's ``id``, else a UUIDv5 of the name without its date (contract §5)."""
    return typed or str(uuid.uuid5(settings.feed_namespace, file.name))


def _unreadable(file: _File, settings: Settings) -> Story:
    notice = Notice(
        "encoding-unreadable", "error", 1, "Không đọc được tệp bài.", "Hãy kiểm tra quyền đọc tệp, hoặc chép lại tệp."
    )
    story = Story(
        file.source,
        file.kind,
        replace(read_values(parse_head(()), (), file.date, dated=False).head, title=file.name),
        Document(),
        slugify(file.name),
        f"/{FAULTS}/{slugify(file.name)}/",
        _id(file, "", settings),
    )
    return replace(story, notices=(notice,))


def _read_pictures(
    file: _File, document: Document, valued: ValuedHead, settings: Settings
) -> tuple[dict[str, Picture], list[str], list[Notice]]:
    """Plans of the story's photos; files that stand where one was meant, but cannot be used: a notice at their line."""
    wanted: dict[str, int] = {}
    for figure in find_figures(document.blocks):
        for photo in figure.photos:
            wanted.setdefault(photo.name, photo.line)
    if valued.head.lead:
        wanted.setdefault(valued.head.lead, 1)
    for link in document.links:
        if is_file_beside(link.target) and PHOTO_FILE.search(link.target):
            wanted.setdefault(beside_name(link.target), link.line)
    pictures: dict[str, Picture] = {}
    unusable: list[str] = []
    notices: list[Notice] = []
    if wanted:
        from newsroom.photos import read_picture  # brings Pillow, which a story without photos can do without
    for name, line in wanted.items():
        try:
            pictures[name] = read_picture(find_photo(file.folder, name), settings.content)
        except PhotoFault as fault:
            notices.append(Notice(fault.code, "error", line, fault.message, fault.hint, found=name))
            if entry := find_entry(file.folder, name):
                unusable.append(entry.relative_to(settings.content).as_posix())
            continue
        if pictures[name].animated:
            notices.append(
                Notice(
                    "photo-animated",
                    "warning",
                    line,
                    f"Ảnh động “{name}” chỉ hiện khung hình đầu.",
                    "Nếu cần cả đoạn, hãy đăng thành nhiều ảnh.",
                    found=name,
                )
            )
    return pictures, unusable, notices


def _check_photos(document: Document) -> Iterator[Notice]:
    for figure in find_figures(document.blocks):
        if figure.caption:
            continue
        for photo in figure.photos:
            yield Notice(
                "photo-uncaptioned",
                "warning",
                photo.line,
                f"Ảnh “{photo.name}” chưa có chú thích.",
                "Hãy viết ngay dưới ảnh một dòng “Ảnh: …”.",
                found=photo.name,
            )
            if is_file_name(photo.description, photo.name):
                yield Notice(
                    "photo-undescribed",
                    "hint",
                    photo.line,
                    f"Ảnh “{photo.name}” chưa có lời mô tả cho người khiếm thị.",
                    "Hãy viết lời mô tả trong ngoặc vuông: ![Lời mô tả](tên ảnh).",
                    found=photo.name,
                )


def _check_body(lines: tuple[str, ...], valued: ValuedHead) -> Iterator[Notice]:
    if any(line.strip() for line in lines[valued.start :]):
        return
    if valued.head.title:
        yield Notice(
            "text-empty",
            "warning",
            valued.title_line,
            "Bài chỉ có phần đầu, chưa có nội dung.",
            "Hãy viết nội dung dưới phần đầu bài.",
        )
    elif not any(line.strip() for line in lines):
        yield Notice("text-empty", "error", 1, "Tệp bài trống.", "Hãy viết bài vào tệp, hoặc xóa tệp đi.")
