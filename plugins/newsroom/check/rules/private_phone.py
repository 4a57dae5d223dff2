"""private-phone: số điện thoại riêng của một người dân.

Báo số di động đứng cạnh tên người trong lời kể hay trong danh sách người được
giúp, người ủng hộ. Số để liên hệ với Hội (sau “Liên hệ”, “Đường dây nóng”, “ĐT”,
lịch trực, cán bộ phụ trách) là để bạn đọc gọi nên không báo.

Sai::

    Bà Lò Thị Én (thôn Nậm Mơ, số điện thoại 0900.000.123) nhận 01 suất quà.

Báo: `0900.000.123`.

Đúng::

    Liên hệ: ĐT/Zalo 0900.000.123 (chị Ổn)
    Mọi chi tiết xin gọi ông Lò Văn Én, cán bộ Văn phòng tỉnh Hội, 0900.000.456.
    Điện thoại: 0900.000.789 (anh Sinh)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.check.columns import find_header, find_heading, find_lead_in
from newsroom.check.people import find_person
from newsroom.check.prose import Prose, parse_prose
from newsroom.model import Notice, Story

CODE = "private-phone"

_MOBILE = re.compile(
    r"[+08](?<![\w./-].)(?<!\d .)(?:(?<=0)|(?<=\+)84|(?<=8)4)[ .-]?\(?[35789]\d\)?(?:[ .-]?\d){7}(?![\w/]|[.,]\d)"
)
"""Mobile prefixes 03, 05, 07, 08, 09 in force since 2018 and seven more digits, however grouped."""

_CALLS = (
    r"liên hệ|liên lạc|hotline|đường dây nóng|tổng đài|(?<!\w)trực(?! (?:thuộc|tiếp|tuyến|quan))(?!\w)|đầu mối"
    r"|danh bạ|phân công|đăng ký|phụ trách|chức vụ|ban tổ chức"
)
_ROSTER = re.compile(_CALLS)
"""What announces people to call, in a title, a lead-in or a table's header."""

_CONTACT = re.compile(
    rf"{_CALLS}|tư vấn|văn phòng|chủ tịch|trưởng (?:ban|phòng|trạm|khoa|thôn|đoàn)|phó (?:ban|phòng|trạm|khoa|giám)"
    r"|cán bộ|chuyên viên|nhân viên|kế toán|thủ quỹ|thư ký|bí thư|giám đốc|chủ nhiệm|đội trưởng|(?<!\w)btc(?!\w)"
    r"|(?:xin|vui lòng|hãy|có thể) gọi|gọi (?:số|tới|đến|về|ngay|điện)|phản ánh|mọi chi tiết"
)
"""What says in a line that its number is there to be called, or is an office-holder's."""

_OPENING_LABEL = re.compile(
    r"[^\w\n]*+(?:(?:đt|điện thoại|sđt|số điện thoại|di động|dđ|zalo|tel|phone|mobile|fax)\.?[ ,/&]{0,3})+:? ?$"
)
_HOUSEHOLD = re.compile(r"gia đình|người nhà|phụ huynh|thân nhân|bệnh nhân|nạn nhân|hộ nghèo|hộ cận nghèo|người hiến")
_PHONE_HEADING = re.compile(r"điện thoại|(?<!\w)(?:sđt|đt|phone|tel)(?!\w)|di động")
_BEFORE, _AFTER = 200, 100


def check(story: Story) -> Iterator[Notice]:
    """One notice per mobile number that stands by a private person."""
    prose = parse_prose(story.lines)
    numbers = [*_MOBILE.finditer(prose.text)]
    if not numbers or _ROSTER.search(story.head.title.lower()):
        return
    headers = find_header(prose.lines)
    leads = find_lead_in(prose.lines, headers)
    for match in numbers:
        line, column = prose.place(match.start())
        heading = find_heading(prose.lines, headers, line - 1, column - 1).lower()
        header = prose.lines[headers[line - 1]] if heading else ""
        if _ROSTER.search(leads[line - 1].lower()) or _ROSTER.search(header.lower(), 0, _BEFORE):
            continue
        if _is_private(prose, match, bool(_PHONE_HEADING.search(heading))):
            yield _write_notice(match[0], line, column)


def _is_private(prose: Prose, match: re.Match[str], in_phone_column: bool) -> bool:
    begin, end = prose.bounds(prose.place(match.start())[0])
    start, stop = max(begin, match.start() - _BEFORE), min(end, match.end() + _AFTER)
    if _CONTACT.search(prose.lowered, start, stop) or _OPENING_LABEL.match(prose.lowered[start : match.start()]):
        return False
    if in_phone_column or _HOUSEHOLD.search(prose.lowered, start, stop):
        return True
    return find_person(prose.text, start, stop) is not None


def _write_notice(number: str, line: int, column: int) -> Notice:
    return Notice(
        CODE,
        "warning",
        line,
        f"“{number}” có vẻ là số điện thoại riêng của một người dân.",
        "Hãy xóa số này, hoặc thay bằng số của Hội để bạn đọc liên hệ.",
        column=column,
        found=number,
    )
