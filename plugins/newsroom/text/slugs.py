"""Addresses and file names that every server, file system and messenger can carry."""

from __future__ import annotations

import re
import unicodedata

_STROKED = str.maketrans("đĐðÐ", "dDdD")
_MARKS = dict.fromkeys(range(0x0300, 0x0370))
_UNSAFE = re.compile(r"[^a-z0-9]+")
_ENDING = re.compile(r"\.([A-Za-z0-9]{1,8})$")

_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))})
"""Names that Windows keeps for devices: no folder or file can be called so, with or without an ending."""


def slugify(text: str, limit: int = 0) -> str:
    """Fold a text to ``[a-z0-9-]``: đ and Ð become d, NFC and NFD give the same.

    Args:
        text: a title, a name, a file's stem.
        limit: most characters the slug may have, cut at a hyphen where there is one; 0 means any length.

    Returns:
        Empty only for a text without a letter or a digit.
    """
    slug = _hyphenate(_to_ascii(text)) or _spell_code_points(text)
    if 0 < limit < len(slug):
        slug = _cut(slug, limit)
    return f"{slug}-0" if slug in _DEVICES else slug


def slugify_file(name: str) -> str:
    """Fold a file's name, its lower-case ending kept: ``Ảnh đại hội (1).JPG`` gives ``anh-dai-hoi-1.jpg``."""
    base = re.split(r"[/\\]", name)[-1]
    ending = _ENDING.search(base)
    stem = slugify(base[: ending.start()]) if ending else ""
    return f"{stem}.{ending[1].lower()}" if ending and stem else slugify(base)


def _to_ascii(text: str) -> str:
    stroked = text.translate(_STROKED)
    bare = unicodedata.normalize("NFD", stroked).translate(_MARKS)
    if bare.isascii():
        return bare
    # Loaded only for a letter that is not Vietnamese: its tables are large.
    from unidecode import unidecode

    return unidecode(unicodedata.normalize("NFC", stroked))


def _hyphenate(text: str) -> str:
    return _UNSAFE.sub("-", text.lower()).strip("-")


def _spell_code_points(text: str) -> str:
    """Hex names of letters no table can transliterate, so that two such titles keep two addresses."""
    composed = unicodedata.normalize("NFC", text)
    return "-".join(f"{ord(letter):x}" for letter in composed if letter.isalnum())


def _cut(slug: str, limit: int) -> str:
    kept = slug[: limit + 1]
    return kept.rpartition("-")[0] or kept[:limit]
