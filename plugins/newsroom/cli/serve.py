"""``newsroom serve``: a preview on this machine alone, built again at every change."""

from __future__ import annotations

import webbrowser
from collections.abc import Iterator
from contextlib import closing
from functools import partial

from newsroom.cli.live.board import Board
from newsroom.cli.live.preview import Outcome, Preview, Unrepeating
from newsroom.cli.live.restart import restart
from newsroom.cli.live.server import HOST, served
from newsroom.cli.live.watching import Changes, Inbox, watching
from newsroom.cli.words import Serve
from newsroom.engine import DONE, Reporter, flush_streams, run_at_edge
from newsroom.engine.edge import report_build

_STOPPED = 128
"""Exit statuses from here on mean that a signal stopped the build."""


def serve(command: Serve, reporter: Reporter) -> int:
    """Build, serve, and build again at every change, until told to stop."""
    ports: list[int] = []
    status = run_at_edge(lambda: _serve(command, reporter, ports), reporter, lambda: None)
    if ports:
        reporter.say("Mã chương trình đã thay đổi: đang khởi động lại bản xem thử.")
        flush_streams()
        restart(ports[0])
    return status


def _serve(command: Serve, reporter: Reporter, ports: list[int]) -> int:
    inbox, board = Inbox(), Board()
    with (
        closing(Preview(command, reporter)) as preview,
        watching(inbox, preview.folders, command.settings.absolute().parent, reporter),
        served(preview.settings.output, command.port, board) as port,
    ):
        try:
            for count, outcome in enumerate(follow(preview, inbox, board, reporter)):
                if outcome.restart:
                    ports.append(port)
                elif count == 0 and outcome.status < _STOPPED:
                    _welcome(f"http://{HOST}:{port}/", command, reporter)
        except KeyboardInterrupt:
            reporter.say("Đã dừng xem thử.")
    return DONE


def follow(preview: Preview, inbox: Inbox, board: Board, reporter: Reporter) -> Iterator[Outcome]:
    """Build at first and then at every change, until the inbox is closed, a signal comes or the code changes.

    Yields:
        What came of each build, after it was posted and reported.

    Raises:
        KeyboardInterrupt: Ctrl-C was pressed between two builds.
    """
    teller = Unrepeating(reporter)
    changes: Changes | None = frozenset()
    while changes is not None:
        board.begin()
        shown = preview.show(changes)
        if shown:
            board.show()
        outcome = preview.rebuild(changes)
        if not outcome.restart:
            board.post(outcome, shown)
        preview.prepare(outcome)
        if outcome.built:
            teller.tell(partial(report_build, outcome.built, outcome.settings))
        yield outcome
        changes = None if outcome.restart or outcome.status >= _STOPPED else inbox.take()


def _welcome(address: str, command: Serve, reporter: Reporter) -> None:
    reporter.say(f"Xem thử tại {address} (nhấn Ctrl-C để dừng).")
    if command.open:
        webbrowser.open(address)
