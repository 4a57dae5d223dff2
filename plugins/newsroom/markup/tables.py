"""Tables: blocks pasted from Excel (tab-separated) and pipe tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.chunks import RowsChunk
from newsroom.markup.rendering import Rendering, add
from newsroom.model import Table
from newsroom.text.cleaning import fold_spaces

_DELIMITER = re.compile(r"\|?[\s:|-]*-{3,}[\s:|-]*\|?$")
_FIGURE = re.compile(r"\d[\d.,/%: ]*$")
_PIPE = re.compile(r"(?<!\\)\|")

MOST_COLUMNS = 40
"""Columns a table may have; more is text pasted by mistake, whose cells are kept in the last column."""


def parse_table(chunk: RowsChunk, label: str) -> Table:
    """A table; empty cells stay empty, short rows are filled up."""
    rows = [_bounded(_pipe_cells(line.text) if chunk.pipes else _tab_cells(line.raw)) for line in chunk.lines]
    delimited = chunk.pipes and len(chunk.lines) > 1 and bool(_DELIMITER.match(chunk.lines[1].text))
    if chunk.pipes:
        rows = [cells for cells, line in zip(rows, chunk.lines, strict=True) if not _DELIMITER.match(line.text)]
    rows = rows or [[""]]
    width = max(map(len, rows))
    filled = [tuple(cells) + ("",) * (width - len(cells)) for cells in rows]
    if delimited or (not chunk.pipes and _is_header(filled[0])):
        return Table(filled[0], tuple(filled[1:]), chunk.line, label)
    return Table((), tuple(filled), chunk.line, label)


def _is_header(cells: Sequence[str]) -> bool:
    """Whether the first row of a pasted block names its columns: no figures, no ``Thời gian:`` form."""
    return not cells[0].endswith(":") and not any(_FIGURE.match(cell) for cell in cells)


def _tab_cells(raw: str) -> list[str]:
    cells = [fold_spaces(cell) for cell in raw.strip(" \u00a0\n").split("\t")]
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return cells


def _pipe_cells(text: str) -> list[str]:
    inner = text.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [fold_spaces(cell.replace("\\|", "|")) for cell in _PIPE.split(inner)]


def _bounded(cells: Sequence[str]) -> list[str]:
    if len(cells) <= MOST_COLUMNS:
        return list(cells)
    return [*cells[: MOST_COLUMNS - 1], fold_spaces(" ".join(cells[MOST_COLUMNS - 1 :]))]


def write_table(table: Table) -> str:
    """The table as Excel pastes it; one without a header between pipes."""
    if table.header:
        return "\n".join("\t".join(row) for row in (table.header, *table.rows))
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in table.rows)


def render_table(table: Table, parent: Element, rendering: Rendering) -> None:
    """A real table with ``th scope`` inside a region that scrolls on a phone."""
    if not rendering.for_feed:
        label = f"Bảng: {table.label}" if table.label else "Bảng"
        parent = add(parent, "div", class_="scroll", role="region", aria_label=label[:120], tabindex="0")
    element = SubElement(parent, "table")
    if table.header:
        row = SubElement(SubElement(element, "thead"), "tr")
        for cell in table.header:
            if cell:
                add(row, "th", cell, scope="col")
            else:
                SubElement(row, "td")
    body = SubElement(element, "tbody")
    for cells in table.rows:
        row = SubElement(body, "tr")
        for cell in cells:
            add(row, "td", cell)
