"""Old addresses of stories: a page at each that leads to the new one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from newsroom.model import News, Story
from newsroom.site.addresses import output_path
from newsroom.site.old_addresses import list_moved
from newsroom.views import Bundle, Inputs, PageView, RedirectView, TemplateOutput

_SEGMENT = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
_PAGE_SUFFIXES = (".html", ".htm")


def plan_redirects(news: News) -> Bundle:
    """A page for each alias that a static host can answer; first come, in the site's order.

    Addresses with a query, or with a suffix that hosts do not serve as a page
    (``default.aspx?ItemID=9418``), need a redirect map of the web server.
    """
    moved = list_moved(news)
    lines = "\n".join(repr((*_said_of(story), *story.head.aliases)) for story in moved)
    return Bundle("dia-chi-cu", lines, partial(_plan, moved))


def _said_of(story: Story) -> Inputs:
    return story.head.title, story.address


def _plan(moved: Iterable[Story]) -> Iterator[TemplateOutput]:
    taken: set[str] = set()
    for story in moved:
        for alias in story.head.aliases:
            path = find_alias_path(alias)
            if path and path != output_path(story.address) and path not in taken:
                taken.add(path)
                yield TemplateOutput(path, "redirect", partial(make_redirect_view, story), _said_of(story))


def find_alias_path(alias: str) -> str | None:
    """Output path of an alias; None unless it is a plain path on this site.

    >>> find_alias_path("/ban-in-507.htm")
    'ban-in-507.htm'
    >>> find_alias_path("/cu/ten-cu")
    'cu/ten-cu/index.html'
    >>> find_alias_path("/../thoat/") is None
    True
    """
    if not alias.startswith("/"):
        return None
    segments = alias.removeprefix("/").removesuffix("/").split("/")
    if not all(_SEGMENT.fullmatch(segment) for segment in segments):
        return None
    path = "/".join(segments)
    if alias.endswith("/") or "." not in segments[-1]:
        return f"{path}/index.html"
    return path if path.lower().endswith(_PAGE_SUFFIXES) else None


def make_redirect_view(story: Story) -> RedirectView:
    """The old page: it names the story and its present address."""
    return RedirectView(PageView(story.head.title, story.address))
