"""The rows of an award sheet → awards, in the office's order.

A cell speaks first, then the section above it, then the title of the sheet,
then the story's own words above the sheet.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from newsroom.markup.contexts import Context, find_group, under_heading
from newsroom.markup.decisions import (
    FORM,
    NO_DECISION,
    Decision,
    agree,
    find_body,
    find_decision,
    parse_day,
    parse_decision,
)
from newsroom.markup.headings import Columns, find_columns, name_columns
from newsroom.model import Award, AwardSheet, SheetRow
from newsroom.text.folding import fold

_CODE = re.compile(r"\d+\s?/\s?[\w\-–./ĐƯđư]*[^\W\d_][\w\-–./]*")
_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2} tháng \d{1,2} năm \d{4}|\d{4}-\d{2}-\d{2}")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
_PERSON = re.compile(r"(?i)(?:ông|bà|anh|chị|em|cô|chú|bác|cụ|đ/c|đồng chí|nghệ nhân|bác sĩ|thầy|sư cô)\s")
_COLLECTIVE = re.compile(
    r"(?i)(?:hội|chi hội|ban|câu lạc bộ|clb|đội|nhóm|trường|ubnd|công ty|cty|phòng|sở|bệnh viện|trung tâm|tập thể|bếp|"
    r"giáo xứ|chùa|đoàn|công đoàn|khoa|văn phòng|tổ|xã|phường|huyện|thị xã|doanh nghiệp|hợp tác xã|quỹ|trạm|cơ quan)\s"
)

_Decide = Callable[[str, str, str, Decision], Decision]
"""What a row's cells for form, decision and day say, within what stands around it."""


def find_sheet_awards(sheet: AwardSheet, context: Context, decisions: Sequence[Decision]) -> Iterator[Award]:
    """Everyone a sheet honours; what is known above it holds in it."""
    decide = cache(partial(_read_decision, decisions=tuple(decisions)))
    for table in sheet.tables:
        columns = find_columns(table.header)
        around = titled = _under_title(table.title, context, decisions)
        for row in table.rows:
            if row.section:
                around = _under_section(row.cells[0], around, titled, decisions)
            elif row.honoured:
                yield _read_row(row, columns, around, decide, sheet)


def _under_title(title: Sequence[str], context: Context, decisions: Sequence[Decision]) -> Context:
    text = ". ".join(title)
    said = parse_decision(text)
    if said.form and not said.number:
        known = find_decision(said.form, decisions)
        said = replace(known, form=said.form, body=known.body or said.body)
    elif said.number and not said.form:
        said = replace(said, form=context.decision.form)
    elif not said.form:
        said = context.decision
    both = "tập thể" in text.lower() and "cá nhân" in text.lower()
    group = None if both else find_group(text)
    return replace(context, decision=said, collective=context.collective if group is None else group)


def _under_section(text: str, context: Context, titled: Context, decisions: Sequence[Decision]) -> Context:
    """Below a section's row; a form of award without a decision of its own is conferred by the title's."""
    if FORM.search(text):
        under = under_heading(text, context, decisions)
        said, whole = under.decision, titled.decision
        if said.number or not whole.number or (said.body and whole.body and not agree(said.body, whole.body)):
            return under
        return replace(under, decision=replace(whole, form=said.form, body=said.body or whole.body))
    group = find_group(text)
    return replace(context, collective=group) if group is not None else replace(context, tier=text, collective=None)


def _read_row(row: SheetRow, columns: Columns, context: Context, decide: _Decide, sheet: AwardSheet) -> Award:
    def cell(*roles: str) -> str:
        return next((row.cells[i] for role, i in columns.items() if role in roles and row.cells[i]), "")

    who = " ".join(filter(None, dict.fromkeys(row.cells[i] for i in name_columns(columns))))
    said = decide(cell("form"), cell("decision"), cell("day"), context.decision)
    year = _YEAR.search(cell("year"))
    own_column = [role for role in ("person", "collective") if role in columns and row.cells[columns[role]]]
    return Award(
        who,
        _read_unit(cell("unit"), who) or ("" if cell("office") else cell("merit")),
        said.form,
        said.number,
        int(year.group()) if year else said.year,
        _is_collective(who, own_column, cell("kind"), context, columns),
        sheet.line,
        cell("body") or said.body,
        said.decided,
        context.tier,
        sheet=sheet.name,
        row=row.number,
        office=cell("office"),
    )


def _read_unit(unit: str, who: str) -> str:
    """A unit that is itself the honoured is not told twice."""
    return "" if unit == who else unit


def _read_decision(form: str, code: str, day: str, around: Decision, decisions: Sequence[Decision]) -> Decision:
    """What the row's own cells say of its decision, completed by what stands around it."""
    said = around
    if form and fold(form) != fold(around.form):
        same = fold(around.form).startswith(fold(form)) or not around.form
        said = replace(around if same else find_decision(form, decisions), form=form)
        said = replace(said, body=find_body(form) or said.body)
    if code:
        number = _CODE.search(code)
        typed = number.group().replace(" ", "").rstrip(".-–/") if number else code
        known = next((d for d in (around, *decisions) if d.number == typed), NO_DECISION)
        said = replace(known, form=said.form, number=typed, body=find_body(said.form) or known.body)
        day = day or (found.group() if (found := _DAY.search(code, number.end() if number else 0)) else "")
    if day:
        said = replace(said, decided=parse_day(day))
    if code or day:
        year = _YEAR.search(said.decided) or _YEAR.search(code)
        said = replace(said, year=int(year.group()) if year else said.year)
    return said


def _is_collective(who: str, own: Sequence[str], kind: str, context: Context, columns: Columns) -> bool:
    """A column of its own says, then a cell, the section, and last what the name begins with."""
    if len(own) == 1 and {"person", "collective"} <= set(columns):
        return own[0] == "collective"
    said = find_group(kind)
    if said is not None:
        return said
    if _PERSON.match(who):
        return False
    if context.collective is not None:
        return context.collective
    if "collective" in columns and "person" not in columns:
        return True
    return bool(_COLLECTIVE.match(who)) and "person" not in columns
