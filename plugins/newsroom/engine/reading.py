"""CONTENT → STORIES: every source with all its notices; what did not change comes from the ledger."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from newsroom.check import check_story, silence
from newsroom.engine.claims import NOWHERE, check_claims
from newsroom.engine.foreign import fenced
from newsroom.engine.kept import Kept, pack
from newsroom.engine.ledger import Ledger, Row
from newsroom.engine.offers import ReadStory
from newsroom.engine.records import FIRST_COLUMN, Surroundings, is_current, make_record, renew
from newsroom.engine.reporter import Reporter
from newsroom.engine.scan import PAGES, STORIES, Scan, Source, scan
from newsroom.engine.shelved import ShelvedStory
from newsroom.engine.workers import spread
from newsroom.errors import Place
from newsroom.markup import check_own_links
from newsroom.model import Document, Head, Notice, Story
from newsroom.settings import Settings

_AT_HAND = 64
"""Texts held in memory: what is made of a story is mostly made in one go."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a scan found, against what the ledger remembers.

    Attributes:
        around: the scan and its clock.
        current: sources that are as they were → their rows.
        renewed: rows of which only the stamps are new.
        changed: sources that are new or have changed.
        gone: files that the ledger remembers and that are no sources any more.
    """

    around: Surroundings
    current: dict[str, Row]
    renewed: tuple[Row, ...]
    changed: tuple[Source, ...]
    gone: tuple[str, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether no source changed at all."""
        return not (self.changed or self.gone)


@dataclass(frozen=True, slots=True)
class Reading:
    """All that ``content/`` holds.

    Attributes:
        stories: every story and page, whatever its status, by source.
        idle: files that no story names, relative to ``content/``; they are not published.
        records: rows for the ledger.
        gone: keys of rows to take out of it.
    """

    stories: tuple[Story, ...]
    idle: tuple[str, ...]
    records: tuple[Row, ...] = ()
    gone: tuple[str, ...] = ()


def look_around(settings: Settings, ledger: Ledger | None) -> Look:
    """Scan ``content/`` and tell what changed since the ledger was written.

    Raises:
        OSError: when a folder cannot be listed.
    """
    now = time.time_ns()
    around = Surroundings(settings.content, scan(settings.content), now)
    rows = {row[0]: row for row in ledger.read("stories")} if ledger else {}
    current, renewed, changed = {}, [], []
    for source in around.found.sources:
        row = rows.pop(source.name, None)
        if row is None or source.fault or source.kind is None:
            changed.append(source)
        elif is_current(row, source, around):
            current[source.name] = row
        elif fresh := renew(row, source, around):
            current[source.name] = fresh
            renewed.append(fresh)
        else:
            changed.append(source)
    return Look(around, current, tuple(renewed), tuple(changed), tuple(rows))


def read_content(settings: Settings, read_story: ReadStory, reporter: Reporter, look: Look) -> Reading:
    """Read what changed in ``content/`` and check it; a source that cannot be read becomes a story with a notice.

    Raises:
        SiteFault: when the reader itself breaks on a file, which it never should.
    """
    found = look.around.found
    read = partial(_read, settings=settings, read_story=read_story)
    rows = dict(look.current)
    kept = Kept(settings.cache)
    work = partial(_record, read=read, around=look.around)
    with reporter.track("Đọc bài") as progress, closing(spread(work, look.changed)) as made:
        for count, (row, packed) in enumerate(made, start=1):
            rows[row[0]] = row
            kept.put(row[0], packed)
            progress(count, len(look.changed))
    text = lru_cache(maxsize=_AT_HAND)(partial(_read_text, read=read, kept=kept))
    stories: list[Story] = [
        ShelvedStory.of(rows[source.name][FIRST_COLUMN:], partial(text, source)) for source in found.sources
    ]
    claimed = check_claims(stories, settings)
    return Reading(
        tuple(add_notices(s, claimed[s.source]) if s.source in claimed else s for s in stories),
        _find_idle(found, stories),
        (*look.renewed, *(rows[source.name] for source in look.changed)),
        look.gone,
    )


def add_notices(story: Story, notices: tuple[Notice, ...]) -> Story:
    """The story with further notices, in line order, without those its head silences."""
    merged = silence(dict.fromkeys((*story.notices, *notices)), story.head.allow)
    return replace(story, notices=tuple(sorted(merged, key=lambda n: (n.line, n.column))))


def _record(source: Source, *, read: Callable[[Source], Story], around: Surroundings) -> tuple[Row, bytes]:
    story = read(source)
    if source.kind and not source.fault:
        story = add_notices(story, (*check_own_links(story), *check_story(story)))
    return make_record(source, story, around), pack(story.document)


def _read_text(source: Source, part: str, *, read: Callable[[Source], Story], kept: Kept) -> Any:
    """The story's document or its lines; a document that this build has parsed is not parsed again."""
    document = kept.find(source.name) if part == "document" else None
    return getattr(read(source), part) if document is None else document


def _read(source: Source, settings: Settings, read_story: ReadStory) -> Story:
    if source.fault:
        return _unread(source, "encoding-unreadable", source.fault, "Hãy thay bằng một tệp .md thường, đọc được.")
    if source.kind is None:
        where = f"Bài đặt trong content/{STORIES}/, trang đặt ngay trong content/{PAGES}/."
        return _unread(source, "source-misplaced", "Tệp này nằm ngoài thư mục bài viết nên chưa được đăng.", where)
    place = Place(f"{settings.content.name}/{source.name}")
    with fenced("Chương trình không đọc nổi tệp này", "Hãy gửi tệp cho người phụ trách kỹ thuật.", place):
        try:
            return read_story(settings.content / source.name, settings)
        except OSError as error:
            fault = f"Không đọc được tệp này ({error.strerror or error})."
            return _unread(source, "encoding-unreadable", fault, "Hãy kiểm tra quyền đọc của tệp.")


def _unread(source: Source, code: str, message: str, hint: str) -> Story:
    notice = Notice(code, "error", 1, message, hint)
    return Story(source.name, source.kind or "story", Head(), Document(), "", NOWHERE, "", notices=(notice,))


def _find_idle(found: Scan, stories: list[Story]) -> tuple[str, ...]:
    used = {picture.original for story in stories for _, picture in story.pictures}
    used |= {attachment.original for story in stories for _, attachment in story.attachments}
    used |= {name for story in stories for name in story.beside}
    return tuple(name for name in found.others if name not in used)
