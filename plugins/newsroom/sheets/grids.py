"""Rows of cells → a grid whose letters are clean: the same cleaning at the door that stories have."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from newsroom.model import Notice
from newsroom.sheets.values import Grid
from newsroom.text.cleaning import clean

NOTHING_MERGED: Mapping[tuple[int, int], tuple[int, int]] = MappingProxyType({})


def make_grid(
    name: str,
    rows: Sequence[Sequence[str]],
    notices: tuple[Notice, ...] = (),
    *,
    formulas: frozenset[tuple[int, int]] = frozenset(),
    merged: Mapping[tuple[int, int], tuple[int, int]] = NOTHING_MERGED,
) -> Grid:
    """A grid of cleaned text; cells must hold neither tabs nor line breaks."""
    last = max((n for n, cells in enumerate(rows, start=1) if any(cells)), default=0)
    cleaned = clean("\n".join("\t".join(cells) for cells in rows[:last]).encode("utf-8", "replace"))
    lines = (*cleaned.lines, *("" for _ in range(last - len(cleaned.lines))))
    kept = tuple(tuple(cell.strip() for cell in line.split("\t")) if line else () for line in lines)
    return Grid(name, kept, (*notices, *cleaned.notices), formulas, merged)
