"""A social picture's pixels: a cropped photo, or a title in the newsroom's letters on its paper.

The drawing repeats the theme: a margin, a red line from top to foot that no
other line meets, and the text to its right.  A title alone is drawn in sixteen
colours, which are a fortieth of the work and half the bytes of a photo's millions.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import BinaryIO

from PIL import Image

from newsroom.model import SocialCard
from newsroom.photos.kinds import Kind
from newsroom.photos.letters import LEADING, balance_lines, draw_word, drawable, fill_lines, measure
from newsroom.photos.pixels import read_photo
from newsroom.photos.social import SIZE

PAPER, INK, SOFT, LINE = (250, 246, 238), (32, 28, 23), (79, 72, 62), (180, 35, 24)
"""The light colours of ``theme/static/css/tokens.css``."""

Colour = tuple[int, int, int]

_WIDE, _TALL = SIZE
_EDGE = 72
_GAP = 48
_MARGIN = 168
"""Where the red line stands when there is no photo to its left."""
_PHOTO = (560, 486)
"""Most room of a photo beside a title; one that fills the whole height may do so."""
_TITLE_SIZES = (72, 64, 56, 50, 44, 40, 36)
_OFFICE_SIZE = 28

_INK_STEPS, _SOFT_STEPS = range(1, 10), range(10, 15)
"""Places in the palette of the shades from paper to ink, the darkest last: enough for smooth edges."""
_LINE_PLACE = 15

_WORDS = 1024
"""Drawn words kept for each process: a long one takes some twenty kilobytes."""


def draw_cropped(file: BinaryIO, kind: Kind, size: tuple[int, int]) -> Image.Image:
    """The photo scaled down to fill the picture; what is too tall is cut, twice as much below as above heads.

    Args:
        size: of the upright original, no smaller than the picture.
    """
    scale = max(_WIDE / size[0], _TALL / size[1])
    width, height = max(_WIDE, round(size[0] * scale)), max(_TALL, round(size[1] * scale))
    left, top = (width - _WIDE) // 2, (height - _TALL) // 3
    return read_photo(file, kind, (width, height)).crop((left, top, left + _WIDE, top + _TALL))


def draw_beside(card: SocialCard, file: BinaryIO, kind: Kind, size: tuple[int, int]) -> Image.Image:
    """The title beside the whole photo, which is never larger than it is.

    Args:
        size: of the upright original.
    """
    wide, tall = size
    full = tall >= _TALL and wide * _TALL <= _PHOTO[0] * tall
    scale = _TALL / tall if full else min(1.0, _PHOTO[0] / wide, _PHOTO[1] / tall)
    fitted = max(1, round(wide * scale)), max(1, round(tall * scale))
    left = 0 if full else _EDGE
    paper = draw_card(card, left + fitted[0] + _GAP).convert("RGB")
    paper.paste(read_photo(file, kind, fitted), (left, (_TALL - fitted[1]) // 2))
    return paper


def draw_card(card: SocialCard, line: int = _MARGIN) -> Image.Image:
    """The title on paper, in the card's own sixteen colours (mode P).

    Args:
        line: where the red line stands, in pixels from the left.
    """
    paper = Image.new("L", SIZE, 0)
    paper.paste(_LINE_PLACE, (line, 0, line + 3, _TALL))
    left = line + _GAP
    room = _WIDE - _EDGE - left
    office = balance_lines(drawable(card.office).split(), _OFFICE_SIZE, room)
    foot = _TALL - _EDGE - round(len(office) * _OFFICE_SIZE * LEADING)
    size, lines = _fit(card.title, room, foot - _EDGE - _GAP)
    _write(paper, lines, size, (left, _EDGE), _INK_STEPS)
    _write(paper, office, _OFFICE_SIZE, (left, foot), _SOFT_STEPS)
    paper.putpalette(_palette())
    return paper


def _fit(title: str, room: int, height: int) -> tuple[int, list[str]]:
    """The largest letters in which a title finds room; what finds none in the smallest is cut between words."""
    words = drawable(title).split()
    for size in _TITLE_SIZES:
        most = int(height / (size * LEADING))
        lines = fill_lines(words, size, room)
        if len(lines) <= most and all(measure(word, size) <= room for word in words):
            return size, balance_lines(words, size, room)
    cut = lines[:most]
    cut[-1] = f"{cut[-1].rpartition(' ')[0] or cut[-1][:-1]}…" if len(lines) > most else cut[-1]
    return size, cut


def _write(paper: Image.Image, lines: list[str], size: int, place: tuple[int, int], steps: range) -> None:
    for number, line in enumerate(lines):
        left, top = place[0], place[1] + round(number * size * LEADING)
        for word in line.split(" "):
            drawn, covered, start = _colour_word(word, size, steps)
            paper.paste(drawn, (left + start[0], top + start[1]), covered)
            left += measure(f"{word} ", size)


@lru_cache(_WORDS)
def _colour_word(word: str, size: int, steps: range) -> tuple[Image.Image, Image.Image, tuple[int, int]]:
    """A word in places of the palette, which of its pixels are covered at all, and where it begins."""
    mask, start = draw_word(word, size)
    drawn = mask.point(_find_places(steps))
    return drawn, drawn.point(lambda place: 255 if place else 0, "1"), start


@cache
def _find_places(steps: range) -> list[int]:
    """Place in the palette of each share of a pixel that is covered, from 0 to 255."""
    return [(0, *steps)[round(covered * len(steps) / 255)] for covered in range(256)]


@cache
def _palette() -> bytes:
    ink = (_mix(INK, step / len(_INK_STEPS)) for step in range(1, len(_INK_STEPS) + 1))
    soft = (_mix(SOFT, step / len(_SOFT_STEPS)) for step in range(1, len(_SOFT_STEPS) + 1))
    return bytes(value for colour in (PAPER, *ink, *soft, LINE) for value in colour)


def _mix(colour: Colour, share: float) -> Colour:
    red, green, blue = (round(low + (high - low) * share) for low, high in zip(PAPER, colour, strict=True))
    return red, green, blue
