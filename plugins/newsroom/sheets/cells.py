"""A cell's value → the text a Vietnamese reader expects in its place."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from newsroom.text.cleaning import fold_spaces
from newsroom.text.dates import write_date

Value = str | bool | int | float | date | datetime | time | timedelta | None


def write_cell(value: Value) -> str:
    """One line of text; ``1.0`` is ``1``, ``3.5`` is ``3,5``, a date is day first."""
    match value:
        case str():
            return fold_spaces(value)
        case None:
            return ""
        case bool():
            return "có" if value else "không"
        case int():
            return str(value)
        case float():
            return _write_number(value)
        case datetime():
            clock = f" {value:%H:%M}" if value.time() != time() else ""
            return write_date(value.date()) + clock
        case date():
            return write_date(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = round(value.total_seconds() / 60)
            return f"{minutes // 60}:{minutes % 60:02}"


def _write_number(value: float) -> str:
    """The shortest digits that mean the number, without an exponent and with a decimal comma."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.10f}".rstrip("0").rstrip(".") if 1e-6 < abs(value) < 1e15 else repr(value)
    return text.replace(".", ",")
