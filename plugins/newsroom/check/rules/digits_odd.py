"""digits-odd: số viết sai cách ngăn hàng nghìn.

Tiếng Việt ngăn từng ba chữ số bằng dấu chấm và dùng dấu phẩy cho số lẻ:
“1.095.000.000 đồng”, “2,8 tỷ đồng”. Ngày tháng, số điện thoại, số tài khoản,
số mục, phiên bản không phải là số tiền nên không báo.

Sai::

    Tổng trị giá 70.39.580.000 đồng.

Báo: `70.39.580.000`.

Sai::

    Mỗi suất trị giá 1,000.000 đồng.

Báo: `1,000.000`, nên là `1.000.000`.

Đúng::

    Tổng trị giá 1.095.000.000 đồng, bằng 30,75%; mỗi suất 500.000đ, cả đợt 1.234.567,5 kg.
    Ngày 22.4.1976, điện thoại 0900.000.123, mục 2.1.3, số tài khoản 4800.201.001234.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.check.numbers import find_kind
from newsroom.check.prose import parse_prose
from newsroom.model import Notice, Story

CODE = "digits-odd"

_NUMBER = re.compile(r"\d(?<![\w.,/+]\d)\d*+(?:[.,]\d++)++(?![/_])")
_WELL_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+,\d+")
_MONEY = re.compile(
    r"\s?(?:đồng(?!\s(?:chí|bào|thời|lòng|hành|loạt|đội|nghiệp|chủ|bằng|hương))|đ(?!/c)|vnđ|vnd)(?!\w)", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?:phiên bản|version|ver\.?|mục|khoản|điều|chương|phụ lục|bảng|hình|ip|số|ngày|tọa độ|toạ độ)\s*$", re.IGNORECASE
)


def check(story: Story) -> Iterator[Notice]:
    """One notice per number whose dots and commas cannot be right."""
    prose = parse_prose(story.lines)
    text = prose.text
    for match in _NUMBER.finditer(text):
        number = match[0]
        money = _MONEY.match(text, match.end()) is not None
        if _is_well_grouped(number, money):
            continue
        if not _is_odd(number, money) or (not money and _is_named(text, match.start(), match.end())):
            continue
        line, column = prose.place(match.start())
        proposed = _regroup(number)
        hint = f"Có phải là {proposed}? " if proposed else ""
        yield Notice(
            CODE,
            "warning",
            line,
            f"Số “{number}” ngăn hàng nghìn chưa đúng.",
            f"{hint}Hãy so lại với chứng từ; sau mỗi dấu chấm phải đủ ba chữ số.",
            column=column,
            found=number,
            proposed=proposed,
        )


def _is_well_grouped(number: str, money: bool) -> bool:
    """Whether a number reads one way only; ``1.000,000 đồng`` does not."""
    return bool(_WELL_GROUPED.fullmatch(number)) and not (money and "." in number and number[-4:-3] == ",")


def _is_odd(number: str, money: bool) -> bool:
    """Whether a number that is not well grouped was meant to be grouped."""
    groups = re.split(r"[.,]", number)
    mixed = "." in number and "," in number
    if number[0] == "0" and len(groups[0]) > 1:
        return False
    if money:
        return "." in number
    if _is_phone(groups) or _is_address(groups):
        return False
    if len(groups) < 3 or len(groups[0]) > 3 or ("," in number and not mixed):
        return False
    return any(len(group) == 3 for group in groups[1:])


def _is_phone(groups: list[str]) -> bool:
    return groups[0] == "84" and sum(map(len, groups)) in range(10, 13)


def _is_address(groups: list[str]) -> bool:
    """An IP address: four numbers up to 255, typed without leading zeros."""
    return len(groups) == 4 and all(len(g) < 4 and int(g) < 256 and str(int(g)) == g for g in groups)


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether the words before say that it is no quantity."""
    numbered = _NUMBERED.search(text[max(0, start - 12) : start])
    return bool(numbered) or find_kind(text, start, end) in ("account", "code")


def _regroup(number: str) -> str:
    """The number with dots where they belong, where its digits leave no doubt; else empty."""
    groups = re.split(r"[.,]", number)
    if not all(len(g) == 3 for g in groups[1:]):
        return ""
    digits = "".join(groups)
    head = len(digits) % 3 or 3
    return ".".join([digits[:head], *(digits[i : i + 3] for i in range(head, len(digits), 3))])
