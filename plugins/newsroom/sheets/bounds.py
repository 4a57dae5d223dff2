"""How much a list may hold: far more than any office's, far less than harms a build."""

from __future__ import annotations

MOST_BYTES = 20 * 1024 * 1024
"""Of the file as it lies beside the story."""

MOST_UNPACKED = 64 * 1024 * 1024
"""Of the parts of a packed workbook that are read."""

MOST_DECLARED = 200 * 1024 * 1024
"""Of everything in a packed workbook, as its own directory says."""

MOST_PARTS = 2_000
MOST_ROWS = 60_000
MOST_COLUMNS = 300
MOST_CELLS = 1_000_000
"""Of the rectangle from A1 to the last cell with a value."""

LARGEST_MERGE = 2_000
"""Cells under one merged cell; a larger one is a formatting of whole columns."""

EXTENSIONS = frozenset({".xlsx", ".xls", ".ods", ".csv", ".xlsm", ".tsv"})
"""Names of files that may hold a list; lower case."""
