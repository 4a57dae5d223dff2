"""Awards: which photos show them, and who is honoured, in the office's order.

A list or a table holds honourees when the words above it name a form of award
(``GIẤY KHEN …``) or the kind of the honoured (``* Tập thể:``, ``* Cá nhân:``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsroom.model import Award, Block, Gallery, Heading, ItemList, Paragraph, Table

_NAMES_AWARD = re.compile(
    r"(?i)khen thưởng|bằng khen|giấy khen|k[ỷỉ] niệm chương|huân chương|huy chương|huy hiệu|cờ thi đua|cờ đơn vị"
    r"|trao cờ|tặng cờ|tuyên dương|biểu dương|tôn vinh|vinh danh|danh hiệu|giải thưởng|trao giải"
    r"|chiến sĩ thi đua|giấy chứng nhận"
)
_FORM = re.compile(
    r"(?i)(?:bằng khen|giấy khen|k[ỷỉ] niệm chương|huân chương|huy chương|huy hiệu|cờ thi đua|cờ “|danh hiệu"
    r"|giấy chứng nhận)[^.;:()]{0,80}"
)
_DECISION = re.compile(r"(?i)quyết định (?:số\s*)?(\d+/[\wĐđ-]+)(?:[^.;()]{0,40}?(\d{4}))?")
_GROUP = re.compile(r"(?i)(tập thể|đơn vị|cá nhân|gia đình)\b")
_FOR = re.compile(r"(?i)\s(?:cho|đối với|tặng)\s")
_APART = re.compile(r"\s+[-–—]\s+|,\s+")
_MARK = re.compile(r"^[IVX]+\s?[./)-]\s*")


def names_award(text: str) -> bool:
    """Whether a caption or paragraph speaks of an award or its conferring."""
    return bool(_NAMES_AWARD.search(text))


@dataclass(frozen=True, slots=True)
class _Context:
    """What the words above a list say about its honourees."""

    form: str = ""
    collective: bool | None = None
    decision: str = ""
    year: int = 0


def find_awards(blocks: Sequence[Block]) -> tuple[Award, ...]:
    """Everyone honoured in a story, in reading order."""
    decisions = _find_decisions(blocks)
    context = _Context()
    awards: list[Award] = []
    for block in blocks:
        if isinstance(block, Heading):
            context = _under_heading(block.text, context, decisions)
        elif isinstance(block, Paragraph):
            context = _under_paragraph(block, context, decisions)
        elif isinstance(block, (ItemList, Table)) and (context.form or context.collective is not None):
            rows = _item_rows(block) if isinstance(block, ItemList) else _table_rows(block)
            awards += (_award(who, unit, line, context) for who, unit, line in rows)
        elif not isinstance(block, Gallery):
            context = replace(context, collective=None)
    return tuple(awards)


def _find_decisions(blocks: Sequence[Block]) -> dict[str, tuple[str, int]]:
    """Form of award (folded to lower case) → the decision named in the same clause, and its year."""
    found: dict[str, tuple[str, int]] = {}
    for block in blocks:
        if isinstance(block, Paragraph):
            for clause in re.split(r"[;.](?=\s)", " ".join(block.lines)):
                form, decision = _FORM.search(clause), _DECISION.search(clause)
                if form and decision:
                    found.setdefault(_key(form.group()), (decision.group(1), int(decision.group(2) or 0)))
    return found


def _key(form: str) -> str:
    return " ".join(form.lower().split()[:2])


def _under_heading(text: str, context: _Context, decisions: dict[str, tuple[str, int]]) -> _Context:
    form = _FORM.search(text)
    if not form:
        return _Context() if _MARK.match(text) else replace(context, collective=None)
    return _with_form(form.group(), text, decisions)


def _with_form(form: str, text: str, decisions: dict[str, tuple[str, int]]) -> _Context:
    named = _DECISION.search(text)
    number, year = (named.group(1), int(named.group(2) or 0)) if named else decisions.get(_key(form), ("", 0))
    group = _GROUP.search(text)
    collective = None if not group else group.group(1).lower() in ("tập thể", "đơn vị")
    return _Context(_FOR.split(form)[0].strip(' ,“”"-–'), collective, number, year)


def _under_paragraph(block: Paragraph, context: _Context, decisions: dict[str, tuple[str, int]]) -> _Context:
    lead = block.label or (block.lines[-1] if block.lines else "")
    if not lead.rstrip().endswith(":"):
        return replace(context, collective=None, form=context.form if block.label else "")
    if (form := _FORM.search(lead)) and not block.label:
        return _with_form(form.group(), lead, decisions)
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
    return Award(who, unit, context.form, context.decision, context.year, bool(context.collective), line)
