"""SPREADSHEETS → GRIDS OF TEXT: the office's lists as they stand, read behind bounds, nothing understood yet.

The door is :func:`read_sheet`: a file beside a story → a :class:`Workbook`, or a :class:`SheetFault`.
What the columns mean is the business of ``markup``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.sheets.bounds import EXTENSIONS
from newsroom.sheets.faults import SheetFault
from newsroom.sheets.values import Grid, Workbook

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["EXTENSIONS", "Grid", "SheetFault", "Workbook", "read_sheet"]


def read_sheet(path: Path) -> Workbook:
    """See :func:`newsroom.sheets.read.read_sheet`; what it needs is loaded when a story has a sheet."""
    from newsroom.sheets.read import read_sheet as read

    return read(path)
