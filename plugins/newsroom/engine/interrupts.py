"""Being told to stop: Ctrl-C, SIGTERM and a closed terminal end a build cleanly."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name))


class Interrupted(BaseException):
    """The process was told to stop.  Not an ``Exception``, as ``KeyboardInterrupt`` is not.

    Attributes:
        status: exit status by the shell's custom, 128 + the signal's number.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number


class Interrupts:
    """While active, a signal raises :class:`Interrupted`, but never inside :meth:`held`."""

    def __init__(self) -> None:
        self._process = os.getpid()
        self._holding = False
        self._waiting: list[int] = []

    @contextmanager
    def active(self) -> Iterator[None]:
        """Answer signals for as long as the block runs; only the main thread can."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        # Whoever started this process may have had it ignore a signal (nohup does): it still does.
        heard = [number for number in _SIGNALS if signal.getsignal(number) not in (signal.SIG_IGN, None)]
        before = {number: signal.signal(number, self._answer) for number in heard}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let the enclosed few steps come to their end first."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        if self._waiting:
            raise Interrupted(self._waiting[0])

    def _answer(self, number: int, frame: FrameType | None) -> None:
        if os.getpid() != self._process:  # a forked worker has nothing to tidy up, and nothing to say
            os._exit(128 + number)
        if not self._holding:
            raise Interrupted(number)
        self._waiting.append(number)
