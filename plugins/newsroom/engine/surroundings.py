"""SCAN → WHAT STANDS AROUND A SOURCE: by which a record of the ledger is told to hold, or not to."""

from __future__ import annotations

import json
import stat
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newsroom.engine.ledger import FIRST, Row, columns_of
from newsroom.engine.prints import digest, digest_file
from newsroom.engine.scan import Scan, Source
from newsroom.engine.stamps import UNPROVEN, Stamp, is_settled, read_stamp, stamp_target

STANDING = ", ".join(columns_of("stories")[:FIRST])
"""Columns of the ledger that tell whether a record still holds."""


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
        for path in sorted(self.found.links):
            folder, _, name = path.rpartition("/")
            folders[folder].append(f"@{name}")
        return {folder: _digest_names(names) for folder, names in folders.items()}

    @cached_property
    def everything(self) -> str:
        """Digest of the names of all files that are no sources."""
        return _digest_names((*self.found.others, "", *sorted(self.found.links)))

    def around(self, file: str, *, wide: bool) -> str:
        """What stands around a source: in its folder, or (``wide``) anywhere."""
        return f"*{self.everything}" if wide else self.names.get(file.rpartition("/")[0], "")

    def stamp(self, name: str) -> Stamp | None:
        """The stamp of a file of ``content/``, seen by the scan or not."""
        return self.found.stamps.get(name) or self._stamp(name)

    def _stamp(self, name: str) -> Stamp | None:
        return stamp_target(self.content / name) or read_stamp(self.content / name)

    def stands(self, name: str) -> bool:
        """Whether a file of ``content/`` is still as the scan saw it; what the scan did not see counts as such."""
        seen = self.found.stamps.get(name)
        return seen is None or seen == self._stamp(name)

    def mark(self, name: str) -> str:
        """What tells one state of a file from another without reading it; empty while its stamp proves nothing."""
        stamp = self.stamp(name)
        return str(stamp) if is_settled(stamp, self.now) else ""

    def settled(self, stamp: Stamp | None) -> Stamp:
        """The stamp as it is remembered: one that proves nothing yet is not."""
        return stamp if stamp is not None and is_settled(stamp, self.now) else UNPROVEN


def _digest_names(names: Iterable[str]) -> str:
    return digest("\n".join(names).encode("utf-8", "surrogateescape"))


def is_current(row: Row, source: Source, around: Surroundings) -> bool:
    """Whether a record holds, by the stamps alone."""
    if row[1:5] != source.stamp or not _stands_among(row, source, around):
        return False
    return not row[7] or all(around.stamp(name) == tuple(stamp) for name, *stamp, _ in parse_needs(row))


def _stands_among(row: Row, source: Source, around: Surroundings) -> bool:
    """Whether the files around a source have the names that they had."""
    known: str = row[6]
    return known == around.around(source.name, wide=known.startswith("*"))


def renew(row: Row, source: Source, around: Surroundings) -> Row | None:
    """The row of :data:`STANDING` with new stamps, where the bytes of all files are as they were; else None."""
    if not _stands_among(row, source, around):
        return None
    needs = []
    try:
        if digest_file(around.content / source.name) != row[5]:
            return None
        for name, *_, known in parse_needs(row):
            if not known or digest_beside(around.content / name) != known:
                return None
            needs.append((name, *around.settled(around.stamp(name)), known))
    except OSError:
        return None
    kept = json.dumps(needs, ensure_ascii=False) if needs else ""
    return (row[0], *around.settled(source.stamp), *row[5:7], kept)


def digest_beside(file: Path) -> str:
    """Digest of a file that a story uses; empty for what is none, or must not be opened: its stamp has to tell."""
    with suppress(OSError):
        found = file.lstat()
        # Who may read everything looks at the mode as well, as the reader of photos does.
        if stat.S_ISREG(found.st_mode) and found.st_mode & stat.S_IRUSR:
            return digest_file(file)
    return ""


def list_needed(row: Row) -> list[str]:
    """Files of ``content/`` that a record's story uses."""
    return [name for name, *_ in parse_needs(row)]


def parse_needs(row: Row) -> list[list[Any]]:
    """Name, stamp and digest of each such file, as the record has them."""
    needs: list[list[Any]] = json.loads(row[7]) if row[7] else []
    return needs
