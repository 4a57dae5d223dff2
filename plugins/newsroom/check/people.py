"""People in prose: how a person is named and addressed, and which words are part of a name."""

from __future__ import annotations

import re

from newsroom.check.prose import LOWER, UPPER

SYLLABLE = rf"[{UPPER}][{LOWER}']*"
NAME = rf"{SYLLABLE}(?: {SYLLABLE}){{0,5}}"
"""One to six capitalised syllables."""

_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Huỳnh Hoàng Phan Vũ Võ Đặng Bùi Đỗ Ngô Dương Đinh Trương Trịnh Giàng Lò Quàng Sùng Thào "
    "Ksor Siu Kpă".split()
)
_WORDLIKE_SURNAMES = frozenset(
    "Đoàn Lương Lưu Hà Hồ Cao Mai Tô Tạ Đào Vi Cầm Vàng Lường Mùa Nay Thạch Lâm Lý Tống Kiều".split()
)
"""Surnames that begin other names as well (Hà Nội, Cao Bằng, Mai Châu)."""

_ADDRESSES = (
    r"ông bà anh chị em cháu bé cô chú bác thầy cụ mẹ dì cậu bạn đ/c đồng\schí bác\ssĩ y\ssĩ nghệ\snhân già\slàng"
)
ADDRESS = "(?:" + "|".join(_ADDRESSES.split()) + ")"
"""How a person is addressed before the name; to be matched without regard to case."""

_PERSON = re.compile(
    rf"(?<![^\W_])(?:(?i:{ADDRESS}) {SYLLABLE}"
    rf"|(?:{'|'.join(sorted(_SURNAMES))})(?: {SYLLABLE}){{1,4}}"
    rf"|(?:{'|'.join(sorted(_WORDLIKE_SURNAMES))})(?: {SYLLABLE}){{2,4}}"
    rf"|(?:{'|'.join(sorted(s.upper() for s in _SURNAMES))})(?: [{UPPER}]+){{1,4}})(?![^\W_])"
)
_NO_PERSON = re.compile(
    r"(?:đường|phố|trường|tiểu học|mầm non|thpt|thcs|tp\.?|tỉnh|huyện|xã|phường|quận|thôn|bệnh viện|số \d+\w?) $",
    re.IGNORECASE,
)

_PLACES = frozenset("xã phường huyện thôn ấp bản buôn làng phố đường trấn tỉnh".split())
_BEFORE_NAME = frozenset("ông bà anh chị em cháu bé cô chú bác thầy cụ dì cậu chí đ/c sĩ nhân tin: ảnh: bài:".split())
_MIDDLE = frozenset(("văn", "thị"))

_REACH = 60
"""Characters looked at before a word; a name is shorter."""


def find_person(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first person named or addressed by name between two offsets; streets and schools are none."""
    for match in _PERSON.finditer(text, start, end):
        if not _NO_PERSON.search(text[max(0, match.start() - 15) : match.start()]):
            return match
    return None


def stands_in_name(text: str, start: int, end: int) -> bool:
    """Whether the word at ``text[start:end]`` is part of a person's or a place's name.

    True for what follows a surname, a middle name, an address (``ông Tòan``) or
    a unit (``xã Tòan``); a capital alone is no name, since sentences begin with one.
    """
    word = text[start:end]
    before = text[max(0, start - _REACH) : start]
    if not word[:1].isupper() or not before.endswith(" "):
        return False
    words = before[before.rfind("\n") + 1 :].split()
    if word.isupper() and len(word) > 1:
        surnames = {w for w in words[-3:] if w.isupper() and w.capitalize() in _SURNAMES}
        return bool(words) and (words[-1].lower() in _MIDDLE or bool(surnames))
    chain: list[str] = []
    while words and _is_name_syllable(words[-1]):
        chain.append(words.pop())
    if any(s in _SURNAMES or s in _WORDLIKE_SURNAMES or s.lower() in _MIDDLE for s in chain):
        return True
    opening = (words or chain or [""])[-1].lower()
    return opening in _BEFORE_NAME or opening in _PLACES


def _is_name_syllable(word: str) -> bool:
    return word[:1].isupper() and (len(word) == 1 or word[1:].islower())
