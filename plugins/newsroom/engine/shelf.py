"""The rows of stories in the ledger, fetched when somebody asks for one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from newsroom.engine.ledger import FIRST, ReadOnlyLedger, Row, columns_of

_COLUMNS = columns_of("stories")
_OWN = ", ".join((_COLUMNS[0], *_COLUMNS[FIRST:]))
"""Columns of ``stories`` that a story is made from, after its key."""

ReadText = Callable[[str, str], Any]
"""Name of a source, and ``document`` or ``lines`` → that part of its story."""

_SEVERAL = 12
"""Stories of a folder that are fetched one by one."""

_NEAR = 500
"""Stories on either side of one more that are fetched with it: files are named by their days, as a rule, so that those
of a month, or of an archive, are neighbours."""


class Shelf:
    """Where stories keep what is not asked of all: it is fetched from the ledger when it is.

    Args:
        records: rows of sources that have just been read.
        read: reads a text again.
    """

    def __init__(self, ledger: ReadOnlyLedger | None, records: Iterable[tuple[Row, Row]], read: ReadText) -> None:
        self._ledger = ledger
        self._read = read
        records = tuple(records)
        self._rows: dict[str, Row] = {row[0]: row[FIRST:] for row, _ in records}
        self._details: dict[str, Row] = {row[0]: row for _, row in records}
        self._is_read = False
        self._asked: Counter[str] = Counter()

    def read_rows(self) -> Mapping[str, Row]:
        """Of every source its own columns of ``stories``, from :data:`FIRST` on; whoever asks keeps them."""
        self._is_read = True
        remembered = self._ledger.read("stories", _OWN) if self._ledger else ()
        return {row[0]: row[1:] for row in remembered} | self._rows

    def find_row(self, file: str) -> Row:
        """A source's own columns of ``stories``, from :data:`FIRST` on.

        Where several of one year are asked for, others near them are likely to be.
        """
        if file not in self._rows and self._ledger:
            year = "/".join(file.split("/", 2)[:2])
            self._asked[year] += 1
            if self._asked[year] % _SEVERAL:
                self._rows[file] = self._ledger.get("stories", file)[FIRST:]
            else:
                for row in self._ledger.read_around("stories", file, _NEAR):
                    self._rows.setdefault(row[0], row[FIRST:])
        return self._rows[file]

    def find_details(self, file: str) -> Row:
        """A source's row of ``details``."""
        if file in self._details or self._ledger is None:
            return self._details[file]
        return self._ledger.get("details", file)

    def read_text(self, file: str, part: str) -> Any:
        """Part of a source's story."""
        return self._read(file, part)

    def fetch_from(self, ledger: ReadOnlyLedger) -> None:
        """Fetch from another connection, where the first is closed."""
        if self._ledger:
            self._ledger = ledger

    def hold(self) -> None:
        """Fetch everything: a process about to be forked must not use its parent's ledger."""
        if self._ledger is None:
            return
        self._details = {row[0]: row for row in self._ledger.read("details")} | self._details
        if not self._is_read:
            self._rows = dict(self.read_rows())
        self._ledger = None
