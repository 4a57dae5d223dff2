"""What the words above a list say about those in it: the form of award, who decides, persons or collectives."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from newsroom.markup.decisions import FORM, NO_DECISION, Decision, find_decision, parse_decision
from newsroom.model import Paragraph

_GROUP = re.compile(r"(?i)(tập thể|đơn vị|cá nhân|gia đình)\b")
_MARK = re.compile(r"^(?:[IVX]+|[A-D])\s?[./)-]\s*")


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of the honourees of the next list.

    Attributes:
        tier: the heading above, as typed.
        collective: whether they are collectives; None when nothing says so.
    """

    tier: str = ""
    decision: Decision = NO_DECISION
    collective: bool | None = None


def under_heading(text: str, context: Context, decisions: Sequence[Decision]) -> Context:
    """What is known below a heading."""
    if not FORM.search(text):
        return Context(text) if _MARK.match(text) else replace(context, collective=None)
    return replace(_with_form(text, decisions), tier=text)


def _with_form(text: str, decisions: Sequence[Decision]) -> Context:
    said = parse_decision(text)
    if not said.number:
        known = find_decision(said.form, decisions)
        said = replace(known, form=said.form, body=known.body or said.body)
    return Context("", said, find_group(text))


def under_paragraph(block: Paragraph, context: Context, decisions: Sequence[Decision]) -> Context:
    """What is known below a paragraph: a lead-in says, running text ends what was known."""
    lead = block.label or (block.lines[-1] if block.lines else "")
    if not lead.rstrip().endswith(":"):
        return replace(context, collective=None) if block.label else Context(context.tier)
    if FORM.search(lead) and not block.label:
        return replace(_with_form(lead, decisions), tier=context.tier)
    group = find_group(lead)
    if group is not None and (block.label or len(lead) <= 40):
        return replace(context, collective=group)
    return replace(context, collective=None)


def find_group(text: str) -> bool | None:
    """Whether the first kind of honourees that a text names is a collective."""
    group = _GROUP.search(text)
    return None if not group else group.group(1).lower() in ("tập thể", "đơn vị")
