"""NOTICES AND COUNTS → what the office reads: one sentence a line, with file, line, fault and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsroom.engine.claims import is_asked_for
from newsroom.engine.news import find_next_change
from newsroom.engine.report import Report
from newsroom.errors import Place
from newsroom.model import Level, News, Story
from newsroom.settings import Settings

_MOST_IDLE = 8
"""How many unused files of a folder are named one by one."""


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


def write_notices(stories: Iterable[Story], level: Level, settings: Settings) -> Iterator[str]:
    """Notices of one level of every story that is asked for, by file and line."""
    found = [
        (notice.file or story.source, notice.line, f"{notice.message} {notice.hint}".strip())
        for story in stories
        if is_asked_for(story, settings)
        for notice in story.notices
        if notice.level == level
    ]
    for file, line, sentence in sorted(dict.fromkeys(found)):
        yield f"{Place(f'{settings.content.name}/{file}', line)}: {sentence}"


def write_idle(names: Iterable[str], settings: Settings) -> Iterator[str]:
    """Files that are not published because no story names them, folder by folder.

    Args:
        names: relative to ``content/``, sorted.
    """
    folders: dict[str, list[str]] = {}
    for name in names:
        folder, _, file = f"{settings.content.name}/{name}".rpartition("/")
        folders.setdefault(folder, []).append(file)
    for folder, files in folders.items():
        shown = ", ".join(files[:_MOST_IDLE]) + (f" và {len(files) - _MOST_IDLE} tệp nữa" if files[_MOST_IDLE:] else "")
        yield f"{folder}/: không đăng {shown}, vì không bài nào nhắc đến."
