"""Old workbooks (.xls): a look at their records before anything reads them.

Compound File Binary Format ([MS-CFB]) and BIFF ([MS-XLS]): only what tells a
password, a macro, and how far the cells reach.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from newsroom.sheets.extents import check_extent
from newsroom.sheets.faults import armed, broken, locked

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_END = 0xFFFFFFFA
"""Sector numbers from here on are marks, not sectors."""

_FILEPASS, _BOF, _MULRK = 0x002F, 0x0809, 0x00BD
_VALUES = frozenset({0x0006, 0x0206, 0x0406, 0x0203, 0x0204, 0x0205, 0x027E, 0x00FD, 0x00D6})
"""FORMULA, NUMBER, LABEL, BOOLERR, RK, LABELSST, RSTRING: records that begin with row and column."""


def check_old(raw: bytes) -> None:
    """Let an .xls file pass, or say why not.

    Raises:
        SheetFault: damaged, locked, armed with macros, or too large.
    """
    try:
        streams = dict(_read_streams(raw))
    except (struct.error, IndexError):
        raise broken() from None
    names = {name.casefold() for name in streams}
    if "encryptedpackage" in names:
        raise locked()
    if names & {"_vba_project", "_vba_project_cur", "vba"}:
        raise armed()
    stream = streams.get("Workbook") or streams.get("Book")
    if not stream:
        raise broken()
    _check_records(stream)


def _check_records(stream: bytes) -> None:
    at = rows = columns = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind == _FILEPASS:
            raise locked()
        if kind == _BOF:
            rows = columns = 0
        elif (kind in _VALUES or kind == _MULRK) and size >= 6 and at + size <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at)
            last = struct.unpack_from("<H", stream, at + size - 2)[0] if kind == _MULRK else column
            if row >= rows or last >= columns:
                rows, columns = max(rows, row + 1), max(columns, last + 1)
                check_extent(rows, columns)
        at += size


def _read_streams(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Every entry of the directory with its bytes; folders have none."""
    shift, small_shift = struct.unpack_from("<HH", raw, 30)
    if not (7 <= shift <= 16 and 4 <= small_shift <= shift):
        raise broken()
    fat_count, first = struct.unpack_from("<I", raw, 44)[0], struct.unpack_from("<I", raw, 48)[0]
    cutoff, first_small = struct.unpack_from("<II", raw, 56)
    size = 1 << shift
    fat = _read_table(raw, list(_fat_sectors(raw, size, fat_count)), size)
    directory = _chain(raw, fat, first, size, size)
    small_table = _chain(raw, fat, first_small, size, size)
    small = struct.unpack(f"<{len(small_table) // 4}I", small_table)
    entries = [directory[i : i + 128] for i in range(0, len(directory) - 127, 128)]
    inner = b""
    for entry in entries:
        length = struct.unpack_from("<H", entry, 64)[0]
        name = entry[: max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        start, bytes_ = struct.unpack_from("<II", entry, 116)
        if entry[66] == 5:
            inner = _chain(raw, fat, start, size, size)
        elif entry[66] == 2 and bytes_ < cutoff:
            yield name, _chain(inner, small, start, 1 << small_shift, 0)[:bytes_]
        elif entry[66] in (1, 2):
            yield name, _chain(raw, fat, start, size, size)[:bytes_] if entry[66] == 2 else b""


def _fat_sectors(raw: bytes, size: int, count: int) -> Iterator[int]:
    """Sectors of the allocation table: the first 109 from the header, the rest from sectors of their own."""
    numbers = list(struct.unpack_from("<109I", raw, 76))
    following = struct.unpack_from("<I", raw, 68)[0]
    seen: set[int] = set()
    while following < _END and following not in seen:
        seen.add(following)
        more = struct.unpack_from(f"<{size // 4}I", raw, size * (following + 1))
        numbers += more[:-1]
        following = more[-1]
    yield from [number for number in numbers if number < _END][:count]


def _read_table(raw: bytes, sectors: list[int], size: int) -> tuple[int, ...]:
    joined = b"".join(raw[size * (sector + 1) : size * (sector + 2)] for sector in sectors)
    return struct.unpack(f"<{len(joined) // 4}I", joined[: len(joined) // 4 * 4])


def _chain(raw: bytes, table: tuple[int, ...], sector: int, size: int, offset: int) -> bytes:
    """The bytes of a chain of sectors; one that runs in a circle is cut."""
    pieces = []
    for _ in range(len(table)):
        if sector >= len(table):
            break
        at = offset + size * sector
        pieces.append(raw[at : at + size])
        sector = table[sector]
    return b"".join(pieces)
