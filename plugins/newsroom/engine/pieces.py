"""Finished parts of feeds, kept between builds in a file of their own beside the ledger."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from newsroom.engine.prints import digest

_TABLE = "CREATE TABLE IF NOT EXISTS pieces (key TEXT PRIMARY KEY, seal TEXT, body BLOB)"

Piece = tuple[str, str, bytes]
"""Key, seal and packed body: a row of the file."""


class PieceStore:
    """Pieces of one output folder; see :class:`newsroom.model.Pieces`.

    A piece is believed only while it is what its seal says.  The file may be
    lost at any time.

    Args:
        file: where they are kept.
        program: fingerprint of all that a piece follows from besides its key.
    """

    def __init__(self, file: Path, program: str) -> None:
        self._file = file
        self._program = program
        self._base: sqlite3.Connection | None = None
        self._made: dict[str, bytes] = {}
        self._expected: dict[str, bytes] = {}

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The piece of a key, remembered or made."""
        name = self._name(key)
        body = self._made.get(name) or self._expected.get(name) or self._find(name)
        if body is None:
            body = self._made[name] = make()
        return body

    def expect(self, keys: Sequence[str]) -> None:
        """Look up together what is about to be recalled; what was expected before is forgotten."""
        self._expected = {}
        names = tuple(map(self._name, keys))
        marks = ", ".join("?" * len(names))
        with suppress(sqlite3.Error):
            rows = self._open().execute(f"SELECT key, seal, body FROM pieces WHERE key IN ({marks})", names)
            for name, *packed in rows:
                body = _unpack(packed)
                if body is not None:
                    self._expected[name] = body

    def take(self) -> list[Piece]:
        """What was made since this was last asked; a worker process sends it home."""
        made, self._made = self._made, {}
        return [(name, digest(body), zlib.compress(body, 1)) for name, body in made.items()]

    def save(self, pieces: Sequence[Piece]) -> None:
        """Keep pieces for the builds to come; when that fails, only time is lost."""
        if not pieces:
            return
        with suppress(sqlite3.Error):
            base = self._open()
            self._forget_others(base)
            base.executemany("INSERT OR REPLACE INTO pieces VALUES (?, ?, ?)", pieces)
            base.commit()

    def close(self) -> None:
        """Let go of the file; a process forked later opens it anew."""
        if self._base is not None:
            self._base.close()
            self._base = None

    def _forget_others(self, base: sqlite3.Connection) -> None:
        """Drop what another program, or another setting, left: nothing of it is asked for again."""
        mark = int(digest(self._program.encode())[:7], 16)
        if base.execute("PRAGMA user_version").fetchone() != (mark,):
            base.execute("DELETE FROM pieces")
            base.execute(f"PRAGMA user_version = {mark}")

    def _find(self, name: str) -> bytes | None:
        with suppress(sqlite3.Error):
            row = self._open().execute("SELECT seal, body FROM pieces WHERE key = ?", (name,)).fetchone()
            return _unpack(row) if row else None
        return None

    def _name(self, key: str) -> str:
        return digest(f"{self._program} {key}".encode())

    def _open(self) -> sqlite3.Connection:
        if self._base is None:
            self._base = sqlite3.connect(self._file, timeout=60)
            try:
                self._base.execute("PRAGMA synchronous = OFF")
                self._base.execute(_TABLE)
            except sqlite3.DatabaseError:  # no ledger of pieces at all: begin a new one
                self._base.close()
                with suppress(PermissionError):  # another process has it open; then there are no pieces today
                    self._file.unlink(missing_ok=True)
                self._base = sqlite3.connect(self._file)
                self._base.execute(_TABLE)
        return self._base


def _unpack(row: Sequence[Any]) -> bytes | None:
    """The body of a row (seal, body), if it is what its seal says."""
    seal, packed = row
    with suppress(zlib.error, TypeError):
        body = zlib.decompress(packed)
        return body if digest(body) == seal else None
    return None
