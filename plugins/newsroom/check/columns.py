"""Tables as the office pastes them: which column a number stands in, and what leads up to a row."""

from __future__ import annotations

import re
from collections.abc import Sequence

WIDEST = 2_000
"""A line longer than this is no table row; keeps the search for a cell bounded."""

_LIST_ROW = re.compile(r"\s*(?:[-+*•–]\s|\(?\d{1,3}(?:[./)-]|\s|$)|[a-zđ]\))")


def find_header(lines: Sequence[str]) -> list[int]:
    """For each line the index of the header row of its table, or -1 outside tables; linear."""
    headers: list[int] = []
    for i, line in enumerate(lines):
        if not _separator(line):
            headers.append(-1)
        else:
            headers.append(headers[-1] if headers and headers[-1] >= 0 else i)
    return headers


def find_heading(lines: Sequence[str], headers: Sequence[int], index: int, column: int) -> str:
    """The header cell above a 0-based column of a line, or empty outside tables."""
    line = lines[index]
    header = lines[headers[index]] if headers[index] not in (-1, index) else ""
    if not header or len(line) > WIDEST or len(header) > WIDEST:
        return ""
    separator = _separator(line)
    cells = header.split(separator)
    number = line.count(separator, 0, column)
    return cells[number].strip() if number < len(cells) else ""


def find_lead_in(lines: Sequence[str], headers: Sequence[int]) -> list[str]:
    """For each line the line that introduces it, or empty; linear.

    A row of a table or list is introduced by the last line that is no row; any
    other line by the line before it, where that ends in a colon.
    """
    leads: list[str] = []
    lead = ""
    for line, header in zip(lines, headers, strict=True):
        is_row = header >= 0 or _LIST_ROW.match(line) is not None
        leads.append(lead if is_row or lead.endswith(":") else "")
        if line.strip() and not is_row:
            lead = line.rstrip(" *_")[-WIDEST:]
    return leads


def _separator(line: str) -> str:
    if "\t" in line:
        return "\t"
    return "|" if line.count("|") > 1 else ""
