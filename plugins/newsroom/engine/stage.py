"""The stage: a new output folder, made aside.

A file whose bytes did not change since the last output is that same file,
linked, so that it keeps its time (rsync and browsers rely on it) and costs
nothing to write.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from newsroom.engine.files import FILE_MODE, FOLDER_MODE, holds, same_bytes


@dataclass
class Stage:
    """An output folder in the making.

    Attributes:
        folder: where it is made; must not exist yet.
        previous: the output it will replace, whose unchanged files it keeps.
        lasting: write through to the disk, so that a power cut finds old or new, never half.
        changed: how many files are new or have other bytes than before.
        kept: how many are as they were.
    """

    folder: Path
    previous: Path
    lasting: bool = False
    changed: int = 0
    kept: int = 0
    _folders: set[str] = field(default_factory=set)

    def open(self) -> None:
        """Begin.

        Raises:
            OSError: the folder cannot be made.
        """
        self.folder.mkdir(parents=True)
        self.folder.chmod(FOLDER_MODE)

    def write(self, path: str, data: bytes) -> None:
        """Add a file.

        Args:
            path: relative to the output folder, forward slashes.

        Raises:
            OSError: it cannot be written, for example because the disk is full.
        """
        place = self._make_place(path)
        before = self.previous / path
        same = holds(before, data)
        if not (same and _link(before, place)):
            with _named(place), place.open("xb") as file:
                file.write(data)
                self._settle(file)
            self._finish(place, before, same)
        self._count(same)

    def copy(self, path: str, source: Path) -> None:
        """Add a copy of a file: a copy, not a link, so that nothing done to the output reaches its source.

        Raises:
            OSError: it cannot be read or written.
        """
        place = self._make_place(path)
        before = self.previous / path
        same = same_bytes(source, before)
        if not (same and _link(before, place)):
            with source.open("rb") as original, _named(place), place.open("xb") as file:
                shutil.copyfileobj(original, file, 1 << 18)
                self._settle(file)
            self._finish(place, before, same)
        self._count(same)

    def _make_place(self, path: str) -> Path:
        self._make_folder(path.rpartition("/")[0])
        return self.folder / path

    def _make_folder(self, name: str) -> None:
        if name and name not in self._folders:
            self._make_folder(name.rpartition("/")[0])
            folder = self.folder / name
            folder.mkdir()
            folder.chmod(FOLDER_MODE)
            self._folders.add(name)

    def _settle(self, file: BinaryIO) -> None:
        if self.lasting:
            file.flush()
            os.fsync(file.fileno())

    def _finish(self, place: Path, before: Path, same: bool) -> None:
        place.chmod(FILE_MODE)
        if same:
            found = before.stat()
            os.utime(place, ns=(found.st_atime_ns, found.st_mtime_ns))

    def _count(self, same: bool) -> None:
        self.changed += not same
        self.kept += same


@contextmanager
def _named(place: Path) -> Iterator[None]:
    """A full disk does not say which file it had no room for."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, error.filename or str(place)) from error


def _link(before: Path, place: Path) -> bool:
    """Keep the file itself, where the file system can and its mode is right."""
    if os.name == "posix" and stat.S_IMODE(before.stat().st_mode) != FILE_MODE:
        return False
    try:
        os.link(before, place)
    except OSError:
        return False
    return True
