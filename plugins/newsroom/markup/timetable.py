"""The blood-donation days that a story announces, for the front page.

Offices paste it from a spreadsheet: a table with a column for the day, one for
the place, often one for the hours.  Days that are over are not left out: that
would make the page depend on the clock.  A story with ``expires`` takes its
timetable along when it leaves the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.markup.render import render_plain
from newsroom.model import Slot, Story, Table
from newsroom.text.folding import case_key

SUBJECT = "hiến máu"
MOST_SLOTS = 6
"""Days on the front page: two lines of three on a wide screen."""

_DAY = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])(?:[/.-]\d{4})?(?![\d/])")


def find_slots(story: Story) -> tuple[Slot, ...]:
    """The first days of the story's first timetable; empty unless it announces blood donation."""
    if SUBJECT not in case_key(f"{story.head.title} {story.head.category}"):
        return ()
    for table in story.document.blocks:
        if isinstance(table, Table) and (slots := tuple(_read_slots(table, story))):
            return slots[:MOST_SLOTS]
    return ()


def _read_slots(table: Table, story: Story) -> Iterator[Slot]:
    heads = [case_key(render_plain(cell, story)) for cell in table.header]
    day = _find_column(heads, "ngày")
    place = _find_column(heads, "địa điểm", "nơi")
    hours = _find_column(heads, "thời gian", "giờ")
    if day is None or place is None:
        return
    for row in table.rows:
        cells = [render_plain(cell, story) for cell in row]
        found = _DAY.search(cells[day])
        if found and cells[place]:
            around = f"{cells[day][: found.start()]} {cells[day][found.end() :]}".strip(" ,;:()–-")
            details = (around, cells[hours] if hours is not None else "")
            yield Slot(
                date=f"{int(found[2]):02}-{int(found[1]):02}",
                day_text=f"{found[1]}/{found[2]}",
                place=cells[place],
                detail=", ".join(filter(None, details)),
            )


def _find_column(heads: list[str], *names: str) -> int | None:
    return next((column for column, head in enumerate(heads) if head.startswith(names)), None)
