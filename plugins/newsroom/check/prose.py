"""A story's lines as one text in which only prose is left, letter for letter in its place.

Addresses, link and photo targets, code, comments and the machine's part of the
head are blanked out, so that no rule reads a file name as a word; offsets stay
true to the source.  No-break spaces read as spaces.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, chain

from newsroom.markup.head import parse_head

MASK = "\ufffc"
"""Stands for a character that is no prose: neither letter, digit, space nor punctuation."""

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
LOWER = UPPER.lower()
"""Letters of Vietnamese text, to stand inside a character class."""

WORD = re.compile(r"[^\W_]+")

_PROSE_KEYS = frozenset({"title", "summary", "tags", "category"})
_KEY = re.compile(r"[^:]*:")
_NO_PROSE = re.compile(r"\]\((?:[^()\n]|\([^()\n]*+\))*+\)|`[^`\n]++`|https?://[^\s)\]]++|www\.[^\s)\]]++|@[\w.-]++")
"""Each begins with a letter of its own, so that the search skips from one such letter to the next."""

_HINTS = ("](", "`", "://", "www.", "@")
_CODE_FENCE = re.compile(r" {0,3}(```+|~~~+)")


@dataclass(frozen=True, slots=True)
class Prose:
    """What the rules read.

    Attributes:
        text: all lines joined by ``\\n``; same length as the source.
        lowered: ``text`` in lower case, of the same length.
        words: every run of letters and digits of ``lowered``, in order.
        lines: the source as typed.
    """

    text: str
    lowered: str
    words: tuple[str, ...]
    lines: tuple[str, ...]
    _starts: tuple[int, ...] = field(repr=False)

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset into ``text``."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def bounds(self, line: int) -> tuple[int, int]:
        """Offsets at which a 1-based line begins and ends."""
        start = self._starts[line - 1]
        return start, start + len(self.lines[line - 1])

    def typed(self, start: int, end: int) -> str:
        """What the office typed between two offsets, a line break as a space."""
        line, column = self.place(start)
        pieces = []
        left = end - start
        while left > 0 and line <= len(self.lines):
            piece = self.lines[line - 1][column - 1 : column - 1 + left]
            pieces.append(piece)
            left -= len(piece) + 1
            line, column = line + 1, 1
        return " ".join(pieces)


@lru_cache(maxsize=1)
def parse_prose(lines: tuple[str, ...]) -> Prose:
    """Blank out what is no prose; linear.  The rules of one story share the answer."""
    starts = (0, *accumulate(len(line) + 1 for line in lines))[: max(len(lines), 1)]
    text = "\n".join(_blank_head(lines)).replace("\u00a0", " ").replace("\u202f", " ")
    if "```" in text or "~~~" in text:
        text = "\n".join(_blank_code(text.split("\n")))
    if any(hint in text for hint in _HINTS):
        text = _NO_PROSE.sub(lambda m: MASK * len(m[0]), text)
    if "<!--" in text:
        text = _blank_comments(text)
    lowered = _lower(text)
    words = tuple(chain.from_iterable(map(_TOKENS.__getitem__, lowered.split())))
    return Prose(text, lowered, words, lines, starts)


class _Tokens(dict[str, tuple[str, ...]]):
    """What stands between two spaces → its words; the same few thousand make up nearly all stories."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        words = tuple(WORD.findall(token))
        if len(self) < _MOST_TOKENS:
            self[token] = words
        return words


_MOST_TOKENS = 20_000
_TOKENS = _Tokens()


@lru_cache(maxsize=1)
def find_spans(lowered: str) -> tuple[tuple[int, int], ...]:
    """Where each of :attr:`Prose.words` stands; only stories with a wrong word need it."""
    return tuple(match.span() for match in WORD.finditer(lowered))


def _lower(text: str) -> str:
    """Lower case letter for letter: ``İ`` and its like, which would become two, stay."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)


def _blank_head(lines: tuple[str, ...]) -> list[str]:
    """The lines, of whose head only the values that readers see are left."""
    head = parse_head(lines)
    kept = list(lines)
    if not head.present:
        return kept
    shown = {entry.line for key, entry in head.entries.items() if key in _PROSE_KEYS}
    hidden = {entry.line for entry in head.entries.values()} - shown
    inside = False
    for i in range(head.end):
        line = lines[i]
        if i + 1 in shown:
            inside = True
            kept[i] = _KEY.sub(lambda m: MASK * len(m[0]), line, count=1)
        elif i + 1 in hidden or not inside or not line.startswith((" ", "\t", "- ")):
            inside = False
            kept[i] = MASK * len(line)
    return kept


def _blank_code(lines: list[str]) -> list[str]:
    """Blank the lines between a code fence and the fence that closes it; one left open is text."""
    kept = list(lines)
    opened, fence = 0, ""
    for i, line in enumerate(lines):
        match = _CODE_FENCE.match(line)
        if match and not fence:
            opened, fence = i, match[1]
        elif match and match[1].startswith(fence):
            kept[opened : i + 1] = [MASK * len(line) for line in lines[opened : i + 1]]
            fence = ""
    return kept


def _blank_comments(text: str) -> str:
    pieces = []
    end = 0
    while (start := text.find("<!--", end)) >= 0 and (close := text.find("-->", start + 4)) >= 0:
        pieces.append(text[end:start])
        pieces.append("\n".join(MASK * len(line) for line in text[start : close + 3].split("\n")))
        end = close + 3
    return "".join(pieces) + text[end:]
