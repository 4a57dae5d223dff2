"""How notices say how often and where: “ (×2)”, “ ở các dòng 9, 17”."""

from __future__ import annotations

from collections.abc import Sequence

MOST_LINES = 10
"""A notice names no more lines than this; the rest show up when these are mended."""


def write_times(count: int) -> str:
    """`` (×3)``, or nothing for once."""
    return f" (×{count})" if count > 1 else ""


def write_lines(lines: Sequence[int]) -> str:
    """`` ở các dòng 9, 17``, or nothing when all stand on one line."""
    distinct = sorted(set(lines))
    if len(distinct) < 2:
        return ""
    named = ", ".join(map(str, distinct[:MOST_LINES]))
    return f" ở các dòng {named}" + (" …" if len(distinct) > MOST_LINES else "")


def shorten(text: str, start: int, width: int) -> str:
    """A piece of at most ``width`` characters of ``text`` that shows what stands at ``start``, cut between words."""
    if len(text) <= width:
        return text
    left = max(0, min(start - width // 3, len(text) - width))
    right = left + width
    before, after = "…" if left else "", "…" if right < len(text) else ""
    if left and (gap := text.find(" ", left, start)) >= 0:
        left = gap + 1
    if after and (gap := text.rfind(" ", start + 1, right)) >= 0:
        right = gap
    return before + text[left:right].strip() + after
