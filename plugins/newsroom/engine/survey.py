"""OUTPUT FOLDER → what is not as the last build left it.

Every file is looked at, none is read unless its stamp has changed; folders are
listed only where theirs has.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.engine.files import FILE_MODE
from newsroom.engine.ledger import Row
from newsroom.engine.prints import digest_file
from newsroom.engine.stamps import LARGEST, UNPROVEN, Stamp, stamp_of
from newsroom.photos.shelf import TICK


@dataclass(frozen=True, slots=True)
class Survey:
    """The output folder, against the ledger.

    Attributes:
        paths: of every file that the last build left.
        missing, tampered: paths of files that are gone, or are not what was written.
        strange: files and folders that no build put there.
        moved: path → stamp of files that are what was written, though their stamps are new.
        folders: path → stamp of folders that hold what they should, though their stamps are new.
    """

    paths: tuple[str, ...] = ()
    missing: frozenset[str] = frozenset()
    tampered: frozenset[str] = frozenset()
    strange: frozenset[str] = frozenset()
    moved: Mapping[str, Stamp] = field(default_factory=dict)
    folders: Mapping[str, Stamp] = field(default_factory=dict)

    @property
    def is_sound(self) -> bool:
        """Whether the folder is to the byte what the last build left."""
        return not (self.missing or self.tampered or self.strange)


SURVEYED = "path, size, mtime, ctime, inode"
"""Columns of the ledger's table of outputs that a survey needs."""


def survey(output: Path, outputs: Iterable[Row], folders: Iterable[Row], find_digest: Callable[[str], str]) -> Survey:
    """Look at everything a build left.

    Args:
        outputs: (path, size, mtime, ctime, inode) of every file.
        folders: the same of every folder, the output folder itself being ``""``.
        find_digest: gives the digest of the bytes that were written at a path.
    """
    missing, tampered, moved = set(), set(), {}
    known: list[str] = []
    root = f"{output}/"
    look, listed = os.lstat, known.append
    for path, size, mtime, ctime, inode in outputs:
        listed(path)
        try:
            found = look(root + path)
        except OSError:
            missing.add(path)
            continue
        # Each part by itself: a stamp made of every file would cost as much as looking at it.
        if (
            found.st_mtime_ns != mtime
            or found.st_size != size
            or found.st_ctime_ns != ctime
            or found.st_ino & LARGEST != inode
        ):
            if _is_what_was_written(found, output / path, find_digest(path)):
                moved[path] = stamp_of(found)
            else:
                tampered.add(path)
    changed = {}
    for path, *stamp in folders:
        try:
            found = os.lstat(root + path)
        except OSError:
            continue
        if stamp_of(found) != tuple(stamp) and stat.S_ISDIR(found.st_mode):
            changed[path] = stamp_of(found)
    strange = frozenset(_list_strange(output, changed, frozenset(known))) if changed else frozenset()
    return Survey(tuple(known), frozenset(missing), frozenset(tampered), strange, moved, changed)


def _is_what_was_written(found: os.stat_result, file: Path, digest: str) -> bool:
    if not stat.S_ISREG(found.st_mode) or (os.name == "posix" and stat.S_IMODE(found.st_mode) != FILE_MODE):
        return False
    try:
        return digest_file(file) == digest
    except OSError:
        return False


def _list_strange(output: Path, changed: Iterable[str], known: frozenset[str]) -> Iterator[str]:
    """Names in changed folders that no build put there; of a strange folder only the folder itself."""
    places = known | list_folders(known)
    for folder in changed:
        with os.scandir(output / folder) as entries:
            for entry in entries:
                path = f"{folder}/{entry.name}" if folder else entry.name
                if path not in places or (path not in known) != entry.is_dir(follow_symlinks=False):
                    yield path


def list_folders(paths: Iterable[str]) -> set[str]:
    """Every folder that some paths lie in, the output folder itself being ``""``."""
    folders = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders


def stamps_of(output: Path, paths: Iterable[str], now: int) -> Iterator[tuple[str, Stamp]]:
    """The stamps of files or folders as they are; unsure where a later change might not show.

    Args:
        now: the clock in nanoseconds, read before.

    Raises:
        OSError: one is not there.
    """
    for path in paths:
        stamp = stamp_of(os.lstat(f"{output}/{path}"))
        # The later of both: under Windows the time of change is that of creation.
        yield path, stamp if max(stamp[1], stamp[2]) < now - TICK else UNPROVEN
