"""SOURCE → RECORD: what the ledger remembers of one source, and whether it still holds.

A story is made from its own file and from the files beside it that it names.
What it could not find, or did not find exactly as typed, depends on which files
there are at all; so a record also holds the names around its source.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsroom.engine.codec import write_json
from newsroom.engine.ledger import Row
from newsroom.engine.prints import digest, digest_file, print_inputs
from newsroom.engine.scan import Scan, Source
from newsroom.engine.shelved import COLUMNS
from newsroom.engine.stamps import UNPROVEN, Stamp, is_settled, read_stamp
from newsroom.model import Story

_PARTS = COLUMNS[COLUMNS.index("head") :]
FIRST_COLUMN = 8
"""Where a story's own columns begin in a row of the ledger."""


@dataclass(frozen=True)
class Surroundings:
    """Which files stand beside which, and the clock when they were looked at (nanoseconds)."""

    content: Path
    found: Scan
    now: int

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Folder → names of its files that are no sources."""
        folders: dict[str, list[str]] = defaultdict(list)
        for path in self.found.others:
            folder, _, name = path.rpartition("/")
            folders[folder].append(name)
        return {folder: "\n".join(names) for folder, names in folders.items()}

    @cached_property
    def everything(self) -> str:
        """Digest of the names of all files that are no sources."""
        return digest("\n".join(self.found.others).encode("utf-8", "surrogateescape"))

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


def make_record(source: Source, story: Story, around: Surroundings) -> Row:
    """The ledger's row of a source that has just been read.

    Raises:
        OSError: a file that the story names has gone since it was read.
    """
    used = (*(p.original for _, p in story.pictures), *(a.original for _, a in story.attachments), *story.beside)
    needs = [(name, *around.settled(around.stamp(name)), digest_file(around.content / name)) for name in used]
    own = _digest_own(source, around)
    parts = tuple(write_json(getattr(story, part)) for part in _PARTS)
    return (
        source.name,
        *around.settled(source.stamp),
        own,
        around.around(source.name, wide=_depends_on_absent_files(story)),
        json.dumps(needs, ensure_ascii=False) if needs else "",
        *(story.source, story.kind, story.slug, story.address, story.id),
        print_inputs((own, story.source, story.slug, story.address, story.id, *parts)),
        _print_card(story),
        *parts,
    )


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
    """The record with new stamps, where the bytes of all files are as they were; else None."""
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
    return (row[0], *around.settled(source.stamp), *row[5:7], kept, *row[FIRST_COLUMN:])


def _needs(row: Row) -> list[list[Any]]:
    needs: list[list[Any]] = json.loads(row[7]) if row[7] else []
    return needs
