"""The list of real-word slips (``phrases.txt``) and how text is searched for them, in one pass."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

LIST = Path(__file__).with_name("phrases.txt")

ARROW = "→"
NUMBER = "{số}"

_AMOUNTS = frozenset(
    "các những mỗi từng nhiều mấy vài hai ba bốn năm sáu bảy tám chín mười mươi chục trăm nghìn ngàn "
    "tặng trao nhận".split()
)
"""Words besides numbers that count things out, so that what follows must be the thing counted."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One line of the list.

    Attributes:
        words: lower case.
        right: what to write instead, lower case; empty for a phrase that is right
            and only looks like a slip.
        counted: only after a number or a counting word.
        numbered: only before a number.
    """

    words: tuple[str, ...]
    right: str
    counted: bool = False
    numbered: bool = False


def parse_phrases(text: str) -> tuple[Phrase, ...]:
    """Read the list: ``wrong → right``, or a bare phrase to leave alone; ``#`` starts a remark.

    ``{số}`` before or after the wrong phrase asks for a number there.
    """
    phrases = []
    for line in text.splitlines():
        wrong, _, right = line.partition("#")[0].partition(ARROW)
        words = wrong.lower().split()
        if words:
            bare = tuple(word for word in words if word != NUMBER)
            phrases.append(Phrase(bare, right.strip().lower(), words[0] == NUMBER, words[-1] == NUMBER))
    return tuple(phrases)


def has_slip(words: Sequence[str]) -> bool:
    """Whether two neighbours of the lower-case ``words`` stand in a slip; cheap, for the many texts without one."""
    return not _read_list().signs.isdisjoint(pairwise(words))


def find_slips(text: str, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, str]]:
    """Start, end and right form of every slip; its case is kept, the longest phrase of the list wins.

    Args:
        text: NFC, in any case.
        words: its words in lower case.
        spans: where they stand in ``text``.
    """
    by_word = _read_list().by_word
    at = 0
    while at < len(words):
        candidates = by_word.get(words[at])
        phrase = candidates and next((p for p in candidates if _stands_at(p, at, text, words, spans)), None)
        if not phrase:
            at += 1
            continue
        last = at + len(phrase.words)
        if phrase.right:
            typed = [text[start:end] for start, end in spans[at:last]]
            yield spans[at][0], spans[last - 1][1], _in_case_of(typed, phrase.right.split())
        at = last


@dataclass(frozen=True, slots=True)
class _List:
    """The list made ready to search.

    Attributes:
        by_word: phrases by their first word, longest first.
        signs: two neighbours of every slip that its right form has not.
    """

    by_word: dict[str, list[Phrase]]
    signs: frozenset[tuple[str, str]]


@lru_cache(maxsize=1)
def _read_list() -> _List:
    phrases = sorted(parse_phrases(LIST.read_text(encoding="utf-8")), key=lambda p: -len(p.words))
    by_word: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        by_word.setdefault(phrase.words[0], []).append(phrase)
    return _List(by_word, frozenset(_sign_of(phrase) for phrase in phrases if phrase.right))


def _sign_of(phrase: Phrase) -> tuple[str, str]:
    right = set(pairwise(phrase.right.split()))
    return next(pair for pair in pairwise(phrase.words) if pair not in right)


def _stands_at(phrase: Phrase, at: int, text: str, words: Sequence[str], spans: Sequence[tuple[int, int]]) -> bool:
    last = at + len(phrase.words)
    if tuple(words[at:last]) != phrase.words:
        return False
    if not all(_is_gap(text, spans[i][1], spans[i + 1][0]) for i in range(at, last - 1)):
        return False
    if phrase.counted and not (at and _counts(words[at - 1]) and _is_gap(text, spans[at - 1][1], spans[at][0])):
        return False
    return not phrase.numbered or (last < len(words) and words[last].isdigit() and len(words[last]) > 1)


def _is_gap(text: str, end: int, start: int) -> bool:
    """Whether two words stand side by side; a hard wrap parts none, a comma does."""
    between = text[end:start]
    return between == " " or (len(between) < 8 and not between.strip(" *_\n") and between.count("\n") < 2)


def _counts(word: str) -> bool:
    return word.isdigit() or word in _AMOUNTS


def _in_case_of(typed: list[str], right: list[str]) -> str:
    if all(word.isupper() for word in typed):
        return " ".join(right).upper()
    if len(typed) == len(right):
        return " ".join(r.capitalize() if t[:1].isupper() else r for t, r in zip(typed, right, strict=True))
    text = " ".join(right)
    return text[:1].upper() + text[1:] if typed[0][:1].isupper() else text
