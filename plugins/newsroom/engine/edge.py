"""The edge of the engine: outcomes become sentences and an exit status, never a traceback."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.engine.foreign import describe
from newsroom.engine.interrupts import Interrupted
from newsroom.engine.reporter import Reporter
from newsroom.errors import NewsroomError, Refusal, Unfinished
from newsroom.text.dates import write_date

if TYPE_CHECKING:
    from newsroom.engine.built import Built
    from newsroom.settings import Settings

DONE, REFUSED, INTERRUPTED = 0, 1, 130
"""Exit statuses (contract §1; 130 by the shell's custom)."""

_CRASH = "loi-chuong-trinh.txt"


def run_at_edge(work: Callable[[], int], reporter: Reporter, find_cache: Callable[[], Path | None]) -> int:
    """Do the work of a command.

    Args:
        work: gives the exit status when nothing goes wrong.
        find_cache: gives the folder in which the trace of an unexpected error is kept, for whoever
            mends the program; None while no settings are read.

    Returns:
        The exit status.
    """
    try:
        return work()
    except Refusal as refusal:
        for sentence in refusal.faults:
            reporter.warn(sentence)
        if not isinstance(refusal, Unfinished):
            reporter.warn(f"Chưa dựng được trang: {len(refusal.faults)} lỗi. Bản đã có trước đó vẫn giữ nguyên.")
    except NewsroomError as error:
        reporter.warn(str(error))
    except (Interrupted, KeyboardInterrupt) as stop:
        reporter.warn("Đã dừng theo yêu cầu. Bản đã có trước đó vẫn giữ nguyên.")
        return stop.status if isinstance(stop, Interrupted) else INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a fault of this program: the office gets a sentence, its author the trace
        reporter.warn(_confess(error, find_cache()))
    return REFUSED


def report_build(built: Built, settings: Settings, reporter: Reporter) -> None:
    """Say what was built, what is to be looked at, and when the clock will change it."""
    report = built.report
    for sentence in (*report.errors, *report.warnings, *report.idle):
        reporter.warn(sentence)
    count = f"{report.stories} bài, {report.pages} trang"
    files = f"{report.files} tệp, {built.changed} tệp mới hoặc thay đổi"
    reporter.say(f"Đã dựng xong {settings.output.name}/: {count} ({files}).")
    if report.errors:
        reporter.warn(f"Bản xem thử còn {len(report.errors)} lỗi phải sửa trước khi đăng; xem trang /loi/.")
    if built.set_aside:
        reporter.say(f"Nội dung cũ không do trang tin này tạo ra đã được chép sang {built.set_aside}.")
    if built.next_change:
        reporter.say(f"Trang tin sẽ tự thay đổi vào ngày {write_date(built.next_change)}: hãy dựng lại ngày đó.")


def _confess(error: Exception, cache: Path | None) -> str:
    sentence = f"Chương trình gặp lỗi ngoài dự kiến ({describe(error)})."
    with suppress(OSError):
        if cache is not None:
            cache.mkdir(parents=True, exist_ok=True)
            (cache / _CRASH).write_text("".join(traceback.format_exception(error)), encoding="utf-8", newline="\n")
            return f"{sentence} Hãy gửi tệp {cache / _CRASH} cho người phụ trách kỹ thuật."
    return f"{sentence} Hãy báo cho người phụ trách kỹ thuật."
