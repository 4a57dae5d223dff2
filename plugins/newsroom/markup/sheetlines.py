"""A line that names a sheet of honourees beside the story: ``[Danh sách khen thưởng](danh-sach.xlsx)`` alone on a
line, or ``{khen-thuong: danh-sach.xlsx}``, with ``, không tải`` where readers may not download the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from newsroom.markup.links import beside_name, is_file_beside
from newsroom.markup.references import LINK, find_link
from newsroom.model import AwardSheet
from newsroom.sheets import EXTENSIONS
from newsroom.text.cleaning import fold_spaces
from newsroom.text.folding import fold

_BRACED = re.compile(r"\{\s*([^:{}]{1,20}?)\s*:\s*([^{}]{1,200}?)\s*(?:,\s*((?:không\s+)?tải)\s*)?\}$", re.IGNORECASE)
_KEY = re.compile(r"khen[ -]thuong$")
_ALONE = re.compile(LINK + "$")


@dataclass(frozen=True, slots=True)
class SheetLine:
    """A line that names a sheet.

    Attributes:
        name: of the file.
        text: of the link, empty in braces.
        said: ``tải``, ``không tải`` or empty.
        line: source line.
    """

    name: str
    text: str
    said: str
    line: int


def parse_line(text: str, line: int) -> SheetLine | None:
    """The sheet that a whole line names, or None."""
    if text[:1] == "{" and (match := _BRACED.match(text)) and _KEY.match(fold(match.group(1))):
        said = fold_spaces((match.group(3) or "").lower())
        return SheetLine(beside_name(match.group(2)), "", said, line)
    if text[:1] == "[" and text.endswith(")") and _ALONE.match(text):
        link = find_link(text)
        name = beside_name(link.target)
        if is_file_beside(link.target) and PurePosixPath(name).suffix.lower() in EXTENSIONS:
            return SheetLine(name, link.text or name, "", line)
    return None


def write_sheet(sheet: AwardSheet) -> str:
    """The line as a clerk types it."""
    if sheet.text:
        return f"[{sheet.text}]({sheet.name})"
    return f"{{khen-thuong: {sheet.name}{f', {sheet.said}' if sheet.said else ''}}}"
