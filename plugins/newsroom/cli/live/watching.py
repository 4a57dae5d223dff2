"""DISK → CHANGES: whatever is saved, at whatever moment, reaches the next build.

The watchers are at work before the first build begins, and what they see waits
in the :class:`Inbox` while a build runs.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, SimpleQueue

from watchfiles import Change, DefaultFilter, watch

from newsroom.engine import Reporter
from newsroom.junk import is_junk

STEP, MOST = 10, 30
"""Milliseconds of quiet that end a burst of changes, and the longest burst: an editor saves in several steps."""

_BEAT = 50
"""Milliseconds after which a watcher that has seen nothing says so: from then on it is known to be at work."""

_POLL = 1000
"""Milliseconds between two looks at every file, where the system has no watcher left to give."""

_BREATH = 0.5
"""Seconds: Windows hears Ctrl-C only between two waits."""

Changes = frozenset[Path]
_Seen = Generator[set[tuple[Change, str]], None, None]


class Inbox:
    """Changes that no build has taken in yet."""

    def __init__(self) -> None:
        self._queue: SimpleQueue[Changes | None] = SimpleQueue()

    def put(self, changes: Changes) -> None:
        """Add what has changed; any thread may."""
        self._queue.put(changes)

    def close(self) -> None:
        """Let :meth:`take` say that there will be no more."""
        self._queue.put(None)

    def take(self) -> Changes | None:
        """Wait for changes, and take all that have come; None when the inbox is closed.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed meanwhile.
        """
        taken = self._wait()
        while taken is not None:
            try:
                more = self._queue.get_nowait()
            except Empty:
                break
            taken = None if more is None else taken | more
        return taken

    def _wait(self) -> Changes | None:
        while True:
            try:
                return self._queue.get(timeout=_BREATH)
            except Empty:
                continue


class _Wanted(DefaultFilter):
    """Stops what editors leave behind while they save."""

    def __call__(self, change: Change, path: str) -> bool:
        return not is_junk(Path(path).name) and super().__call__(change, path)


class _Python(_Wanted):
    """Lets Python files pass."""

    def __call__(self, change: Change, path: str) -> bool:
        return path.endswith(".py") and super().__call__(change, path)


@contextmanager
def watching(inbox: Inbox, folders: Sequence[Path], home: Path, reporter: Reporter) -> Iterator[None]:
    """Put every change into the inbox for as long as the block runs; at work when it is entered.

    Args:
        folders: watched with all that is in them.
        home: watched for Python files of its own alone, since settings live there.

    Raises:
        OSError: a folder cannot be watched at all.
    """
    stop = threading.Event()
    views = (_look(folders, _Wanted(), stop, reporter), _look([home], _Python(), stop, reporter, deep=False))
    threads = [threading.Thread(target=_follow, args=(view, inbox), daemon=True) for view in views]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _follow(view: _Seen, inbox: Inbox) -> None:
    for seen in view:
        if seen:
            inbox.put(frozenset(Path(name) for _, name in seen))


def _look(
    paths: Sequence[Path], keep: DefaultFilter, stop: threading.Event, reporter: Reporter, deep: bool = True
) -> _Seen:
    """Changes from now on, and an empty set at every beat without any.  The first beat is over when this returns."""

    def begin(polling: bool | None) -> _Seen:
        view = watch(
            *paths,
            watch_filter=keep,
            debounce=MOST,
            step=STEP,
            stop_event=stop,
            rust_timeout=_BEAT,
            yield_on_timeout=True,
            force_polling=polling,
            poll_delay_ms=_POLL,
            recursive=deep,
            ignore_permission_denied=True,
        )
        return _again(next(view), view)

    try:
        return begin(None)
    except FileNotFoundError:
        raise
    except OSError:
        reporter.warn("Máy không theo dõi nổi ngần ấy thư mục cùng lúc: xem thử sẽ nhận ra thay đổi chậm hơn vài giây.")
        return begin(True)


def _again(first: set[tuple[Change, str]], rest: _Seen) -> _Seen:
    yield first
    yield from rest
