"""private-id: số giấy tờ tùy thân của một người.

Báo số căn cước 12 chữ số, số chứng minh nhân dân 9 chữ số, số hộ chiếu. Theo
Luật Bảo vệ dữ liệu cá nhân (91/2025/QH15), những số này không được đăng. Số tài
khoản, mã giao dịch, số văn bản không báo.

Sai::

    Bà Lò Thị Én, CCCD 099185000123, nhận hỗ trợ.

Báo: `099185000123`.

Sai::

    Ông Giàng A Pủa, chứng minh nhân dân số 090 000 123.

Báo: `090 000 123`.

Đúng::

    Bà Lò Thị Én, thôn Nậm Mơ, nhận hỗ trợ.
    Số tài khoản 001185000123, tại Ngân hàng Hải Lâm; mã giao dịch 001185000123.
    Khi đến, bà con mang theo CCCD; điện thoại 0200.000.123.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.check.columns import find_header, find_heading
from newsroom.check.numbers import Kind, find_kind, find_kind_of_heading
from newsroom.check.prose import parse_prose
from newsroom.model import Notice, Story

CODE = "private-id"

_NUMBER = re.compile(
    r"\d(?<![\w./+-]\d)(?<!\d \d)(?:\d{11}|\d{8}|\d\d([ .])\d{3}\1\d{6}|\d\d(?:[ .]\d{3}){2,3}|\d{3}(?:[ .]\d{4}){2})"
    r"(?![\w/]|[ .,-]\d)"
)
_PASSPORT = re.compile(r"[A-Z](?<!\w.)\d{7}(?!\w)")
_CITIZEN = re.compile(r"0(?!00)\d{2}[0-3]\d{8}")
"""Circular 59/2021/TT-BCA: province of birth 001–096, century and sex, year of birth, six digits."""


def check(story: Story) -> Iterator[Notice]:
    """One notice per number that can be a person's papers."""
    prose = parse_prose(story.lines)
    headers: list[int] = []
    numbers = [*_NUMBER.finditer(prose.text)]
    if "hộ chiếu" in prose.lowered:
        numbers += _PASSPORT.finditer(prose.text)
    for match in numbers:
        line, column = prose.place(match.start())
        if "\t" in prose.lines[line - 1] or "|" in prose.lines[line - 1]:
            headers = headers or find_header(prose.lines)
            kind = find_kind_of_heading(find_heading(prose.lines, headers, line - 1, column - 1))
        else:
            kind = ""
        if _is_papers(match[0], kind or find_kind(prose.text, match.start(), match.end())):
            yield Notice(
                CODE,
                "warning",
                line,
                f"“{match[0]}” có vẻ là số giấy tờ tùy thân của một người.",
                "Hãy xóa số này khỏi bài; chỉ cần họ tên và nơi ở là đủ.",
                column=column,
                found=match[0],
            )


def _is_papers(typed: str, kind: Kind) -> bool:
    if kind:
        return kind == "papers"
    return len(typed) == 12 and bool(_CITIZEN.fullmatch(typed)) and int(typed[:3]) <= 96
