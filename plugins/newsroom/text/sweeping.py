"""One pass over a file's lines: each is freed of what must not reach a page, and what was met is told once."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, field

from newsroom.model import Level, Notice
from newsroom.text.characters import BIDI_CONTROLS, STRAIGHTEN_ETHS, SUSPECT, SWEEPS, UNUSUAL, Sweep, lower_towers


class Sweeper:
    """Cleans lines one after the other and keeps count.

    Attributes:
        dropped: the distinct characters that were left out so far.
    """

    def __init__(self) -> None:
        self.dropped: set[str] = set()
        self._tallies: dict[str, _Tally] = {}

    def sweep(self, number: int, line: str, quiet: bool) -> str:
        """A line in NFC without invisible or control characters.

        Args:
            number: the line's number in the file.
            line: as typed.
            quiet: count nothing, because a legacy encoding explains every odd character.
        """
        if not UNUSUAL.search(line):
            return line
        if SUSPECT.search(line):
            for sweep in SWEEPS:
                line = self._apply(sweep, number, line, quiet)
        line = self._compose(number, line, quiet)
        if "Ð" in line or "ð" in line:
            line = self._apply(STRAIGHTEN_ETHS, number, line, quiet)
        return line

    def say(self) -> list[Notice]:
        """One notice for every code that met anything."""
        return [_SENTENCES[code](tally) for code, tally in self._tallies.items()]

    def _apply(self, sweep: Sweep, number: int, line: str, quiet: bool) -> str:
        if not sweep.pattern.search(line):
            return line
        swept = sweep.pattern.sub(sweep.replacement, line)
        odd = Counter(line) - Counter(swept)
        if sweep.drops:
            self.dropped.update(odd)
        if not quiet:
            self._tally(sweep.code, number, line, swept).update(odd)
        return swept

    def _compose(self, number: int, line: str, quiet: bool) -> str:
        lowered = lower_towers(line)
        if lowered != line:
            odd = Counter(line) - Counter(lowered)
            self.dropped.update(odd)
            self._tally("character-control", number, line, lowered).update(odd)
        composed = unicodedata.normalize("NFC", lowered)
        joined = len(lowered) - len(composed)
        if joined > 0 and not quiet:
            self._tally("unicode-decomposed", number, lowered, composed)["\u0301"] += joined
        return composed

    def _tally(self, code: str, number: int, line: str, cleaned: str) -> Counter[str]:
        if code not in self._tallies:
            self._tallies[code] = _begin(number, line, cleaned)
        return self._tallies[code].kinds


@dataclass(slots=True)
class _Tally:
    """What one code met: where first (line, column, the word as typed and as cleaned), and how much of what."""

    line: int
    column: int
    word: str
    cleaned: str
    kinds: Counter[str] = field(default_factory=Counter)


def _begin(number: int, line: str, cleaned: str) -> _Tally:
    at = next((at for at, (a, b) in enumerate(zip(line, cleaned, strict=False)) if a != b), len(cleaned))
    start = max(line.rfind(space, 0, at) for space in " \t\u00a0") + 1
    return _Tally(number, at + 1, _first_word(line[start:]), _first_word(cleaned[start:]))


def _first_word(text: str) -> str:
    return (text[:_SHOWN].split() or [""])[0]


_SHOWN = 40

# ── Sentences ────────────────────────────────────────────────────────────────


def _say_decomposed(tally: _Tally) -> Notice:
    return Notice(
        "unicode-decomposed",
        "hint",
        tally.line,
        f"Văn bản ở dạng Unicode tổ hợp ({tally.kinds.total()} dấu rời); trang đã chuyển sang dựng sẵn.",
        "Lần sau chọn bảng mã Unicode (dựng sẵn) trong UniKey, hoặc dán bài qua Notepad.",
        tally.column,
        found=tally.cleaned,
    )


def _say_eth(tally: _Tally) -> Notice:
    return Notice(
        "letter-eth",
        "hint",
        tally.line,
        f"Có {tally.kinds.total()} chữ Ð, ð (chữ của tiếng Iceland) thay cho Đ, đ; trang đã đổi sang Đ, đ.",
        "Gõ lại chữ Đ, đ bằng bộ gõ tiếng Việt để việc tìm kiếm trong tệp gốc cũng đúng.",
        tally.column,
        found=tally.word,
        proposed=tally.cleaned,
    )


def _say_invisible(tally: _Tally) -> Notice:
    level: Level = "warning" if any(sign in BIDI_CONTROLS for sign in tally.kinds) else "hint"
    return Notice(
        "character-invisible",
        level,
        tally.line,
        f"Có {tally.kinds.total()} ký tự vô hình ({_name(tally.kinds)}); trang đã bỏ đi.",
        "Thường do dán từ trang web, Zalo hay tệp PDF; dán dạng chữ thuần (Ctrl+Shift+V) thì không còn.",
        tally.column,
        found=_name(tally.kinds),
    )


def _say_control(tally: _Tally) -> Notice:
    return Notice(
        "character-control",
        "warning",
        tally.line,
        f"Có {tally.kinds.total()} ký tự điều khiển hoặc ký hiệu riêng của phông chữ ({_name(tally.kinds)}); "
        "trang đã bỏ đi hoặc thay bằng dấu thường.",
        "Xem lại chỗ này trên trang; nếu thiếu dấu đầu dòng hay chỗ xuống dòng thì gõ lại.",
        tally.column,
        found=_name(tally.kinds),
    )


_SENTENCES = {
    "unicode-decomposed": _say_decomposed,
    "letter-eth": _say_eth,
    "character-invisible": _say_invisible,
    "character-control": _say_control,
}


def _name(kinds: Counter[str]) -> str:
    """``U+200B ×2, U+00AD``: code points, the commonest five, each with how often it came."""
    named = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    shown = [f"U+{ord(sign):04X}" + (f" ×{count}" if count > 1 else "") for sign, count in named[:5]]
    return ", ".join([*shown, "…"] if len(named) > 5 else shown)
