"""NEWS → the few pages that new texts of known stories can change; what only other pages need is not loaded."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from newsroom.model import News, Story
from newsroom.settings import Settings
from newsroom.site.edition import Edition
from newsroom.site.front import plan_front
from newsroom.site.stories import plan_months_of, plan_story
from newsroom.views import Bundle, Output, TemplateOutput


def revise_pages(news: News, settings: Settings, revised: tuple[Story, ...]) -> Iterator[Output | Bundle]:
    """What of :func:`newsroom.site.plan.plan_pages` follows from what the pages of some listed stories say."""
    edition = Edition(news, settings)
    yield from plan_front(edition)
    yield from plan_months_of(edition, revised)


def open_pages(news: News, settings: Settings) -> Callable[[Story], TemplateOutput]:
    """What plans the page of a story that stands among the news, as its author has just left it."""
    edition = Edition(news, settings)
    if news.stories:
        plan_story(edition, news.stories[0])  # what all pages look up is looked up now, not when someone waits
    return partial(plan_story, edition)
