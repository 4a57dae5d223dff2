"""Links between stories, and from stories to tasks: checked once it is known which of them are published."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from newsroom.contents import contents_of
from newsroom.engine.claims import is_asked_for
from newsroom.engine.prints import print_text
from newsroom.markup import check_references
from newsroom.model import News, Notice, Story, Task
from newsroom.settings import Settings
from newsroom.tasks import set_years


@dataclass(frozen=True, slots=True)
class Targets:
    """What links and reports may lead to on this build's site.

    Attributes:
        published: source → address of all that has a page.
        written: the same of everything there is.
        tasks: year → its tasks.
    """

    published: Mapping[str, str]
    written: Mapping[str, str]
    tasks: Mapping[int, tuple[Task, ...]]

    def fingerprint(self) -> str:
        """While it is the same, a story that did not change leads where it led."""
        numbers = tuple((year, tuple(task.number for task in tasks)) for year, tasks in self.tasks.items())
        addresses = (
            f"{source} {address}" for each in (self.published, self.written) for source, address in each.items()
        )
        return print_text("\n".join((repr(numbers), *addresses)))


def find_targets(stories: Iterable[Story], news: News) -> Targets:
    """The targets of a build."""
    tasks = {year: story.facts.tasks for year, story in set_years(news.stories).items()}
    return Targets(contents_of(news).addresses, {story.source: story.address for story in stories}, tasks)


def check_targets(
    stories: Iterable[Story], targets: Targets, settings: Settings, only: Container[str] | None = None
) -> dict[str, tuple[Notice, ...]]:
    """Notices, by source, at every link and report that would lead nowhere.

    Args:
        only: sources to look at; None for all.
    """
    found = {}
    for story in stories:
        leads = not _LEADING.isdisjoint(story.traits) and (only is None or story.source in only)
        if leads and is_asked_for(story, settings):
            notices = (*_check(story, targets.published, targets.written), *_check_reports(story, targets.tasks))
            if notices:
                found[story.source] = notices
    return found


_LEADING = frozenset({"links", "reports"})


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
