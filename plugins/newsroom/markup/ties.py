"""Which photos show which honourees, and whether the text counts as many of them as the list names.

A caption ties to the list by the form of award it names, by who decides where
both say so, and by persons or collectives; where two photo groups fit equally
well, nobody is shown beside either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from newsroom.markup.awards import find_awards
from newsroom.markup.decisions import FORM, KIND, agree, find_body, name_kind, parse_decision, parse_form
from newsroom.model import Award, Block, Figure, Gallery, Notice, Paragraph, Quote
from newsroom.text.cleaning import fold_spaces
from newsroom.text.folding import fold

_MARK = re.compile(r"^(?:[IVXLC]+|[A-ZĐ]|\d{1,2})\s?[./)–-]+\s*")
_COLLECTIVE, _PERSON = re.compile(r"(?i)tập thể|đơn vị"), re.compile(r"(?i)cá nhân")
_CLAUSE = re.compile(r"[;.](?=\s|$)")
_COUNT = re.compile(r"(?i)(?<![\d./,])0*(\d{1,4})\s+(tập thể|cá nhân)(?!\w)")
_PART = re.compile(r"(?i)trong đó|tiêu biểu|nổi bật|còn lại|lượt")


def read_awards(blocks: Sequence[Block]) -> tuple[tuple[Award, ...], tuple[Notice, ...]]:
    """Everyone honoured in a story, tied to its photos, and what its text counts differently."""
    awards = _tie_figures(blocks, find_awards(blocks))
    return awards, tuple(_check_counts(blocks, awards)) if awards else ()


# ── Photos ───────────────────────────────────────────────────────────────────


def _tie_figures(blocks: Sequence[Block], awards: Sequence[Award]) -> tuple[Award, ...]:
    """The awards, each with the number of the photo group whose caption names it."""
    captions = [caption for caption in _read_captions(blocks) if caption.form or caption.words]
    if not captions or not awards:
        return tuple(awards)
    bodies = defaultdict(set)
    for award in awards:
        bodies[name_kind(award.form)].add(fold(award.body))
    named = {c.number: {a.who for a in awards if _name_key(a) in c.words} for c in captions}
    ties: dict[tuple[object, ...], int] = {}
    return tuple(replace(award, figure=_find_figure(award, captions, bodies, named, ties)) for award in awards)


@dataclass(frozen=True, slots=True)
class _Caption:
    """What a caption says of those its photos show.

    Attributes:
        number: of the group's first photo on the page.
        words: the caption, folded.
    """

    number: int
    words: str
    form: str
    body: str
    collectives: bool
    persons: bool


def _read_captions(blocks: Sequence[Block]) -> Iterator[_Caption]:
    number = 1
    for figure, awards in _walk(blocks, False):
        text = figure.caption
        found = FORM.search(text)
        form = parse_form(found.group()) if found else ""
        both = bool(_COLLECTIVE.search(text)), bool(_PERSON.search(text))
        if awards:
            yield _Caption(number, f" {fold_spaces(fold(text))} ", form, find_body(form), *both)
        number += len(figure.photos)


def _walk(blocks: Sequence[Block], awards: bool) -> Iterator[tuple[Figure, bool]]:
    """Every figure in reading order, with whether it stands in a gallery of awards."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block, awards
        elif isinstance(block, Gallery):
            yield from ((figure, block.awards) for figure in block.figures)
        elif isinstance(block, Quote):
            yield from _walk(block.blocks, awards)


def _find_figure(
    award: Award,
    captions: Sequence[_Caption],
    bodies: Mapping[str, set[str]],
    named: Mapping[int, set[str]],
    known: dict[tuple[object, ...], int],
) -> int:
    alike = award.form, award.body, award.tier, award.collective
    anybody = not any(award.who in who for who in named.values())
    if anybody and alike in known:
        return known[alike]
    scores = {c.number: score for c in captions if (score := _score(award, c, bodies, named[c.number]))}
    best = [number for number, score in scores.items() if score == max(scores.values())]
    found = best[0] if len(best) == 1 else 0
    if anybody:
        known[alike] = found
    return found


def _score(award: Award, caption: _Caption, bodies: Mapping[str, set[str]], named: set[str]) -> int:
    """How surely a caption means an award: 0 not at all, by name more than by tier, by tier more than by form."""
    if named:
        return 8 if award.who in named else 0
    tier = fold_spaces(fold(_MARK.sub("", award.tier)))
    by_tier = len(tier) > 8 and f" {tier} " in caption.words
    if not by_tier:
        if not caption.form or name_kind(caption.form) != name_kind(award.form):
            return 0
        if caption.body and award.body and not agree(caption.body, award.body):
            return 0
        if not caption.body and len(bodies[name_kind(award.form)]) > 1:
            return 0
    if caption.collectives != caption.persons and caption.collectives != award.collective:
        return 0
    return 1 + 4 * by_tier + (caption.collectives != caption.persons)


def _name_key(award: Award) -> str:
    """A name as it may stand in a caption; one syllable is no name."""
    name = fold_spaces(fold(award.who))
    return f" {name} " if " " in name else "\n"


# ── Head counts ──────────────────────────────────────────────────────────────


def _check_counts(blocks: Sequence[Block], awards: Sequence[Award]) -> Iterator[Notice]:
    """Numbers of collectives and people in the text that the list does not bear out.

    Only a clause that names one form of award speaks, and only where the list
    names some of that kind at all: a list that is not there is not short.
    """
    counts = [count for block in blocks if isinstance(block, Paragraph) for count in _read_counts(block)]
    times = Counter((said.kind, said.collective) for said in counts)
    for said in counts:
        same = [a for a in awards if name_kind(a.form) == said.kind and a.collective == said.collective]
        if said.decision:
            same = [a for a in same if a.decision == said.decision]
        elif times[said.kind, said.collective] > 1 or len({(a.decision, fold(a.form)) for a in same}) > 1:
            continue
        if same and len(same) != said.count:
            form = " ".join(same[0].form.split()[:2]).capitalize()
            yield Notice(
                "award-count",
                "warning",
                said.line,
                f"Bài viết “{said.typed}” được tặng {form}, nhưng danh sách có {len(same)}.",
                "Hãy đối chiếu lại con số với danh sách.",
                found=said.typed,
            )


@dataclass(frozen=True, slots=True)
class _Count:
    line: int
    typed: str
    count: int
    collective: bool
    kind: str
    decision: str


def _read_counts(paragraph: Paragraph) -> Iterator[_Count]:
    text = "" if paragraph.label else " ".join(paragraph.lines)
    if not KIND.search(text):
        return
    for clause in _CLAUSE.split(text):
        kinds = {name_kind(kind) for kind in KIND.findall(clause)}
        found = list(_COUNT.finditer(clause))
        groups = [match.group(2).lower() for match in found]
        if len(kinds) != 1 or _PART.search(clause) or len(set(groups)) != len(groups):
            continue
        kind, decision = kinds.pop(), parse_decision(clause).number
        for match, group in zip(found, groups, strict=True):
            collective = group == "tập thể"
            yield _Count(paragraph.line, match.group(), int(match.group(1)), collective, kind, decision)
