"""The head of a story: ``Key: value`` lines, bare or between ``---`` fences (contract §2).

Values are strings as typed: ``#`` is text and colons need no quotes.  Inside
fences a key may hold an indented YAML list or map, and a value wholly within
straight quotes loses them, since content managers add them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from newsroom.markup.keys import NAMES, NEVER, SHOWN, fold_key, nearest_key
from newsroom.model import Notice

_KEY_LINE = re.compile(r"([^\W\d_][\w \-]{0,30}?)\s*:\s*(.*)$")
_FENCE = re.compile(r"-{3,}\s*$")
_FENCE_END = re.compile(r"(?:-{3,}|\.{3})\s*$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of the head: its typed value or values, and where it stands."""

    values: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """The value as one string."""
        return ", ".join(self.values)


@dataclass(frozen=True, slots=True)
class TypedHead:
    """A head as typed.

    Attributes:
        entries: key (of :data:`KEYS`) → entry.
        allows: every ``allow`` value, in typed order.
        end: index of the first body line.
        present: False when the story has no head at all.
        near: line of a key that is a typo of ``title``, or 0.
    """

    entries: dict[str, Entry]
    allows: tuple[str, ...]
    end: int
    present: bool
    near: int = 0
    notices: tuple[Notice, ...] = ()


@dataclass(slots=True)
class _Reading:
    entries: dict[str, Entry] = field(default_factory=dict)
    allows: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    near: int = 0

    def take(self, key: str, values: tuple[str, ...], line: int) -> None:
        if key == "allow":
            self.allows.extend(values)
        elif key in self.entries:
            self.notices.append(
                Notice(
                    "key-unknown",
                    "warning",
                    line,
                    f"Phần đầu bài có hai dòng “{SHOWN[key]}”; dòng sau không được dùng.",
                    "Hãy xóa bớt một dòng.",
                    found=", ".join(values),
                )
            )
        else:
            self.entries[key] = Entry(values, line)

    def frozen(self, end: int, present: bool) -> TypedHead:
        return TypedHead(self.entries, tuple(self.allows), end, present, self.near, tuple(self.notices))


@lru_cache(maxsize=1)
def parse_head(lines: tuple[str, ...]) -> TypedHead:
    """Read the head of a story's cleaned lines; its reader and its checker share the answer."""
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    if start < len(lines) and _FENCE.match(lines[start]):
        end = next((i for i in range(start + 1, len(lines)) if _FENCE_END.match(lines[i])), None)
        if end is not None:
            return _parse_fenced(lines, start + 1, end)
        start += 1
    return _parse_bare(lines, start)


def _parse_bare(lines: Sequence[str], start: int) -> TypedHead:
    reading = _Reading()
    i, blank = start, False
    while i < len(lines):
        if not lines[i].strip():
            blank, i = True, i + 1
            continue
        key, value, name = _split(lines[i])
        near = "" if key or blank or not name else nearest_key(name)
        if not key and not near:
            break
        if key:
            reading.take(key, _split_values(key, value), i + 1)
        else:
            _note_unknown(reading, name, near, i + 1)
        blank, i = False, i + 1
    present = bool(reading.entries or reading.notices or reading.allows)
    return reading.frozen(i if present else start, present)


def _parse_fenced(lines: Sequence[str], start: int, end: int) -> TypedHead:
    reading = _Reading()
    i = start
    while i < end:
        line, number = lines[i], i + 1
        i += 1
        if not line.strip():
            continue
        key, value, name = _split(line)
        nested = i
        while (
            nested < end and (lines[nested][:1].isspace() or lines[nested].startswith("- ")) and lines[nested].strip()
        ):
            nested += 1
        inner, i = lines[i:nested], nested
        if not name:
            reading.notices.append(
                Notice(
                    "key-unknown",
                    "warning",
                    number,
                    "Dòng này của phần đầu bài không có dạng “Tên: giá trị”.",
                    "Hãy viết lại thành “Tên: giá trị”, hoặc chuyển xuống dưới dấu ---.",
                    found=line.strip(),
                )
            )
        elif not key:
            _note_unknown(reading, name, nearest_key(name), number)
        elif inner:
            reading.take(key, tuple(_nested_values(inner, value, number, reading)), number)
        else:
            reading.take(key, _split_values(key, _unquoted(value)), number)
    return reading.frozen(end + 1, True)


def _split(line: str) -> tuple[str, str, str]:
    """Known key (or empty), value, name as typed (empty when the line is no ``name: value``)."""
    match = _KEY_LINE.match(line.strip())
    if not match or line[:1].isspace():
        return "", "", ""
    name = match.group(1)
    folded = fold_key(name)
    if folded in NEVER:
        return "", "", ""
    return NAMES.get(folded, ""), (match.group(2) or "").strip(), name


def _note_unknown(reading: _Reading, name: str, near: str, line: int) -> None:
    if near == "title":
        reading.near = line
    hint = f"Có phải là “{SHOWN[near]}”?" if near else "Các tên có thể dùng: " + ", ".join(SHOWN.values()) + "."
    reading.notices.append(
        Notice(
            "key-unknown",
            "warning",
            line,
            f"Phần đầu bài không có mục “{name}”.",
            hint,
            found=name,
            proposed=SHOWN.get(near, ""),
        )
    )


def _split_values(key: str, value: str) -> tuple[str, ...]:
    if not value:
        return ()
    if key in ("tags", "aliases"):
        inner = value[1:-1] if value.startswith("[") and value.endswith("]") else value
        return tuple(v for v in (_unquoted(part.strip()) for part in re.split(r"[,;]", inner)) if v)
    return (value,)


def _unquoted(value: str) -> str:
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted and value[0] not in value[1:-1] else value


def _nested_values(lines: Sequence[str], value: str, number: int, reading: _Reading) -> Iterator[str]:
    if value:
        yield _unquoted(value)
    from newsroom.markup.nested import parse_nested  # hardly a story has such a list, and YAML takes its time

    try:
        yield from parse_nested("\n".join(lines))
    except ValueError:
        reading.notices.append(
            Notice(
                "key-unknown",
                "warning",
                number,
                "Danh sách thụt vào dưới mục này không đọc được.",
                "Hãy viết mỗi ý một dòng, bắt đầu bằng “- ”.",
                found=lines[0].strip(),
            )
        )
