"""What the columns of a list of honourees hold, by their Vietnamese headings.

Order, case, marks, Unicode form and the usual spellings do not matter
(``STT``, ``Số TT``; ``Họ và tên``, ``HỌ TÊN``; ``Số QĐ``, ``Quyết định số``).
A heading that is not known is a column that is only shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from newsroom.text.folding import fold

Role = Literal[
    "number", "who", "person", "collective", "family", "given", "unit", "office", "merit", "form",
    "decision", "day", "body", "year", "kind", "note", "private", "birth",
]  # fmt: skip
Columns = Mapping[Role, int]

_PRIVATE = (
    r"(?:so )?(?:cccd|cmnd|cmt|can cuoc.*|dinh danh.*|ho chieu)(?: .*)?"
    r"|(?:so )?(?:dien thoai|dt|sdt|di dong|tai khoan|tk|stk)(?: .*)?"
    r"|e ?mail|thu dien tu|ngan hang"
)
_PATTERNS: tuple[tuple[Role, str], ...] = (
    ("number", r"stt|tt|s tt|so tt|so thu tu|no"),
    ("private", _PRIVATE),
    ("birth", r"ngay(?: thang)?(?: nam)? sinh(?: .*)?"),
    ("family", r"ho|ho (?:va )?(?:ten )?(?:dem|lot)|ho (?:va )?chu lot"),
    ("given", r"ten"),
    ("who", r".*(?:tap the|don vi|to chuc).*(?:ca nhan|ho (?:va )?ten).*"),
    ("who", r".*(?:ca nhan|ho (?:va )?ten).*(?:tap the|don vi|to chuc).*"),
    ("who", r"(?:nguoi|doi tuong) duoc (?:khen|tang).*|ten(?: goi)?(?: doi tuong)?"),
    ("person", r"(?:ten )?ca nhan(?: .*)?|ho (?:va )?(?:chu )?ten(?: .*)?"),
    ("collective", r"(?:ten )?(?:cac )?(?:tap the|to chuc|gia dinh|ho gia dinh)(?: duoc .*)?"),
    ("collective", r"ten (?:don vi|co quan|clb|cau lac bo|doi|nhom)(?: .*)?"),
    ("unit", r"chuc (?:vu|danh).*(?:don vi|cong tac|co quan).*"),
    ("office", r"chuc (?:vu|danh)(?: .*)?|nghe nghiep"),
    ("kind", r"(?:loai )?doi tuong|phan loai|loai"),
    ("unit", r"(?:thuoc )?don vi(?! mau)(?: .*)?|noi (?:cong tac|lam viec|o|sinh hoat)(?: .*)?"),
    ("unit", r"co quan(?: cong tac)?"),
    ("unit", r"dia chi(?: .*)?|chi hoi|co so hoi|cong tac tai"),
    ("body", r"cap (?:khen|quyet dinh|ra quyet dinh|ban hanh|ky|tang)(?: .*)?|nguoi ky|noi ban hanh"),
    ("body", r"co quan (?:ban hanh|quyet dinh|ra quyet dinh|khen|tang)(?: .*)?"),
    ("day", r"(?:qd |quyet dinh )?ngay(?: thang)?(?: nam)?(?: (?:ky|ban hanh|ra|qd|quyet dinh|cua).*)?"),
    ("decision", r"(?:so )?(?:hieu )?(?:qd|quyet dinh)(?: .*)?|so(?: va)? ngay(?: thang)?(?: nam)?(?: .*)?"),
    ("merit", r"(?:noi dung |tom tat )?thanh tich(?: .*)?|ly do(?: .*)?"),
    ("form", r"hinh thuc(?: (?:khen|thi dua|de nghi|tang).*)?|danh hieu(?: .*)?|khen thuong|phan thuong"),
    ("form", r"(?:loai|muc|bac) (?:hinh )?khen(?: .*)?|loai bang khen"),
    ("year", r"nam(?: khen.*)?"),
    ("note", r"ghi chu|g chu|gchu"),
)
_ROLES = tuple((role, re.compile(rf"(?:{pattern})$")) for role, pattern in _PATTERNS)
_SIGNS = re.compile(r"[\W_]+")
_SUB = re.compile(r"(?:so|ngay|thang|nam|qd|quyet|dinh|ky|hieu|ho|ten|dem|va| )+$")

LONGEST = 60
"""Characters of a heading; a sentence is none."""


def find_role(heading: str) -> Role | None:
    """What a column's heading says of its cells."""
    if not heading or len(heading) > LONGEST:
        return None
    words = _SIGNS.sub(" ", fold(heading)).strip()
    return next((role for role, pattern in _ROLES if pattern.match(words)), None)


def find_columns(header: Sequence[str]) -> dict[Role, int]:
    """Role → index of its first column."""
    columns: dict[Role, int] = {}
    for index, heading in enumerate(header):
        if role := find_role(heading):
            columns.setdefault(role, index)
    if "family" in columns and "given" not in columns:
        del columns["family"]
    if "given" in columns and "family" not in columns:
        columns.setdefault("who", columns.pop("given"))
    return columns


def find_private(header: Sequence[str]) -> tuple[int, ...]:
    """Columns of papers, telephones, accounts and mail."""
    return tuple(index for index, heading in enumerate(header) if find_role(heading) == "private")


def name_columns(columns: Columns) -> tuple[int, ...]:
    """Where the name of the honoured may stand: one column, one each for persons and collectives, or the two
    halves of a name."""
    if "family" in columns:
        return columns["family"], columns["given"]
    named = tuple(columns[role] for role in ("who", "person", "collective") if role in columns)
    if named:
        return named
    return (columns["unit"],) if "unit" in columns and "form" in columns else ()


def is_header(columns: Columns) -> bool:
    """Whether a row with these columns heads a list of people or collectives."""
    return bool(name_columns(columns)) and len(columns) > 1


def is_under_header(cells: Sequence[str]) -> bool:
    """Whether a row only divides the headings above it (``Số`` and ``Ngày`` under ``Quyết định``)."""
    words = [_SIGNS.sub(" ", fold(cell)).strip() for cell in cells if cell]
    return bool(words) and all(_SUB.match(each) for each in words)
