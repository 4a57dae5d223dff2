"""Where photos are made, when the office names another place than the processes of its machine."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from concurrent.futures import Executor

from newsroom.errors import SiteFault

_REMEDY = "Hãy ghi dạng “tên_gói.tệp:hàm”, ví dụ newsroom.photos.cluster:start, hoặc để trống."


def find_executor(name: str) -> Callable[[], Executor] | None:
    """The function behind ``NEWSROOM_EXECUTOR``; None for the processes of this machine.

    Args:
        name: ``package.module:function``, or empty.

    Raises:
        SiteFault: there is no such module or function.
    """
    if not name:
        return None
    module, _, function = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), function)
    except (ImportError, AttributeError, ValueError) as error:
        raise SiteFault(f"Không tìm thấy NEWSROOM_EXECUTOR = {name!r} ({error}).", _REMEDY) from error

    def start() -> Executor:
        executor = found() if callable(found) else found
        if not isinstance(executor, Executor):
            raise SiteFault(f"NEWSROOM_EXECUTOR = {name!r} không cho một concurrent.futures.Executor.", _REMEDY)
        return executor

    return start
