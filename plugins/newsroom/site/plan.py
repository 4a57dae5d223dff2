"""NEWS → PAGES: every file of the site but the feeds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.model import News, Story
from newsroom.settings import Settings
from newsroom.site.addresses import output_path
from newsroom.site.archives import plan_archives
from newsroom.site.edition import Edition
from newsroom.site.faults import placed, plan_faults
from newsroom.site.follow import plan_follow
from newsroom.site.front import plan_front
from newsroom.site.hosting import plan_hosting
from newsroom.site.illustrations import plan_social_picture
from newsroom.site.library import plan_library
from newsroom.site.lists import plan_lists
from newsroom.site.redirects import plan_redirects
from newsroom.site.roll import plan_roll
from newsroom.site.searching import plan_search
from newsroom.site.sitemap import plan_sitemap
from newsroom.site.statics import plan_statics
from newsroom.site.stories import plan_stories
from newsroom.site.tasks import plan_tasks
from newsroom.views import Bundle, CopyOutput, Output, PictureOutput


def plan_pages(news: News, settings: Settings) -> Iterator[Output | Bundle]:
    """Plan every page, attachment and picture of the site; nothing is rendered yet.

    The same news and settings give the same outputs in the same order.  No two
    outputs share a path unless two stories claim it; the engine refuses those.
    """
    pages = tuple(_plan_all(news, settings))
    yield from pages
    yield from plan_hosting(news, pages)


def _plan_all(news: News, settings: Settings) -> Iterator[Output | Bundle]:
    edition = Edition(news, settings)
    yield from plan_front(edition)
    yield from plan_stories(edition)
    yield from plan_lists(edition)
    yield from plan_archives(edition)
    yield from plan_roll(edition)
    yield from plan_tasks(edition)
    yield from plan_library(edition)
    yield from plan_follow(edition)
    yield from plan_search(edition)
    yield from plan_statics(edition)
    yield from plan_faults(edition)
    yield from plan_sitemap(edition)
    yield plan_redirects(news)
    yield from _plan_files(edition)


def _plan_files(edition: Edition) -> Iterator[Bundle]:
    """Attachments and pictures of every story that has a page: by month, each file of a month once."""
    news = edition.news
    for year, months in edition.years.items():
        for month, found in months.items():
            yield _bundle_files(f"tep/{year}/{month:02}", found, edition)
    yield _bundle_files("tep", (*news.hidden, *news.pages, *placed(news)), edition)


def _bundle_files(name: str, stories: tuple[Story, ...], edition: Edition) -> Bundle:
    lines = (f"{s.kind} {s.slug} {s.address} {s.card_print} {s.files_print}" for s in stories)
    made_from = "\n".join((str(edition.count_recent(stories)), *lines))
    return Bundle(name, made_from, partial(_list_files, stories, edition))


def _list_files(stories: tuple[Story, ...], edition: Edition) -> Iterator[CopyOutput | PictureOutput]:
    yield from dict.fromkeys(copy for story in stories for copy in _attachments(story))
    pictures = [picture for story in stories for _, picture in story.pictures]
    named = (story for story in stories if story.kind == "story")
    pictures += [plan_social_picture(story, edition.settings, edition.is_recent(story)) for story in named]
    yield from {picture.derivatives: PictureOutput(picture) for picture in pictures}.values()


def _attachments(story: Story) -> Iterator[CopyOutput]:
    for _, attachment in story.attachments:
        yield CopyOutput(output_path(attachment.address), attachment.original)
