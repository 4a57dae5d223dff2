"""Work in a process of its own, while this one goes on."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from newsroom.photos.processes import count_processors, settle_worker

CAN_FORK = hasattr(os, "fork") and sys.platform != "darwin"
"""Elsewhere a process would have to read all anew; macOS forbids its own libraries after a fork."""

Result = TypeVar("Result")


def begin(work: Callable[[], Result]) -> Callable[[], Result]:
    """Begin some work in a process of its own, while this one goes on.

    Args:
        work: inherited by the process; its result must be picklable.

    Returns:
        What waits for the result.  Where there is no such process, or it comes to grief, that does the work.
    """
    if not CAN_FORK or count_processors() == 1:
        return work
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()

    def wait() -> Result:
        try:
            result: Result = ours.recv()
        except (EOFError, OSError):
            return work()
        finally:
            ours.close()
            process.join()
        return result

    return wait


def _send(pipe: Connection, work: Callable[[], Any]) -> None:
    settle_worker()
    gc.freeze()
    with suppress(Exception):  # whoever waits does the work again, and meets the fault itself
        pipe.send(work())
