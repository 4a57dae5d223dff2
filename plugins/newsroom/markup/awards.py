"""Awards: which photos show them, and who is honoured, in the office's order.

A list or a table holds honourees when the words above it name a form of award
(``GIẤY KHEN …``) or the kind of the honoured (``* Tập thể:``, ``* Cá nhân:``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.markup.decisions import FORM, NO_DECISION, Decision, find_decision, find_decisions, parse_decision
from newsroom.model import Award, Block, Gallery, Heading, ItemList, Paragraph, Table

_NAMES_AWARD = re.compile(
    r"(?i)khen thưởng|bằng khen|giấy khen|k[ỷỉ] niệm chương|huân chương|huy chương|huy hiệu|cờ thi đua|cờ đơn vị"
    r"|trao cờ|tặng cờ|tuyên dương|biểu dương|tôn vinh|vinh danh|danh hiệu|giải thưởng|trao giải"
    r"|chiến sĩ thi đua|giấy chứng nhận"
)
_GROUP = re.compile(r"(?i)(tập thể|đơn vị|cá nhân|gia đình)\b")
_APART = re.compile(r"\s+[-–—]\s+|,\s+")
_MARK = re.compile(r"^[IVX]+\s?[./)-]\s*")


def names_award(text: str) -> bool:
    """Whether a caption or paragraph speaks of an award or its conferring."""
    return bool(_NAMES_AWARD.search(text))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the words above a list say about its honourees."""

    tier: str = ""
    decision: Decision = NO_DECISION
    collective: bool | None = None


def find_awards(blocks: Sequence[Block]) -> tuple[Award, ...]:
    """Everyone honoured in a story, in reading order."""
    decisions = find_decisions(blocks)
    context = _Context()
    awards: list[Award] = []
    for block in blocks:
        if isinstance(block, Heading):
            context = _under_heading(block.text, context, decisions)
        elif isinstance(block, Paragraph):
            context = _under_paragraph(block, context, decisions)
        elif isinstance(block, (ItemList, Table)) and (context.decision.form or context.collective is not None):
            rows = _item_rows(block) if isinstance(block, ItemList) else _table_rows(block)
            awards += (_award(who, unit, line, context) for who, unit, line in rows)
        elif not isinstance(block, Gallery):
            context = replace(context, collective=None)
    return tuple(awards)


def _under_heading(text: str, context: _Context, decisions: Sequence[Decision]) -> _Context:
    if not FORM.search(text):
        return _Context(text) if _MARK.match(text) else replace(context, collective=None)
    return replace(_with_form(text, decisions), tier=text)


def _with_form(text: str, decisions: Sequence[Decision]) -> _Context:
    said = parse_decision(text)
    if not said.number:
        known = find_decision(said.form, decisions)
        said = replace(known, form=said.form, body=known.body or said.body)
    group = _GROUP.search(text)
    collective = None if not group else group.group(1).lower() in ("tập thể", "đơn vị")
    return _Context("", said, collective)


def _under_paragraph(block: Paragraph, context: _Context, decisions: Sequence[Decision]) -> _Context:
    lead = block.label or (block.lines[-1] if block.lines else "")
    if not lead.rstrip().endswith(":"):
        return replace(context, collective=None) if block.label else _Context(context.tier)
    if FORM.search(lead) and not block.label:
        return replace(_with_form(lead, decisions), tier=context.tier)
    group = _GROUP.search(lead)
    if group and (block.label or len(lead) <= 40):
        return replace(context, collective=group.group(1).lower() in ("tập thể", "đơn vị"))
    return replace(context, collective=None)


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


def _award(who: str, unit: str, line: int, context: _Context) -> Award:
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
