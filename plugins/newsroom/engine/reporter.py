"""How the engine speaks: through a reporter that is passed in, never by itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from typing import Protocol, Self, TextIO

Progress = Callable[[int, int], None]
"""Told (steps done, steps in all)."""

LONG = 100
"""So many steps are announced without being asked: whoever reads a log must see that something happens."""


class Reporter(Protocol):
    """Whoever shows the office what a command is doing.  Every sentence is Vietnamese."""

    def say(self, sentence: str) -> None:
        """Something done."""

    def warn(self, sentence: str) -> None:
        """Something that must be looked at: a fault, or a doubt."""

    def track(self, label: str) -> AbstractContextManager[Progress]:
        """Show long work; nothing is shown until the yielded function is first called."""


@dataclass(frozen=True)
class PlainReporter:
    """Plain lines: what was done on ``out``, faults and doubts on ``err``.

    Attributes:
        out, err: text streams, or None where the process has none.
        chatty: also announce the steps of long work.
    """

    out: TextIO | None
    err: TextIO | None
    chatty: bool = False

    @classmethod
    def on_terminal(cls, chatty: bool = False) -> Self:
        """A reporter on the standard streams."""
        return cls(sys.stdout, sys.stderr, chatty)

    def say(self, sentence: str) -> None:
        """Write one line to ``out``."""
        _write_line(self.out, sentence)

    def warn(self, sentence: str) -> None:
        """Write one line to ``err``."""
        _write_line(self.err, sentence)

    @contextmanager
    def track(self, label: str) -> Iterator[Progress]:
        """Announce every tenth of long work; of short work too, when asked to."""
        yield lambda done, total: self._step(label, done, total)

    def _step(self, label: str, done: int, total: int) -> None:
        if (self.chatty or total >= LONG) and (done == total or done * 10 // total > (done - 1) * 10 // total):
            self.say(f"{label}: {done}/{total}")


def _write_line(stream: TextIO | None, sentence: str) -> None:
    # A closed stream or a broken pipe must not decide whether a site is published.
    if stream is not None:
        with suppress(OSError, ValueError):
            stream.write(f"{sentence}\n")
            stream.flush()
