"""The blood-donation days of the front page, read from the newest timetable a story holds.

Offices paste it from a spreadsheet: a table with a column for the day, one for
the place, often one for the hours.  Days that are over are not left out: that
would make the page depend on the clock.  A story with ``expires`` takes its
timetable along when it leaves the lists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.model import SlotView, Story, Table
from newsroom.site.edition import Edition
from newsroom.site.plain import write_plain
from newsroom.text.folding import case_key

SUBJECT = "hiến máu"
MOST_SLOTS = 6
"""Days on the front page: two lines of three on a wide screen."""

_DAY = re.compile(r"(?<!\d)(0?[1-9]|[12]\d|3[01])[/.-](0?[1-9]|1[0-2])(?:[/.-]\d{4})?(?![\d/])")


def find_timetable(edition: Edition) -> tuple[Story | None, tuple[SlotView, ...]]:
    """The newest listed story with a timetable of blood donation, and its first days."""
    for story in edition.news.stories:
        if SUBJECT in case_key(f"{story.head.title} {story.head.category}"):
            for table in story.document.blocks:
                slots = tuple(_read_slots(table, story, edition)) if isinstance(table, Table) else ()
                if slots:
                    return story, slots[:MOST_SLOTS]
    return None, ()


def _read_slots(table: Table, story: Story, edition: Edition) -> Iterator[SlotView]:
    heads = [case_key(write_plain(cell, story, edition)) for cell in table.header]
    day = _find_column(heads, "ngày")
    place = _find_column(heads, "địa điểm", "nơi")
    hours = _find_column(heads, "thời gian", "giờ")
    if day is None or place is None:
        return
    for row in table.rows:
        cells = [write_plain(cell, story, edition) for cell in row]
        found = _DAY.search(cells[day])
        if found and cells[place]:
            around = f"{cells[day][: found.start()]} {cells[day][found.end() :]}".strip(" ,;:()–-")
            details = (around, cells[hours] if hours is not None else "")
            yield SlotView(
                date=f"{int(found[2]):02}-{int(found[1]):02}",
                day_text=f"{found[1]}/{found[2]}",
                place=cells[place],
                detail=", ".join(filter(None, details)),
            )


def _find_column(heads: list[str], *names: str) -> int | None:
    return next((column for column, head in enumerate(heads) if head.startswith(names)), None)
