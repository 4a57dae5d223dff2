"""The switch: a whole new output takes the place of the old one.

Where the system can exchange two folders in one step, that is all.  Elsewhere
the new output is first renamed to ``ready``, which is the journal: from then on
the switch can only be finished, now or by the next command
(:func:`recover`), whenever the process is killed::

    stage → ready        the journal is written
    output → old
    ready → output       the journal is gone
    old                  removed

Where the output folder itself cannot be renamed (it is a mount point, on another
file system, or in use under Windows) its files are replaced one by one, each
whole, from ``ready``, and that too can be repeated until it is done.
"""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path

from newsroom.engine.carry import NoRoom, carry
from newsroom.engine.exchange import can_exchange, exchange
from newsroom.engine.workshop import Workshop, clear

_IMMOVABLE = frozenset({errno.EXDEV, errno.EBUSY, errno.EPERM, errno.EACCES, errno.EROFS, errno.ENOTEMPTY})
_RETRIES, _PAUSE = 10, 0.1


def switch(workshop: Workshop) -> None:
    """Put the stage in the place of the output.

    Raises:
        OSError: the output cannot be written; it is as it was, or ``ready`` waits for :func:`recover`.
    """
    workshop.output.parent.mkdir(parents=True, exist_ok=True)
    if not _exchange(workshop):
        rename(workshop.stage, workshop.ready)
        try:
            _finish(workshop)
        except NoRoom:
            clear(workshop.ready)
            raise
    workshop.sign()
    clear(workshop.stage)


def recover(workshop: Workshop) -> bool:
    """Finish a switch that was cut off, and clear away what a killed build left behind.

    Returns:
        True when there was a switch to finish.

    Raises:
        OSError: the output still cannot be written.
    """
    unfinished = workshop.ready.exists()
    if unfinished:
        if workshop.output.exists():
            clear(workshop.old)
        _finish(workshop)
    clear(workshop.stage, workshop.old)
    return unfinished


def _exchange(workshop: Workshop) -> bool:
    if not (can_exchange() and workshop.output.exists()):
        return False
    try:
        exchange(workshop.stage, workshop.output)
    except OSError:
        return False
    return True


def _finish(workshop: Workshop) -> None:
    if workshop.output.exists() and not move_aside(workshop):
        carry(workshop.ready, workshop.output)
        clear(workshop.ready)
    elif not move_in(workshop):
        workshop.output.mkdir(exist_ok=True)
        carry(workshop.ready, workshop.output)
        clear(workshop.ready)
    clear(workshop.old)


def move_aside(workshop: Workshop) -> bool:
    """Step two: the old output leaves its place.  False when that folder cannot be moved."""
    return _try_rename(workshop.output, workshop.old)


def move_in(workshop: Workshop) -> bool:
    """Step three: the new output takes it.  False when it cannot be moved there."""
    return _try_rename(workshop.ready, workshop.output)


def _try_rename(source: Path, target: Path) -> bool:
    try:
        rename(source, target)
    except OSError as error:
        if error.errno not in _IMMOVABLE:
            raise
        return False
    return True


def rename(source: Path, target: Path) -> None:
    """Rename a folder; under Windows, try again while some program looks into it."""
    for left in reversed(range(_RETRIES if os.name == "nt" else 1)):
        try:
            source.rename(target)
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)
        else:
            return
