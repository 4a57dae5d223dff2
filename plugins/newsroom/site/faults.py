"""Faults of stories as a preview shows them (contract §1): on the story's page and on ``/loi/``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from newsroom.model import News, Story
from newsroom.site.addresses import FAULTS, output_path
from newsroom.site.edition import Edition
from newsroom.views import FaultsView, FaultView, PageView, TemplateOutput


def plan_faults(edition: Edition) -> Iterator[TemplateOutput]:
    """The list of all faults, in a preview that has any."""
    if not edition.settings.strict and any(story.errors for story in _every_story(edition.news)):
        yield TemplateOutput(output_path(FAULTS), "faults", partial(make_faults_view, edition.news))


def make_faults_view(news: News) -> FaultsView:
    """Everything at ``error``, story by story, those without an address of their own first."""
    unplaced = set(news.faulty) - set(placed(news))
    page = PageView("Lỗi cần sửa trước khi đăng", FAULTS, "Danh sách lỗi của bản xem thử.", robots=False)
    stories = (
        (story.head.title or story.source, "" if story in unplaced else story.address, fault_views(story))
        for story in _every_story(news)
    )
    return FaultsView(page, tuple(entry for entry in stories if entry[2]))


def placed(news: News) -> tuple[Story, ...]:
    """Faulty stories that can be looked at: those whose address no other story has."""
    claims = Counter(story.address for story in _every_story(news))
    return tuple(story for story in news.faulty if story.address not in ("", FAULTS) and claims[story.address] == 1)


def fault_views(story: Story) -> tuple[FaultView, ...]:
    """A story's notices at ``error``, in line order."""
    return tuple(FaultView(n.line, n.message, n.hint, n.level, n.file or story.source) for n in story.errors)


def _every_story(news: News) -> tuple[Story, ...]:
    return (*news.faulty, *news.stories, *news.hidden, *news.pages)
