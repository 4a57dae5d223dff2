"""A year of the roll of honour to take home: CSV for Excel, JSON for programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date

from newsroom.honours import Honour, HonourYear
from newsroom.model import Story
from newsroom.site.edition import Edition
from newsroom.text.dates import write_date

COLUMNS = (
    *("Năm", "Tập thể, cá nhân", "Đối tượng", "Chức vụ", "Đơn vị", "Hình thức khen thưởng"),
    *("Cơ quan quyết định", "Số quyết định", "Ngày quyết định", "Tin", "Ảnh"),
)

_ACTIVE = re.compile(r"[ \u00a0\ufeff]*[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet may take for a formula at the start of a cell (OWASP, "CSV Injection")."""


def write_csv(edition: Edition, each: HonourYear) -> bytes:
    """The year as a table; the mark at its head tells Excel that it is UTF-8."""
    site = edition.settings.address
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for story, honour, figure in _rows(edition, each):
        award = honour.award
        kind = "Tập thể" if award.collective else "Cá nhân"
        told = (award.who, kind, award.office, award.unit, award.form, award.body, award.decision, _day(award.decided))
        cells = (str(each.year), *told, site + story.address, figure)
        writer.writerow([write_cell(cell) for cell in cells])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def write_cell(text: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe stands before what would be a formula.

    >>> write_cell("=1+2")
    "'=1+2"
    """
    # Nearly every cell begins with a letter or digit, which no pattern need look at.
    return f"'{text}" if not text[:1].isalnum() and _ACTIVE.match(text) else text


def write_json(edition: Edition, each: HonourYear) -> bytes:
    """The year as JSON, a line for each; addresses are absolute, days ISO 8601 where they are dates."""
    site = edition.settings.address
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
            "url": site + honour.address,
            "story": site + story.address,
            "photo": figure or None,
        }
        for story, honour, figure in _rows(edition, each)
    ]
    told = json.dumps({"year": each.year, "url": site + each.address}, ensure_ascii=False)
    rows = ",\n".join(json.dumps(award, ensure_ascii=False) for award in awards)
    return f'{told[:-1]}, "awards": [\n{rows}\n]}}\n'.encode()


def _rows(edition: Edition, each: HonourYear) -> Iterator[tuple[Story, Honour, str]]:
    """Story, honouree and address of the photo, in the order of the page."""
    site = edition.settings.address
    for form in edition.honour_forms(each):
        for one in form.lists:
            for group in one.groups:
                figure = f"{site}{one.story.address}#anh-{group.figure}" if group.figure else ""
                yield from ((one.story, honour, figure) for honour in group.honours)


def _day(decided: str) -> str:
    try:
        return write_date(date.fromisoformat(decided))
    except ValueError:
        return decided
