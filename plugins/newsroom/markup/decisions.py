"""Decisions named in a story: number, day and who decides, by the form of award they confer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsroom.model import Block, Paragraph
from newsroom.text.dates import DateFault, parse_date
from newsroom.text.folding import fold

_FORMS = (
    "bằng khen|giấy khen|k[ỷỉ] niệm chương|huân chương|huy chương|huy hiệu|cờ thi đua|cờ “|danh hiệu|giấy chứng nhận"
)
KIND = re.compile(rf"(?i){_FORMS}")
"""The words that begin a form of award."""

FORM = re.compile(rf"(?i)(?:{_FORMS})[^.;:()]{{0,80}}")
_LOWERED_FORM = re.compile(_FORMS)
"""For text in lower case: five times faster, since the search can skip to a form's first letter."""

_NUMBER = re.compile(r"(?i)quyết định (?:số\s*)?(\d+/[\wĐđ-]+)(?:[^.;()]{0,40}?(\d{4}))?")
_DAY = re.compile(r"(?i)ngày\s+(\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{4}|\d{1,2} tháng \d{1,2} năm \d{4})")
_CLAUSE = re.compile(r"[;.](?=\s)")
_GIVER = re.compile(r"(?i)(?:[^,;:.]*,\s)?([^\W\d_][^,;:.()]{2,60}?)\s(?:đã |quyết định )?(?:trao )?tặng\s(?=\S)")
_BY = re.compile(
    r"(?i)\sngày\s[\d/.\- ]+?(?: (?:tháng|năm) \d+)*\scủa\s+([^,;:.()“”]{2,60}?)\s*(?=$|[,;:.()]|\s(?:về|tặng|v/v)\s)"
)
_OF = re.compile(r"(?i)\scủa\s+([^,;:()“”]{2,60}?)\s*(?=$|\scho\s|,)")
_FOR = re.compile(r"(?i)\s(?:cho|đối với|tặng|năm \d{4})(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as a clause names it.

    Attributes:
        form: the form of award it confers, as typed.
        number: ``1187/QĐ-UBND``; may be empty.
        year: of the decision, or 0.
        decided: ISO day, or empty.
        body: who decides, as typed; may be empty.
    """

    form: str = ""
    number: str = ""
    year: int = 0
    decided: str = ""
    body: str = ""


NO_DECISION = Decision()
"""What is known of a decision that nothing names."""


def find_decisions(blocks: Sequence[Block]) -> tuple[Decision, ...]:
    """Every decision of a story's paragraphs that says which form of award it confers."""
    paragraphs = (block for block in blocks if isinstance(block, Paragraph))
    return tuple(found for block in paragraphs for found in _read_clauses(" ".join(block.lines)))


def _read_clauses(text: str) -> Iterator[Decision]:
    if not _LOWERED_FORM.search(text.lower()):
        return
    for clause in _CLAUSE.split(text):
        decision = parse_decision(clause)
        if decision.form and (decision.number or decision.body):
            yield decision


def parse_decision(clause: str) -> Decision:
    """Form, number, day and body of one clause or heading; what it does not say stays empty."""
    found = FORM.search(clause)
    form = parse_form(found.group()) if found else ""
    named = _NUMBER.search(clause)
    decided = parse_day(day.group(1)) if named and (day := _DAY.search(clause, named.end(1))) else ""
    year = int(named.group(2) or 0) if named else 0
    by = _BY.search(clause, named.end(1)) if named else None
    body = by.group(1).strip() if by else find_body(form) or _find_giver(clause, form)
    return Decision(form, named.group(1) if named else "", year, decided, body)


def parse_form(text: str) -> str:
    """The form of award alone, without those who receive it."""
    return _FOR.split(text)[0].strip(' ,“"-–')


def parse_day(text: str) -> str:
    """A day as ISO; words that are no date stay as typed."""
    try:
        return parse_date(text.replace(" ", "") if "/" in text else text).date().isoformat()
    except DateFault:
        return text


def find_body(form: str) -> str:
    """Who confers, where the form of award itself says so (``Bằng khen của Chủ tịch UBND tỉnh``)."""
    of = _OF.search(form)
    return of.group(1).strip() if of else ""


def _find_giver(clause: str, form: str) -> str:
    giver = _GIVER.match(clause.strip()) if form else None
    return giver.group(1).strip() if giver and FORM.match(clause.strip(), giver.end()) else ""


def find_decision(form: str, decisions: Sequence[Decision]) -> Decision:
    """The one decision that confers this form; an empty one when none or several may be meant."""
    same = [d for d in decisions if name_kind(d.form) == name_kind(form)]
    same = [d for d in same if d.number] or same
    if (of := _OF.search(form)) and len(named := {d for d in same if agree(d.body, of.group(1))}) == 1:
        return named.pop()
    open_ones = {d for d in same if not of or not d.body}
    return open_ones.pop() if len(open_ones) == 1 else NO_DECISION


def name_kind(form: str) -> str:
    """The first two words of a form of award, by which forms are compared."""
    return " ".join(fold(form).split()[:2])


def agree(body: str, other: str) -> bool:
    """Whether two names of a body may be one: every word of the shorter stands in the longer."""
    short, long = sorted((fold(body).split(), fold(other).split()), key=len)
    return bool(short) and set(short) <= set(long)
