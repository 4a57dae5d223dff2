"""A file beside a story → its sheets: the kind is what the bytes say, never what the name says."""

from __future__ import annotations

from pathlib import Path

from newsroom.sheets.archive import Packed, repack
from newsroom.sheets.bounds import MOST_BYTES
from newsroom.sheets.commas import read_commas
from newsroom.sheets.faults import armed, broken, too_large
from newsroom.sheets.ole import SIGNATURE, check_old
from newsroom.sheets.values import Workbook
from newsroom.sheets.workbook import read_workbook

_TEXT = frozenset({".csv", ".tsv"})


def read_sheet(path: Path) -> Workbook:
    """Read a spreadsheet.

    Raises:
        SheetFault: it cannot be read, or may not be.
        OSError: the file cannot be opened.
    """
    if path.stat().st_size > MOST_BYTES:
        raise too_large(f"hơn {MOST_BYTES // 1024 // 1024} MB")
    raw = path.read_bytes()
    if path.suffix.lower() == ".xlsm":
        raise armed()
    if raw.startswith(b"PK"):
        return read_workbook(repack(raw))
    if raw.startswith(SIGNATURE):
        check_old(raw)
        return read_workbook(Packed(raw))
    if path.suffix.lower() not in _TEXT:
        raise broken()
    return Workbook((read_commas(raw),))
