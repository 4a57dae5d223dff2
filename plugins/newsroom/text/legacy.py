"""Text in an encoding from before Unicode: found paragraph by paragraph, proposed in Unicode.

It is never converted unasked.  A line is legacy when the evidence in it
(:mod:`newsroom.text.ballots`) outweighs both the foreign words and the sound
Vietnamese ones, so that names, prices and quotations raise no alarm.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from newsroom.text.ballots import MOJIBAKE, PARSERS, TCVN3, VNI, WORD, Kind, count_votes, find_kind
from newsroom.text.mojibake import parse_mojibake

_REMEDIES = {
    TCVN3: "Chuyển mã đoạn này bằng UniKey (Ctrl+Shift+F6) từ TCVN3 (ABC) sang Unicode, hoặc chép câu đề nghị vào.",
    VNI: "Chuyển mã đoạn này bằng UniKey (Ctrl+Shift+F6) từ VNI Windows sang Unicode, hoặc chép câu đề nghị vào.",
    MOJIBAKE: "Chép lại đoạn này từ bản gốc, hoặc chép câu đề nghị vào.",
}
_QUOTED = 60
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Legacy:
    """A paragraph in a legacy encoding.

    Attributes:
        encoding: its name, as the office's tools call it.
        line, last: 1-based first and last line at fault.
        found: the beginning of the first line at fault, as typed.
        proposed: the lines from ``line`` to ``last`` in Unicode.
    """

    encoding: str
    line: int
    last: int
    found: str
    proposed: str

    @property
    def remedy(self) -> str:
        """What the office does about it, one Vietnamese sentence."""
        return _REMEDIES[self.encoding]


def find_legacy(lines: Sequence[str]) -> list[Legacy]:
    """Paragraphs in TCVN3, VNI or mojibake, one finding each.

    Args:
        lines: of a file as typed, before any invisible character is removed:
            in TCVN3 the soft hyphen is the letter ư.
    """
    ballots = [None if line.isascii() else count_votes(line) for line in lines]
    certain = [ballot.find_certain() if ballot else None for ballot in ballots]
    company = frozenset(encoding for encoding in certain if encoding)
    found = [
        encoding or (ballot.find_likely(company) if ballot else None)
        for encoding, ballot in zip(certain, ballots, strict=True)
    ]
    return [_quote(lines, encoding, numbers) for encoding, numbers in _group(lines, found)]


def read_as(encoding: str, line: str) -> str:
    """A line in Unicode; sound Vietnamese words that stand among the legacy ones stay.

    A word that could be either is read as legacy when its nearest neighbours are.
    """
    if encoding == MOJIBAKE:
        return parse_mojibake(line)
    parse = PARSERS[encoding]
    words = list(WORD.finditer(line))
    kinds = [find_kind(word[0], parse) for word in words]
    if "sound" not in kinds:
        return parse(line)
    before, after = _carry(kinds), _carry(kinds[::-1])[::-1]
    pieces: list[str] = []
    done = 0
    for word, *neighbours in zip(words, before, after, strict=True):
        pieces += line[done : word.start()], word[0] if "sound" in neighbours else parse(word[0])
        done = word.end()
    return "".join([*pieces, line[done:]])


def _carry(kinds: list[Kind]) -> list[Kind | None]:
    """For every word the kind of the last word, itself included, that is certainly one or the other."""
    carried: list[Kind | None] = []
    last: Kind | None = None
    for kind in kinds:
        last = kind if kind in ("sound", "legacy") else last
        carried.append(last)
    return carried


def _group(lines: Sequence[str], found: Sequence[str | None]) -> list[tuple[str, list[int]]]:
    """Runs of line numbers of one encoding within one paragraph: no blank line between."""
    groups: list[tuple[str, list[int]]] = []
    broken = True
    for number, (line, encoding) in enumerate(zip(lines, found, strict=True), start=1):
        if not line.strip():
            broken = True
        elif encoding:
            if broken or groups[-1][0] != encoding:
                groups.append((encoding, []))
            groups[-1][1].append(number)
            broken = False
    return groups


def _quote(lines: Sequence[str], encoding: str, numbers: list[int]) -> Legacy:
    line, last = numbers[0], numbers[-1]
    at_fault = frozenset(numbers)
    proposed = "\n".join(
        read_as(encoding, lines[number - 1]) if number in at_fault else lines[number - 1]
        for number in range(line, last + 1)
    )
    first = _CONTROL.sub("", lines[line - 1]).strip()
    found = first if len(first) <= _QUOTED else first[:_QUOTED] + "…"
    return Legacy(encoding, line, last, found, proposed)
