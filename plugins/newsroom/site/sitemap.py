"""``sitemap.xml`` and ``robots.txt``: what search engines should know.

``lastmod`` comes from the stories (``updated``, else the date), never from the
clock, so that an unchanged site gives unchanged bytes.
Protocol: https://www.sitemaps.org/protocol.html
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial
from xml.etree import ElementTree

from newsroom.honours import HONOURS
from newsroom.model import BytesOutput, Story
from newsroom.site.addresses import ARCHIVE, FOLLOW, FRONT
from newsroom.site.archives import month_address, year_address
from newsroom.site.edition import Edition
from newsroom.site.library import library_pages
from newsroom.site.lists import listings
from newsroom.tasks import TASKS

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def plan_sitemap(edition: Edition) -> Iterator[BytesOutput]:
    """The sitemap and the robots file that names it."""
    made_from = tuple((address, str(changed)) for address, changed in entries(edition))
    yield BytesOutput("sitemap.xml", partial(write_sitemap, edition), made_from)
    yield BytesOutput("robots.txt", partial(write_robots, edition.settings.address))


def write_sitemap(edition: Edition) -> bytes:
    """Every page that may be found, each with the day it last changed where that is known."""
    root = ElementTree.Element("urlset", xmlns=NAMESPACE)
    for address, changed in entries(edition):
        url = ElementTree.SubElement(root, "url")
        ElementTree.SubElement(url, "loc").text = edition.settings.address + address
        if changed:
            ElementTree.SubElement(url, "lastmod").text = changed.isoformat()
    ElementTree.indent(root, "")
    xml: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return xml + b"\n"


def entries(edition: Edition) -> Iterator[tuple[str, datetime | None]]:
    """(address, last change) of the front page, stories, pages, lists, archives and albums, each once.

    Numbered pages of lists are left out: their stories are here themselves.
    """
    everything = last_change(edition.news.stories)
    yield FRONT, everything
    for story in (*edition.news.stories, *edition.news.pages):
        yield story.address, last_change((story,))
    for listing in listings(edition):
        yield listing.address, last_change(listing.stories)
    yield FOLLOW, None
    yield ARCHIVE, everything
    for year, months in edition.years.items():
        yield year_address(year), last_change(edition.stories_of_year(year))
        for month, found in months.items():
            yield month_address(year, month), last_change(found)
    if edition.settings.roll_indexed:
        yield HONOURS, last_change(story for each in edition.honour_years for story in each.stories)
        for roll in edition.honour_years:
            yield roll.address, last_change(roll.stories)
    yield TASKS, last_change(story for each in edition.task_years for story in each.stories)
    for each in edition.task_years:
        yield each.address, last_change(each.stories)
    for address, found in library_pages(edition):
        if found:
            yield address, last_change(found)


def last_change(stories: Iterable[Story]) -> datetime | None:
    """When the newest change of some stories was; None when no story says."""
    moments = (story.head.updated or story.head.date for story in stories)
    return max(filter(None, moments), default=None)


def write_robots(address: str) -> bytes:
    """Everything may be read; the sitemap is named by its absolute address."""
    return f"User-agent: *\nDisallow:\nSitemap: {address}/sitemap.xml\n".encode()
