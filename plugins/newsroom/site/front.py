"""The front page: one lead, the latest, the sections the office chose, the newest awards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from markupsafe import Markup

from newsroom.markup import find_award_gallery, render_body
from newsroom.model import Document, Story
from newsroom.photos import render_picture
from newsroom.settings import Settings
from newsroom.site.addresses import FRONT, output_path
from newsroom.site.edition import Edition
from newsroom.site.illustrations import markup_of
from newsroom.site.machines import describe_office, write_data
from newsroom.site.standfirst import write_description
from newsroom.text.dates import write_long_date
from newsroom.views import FrontView, Inputs, PageView, TemplateOutput

LATEST = 6
"""Stories under "Tin mới": three lines of two on a wide screen."""

PER_SECTION = 4
AWARD_FIGURES = 3
"""Figures of the awards row: no more than stand side by side."""

LEAD_SIZES = "(min-width: 80rem) 37.2rem, (min-width: 64rem) 48vw, 100vw"
"""Width of the lead photo in ``theme/static/css``."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the front page shows; among its headlines no story stands twice.

    Attributes:
        timetabled: the newest story with a timetable of blood donation.
        sections: (title, address, stories) of the categories of the setting.
        awarded: the story whose award gallery is shown.
    """

    lead: Story | None
    latest: tuple[Story, ...]
    timetabled: Story | None
    sections: tuple[tuple[str, str, tuple[Story, ...]], ...]
    awarded: Story | None


def plan_front(edition: Edition) -> Iterator[TemplateOutput]:
    """``/``."""
    choice = choose(edition)
    view = partial(make_front_view, edition, choice)
    yield TemplateOutput(output_path(FRONT), "front", view, _made_from(edition, choice))


def choose(edition: Edition) -> Choice:
    """Choose what the front page shows."""
    stories = edition.news.stories
    lead = find_lead(stories)
    latest = tuple(story for story in stories[: LATEST + 1] if story is not lead)[:LATEST]
    return Choice(
        lead=lead,
        latest=latest,
        timetabled=next(iter(edition.contents.having("slots")), None),
        sections=_choose_sections(edition, (lead, *latest)),
        awarded=_find_awarded(edition),
    )


def _made_from(edition: Edition, choice: Choice) -> Inputs:
    told = (choice.lead, choice.timetabled, choice.awarded)
    return (
        *((edition.page_line(story), edition.card_line(story)) if story else None for story in told),
        tuple(map(edition.card_line, choice.latest)),
        tuple((name, address, *map(edition.card_line, found)) for name, address, found in choice.sections),
    )


def make_front_view(edition: Edition, choice: Choice) -> FrontView:
    """The front page."""
    lead, timetabled, awarded = choice.lead, choice.timetabled, choice.awarded
    return FrontView(
        page=_page(edition.settings),
        lead=edition.card(lead) if lead else None,
        lead_date_text=write_long_date(lead.head.date) if lead and lead.head.date else "",
        lead_summary=write_description(lead) if lead else "",
        lead_picture=_render_lead_picture(lead),
        slots=timetabled.facts.slots if timetabled else (),
        slots_story=edition.card(timetabled) if timetabled else None,
        latest=edition.cards(choice.latest),
        sections=tuple((name, address, edition.cards(stories)) for name, address, stories in choice.sections),
        awards=_render_awards(edition, awarded) if awarded else Markup(""),
        awards_story=edition.card(awarded) if awarded else None,
    )


def _page(settings: Settings) -> PageView:
    return PageView(settings.name, FRONT, settings.description, data=write_data(*describe_office(settings)))


def find_lead(stories: tuple[Story, ...]) -> Story | None:
    """The newest story that has a photo, unless it is older than all that stands under it; else the newest."""
    pictured = (story for story in stories[: LATEST + 1] if story.lead_picture)
    return next(pictured, next(iter(stories), None))


def _choose_sections(
    edition: Edition, shown: tuple[Story | None, ...]
) -> tuple[tuple[str, str, tuple[Story, ...]], ...]:
    """The categories of the setting, each with its newest stories that do not stand above."""
    above = {story.source for story in shown if story}
    rows = []
    for topic in filter(None, map(edition.find_category, edition.settings.front)):
        rest = (story for story in topic.stories if story.source not in above)
        rows.append((topic.name, topic.address, tuple(islice(rest, PER_SECTION))))
    return tuple(row for row in rows if row[2])


def _find_awarded(edition: Edition) -> Story | None:
    """The newest story whose award gallery makes a row, else the newest with any award photo."""
    having = edition.contents.having
    return next(iter((*having("award_row"), *having("award_figures"))), None)


def _render_awards(edition: Edition, story: Story) -> Markup:
    gallery = find_award_gallery(story)
    if gallery is None:
        return Markup("")
    row = replace(gallery, figures=gallery.figures[:AWARD_FIGURES], brief=True)
    excerpt = replace(story, document=Document(blocks=(row,)))
    return render_body(excerpt, links=edition.links, target="page", settings=edition.settings)


def _render_lead_picture(story: Story | None) -> Markup:
    picture = story.lead_picture if story else None
    if picture is None:
        return Markup("")
    return markup_of(render_picture(picture, alt="", sizes=LEAD_SIZES, eager=True))
