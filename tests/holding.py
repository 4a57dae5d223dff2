"""A file that another program holds, as only Windows lets it: one call of the system refuses it in its place."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

IN_USE = 32
"""Windows' number for a file that another program holds."""


def refuse(*files: object) -> PermissionError:
    first, *second = map(str, files)
    error = PermissionError(errno.EACCES, "Access is denied", first, None, *second)
    error.winerror = IN_USE  # type: ignore[attr-defined]
    return error


@contextmanager
def held(calls: str, *files: Path) -> Iterator[None]:
    """These calls of the system refuse these files, as what is to be moved and as what is to be replaced."""
    names, ends = set(map(str, files)), {file.name for file in files}
    with pytest.MonkeyPatch.context() as patching:
        for call in calls.split():
            real = getattr(os, call)

            def guarded(*given: Any, real: Any = real, **options: Any) -> Any:
                told = (
                    ends if "dir_fd" in options else names
                )  # a folder that is removed is walked by its entries' names
                if told.intersection(map(str, given)):
                    raise refuse(*given)
                return real(*given, **options)

            patching.setattr(os, call, guarded)
        yield
