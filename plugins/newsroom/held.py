"""Files that another program holds: under Windows they can be neither replaced, renamed nor removed until it lets go.

Word and PDF viewers hold what they show, virus scanners and OneDrive what has just been
written.  Nearly always that passes within seconds, so that it is worth trying again.
"""

from __future__ import annotations

import errno
import os
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

_GROWING = (0.05, 0.1, 0.2, 0.3, 0.4, 0.7, 1.0, 1.4, 1.8, 2.2, 2.5)
PAUSES: Sequence[float] = _GROWING if os.name == "nt" else ()
"""Seconds before each further try, some ten in all; elsewhere a refusal has reasons that do not pass."""

BRIEFLY = PAUSES[:5]
"""Seconds before each further try where there is another way, one in all."""

HOLDERS = "đang mở trong chương trình khác (Word, trình xem PDF, Explorer, OneDrive…)"
"""Said of a file that is held."""

_IN_USE = frozenset({5, 32, 33})
"""Windows' words for it: access denied (of a file of one's own, nearly always that), sharing and lock violation."""


def insist(act: Callable[[], object], pauses: Sequence[float] = PAUSES) -> None:
    """Do something with a file; try again while another program holds it.

    Raises:
        PermissionError: it is still held after the last pause.
    """
    for error in insist_on_all((act,), pauses):
        raise error


def insist_on_all(acts: Iterable[Callable[[], object]], pauses: Sequence[float] = PAUSES) -> list[PermissionError]:
    """Do things with many files, those that are held again after each pause; gives what stopped the others."""
    left, errors = _try(acts)
    for pause in pauses:
        if not left:
            break
        time.sleep(pause)
        left, errors = _try(left)
    return errors


def _try(acts: Iterable[Callable[[], object]]) -> tuple[list[Callable[[], object]], list[PermissionError]]:
    left, errors = [], []
    for act in acts:
        try:
            act()
        except PermissionError as error:
            left.append(act)
            errors.append(error)
    return left, errors


def is_held(error: OSError) -> bool:
    """Whether the system says that a file is in use."""
    # Windows' own number does not come home from a worker process.
    return getattr(error, "winerror", None) in _IN_USE or (os.name == "nt" and error.errno == errno.EACCES)


def name_file(error: OSError) -> str:
    """The file that a refusal is about: of two, the one whose place was to be taken; may be empty."""
    return str(error.filename2 or error.filename or "")


def tell_system(error: OSError, file: Path) -> tuple[object, ...]:
    """What a new error must be told to say the same as another one, with a file's name where that has none."""
    return (error.errno, error.strerror, error.filename or str(file), getattr(error, "winerror", None))
