"""Awards: which photos show them, and who is honoured, in the office's order.

A list or a table holds honourees when the words above it name a form of award
(``GIẤY KHEN …``) or the kind of the honoured (``* Tập thể:``, ``* Cá nhân:``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsroom.markup.contexts import Context, under_heading, under_paragraph
from newsroom.markup.decisions import find_decisions
from newsroom.markup.sheetawards import find_sheet_awards
from newsroom.model import Award, AwardSheet, Block, Gallery, Heading, ItemList, Paragraph, Table

_NAMES_AWARD = re.compile(
    r"(?i)khen thưởng|bằng khen|giấy khen|k[ỷỉ] niệm chương|huân chương|huy chương|huy hiệu|cờ thi đua|cờ đơn vị"
    r"|trao cờ|tặng cờ|tuyên dương|biểu dương|tôn vinh|vinh danh|danh hiệu|giải thưởng|trao giải"
    r"|chiến sĩ thi đua|giấy chứng nhận"
)
_APART = re.compile(r"\s+[-–—]\s+|,\s+")


def names_award(text: str) -> bool:
    """Whether a caption or paragraph speaks of an award or its conferring."""
    return bool(_NAMES_AWARD.search(text))


def find_awards(blocks: Sequence[Block]) -> tuple[Award, ...]:
    """Everyone honoured in a story, in reading order."""
    decisions = find_decisions(blocks)
    context = Context()
    awards: list[Award] = []
    for block in blocks:
        if isinstance(block, Heading):
            context = under_heading(block.text, context, decisions)
        elif isinstance(block, Paragraph):
            context = under_paragraph(block, context, decisions)
        elif isinstance(block, (ItemList, Table)) and (context.decision.form or context.collective is not None):
            rows = _item_rows(block) if isinstance(block, ItemList) else _table_rows(block)
            awards += (_award(who, unit, line, context) for who, unit, line in rows)
        elif isinstance(block, AwardSheet):
            awards += find_sheet_awards(block, context, decisions)
        elif not isinstance(block, Gallery):
            context = replace(context, collective=None)
    return tuple(awards)


def _item_rows(listed: ItemList) -> Iterator[tuple[str, str, int]]:
    if listed.kind == "tasks":
        return
    for item in listed.items:
        parts = _APART.split(item.lines[0].strip(" ;."), maxsplit=1) if item.lines else [""]
        yield parts[0].strip(), parts[1].strip() if len(parts) > 1 else "", item.line


def _table_rows(table: Table) -> Iterator[tuple[str, str, int]]:
    heads = [cell.lower() for cell in table.header]
    who = _find_column(heads, ("họ và tên", "họ tên", "tập thể", "cá nhân"), None)
    if who is None:
        return
    unit = _find_column(heads, ("đơn vị", "chức vụ", "địa chỉ"), who)
    for k, row in enumerate(table.rows):
        if row[who]:
            yield row[who], row[unit] if unit is not None else "", table.line + k + 1


def _find_column(heads: Sequence[str], names: Sequence[str], taken: int | None) -> int | None:
    wanted = (i for i, head in enumerate(heads) if i != taken and "máu" not in head and any(n in head for n in names))
    return next(wanted, None)


def _award(who: str, unit: str, line: int, context: Context) -> Award:
    said = context.decision
    return Award(
        who,
        unit,
        said.form,
        said.number,
        said.year,
        bool(context.collective),
        line,
        body=said.body,
        decided=said.decided,
        tier=context.tier,
    )
