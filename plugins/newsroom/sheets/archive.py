"""Packed workbooks (.xlsx, .ods) → the same workbook with only the parts that hold text, each unpacked in bounds.

What reads the workbook afterwards never meets a part that unpacks to more than
its directory says, a program, or a cell a million columns away.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from newsroom.sheets.bounds import MOST_DECLARED, MOST_PARTS, MOST_UNPACKED
from newsroom.sheets.extents import check_content, check_worksheet, find_empty_formulas
from newsroom.sheets.faults import armed, broken, locked, too_large

_KEPT = re.compile(
    r"(?:\[Content_Types\]\.xml|_rels/\.rels|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels|xl/sharedStrings\.xml"
    r"|xl/styles\.xml|xl/worksheets/[^/]+\.xml|mimetype|content\.xml|META-INF/manifest\.xml)$",
    re.IGNORECASE,
)
_PROGRAM = re.compile(r"vbaProject|vbaData|xl/macrosheets/|^Basic/|^Scripts/", re.IGNORECASE)
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml$", re.IGNORECASE)
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]*>")
_SHEET_TAG = re.compile(rb"<(?:\w+:)?sheet\s[^<>]*>")
_ATTRIBUTE = re.compile(rb"([\w:]+)=\"([^\"<]*)\"")


@dataclass(frozen=True, slots=True)
class Packed:
    """A workbook that is safe to read.

    Attributes:
        raw: its bytes, repacked.
        formulas: per sheet in workbook order the (row, column index) of formulas without a result.
    """

    raw: bytes
    formulas: tuple[frozenset[tuple[int, int]], ...] = ()


def repack(raw: bytes) -> Packed:
    """Take a packed workbook apart and put together what is needed of it.

    Raises:
        SheetFault: damaged, locked, armed with macros, or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            parts = dict(_unpack(archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, NotImplementedError, RuntimeError):
        raise broken() from None
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise locked()
    check_content(parts.get("content.xml", b""))
    sheets = [name for name in parts if _SHEET.match(name)]
    for name in sheets:
        check_worksheet(parts[name])
    formulas = {name: find_empty_formulas(parts[name]) for name in sheets}
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as kept:
        for name, part in parts.items():
            kept.writestr(zipfile.ZipInfo(name), part)
    return Packed(packed.getvalue(), tuple(formulas.get(name, frozenset()) for name in _find_order(parts)))


def _unpack(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    infos = archive.infolist()
    if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_DECLARED:
        raise too_large("giải nén ra quá nhiều dữ liệu")
    if any(_PROGRAM.search(info.filename) for info in infos):
        raise armed()
    if len({info.filename for info in infos}) != len(infos):
        raise broken()
    left = MOST_UNPACKED
    for info in infos:
        if not _KEPT.match(info.filename):
            continue
        if info.flag_bits & 1:
            raise locked()
        with archive.open(info) as part:
            unpacked = part.read(left + 1)
        left -= len(unpacked)
        if left < 0:
            raise too_large("giải nén ra quá nhiều dữ liệu")
        yield info.filename, unpacked


def _find_order(parts: dict[str, bytes]) -> Iterator[str]:
    """Parts of the sheets as the workbook lists them."""
    targets = {}
    for tag in _RELATION.findall(parts.get("xl/_rels/workbook.xml.rels", b"")):
        relation = dict(_ATTRIBUTE.findall(tag))
        target = relation.get(b"Target", b"").decode("utf-8", "replace").lstrip("/").removeprefix("xl/")
        targets[relation.get(b"Id", b"")] = f"xl/{target}"
    for tag in _SHEET_TAG.findall(parts.get("xl/workbook.xml", b"")):
        ids = [value for name, value in _ATTRIBUTE.findall(tag) if name.endswith(b":id")]
        yield targets.get(ids[0], "") if ids else ""
