"""A fence around code that is not the newsroom's: whatever it raises becomes a fault of the site."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.errors import NewsroomError, Place, SiteFault


@contextmanager
def fenced(fault: str, remedy: str, place: Place | None = None, file: Path | None = None) -> Iterator[None]:
    """Turn any exception of the enclosed foreign code into a :class:`SiteFault`.

    Args:
        fault: sentence without its final stop; the exception's own words follow in parentheses.
        remedy: what to do about it.
        place: the file at fault, where it is known.
        file: the file in which to look for the line at fault, where that is to be found out.

    Raises:
        SiteFault: when the enclosed code raises anything but a :class:`NewsroomError`.
    """
    try:
        yield
    except NewsroomError:
        raise
    except Exception as error:  # settings files, templates and plugins may raise anything at all
        found = Place(file.name, _find_line(error, file)) if file else place
        raise SiteFault(f"{fault} ({describe(error)}).", remedy, found) from error


def describe(error: BaseException) -> str:
    """An exception in one line: its kind and its words."""
    words = " ".join(str(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _find_line(error: BaseException, file: Path) -> int:
    """Line of ``file`` at which the exception arose, 0 when it did not pass through that file."""
    if isinstance(error, SyntaxError) and error.filename and Path(error.filename) == file:
        return error.lineno or 0
    frames = traceback.extract_tb(error.__traceback__)
    return next((frame.lineno or 0 for frame in reversed(frames) if Path(frame.filename) == file), 0)


@contextmanager
def gathered(faults: list[SiteFault]) -> Iterator[None]:
    """Remember a fault of the site and go on, so that all of a run are named together."""
    try:
        yield
    except SiteFault as fault:
        faults.append(fault)
