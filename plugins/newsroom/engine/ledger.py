"""The ledger: what each source was, and what each output was made from and became.

One SQLite file per output folder, in its corner of the cache.  It holds plain
text and numbers only, so that a forged one can run no code; and it is believed
only as long as it is the very file that the last build left (:meth:`Ledger.seal`).
Whatever is wrong with it, the build goes on without it: only time is lost.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache, partial
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from newsroom.engine.prints import digest_file
from newsroom.engine.stamps import read_stamp
from newsroom.held import insist

Row = tuple[Any, ...]

TABLES = {
    "facts": "name TEXT PRIMARY KEY, value TEXT",
    "stories": (
        "file TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, digest TEXT, near TEXT, needs TEXT, "
        "source TEXT, kind TEXT, slug TEXT, address TEXT, id TEXT, page_print TEXT, card_print TEXT, "
        "files_print TEXT, claim_print TEXT, facts_print TEXT, traits TEXT, leads TEXT, "
        "status TEXT, date TEXT, updated TEXT, expires TEXT, category TEXT, tags TEXT, head TEXT, notices TEXT"
    ),
    "details": "file TEXT PRIMARY KEY, pictures TEXT, attachments TEXT, facts TEXT, beside TEXT",
    "outputs": (
        "path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT, digest TEXT, inputs TEXT, template TEXT, "
        "reason TEXT, about TEXT"
    ),
    "bundles": "name TEXT PRIMARY KEY, print TEXT, paths TEXT",
    "folders": "path TEXT PRIMARY KEY, size INT, mtime INT, ctime INT, inode INT",
}
"""Table → its columns.  The first column of each is its key."""


@cache
def columns_of(table: str) -> tuple[str, ...]:
    """Names of a table's columns."""
    return tuple(column.partition(" ")[0] for column in TABLES[table].split(", "))


FIRST = columns_of("stories").index("source")
"""Where in a row of ``stories`` a story's own columns begin; those before tell whether it still holds."""

UNDISPUTED = "undisputed"
"""Fact: print of the claims of all stories, where no two of them collide."""

AIMED = "aimed"
"""Fact: print of what links may lead to, and below it the sources in which one leads nowhere."""

_SCHEMA = {name: f"CREATE TABLE {name} ({columns})" for name, columns in TABLES.items()}

_LARGE = 1 << 23
"""Bytes above which a ledger that was moved is not read through to see whether it is the same."""


def address_of(file: PurePath) -> str:
    """The address by which SQLite only reads a file.

    It knows no host: that of a network share (``//server/share/…``) is part of the path.
    """
    path = quote(file.as_posix(), safe="/:", errors="surrogateescape")
    return f"file://{path if path.startswith('/') else f'/{path}'}?mode=ro"


@contextmanager
def _writing() -> Iterator[None]:
    """What SQLite cannot write, the system could not.

    Raises:
        OSError: in place of SQLite's own.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from error


class ReadOnlyLedger:
    """A ledger as it was last sealed, for a process that only looks at it.

    Args:
        file: where it is kept.
    """

    def __init__(self, file: Path) -> None:
        self._base = sqlite3.connect(address_of(file), uri=True)

    def read(self, table: str, columns: str = "*") -> Iterator[Row]:
        """Every row of a table, or of some of its columns."""
        return self._base.execute(f"SELECT {columns} FROM {table}")

    def read_around(self, table: str, key: str, count: int) -> Iterator[Row]:
        """So many rows from a key on, in the order of keys, and as many that stand before it."""
        name = columns_of(table)[0]
        yield from self._base.execute(f"SELECT * FROM {table} WHERE {name} >= ? ORDER BY {name} LIMIT ?", (key, count))
        before = f"SELECT * FROM {table} WHERE {name} < ? ORDER BY {name} DESC LIMIT ?"
        yield from self._base.execute(before, (key, count))

    def count(self, table: str) -> int:
        """How many rows a table has."""
        return int(self._base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])

    def find(self, table: str, key: str) -> Row | None:
        """The row of a key, if there is one."""
        name = columns_of(table)[0]
        row: Row | None = self._base.execute(f"SELECT * FROM {table} WHERE {name} = ?", (key,)).fetchone()
        return row

    def get(self, table: str, key: str) -> Row:
        """The row of a key.

        Raises:
            KeyError: there is none.
        """
        row = self.find(table, key)
        if row is None:
            raise KeyError(key)
        return row

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()


class Ledger(ReadOnlyLedger):
    """An open ledger.

    Args:
        file: where it is kept; its folder exists.

    A ledger that is not the one the last build left is begun anew; what is not
    sealed when it is closed is lost.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._seal = file.with_suffix(".seal")
        self._journal = Path(f"{file}-journal")
        if not self._is_ours():
            self._forget()
        self._base = self._open()

    def read_fact(self, name: str) -> str:
        """A fact of the last build; empty where it said nothing."""
        row = self.find("facts", name)
        return str(row[1]) if row else ""

    def write(self, table: str, rows: Iterable[Row]) -> None:
        """Put rows in, in place of those with the same keys.

        Raises:
            OSError: the cache cannot be written; the same holds for all that follows.
        """
        marks = ", ".join("?" * len(columns_of(table)))
        with _writing():
            self._base.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)

    def restamp(self, table: str, rows: Iterable[Row]) -> None:
        """Renew the first columns of rows that are there: of each row its key and whatever follows."""
        names = columns_of(table)
        with _writing():
            for row in rows:
                put = ", ".join(f"{name} = ?" for name in names[1 : len(row)])
                self._base.execute(f"UPDATE {table} SET {put} WHERE {names[0]} = ?", (*row[1:], row[0]))

    def drop(self, table: str, keys: Iterable[str]) -> None:
        """Take rows out."""
        name = columns_of(table)[0]
        with _writing():
            self._base.executemany(f"DELETE FROM {table} WHERE {name} = ?", ((key,) for key in keys))

    def drop_all(self, table: str) -> None:
        """Take every row out."""
        with _writing():
            self._base.execute(f"DELETE FROM {table}")

    def seal(self) -> None:
        """Make all that was written lasting, in one step, and sign it.

        Raises:
            OSError: the cache cannot be written.
        """
        with _writing():
            self._base.commit()
        # Windows tells for certain when a file was written only after whoever wrote it has let go of it.
        self._base.close()
        insist(partial(self._seal.unlink, missing_ok=True))
        stamp = read_stamp(self._file)
        whole = digest_file(self._file) if stamp and stamp[0] < _LARGE else "-"
        self._seal.write_text(f"{stamp} {whole}", encoding="utf-8", newline="\n")
        self._base = self._open()

    def _open(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._file, isolation_level="DEFERRED", check_same_thread=False)
        # The seal, not the disk's order of writes, tells whether the file is whole.
        base.execute("PRAGMA synchronous = OFF")
        base.execute("PRAGMA cache_size = -32768")
        if not base.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            for schema in _SCHEMA.values():
                base.execute(schema)
        return base

    def _is_ours(self) -> bool:
        """Whether the file is, to the byte, what the last build sealed, and laid out as this program would."""
        with suppress(OSError, ValueError, sqlite3.Error):
            self._roll_back()
            stamp, _, whole = self._seal.read_text(encoding="utf-8").rpartition(" ")
            same = stamp == str(read_stamp(self._file)) or whole == digest_file(self._file)
            return same and self._has_our_tables()
        return False

    def _roll_back(self) -> None:
        """Let SQLite undo what a killed build had begun to write."""
        if self._journal.exists():
            base = sqlite3.connect(self._file)
            base.execute("SELECT 1 FROM sqlite_master")
            base.close()

    def _has_our_tables(self) -> bool:
        base = sqlite3.connect(address_of(self._file), uri=True)
        try:
            found = dict(base.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        finally:
            base.close()
        return found == _SCHEMA

    def _forget(self) -> None:
        insist(partial(self._seal.unlink, missing_ok=True))
        try:
            self._file.unlink(missing_ok=True)
            self._journal.unlink(missing_ok=True)
        except PermissionError as held:
            self._empty(held)

    def _empty(self, held: PermissionError) -> None:
        """Leave the file in its place for those who read it, and nothing in it."""
        try:
            with closing(sqlite3.connect(":memory:")) as nothing, closing(sqlite3.connect(self._file)) as base:
                nothing.backup(base)
        except sqlite3.Error:
            raise held from None
