"""The front page: one lead, the latest, the sections the office chose, the newest awards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from markupsafe import Markup

from newsroom.markup import find_award_gallery, render_body
from newsroom.model import Card, Document, FrontView, PageView, Story, TemplateOutput
from newsroom.photos import render_picture
from newsroom.settings import Settings
from newsroom.site.addresses import FRONT, output_path
from newsroom.site.edition import Edition
from newsroom.site.illustrations import markup_of
from newsroom.site.machines import describe_office, write_data
from newsroom.site.standfirst import write_description
from newsroom.text.dates import write_long_date

LATEST = 6
"""Stories under "Tin mới": three lines of two on a wide screen."""

PER_SECTION = 4
AWARD_FIGURES = 3
"""Figures of the awards row: no more than stand side by side."""

LEAD_SIZES = "(min-width: 80rem) 37.2rem, (min-width: 64rem) 48vw, 100vw"
"""Width of the lead photo in ``theme/static/css``."""


def plan_front(edition: Edition) -> Iterator[TemplateOutput]:
    """``/``."""
    yield TemplateOutput(output_path(FRONT), "front", partial(make_front_view, edition))


def make_front_view(edition: Edition) -> FrontView:
    """The front page; among its headlines no story stands twice."""
    lead = find_lead(edition.news.stories)
    rest = tuple(story for story in edition.news.stories if story is not lead)
    latest = rest[:LATEST]
    timetabled = next((story for story in edition.news.stories if "slots" in story.traits), None)
    awarded = _find_awarded(edition.news.stories)
    return FrontView(
        page=_page(edition.settings),
        lead=edition.card(lead) if lead else None,
        lead_date_text=write_long_date(lead.head.date) if lead and lead.head.date else "",
        lead_summary=write_description(lead) if lead else "",
        lead_picture=_render_lead_picture(lead),
        slots=timetabled.facts.slots if timetabled else (),
        slots_story=edition.card(timetabled) if timetabled else None,
        latest=edition.cards(latest),
        sections=_sections(edition, (lead, *latest)),
        awards=_render_awards(edition, awarded) if awarded else Markup(""),
        awards_story=edition.card(awarded) if awarded else None,
    )


def _page(settings: Settings) -> PageView:
    return PageView(settings.name, FRONT, settings.description, data=write_data(*describe_office(settings)))


def find_lead(stories: tuple[Story, ...]) -> Story | None:
    """The newest story that has a photo, unless it is older than all that stands under it; else the newest."""
    pictured = (story for story in stories[: LATEST + 1] if story.lead_picture)
    return next(pictured, next(iter(stories), None))


def _sections(edition: Edition, shown: tuple[Story | None, ...]) -> tuple[tuple[str, str, tuple[Card, ...]], ...]:
    """The categories of the setting, each with its newest stories that do not stand above."""
    above = {story.source for story in shown if story}
    topics = filter(None, map(edition.find_category, edition.settings.front))
    rows = [
        (topic.name, topic.address, tuple(s for s in topic.stories if s.source not in above)[:PER_SECTION])
        for topic in topics
    ]
    return tuple((name, address, edition.cards(stories)) for name, address, stories in rows if stories)


def _find_awarded(stories: tuple[Story, ...]) -> Story | None:
    """The newest story whose award gallery makes a row, else the newest with any award photo."""
    awarded = [story for story in stories if "award_figures" in story.traits]
    rows = (story for story in awarded if story.facts.award_figures > 1)
    return next(rows, awarded[0] if awarded else None)


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
