"""Sheets as an office makes them, for tests."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date
from io import BytesIO, StringIO

import openpyxl

Cell = str | int | float | date | None

HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức", "Số QĐ", "Ngày QĐ")
PEOPLE = (
    (1, "Bà Nông Thị Vỹ", "Chủ tịch", "Hội Chữ thập đỏ xã Ea Tân", "Bằng khen", "12/QĐ-UBND", date(2025, 1, 3)),
    (2, "Ông Lý Văn Dũ", "Hội viên", "Xã Nậm Cắn Thượng", "Giấy khen", "98/QĐ-CTĐ", date(2025, 1, 10)),
    (3, "Bà Lò Thị Hiên", "Giảng viên", "Trường Cao đẳng Y tế", "Giấy khen", "98/QĐ-CTĐ", date(2025, 1, 10)),
)


def make_xlsx(*rows: Sequence[Cell], merged: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    return save(book)


def save(book: openpyxl.Workbook) -> bytes:
    made = BytesIO()
    book.save(made)
    return made.getvalue()


def make_csv(*rows: Sequence[Cell], delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """A CSV file with days as Excel writes them."""
    made = StringIO()
    writer = csv.writer(made, delimiter=delimiter)
    for row in rows:
        writer.writerow([f"{cell:%d/%m/%Y}" if isinstance(cell, date) else cell for cell in row])
    return made.getvalue().encode(encoding)
