"""What a spreadsheet holds, as text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from newsroom.model import Notice


@dataclass(frozen=True, slots=True)
class Grid:
    """One sheet of a workbook, or a CSV file.

    Attributes:
        name: of the sheet; empty for a CSV file.
        rows: clean text of the cells; ``rows[n - 1]`` is row n as a spreadsheet program counts
            (in a CSV file: line n), and a row of a CSV file has the cells that were typed.
        notices: what was odd about the letters; ``line`` is a row.
        formulas: (row, column index) of cells that hold a formula and no result.
        merged: (row, column index) of every cell that a merged cell covers → the same of its first cell.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    notices: tuple[Notice, ...] = ()
    formulas: frozenset[tuple[int, int]] = frozenset()
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Workbook:
    """Every visible sheet in order, and the names of the hidden ones, which are not read."""

    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
