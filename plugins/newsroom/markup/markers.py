"""Markers of list items, as offices type them: ``1/``, ``đ)``, ``2.1.``, ``- ``, ``Một là,``.

A line that only looks like an item (``1/2 viên`` is a dose, ``30/4`` a date,
``2022/`` a year) is none.  Where the line alone cannot tell, its neighbours
do: a marker that is ``doubtful`` counts only beside the number before or
after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""Letters of points in the order of the Vietnamese alphabet (Decree 30/2020/NĐ-CP, Annex I): no f, j, w, z."""

WHOLE_NUMBERS = frozenset({"1/", "1.", "1)", "1-", "1/.", "1./", "1.)"})
"""Styles whose marker is a whole number."""

_ROMAN = {"I": 1, "V": 5, "X": 10}
_ORDINALS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_RANKS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")

_NUMBER = re.compile(r"(\d{1,2})(/\.|\./|\.\)|[/.)]|-)(?=\s|[^\W\d_])[ ]?")
_DECIMAL = re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,3})([.)/-]|(?=\s))\s*(?=[^\W\d_“\"(*])")
_PAREN = re.compile(r"\((\d{1,2}|[a-zđ])\)\s+")
_LETTER = re.compile(r"([a-zđ])(\)|[./](?=\s))\s*(?=\S)")
_CAPITAL = re.compile(r"([A-EĐGH])([.)/])\s+(?=\S)")
_ROMAN_HEAD = re.compile(r"([IVX]{1,5})(?:([./)])\s*|(-)\s+|\s+(–)\s+)(?=\S)")
_BULLET = re.compile(r"([-–+•●▪◦‣·])(?:\s+|(?=[^\W\d_]))(?=\S)")
_ORDINAL = re.compile(r"(?i)((một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\s?[,:]?)\s+(?=\S)")
_RANK = re.compile(r"(?i)(thứ (nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\s?(?:[,:]|\blà\b[,:]?))\s+(?=\S)")
_WEEKDAY_REST = re.compile(r"(?i)ngày\b|sáng\b|trưa\b|chiều\b|tối\b|đêm\b|\d")
_CODE_REST = re.compile(r"[A-ZĐƯ]{2,6}(?:[-–/][A-ZĐƯ]| ngày)")
_DATE_REST = re.compile(r"\d{1,2}\s*/\s*\d")
_DECORATED = re.compile(r"(\*\*|__|\*|_)(?=[^\s*_])")
_BOX = re.compile(r"\[([ xX])\]\s*(?=[^\s(])")


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before an item's text.

    Attributes:
        text: the marker as typed.
        style: markers of one list share it: ``1/``, ``1.``, ``a)``, ``-``, ``I``, ``một là`` …
        number: rank in its list, 0 for bullets.
        rest: the item's text (inline), its decoration repaired.
        doubtful: True when only a neighbour can prove the item.
        checked: state of a check box, or None.
    """

    text: str
    style: str
    number: int
    rest: str
    doubtful: bool = False
    checked: bool | None = None

    @property
    def value(self) -> int | None:
        """The whole number typed, if the marker is one."""
        whole = self.style in WHOLE_NUMBERS or self.style == "(1)"
        return self.number if whole and self.number else None

    @property
    def is_bullet(self) -> bool:
        """Whether items of this style have no order of their own."""
        return self.number == 0


def find_marker(text: str) -> Marker | None:
    """The marker that begins a line's folded text, or None."""
    first = text[:1]
    if first in "*_" and (match := _DECORATED.match(text)):
        return _find_decorated(text, match.group(1))
    if first.isdigit():
        return _find_number(text)
    if match := _BULLET.match(text):
        return _bullet(text, match)
    if first == "(":
        return _find_paren(text)
    return _find_roman(text) or _find_letter(text) or _find_word(text)


def prove(markers: Sequence[Marker | None]) -> list[Marker | None]:
    """Drop doubtful markers that no neighbour proves; keeps positions.

    A neighbour is the candidate of the same style just before or after; it
    proves by ranking one to three places lower or higher.
    """
    proved = list(markers)
    for group in (_style, _family):
        places_by_group: dict[str, list[int]] = {}
        for i, marker in enumerate(proved):
            if marker:
                places_by_group.setdefault(group(marker), []).append(i)
        for places in places_by_group.values():
            _prove_run(proved, places)
    return [None if marker and marker.doubtful else marker for marker in proved]


def _style(marker: Marker) -> str:
    return marker.style


def _family(marker: Marker) -> str:
    """Whole numbers in any style prove each other (``8/`` then ``9.``), unless a digit follows the doubtful one."""
    plain = marker.style in WHOLE_NUMBERS and not marker.rest[:1].isdigit()
    return "1" if plain else marker.style


def _prove_run(markers: list[Marker | None], places: Sequence[int]) -> None:
    before: Marker | None = None
    before_place = 0
    for place, following in zip(places, [*places[1:], None], strict=True):
        marker, after = markers[place], None if following is None else markers[following]
        if marker and marker.doubtful and _proven(marker, before, after, place - before_place):
            marker = markers[place] = replace(marker, doubtful=False)
        if marker and not marker.doubtful:
            before, before_place = marker, place


def _proven(marker: Marker, before: Marker | None, after: Marker | None, apart: int) -> bool:
    """By the rank just before, a lower one on the line above, or the rank just after."""
    step = marker.number - before.number if before else -1
    follows = 0 <= step <= 3 or (apart <= 2 and 0 < step <= 20 and not marker.rest[0].isdigit())
    if marker.style == "thứ nhất":  # "Thứ Ba: …" after "Thứ Hai: …" are days
        return follows
    return follows or (after is not None and 0 < after.number - marker.number <= 3)


def _find_decorated(text: str, sign: str) -> Marker | None:
    """``**1/ Tên việc** …``: the marker stands inside the decoration."""
    marker = find_marker(text[len(sign) :])
    if marker is None or marker.is_bullet or marker.rest.startswith(sign):
        return None
    return replace(marker, rest=sign + marker.rest) if sign in marker.rest else None


def _find_number(text: str) -> Marker | None:
    if match := _DECIMAL.match(text):
        typed, sign = match.groups()
        rest = text[match.end() :]
        if not sign and not rest[:1].isupper():
            return None
        parts = typed.split(".")
        return Marker(typed + sign, f"1.{len(parts)}", int(parts[-1]), rest, doubtful=not sign)
    match = _NUMBER.match(text)
    if not match:
        return None
    typed, sign = match.groups()
    rest = text[match.end() :].lstrip()
    number = int(typed)
    if not rest or (_DATE_REST.match(rest) and sign != "."):
        return None
    glued = match.group()[-1] != " "
    if glued and sign in "/-" and (not rest[0].isupper() or _CODE_REST.match(rest)):
        return None
    doubtful = (number != 1 and sign in (".", "-")) or (rest[0].isdigit() and sign != ")")
    return Marker(typed + sign, f"1{sign}", number, rest, doubtful=doubtful or number == 0)


def _find_paren(text: str) -> Marker | None:
    match = _PAREN.match(text)
    if not match:
        return None
    inner, rest = match.group(1), text[match.end() :]
    number = int(inner) if inner.isdigit() else _letter_rank(inner)
    return Marker(f"({inner})", "(1)" if inner.isdigit() else "(a)", number, rest, doubtful=True) if rest else None


def _find_letter(text: str) -> Marker | None:
    if match := _LETTER.match(text):
        letter, sign = match.groups()
        return Marker(letter + sign, f"a{sign}", _letter_rank(letter), text[match.end() :], doubtful=sign != ")")
    if match := _CAPITAL.match(text):
        letter, sign = match.groups()
        return Marker(letter + sign, f"A{sign}", _letter_rank(letter.lower()), text[match.end() :], doubtful=True)
    return None


def _letter_rank(letter: str) -> int:
    return ALPHABET.find(letter) + 1


def _find_roman(text: str) -> Marker | None:
    match = _ROMAN_HEAD.match(text)
    if not match:
        return None
    number = _roman_value(match.group(1))
    rest = text[match.end() :]
    if (
        not number
        or not rest[0].isalpha()
        or (match.group(2) and match.group()[-1] != " " and not _can_be_glued(match.group(1), rest))
    ):
        return None
    sign = match.group(2) or match.group(3) or match.group(4)
    spaced = f" {sign}" if match.group(4) else sign
    sure = number == 1 or (len(match.group(1)) > 1 and rest.strip("*_ ")[:2].isupper())
    return Marker(match.group(1) + spaced, "I", number, rest, doubtful=not sure)


def _can_be_glued(numeral: str, rest: str) -> bool:
    return rest[:2].isupper() or (len(numeral) > 1 and rest[0].isupper())


def _roman_value(numeral: str) -> int:
    total = 0
    for letter, following in zip(numeral, numeral[1:] + " ", strict=True):
        value = _ROMAN[letter]
        total += -value if _ROMAN.get(following, 0) > value else value
    return total if numeral == _write_roman(total) else 0


def _write_roman(number: int) -> str:
    return "X" * (number // 10) + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[number % 10]


def _bullet(text: str, match: re.Match[str]) -> Marker | None:
    sign, rest = match.group(1), text[match.end() :]
    if sign == "+" and match.end() == 1:
        return None
    if box := _BOX.match(rest):
        return Marker(sign, "-", 0, rest[box.end() :], checked=box.group(1) != " ") if rest[box.end() :] else None
    return Marker(sign, "+" if sign == "+" else "-", 0, rest)


def _find_word(text: str) -> Marker | None:
    if match := _ORDINAL.match(text):
        typed, rank = match.group(1), _ORDINALS.index(match.group(2).lower()) + 1
        return Marker(typed, "một là", rank, text[match.end() :], doubtful=typed[-1] not in ",:")
    if match := _RANK.match(text):
        typed, rank = match.group(1), _RANKS.index(match.group(2).lower()) + 1
        rest = text[match.end() :]
        if rank > 1 and _WEEKDAY_REST.match(rest):
            return None
        return Marker(typed, "thứ nhất", rank, rest, doubtful=rank > 1)
    return None
