"""Links between stories, and from stories to tasks: checked once it is known which of them are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsroom.engine.claims import is_asked_for
from newsroom.engine.news import arrange
from newsroom.engine.reading import add_notices
from newsroom.markup import check_references
from newsroom.model import Notice, Story, Task
from newsroom.settings import Settings
from newsroom.tasks import set_years


def check_targets(stories: Iterable[Story], settings: Settings) -> tuple[Story, ...]:
    """The stories, each with a notice at every link that would lead nowhere on this build's site."""
    stories = tuple(stories)
    news = arrange(stories, settings)
    published, tasks = news.addresses, {year: story.facts.tasks for year, story in set_years(news.stories).items()}
    written = {story.source: story.address for story in stories}
    checked = []
    for story in stories:
        asked = is_asked_for(story, settings)
        found = (*_check(story, published, written), *_check_reports(story, tasks)) if asked else ()
        checked.append(add_notices(story, found) if found else story)
    return tuple(checked)


def _check(story: Story, published: Mapping[str, str], written: Mapping[str, str]) -> Iterator[Notice]:
    """A link to a draft, or to a story still to come, is broken too, but there is no name to correct."""
    broken = tuple(check_references(story, published))
    known = frozenset(check_references(story, written)) if broken else frozenset()
    for notice in broken:
        if notice in known:
            yield notice
        else:
            message = f"Liên kết dẫn đến bài chưa đăng hoặc đã gỡ: “{notice.found}”."
            yield replace(notice, message=message, hint="Hãy bỏ liên kết này, hoặc đăng bài đó cùng lúc.")


def _check_reports(story: Story, tasks: Mapping[int, tuple[Task, ...]]) -> Iterator[Notice]:
    """Reports on a task that no published story sets."""
    for report in story.facts.reports:
        known = [task.number for task in tasks.get(report.year, ())]
        if report.number in known:
            continue
        if known:
            message = f"Nhiệm vụ năm {report.year} không có số {report.number}."
            hint = f"Các số đang có: {', '.join(dict.fromkeys(known))}."
        else:
            message = f"Chưa có bài nào trên trang đề ra nhiệm vụ năm {report.year}."
            hint = f"Hãy thêm dòng “nhiem-vu: {report.year}” vào phần đầu bài đề ra nhiệm vụ của năm đó."
        yield Notice("task-unknown", "error", report.line, message, hint, found=report.typed)
