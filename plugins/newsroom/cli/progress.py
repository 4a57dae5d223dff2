"""Progress on a terminal: a bar that leaves nothing behind; plain lines everywhere else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from newsroom.engine import PlainReporter, Reporter
from newsroom.engine.reporter import Progress


def choose_reporter(chatty: bool) -> Reporter:
    """A bar where someone is looking, else plain lines."""
    if sys.stderr is not None and not sys.stderr.closed and sys.stderr.isatty():
        return BarReporter.on_terminal(chatty)
    return PlainReporter.on_terminal(chatty)


class BarReporter(PlainReporter):
    """Plain lines, and a bar for long work."""

    @contextmanager
    def track(self, label: str) -> Iterator[Progress]:
        """Show a bar from the first step on; it is gone when the work is done."""
        # Imported here: most commands run where nobody looks, and rich takes its time.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, Task, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as Bars
        from rich.text import Text

        class Rate(ProgressColumn):
            def render(self, task: Task) -> Text:
                return Text(write_rate(task.speed), style="progress.data.speed")

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), Rate(), TextColumn("còn"))
        with Bars(*columns, TimeRemainingColumn(), console=Console(file=self.err), transient=True) as bars:
            task = bars.add_task(label, total=None, visible=False)
            yield lambda done, total: bars.update(task, completed=done, total=total, visible=True)


def write_rate(speed: float | None) -> str:
    """Steps in a second, as Vietnamese write numbers; empty until it is known.

    >>> write_rate(2.345)
    '2,3/giây'
    >>> write_rate(120.4)
    '120/giây'
    """
    if speed is None:
        return ""
    return f"{speed:.0f}/giây" if speed >= 10 else f"{speed:.1f}/giây".replace(".", ",")
