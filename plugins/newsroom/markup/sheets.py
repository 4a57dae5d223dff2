"""Sheets of honourees: what is beside the story under a typed name, whether it is a list, and its tables on the page.

A link to a spreadsheet that no heading shows to be a list of honourees stays
what it is, an attachment.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.headings import find_columns, find_private
from newsroom.markup.inline import set_plain, set_unsigned
from newsroom.markup.references import Reference
from newsroom.markup.rendering import Rendering, add
from newsroom.markup.sheetlines import SheetLine
from newsroom.markup.sheetrows import read_table
from newsroom.model import AwardSheet, Level, Notice, SheetTable
from newsroom.sheets import SheetFault, Workbook
from newsroom.text.folding import fold

_LIKELY = re.compile(r"khen|danh[ -]sach|tuyen[ -]duong|vinh[ -]danh|ton[ -]vinh")

MOST_IN_FEED = 60
"""Rows of a sheet that a feed shows; a longer list is read on the page."""

DOWNLOAD = "Tải danh sách"


@dataclass(frozen=True, slots=True)
class SheetFile:
    """A spreadsheet beside a story.

    Attributes:
        path: relative to ``content/``.
        found: what it holds, or why it cannot be read.
        offered: whether the site offers originals for download unless the story says otherwise.
    """

    path: str
    found: Workbook | SheetFault
    offered: bool = True


FindSheet = Callable[[str], SheetFile | None]


def no_sheets(name: str) -> None:
    """For a text that has no folder: no file is beside it."""


def read_award_sheet(
    typed: SheetLine, file: SheetFile | None, names_award: bool
) -> tuple[AwardSheet | None, tuple[Notice, ...]]:
    """The sheet a line names, with everything odd about it.

    Args:
        typed: the line.
        file: what is beside the story under that name.
        names_award: whether the story's words around the line speak of an award.

    Returns:
        None for the sheet when the line is only an attachment.
    """
    if file is None:
        return None, () if typed.text else (_say_missing(typed),)
    likely = not typed.text or bool(_LIKELY.search(fold(f"{typed.text} {typed.name}")))
    if isinstance(file.found, SheetFault):
        return None, (_say_fault(file.found, file.path, likely),)
    read = [table for grid in file.found.grids if (table := read_table(grid)) is not None]
    if not any(_is_award_list(table, names_award or not typed.text) for table, _ in read):
        doubts = [n for grid in file.found.grids for n in grid.notices if n.level == "error"]
        said = [*(replace(n, file=file.path) for n in doubts), *_say_no_list(typed, file.path)]
        return None, tuple(said) if likely else ()
    offered = typed.said == "tải" or (file.offered and typed.said != "không tải")
    sheet = AwardSheet(typed.name, typed.text, tuple(table for table, _ in read), offered, typed.said, typed.line)
    notices = [replace(notice, file=file.path) for _, found in read for notice in found]
    if offered:
        notices += _check_offer(file)
    return sheet, tuple(notices)


def _is_award_list(table: SheetTable, told: bool) -> bool:
    columns = find_columns(table.header)
    words = fold(" ".join(table.title))
    return told or "form" in columns or "merit" in columns or "khen" in words or "vinh" in words


def _say_missing(typed: SheetLine) -> Notice:
    return Notice(
        "attachment-missing",
        "error",
        typed.line,
        f"Không có tệp “{typed.name}” cạnh bài.",
        "Hãy chép tệp vào thư mục của bài, hoặc sửa lại tên tệp.",
        found=typed.name,
    )


def _say_fault(fault: SheetFault, path: str, likely: bool) -> Notice:
    """What cannot be read as a list may still be an attachment that is no list; what is refused may not."""
    level: Level = "error" if likely or fault.code == "sheet-refused" else "warning"
    return Notice(fault.code, level, fault.row, fault.message, fault.hint, file=path)


def _say_no_list(typed: SheetLine, path: str) -> list[Notice]:
    message = "Không thấy dòng tiêu đề của danh sách khen thưởng trong bảng này."
    hint = "Hãy đặt tên cột là “Họ và tên” (hoặc “Tập thể”) và “Hình thức khen thưởng”, mỗi cột một tên."
    if typed.text:
        message += " Bảng chỉ được đăng làm tệp đính kèm."
    return [Notice("sheet-headings", "hint" if typed.text else "error", 1, message, hint, file=path)]


def _check_offer(file: SheetFile) -> list[Notice]:
    """What a reader would find in the original that the page does not show."""
    if isinstance(file.found, SheetFault):
        return []
    notices = []
    for grid in file.found.grids:
        for row, cells in enumerate(grid.rows[:60], start=1):
            names = [cells[i] for i in find_private(cells)]
            if names and len(find_columns(cells)) > 2:
                message = (
                    f"Bảng có cột “{names[0]}” là thông tin cá nhân; trang không hiện cột này nhưng tệp gốc thì có."
                )
                hint = "Hãy xóa cột ấy khỏi tệp, hoặc gõ {khen-thuong: tên tệp, không tải}."
                notices.append(Notice("private-id", "error", row, message, hint, found=names[0], file=file.path))
    for name in file.found.hidden:
        message = f"Trang tính ẩn “{name}” không hiện trên trang, nhưng ai tải tệp về cũng xem được."
        notices.append(
            Notice("sheet-hidden", "warning", 1, message, "Hãy xóa trang tính ấy nếu không công khai.", file=file.path)
        )
    return notices


def render_sheet(sheet: AwardSheet, parent: Element, rendering: Rendering) -> None:
    """The original as a link, then each list as a real table in a region that scrolls on a phone."""
    if sheet.offered:
        link = rendering.render_link(Reference(sheet.text or DOWNLOAD, sheet.name))
        if link is not None:
            SubElement(parent, "p").append(link)
    elif sheet.text:
        set_plain(SubElement(parent, "p"), sheet.text)
    for table in sheet.tables:
        if rendering.for_feed and len(table.rows) > MOST_IN_FEED:
            set_plain(SubElement(parent, "p"), f"Danh sách {len(table.rows)} dòng, xem trên trang của bài.")
        else:
            _render_table(table, parent, rendering)


def _render_table(table: SheetTable, parent: Element, rendering: Rendering) -> None:
    if not rendering.for_feed:
        label = f"Bảng: {' '.join(table.title) or 'Danh sách khen thưởng'}"
        parent = add(parent, "div", class_="scroll", role="region", aria_label=label[:120], tabindex="0")
    element = SubElement(parent, "table")
    if table.title:
        set_unsigned(SubElement(element, "caption"), "\n".join(table.title))
    row = SubElement(SubElement(element, "thead"), "tr")
    for heading in table.header:
        set_unsigned(add(row, "th", scope="col") if heading else SubElement(row, "td"), heading)
    body = SubElement(element, "tbody")
    for each in table.rows:
        if each.section:
            body = SubElement(element, "tbody") if len(body) else body
            head = add(SubElement(body, "tr"), "th", scope="rowgroup", colspan=str(len(table.header)))
            set_unsigned(head, each.cells[0])
            continue
        row = SubElement(body, "tr")
        for cell in each.cells:
            set_unsigned(SubElement(row, "td"), cell)
