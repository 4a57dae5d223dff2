"""Words in the newsroom's letters: how wide they are, how they fill lines, what they look like.

Thousands of titles share some hundreds of syllables, and the font is laid out without kerning,
on whole pixels: so each letter is measured once and each word drawn once for each size,
which is ten times as quick as giving every line to the font.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from PIL import Image, ImageFont

FONT = Path(__file__).with_name("chu") / "be-vietnam-pro-600.woff2"
"""Be Vietnam Pro, semi-bold (SIL Open Font License): every Vietnamese letter and the usual signs."""

LEADING = 1.35
"""Line height: Vietnamese marks stand tall."""

_WORDS = 8192
"""Widths kept for each process."""


def fill_lines(words: list[str], size: int, room: int) -> list[str]:
    """Break a text into lines; a word too wide for ``room`` pixels stands alone and sticks out."""
    lines: list[str] = []
    gap, used = measure(" ", size), 0
    for word in words:
        wide = measure(word, size)
        if lines and used + gap + wide <= room:
            lines[-1] += f" {word}"
            used += gap + wide
        else:
            lines.append(word)
            used = wide
    return lines


def balance_lines(words: list[str], size: int, room: int) -> list[str]:
    """Lines of even length, as few as possible."""
    fewest = len(fill_lines(words, size, room))
    low, high = room // 2, room
    while high - low > 8:
        middle = (low + high) // 2
        if len(fill_lines(words, size, middle)) > fewest:
            low = middle
        else:
            high = middle
    return fill_lines(words, size, high)


@lru_cache(_WORDS)
def measure(text: str, size: int) -> int:
    """Width of a text in pixels."""
    return sum(_advance(letter, size) for letter in text)


def draw_word(word: str, size: int) -> tuple[Image.Image, tuple[int, int]]:
    """How much of each pixel a word covers (mode L), and where that begins, from the start and the top of its line."""
    mask, start = _font(size).getmask2(word, "L")
    return Image.frombytes("L", mask.size, bytes(mask)), start


def drawable(text: str) -> str:
    """The text in letters that the font has: foreign marks fall away, foreign scripts and emoji do too."""
    return "".join(map(_drawable_letter, unicodedata.normalize("NFC", text)))


@cache
def _advance(letter: str, size: int) -> int:
    return round(_font(size).getlength(letter))


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout needs no library of the machine, so that every machine draws the same.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _drawable_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    base = unicodedata.normalize("NFD", letter)[0]
    return next((found for found in (letter, base) if _shape(found) != _shape("\uffff")), "")


def _shape(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(28).getmask(letter)
    return mask.size, bytes(mask)
