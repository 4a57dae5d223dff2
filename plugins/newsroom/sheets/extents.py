"""How far the cells of a packed sheet reach, found before anything makes a rectangle of them."""

from __future__ import annotations

import re

from newsroom.sheets.bounds import MOST_CELLS, MOST_COLUMNS, MOST_ROWS
from newsroom.sheets.faults import too_large

Cells = frozenset[tuple[int, int]]

_CELL = re.compile(rb"<(?:\w+:)?c(?=[\s/>])[^<>]*>")
_ROW = re.compile(rb"<(?:\w+:)?row\s[^<>]*?\br=\"(\d{1,9})\"")
_PLACE = re.compile(rb"\sr=\"([A-Za-z]{1,4})(\d{1,9})\"")
_START = re.compile(rb"<(?:\w+:)?c\s")
_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_RESULT = re.compile(rb"<(?:\w+:)?v>[^<]")
_ERROR = b't="e"'
_TOKEN = re.compile(rb"<(?:\w+:)?(table|table-row|table-cell|covered-table-cell)(?=[\s/>])([^<>]*)>")
_REPEATED = re.compile(rb"number-(?:rows|columns)-repeated=\"(\d{1,9})\"")


def check_extent(rows: int, columns: int) -> None:
    """Refuse a rectangle no list needs.

    Raises:
        SheetFault: it is too tall, too wide or too large.
    """
    if rows > MOST_ROWS:
        raise too_large(f"hơn {MOST_ROWS} dòng")
    if columns > MOST_COLUMNS:
        raise too_large(f"hơn {MOST_COLUMNS} cột")
    if rows * columns > MOST_CELLS:
        raise too_large(f"hơn {MOST_CELLS} ô")


def check_worksheet(xml: bytes) -> None:
    """Refuse an .xlsx sheet whose cells with a value reach too far."""
    rows = columns = unplaced = 0
    for cell in _CELL.findall(xml):
        if cell.endswith(b"/>"):
            continue
        if place := _PLACE.search(cell):
            rows = max(rows, int(place.group(2)))
            columns = max(columns, _column(place.group(1)) + 1)
        else:
            unplaced += 1
    if unplaced:
        rows = max([rows, xml.count(b"<row"), *map(int, _ROW.findall(xml))])
        columns = max(columns, *(len(_CELL.findall(part)) for part in xml.split(b"</row>")))
    check_extent(rows, columns)


def find_empty_formulas(xml: bytes) -> Cells:
    """Cells with a formula that gave an error or was not worked out yet, as (row, column index)."""
    if not _FORMULA.search(xml) and _ERROR not in xml:
        return frozenset()
    found = set()
    for part in _START.split(xml)[1:]:
        tag, _, inside = part.partition(b">")
        place = _PLACE.search(b" " + tag)
        empty = _FORMULA.search(inside) and not _RESULT.search(inside) and b't="str"' not in tag
        if place and (empty or _ERROR in tag):
            found.add((int(place.group(2)), _column(place.group(1))))
    return frozenset(found)


def check_content(xml: bytes) -> None:
    """Refuse an .ods file whose cells, repeated as it says, reach too far."""
    row = column = high = wide = times = 0
    for name, attributes in _TOKEN.findall(xml):
        repeated = int(found.group(1)) if (found := _REPEATED.search(attributes)) else 1
        if name == b"table":
            row = high = wide = 0
        elif name == b"table-row":
            row, column, times = row + max(times, 1) if row else 1, 0, repeated
        else:
            column += repeated
            if b"value-type" in attributes or b"string-value" in attributes:
                high, wide = max(high, row + times - 1), max(wide, column)
                check_extent(high, wide)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1
