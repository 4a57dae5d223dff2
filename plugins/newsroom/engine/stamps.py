"""Stamps: by which a changed file is noticed without reading it.

Size and modification time alone can be put back (a restored backup, ``cp -p``,
an editor that keeps them); the change time and the inode cannot.  A stamp taken
within the clock's last ticks says nothing yet (the "racy" rule of git), and
under Windows, where ``st_ctime`` is the time of creation, none says anything:
there the bytes decide.
"""

from __future__ import annotations

import os
from pathlib import Path

Stamp = tuple[int, int, int, int]
"""Size in bytes, modification and change time in nanoseconds, inode."""

UNPROVEN: Stamp = (-1, -1, -1, -1)
"""Remembered in place of a stamp that proves nothing yet; no file has it."""

SETTLED_AFTER = 2_000_000_000
"""Nanoseconds after which a change of a file shows in its stamp for certain, on the coarsest file systems too."""

LARGEST = (1 << 63) - 1
"""The ledger keeps signed integers of eight bytes; Windows has wider inodes."""

_TELLING = os.name == "posix"


def stamp_of(found: os.stat_result) -> Stamp:
    """The stamp of a file that has been looked at."""
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino & LARGEST)


def read_stamp(file: Path | str) -> Stamp | None:
    """The stamp of a file as it is now; None when there is none."""
    try:
        return stamp_of(os.stat(file, follow_symlinks=False))
    except OSError:
        return None


def stamp_target(file: Path | str) -> Stamp | None:
    """The stamp of a file, or of what a link leads to; None when there is nothing."""
    try:
        return stamp_of(os.stat(file))
    except OSError:
        return None


def is_settled(stamp: Stamp | None, now: int) -> bool:
    """Whether an equal stamp later on will prove that nothing changed.

    Args:
        now: the clock in nanoseconds, read before the file's bytes were.
    """
    return _TELLING and stamp is not None and stamp[2] < now - SETTLED_AFTER
