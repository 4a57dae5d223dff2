"""FAULTS → REFUSAL: all that is wrong with the site, or with the machine, in sentences."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from newsroom.errors import Refusal, SiteFault, Unfinished
from newsroom.held import HOLDERS, is_held, name_file

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_MOST_NAMED = 20
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def refusing() -> Iterator[None]:
    """Turn a fault of the site, or of the operating system, into a refusal.

    Raises:
        Refusal: in place of either.
    """
    try:
        yield
    except SiteFault as fault:
        raise Refusal((str(fault),)) from fault
    except OSError as error:
        raise Refusal((str(explain(error)),)) from error


def refuse_if_any(faults: list[SiteFault], sentences: tuple[str, ...] = ()) -> None:
    """Refuse when there is any fault of the site, or any sentence about a story.

    Raises:
        Refusal: naming each once, the site's first.
    """
    said = (*dict.fromkeys(map(str, faults)), *sentences)
    if said:
        raise Refusal(said)


def refuse_unfinished(output: Path, errors: Sequence[OSError]) -> None:
    """Refuse when files of the output could not be brought up to date.

    Raises:
        Unfinished: naming them all.
    """
    if errors:
        held = any(map(is_held, errors))
        why, remedy = (HOLDERS, "đóng") if held else ("không cho ghi", "cấp quyền ghi")
        names = _list_names(sorted({_name_under(output, error) for error in errors}))
        fault = f"{output.name}/ CHƯA được cập nhật trọn vẹn vì có tệp {why}: {names}"
        advice = f"hãy {remedy} những tệp đó rồi chạy lại, phần còn lại sẽ được làm nốt."
        raise Unfinished((f"{fault}; {advice}",)) from errors[0]


def _list_names(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" và {more} tệp khác" if more > 0 else "")


def _name_under(output: Path, error: OSError) -> str:
    file = Path(name_file(error))
    return file.relative_to(output).as_posix() if file.is_relative_to(output) else str(file)


def explain(error: OSError) -> SiteFault:
    """A refusal of the operating system, in words."""
    if is_held(error):
        return SiteFault(f"{name_file(error) or 'Tệp'} {HOLDERS}.", "Hãy đóng tệp hoặc thư mục đó rồi chạy lại.")
    name = Path(str(error.filename)).name if error.filename else "tệp"
    if error.errno in _FULL:
        return SiteFault(f"Đĩa đã đầy nên không ghi được {name}.", "Hãy dọn bớt đĩa rồi chạy lại.")
    if error.errno in _FORBIDDEN:
        where = error.filename or name
        return SiteFault(f"Không có quyền đọc hoặc ghi {where}.", "Hãy kiểm tra quyền của tệp hoặc thư mục đó.")
    return SiteFault(f"Máy báo lỗi với {name}: {error.strerror or error}.", "Hãy kiểm tra đĩa và thư mục rồi chạy lại.")
