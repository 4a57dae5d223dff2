"""The shelf of derivatives: which files are there, and whether they are what was once made.

A derivative's name says what it should hold; that it does hold it is remembered in a
ledger beside the files: size, time and inode to answer quickly, a digest to answer
surely.  A shelf may be lost, cut short or tampered with: what is not as remembered
is made again, and only time is lost.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable
from pathlib import Path

LEDGER = "ledger.txt"

_DIGEST_BYTES = 16

_INODES = os.name == "posix"
"""Where listing a folder does not tell inodes (Windows), size and time have to do."""


_LINE = re.compile(r"^(\S+) (\d+ \d+ \d+) ([0-9a-f]{32})$", re.MULTILINE)

Entry = tuple[str, str]
"""What the ledger remembers of one file: its mark (size, modification time in ns, inode) and its digest."""


def find_unsound(folder: Path, names: Iterable[str]) -> frozenset[str]:
    """The files among ``names`` that are not there, or are not what was made.

    Files that were moved or copied but hold the same bytes are sound, and remembered anew.
    """
    ledger = read_ledger(folder)
    marks = _marks(folder)
    unsound: list[str] = []
    moved: list[str] = []
    for name in names:
        mark, entry = marks.get(name), ledger.get(name)
        if mark is None or entry is None:
            unsound.append(name)
        elif mark != entry[0]:
            (moved if _digest(folder / name) == entry[1] else unsound).append(name)
    if moved:
        record(folder, moved)
    return frozenset(unsound)


def record(folder: Path, names: Iterable[str]) -> None:
    """Remember files just made, as one appended write, so that a build killed at any moment loses none of it."""
    lines = [_write_line(name, (_mark(os.stat(folder / name)), _digest(folder / name))) for name in names]
    with open(folder / LEDGER, "a", encoding="utf-8", newline="\n") as file:
        file.write("".join(lines))


def prune(folder: Path, keep: frozenset[str]) -> tuple[str, ...]:
    """Remove from the shelf what no page uses any more, and half-written files of a killed build.

    Args:
        folder: the shelf; may be missing.
        keep: names of the derivatives in use.

    Returns:
        The names removed, sorted.
    """
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        removed = sorted(e.name for e in entries if e.name not in keep and e.name != LEDGER and not _is_folder(e))
    for name in removed:
        (folder / name).unlink(missing_ok=True)
    if removed:
        kept = {name: entry for name, entry in sorted(read_ledger(folder).items()) if name in keep}
        aside = folder / f"{LEDGER}.tam"
        aside.write_text("".join(map(_write_line, kept, kept.values())), encoding="utf-8", newline="\n")
        os.replace(aside, folder / LEDGER)
    return tuple(removed)


def read_ledger(folder: Path) -> dict[str, Entry]:
    """Everything remembered; lines that make no sense (torn, forged) count for nothing."""
    try:
        text = (folder / LEDGER).read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    return {name: (mark, digest) for name, mark, digest in _LINE.findall(text)}


def _write_line(name: str, entry: Entry) -> str:
    return f"\n{name} {entry[0]} {entry[1]}"  # the line break first: the line before may be torn


def _marks(folder: Path) -> dict[str, str]:
    """Name → mark of every regular file; a link put in a file's place is none."""
    marks: dict[str, str] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            status = entry.stat(follow_symlinks=False)
            if stat.S_ISREG(status.st_mode):
                marks[entry.name] = _mark(status)
    return marks


def _mark(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino if _INODES else 0}"


def _digest(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=_DIGEST_BYTES).hexdigest()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
