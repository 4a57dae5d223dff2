"""Documents that this build has parsed, kept aside until pages and feeds are made of them.

Reading and rendering happen in different processes, and thousands of documents are too many to hold in memory.
They lie in a file without a name, which ends with the build and which nobody else can open.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import weakref
from pathlib import Path
from tempfile import TemporaryFile

from newsroom.model import Document


class Kept:
    """Documents of one build, by source.

    Processes forked after something was put in can find it too.

    Args:
        cache: folder of the cache; made where it is missing.

    Raises:
        OSError: the cache cannot be written.
    """

    def __init__(self, cache: Path) -> None:
        cache.mkdir(parents=True, exist_ok=True)
        # Unbuffered: what waits in a buffer would be written by every fork.  Closed when no story needs it any more.
        self._file = TemporaryFile(dir=cache, buffering=0)  # noqa: SIM115
        self._places: dict[str, tuple[int, int, bytes]] = {}
        self._end = 0
        weakref.finalize(self, self._file.close)

    def put(self, source: str, packed: bytes) -> None:
        """Keep a document.

        Args:
            packed: of :func:`pack`.

        Raises:
            OSError: the disk is full.
        """
        self._file.seek(self._end)
        if self._file.write(packed) == len(packed):
            self._places[source] = self._end, len(packed), _seal(packed)
            self._end += len(packed)

    def find(self, source: str) -> Document | None:
        """The document of a source, if it was kept."""
        if source not in self._places:
            return None
        start, length, seal = self._places[source]
        packed = self._read(start, length)
        # Where files have no names but this one does, a stranger could have written into it.
        return pickle.loads(packed) if _seal(packed) == seal else None

    def _read(self, start: int, length: int) -> bytes:
        if sys.platform == "win32":  # has no fork either, with which to share a place in the file
            self._file.seek(start)
            return self._file.read(length)
        return os.pread(self._file.fileno(), length, start)


def pack(document: Document) -> bytes:
    """A document as bytes, for :meth:`Kept.put` in another process."""
    return pickle.dumps(document, pickle.HIGHEST_PROTOCOL)


def _seal(packed: bytes) -> bytes:
    return hashlib.blake2b(packed, digest_size=16).digest()
