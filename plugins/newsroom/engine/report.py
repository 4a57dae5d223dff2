"""What a build has to say, as plain values: a later build that finds nothing changed says it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from newsroom.engine.news import find_next_change
from newsroom.engine.sentences import write_idle, write_notices
from newsroom.model import News, Story
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True)
class Report:
    """Sentences and counts of a build.

    Attributes:
        errors, warnings: notices of stories.
        idle: files that no story names.
        stories, pages: how many were published.
        next_change: the next day on which the clock alone changes the site, or None.
        files: how many files the site has.
    """

    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    idle: tuple[str, ...]
    stories: int
    pages: int
    next_change: date | None
    files: int = 0


def make_report(stories: tuple[Story, ...], news: News, idle: tuple[str, ...], settings: Settings) -> Report:
    """The report of a build that is planned; its files are counted when all are made.

    Args:
        stories: every story and page, whatever its status.
        idle: files that no story names.
    """
    noticed = [story for story in stories if story.notices]
    return Report(
        errors=tuple(write_notices(noticed, "error", settings)),
        warnings=tuple(write_notices(noticed, "warning", settings)),
        idle=tuple(write_idle(idle, settings)),
        stories=len(news.stories) + len(news.hidden),
        pages=len(news.pages),
        next_change=find_next_change(stories, settings),
    )
