"""The switch: a whole new output takes the place of the old one.

Where the system can exchange two folders in one step, that is all.  Elsewhere
the new output is first renamed to ``ready``, which is the journal: from then on
the switch can only be finished, now or by the next command
(:func:`recover`), whenever the process is killed::

    stage → ready        the journal is written
    output → old
    ready → output       the journal is gone
    old                  removed

A journal ends as it begins, in one step, after which what is left of it may go in
any order: in part it would be taken for a whole.

Where the output folder itself cannot be renamed (it is a mount point, on another
file system, or in use under Windows) its files are replaced one by one, each
whole, from ``ready``, and that too can be repeated until it is done.

A preview in which a few files changed is not made anew as a folder: they are put
in their places one by one (:func:`patch`), in less time than a page takes to
load.  That they stand in ``patch`` is the journal, as ``ready`` is above.
"""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from newsroom.engine.carry import NoRoom, carry
from newsroom.engine.exchange import can_exchange, exchange
from newsroom.engine.files import FOLDER_MODE, list_files
from newsroom.engine.refusing import refuse_unfinished
from newsroom.engine.workshop import Workshop, clear, end_journal
from newsroom.held import BRIEFLY, PAUSES, insist, insist_on_all

_IMMOVABLE = frozenset(
    {errno.EXDEV, errno.EBUSY, errno.EPERM, errno.EACCES, errno.EROFS, errno.ENOTEMPTY, errno.EEXIST}
)

_REMOVED = ".bo-di"
"""Names, in a patch, what the output shall not have any more; no output's path begins with a dot."""


def switch(workshop: Workshop) -> None:
    """Put the stage in the place of the output.

    Raises:
        Unfinished: other programs hold files of it; ``ready`` waits for :func:`recover`.
        OSError: the output cannot be written; it is as it was, or ``ready`` waits for :func:`recover`.
    """
    workshop.output.parent.mkdir(parents=True, exist_ok=True)
    if not _exchange(workshop):
        rename(workshop.stage, workshop.ready)
        try:
            _finish(workshop)
        except NoRoom:
            end_journal(workshop.ready)
            raise
    workshop.sign()
    clear(workshop.stage)


def patch(workshop: Workshop, removed: Iterable[str]) -> None:
    """Put the files of the stage in their places in the output, and take others out.

    New files come first and old ones go last, so that no link leads nowhere meanwhile.

    Raises:
        Unfinished: other programs hold files of it; ``patch`` waits for :func:`recover`.
        OSError: the output cannot be written; ``patch`` waits for :func:`recover`.
    """
    (workshop.stage / _REMOVED).write_text("\n".join(removed), encoding="utf-8", newline="\n")
    rename(workshop.stage, workshop.patch)
    _finish_patch(workshop)


def _finish_patch(workshop: Workshop) -> None:
    names = [name for name in list_files(workshop.patch) if name != _REMOVED]
    names.sort(key=lambda name: ((workshop.output / name).exists(), name))
    journal = workshop.patch / _REMOVED
    removed = journal.read_text(encoding="utf-8").split("\n") if journal.exists() else ()
    held = insist_on_all([partial(put_in_place, workshop.patch / name, workshop.output / name) for name in names])
    held += insist_on_all([partial(_take_out, workshop.output, name) for name in removed if name])
    refuse_unfinished(workshop.output, held)
    _end(workshop, workshop.patch)


def put_in_place(file: Path, place: Path) -> None:
    """Put a file in its place in one step, whole.

    Raises:
        OSError: it cannot be; PermissionError where another program holds what stands there.
    """
    for folder in reversed(place.parents):
        if not folder.exists():
            folder.mkdir()
            folder.chmod(FOLDER_MODE)
    try:
        file.replace(place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        beside = place.with_name(f".{place.name}.tam")
        try:
            shutil.copy2(file, beside)
            beside.replace(place)
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)


def _take_out(output: Path, name: str) -> None:
    (output / name).unlink(missing_ok=True)
    for folder in (output / name).parents:
        if folder == output or not folder.exists() or any(folder.iterdir()):
            break
        with suppress(PermissionError):  # somebody stands in it; it shows nowhere
            folder.rmdir()


def recover(workshop: Workshop) -> bool:
    """Finish a switch that was cut off, and clear away what a killed build left behind.

    Returns:
        True when there was a switch to finish.

    Raises:
        Unfinished, OSError: the output still cannot be written.
    """
    patching = workshop.patch.exists()
    if patching:
        _finish_patch(workshop)
    unfinished = workshop.ready.exists()
    if unfinished:
        if workshop.output.exists():
            clear(workshop.old)
        _finish(workshop)
        workshop.sign()
    clear(workshop.stage, workshop.old)
    return unfinished or patching


def _exchange(workshop: Workshop) -> bool:
    if not (can_exchange() and workshop.output.exists()):
        return False
    try:
        exchange(workshop.stage, workshop.output)
    except OSError:
        return False
    return True


def _finish(workshop: Workshop) -> None:
    moved = not workshop.output.exists() or move_aside(workshop)
    if not (moved and move_in(workshop)):
        if moved and workshop.old.exists():  # readers shall have the old one until it is brought up to date
            _try_rename(workshop.old, workshop.output)
        workshop.output.mkdir(exist_ok=True)
        carry(workshop.ready, workshop.output)
        _end(workshop, workshop.ready)
    clear(workshop.old)


def _end(workshop: Workshop, journal: Path) -> None:
    try:
        end_journal(journal)
    except PermissionError as error:
        refuse_unfinished(workshop.output, [error])


def move_aside(workshop: Workshop) -> bool:
    """Step two: the old output leaves its place.  False when that folder cannot be moved."""
    return _try_rename(workshop.output, workshop.old)


def move_in(workshop: Workshop) -> bool:
    """Step three: the new output takes it.  False when it cannot be moved there."""
    return _try_rename(workshop.ready, workshop.output)


def _try_rename(source: Path, target: Path) -> bool:
    try:
        rename(source, target, BRIEFLY)
    except OSError as error:
        if error.errno not in _IMMOVABLE:
            raise
        return False
    return True


def rename(source: Path, target: Path, pauses: Sequence[float] = PAUSES) -> None:
    """Rename a folder; under Windows, try again while some program looks into it."""
    insist(lambda: source.rename(target), pauses)
