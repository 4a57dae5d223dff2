"""CSV as Excel, LibreOffice and web forms write it: any of three delimiters, in UTF-8, UTF-16 or an older encoding."""

from __future__ import annotations

import codecs
import csv
import re
from collections import Counter
from collections.abc import Iterator

from newsroom.model import Notice
from newsroom.sheets.bounds import MOST_ROWS
from newsroom.sheets.faults import SheetFault, broken, too_large
from newsroom.sheets.grids import make_grid
from newsroom.sheets.values import Grid
from newsroom.text.cleaning import fold_spaces
from newsroom.text.decoding import decode

_DELIMITERS = (";", "\t", ",")
_SAMPLE = 20_000
_TOLD = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
_LOST = re.compile(r"[^\W\d_]\?(?=[^\W\d_]| [^\W\d_])")
_FEWEST_LOST = 3
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_commas(raw: bytes) -> Grid:
    """Read a CSV file; the row that begins on line n is row n.

    Raises:
        SheetFault: it is no text, or its quotes do not close.
    """
    text, notices = _read_text(raw)
    told = _TOLD.match(text)
    delimiter = told.group(1) if told else _find_delimiter(text)
    rows: list[list[str]] = []
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    begun = 1
    try:
        for cells in reader:
            rows += [[] for _ in range(begun - 1 - len(rows))]
            rows.append([fold_spaces(cell) for cell in cells])
            begun = reader.line_num + 1
            if begun > MOST_ROWS:
                raise too_large(f"hơn {MOST_ROWS} dòng")
    except csv.Error:
        raise SheetFault(
            "sheet-unreadable",
            f"Dấu nháy kép mở ở dòng {begun} của bảng không đóng lại, hoặc đóng sai chỗ.",
            "Hãy mở tệp bằng Excel hoặc LibreOffice, sửa ô ấy rồi lưu lại.",
            begun,
        ) from None
    if told:
        rows[0] = []
    return make_grid("", rows, (*notices, *_check_lost(text)))


def _check_lost(text: str) -> Iterator[Notice]:
    """Question marks where Excel's plain CSV had no place for a Vietnamese letter."""
    lost = len(_LOST.findall(text))
    if lost >= _FEWEST_LOST:
        line = text.count("\n", 0, next(_LOST.finditer(text)).start()) + 1
        message = f"Có {lost} dấu ? thay cho chữ có dấu đã mất khi lưu bảng."
        hint = "Hãy mở lại bảng Excel gốc, lưu thành .xlsx, hoặc chọn loại “CSV UTF-8”."
        yield Notice("encoding-unreadable", "error", line, message, hint, found="?")


def _read_text(raw: bytes) -> tuple[str, tuple[Notice, ...]]:
    if raw.startswith(_WIDE):
        try:
            return raw.decode("utf-16"), ()
        except UnicodeDecodeError:
            pass  # cut off in the middle of a letter: read as well as can be, and told
    decoded = decode(raw)
    if "\0" in decoded.text or (decoded.notice and not decoded.text):
        raise broken()
    return decoded.text, (decoded.notice,) if decoded.notice else ()


def _find_delimiter(text: str) -> str:
    """The sign that parts most lines into the same number of cells."""
    sample = text[:_SAMPLE].splitlines(keepends=True)
    if len(text) > _SAMPLE and len(sample) > 1:
        sample.pop()
    return max(_DELIMITERS, key=lambda sign: _agreement(sample, sign))


def _agreement(lines: list[str], sign: str) -> tuple[float, int]:
    counts = Counter(len(cells) for cells in csv.reader(lines, delimiter=sign) if cells)
    usual, times = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(1, 0))
    return (times / counts.total(), usual) if usual > 1 else (0.0, 0)
