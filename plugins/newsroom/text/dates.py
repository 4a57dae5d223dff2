"""Dates as a Vietnamese office types them, and as it wants to read them.

Day comes first (``05/06/2026`` is 5 June); a date without a time means
midnight in the office's zone; a date that leaves the day or the year to guess
is refused rather than completed.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from newsroom.errors import NewsroomError

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
"""The office's time zone: UTC+7, no daylight saving since 1975."""

FIRST_YEAR, LAST_YEAR = 1945, 2100
"""Years a story may carry; anything outside is a slip of the finger."""

HOW_TO_TYPE = "Gõ ngày theo mẫu 13/01/2023 hoặc 2023-01-13, có thể thêm giờ: 13/01/2023 15:30."

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật")


class DateFault(NewsroomError):
    """A date nobody can be sure of.

    Attributes:
        code: ``date-partial`` (the day or the year is not there) or ``date-invalid``.
        message: what is wrong, one Vietnamese sentence.
        proposed: the date that may have been meant, or empty.
        hint: how a date is typed.
    """

    def __init__(self, code: str, message: str, proposed: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.proposed = proposed
        self.hint = HOW_TO_TYPE


# ── Reading ──────────────────────────────────────────────────────────────────


def parse_date(text: str) -> datetime:
    """Read a date, with or without a time, as ISO 8601 or day first.

    Returns:
        The moment in :data:`ZONE`; a typed offset is converted.

    Raises:
        DateFault: the date is partial, impossible, or no date at all.
    """
    typed = " ".join(unicodedata.normalize("NFC", text[:_LONGEST]).split())
    clock, rest = _split_clock(_WEEKDAY.sub("", typed.lower()))
    found = _ISO.fullmatch(rest) or _DAY_FIRST.fullmatch(rest) or _IN_WORDS.fullmatch(rest)
    if found is None or len(text) > _LONGEST:
        raise _why_no_date(typed, rest)
    day = _make_day(typed, found["y"], found["m"], found["d"], iso=found.re is _ISO)
    return _make_moment(typed, day, clock)


def _split_clock(text: str) -> tuple[re.Match[str] | None, str]:
    """The clock time, before or after the date, and what is left."""
    found = _CLOCK_LAST.search(text) or _CLOCK_FIRST.match(text)
    if found is None:
        return None, text.strip(_JOINERS)
    return found, (text[: found.start()] + text[found.end() :]).strip(_JOINERS)


def _why_no_date(typed: str, rest: str) -> DateFault:
    if any(pattern.fullmatch(rest) for pattern in _PARTIAL):
        return DateFault("date-partial", f"Ngày “{typed}” chưa đủ ngày, tháng, năm.")
    short = _SHORT_YEAR.fullmatch(rest)
    proposed = f"{short[1]}/{short[2]}/20{short[3]}" if short else ""
    return DateFault("date-invalid", f"Không đọc được ngày “{typed}”.", proposed)


def _make_day(typed: str, year: str, month: str, day: str, iso: bool) -> date:
    y, m, d = int(year), int(month), int(day)
    if not FIRST_YEAR <= y <= LAST_YEAR:
        raise DateFault("date-invalid", f"Năm {year} trong ngày “{typed}” nằm ngoài khoảng {FIRST_YEAR}–{LAST_YEAR}.")
    try:
        return date(y, m, d)
    except ValueError:
        proposed = _swap(y, d, m, iso)
        raise DateFault("date-invalid", f"Không có ngày “{typed}” trên lịch.", proposed) from None


def _swap(year: int, month: int, day: int, iso: bool) -> str:
    """Month and day exchanged, where that is a date: the American order is the usual slip."""
    try:
        swapped = date(year, month, day)
    except ValueError:
        return ""
    return swapped.isoformat() if iso else write_date(swapped)


def _make_moment(typed: str, day: date, clock: re.Match[str] | None) -> datetime:
    if clock is None:
        return datetime.combine(day, time(), ZONE)
    groups = clock.groupdict()
    try:
        at = time(int(groups["H"]), int(groups["M"] or 0), int(groups.get("S") or 0))
        return datetime.combine(day, at, _parse_offset(groups.get("zone"))).astimezone(ZONE)
    except ValueError:
        raise DateFault("date-invalid", f"Giờ trong “{typed}” không thể đúng.") from None


def _parse_offset(text: str | None) -> tzinfo:
    if not text:
        return ZONE
    if text == "z":
        return UTC
    sign = -1 if text[0] == "-" else 1
    digits = text[1:].replace(":", "").ljust(4, "0")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:])))


_LONGEST = 80
_JOINERS = " ,;-–"

_WEEKDAY = re.compile(r"^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)[ ,–-]*)?(?:ngày )?")
_TIME = r"(?P<H>[0-9]{1,2})(?:[:h]| ?g(?:iờ)? ?)(?P<M>[0-9]{2})?(?::(?P<S>[0-9]{2})(?:\.[0-9]+)?)?(?: phút)?"
_CLOCK_LAST = re.compile(rf"(?:(?<=[0-9])t|[ ,–-]+)(?:lúc )?{_TIME} ?(?P<zone>z|[+-][0-9]{{2}}(?::?[0-9]{{2}})?)?$")
_CLOCK_FIRST = re.compile(rf"(?:lúc )?{_TIME}(?: ?[,–-] ?| )(?:ngày )?(?=[0-9])")

_ISO = re.compile(r"(?P<y>[0-9]{4})([-/.])(?P<m>[0-9]{1,2})\2(?P<d>[0-9]{1,2})")
_DAY_FIRST = re.compile(r"(?P<d>[0-9]{1,2}) ?([-/.]) ?(?P<m>[0-9]{1,2}) ?\2 ?(?P<y>[0-9]{4})")
_IN_WORDS = re.compile(r"(?P<d>[0-9]{1,2}) tháng (?P<m>[0-9]{1,2})(?: năm |[,/ ] ?)(?P<y>[0-9]{4})")
_SHORT_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{2})")
_PARTIAL = (
    re.compile(r"(?:năm )?[0-9]{4}"),
    re.compile(r"[0-9]{4}[-/.][0-9]{1,2}"),
    re.compile(r"(?:tháng )?[0-9]{1,2} ?[-/.] ?[0-9]{4}"),
    re.compile(r"tháng [0-9]{1,2}(?: năm |[,/ ] ?)[0-9]{4}"),
    re.compile(r"(?:[0-9]{1,2} )?tháng [0-9]{1,2}"),
    re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}"),
)


# ── Writing ──────────────────────────────────────────────────────────────────


def write_long_date(day: date) -> str:
    """``Thứ Sáu, ngày 06/01/2023``, as an office dates a story."""
    return f"{_WEEKDAYS[day.weekday()]}, ngày {write_date(day)}"


def write_date(day: date) -> str:
    """``06/01/2023``."""
    return f"{day.day:02}/{day.month:02}/{day.year:04}"


def write_day(day: date) -> str:
    """``06/01``."""
    return f"{day.day:02}/{day.month:02}"


def write_month(day: date) -> str:
    """``Tháng 1 năm 2023``, the month of a day."""
    return f"Tháng {day.month} năm {day.year}"
