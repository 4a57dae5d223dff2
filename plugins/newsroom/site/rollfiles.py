"""A year of the roll of honour to take home: CSV for Excel, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date

from newsroom.honours import Honour, HonourYear, group_forms
from newsroom.model import Story
from newsroom.settings import Settings
from newsroom.text.dates import write_date

COLUMNS = (
    *("Năm", "Tập thể, cá nhân", "Đối tượng", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"),
    *("Cơ quan quyết định", "Số quyết định", "Ngày quyết định", "Tin", "Ảnh"),
)

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for a formula at the start of a cell (OWASP, "CSV Injection")."""


def write_csv(each: HonourYear, settings: Settings) -> bytes:
    """The year as a table; the mark at its head tells Excel that it is UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for story, honour, figure in _rows(each, settings):
        award = honour.award
        kind = "Tập thể" if award.collective else "Cá nhân"
        told = (award.who, kind, award.office, award.unit, award.form, award.body, award.decision, _day(award.decided))
        cells = (str(each.year), *told, settings.address + story.address, figure)
        writer.writerow([write_cell(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def write_cell(text: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe stands before what would be a formula.

    >>> write_cell("=1+2")
    "'=1+2"
    """
    return (
        f"'{text}" if text.lstrip(" \u00a0\ufeff").startswith(_ACTIVE) or text.startswith(("\t", "\r", "\n")) else text
    )


def write_json(each: HonourYear, settings: Settings) -> bytes:
    """The year as JSON; addresses are absolute, days ISO 8601 where they are dates."""
    awards = [
        {
            "who": honour.award.who,
            "kind": "collective" if honour.award.collective else "person",
            "office": honour.award.office,
            "unit": honour.award.unit,
            "form": honour.award.form,
            "body": honour.award.body,
            "decision": honour.award.decision,
            "decided": honour.award.decided,
            "url": settings.address + honour.address,
            "story": settings.address + story.address,
            "photo": figure or None,
        }
        for story, honour, figure in _rows(each, settings)
    ]
    told = {"year": each.year, "url": settings.address + each.address, "awards": awards}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _rows(each: HonourYear, settings: Settings) -> Iterator[tuple[Story, Honour, str]]:
    """Story, honouree and address of the photo, in the order of the page."""
    for form in group_forms(each, settings):
        for one in form.lists:
            for group in one.groups:
                figure = f"{settings.address}{one.story.address}#anh-{group.figure}" if group.figure else ""
                yield from ((one.story, honour, figure) for honour in group.honours)


def _day(decided: str) -> str:
    try:
        return write_date(date.fromisoformat(decided))
    except ValueError:
        return decided
