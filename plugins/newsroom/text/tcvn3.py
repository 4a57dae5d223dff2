"""TCVN3 (ABC): one byte a letter, drawn by ``.Vn…`` fonts; pasted as Latin-1 it reads ``Héi nghÞ``.

Source: TCVN 5712:1993, set VN3.  Capitals with a tone have no code of their
own: ``.Vn…H`` fonts draw them with the small letter's.
"""

from __future__ import annotations

import re

CAPITALS = dict(zip("¡¢£¤¥¦§", "ĂÂÊÔƠƯĐ", strict=True))

_SMALL_CODES = "¨©ª«¬\u00ad®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ"
_SMALL_LETTERS = "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"

SMALL = dict(zip(_SMALL_CODES, _SMALL_LETTERS, strict=True))

_TABLE = str.maketrans(CAPITALS | SMALL)
_WORD = re.compile(r"[A-Za-z\u00a1-\u00fe]+")
_LATIN_SMALL = re.compile("[a-z]")
_LATIN_CAPITAL = re.compile("[A-Z]")


def parse_tcvn3(text: str) -> str:
    """Read TCVN3 codes as the letters they stand for; other characters stay.

    A word, or a whole text, with two Latin capitals and no small letter is
    taken to be all in capitals.
    """
    if _is_shouted(text):
        return text.translate(_TABLE).upper()
    return _WORD.sub(_parse_word, text)


def _parse_word(found: re.Match[str]) -> str:
    letters = found[0].translate(_TABLE)
    return letters.upper() if _is_shouted(found[0]) else letters


def _is_shouted(text: str) -> bool:
    return not _LATIN_SMALL.search(text) and len(_LATIN_CAPITAL.findall(text)) > 1
