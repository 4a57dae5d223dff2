"""Make the sample's award list as an office makes one in Excel: national head, merged titles, sections, signature.

    python tools/make_award_sheet.py

Writes it beside the story on the awards of 2025; every name in it is invented.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.worksheet.worksheet import Worksheet

TARGET = (
    Path(__file__).resolve().parent.parent
    / "content/tin-tuc/2026/2026-01-22-khen-thuong-nam-2025/danh-sach-khen-thuong.xlsx"
)
CERTIFICATE, PRAISE = "Bằng khen của Chủ tịch UBND tỉnh", "Giấy khen của tỉnh Hội"
DECISIONS = {CERTIFICATE: ("2467/QĐ-UBND", date(2025, 12, 26)), PRAISE: ("201/QĐ-CTĐ", date(2025, 12, 30))}
COLLECTIVES = (
    ("Hội Chữ thập đỏ xã Nậm Cắn Thượng", CERTIFICATE),
    ("Bếp ăn nhân ái Bệnh viện Đa khoa Đồng Mít", CERTIFICATE),
    ("Hội Chữ thập đỏ xã Ea Tân", PRAISE),
    ("Hội Chữ thập đỏ Trường Cao đẳng Y tế Hải Lâm", PRAISE),
    ("Câu lạc bộ Ngân hàng máu sống An Khê Đông", PRAISE),
    ("Nhóm thiện nguyện Hạt Gạo", PRAISE),
)
PEOPLE = (
    ("Bà Nông Thị Vỹ", "Chủ tịch", "Hội Chữ thập đỏ xã Ea Tân", CERTIFICATE),
    ("Ông Y Blơn Kđoh", "Tình nguyện viên", "Xã Ea Tân", CERTIFICATE),
    ("Ông Tạ Minh Lương", "Bác sĩ", "Bệnh viện Đa khoa Đồng Mít", CERTIFICATE),
    ("Bà Đinh Thị Sáo", "Hội viên", "Hội Chữ thập đỏ phường Đông Hà Mới", CERTIFICATE),
    ("Bà Lò Thị Hiên", "Giảng viên", "Trường Cao đẳng Y tế Hải Lâm", PRAISE),
    ("Bà Vi Thị Mẩy", "Tổ trưởng tổ nấu ăn", "Xã Nậm Cắn Thượng", PRAISE),
    ("Ông Nguyễn Văn Ân", "Lái xe", "Đội xe cứu trợ Đồng Mít", PRAISE),
    ("Ông Nguyễn Văn An", "Hội viên", "Hội Chữ thập đỏ phường Đông Hà Mới", PRAISE),
    ("Em Đàm Khánh Vy", "Đội trưởng", "Đội thanh niên tình nguyện Trường Cao đẳng Y tế Hải Lâm", PRAISE),
    ("Ông Hồ Văn Khoáng", "Đội trưởng", "Đội ứng phó thảm họa xã Sông Vang", PRAISE),
    ("Bà H’Nghĩa Êban", "Cộng tác viên", "Xã Ea Tân", PRAISE),
)
WIDTHS = (6, 44, 20, 44, 34, 16, 13, 12)
HEAD = (
    ("TRUNG ƯƠNG HỘI CHỮ THẬP ĐỎ VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("HỘI CHỮ THẬP ĐỎ TỈNH HẢI LÂM", "Độc lập - Tự do - Hạnh phúc"),
)
TITLES = (
    "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC KHEN THƯỞNG",
    "Có thành tích xuất sắc trong công tác Hội và phong trào Chữ thập đỏ năm 2025",
)
COLUMNS = (
    "STT",
    "Tên tập thể, họ và tên cá nhân",
    "Chức vụ",
    "Đơn vị",
    "Hình thức khen thưởng",
    "Quyết định",
    "",
    "Ghi chú",
)


def main() -> None:
    """Make the sheet and save it beside its story."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Danh sách"
    write_head(sheet)
    write_rows(sheet)
    write_signature(sheet)
    for column, width in zip("ABCDEFGH", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    book.properties.creator = "Văn phòng tỉnh Hội"
    book.properties.created = datetime(2026, 1, 20, 8, 0)  # noqa: DTZ001 - a workbook knows no zone
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    book.save(TARGET)


def write_head(sheet: Worksheet) -> None:
    centred, bold = Alignment(horizontal="center", vertical="center", wrap_text=True), Font(bold=True)
    for left, right in HEAD:
        sheet.append([left, None, None, None, right])
        row = sheet.max_row
        sheet.merge_cells(f"A{row}:C{row}")
        sheet.merge_cells(f"E{row}:H{row}")
    for title in ("", *TITLES, ""):
        sheet.append([title or None])
        if title:
            sheet.merge_cells(f"A{sheet._current_row}:H{sheet._current_row}")
    sheet.append(list(COLUMNS))
    top = sheet._current_row
    sheet.append([None] * 5 + ["Số", "Ngày"])
    sheet.merge_cells(f"F{top}:G{top}")
    for column in "ABCDEH":
        sheet.merge_cells(f"{column}{top}:{column}{top + 1}")
    for row in sheet.iter_rows(min_row=1, max_row=top + 1):
        for cell in row:
            cell.alignment, cell.font = centred, bold


def write_rows(sheet: Worksheet) -> None:
    first = sheet._current_row - 1
    sheet.append(["I", "TẬP THỂ"])
    for rank, (name, form) in enumerate(COLLECTIVES, start=1):
        sheet.append([rank, name, None, None, form, *DECISIONS[form]])
    sheet.append(["II", "CÁ NHÂN"])
    for rank, (name, office, unit, form) in enumerate(PEOPLE, start=1):
        sheet.append([rank, name, office, unit, form, *DECISIONS[form]])
    line = Side(style="thin")
    for row in sheet.iter_rows(min_row=first, max_row=sheet._current_row, max_col=8):
        for cell in row:
            cell.border = Border(line, line, line, line)
        row[6].number_format = "dd/mm/yyyy"


def write_signature(sheet: Worksheet) -> None:
    sheet.append([])
    counted = f"Danh sách này có {len(COLLECTIVES):02} tập thể và {len(PEOPLE)} cá nhân./."
    for left, right in (
        (counted, "Hải Lâm, ngày 20 tháng 01 năm 2026"),
        ("Người lập biểu", "TM. BAN THƯỜNG VỤ"),
        (None, "CHỦ TỊCH"),
        (None, None),
        ("Hà Vy", "Trần Thị Khuê"),
    ):
        sheet.append([None, left, None, None, right])


if __name__ == "__main__":
    main()
