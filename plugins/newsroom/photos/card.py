"""A social picture's pixels: a cropped photo, or a title in the newsroom's letters on its paper.

The drawing repeats the theme: a margin, a red line from top to foot that no
other line meets, and the text to its right.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageDraw, ImageFont

from newsroom.model import SocialCard
from newsroom.photos.kinds import Kind
from newsroom.photos.pixels import read_photo
from newsroom.photos.social import SIZE

FONT = Path(__file__).with_name("chu") / "be-vietnam-pro-600.woff2"
"""Be Vietnam Pro, semi-bold (SIL Open Font License): every Vietnamese letter and the usual signs."""

PAPER, INK, SOFT, LINE = (250, 246, 238), (32, 28, 23), (79, 72, 62), (180, 35, 24)
"""The light colours of ``theme/static/css/tokens.css``."""

_WIDE, _TALL = SIZE
_EDGE = 72
_GAP = 48
_MARGIN = 168
"""Where the red line stands when there is no photo to its left."""
_PHOTO = (560, 486)
"""Most room of a photo beside a title; one that fills the whole height may do so."""
_TITLE_SIZES = (72, 64, 56, 50, 44, 40, 36)
_OFFICE_SIZE = 28
_LEADING = 1.35
"""Line height: Vietnamese marks stand tall."""


def draw_cropped(file: BinaryIO, kind: Kind, size: tuple[int, int]) -> Image.Image:
    """The photo scaled down to fill the picture; what is too tall is cut, twice as much below as above heads.

    Args:
        size: of the upright original, no smaller than the picture.
    """
    scale = max(_WIDE / size[0], _TALL / size[1])
    width, height = max(_WIDE, round(size[0] * scale)), max(_TALL, round(size[1] * scale))
    left, top = (width - _WIDE) // 2, (height - _TALL) // 3
    return read_photo(file, kind, (width, height)).crop((left, top, left + _WIDE, top + _TALL))


def draw_card(card: SocialCard, photo: tuple[BinaryIO, Kind, tuple[int, int]] | None = None) -> Image.Image:
    """The title on paper, beside the whole photo if there is one.

    Args:
        photo: its open file, its kind and the size of the upright original.
    """
    paper = Image.new("RGB", SIZE, PAPER)
    line = _MARGIN if photo is None else _paste_photo(paper, *photo)
    draw = ImageDraw.Draw(paper)
    draw.rectangle((line, 0, line + 2, _TALL), fill=LINE)
    left = line + _GAP
    room = _WIDE - _EDGE - left
    office = _balance(_drawable(card.office).split(), _font(_OFFICE_SIZE), room)
    foot = _TALL - _EDGE - round(len(office) * _OFFICE_SIZE * _LEADING)
    size, lines = _fit(card.title, room, foot - _EDGE - _GAP)
    _write(draw, lines, size, (left, _EDGE), INK)
    _write(draw, office, _OFFICE_SIZE, (left, foot), SOFT)
    return paper


def _paste_photo(paper: Image.Image, file: BinaryIO, kind: Kind, size: tuple[int, int]) -> int:
    """Put the photo at the left, never larger than it is; gives where the red line stands."""
    wide, tall = size
    full = tall >= _TALL and wide * _TALL <= _PHOTO[0] * tall
    scale = _TALL / tall if full else min(1.0, _PHOTO[0] / wide, _PHOTO[1] / tall)
    fitted = max(1, round(wide * scale)), max(1, round(tall * scale))
    left = 0 if full else _EDGE
    paper.paste(read_photo(file, kind, fitted), (left, (_TALL - fitted[1]) // 2))
    return left + fitted[0] + _GAP


def _fit(title: str, room: int, height: int) -> tuple[int, list[str]]:
    """The largest letters in which a title finds room; what finds none in the smallest is cut between words."""
    words = _drawable(title).split()
    for size in _TITLE_SIZES:
        font, most = _font(size), int(height / (size * _LEADING))
        lines = _fill(words, font, room)
        if len(lines) <= most and all(font.getlength(line) <= room for line in lines):
            return size, _balance(words, font, room)
    cut = lines[:most]
    cut[-1] = f"{cut[-1].rpartition(' ')[0] or cut[-1][:-1]}…" if len(lines) > most else cut[-1]
    return size, cut


def _balance(words: list[str], font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """Lines of even length, as few as possible."""
    fewest = len(_fill(words, font, room))
    low, high = room // 2, room
    while high - low > 8:
        middle = (low + high) // 2
        if len(_fill(words, font, middle)) > fewest:
            low = middle
        else:
            high = middle
    return _fill(words, font, high)


def _fill(words: list[str], font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _write(
    draw: ImageDraw.ImageDraw, lines: list[str], size: int, place: tuple[int, int], colour: tuple[int, int, int]
) -> None:
    for number, line in enumerate(lines):
        draw.text((place[0], place[1] + round(number * size * _LEADING)), line, fill=colour, font=_font(size))


@lru_cache(maxsize=16)
def _font(size: int) -> ImageFont.FreeTypeFont:
    # The basic layout needs no library of the machine, so that every machine draws the same.
    return ImageFont.truetype(FONT, size, layout_engine=ImageFont.Layout.BASIC)


def _drawable(text: str) -> str:
    """The text in letters that the font has: foreign marks fall away, foreign scripts and emoji do too."""
    return "".join(map(_drawable_letter, unicodedata.normalize("NFC", text)))


@cache
def _drawable_letter(letter: str) -> str:
    if letter.isspace():
        return " "
    base = unicodedata.normalize("NFD", letter)[0]
    return next((found for found in (letter, base) if _shape(found) != _shape("\uffff")), "")


def _shape(letter: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(_OFFICE_SIZE).getmask(letter)
    return mask.size, bytes(mask)
