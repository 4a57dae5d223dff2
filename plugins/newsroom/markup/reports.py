"""What stories say about the year's tasks: ``{nhiem-vu: 2023/4}``, ``{nhiem-vu: 2023/4 đạt 127 %}``.

The marker names the year and the number that the office gave the task.  After
it may stand a state and a figure; other words are shown as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal
from xml.etree.ElementTree import Element

from newsroom.model import (
    Block,
    Figure,
    Footnotes,
    Gallery,
    Heading,
    Item,
    ItemList,
    Letterhead,
    Notice,
    Paragraph,
    Quote,
    SignOff,
    Story,
    Table,
    TaskReport,
)
from newsroom.tasks import task_address
from newsroom.text.cleaning import fold_spaces

REPORT = r"\{\s?(?i:nhi[eệ]m[ -]v[uụ])\s?:[^{}\n]{1,120}\}"
"""A marker, whatever stands in it; Vietnamese spelling is understood too."""

_REPORT = re.compile(REPORT)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_INSIDE = re.compile(r"\{[^:]*:\s*(\d{4})\s*/\s*([^\W_]+(?:\.[^\W_]+)*)[/).]?(?:[\s,;:–-]+(.*?))?\s*\}$", re.DOTALL)
_STATES: dict[str, Literal["done", "doing"]] = {
    **dict.fromkeys(("hoàn thành", "đã hoàn thành", "xong", "đã xong"), "done"),
    **dict.fromkeys(("đang thực hiện", "đang triển khai", "đang làm"), "doing"),
}
"""What a state may be called, in lower case."""

_STATE_WORDS = "|".join(sorted(_STATES, key=len, reverse=True))
_STATE = re.compile(rf"(?i)(?:^|(?<=[,;] ))(?:{_STATE_WORDS})(?=[,;]|$|(?: đã)? đạt \d)")
_FIGURE = re.compile(r"(?i)(?:đã )?đạt\s+(?=\d)")
_PERCENT = re.compile(r"(\d{1,6}(?:[.,]\d+)?)\s*%")
_RATIO = re.compile(r"(\d[\d.]{0,14}(?:,\d+)?)\s*/\s*(\d[\d.]{0,14}(?:,\d+)?)")
_HOW = (
    "Hãy viết năm, gạch chéo, số của nhiệm vụ, ví dụ {nhiem-vu: 2023/4 hoàn thành} hoặc {nhiem-vu: 2023/4 đạt 127 %}."
)


def parse_report(typed: str, line: int = 0) -> TaskReport | None:
    """A marker's meaning; None when it does not name a year and a task."""
    inside = _INSIDE.match(typed)
    if not inside:
        return None
    words = fold_spaces(inside[3] or "")
    state, rest = _split_state(words)
    figure = _find_figure(rest)
    return TaskReport(
        year=int(inside[1]),
        number=task_number(inside[2]),
        state=state,
        figure=figure,
        percent=parse_percent(figure),
        words=words,
        line=line,
        typed=typed,
    )


def task_number(typed: str) -> str:
    """The number under which a task is known: ``04`` is ``4``, ``A`` is ``a``."""
    return ".".join(part.lstrip("0") or "0" for part in typed.lower().split("."))


def parse_percent(figure: str) -> int | None:
    """A figure as percent: ``112,6%`` is 113, ``5.120/5.000`` is 102; None where it tells none."""
    if found := _PERCENT.search(figure):
        return round(float(found[1].replace(",", ".")))
    if found := _RATIO.search(figure):
        reached, wanted = (float(number.rstrip(".").replace(".", "").replace(",", ".")) for number in found.groups())
        return round(100 * reached / wanted) if wanted else None
    return None


def write_report(report: TaskReport) -> str:
    """The marker as a clerk would type it."""
    return f"{{nhiem-vu: {report.year}/{report.number}{' ' if report.words else ''}{report.words}}}"


def find_reports(story: Story) -> tuple[TaskReport, ...]:
    """Every report of a story, in reading order; one in code is text."""
    return tuple(report for typed, line in _find_typed(story) if (report := parse_report(typed, line)))


def check_reports(story: Story) -> Iterator[Notice]:
    """Markers that name no task, and words after one that are neither a state nor a figure."""
    for typed, line in _find_typed(story):
        report = parse_report(typed, line)
        if report is None:
            message = f"Không hiểu “{typed}” nói về nhiệm vụ nào."
            yield Notice("task-unknown", "error", line, message, _HOW, found=typed)
            continue
        rest = _split_state(report.words)[1]
        if rest and not report.figure:
            message = f"“{rest}” không phải tình trạng của nhiệm vụ; trang ghi nguyên văn."
            hint = "Nên dùng một trong các cách: hoàn thành, đang thực hiện, đạt 127 %."
            yield Notice("task-report-odd", "warning", line, message, hint, found=rest)


def render_report(typed: str, before: str, base: str, *, for_feed: bool) -> Element | None:
    """A link to the task with its state in words; None for a marker that names none.

    Args:
        before: the text in front of it: behind words it stands in parentheses.
        base: what goes before the address in a feed.
    """
    report = parse_report(typed)
    if report is None:
        return None
    inside = before.rstrip().endswith(("(", "["))
    alone = not before.strip()
    link = Element("a", {"href": base + task_address(report.year, report.number)})
    if not for_feed:
        link.set("class", "report")
    said = f"{'N' if alone else 'n'}hiệm vụ {report.number} năm {report.year}"
    link.text = f"{said}: {report.words}" if report.words else said
    if not (alone or inside):
        link.text = f"({link.text})"
    return link


def _split_state(words: str) -> tuple[Literal["", "done", "doing"], str]:
    """The last state that the words name, at either end or between commas, and the words without it."""
    found = [*_STATE.finditer(words)]
    if not found:
        return "", words
    rest = words[: found[-1].start()] + words[found[-1].end() :]
    return _STATES[found[-1][0].lower()], rest.strip(" ,;:")


def _find_figure(rest: str) -> str:
    found = _FIGURE.match(rest)
    return rest[found.end() :].strip(" .") if found else ""


def _find_typed(story: Story) -> Iterator[tuple[str, int]]:
    """Every marker as typed, and its line."""
    if not any("{" in line and _REPORT.search(line) for line in story.lines):
        return
    at = 0
    for line, text in _texts(story.document.blocks):
        for found in _REPORT.finditer(_CODE.sub("", text)):
            at = _find_line(story.lines, found[0], max(at, line))
            yield found[0], at


def _find_line(lines: Sequence[str], typed: str, start: int) -> int:
    """The first line from ``start`` on that holds what was typed, else ``start``."""
    return next((n for n in range(max(start, 1), len(lines) + 1) if typed in lines[n - 1]), max(start, 1))


def _texts(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """Line and inline text of everything a story says, in reading order."""
    for block in blocks:
        match block:
            case Paragraph() | SignOff():
                yield block.line, "\n".join(block.lines)
            case Heading():
                yield block.line, block.text
            case Figure():
                yield block.line, block.caption
            case Gallery():
                yield from _texts(block.figures)
            case ItemList():
                yield from (text for item in block.items for text in _item_texts(item))
            case Table():
                yield block.line, "\n".join(cell for row in (block.header, *block.rows) for cell in row)
            case Letterhead():
                yield block.line, "\n".join((*block.left, *block.right))
            case Quote():
                yield from _texts(block.blocks)
            case Footnotes():
                yield 1, "\n".join(text for _, text in block.notes)


def _item_texts(item: Item) -> Iterator[tuple[int, str]]:
    yield item.line, "\n".join(item.lines)
    yield from _texts(item.children)
