"""Characters that must not reach a page: what they are, and how a line is freed of them.

Each :class:`Sweep` frees a line of one kind; they run in the order of
:data:`SWEEPS`, and every pattern is linear in the line.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from newsroom.text.syllables import TONES, VOWELS


@dataclass(frozen=True, slots=True)
class Sweep:
    """One kind of character and what becomes of it.

    Attributes:
        code: the notice it gives.
        pattern: finds every occurrence in a line.
        replacement: as for :func:`re.sub`.
        drops: whether what is found is left out, not shown as something else.
    """

    code: str
    pattern: re.Pattern[str]
    replacement: str | Callable[[re.Match[str]], str] = ""
    drops: bool = True


# ── Everyday prose: nothing in it needs a second look, and it is NFC ─────────

_SMALL = VOWELS + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES)
_VOWELS = _SMALL + _SMALL.upper()
UNUSUAL = re.compile(f"[^\t\r\n -~\u00a0{_VOWELS}đĐ“”‘’–—…•₫]")

# ── Controls ─────────────────────────────────────────────────────────────────

_BREAKS = "\x0b\x0c\u2028\u2029"
"""Line breaks inside what an editor counts as one line; Word and PowerPoint paste them for Shift+Enter."""

_SYMBOLS = "\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc"
"""Bullets of Word's Symbol and Wingdings fonts."""

_WINDOWS_SIGNS = dict(zip("\x85\x91\x92\x93\x94\x95\x96\x97", "…‘’“”•–—", strict=True))
"""Windows-1252 punctuation that was read as Latin-1."""

_NO_CHARACTERS = "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0xF0000, 0x10000))
_CONTROLS = (
    f"\x00-\x08\x0e-\x1f\x7f-\x9f\ufffc\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\U000f0000-\U0010ffff{_NO_CHARACTERS}"
)


def _space_out(found: re.Match[str]) -> str:
    """A space between words, nothing at the end of a line."""
    return "" if found.start() == 0 or found.end() == len(found.string) else " "


_TOWERS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
"""Candidates for more than 30 combining marks in a row (Unicode Annex 15, stream-safe text):
no writing has them, and to put them in order takes quadratic time."""


def lower_towers(text: str) -> str:
    """A text without the 31st and later combining marks on one letter."""
    return _TOWERS.sub(_lower_tower, text)


def compose(text: str) -> str:
    """A text in NFC, in linear time whatever stands in it."""
    lowered = lower_towers(text)
    return lowered if unicodedata.is_normalized("NFC", lowered) else unicodedata.normalize("NFC", lowered)


def _lower_tower(found: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for sign in found[0]:
        height = height + 1 if unicodedata.combining(sign) else 0
        if height <= 30:
            kept.append(sign)
    return "".join(kept)


# ── Invisible characters ─────────────────────────────────────────────────────

BIDI_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Marks and overrides that can make a text read otherwise than it is stored."""

_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u3164"
    "\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e0fff"
) + BIDI_CONTROLS

_PICTURE = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
_TAGS = "\U000e0000-\U000e007f"
_JOINERS = re.compile(
    f"(?<![{_PICTURE}\ufe0f\U000e007f])\u200d|\u200d(?![{_PICTURE}])"  # a joiner that joins no two pictures
    f"|(?<![{_PICTURE}0-9#*])[\ufe0e\ufe0f]|(?<=[0-9#*])[\ufe0e\ufe0f](?!\u20e3)"  # a selector after no picture
    f"|(?<![\U0001f3f4{_TAGS}])[{_TAGS}]+|(?<=\U0001f3f4)[{_TAGS}]{{8,}}"  # letters of a flag that has no pole
)

SUSPECT = re.compile(f"[{_BREAKS}{_CONTROLS}{_INVISIBLE}\u200d\ufe0e\ufe0f{_TAGS}]")
"""Any character that a sweep may take away."""

SWEEPS = (
    Sweep("character-control", re.compile(f"[{_BREAKS}]+"), _space_out, drops=False),
    Sweep("character-control", re.compile(f"^(?P<pad>[ \t\u00a0]*)[{_SYMBOLS}]"), r"\g<pad>•", drops=False),
    Sweep("character-control", re.compile("[\x85\x91-\x97]"), lambda found: _WINDOWS_SIGNS[found[0]], drops=False),
    Sweep("character-control", re.compile(f"[{_CONTROLS}]")),
    Sweep("character-invisible", re.compile(f"[{_INVISIBLE}]")),
    Sweep("character-invisible", _JOINERS),
)
"""What a line is freed of before it is composed to NFC."""

# ── Ð for Đ ──────────────────────────────────────────────────────────────────


def _straighten(found: re.Match[str]) -> str:
    return "đ" if found[0] == "ð" else "Đ"


STRAIGHTEN_ETHS = Sweep(
    "letter-eth",
    re.compile(f"Ð|(?<![^\\W\\d_])ð|(?<=[{_VOWELS}cghmnptCGHMNPT])ð(?=[{_VOWELS}])"),
    _straighten,
    drops=False,
)
"""Icelandic eth where Vietnamese has đ; not in ``Guðrún``, for no Vietnamese syllable begins with ``đr``."""
