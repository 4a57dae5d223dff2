"""Plain acts on files: what the stage and the switch both need to know of them."""

from __future__ import annotations

import os
import stat
from pathlib import Path

FILE_MODE, FOLDER_MODE = 0o644, 0o755
"""Modes of what is published: any web server may read it, whatever the umask of the build."""

_BLOCK = 1 << 18


def list_files(folder: Path) -> list[str]:
    """Paths of all files under a folder, relative, with forward slashes, sorted; links are not followed."""
    found = (
        Path(parent, name).relative_to(folder).as_posix() for parent, _, names in os.walk(folder) for name in names
    )
    return sorted(found)


def same_bytes(one: Path, other: Path) -> bool:
    """Whether two paths are regular files of the same bytes; never trusts size and time alone."""
    try:
        a, b = one.lstat(), other.lstat()
        if not (stat.S_ISREG(a.st_mode) and stat.S_ISREG(b.st_mode) and a.st_size == b.st_size):
            return False
        with one.open("rb") as left, other.open("rb") as right:
            while block := left.read(_BLOCK):
                if block != right.read(_BLOCK):
                    return False
    except OSError:
        return False
    return True


def holds(file: Path, data: bytes) -> bool:
    """Whether a path is a regular file of exactly these bytes."""
    try:
        found = file.lstat()
        return stat.S_ISREG(found.st_mode) and found.st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False
