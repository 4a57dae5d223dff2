"""private-child: ngày sinh hay bệnh tật của một trẻ em có tên trong bài.

Báo ngày sinh đầy đủ của trẻ dưới 16 tuổi, và bệnh hay khuyết tật của một em có
tên khi bài có ảnh. Luật Bảo vệ dữ liệu cá nhân (91/2025/QH15, điều 24) đòi có sự
đồng ý của trẻ từ đủ 7 tuổi và của người đại diện. Nói về các em nói chung thì
không báo.

Sai::

    Cháu Giàng Thị Mỷ, sinh ngày 12/5/2016, ở bản Nậm Mơ, được nhận đỡ đầu.

Báo: `Cháu Giàng Thị Mỷ, sinh ngày 12/5/2016`.

Sai::

    ![](trao-qua.jpg)
    Đoàn thăm em Lò Văn Sủn, học sinh lớp 4, bị bệnh tim bẩm sinh.

Báo: `em Lò Văn Sủn, học sinh lớp 4, bị bệnh`.

Đúng::

    Cháu Giàng Thị Mỷ, 8 tuổi, ở bản Nậm Mơ, được nhận đỡ đầu.
    Đoàn tặng quà các cháu mắc bệnh tim bẩm sinh đang điều trị tại bệnh viện.
    Khám bệnh cho học sinh ngày 12/5/2023; bà Lò Thị Én, sinh ngày 02/9/1961.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.check.columns import find_header, find_heading
from newsroom.check.people import NAME, SYLLABLE
from newsroom.check.prose import Prose, parse_prose
from newsroom.model import Notice, Story

CODE = "private-child"

ADULT = 16
"""Law on Children 2016, article 1: a child is under 16."""

_BIRTH = re.compile(
    r"(?:sinh(?: ngày)?|sn|ns)\s?:? ?"
    r"(?:\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?P<year>\d{4})|\d{1,2} tháng \d{1,2},? năm (?P<spelt>\d{4}))(?!\d)"
)
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-](?P<year>\d{4})(?!\d)")
_BORN_AFTER = re.compile(
    rf"(?:^|[^\w ] ?|(?<!\w)(?!Học|Vệ|Khai|Giáng|Phục|Hồi|Dân|Sơ){SYLLABLE} |(?:cháu|bé|em|trai|gái|nam|nữ|ngày) )$"
)
"""What may stand before ``sinh``: not ``học sinh ngày …`` and its like."""

_CHILD = re.compile(rf"[CcBbEeHh](?<!\w.)(?:háu|é|m|ọc sinh)(?: (?:bé|trai|gái|nhỏ|học sinh|tên|là)){{0,3}} {NAME}")
_CHILD_BEFORE = re.compile(rf"(?<!\w)(?:[Cc]háu|[Bb]é|[Ee]m|[Hh]ọc sinh|{NAME})[^.!?;\n]{{0,60}}$")
_ILL = re.compile(
    r"(?:bị|mắc|mang|chữa|trị|căn) (?:\w+ ){0,2}bệnh(?! (?:viện|xá))|ung thư|bạch cầu|tim bẩm sinh|tan máu|bại não"
    r"|bại liệt|khuyết tật|dị tật|động kinh|tự kỷ|hội chứng \w+|suy thận|chạy thận|u não|câm điếc|khiếm thị|khiếm thính"
    r"|thiểu năng|tâm thần|(?<!\w)hiv(?!\w)|xâm hại|bạo hành|bỏng nặng|bị bỏng"
)
_ANOTHER = re.compile(r"(?<!\w)(?:bố|mẹ|cha|má|ông|bà|anh|chị|chồng|vợ)(?: \w+){0,4} $")
_YOUNG = re.compile(r"lớp \d|học sinh|tiểu học|mầm non|mẫu giáo|thcs|tháng tuổi|nhà trẻ")
_AGE = re.compile(r"(\d{1,3}) tuổi|sinh (?:năm )?((?:19|20)\d\d)")
_STOP = re.compile(r"[.!?\n]")
_SENTENCE = 250
"""Characters after a name in which its sentence ends."""


def check(story: Story) -> Iterator[Notice]:
    """Birth dates of children, and illnesses of named children in a story with photos."""
    prose = parse_prose(story.lines)
    year = story.head.date.year if story.head.date else 0
    yield from _check_births(prose, year)
    if "sinh" in prose.lowered and ("\t" in prose.text or "|" in prose.text):
        yield from _check_birth_columns(prose, year)
    if "![" in prose.text or story.pictures:
        yield from _check_illnesses(prose, year)


def _check_births(prose: Prose, year: int) -> Iterator[Notice]:
    for match in _BIRTH.finditer(prose.lowered) if "sinh" in prose.lowered or "/20" in prose.text else ():
        before = prose.text[max(0, match.start() - 100) : match.start()]
        if _BORN_AFTER.search(before) and _is_child(int(match["year"] or match["spelt"]), year, before):
            child = _CHILD_BEFORE.search(before)
            yield _write_notice(prose, match.start() - (len(before) - child.start() if child else 0), match.end())


def _check_birth_columns(prose: Prose, year: int) -> Iterator[Notice]:
    headers = find_header(prose.lines)
    for match in _DATE.finditer(prose.text):
        line, column = prose.place(match.start())
        heading = find_heading(prose.lines, headers, line - 1, column - 1).lower()
        if "sinh" in heading and _is_child(int(match["year"]), year, heading):
            yield _write_notice(prose, match.start(), match.end())


def _is_child(born: int, year: int, before: str) -> bool:
    """Whether someone born then was a child in the story's year; without one, a child must be named."""
    if year:
        return 0 <= year - born < ADULT
    return bool(re.search(r"(?<!\w)(?:cháu|bé|học sinh)(?!\w)", before, re.IGNORECASE))


def _check_illnesses(prose: Prose, year: int) -> Iterator[Notice]:
    told: set[str] = set()
    for match in _CHILD.finditer(prose.text):
        name = match[0].lower()
        end = _end_of_sentence(prose.text, match.end())
        ill = _find_illness(prose.lowered, match.end(), end)
        if ill and name not in told and _is_young(prose.lowered[match.start() : end], match[0], year):
            told.add(name)
            yield _write_notice(prose, match.start(), ill.end())


def _find_illness(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first illness that is not said to be a parent's."""
    for ill in _ILL.finditer(text, start, end):
        if not _ANOTHER.search(text[max(start, ill.start() - 40) : ill.start()]):
            return ill
    return None


def _end_of_sentence(text: str, start: int) -> int:
    stop = _STOP.search(text, start, start + _SENTENCE)
    return stop.start() if stop else min(start + _SENTENCE, len(text))


def _is_young(sentence: str, child: str, year: int) -> bool:
    """``cháu`` and ``bé`` are children; ``em`` may be any younger person, so age or school must say so."""
    if age := _AGE.search(sentence):
        return int(age[1]) < ADULT if age[1] else not year or year - int(age[2]) < ADULT
    return child[:1].lower() in "cbh" or bool(_YOUNG.search(sentence))


def _write_notice(prose: Prose, start: int, end: int) -> Notice:
    line, column = prose.place(start)
    return Notice(
        CODE,
        "warning",
        line,
        "Bài nêu ngày sinh hay bệnh tật của một trẻ em.",
        "Hãy bỏ chi tiết này, hoặc chỉ đăng khi gia đình (và cháu, nếu từ 7 tuổi) đã đồng ý bằng văn bản.",
        column=column,
        found=prose.typed(start, end),
    )
