"""A list of fifty thousand is read in bounded time; what each row costs does not grow with their number."""

from __future__ import annotations

import time
from pathlib import Path

from newsroom.markup.document import parse_document
from newsroom.markup.render import render_document
from newsroom.markup.sheets import SheetFile
from newsroom.sheets import read_sheet
from tests.sheets.office import HEADER, make_csv

MOST = 50_000
PER_ROW = 0.001
"""Seconds; ten times what an office's machine needs."""


def test_fifty_thousand_rows_become_awards_in_bounded_time(tmp_path: Path) -> None:
    rows = (
        (n, f"Ông Lý Văn {n}", "Hội viên", "Xã Ea Tân", "Giấy khen", "98/QĐ-CTĐ", "10/01/2025") for n in range(MOST)
    )
    path = tmp_path / "danh-sach.csv"
    path.write_bytes(make_csv(HEADER, *rows))
    begun = time.process_time()
    file = SheetFile("danh-sach.csv", read_sheet(path))
    document = parse_document([(1, "[Danh sách khen thưởng](danh-sach.csv)")], find_sheet=lambda name: file)
    assert time.process_time() - begun < MOST * PER_ROW
    assert (len(document.awards), document.notices) == (MOST, ())
    assert sum(1 for _ in render_document(document).iter("tr")) == MOST + 1
