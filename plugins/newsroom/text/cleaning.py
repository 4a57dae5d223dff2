"""Cleaning at the door: the bytes of a story file become lines every later part can trust.

A line is NFC, has no invisible or control character and no Ð for Đ.  Spaces of
every kind stay, for columns and sign-offs are read from them later; line
numbers stay those of an editor.  Legacy encodings are looked for before
anything is taken away, because in TCVN3 the soft hyphen is the letter ư.
"""

from __future__ import annotations

from dataclasses import dataclass

from newsroom.model import Notice
from newsroom.text.ballots import has_vni_pair
from newsroom.text.characters import UNUSUAL
from newsroom.text.decoding import decode
from newsroom.text.legacy import Legacy, find_legacy
from newsroom.text.sweeping import Sweeper


@dataclass(frozen=True, slots=True)
class Source:
    """A story file's text, clean.

    Attributes:
        lines: ``lines[n - 1]`` is line n of the file as an editor counts.
        notices: at most one per code, except ``encoding-legacy``: one per paragraph; in line order.
        dropped: the distinct characters that were left out, in code point order.
    """

    lines: tuple[str, ...]
    notices: tuple[Notice, ...] = ()
    dropped: tuple[str, ...] = ()


def clean(raw: bytes) -> Source:
    """Read and clean a story file; never raises, in time linear in its size."""
    decoded = decode(raw)
    lines = _split_lines(decoded.text)
    notices = [] if decoded.notice is None else [decoded.notice]
    if not UNUSUAL.search(decoded.text) and not has_vni_pair(decoded.text):
        return Source(tuple(lines), tuple(notices))
    legacy = find_legacy(lines)
    quiet = {number for finding in legacy for number in range(finding.line, finding.last + 1)}
    sweeper = Sweeper()
    cleaned = tuple(sweeper.sweep(number, line, number in quiet) for number, line in enumerate(lines, start=1))
    notices += [*map(_say_legacy, legacy), *sweeper.say()]
    notices.sort(key=lambda notice: (notice.line, notice.code))
    return Source(cleaned, tuple(notices), tuple(sorted(sweeper.dropped)))


def fold_spaces(text: str) -> str:
    """Spaces of every kind, alone or in runs, as one space; none at either end."""
    return " ".join(text.split())


def _split_lines(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines if lines[-1] else lines[:-1]


def _say_legacy(finding: Legacy) -> Notice:
    return Notice(
        "encoding-legacy",
        "error",
        finding.line,
        f"Đoạn này còn ở bảng mã cũ ({finding.encoding}), người đọc không đọc được.",
        finding.remedy,
        found=finding.found,
        proposed=finding.proposed,
    )
