"""File by file: an output folder that cannot be renamed is brought up to date where it stands.

Everything is first copied beside its place, so that a full disk changes
nothing; then each file is put in place in one step, whole.  Killed at any
moment, it is simply done again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from newsroom.engine.files import FILE_MODE, list_files, same_bytes

_INCOMING = ".dang-chuyen"


class NoRoom(OSError):
    """The new files did not all get into the folder; those that readers see are as they were."""


def carry(source: Path, target: Path) -> None:
    """Make ``target`` hold exactly the files of ``source``; files with the same bytes are left alone.

    Raises:
        NoRoom: they cannot be copied into ``target``, in which nothing has changed.
        OSError: ``target`` cannot be written; run it again once it can.
    """
    incoming = target / _INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    wanted = list_files(source)
    try:
        arrived = list(_bring(source, target, incoming, wanted))
    except OSError as error:
        shutil.rmtree(incoming, ignore_errors=True)
        raise NoRoom(error.errno, error.strerror, error.filename or str(target)) from error
    for file, name in arrived:
        _make_room(target, name)
        file.replace(target / name)
    shutil.rmtree(incoming, ignore_errors=True)
    _drop_orphans(target, frozenset(wanted))


def _bring(source: Path, target: Path, incoming: Path, wanted: list[str]) -> Iterator[tuple[Path, str]]:
    incoming.mkdir()
    for number, name in enumerate(wanted):
        if not same_bytes(source / name, target / name):
            file = incoming / str(number)
            shutil.copyfile(source / name, file)
            file.chmod(FILE_MODE)
            yield file, name


def _make_room(target: Path, name: str) -> None:
    """A file where a folder must be goes, and a folder where a file must be."""
    place = target / name
    for parent in reversed(place.relative_to(target).parents):
        folder = target / parent
        if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
            folder.unlink()
        folder.mkdir(exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)


def _drop_orphans(target: Path, wanted: frozenset[str]) -> None:
    for folder, folders, files in os.walk(target, topdown=False):
        for name in (*files, *folders):
            path = Path(folder, name)
            if path.is_symlink() or name in files:
                if path.relative_to(target).as_posix() not in wanted:
                    path.unlink()
            elif not any(path.iterdir()):
                path.rmdir()
