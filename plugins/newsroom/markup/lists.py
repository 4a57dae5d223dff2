"""Numbered tasks, points and bullets, exactly as the office numbered them.

Offices indent nothing (Decree 30/2020/NĐ-CP: I. > 1. > a) > - > +), so what
is nested in what follows from the markers: a style that is open goes on, a
new style opens a list under the current item.  A paragraph, a photo or a
heading ends the list; a later number simply starts a new one at that number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.chunks import ItemChunk
from newsroom.markup.inline import set_plain
from newsroom.markup.lines import join_wraps
from newsroom.markup.markers import WHOLE_NUMBERS, Marker
from newsroom.markup.rendering import Rendering, add, add_lines
from newsroom.model import Item, ItemList, Notice


@dataclass(slots=True)
class _Open:
    """A list being read: its items, and per item the lists under it."""

    style: str
    chunks: list[ItemChunk] = field(default_factory=list)
    under: list[list[_Open]] = field(default_factory=list)

    @property
    def last(self) -> Marker:
        return self.chunks[-1].marker

    @property
    def indent(self) -> int:
        """Columns before the list's first marker; only bullets are nested by it."""
        return self.chunks[0].lines[0].indent

    def add(self, chunk: ItemChunk) -> None:
        self.chunks.append(chunk)
        self.under.append([])


def parse_lists(chunks: Sequence[ItemChunk], *, tasks: bool, width: int = 0) -> tuple[list[ItemList], list[Notice]]:
    """Nest consecutive items by their markers.

    Args:
        chunks: items with nothing but blank lines between them.
        tasks: whether the outermost numbered list holds the year's tasks.
        width: the column at which the story is known to be wrapped, or 0.
    """
    notices: list[Notice] = []
    roots: list[_Open] = []
    stack: list[_Open] = []
    for chunk in chunks:
        if chunk.gap and not chunk.marker.is_bullet:
            _close_bullets(stack)
        depth = _find_depth(stack, chunk.marker, chunk.lines[0].indent)
        if depth is None:
            fresh = _Open(chunk.marker.style)
            (stack[-1].under[-1] if stack else roots).append(fresh)
            stack.append(fresh)
        else:
            del stack[depth + 1 :]
            if _restarts(stack[-1].last, chunk.marker):
                fresh = _Open(chunk.marker.style)
                (stack[-2].under[-1] if depth else roots).append(fresh)
                stack[-1] = fresh
        stack[-1].add(chunk)
    lists = [_freeze(r, "tasks" if tasks and not r.last.is_bullet else None, width) for r in roots]
    for root in roots:
        notices += _check_numbers(root)
    return lists, notices


def _close_bullets(stack: list[_Open]) -> None:
    """Bullets end where a number follows after a blank line; numbers come above bullets (Decree 30)."""
    while stack and stack[-1].last.is_bullet:
        stack.pop()


def _find_depth(stack: Sequence[_Open], marker: Marker, indent: int) -> int | None:
    """Depth of the open list that a marker goes on with, or None for a new one."""
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].style == marker.style:
            if marker.is_bullet and indent >= stack[depth].indent + 2:
                return None
            if not marker.is_bullet or indent >= stack[depth].indent - 1:
                return depth
    if marker.style in WHOLE_NUMBERS and marker.number != 1:
        for depth in range(len(stack) - 1, -1, -1):
            if stack[depth].style in WHOLE_NUMBERS and 0 <= marker.number - stack[depth].last.number <= 2:
                return depth
    return None


def _restarts(last: Marker, marker: Marker) -> bool:
    return not marker.is_bullet and marker.number == 1 and last.number > 1


def _freeze(opened: _Open, kind: Literal["tasks"] | None, width: int) -> ItemList:
    items = tuple(
        _item(chunk, tuple(_freeze(inner, None, width) for inner in under), width)
        for chunk, under in zip(opened.chunks, opened.under, strict=True)
    )
    return ItemList(kind or ("bullets" if opened.last.is_bullet else "points"), items)


def _item(chunk: ItemChunk, children: tuple[ItemList, ...], width: int) -> Item:
    marker = chunk.marker
    return Item(marker.text, join_wraps(chunk.texts, width), chunk.line, children, marker.value, marker.checked)


def _check_numbers(opened: _Open) -> Iterator[Notice]:
    """Numbers that are missing, repeated or typed in another style."""
    before: ItemChunk | None = None
    for chunk, under in zip(opened.chunks, opened.under, strict=True):
        if before and not chunk.marker.is_bullet:
            yield from _compare(before, chunk)
        before = chunk
        for inner in under:
            yield from _check_numbers(inner)


def _compare(before: ItemChunk, chunk: ItemChunk) -> Iterator[Notice]:
    old, new = before.marker, chunk.marker
    step = new.number - old.number
    if step == 0:
        yield Notice(
            "number-repeated",
            "warning",
            chunk.line,
            f"Số “{new.text}” đứng hai lần liền nhau trong danh sách.",
            "Hãy xem lại số thứ tự; trang giữ nguyên số đã gõ.",
            found=new.text,
        )
    elif step != 1:
        yield note_missing(old.text, new.text, chunk.line)
    if old.style != new.style:
        yield Notice(
            "markers-mixed",
            "hint",
            chunk.line,
            f"Danh sách dùng lẫn hai kiểu đánh số: “{old.text}” và “{new.text}”.",
            "Nên dùng một kiểu trong cả danh sách.",
            found=new.text,
        )


def note_missing(before: str, marker: str, line: int) -> Notice:
    """A number that does not follow the one before it."""
    return Notice(
        "number-missing",
        "warning",
        line,
        f"Sau “{before}” là “{marker}”: thiếu số hoặc sai thứ tự.",
        "Hãy xem lại số thứ tự; trang giữ nguyên số đã gõ.",
        found=marker,
    )


def continue_tasks(lists: Sequence[ItemList], after: int) -> list[ItemList]:
    """Turn points that go on after task number ``after`` into tasks again."""
    return [
        replace(each, kind="tasks")
        if each.kind == "points" and after and each.items[0].value is not None and 0 < each.items[0].value - after <= 2
        else each
        for each in lists
    ]


def write_list(listed: ItemList) -> str:
    """The list as a clerk would type it, one item a line, nothing indented."""
    lines: list[str] = []
    for item in listed.items:
        box = "" if item.checked is None else f"[{'x' if item.checked else ' '}] "
        lines.append(f"{item.marker} {box}{item.lines[0]}")
        lines += item.lines[1:]
        lines += [write_list(child) for child in item.children if isinstance(child, ItemList)]
    return "\n".join(lines)


def render_list(listed: ItemList, parent: Element, rendering: Rendering) -> None:
    """``ol.tasks``, ``ol.points`` or ``ul``, each item with the marker as typed."""
    if rendering.for_feed:
        _render_plain(listed, parent, rendering)
        return
    bullets = listed.kind == "bullets"
    element = SubElement(parent, "ul") if bullets else add(parent, "ol", class_=listed.kind)
    for item in listed.items:
        li = SubElement(element, "li")
        if item.marker != "*":
            li.set("data-marker", item.marker)
        if item.value is not None:
            li.set("value", str(item.value))
        if listed.kind == "tasks" and item.value is not None:
            li.set("id", rendering.take_id(f"nhiem-vu-{item.value}"))
        _render_item(item, li, rendering)


def _render_item(item: Item, li: Element, rendering: Rendering) -> None:
    if item.checked is not None:
        li.set("class", "task")
        label = SubElement(li, "label")
        box = SubElement(label, "input", {"type": "checkbox", "disabled": "disabled"})
        if item.checked:
            box.set("checked", "checked")
        add_lines(label, (f" {item.lines[0]}", *item.lines[1:]))
    else:
        if item.marker != "*":
            set_plain(add(li, "span", class_="marker"), item.marker)
            add_lines(li, (f" {item.lines[0]}", *item.lines[1:]))
        else:
            add_lines(li, item.lines)
    rendering.render_blocks(li, item.children, rendering)


def _render_plain(listed: ItemList, parent: Element, rendering: Rendering) -> None:
    """For a feed: bullets stay bullets, numbered items are paragraphs that begin with what was typed."""
    if listed.kind == "bullets":
        element = SubElement(parent, "ul")
        for item in listed.items:
            box = "" if item.checked is None else ("☑ " if item.checked else "☐ ")
            li = SubElement(element, "li")
            add_lines(li, (box + item.lines[0], *item.lines[1:]))
            rendering.render_blocks(li, item.children, rendering)
        return
    for item in listed.items:
        paragraph = SubElement(parent, "p")
        set_plain(SubElement(paragraph, "b"), item.marker)
        add_lines(paragraph, (f" {item.lines[0]}", *item.lines[1:]))
        rendering.render_blocks(parent, item.children, rendering)
