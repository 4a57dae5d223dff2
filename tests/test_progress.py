"""What long work shows: a bar with count, rate and time left on a terminal, a line for each tenth elsewhere."""

from __future__ import annotations

import io

from newsroom.cli.progress import BarReporter, write_rate
from newsroom.engine import PlainReporter


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_count_rate_and_time_left_and_keeps_no_trace() -> None:
    screen = Terminal()
    with BarReporter(io.StringIO(), screen).track("Làm ảnh") as progress:
        for done in range(1, 5):
            progress(done, 4)
    shown = screen.getvalue()
    assert "Làm ảnh" in shown
    assert "4/4" in shown
    assert "/giây" in shown
    assert "còn" in shown
    assert shown.endswith("\x1b[2K")


def test_a_log_has_a_line_for_each_tenth_of_long_work_and_none_of_short() -> None:
    log = io.StringIO()
    with PlainReporter(log, log).track("Làm ảnh") as progress:
        for done in range(1, 241):
            progress(done, 240)
    assert log.getvalue().splitlines() == [f"Làm ảnh: {24 * tenth}/240" for tenth in range(1, 11)]
    log = io.StringIO()
    with PlainReporter(log, log).track("Làm ảnh") as progress:
        progress(1, 8)
    assert log.getvalue() == ""


def test_a_rate_is_written_as_vietnamese_write_numbers() -> None:
    assert [write_rate(speed) for speed in (None, 0.25, 2.345, 120.4)] == ["", "0,2/giây", "2,3/giây", "120/giây"]
