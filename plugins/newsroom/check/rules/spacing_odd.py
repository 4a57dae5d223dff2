"""spacing-odd: dấu cách thừa hay thiếu quanh dấu câu.

Báo dấu cách sau “ hay trước ”, dấu cách trước , . ; : ! ?, và chỗ thiếu dấu
cách sau dấu câu. Mỗi kiểu báo một lần cho cả bài. Hai dấu cách liền nhau trong
câu không báo, vì trang chỉ hiện một; dòng bảng và dòng chấm ….. cũng không.

Sai::

    Phong trào “ Người tốt, việc thiện” lan rộng.

Báo: `“ Người`, nên là `“Người`.

Sai::

    Các cấp Hội đã vận động 500 suất quà , trao tận tay bà con.

Báo: `quà ,`, nên là `quà,`.

Sai::

    Tập huấn sơ cấp cứu,phòng chống đuối nước.

Báo: `cứu,phòng`, nên là `cứu, phòng`.

Đúng::

    Phong trào “Người tốt, việc thiện” lan rộng; các chương trình …. tại địa phương.
    Lúc 7:30, tỷ lệ 5 : 3, TP.HCM, ThS.BS Lò Văn Én, điểm a,b,c khoản 1.
    Họ và tên : ....................
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsroom.check.columns import find_header
from newsroom.check.prose import LOWER, UPPER, Prose, parse_prose
from newsroom.check.wording import write_lines, write_times
from newsroom.model import Notice, Story

CODE = "spacing-odd"

_REACH = 30
"""Letters shown on each side; the longest word is shorter."""

_QUOTES = re.compile(r"(?<=“) (?=\S)|(?<=[^\s“]) (?=”(?!\w))")
_BEFORE = re.compile(
    r" (?=[,;!?.:])(?<=[\w)”»%] )(?:(?=[,;!?](?:[\s”*]|\Z))|(?=\.(?:[\s”*](?![.…])|\Z))"
    r"|(?<=[^\W\d] )(?=:(?:\s(?!\s*[.…]{2})|\Z)))"
)
_AFTER = re.compile(
    rf"[,;!?.:](?:(?<=[^\W\d_]{{2}}[,;!?])(?=[^\W\d_]{{2}})|(?<=[{LOWER}]{{2}}[.:])(?=[{UPPER}][{LOWER}]))"
    r"(?<!(?<!\w)(?:tp|tx|tt|bs|ts|gs|ks)[.:])(?<!(?<!\w)ths[.:])"
)
"""Both begin with the sign itself and look around from there: most of a text is no sign."""


def check(story: Story) -> Iterator[Notice]:
    """At most one notice per kind, at its first place, with its count."""
    prose = parse_prose(story.lines)
    text = prose.text
    if "“ " in text or " ”" in text:
        yield from _gather(prose, _QUOTES, "Có dấu cách thừa sát bên trong dấu ngoặc kép", _without)
    yield from _gather(prose, _BEFORE, "Có dấu cách thừa trước dấu câu", _without)
    yield from _gather(prose, _AFTER, "Thiếu dấu cách sau dấu câu", _with)


def _gather(
    prose: Prose, pattern: re.Pattern[str], fault: str, mend: Callable[[str, int, int], str]
) -> Iterator[Notice]:
    spots = [match.span() for match in pattern.finditer(prose.text)]
    if spots and ("\t" in prose.text or "|" in prose.text):
        headers = find_header(prose.lines)
        spots = [spot for spot in spots if headers[prose.place(spot[0])[0] - 1] < 0]
    if not spots:
        return
    start, end = spots[0]
    left, right = _widen(prose.text, start, end)
    found = prose.typed(left, right)
    line, column = prose.place(left)
    yield Notice(
        CODE,
        "hint",
        line,
        f"{fault}{write_times(len(spots))}.",
        f"Hãy sửa lại{write_lines([prose.place(spot)[0] for spot, _ in spots])}.",
        column=column,
        found=found,
        proposed=mend(found, start - left, end - left),
    )


def _without(found: str, start: int, end: int) -> str:
    return found[:start] + found[end:]


def _with(found: str, start: int, end: int) -> str:
    return f"{found[:end]} {found[end:]}"


def _widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The spot with the words on both sides of it."""
    left, right = start, end
    while left > max(0, start - _REACH) and not text[left - 1].isspace():
        left -= 1
    while right < min(len(text), end + _REACH) and not text[right].isspace():
        right += 1
    return left, right
