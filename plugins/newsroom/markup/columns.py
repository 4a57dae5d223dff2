"""Two columns faked with spaces: the head of an official document, and ``Nơi nhận`` beside a signature.

The office types both columns on the same lines; they are read one after the
other (Decree 30/2020/NĐ-CP, Annex I, puts the body's name left and the
national motto right).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from newsroom.markup.lines import Line
from newsroom.markup.rendering import Rendering, add
from newsroom.model import Letterhead
from newsroom.text.cleaning import fold_spaces

_WIDE = re.compile(r"(?<=\S)(?:[ \u00a0]{3,}|[ \u00a0]*\t[\t \u00a0]*)(?=\S)")
_MOTTO = re.compile(r"(?i)cộng h(?:òa|oà) xã hội chủ nghĩa|độc lập\s*-\s*tự do|đảng cộng sản việt nam")
_RECIPIENTS = re.compile(r"(?i)nơi nhận\s*:?$")

FAR = 20
"""Columns of indent from which a line belongs to the right column alone."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Lines of two columns, each folded.

    Attributes:
        left, right: (source line, text).
        closing: True for ``Nơi nhận`` beside a signature.
    """

    left: tuple[tuple[int, str], ...]
    right: tuple[tuple[int, str], ...]
    closing: bool


@dataclass(slots=True)
class _Reading:
    left: list[tuple[int, str]] = field(default_factory=list)
    right: list[tuple[int, str]] = field(default_factory=list)
    split: int = 0


def parse_columns(lines: Sequence[Line], i: int) -> tuple[Columns, int] | None:
    """The two-column block that begins at ``i``, and the index after it."""
    first = _split(lines[i])
    if first is None:
        return None
    closing = bool(_RECIPIENTS.match(first[0]))
    if not closing and not any(_MOTTO.search(line.text) for line in lines[i : i + 3]):
        return None
    reading = _Reading()
    end = i
    while end < len(lines) and _take(lines[end], reading):
        end += 1
    if reading.split < (1 if closing else 2):
        return None
    return Columns(tuple(reading.left), tuple(reading.right), closing), end


def _split(line: Line) -> tuple[str, str] | None:
    if "\t" not in line.raw and "  " not in line.raw and "\u00a0" not in line.raw:
        return None
    parts = _WIDE.split(line.raw.strip())
    return (fold_spaces(parts[0]), fold_spaces(parts[1])) if len(parts) == 2 else None


def _take(line: Line, reading: _Reading) -> bool:
    if not line.text:
        return False
    if parts := _split(line):
        reading.left.append((line.number, parts[0]))
        reading.right.append((line.number, parts[1]))
        reading.split += 1
    elif line.indent >= FAR:
        reading.right.append((line.number, line.text))
    elif line.text[0] in "-–+" or reading.split == 1 or line.text.isupper():
        reading.left.append((line.number, line.text))
    else:
        return False
    return True


def write_letterhead(head: Letterhead) -> str:
    """Both columns on the same lines again."""
    width = max((len(text) for text in head.left), default=0) + 8
    rows = max(len(head.left), len(head.right))
    left = [*head.left, *[""] * (rows - len(head.left))]
    right = [*head.right, *[""] * (rows - len(head.right))]
    return "\n".join(f"{a:<{width}}{b}".rstrip() for a, b in zip(left, right, strict=True))


def render_letterhead(head: Letterhead, parent: Element, rendering: Rendering) -> None:
    """Both columns, each read as a whole; side by side where there is room."""
    box = parent if rendering.for_feed else add(parent, "div", class_="letterhead")
    for lines in (head.left, head.right):
        column = box if rendering.for_feed else add(box, "div")
        for line in lines:
            add(column, "p", line)
