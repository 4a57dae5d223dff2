"""Source lines as the parser sees them: where they stand, how far they are pushed, what they say."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsroom.text.cleaning import fold_spaces

FENCE = re.compile(r"\s*(?:`{3,}|~{3,})")
"""What begins or ends a block shown letter for letter."""

TAB = 8
"""Columns of a tab, as Word and Notepad show it."""

WRAP_WIDTH = 50
"""A line break can be a hard wrap only in text at least this many characters wide."""

_STOPS = ":;.!?"
_LABELLED = re.compile(r"[^:]{1,40}:\s")
_CLOSING = "”’\"')]}»,;.!?…%"


@dataclass(frozen=True, slots=True)
class Line:
    """One source line.

    Attributes:
        number: 1-based line in the file.
        raw: as typed, with no-break spaces and tabs.
        text: spaces folded, padding gone.
        indent: columns of white space before the text.
    """

    number: int
    raw: str
    text: str
    indent: int


def parse_line(number: int, raw: str) -> Line:
    """Measure one line; linear in its length."""
    text = fold_spaces(raw)
    if raw[:1].isspace():
        lead = raw[: len(raw) - len(raw.lstrip())]
        indent = len(lead) + (TAB - 1) * lead.count("\t")
    else:
        indent = 0
    return Line(number, raw, text, indent)


def join_wraps(lines: Sequence[str], width: int = 0) -> tuple[str, ...]:
    """Join hard-wrapped lines; keep line breaks that carry meaning.

    A break is a wrap when the next line goes on in the middle of a sentence (a
    lower-case letter, a closing mark), or when the text is wrapped as a pasted
    PDF is: each line ends only because the next word did not fit.

    Args:
        lines: folded lines of one paragraph.
        width: the column at which the story is known to be wrapped, or 0.
    """
    if len(lines) < 2:
        return tuple(lines)
    own = find_wrap_width(lines)
    wrapped = (bool(own) and _breaks_forced(lines, own)) or _breaks_forced(lines, width)
    full = 0.8 * (own or width or math.inf)
    kept = [lines[0]]
    for before, line in pairwise(lines):
        if wrapped or _goes_on(before, line) or (len(before) >= full and before[-1] not in _STOPS):
            kept[-1] = f"{kept[-1]} {line}"
        else:
            kept.append(line)
    return tuple(kept)


def find_wrap_width(lines: Sequence[str]) -> int:
    """The column at which a paragraph is wrapped, or 0.

    Three lines at least, all but the last nearly as long as the longest, one
    of them ending in mid-sentence, and not each beginning alike (a timetable's
    days), with a figure or with a label.
    """
    width = max(map(len, lines))
    if len(lines) < 3 or width < WRAP_WIDTH or min(map(len, lines[:-1])) < 0.75 * width:
        return 0
    starts = {line.split(" ", 1)[0] for line in lines}
    if len(starts) == 1 or all(line[0].isdigit() for line in lines):
        return 0
    if sum(bool(_LABELLED.match(line)) for line in lines) > 1 or all(line[-1] in _STOPS for line in lines[:-1]):
        return 0
    return width


def _breaks_forced(lines: Sequence[str], width: int) -> bool:
    """Whether at ``width`` columns no line could have held the next line's first word."""
    return all(
        len(line) <= width + 2 and len(line) + 1 + len(following.split(" ", 1)[0]) > width
        for line, following in pairwise(lines)
    )


def _goes_on(line: str, following: str) -> bool:
    """Whether ``following`` stands in the middle of the sentence that ``line`` begins."""
    if following[0] in _CLOSING:
        return True
    return following[0].islower() and line[-1] not in _STOPS
