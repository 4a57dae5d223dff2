"""SPREADSHEETS → GRIDS OF TEXT: the office's lists as they stand, read behind bounds, nothing understood yet.

The door is :func:`read_sheet`: a file beside a story → a :class:`Workbook`, or a :class:`SheetFault`.
What the columns mean is the business of ``markup``.
"""

from __future__ import annotations

from newsroom.sheets.faults import SheetFault
from newsroom.sheets.read import EXTENSIONS, read_sheet
from newsroom.sheets.values import Grid, Workbook

__all__ = ["EXTENSIONS", "Grid", "SheetFault", "Workbook", "read_sheet"]
