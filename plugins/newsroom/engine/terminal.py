"""The process and its terminal: UTF-8 everywhere, and three standard streams that are there."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import TextIO


def require_utf8() -> None:
    """Start the process again in UTF-8 mode where file names would be read as something else.

    Under ``LC_ALL=C`` with ``PYTHONUTF8=0`` Python takes file names for ASCII,
    and ``Ảnh hội nghị.jpg`` cannot be opened; the mode can only be chosen at start.
    """
    if sys.getfilesystemencoding().lower().replace("-", "") != "utf8" and os.name == "posix":
        flush_streams()
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], {**os.environ, "PYTHONUTF8": "1"})


def settle_streams() -> None:
    """Write UTF-8 to the terminal, whatever the locale, and fill standard streams that are closed.

    With descriptor 1 closed, the next file opened would take its number and
    receive whatever some library prints.
    """
    for number in (0, 1, 2):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


def flush_streams() -> None:
    """Flush what can be flushed, so that Python does not complain of a broken pipe as it exits."""
    for stream in (sys.stdout, sys.stderr):
        if stream is None or stream.closed:
            continue
        try:
            stream.flush()
        except (OSError, ValueError):
            _point_at_nothing(stream)


def _point_at_nothing(stream: TextIO) -> None:
    with suppress(OSError, ValueError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)
