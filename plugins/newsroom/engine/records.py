"""SOURCE → RECORD: what the ledger remembers of one source, and whether it still holds.

A story is made from its own file and from the files beside it that it names.
What it could not find, or did not find exactly as typed, depends on which files
there are at all; so a record also holds the names around its source.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsroom.engine.claims import print_claims
from newsroom.engine.codec import write_day, write_json
from newsroom.engine.ledger import Row, columns_of
from newsroom.engine.prints import digest, digest_file, print_inputs
from newsroom.engine.scan import Scan, Source
from newsroom.engine.shelved import FIRST
from newsroom.engine.stamps import UNPROVEN, Stamp, is_settled, read_stamp
from newsroom.model import Story

STANDING = ", ".join(columns_of("stories")[:FIRST])
"""Columns of the ledger that tell whether a record still holds."""

Record = tuple[Row, Row]
"""A source's rows in the tables ``stories`` and ``details``."""

_PARTS = ("head", "pictures", "attachments", "notices", "facts", "beside")


@dataclass(frozen=True)
class Surroundings:
    """Which files stand beside which, and the clock when they were looked at (nanoseconds)."""

    content: Path
    found: Scan
    now: int

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Sources by name."""
        return {source.name: source for source in self.found.sources}

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Folder → digest of the names of its files that are no sources."""
        folders: dict[str, list[str]] = defaultdict(list)
        for path in self.found.others:
            folder, _, name = path.rpartition("/")
            folders[folder].append(name)
        return {folder: _digest_names(names) for folder, names in folders.items()}

    @cached_property
    def everything(self) -> str:
        """Digest of the names of all files that are no sources."""
        return _digest_names(self.found.others)

    def around(self, file: str, *, wide: bool) -> str:
        """What stands around a source: in its folder, or (``wide``) anywhere."""
        return f"*{self.everything}" if wide else self.names.get(file.rpartition("/")[0], "")

    def stamp(self, name: str) -> Stamp | None:
        """The stamp of a file of ``content/``, seen by the scan or not."""
        return self.found.stamps.get(name) or read_stamp(self.content / name)

    def mark(self, name: str) -> str:
        """What tells one state of a file from another without reading it; empty while its stamp proves nothing."""
        stamp = self.stamp(name)
        return str(stamp) if is_settled(stamp, self.now) else ""

    def settled(self, stamp: Stamp | None) -> Stamp:
        """The stamp as it is remembered: one that proves nothing yet is not."""
        return stamp if stamp is not None and is_settled(stamp, self.now) else UNPROVEN


def make_record(source: Source, story: Story, around: Surroundings) -> Record:
    """What the ledger keeps of a source that has just been read.

    Raises:
        OSError: a file that the story names has gone since it was read.
    """
    used = (*(p.original for _, p in story.pictures), *(a.original for _, a in story.attachments), *story.beside)
    needs = [(name, *around.settled(around.stamp(name)), digest_file(around.content / name)) for name in used]
    own = _digest_own(source, around)
    parts = {part: write_json(getattr(story, part)) for part in _PARTS}
    files = (parts["pictures"], parts["attachments"], *(need[-1] for need in needs))
    standing = (
        *(source.name, *around.settled(source.stamp), own),
        around.around(source.name, wide=_depends_on_absent_files(story)),
        json.dumps(needs, ensure_ascii=False) if needs else "",
    )
    shown = (
        *(story.source, story.kind, story.slug, story.address, story.id),
        print_inputs((own, story.source, story.slug, story.address, story.id, *parts.values())),
        _print_card(story),
        print_inputs(files) if story.pictures or story.attachments else "",
        print_claims(story),
        story.facts_print,
        " ".join(sorted(story.traits)),
        "\n".join(story.leads),
        story.status,
        *map(write_day, (story.date, story.updated, story.expires)),
        *(story.category, "\n".join(story.tags)),
        *(parts["head"], parts["notices"]),
    )
    details = (source.name, *(parts[part] for part in columns_of("details")[1:]))
    return (*standing, *shown), details


def _digest_names(names: Iterable[str]) -> str:
    return digest("\n".join(names).encode("utf-8", "surrogateescape"))


def _digest_own(source: Source, around: Surroundings) -> str:
    """Digest of the source itself; empty for one that must not be opened, or cannot."""
    if source.fault:
        return ""
    try:
        return digest_file(around.content / source.name)
    except OSError:
        return ""


def _depends_on_absent_files(story: Story) -> bool:
    named = {photo for photo, _ in story.pictures} | {name for name, _ in story.attachments}
    return any("/" in name or "\\" in name or "%" in name for name in named) or any(
        notice.code.startswith(("photo-m", "photo-u", "photo-r", "attachment-", "link-", "sheet-"))
        for notice in story.notices
    )


def _print_card(story: Story) -> str:
    head, lead = story.head, story.lead_picture
    return print_inputs(
        (head.title, str(head.date), head.category, story.address, lead.digest + lead.original if lead else "")
    )


def is_current(row: Row, source: Source, around: Surroundings) -> bool:
    """Whether a record holds, by the stamps alone."""
    return (
        row[1:5] == source.stamp
        and row[6] == around.around(source.name, wide=row[6].startswith("*"))
        and all(around.stamp(name) == tuple(stamp) for name, *stamp, _ in _needs(row))
    )


def renew(row: Row, source: Source, around: Surroundings) -> Row | None:
    """The row of :data:`STANDING` with new stamps, where the bytes of all files are as they were; else None."""
    if row[6] != around.around(source.name, wide=row[6].startswith("*")):
        return None
    needs = []
    try:
        if digest_file(around.content / source.name) != row[5]:
            return None
        for name, *_, known in _needs(row):
            if digest_file(around.content / name) != known:
                return None
            needs.append((name, *around.settled(around.stamp(name)), known))
    except OSError:
        return None
    kept = json.dumps(needs, ensure_ascii=False) if needs else ""
    return (row[0], *around.settled(source.stamp), *row[5:7], kept)


def is_mere_text(record: Record, before: Row) -> bool:
    """Whether a source that was read anew differs from its record in what its own page says, and in nothing else.

    Args:
        before: its row of ``stories``.
    """
    now = record[0]
    same_files = [(name, own) for name, *_, own in _needs(now)] == [(name, own) for name, *_, own in _needs(before)]
    return same_files and now[6] == before[6] and _without_page(now) == _without_page(before)


def _without_page(row: Row) -> Row:
    return (*row[FIRST:_PAGE], *row[_PAGE + 1 :])


_PAGE = columns_of("stories").index("page_print")


def list_needed(row: Row) -> list[str]:
    """Files of ``content/`` that a record's story uses."""
    return [name for name, *_ in _needs(row)]


def _needs(row: Row) -> list[list[Any]]:
    needs: list[list[Any]] = json.loads(row[7]) if row[7] else []
    return needs
