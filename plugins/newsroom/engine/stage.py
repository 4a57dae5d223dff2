"""The stage: what a build writes anew, made aside.

A file whose bytes did not change since the last output stays that same file, so
that it keeps its time (rsync and browsers rely on it) and costs nothing.
"""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newsroom.engine.files import FILE_MODE, FOLDER_MODE, holds, same_bytes
from newsroom.held import tell_system


@dataclass(frozen=True, slots=True)
class Stage:
    """New files of an output folder in the making.

    Attributes:
        folder: where they are made; must not exist yet.
        previous: the output they are for, whose unchanged files stay.
        lasting: write through to the disk, so that a power cut finds old or new, never half.
    """

    folder: Path
    previous: Path
    lasting: bool = False

    def open(self) -> None:
        """Begin.

        Raises:
            OSError: the folder cannot be made.
        """
        self.folder.mkdir(parents=True)
        self.folder.chmod(FOLDER_MODE)

    def write(self, path: str, data: bytes) -> bool:
        """Add a file, unless the previous output has it already.

        Args:
            path: relative to the output folder, forward slashes.

        Returns:
            Whether it was added.

        Raises:
            OSError: it cannot be written, for example because the disk is full.
        """
        before = self.previous / path
        if holds(before, data) and _has_right_mode(before):
            return False
        place = self._make_place(path)
        with _named(place), place.open("xb") as file:
            file.write(data)
            self._settle(file)
        place.chmod(FILE_MODE)
        return True

    def copy(self, path: str, source: Path) -> bool:
        """Add a copy of a file, unless the previous output has it already.

        A copy, not a link, so that nothing done to the output reaches its source.

        Raises:
            OSError: it cannot be read or written.
        """
        before = self.previous / path
        if same_bytes(source, before) and _has_right_mode(before):
            return False
        place = self._make_place(path)
        with source.open("rb") as original, _named(place), place.open("xb") as file:
            shutil.copyfileobj(original, file, 1 << 18)
            self._settle(file)
        place.chmod(FILE_MODE)
        return True

    def fill(self, paths: Iterable[str]) -> None:
        """Make the stage a whole output: bring over the previous output's files that did not change.

        Raises:
            OSError: one cannot be brought.
        """
        for path in paths:
            place = self._make_place(path)
            before = self.previous / path
            try:
                os.link(before, place, follow_symlinks=False)
            except OSError:
                with _named(place):
                    shutil.copy2(before, place, follow_symlinks=False)

    def _make_place(self, path: str) -> Path:
        place = self.folder / path
        if not place.parent.is_dir():
            self._make_folder(place.parent)
        return place

    def _make_folder(self, folder: Path) -> None:
        if not folder.parent.is_dir():
            self._make_folder(folder.parent)
        folder.mkdir(exist_ok=True)  # another process may have made it meanwhile
        folder.chmod(FOLDER_MODE)

    def _settle(self, file: BinaryIO) -> None:
        if self.lasting:
            file.flush()
            os.fsync(file.fileno())


def _has_right_mode(file: Path) -> bool:
    return os.name != "posix" or stat.S_IMODE(file.lstat().st_mode) == FILE_MODE


@contextmanager
def _named(place: Path) -> Iterator[None]:
    """A full disk does not say which file it had no room for."""
    try:
        yield
    except OSError as error:
        raise OSError(*tell_system(error, place)) from error
