"""``sitemap.xml`` and ``robots.txt``: what search engines should know.

``lastmod`` comes from the stories (``updated``, else the date), never from the
clock, so that an unchanged site gives unchanged bytes.
Protocol: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from xml.sax.saxutils import escape

from newsroom.honours import HONOURS
from newsroom.model import Story
from newsroom.site import library, roll, tasks
from newsroom.site.addresses import ARCHIVE, FOLLOW, FRONT, SEARCH
from newsroom.site.archives import month_address, year_address
from newsroom.site.edition import Edition
from newsroom.site.lists import listings
from newsroom.tasks import TASKS
from newsroom.views import Bundle, BytesOutput

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(edition: Edition) -> Iterator[BytesOutput | Bundle]:
    """The sitemap and the robots file that names it."""
    lines = "\n".join(_list_lines(edition))
    yield Bundle("sitemap.xml", lines, partial(_plan, edition, lines))
    yield BytesOutput("robots.txt", partial(write_robots, edition.settings.address))


def _plan(edition: Edition, lines: str) -> tuple[BytesOutput]:
    return (BytesOutput("sitemap.xml", partial(write_sitemap, edition), (lines,)),)


def _list_lines(edition: Edition) -> Iterator[str]:
    """What the sitemap follows from: which stories stand in which lists, and when each changed."""
    for story in (*edition.news.stories, *edition.news.pages):
        yield f"{story.address} {story.updated or story.date} {edition.lists_line(story)}"
    yield from (roll.write_lines(edition), tasks.write_lines(edition), library.write_lines(edition))


def write_sitemap(edition: Edition) -> bytes:
    """Every page that may be found, each with the day it last changed where that is known."""
    lines = ["<?xml version='1.0' encoding='utf-8'?>", f'<urlset xmlns="{NAMESPACE}">']
    for address, changed in entries(edition):
        lines += ("<url>", f"<loc>{escape(edition.settings.address + address)}</loc>")
        if changed:
            lines.append(f"<lastmod>{changed.isoformat()}</lastmod>")
        lines.append("</url>")
    return "\n".join((*lines, "</urlset>", "")).encode()


def entries(edition: Edition) -> Iterator[tuple[str, datetime | None]]:
    """(address, last change) of the front page, stories, pages, lists and whatever else may be landed on, each once.

    Numbered pages of lists are left out: their stories are here themselves.
    """
    everything = last_change(edition.news.stories)
    yield FRONT, everything
    for story in (*edition.news.stories, *edition.news.pages):
        yield story.address, last_change((story,))
    for listing in listings(edition):
        yield listing.address, last_change(listing.stories)
    yield FOLLOW, None
    yield SEARCH, None
    yield ARCHIVE, everything
    for year, months in edition.years.items():
        yield year_address(year), last_change(edition.stories_of_year(year))
        for month, found in months.items():
            yield month_address(year, month), last_change(found)
    if edition.settings.roll_indexed:
        yield HONOURS, last_change(story for each in edition.honour_years for story in each.stories)
        for each in edition.honour_years:
            yield each.address, last_change(each.stories)
    yield TASKS, last_change(story for each in edition.task_years for story in each.stories)
    for year_of_tasks in edition.task_years:
        yield year_of_tasks.address, last_change(year_of_tasks.stories)
    for address, found in library.library_pages(edition):
        if found:
            yield address, last_change(found)


def last_change(stories: Iterable[Story]) -> datetime | None:
    """When the newest change of some stories was; None when no story says."""
    moments = (story.updated or story.date for story in stories)
    return max(filter(None, moments), default=None)


def write_robots(address: str) -> bytes:
    """Everything may be read; the sitemap is named by its absolute address."""
    return f"User-agent: *\nDisallow:\nSitemap: {address}/sitemap.xml\n".encode()
