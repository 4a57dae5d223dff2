"""Two folders change places in one step, on the systems that can.

Linux alone has it as a system call (``renameat2`` with ``RENAME_EXCHANGE``, in
glibc since 2.28); at no moment is either name without its folder.
"""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def can_exchange() -> bool:
    """Whether this system knows the call; a file system may still refuse it."""
    return sys.platform == "linux" and hasattr(ctypes.CDLL(None), "renameat2")


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one file system change names, in one step.

    Raises:
        OSError: the file system cannot, or they lie on two of them; nothing has changed then.
    """
    call = ctypes.CDLL(None, use_errno=True).renameat2
    if call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) != 0:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(other))
