"""The shelf of derivatives: which files are there, and whether they are what was once made.

A derivative's name says what it should hold; that it does hold it is remembered in a
ledger beside the files: a mark (size, time of change, inode) to answer quickly, a digest to answer
surely.  A shelf may be lost, cut short or tampered with: what is not as remembered
is made again, and only time is lost.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

from newsroom.held import insist

LEDGER = "ledger.txt"

TICK = 20_000_000
"""Nanoseconds of the coarsest clock that stamps files on disks in use today: a change within one may not show."""

_DIGEST_BYTES = 16
_UNPROVEN = "0 0 0"
"""Remembered in place of a mark that proves nothing yet; no file has it."""

_MOST_LINES = 1.5
"""For each file, before the ledger is written anew without what is outlived."""

_POSIX = os.name == "posix"
"""Elsewhere (Windows) listing a folder tells no inodes, nor when a file was last changed: size and time have to do."""

_LINE = re.compile(r"^(\S+) \d+ \d+ \d+ ([0-9a-f]{32})$", re.MULTILINE)
_AFTER_MARK = -1 - 2 * _DIGEST_BYTES
"""Where a line's blank and digest begin."""


def find_unsound(folder: Path, names: Collection[str]) -> frozenset[str]:
    """The files among ``names`` that are not there, or are not what was made.

    Only these are looked at, and nothing is read where marks agree.  Files that were moved
    or copied but hold the same bytes are sound, and remembered anew.
    """
    now = time.time_ns()
    doubtful = _list_doubtful(folder, names)
    if not doubtful:
        return frozenset()
    digests = read_digests(folder)
    sound = _renew(folder, {name: digests[name] for name in doubtful if name in digests}, now)
    return frozenset(doubtful) - sound


def record(folder: Path, names: Iterable[str], now: int) -> dict[str, str]:
    """Remember files just made, as one appended write, so that a build killed at any moment loses none of it.

    Args:
        now: the clock in nanoseconds, read before.

    Returns:
        The digest of each.

    Raises:
        OSError: one is not there, or the ledger cannot be written.
    """
    marks = {name: _prove(os.lstat(folder / name), now) for name in names}
    digests = {name: _digest(folder / name) for name in marks}
    _append(folder, [_write_line(name, marks[name], digest) for name, digest in digests.items()])
    return digests


class Recorder:
    """Remembers files while others are still being made: at once, and again when their marks prove something."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._fresh: list[tuple[int, dict[str, str]]] = []

    def add(self, names: Iterable[str]) -> None:
        """Files that were just made.

        Raises:
            OSError: one is not there, or the ledger cannot be written.
        """
        now = time.time_ns()
        settled = [digests for made, digests in self._fresh if made < now - TICK]
        self._fresh = [*self._fresh[len(settled) :], (now, record(self._folder, names, now))]
        for digests in settled:
            _renew(self._folder, digests, now)


def prune(folder: Path, keep: frozenset[str]) -> tuple[str, ...]:
    """Remove from the shelf what no page uses any more, and half-written files of a killed build.

    Args:
        folder: the shelf; may be missing.
        keep: names of the derivatives in use.

    Returns:
        The names removed, sorted; what another program holds goes next time.
    """
    if not folder.is_dir():
        return ()
    with os.scandir(folder) as entries:
        idle = sorted(e.name for e in entries if e.name not in keep and e.name != LEDGER and not _is_folder(e))
    removed = tuple(name for name in idle if _take_off(folder / name))
    lines = _read_lines(folder)
    if removed or len(lines) > _MOST_LINES * len(keep) + 1:
        last = {line.partition(" ")[0]: line for line in lines if _LINE.match(line)}
        aside = folder / f"{LEDGER}.tam"
        aside.write_text(
            "".join(f"\n{last[name]}" for name in sorted(last) if name in keep), encoding="utf-8", newline="\n"
        )
        insist(lambda: os.replace(aside, folder / LEDGER))
    return removed


def _take_off(file: Path) -> bool:
    try:
        file.unlink(missing_ok=True)
    except PermissionError:
        return False
    return True


def read_digests(folder: Path) -> dict[str, str]:
    """Name → digest of everything remembered; lines that make no sense (torn, forged) count for nothing."""
    return {found[1]: found[2] for line in _read_lines(folder) if (found := _LINE.match(line))}


def _renew(folder: Path, digests: Mapping[str, str], now: int) -> frozenset[str]:
    """Remember anew those files that still hold what they held; gives their names."""
    lines: dict[str, str] = {}
    for name, digest in digests.items():
        with suppress(OSError):
            status = os.lstat(folder / name)
            if stat.S_ISREG(status.st_mode) and _digest(folder / name) == digest:
                lines[name] = _write_line(name, _prove(status, now), digest)
    _append(folder, lines.values())
    return frozenset(lines)


def _append(folder: Path, lines: Collection[str]) -> None:
    if lines:
        with open(folder / LEDGER, "a", encoding="utf-8", newline="\n") as file:
            file.write("".join(lines))


def _read_lines(folder: Path) -> list[str]:
    try:
        return (folder / LEDGER).read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError:
        return []


def _list_doubtful(folder: Path, names: Iterable[str]) -> list[str]:
    """Names of files that are not there, or not remembered with the very mark they have."""
    remembered = {line[:_AFTER_MARK] for line in _read_lines(folder)}
    doubtful: list[str] = []
    with _looking(folder) as look:
        for name in names:
            try:
                mark = _mark(look(name))
            except OSError:
                mark = ""
            if f"{name} {mark}" not in remembered:
                doubtful.append(name)
    return doubtful


@contextmanager
def _looking(folder: Path) -> Iterator[Callable[[str], os.stat_result]]:
    """A way to look at files of a folder by their names alone; it is held open where that is possible."""
    if os.stat not in os.supports_dir_fd:
        yield lambda name: os.lstat(f"{folder}/{name}")
        return
    place = os.open(folder, os.O_RDONLY)
    try:
        yield partial(os.stat, dir_fd=place, follow_symlinks=False)
    finally:
        os.close(place)


def _write_line(name: str, mark: str, digest: str) -> str:
    return f"\n{name} {mark} {digest}"  # the line break first: the line before may be torn


def _mark(status: os.stat_result) -> str:
    if _POSIX:
        return f"{status.st_size} {status.st_ctime_ns} {status.st_ino}"
    return f"{status.st_size} {status.st_mtime_ns} 0"


def _prove(status: os.stat_result, now: int) -> str:
    """The mark of a file, if an equal one later on will prove that nothing changed (the "racy" rule of git)."""
    changed = status.st_ctime_ns if _POSIX else status.st_mtime_ns
    return _mark(status) if changed < now - TICK else _UNPROVEN


def _digest(path: Path) -> str:
    return hashlib.blake2b(path.read_bytes(), digest_size=_DIGEST_BYTES).hexdigest()


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)
