"""Sorting words as a Vietnamese dictionary does, syllable by syllable."""

from __future__ import annotations

import re
import unicodedata

from newsroom.text.syllables import TONES

ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
"""Letters in dictionary order (CLDR ``vi``)."""

SortKey = tuple[tuple[tuple[tuple[int, ...], tuple[int, ...]], ...], str]
"""(letters, tones) of every syllable, then the text itself to settle ties."""

_RANK = {letter: rank for rank, letter in enumerate(ALPHABET)}
_TONE_RANK = {tone: rank for rank, tone in enumerate(TONES, start=1)}
_LETTER_MARKS = {"\u0302", "\u0306", "\u031b"}
_SYLLABLE = re.compile(r"\w+")


def collation_key(text: str) -> SortKey:
    """A key for ``sorted``: letters decide first, then tones, then case.

    ``hòa`` and ``hoà`` weigh the same: a syllable's tone counts, not its seat.
    Not for award lists or rosters, whose order is the office's own.
    """
    composed = unicodedata.normalize("NFC", text)
    syllables = _SYLLABLE.findall(composed.lower())
    return tuple(_weigh(syllable) for syllable in syllables), composed.swapcase()


def _weigh(syllable: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for letter in syllable:
        decomposed = unicodedata.normalize("NFD", letter)
        base, marks = decomposed[0], decomposed[1:]
        kept = "".join(mark for mark in marks if mark in _LETTER_MARKS)
        plain = unicodedata.normalize("NFC", base + kept)
        letters.append(_rank(plain, base))
        tones += [_TONE_RANK[mark] for mark in marks if mark in _TONE_RANK]
    return tuple(letters), tuple(tones)


def _rank(letter: str, base: str) -> int:
    """Digits come before the alphabet, letters it has not (``я``) after it, foreign marks (``ö``) with their base."""
    rank = _RANK.get(letter, _RANK.get(base))
    if rank is not None:
        return rank
    return ord(base) - 0x110000 if base.isdigit() else ord(base)
