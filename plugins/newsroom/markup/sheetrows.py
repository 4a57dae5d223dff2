"""A grid of cells → the list of honourees in it: title, header, sections, rows; what is odd becomes a notice.

Nothing is guessed: a row that does not say whom it honours is shown and told,
but honours nobody.  What stands above the title and below the last row (the
national head, the signature) belongs to the paper, not to the list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from newsroom.markup.headings import Columns, find_columns, find_private, is_header, is_under_header, name_columns
from newsroom.model import Level, Notice, SheetRow, SheetTable
from newsroom.sheets import Grid
from newsroom.text.dates import write_date
from newsroom.text.folding import fold

_DEEPEST_HEADER = 60
"""Rows among which the header is looked for."""

_TITLE = re.compile(r"danh sach|khen|tuyen duong|vinh danh|ton vinh|bieu duong")
_SIGN = re.compile(
    r"^(?:tm|kt|tl|tuq|t/m|k/t)[. ]|nguoi lap|lap bang|ngay\s.{0,6}thang\s.{0,6}nam|chu tich$|tong (?:so|cong)|^cong\b"
    r"|danh sach (?:nay )?(?:co|gom)|an dinh|noi nhan|da ky|thu truong|xac nhan"
)
_RANK = re.compile(r"\d{1,6}[.)]?$")
_SECTION_MARK = re.compile(r"(?:[IVXLC]+|[A-ZĐ])[./)-]?$")
_SECTION = re.compile(r"(?:[IVXLC]+|[A-ZĐ])\s?[./)-]\s*\S")
_GROUP = re.compile(
    r"tap the|ca nhan|gia dinh|bang khen|giay khen|ky niem chuong|huan chuong|huy chuong|huy hieu|danh hieu|co thi dua"
)
_COLUMN_NUMBER = re.compile(r"\(?(?:\d{1,2}|[A-Z])\)?$")
_ERROR = re.compile(r"#(?:REF|N/A|VALUE|NAME|DIV/0|NUM|NULL)[!?]?", re.IGNORECASE)
_SERIAL = re.compile(r"[2-6]\d{4}$")
_EPOCH = date(1899, 12, 30)
"""Day 0 of a spreadsheet's calendar."""


def read_table(grid: Grid) -> tuple[SheetTable, tuple[Notice, ...]] | None:
    """The list in a grid, or None when no row heads one."""
    header = _find_header(grid)
    if header is None:
        return None
    reading = _Reading(grid, header)
    rows = tuple(reading.read())
    title = tuple(_find_title(grid.rows[: header.row - 1]))
    notices = (*grid.notices, *reading.notices)
    return SheetTable(title, tuple(header.texts[i] for i in header.shown), rows), notices


@dataclass(frozen=True, slots=True)
class _Header:
    """The header of a list.

    Attributes:
        row: its number; ``last`` the number of the last row that belongs to it.
        texts: a heading for every column.
        joined: columns under one merged heading of names, joined into the first.
        shown: columns that are shown; private, joined and empty ones are not.
    """

    row: int
    last: int
    texts: tuple[str, ...]
    columns: Columns
    joined: tuple[int, ...]
    shown: tuple[int, ...]


def _find_header(grid: Grid) -> _Header | None:
    for number, cells in enumerate(grid.rows[:_DEEPEST_HEADER], start=1):
        if sum(map(bool, cells)) < 2:
            continue
        under = grid.rows[number] if number < len(grid.rows) else ()
        divided = is_under_header(under)
        texts = tuple(_join_headings(cells, under)) if divided else cells
        columns = find_columns(texts)
        if is_header(columns):
            return _make_header(grid, number, number + divided, texts, columns)
    return None


def _join_headings(above: Sequence[str], under: Sequence[str]) -> Iterator[str]:
    """``Quyết định`` over ``Số``, ``Ngày`` → ``Quyết định số``, ``Quyết định ngày``."""
    top = ""
    for index in range(max(len(above), len(under))):
        typed = above[index] if index < len(above) else ""
        low = under[index] if index < len(under) else ""
        top = typed or (top if low else "")
        yield f"{top} {low[:1].lower()}{low[1:]}".strip() if low and top else top


def _make_header(grid: Grid, row: int, last: int, texts: Sequence[str], columns: Columns) -> _Header:
    names = name_columns(columns)
    first = names[0]
    joined = tuple(
        index
        for index in range(first + 1, len(texts))
        if not texts[index] and grid.merged.get((row, index)) == (row, first)
    )
    hidden = {*joined, *find_private(texts)}
    filled = {i for cells in grid.rows[last:] for i, cell in enumerate(cells) if cell and i < len(texts)}
    filled |= {column for row, column in grid.formulas if row > last}
    shown = tuple(i for i in range(len(texts)) if i not in hidden and (i in filled or i == first))
    return _Header(row, last, tuple(texts), columns, (first, *joined), shown)


def _find_title(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines above the header, from the first that names a list or an award on."""
    begun = False
    for cells in rows:
        line = " ".join(dict.fromkeys(filter(None, cells)))
        begun = begun or bool(_TITLE.search(fold(line)))
        if begun and line:
            yield line


@dataclass(slots=True)
class _Reading:
    grid: Grid
    header: _Header
    notices: list[Notice] = field(default_factory=list)
    seen: dict[tuple[str, ...], int] = field(default_factory=dict)
    ranked: bool = False

    def read(self) -> Iterator[SheetRow]:
        """Rows from below the header to the last that lists someone."""
        first = self.header.last + 1
        rows = [(n, self._cells(n)) for n in range(first, len(self.grid.rows) + 1)]
        rank = self.header.columns.get("number")
        self.ranked = rank is not None and any(_RANK.match(cells[rank]) for _, cells in rows)
        last = max((i for i, (_, cells) in enumerate(rows) if self._lists(cells)), default=-1)
        empty: list[int] = []
        section = True
        for number, cells in rows[: last + 1]:
            if not any(cells):
                empty.append(number)
                continue
            row = self._row(number, cells)
            if row is None:
                continue
            if not row.section and not section:
                self._tell_empty(empty)
            empty, section = [], row.section
            yield row

    def _cells(self, number: int) -> list[str]:
        """The row, as wide as the header; a cell merged downwards holds the same in every row."""
        typed = self.grid.rows[number - 1]
        width = len(self.header.texts)
        cells = [*typed[:width], *[""] * (width - len(typed))]
        for index, cell in enumerate(cells):
            top, left = self.grid.merged.get((number, index), (number, index))
            if not cell and left == index and self.header.last < top < number:
                cells[index] = self.grid.rows[top - 1][index]
        first, *rest = self.header.joined
        if rest:
            cells[first] = " ".join(filter(None, (cells[i] for i in self.header.joined)))
            cells = ["" if i in rest else cell for i, cell in enumerate(cells)]
        return cells

    def _lists(self, cells: Sequence[str]) -> bool:
        """Whether a row surely lists someone: by its number, or in a list without numbers by a name."""
        if self.ranked:
            full = sum(map(bool, cells)) * 2 > len(self.header.shown)
            return bool(_RANK.match(cells[self.header.columns["number"]])) or (full and not _signs(cells))
        return bool(self._name(cells)) and not _signs(cells)

    def _name(self, cells: Sequence[str]) -> str:
        return " ".join(filter(None, dict.fromkeys(cells[i] for i in name_columns(self.header.columns))))

    def _row(self, number: int, cells: list[str]) -> SheetRow | None:
        typed = self.grid.rows[number - 1]
        if number == self.header.last + 1 and all(_COLUMN_NUMBER.match(cell) for cell in cells if cell):
            return None
        if text := self._find_section(cells):
            return SheetRow(number, (text, *[""] * (len(self.header.shown) - 1)), section=True)
        before = len(self.notices)
        self._check_width(number, typed)
        self._check_cells(number, cells)
        name = self._name(cells)
        rank = cells[self.header.columns["number"]] if self.ranked else "1"
        if not name:
            self._tell(number, "error" if _RANK.match(rank) else "warning", "không có tên người hoặc tập thể")
        elif not _RANK.match(rank) and sum(map(bool, cells)) < 2:
            self._tell(number, "warning", f"chỉ có “{name}”, không có số thứ tự, nên không tính là người được khen")
        elif not _RANK.match(rank):
            self._tell(number, "warning", f"(“{name}”) thiếu số thứ tự")
        sound = not any(n.level == "error" for n in self.notices[before:])
        honoured = bool(name) and sound and (bool(_RANK.match(rank)) or sum(map(bool, cells)) > 1)
        if honoured:
            self._check_twice(number, name, cells)
        return SheetRow(number, tuple(cells[i] for i in self.header.shown), honoured=honoured)

    def _find_section(self, cells: Sequence[str]) -> str:
        """The text of a row that heads those below it, or empty."""
        typed = [cell for cell in cells if cell]
        mark = typed[0] if len(typed) == 2 and _SECTION_MARK.match(typed[0]) else ""
        if len(typed) > 1 and not mark:
            return ""
        text = typed[-1]
        if mark or _SECTION.match(text) or (_GROUP.search(fold(text)) and (self.ranked or text.isupper())):
            return f"{mark}{'' if mark[-1:] in './)-' else '.'} {text}" if mark else text
        return ""

    def _check_width(self, number: int, typed: Sequence[str]) -> None:
        """A row of a CSV file with fewer or more cells than its header: a sign is missing or too many."""
        header = self.grid.rows[self.header.row - 1]
        width = max(index for index, heading in enumerate(header, start=1) if heading)
        if len(typed) < width:
            self._tell(number, "error", f"chỉ có {len(typed)} ô, trong khi bảng có {width} cột")
        elif any(typed[width:]) and not any(self.header.texts[width:]):
            self._tell(number, "error", f"có {len(typed)} ô, nhiều hơn {width} cột của bảng")

    def _check_cells(self, number: int, cells: list[str]) -> None:
        for index in self.header.shown:
            heading = self.header.texts[index]
            if (number, index) in self.grid.formulas:
                self._tell(number, "error", f"có công thức chưa tính được ở cột “{heading}”")
            elif "#" in cells[index] and _ERROR.match(cells[index]):
                self._tell(number, "error", f"có công thức bị lỗi ({cells[index]}) ở cột “{heading}”")
        day = self.header.columns.get("day")
        if day is not None and _SERIAL.match(cells[day]):
            read = write_date(_EPOCH + timedelta(days=int(cells[day])))
            self._tell(number, "warning", f"ghi ngày là số {cells[day]}; trang hiểu là {read}")
            cells[day] = read

    def _check_twice(self, number: int, name: str, cells: Sequence[str]) -> None:
        columns = self.header.columns
        others = tuple(
            fold(cells[columns[role]])
            for role in ("unit", "office", "form", "decision", "merit", "year")
            if role in columns
        )
        first = self.seen.setdefault((fold(name), *others), number)
        if first != number:
            self._tell(number, "warning", f"(“{name}”) giống hệt dòng {first}")

    def _tell_empty(self, numbers: Sequence[int]) -> None:
        for number in numbers:
            self._tell(number, "hint", "bỏ trống giữa danh sách")

    def _tell(self, number: int, level: Level, fault: str) -> None:
        hint = "Hãy sửa dòng này trong bảng rồi lưu lại." if level != "hint" else "Nếu không cần, hãy xóa dòng trống."
        self.notices.append(Notice("sheet-row-odd", level, number, f"Dòng {number} của bảng {fault}.", hint))


def _signs(cells: Sequence[str]) -> bool:
    """Whether a row belongs to the signature or the sum below a list."""
    return any(_SIGN.search(fold(cell)) for cell in cells if cell)
