"""STORY → FACTS: what other pages show of its text, found once when it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsroom.honours import identify
from newsroom.markup.links import may_lead_to_story
from newsroom.markup.render import find_figures, render_plain
from newsroom.markup.reports import find_reports
from newsroom.markup.tasks import find_tasks
from newsroom.markup.timetable import find_slots
from newsroom.model import Award, Block, Facts, Figure, Gallery, Paragraph, Story

_SIGNS = re.compile(r"[*_`\[\\{<]")


def find_facts(story: Story) -> Facts:
    """What lists, the front page and other pages need of a story's text."""
    awards = tuple(_finish(award, story) for award in story.document.awards)
    return Facts(
        opening=_find_opening(story),
        slots=find_slots(story),
        award_figures=_count_award_figures(story),
        links=tuple(dict.fromkeys(k.target for k in story.document.links if may_lead_to_story(k.target))),
        awards=awards,
        tasks=find_tasks(story),
        reports=find_reports(story),
        album=_count_album(story.document.blocks),
    )


def _finish(award: Award, story: Story) -> Award:
    """The award in plain text, and whose it is."""
    if not award.sheet and _SIGNS.search(f"{award.who} {award.unit}"):  # a cell is text as it stands
        award = replace(award, who=render_plain(award.who, story), unit=render_plain(award.unit, story))
    return replace(award, key=identify(award))


def _find_opening(story: Story) -> str:
    """The first paragraph, wherever the photos stand."""
    first = next((block for block in story.document.blocks if isinstance(block, Paragraph)), None)
    return render_plain(first, story) if first else ""


def _count_award_figures(story: Story) -> int:
    gallery = find_award_gallery(story)
    return len(gallery.figures) if gallery else 0


def _count_album(blocks: Sequence[Block]) -> int:
    """Photos of the text, when a gallery holds two or more of them."""
    galleries = (block for block in blocks if isinstance(block, Gallery))
    if any(_count_photos(gallery.figures) > 1 for gallery in galleries):
        return _count_photos(find_figures(blocks))
    return 0


def _count_photos(figures: Iterable[Figure]) -> int:
    return sum(len(figure.photos) for figure in figures)


def find_award_gallery(story: Story) -> Gallery | None:
    """The story's first gallery of an award ceremony."""
    galleries = (block for block in story.document.blocks if isinstance(block, Gallery))
    return next((gallery for gallery in galleries if gallery.awards), None)
