"""The corner of the cache in which one output folder is made, and the lock of the cache."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from filelock import FileLock, Timeout

from newsroom.engine.reporter import Reporter
from newsroom.errors import SiteFault
from newsroom.held import BRIEFLY, insist

PATIENCE = 40.0
"""Seconds a build waits for another one with the same cache."""

_PICTURES = "anh.txt"

_RUBBISH = ".rac-"
"""Between the name of a folder on its way out and a number."""


@dataclass(frozen=True, slots=True)
class Workshop:
    """Where one output folder is made.

    Attributes:
        output: the folder that readers see.
        bench: folder of the cache that belongs to this output alone.
    """

    output: Path
    bench: Path

    @property
    def stage(self) -> Path:
        """The output being made; worth nothing until it is whole."""
        return self.bench / "stage"

    @property
    def ready(self) -> Path:
        """A whole new output.  That it exists is the journal: the switch has begun and must be finished."""
        return self.bench / "ready"

    @property
    def patch(self) -> Path:
        """A few new files, on their way into the output.  That it exists is the journal, as of ``ready``."""
        return self.bench / "patch"

    @property
    def ledger(self) -> Path:
        """What the output was made from; see :mod:`newsroom.engine.ledger`."""
        return self.bench / "so-cai.sqlite"

    @property
    def old(self) -> Path:
        """The previous output, on its way out."""
        return self.bench / "old"

    @property
    def index(self) -> Path:
        """Where the search index is made, part by part."""
        return self.bench / "index"

    @property
    def made(self) -> Path:
        """Names the output folder, once it has been made here: it is ours to replace."""
        return self.bench / "made"

    def sign(self) -> None:
        """Remember that the output folder is ours."""
        # Once readers have the new output, nothing is written for which there may be no room.
        if not self.made.exists():
            self.made.write_text(str(self.output), encoding="utf-8", errors="surrogateescape", newline="\n")

    def note_pictures(self, names: Iterable[str]) -> None:
        """Remember which derivatives the output uses."""
        (self.bench / _PICTURES).write_text("\n".join(names), encoding="utf-8", newline="\n")

    def list_pictures(self) -> Iterator[str]:
        """Derivatives used by this output, and by every other one of the cache that still exists."""
        for made in self.bench.parent.glob("*/made"):
            used = made.with_name(_PICTURES)
            if Path(made.read_text(encoding="utf-8", errors="surrogateescape")).exists() and used.exists():
                yield from used.read_text(encoding="utf-8", errors="replace").split("\n")


def find_workshop(output: Path, cache: Path) -> Workshop:
    """The workshop of an output folder; it need not exist yet."""
    key = hashlib.blake2b(os.fsencode(output), digest_size=6).hexdigest()
    return Workshop(output, cache / "dung" / key)


@contextmanager
def locked(workshop: Workshop, reporter: Reporter, patience: float = PATIENCE) -> Iterator[None]:
    """Open the workshop and keep other builds out of this cache and its outputs.

    A killed process leaves no lock behind.

    Raises:
        OSError: the cache cannot be written.
        SiteFault: another build is still at it after ``patience`` seconds.
    """
    workshop.bench.mkdir(parents=True, exist_ok=True)
    lock = _lock_of(workshop)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        reporter.warn("Một lần dựng khác đang chạy; đang đợi đến lượt.")
        try:
            lock.acquire(timeout=patience)
        except Timeout as error:
            fault = f"Một lần dựng khác vẫn chưa xong sau {patience:.0f} giây đợi."
            raise SiteFault(fault, "Hãy đợi nó xong rồi chạy lại.") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def unless_busy(workshop: Workshop) -> Iterator[bool]:
    """Keep builds out of this cache for as long as the block runs; False, and nothing kept out, while one is at work.

    Raises:
        OSError: the cache cannot be written.
    """
    lock = _lock_of(workshop)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _lock_of(workshop: Workshop) -> FileLock:
    return FileLock(workshop.bench.parent / "lock")


def clear(*folders: Path) -> None:
    """Remove folders of the workshop, if they are there; what cannot go now goes next time.

    Each leaves its name in one step, so that none is ever met in part, and its name is free.
    """
    for folder in folders:
        try:
            insist(partial(_set_aside, folder), BRIEFLY)
        except OSError:
            shutil.rmtree(folder, ignore_errors=True)
    _sweep(folders)


def end_journal(journal: Path) -> None:
    """Remove a folder whose existence means that something must be done: in one step, or not at all.

    Raises:
        OSError: it is still there, whole; what it asks for may be done again.
    """
    insist(partial(_set_aside, journal))
    _sweep((journal,))


def _set_aside(folder: Path) -> None:
    with suppress(FileNotFoundError):
        folder.rename(next(place for place in _places_beside(folder) if not place.exists()))


def _places_beside(folder: Path) -> Iterator[Path]:
    return (folder.with_name(f"{folder.name}{_RUBBISH}{number}") for number in count())


def _sweep(folders: Iterable[Path]) -> None:
    for place in {folder.parent for folder in folders}:
        for rubbish in place.glob(f"*{_RUBBISH}*"):
            shutil.rmtree(rubbish, ignore_errors=True)
