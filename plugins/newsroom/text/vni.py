"""VNI-Windows: a base letter and, after it, a mark drawn over it; pasted it reads ``Hoäi nghò``.

Source: the VNI-Windows code table (a tone after a letter with horn, ``ôù`` for
ớ; hat or breve and tone in one mark, ``aá`` for ấ; đ, i and ỵ in one code).
"""

from __future__ import annotations

import re
import unicodedata

_TONES = dict(zip("ùøûõï", "\u0301\u0300\u0309\u0303\u0323", strict=True))
_HATS = dict(zip("âáàåãä", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True))
_BREVES = dict(zip("êéèúüë", ("", *"\u0301\u0300\u0309\u0303\u0323"), strict=True))

SINGLE = {"ñ": "đ", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "ô": "ơ", "ö": "ư"}
"""Codes that are a letter by themselves."""


def _pair_up() -> dict[str, str]:
    pairs: dict[str, str] = {}
    for base in "aeouy":
        pairs |= {base + mark: base + tone for mark, tone in _TONES.items()}
    for code in "ôö":
        pairs |= {code + mark: SINGLE[code] + tone for mark, tone in _TONES.items()}
    for base in "aeo":
        pairs |= {base + mark: base + "\u0302" + tone for mark, tone in _HATS.items()}
    pairs |= {"a" + mark: "a\u0306" + tone for mark, tone in _BREVES.items()}
    return {code: unicodedata.normalize("NFC", letter) for code, letter in pairs.items()}


PAIRS = _pair_up()
"""Base letter and mark → letter, small."""

_LETTERS = PAIRS | SINGLE
_CODE = re.compile("|".join([*PAIRS, *SINGLE]), re.IGNORECASE)


def parse_vni(text: str) -> str:
    """Read VNI codes as the letters they stand for; other characters stay."""
    return _CODE.sub(_parse_code, text)


def _parse_code(found: re.Match[str]) -> str:
    code = found[0]
    letter = _LETTERS[code.lower()]
    return letter.upper() if code[0].isupper() else letter
