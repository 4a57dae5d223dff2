"""The tasks that a story sets for a year: only where its head says so (``nhiem-vu: 2023``), never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsroom.markup.markers import find_marker
from newsroom.markup.render import render_plain
from newsroom.markup.reports import task_number
from newsroom.model import Block, Item, ItemList, Paragraph, Story, Task, TaskPart
from newsroom.tasks import task_anchor
from newsroom.text.cleaning import fold_spaces

_SIGNS = re.compile(r"[^\w.]|\.(?!\w)")


def find_tasks(story: Story) -> tuple[Task, ...]:
    """The year's tasks in the office's order and with its numbers: numbered lists, else check boxes."""
    if story.head.tasks_year is None:
        return ()
    lists = [block for block in story.document.blocks if isinstance(block, ItemList)]
    numbered = [item for each in lists if each.kind == "tasks" for item in each.items]
    boxes = [item for each in lists for item in each.items if item.checked is not None]
    return tuple(_read_tasks(numbered or boxes, story, story.head.tasks_year))


def _read_tasks(items: Sequence[Item], story: Story, year: int) -> Iterator[Task]:
    anchors: dict[str, int] = {}
    for place, item in enumerate(items, start=1):
        marker = item.marker if item.checked is None else f"{place}."
        number = find_number(marker) or str(place)
        anchor = task_anchor(number)
        count = anchors[anchor] = anchors.get(anchor, 0) + 1
        yield Task(
            year,
            number,
            marker,
            _plain(item, story),
            anchor if count == 1 else f"{anchor}-lan-{count}",
            item.line,
            item.checked,
            tuple(_read_parts(item.children, story)),
        )


def find_number(marker: str) -> str:
    """The number of a marker as stories name it: ``4/`` is 4, ``Một là,`` is 1, ``đ)`` is đ; empty for a bullet."""
    found = find_marker(f"{marker} X")
    if found and found.style in ("một là", "thứ nhất"):
        return str(found.number)
    return task_number(_SIGNS.sub("", marker))


def _read_parts(blocks: Sequence[Block], story: Story) -> Iterator[TaskPart]:
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                marker = "" if block.kind == "bullets" else item.marker
                yield TaskPart(marker, _plain(item, story), item.checked)
                yield from _read_parts(item.children, story)


def _plain(item: Item, story: Story) -> str:
    return fold_spaces(render_plain(Paragraph(item.lines), story))
