"""How the words of a line vote on its encoding.

A word is evidence for a legacy encoding when it is no Vietnamese syllable as
it stands and becomes one when read in that encoding.  Foreign names
(``Señor``, ``Müller``), prices and units do not become syllables.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

from newsroom.text.characters import compose
from newsroom.text.mojibake import find_mojibake
from newsroom.text.syllables import LONGEST, is_syllable
from newsroom.text.tcvn3 import parse_tcvn3
from newsroom.text.vni import parse_vni

TCVN3, VNI, MOJIBAKE = "TCVN3 (ABC)", "VNI Windows", "UTF-8 bị đọc nhầm"

Parse = Callable[[str], str]
PARSERS: dict[str, Parse] = {TCVN3: parse_tcvn3, VNI: parse_vni}

Kind = Literal["sound", "legacy", "either", "foreign"]

WORD = re.compile(r"[A-Za-z\u00a1-\u024f\u1ea0-\u1ef9]+")
"""A word as far as any of the encodings goes: TCVN3 uses signs as letters."""

_ENOUGH = 400
"""Words of one line that are asked; more would not change the outcome."""

_LONGEST_WORD = 2 * LONGEST
"""In VNI a letter may take two codes."""

_SIGNS = "¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿×÷"
_STRANGE = re.compile(f"[{_SIGNS}\x80-\x9fÄÅÆÇËÎÏÑÖØÛÜÞßäåæçëîïñöøûüþÿ]")
"""Latin-1 that no Vietnamese prose needs; not Ð, which often stands for Đ."""

_VNI_PAIR = re.compile("[âàáãêèéùúõÂÀÁÃÊÈÉÙÚÕ](?<=[aeAE].|[oO][âùÂÙ])")
_MICRO = re.compile("µ[a-zA-Z]{1,2}$")
_ABBREVIATION = re.compile("[A-Z]*Ð[A-Z]*")
_BEYOND_LATIN = re.compile(r"[\u0100-\u01b0\u1ea0-\u1ef9]")
_MOJIBAKE_LETTERS = re.compile("[ƒŠšŽžŒœŸĂ]")


def has_vni_pair(text: str) -> bool:
    """Whether two vowels meet that no right word joins, as in ``baùo``: VNI, or a slip."""
    return _VNI_PAIR.search(text) is not None


def find_kind(word: str, parse: Parse) -> Kind:
    """``sound`` as typed, ``legacy`` when read as such, ``either`` both ways, ``foreign`` neither way."""
    return _find_kind(word, parse) if len(word) <= _LONGEST_WORD else "foreign"


@lru_cache(maxsize=4096)
def _find_kind(word: str, parse: Parse) -> Kind:
    if _BEYOND_LATIN.search(word):
        return "sound" if is_syllable(word.strip(_SIGNS)) else "foreign"
    as_typed, as_read = is_syllable(word.strip(_SIGNS)), is_syllable(parse(word))
    if as_typed:
        return "either" if as_read else "sound"
    return "legacy" if as_read else "foreign"


@dataclass(frozen=True, slots=True)
class Tally:
    """The vote on one encoding.

    Attributes:
        hits: distinct words, in small letters, that only this encoding explains.
        count: how many such words there are.
        foreign: words that it does not explain either.
        sound: words that are Vietnamese as typed and would not be in this encoding.
    """

    hits: frozenset[str]
    count: int
    foreign: int
    sound: int

    @property
    def is_plain(self) -> bool:
        """Something speaks for it, nothing for Unicode, little for another language."""
        return self.sound == 0 and self.count > 2 * self.foreign

    @property
    def is_certain(self) -> bool:
        """Enough evidence in this line alone: several words, not of one letter; among sound words more of both."""
        codes = {letter for word in self.hits for letter in word if not letter.isascii()}
        if self.is_plain:
            return (len(self.hits) >= 2 and len(self.hits) + len(codes) > 3) or any(map(_is_telling, self.hits))
        return len(self.hits) >= 3 and len(codes) >= 3 and self.count > self.foreign


@dataclass(frozen=True, slots=True)
class Ballot:
    """The votes of one line.

    Attributes:
        mojibake: whether it is UTF-8 read in a wrong code table.
        tallies: encoding and the vote on it.
    """

    mojibake: bool
    tallies: tuple[tuple[str, Tally], ...]

    def find_certain(self) -> str | None:
        """The encoding that is certain from this line alone."""
        if self.mojibake:
            return MOJIBAKE
        return _find_strongest([(name, tally) for name, tally in self.tallies if tally.is_certain])

    def find_likely(self, company: frozenset[str]) -> str | None:
        """An encoding of other lines of the file that this line may be in too."""
        return _find_strongest([(name, tally) for name, tally in self.tallies if name in company and tally.is_plain])


def count_votes(line: str) -> Ballot | None:
    """The votes of a line; None when it has nothing that Vietnamese prose has not."""
    if not _STRANGE.search(line) and not has_vni_pair(line):
        return None
    composed = compose(line)
    worthy = (found[0] for found in WORD.finditer(composed) if _is_worth_judging(composed, found))
    words = list(islice(worthy, _ENOUGH))
    return Ballot(_is_mojibake(composed), tuple((name, _poll(words, parse)) for name, parse in PARSERS.items()))


def _poll(words: list[str], parse: Parse) -> Tally:
    kinds = [find_kind(word, parse) for word in words]
    hits = [word for word, kind in zip(words, kinds, strict=True) if kind == "legacy"]
    return Tally(frozenset(map(str.lower, hits)), len(hits), kinds.count("foreign"), kinds.count("sound"))


def _find_strongest(tallies: list[tuple[str, Tally]]) -> str | None:
    return max(tallies, key=lambda named: named[1].count)[0] if tallies else None


def _is_worth_judging(line: str, found: re.Match[str]) -> bool:
    """Neither plain ASCII, nor a sign (½, £), nor a unit at a number (5µm), nor ``ÐT`` with eth for Đ."""
    word = found[0]
    if word.isascii() or len(word) < 2 or not word.strip(_SIGNS) or _ABBREVIATION.fullmatch(word):
        return False
    return not (line[found.start() - 1 : found.start()].isdigit() or line[found.end() : found.end() + 1].isdigit())


def _is_telling(word: str) -> bool:
    """Whether one word alone gives TCVN3 away: a sign in it, as in ``n¨m``; not ``µm``, nor a mark at its edge."""
    return any(sign in word.strip("«»·") for sign in _SIGNS) and not _MICRO.match(word)


def _is_mojibake(line: str) -> bool:
    stretches = find_mojibake(line)
    if not stretches.found:
        return False
    if _BEYOND_LATIN.search(_MOJIBAKE_LETTERS.sub("", line)):
        return len(stretches.found) >= 3
    return len(stretches.found) >= 2 or not stretches.sure or "«" not in line
