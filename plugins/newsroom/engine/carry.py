"""File by file: an output folder that cannot be renamed is brought up to date where it stands.

Everything is first copied beside its place, so that a full disk changes
nothing; then each file is put in place in one step, whole.  What another program
holds stays as it is, all else is done.  Killed at any moment, it is simply done again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from newsroom.engine.files import FILE_MODE, list_files, same_bytes
from newsroom.engine.refusing import refuse_unfinished
from newsroom.held import insist_on_all, tell_system

_INCOMING = ".dang-chuyen"


class NoRoom(OSError):
    """The new files did not all get into the folder; those that readers see are as they were."""


def carry(source: Path, target: Path) -> None:
    """Make ``target`` hold exactly the files of ``source``; files with the same bytes are left alone.

    Raises:
        NoRoom: they cannot be copied into ``target``, in which nothing has changed.
        Unfinished: some files are held by other programs; run it again once they are not.
        OSError: ``target`` cannot be written; run it again once it can.
    """
    incoming = target / _INCOMING
    shutil.rmtree(incoming, ignore_errors=True)
    wanted = list_files(source)
    try:
        arrived = list(_bring(source, target, incoming, wanted))
    except OSError as error:
        shutil.rmtree(incoming, ignore_errors=True)
        raise NoRoom(*tell_system(error, target)) from error
    held = insist_on_all([partial(_put, file, target, name) for file, name in arrived])
    shutil.rmtree(incoming, ignore_errors=True)
    orphans = list(_list_orphans(target, frozenset(wanted)))
    held += insist_on_all([partial(orphan.unlink, missing_ok=True) for orphan in orphans])
    _drop_empty(target)
    refuse_unfinished(target, held)


def _bring(source: Path, target: Path, incoming: Path, wanted: list[str]) -> Iterator[tuple[Path, str]]:
    incoming.mkdir(exist_ok=True)
    for number, name in enumerate(wanted):
        if not same_bytes(source / name, target / name):
            file = incoming / str(number)
            shutil.copyfile(source / name, file)
            file.chmod(FILE_MODE)
            yield file, name


def _put(file: Path, target: Path, name: str) -> None:
    _make_room(target, name)
    file.replace(target / name)


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


def _list_orphans(target: Path, wanted: frozenset[str]) -> Iterator[Path]:
    for folder, folders, files in os.walk(target):
        for path in (Path(folder, name) for name in (*files, *folders)):
            if (path.name in files or path.is_symlink()) and path.relative_to(target).as_posix() not in wanted:
                yield path


def _drop_empty(target: Path) -> None:
    for folder, folders, _ in os.walk(target, topdown=False):
        for path in (Path(folder, name) for name in folders):
            if not path.is_symlink() and not any(path.iterdir()):
                with suppress(PermissionError):  # somebody stands in it; it shows nowhere
                    path.rmdir()
