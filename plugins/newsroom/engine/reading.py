"""CONTENT → STORIES: every source with all its notices; what did not change comes from the ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import lru_cache, partial
from typing import Any

from newsroom.check import check_story, silence
from newsroom.engine.claims import NOWHERE, check_claims
from newsroom.engine.foreign import fenced
from newsroom.engine.kept import Kept, pack
from newsroom.engine.ledger import FIRST, UNDISPUTED, Ledger
from newsroom.engine.look import Look
from newsroom.engine.offers import ReadStory
from newsroom.engine.prints import print_text
from newsroom.engine.records import Record, make_record
from newsroom.engine.reporter import Reporter
from newsroom.engine.scan import PAGES, STORIES, Source
from newsroom.engine.shelf import Shelf
from newsroom.engine.shelved import ShelvedStory, take
from newsroom.engine.surroundings import Surroundings, list_needed
from newsroom.engine.workers import spread
from newsroom.errors import Place
from newsroom.markup import check_own_links
from newsroom.model import Document, Earned, Head, Notice, Story
from newsroom.settings import Settings

_AT_HAND = 64
"""Texts held in memory: what is made of a story is mostly made in one go."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that ``content/`` holds.

    Attributes:
        stories: every story and page, whatever its status, by source.
        changed: sources of those that were read, rather than remembered.
        shelf: where the stories keep what is seldom asked.
        records: what the ledger shall keep of what was read.
        facts: what it shall keep of all stories together.
        earned: (source, notices) that stories have earned together with others, in the order they were added.
    """

    stories: tuple[Story, ...]
    changed: frozenset[str]
    shelf: Shelf
    records: tuple[Record, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    earned: Earned = ()


@dataclass(frozen=True, slots=True)
class Fresh:
    """What has just been read.

    Attributes:
        records: what the ledger shall keep of it.
        read: reads a source again.
        kept: documents that were parsed.
    """

    look: Look
    records: tuple[Record, ...]
    read: Callable[[Source], Story]
    kept: Kept

    @property
    def sources(self) -> frozenset[str]:
        """The stories' own names."""
        return frozenset(row[FIRST] for row, _ in self.records)

    def open_shelf(self, ledger: Ledger | None) -> Shelf:
        """A shelf with what was read, and what a ledger remembers."""
        return Shelf(ledger, self.records, lru_cache(maxsize=_AT_HAND)(self._read_text))

    def _read_text(self, file: str, part: str) -> Any:
        """The story's document or its lines; a document that this build has parsed is not parsed again."""
        document = self.kept.find(file) if part == "document" else None
        source = self.look.around.sources[file]
        return getattr(self.read(source), part) if document is None else document


def read_changed(settings: Settings, read_story: ReadStory, reporter: Reporter, look: Look) -> Fresh:
    """Read what changed in ``content/`` and check it; a source that cannot be read becomes a story with a notice.

    Raises:
        SiteFault: when the reader itself breaks on a file, which it never should.
    """
    read = partial(_read, settings=settings, read_story=read_story)
    kept = Kept(settings.cache)
    records = []
    with (
        reporter.track("Đọc bài") as progress,
        closing(spread(partial(_record, read=read, around=look.around), look.changed)) as made,
    ):
        for count, (each, packed) in enumerate(made, start=1):
            records.append(each)
            kept.put(each[0][0], packed)
            progress(count, len(look.changed))
    return Fresh(look, tuple(records), read, kept)


def gather_all(fresh: Fresh, settings: Settings, ledger: Ledger | None) -> Reading:
    """All stories, what did not change from the ledger; with the notices that they earn together.

    Args:
        ledger: what remembers the sources that are as they were; None where all were read.
    """
    shelf = fresh.open_shelf(ledger)
    stories = take(shelf, (source.name for source in fresh.look.around.found.sources))
    claims = print_text("\n".join(story.claim_print for story in stories))
    known = ledger.read_fact(UNDISPUTED) if ledger else ""
    claimed = {} if known == claims else check_claims(stories, settings)
    return Reading(
        add_earned(stories, claimed),
        fresh.sources,
        shelf,
        fresh.records,
        {UNDISPUTED: "" if claimed else claims},
        tuple(claimed.items()),
    )


def list_idle(fresh: Fresh) -> tuple[str, ...]:
    """Files that no story names, relative to ``content/``; they are not published."""
    rows = (*fresh.look.current.values(), *(row for row, _ in fresh.records))
    needed = frozenset(name for row in rows for name in list_needed(row))
    return tuple(sorted(fresh.look.around.found.stamps.keys() - needed))


def add_notices(story: Story, notices: tuple[Notice, ...]) -> Story:
    """The story with further notices, in line order, without those its head silences."""
    merged = silence(dict.fromkeys((*story.notices, *notices)), story.head.allow)
    ordered = tuple(sorted(merged, key=lambda n: (n.line, n.column)))
    return story.with_notices(ordered) if isinstance(story, ShelvedStory) else replace(story, notices=ordered)


def add_earned(stories: Iterable[Story], earned: Mapping[str, tuple[Notice, ...]]) -> tuple[Story, ...]:
    """Some stories with the notices that they earned, by source."""
    return tuple(add_notices(s, earned[s.source]) if s.source in earned else s for s in stories)


def check_alone(story: Story) -> Story:
    """The story with all notices that it earns by itself."""
    return add_notices(story, (*check_own_links(story), *check_story(story)))


def _record(source: Source, *, read: Callable[[Source], Story], around: Surroundings) -> tuple[Record, bytes]:
    story = read(source)
    if source.kind and not source.fault:
        story = check_alone(story)
    return make_record(source, story, around), pack(story.document)


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
