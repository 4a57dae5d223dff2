"""Bytes of a story file as text: UTF-8, or the best reading of what is not.

A file in another encoding is read as well as can be, for the preview, and
always reported at ``error``: nobody but the office can say whether the reading
is right.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from newsroom.model import Notice
from newsroom.text.ballots import TCVN3, VNI
from newsroom.text.syllables import is_syllable
from newsroom.text.tcvn3 import parse_tcvn3
from newsroom.text.vni import parse_vni

SAVE_AS_UTF8 = "Lưu lại bằng UTF-8: trong Notepad chọn Lưu thành (Save as), mục Mã hóa (Encoding) chọn UTF-8."

_UNIKEY = "Chuyển mã bằng UniKey (Ctrl+Shift+F6) từ {source} sang Unicode, rồi lưu lại bằng UTF-8."
_RETYPE = "Tìm các dấu � trong bài, gõ lại những chữ đó, rồi lưu lại bằng UTF-8."
_LOST = "\ufffd"
_SAMPLE = 20_000
_FEWEST = 16
"""Letters from which on the places of zero bytes prove anything."""

_WIDE_MARKS = ((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and, where the file was no sound UTF-8, the notice that says so."""

    text: str
    notice: Notice | None = None


def decode(raw: bytes) -> Decoded:
    """Read a file's bytes; never raises."""
    wide = _find_wide(raw)
    if wide:
        return Decoded(raw.decode(wide, "replace"), _say_unreadable("UTF-16", SAVE_AS_UTF8))
    body = raw.removeprefix(codecs.BOM_UTF8)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as fault:
        return _decode_faulty(body, fault.start)
    return Decoded(text, _say_lost(text) if _LOST in text else None)


def _decode_faulty(raw: bytes, first: int) -> Decoded:
    if raw.count(0) > len(raw) // 50:
        return Decoded("", _say_no_text())
    joined = _join_surrogates(raw)
    if joined is not None:
        return Decoded(joined)
    mended = raw.decode("utf-8", "replace")
    sample = mended[:_SAMPLE]
    if sum(letter > "\x7f" for letter in sample) > 2 * sample.count(_LOST):
        return Decoded(mended, _say_damaged(_count_lines(raw[:first].decode("utf-8")), mended.count(_LOST)))
    table = _guess(raw)
    return Decoded(table.read(raw), _say_unreadable(table.name, table.hint))


def _join_surrogates(raw: bytes) -> str | None:
    """UTF-8 whose only fault is surrogates, which some databases write for emoji: pairs become one character."""
    try:
        halves = raw.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None
    return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


def _find_wide(raw: bytes) -> str | None:
    """The codec of a file with two or four bytes a letter: by its mark, or by where its zero bytes lie."""
    for mark, codec in _WIDE_MARKS:
        if raw.startswith(mark):
            return codec
    sample = raw[: _SAMPLE & ~1]
    half = len(sample) // 2
    if half < _FEWEST or 0 not in sample:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


# ── One byte a letter: which code table makes most words Vietnamese ──────────


def _guess(raw: bytes) -> _Table:
    """The likeliest code table; Windows-1252 when none gives Vietnamese."""
    shares = [_share_of_syllables(table.read(raw[:_SAMPLE])) for table in _TABLES]
    best = max(shares)
    return _TABLES[shares.index(best)] if best >= 0.5 else _WESTERN


def _share_of_syllables(text: str) -> float:
    words = [word for word in _BETWEEN.split(text) if not word.isascii()]
    sound = sum(is_syllable(word.strip(_PUNCTUATION)) for word in words)
    return sound / len(words) if words else 0.0


def _read_1258(raw: bytes) -> str:
    return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))


def _read_1252(raw: bytes) -> str:
    return raw.decode("cp1252", "replace")


def _read_tcvn3(raw: bytes) -> str:
    return "\n".join(map(parse_tcvn3, raw.decode("latin-1").split("\n")))


def _read_vni(raw: bytes) -> str:
    return parse_vni(_read_1252(raw))


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    hint: str
    read: Callable[[bytes], str]


_WESTERN = _Table("Windows-1252", SAVE_AS_UTF8, _read_1252)
_TABLES = (
    _Table("Windows-1258", SAVE_AS_UTF8, _read_1258),
    _Table(TCVN3, _UNIKEY.format(source=TCVN3), _read_tcvn3),
    _Table(VNI, _UNIKEY.format(source=VNI), _read_vni),
    _WESTERN,
)
_BETWEEN = re.compile(r"[\s;,|]+")
_PUNCTUATION = ".,;:!?()[]\"'“”‘’…–-*_#/"


# ── Sentences ────────────────────────────────────────────────────────────────


def _say_unreadable(encoding: str, hint: str) -> Notice:
    return Notice(
        "encoding-unreadable", "error", 1, f"Tệp không ở dạng UTF-8; có vẻ là {encoding}.", hint, found=encoding
    )


def _say_no_text() -> Notice:
    return Notice(
        "encoding-unreadable",
        "error",
        1,
        "Tệp này không phải văn bản thuần (có thể là tệp Word, ảnh hoặc tệp nén bị đổi tên).",
        "Mở tệp bằng đúng phần mềm của nó, chép phần chữ sang một tệp .md mới, lưu bằng UTF-8.",
    )


def _say_damaged(line: int, places: int) -> Notice:
    return Notice(
        "encoding-unreadable",
        "error",
        line,
        f"Tệp là UTF-8 nhưng bị hỏng {places} chỗ, chỗ đầu tiên ở dòng {line}.",
        _RETYPE,
        found=_LOST,
    )


def _say_lost(text: str) -> Notice:
    return Notice(
        "encoding-unreadable",
        "warning",
        _count_lines(text[: text.index(_LOST)]),
        f"Có {text.count(_LOST)} dấu � thay cho chữ đã mất từ trước khi bài tới đây.",
        _RETYPE,
        found=_LOST,
    )


def _count_lines(text: str) -> int:
    return len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
