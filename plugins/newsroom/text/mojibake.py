"""Mojibake: UTF-8 that a programme took for Windows-1252, Latin-1 or Windows-1258: ``Há»™i nghá»‹``."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_LATIN = {bytes([code]).decode("latin-1"): code for code in range(0x80, 0x100)}
_WINDOWS = {letter: code for code in range(0x80, 0xA0) if (letter := bytes([code]).decode("cp1252", "ignore"))}
_BYTE = _LATIN | _WINDOWS | {"Ă": 0xC3}
"""Letter → the byte it was; Windows-1258 shows byte C3 as Ă."""

_TAIL = "".join(letter for letter, code in _BYTE.items() if 0x80 <= code < 0xC0)
_STRETCH = re.compile(
    rf"(?P<sure>á[º»][{_TAIL}]"  # ạ … ỹ: U+1EA0–U+1EF9
    r"|Ä[‚ƒ\u0082\u0083‘\u0090\u0091¨©]|Å[¨©]|Æ[\u00a0¡¯°]"  # ă đ ĩ ũ ơ ư
    rf"|â[€\u0080][{_TAIL}])"  # – “ ” …
    rf"|(?<=[a-z])[ÃĂÂ][{_TAIL}]|[ÃĂÂ][{_TAIL}](?=[a-z])"  # à … ý; not the Ã” that ends a quotation in capitals
    r"|Ì[€\u0080\u0081ƒ\u0083‰\u0089£]"  # combining tones
)
_SPACED = re.compile("(?<=[a-z])[ÃĂ] (?=[ a-z])")
"""à whose second byte, a no-break space, was turned into a space."""

_LETTER_OR_SIGN = re.compile(f"(?:á[º»]|â[€\u0080]|[ÃĂÂÄÅÆÌ])[{_TAIL}]")


@dataclass(frozen=True, slots=True)
class Stretches:
    """What looks like mojibake in a line.

    Attributes:
        sure: stretches that no sound text has.
        found: all stretches that decode, distinct.
    """

    sure: frozenset[str]
    found: frozenset[str]


def find_mojibake(text: str) -> Stretches:
    """The stretches of a line that are one UTF-8 character each."""
    found = {match[0]: bool(match["sure"]) for match in _STRETCH.finditer(text) if _decode(match[0]) != match[0]}
    return Stretches(frozenset(stretch for stretch, is_sure in found.items() if is_sure), frozenset(found))


def parse_mojibake(text: str) -> str:
    """Read the stretches as the characters they were, in NFC; what has lost a byte stays."""
    whole = _SPACED.sub("Ã\u00a0", text)
    return unicodedata.normalize("NFC", _LETTER_OR_SIGN.sub(lambda found: _decode(found[0]), whole))


@lru_cache(maxsize=1024)
def _decode(stretch: str) -> str:
    try:
        return bytes(_BYTE[letter] for letter in stretch).decode("utf-8")
    except UnicodeDecodeError:
        return stretch
