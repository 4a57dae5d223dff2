"""Captions: which words belong to which photos.

A caption is labelled (``Ảnh: …``) and stands right after or before a photo,
or it is a bare line right under one.  Ties go to the photo above, unless
every clear caption of the story stands before its photo.  A caption-like
line without a photo beside it stays a paragraph.
"""

from __future__ import annotations

import re

_LABEL = re.compile(
    r"(?i)((?:chú thích\s+)?(?:hình\s+)?(?:ảnh|hình)"
    r"(?:\s+(?:số\s+)?(\d{1,2}(?:\s*(?:,|-|–|và|&)\s*\d{1,2})*)(?:/\d{1,2})?)?\s?(?::|\.(?=\s)(?<=\d\.)))\s*"
)
_ILLUSTRATION = re.compile(r"(?i)\(?ảnh (?:minh họa|minh hoạ|tư liệu|chụp màn hình)\b")
_DECORATION = re.compile(r"(\*{1,3}|_{1,3})(\S(?:.*\S)?)\1$")
_DECORATED_LABEL = re.compile(r"(\*{1,3}|_{1,3})(?=\S)")
_FIRST = frozenset("cChHảẢ(*_")
"""First letters of a label, and what may stand around it: most lines begin with none of them."""

_NUMBERS = re.compile(r"(\d{1,2})(?:\s*(-|–)\s*(\d{1,2}))?")


def undecorated(text: str) -> str:
    """A line without the italics, bold or brackets that are wrapped around all of it."""
    match = _DECORATION.match(text) if text[:1] in "*_" else None
    if match and match.group(1) not in match.group(2):
        return undecorated(match.group(2))
    if text[:1] in "*_" and (match := _DECORATED_LABEL.match(text)):
        return _undecorated_label(match.group(1), text[match.end(1) :])
    if text[:1] == "(" and text[-1:] == ")" and "(" not in text[1:] and _LABEL.match(text[1:]):
        return text[1:-1].strip()
    return text


def _undecorated_label(sign: str, rest: str) -> str:
    """``**Ảnh:** chữ`` and ``**Ảnh: chữ** thêm``: the label freed, the rest as emphasised as it was."""
    label = _LABEL.match(rest)
    if label is None:
        return sign + rest
    after = rest[label.end() :]
    closed = len(after) - len(after.lstrip(sign[0]))
    left = sign[closed:]
    after = after[min(closed, len(sign)) :].strip()
    if left and after.endswith(left) and left not in after[: -len(left)]:
        return label.group(1) + " " + after[: -len(left)]
    return f"{label.group(1)} {left if left and left in after else ''}{after}"


def is_italic(text: str) -> bool:
    """Whether a whole line is in italics, as captions often are."""
    match = _DECORATION.match(text) if text[:1] in "*_" else None
    return bool(match and match.group(1) in ("*", "_") and match.group(1) not in match.group(2))


def is_labelled(text: str) -> bool:
    """Whether a line begins with a caption's label (``Ảnh:``, ``Hình 2.``, ``*Ảnh 1, 2 và 3:*``)."""
    if text[:1] not in _FIRST:
        return False
    plain = undecorated(text)
    return bool(_LABEL.match(plain) or (_ILLUSTRATION.match(plain) and len(plain) <= 60))


def parse_label(text: str) -> tuple[str, tuple[int, ...], str]:
    """Label as typed, the photo numbers in it, and the caption after it.

    ``Ảnh minh họa`` has no label: it is itself the caption.
    """
    plain = undecorated(text)
    match = _LABEL.match(plain)
    if not match:
        return "", (), plain
    return match.group(1), _parse_numbers(match.group(2) or ""), plain[match.end() :]


def _parse_numbers(text: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for first, dash, last in _NUMBERS.findall(text):
        numbers += range(int(first), int(last) + 1) if dash and int(last) >= int(first) else [int(first)]
    return tuple(numbers)
