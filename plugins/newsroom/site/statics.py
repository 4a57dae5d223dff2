"""Static pages such as Giới thiệu, and the page for an address that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.markup import render_body
from newsroom.model import Story
from newsroom.site.addresses import NOT_FOUND, output_path
from newsroom.site.edition import Edition
from newsroom.site.faults import fault_views
from newsroom.site.headlines import render_headline
from newsroom.site.machines import write_path
from newsroom.site.standfirst import write_description
from newsroom.views import BareView, PageView, StaticView, TemplateOutput


def plan_statics(edition: Edition) -> Iterator[TemplateOutput]:
    """Every page of ``content/trang/``, and ``/404.html``."""
    hidden = (story for story in edition.news.hidden if story.kind == "page")
    for page in (*edition.news.pages, *hidden):
        view = partial(make_static_view, edition, page)
        made_from = (edition.page_line(page), page in edition.news.pages)
        yield TemplateOutput(output_path(page.address), "page", view, made_from, page.source)
    yield TemplateOutput(output_path(NOT_FOUND), "404", make_not_found_view)


def make_static_view(edition: Edition, story: Story) -> StaticView:
    """A page of ``content/trang/``."""
    listed = story in edition.news.pages
    page = PageView(
        title=story.head.title,
        address=story.address,
        description=write_description(story),
        section=story.address,
        robots=listed,
        data=write_path(edition.settings, (story.head.title, story.address)) if listed else "",
    )
    body = render_body(story, links=edition.links, target="page", settings=edition.settings)
    return StaticView(page, render_headline(page.title), body, bool(story.pictures), fault_views(story))


def make_not_found_view() -> BareView:
    """The page a server answers with when an address leads nowhere; its links are root-relative."""
    return BareView(PageView("Không có trang này", NOT_FOUND, robots=False))
