"""Workbooks of Excel and LibreOffice, read by calamine; the only place that knows it."""

from __future__ import annotations

from io import BytesIO

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
    WorksheetNotFound,
    XmlError,
    ZipError,
)

from newsroom.sheets.archive import Packed
from newsroom.sheets.bounds import LARGEST_MERGE, MOST_CELLS
from newsroom.sheets.cells import write_cell
from newsroom.sheets.extents import Cells, check_extent
from newsroom.sheets.faults import broken, locked
from newsroom.sheets.grids import make_grid
from newsroom.sheets.values import Grid, Workbook


def read_workbook(packed: Packed) -> Workbook:
    """Read every visible sheet of a workbook that was looked through.

    Raises:
        SheetFault: damaged or locked.
    """
    try:
        return _read(packed)
    except PasswordError:
        raise locked() from None
    except (CalamineError, XmlError, ZipError, WorksheetNotFound, ValueError, OverflowError):
        raise broken() from None
    except BaseException as fault:
        if type(fault).__name__ == "PanicException":  # how a fault inside calamine arrives; it has no name to import
            raise broken() from None
        raise


def _read(packed: Packed) -> Workbook:
    grids: list[Grid] = []
    hidden: list[str] = []
    with CalamineWorkbook.from_filelike(BytesIO(packed.raw)) as book:
        for index, sheet in enumerate(book.sheets_metadata):
            formulas = packed.formulas[index] if index < len(packed.formulas) else frozenset()
            if sheet.typ != SheetTypeEnum.WorkSheet:
                continue
            if sheet.visible != SheetVisibleEnum.Visible:
                hidden.append(sheet.name)
                continue
            grids.append(_read_grid(sheet.name, book.get_sheet_by_name(sheet.name), formulas))
    return Workbook(tuple(grids), tuple(hidden))


def _read_grid(name: str, sheet: CalamineSheet, formulas: Cells) -> Grid:
    if sheet.end is None:
        return Grid(name, ())
    check_extent(sheet.end[0] + 1, sheet.end[1] + 1)
    rows = [[write_cell(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    return make_grid(name, rows, formulas=formulas, merged=_find_covered(sheet))


def _find_covered(sheet: CalamineSheet) -> dict[tuple[int, int], tuple[int, int]]:
    """Cells that merged cells cover → their first cell; a merge of whole columns counts as none."""
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if len(covered) < MOST_CELLS and (bottom - top + 1) * (right - left + 1) <= LARGEST_MERGE:
            for row in range(top, bottom + 1):
                covered.update({(row + 1, column): (top + 1, left) for column in range(left, right + 1)})
    return covered
