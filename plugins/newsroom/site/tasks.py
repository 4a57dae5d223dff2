"""The year's tasks (contract §3): the office's own numbers, and for each task its state, figures and stories."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple
from functools import partial

from newsroom.model import Story, TaskPart
from newsroom.site.addresses import output_path, place_of
from newsroom.site.cards import write_moment
from newsroom.site.edition import Edition
from newsroom.site.headlines import render_headline
from newsroom.site.machines import write_path
from newsroom.tasks import STATE_WORDS, TASKS, State, TaskEvent, TaskYear, TrackedTask
from newsroom.text.dates import write_date, write_day
from newsroom.views import (
    Bundle,
    BytesOutput,
    Inputs,
    LinkView,
    PageView,
    TaskIndexView,
    TaskStepView,
    TasksView,
    TaskView,
    TaskYearView,
    TemplateOutput,
)

FEED = f"{TASKS}rss.xml"
_TITLE = "Nhiệm vụ các năm"
_ORDER: tuple[State, ...] = ("done", "doing", "none")


def plan_tasks(edition: Edition) -> Iterator[Bundle]:
    """The list of all years, and every year's page and download."""
    yield Bundle(TASKS, write_lines(edition), partial(_plan, edition), place_of(TASKS))


def write_lines(edition: Edition) -> str:
    """What all of it follows from."""
    said = edition.contents.having("tasks", "reports")
    return "\n".join(f"{story.source} {story.facts_print} {story.card_print}" for story in said)


def _plan(edition: Edition) -> Iterator[TemplateOutput | BytesOutput]:
    addresses = tuple(each.address for each in edition.task_years)
    yield TemplateOutput(output_path(TASKS), "task_index", partial(make_index_view, edition))
    for each in edition.task_years:
        said = _inputs(each)
        view = partial(make_tasks_view, edition, each)
        yield TemplateOutput(output_path(each.address), "tasks", view, (*said, addresses))
        yield BytesOutput(_download(each).removeprefix("/"), partial(write_tasks, each, edition.settings.address), said)


def _download(each: TaskYear) -> str:
    return f"{each.address}nhiem-vu.json"


def _inputs(each: TaskYear) -> Inputs:
    """All that a year's page and download follow from."""
    return (
        each.year,
        _said_of(each.story),
        tuple((*astuple(t.task), t.state, *map(_event, t.events)) for t in each.tasks),
    )


def _said_of(story: Story) -> Inputs:
    return story.address, story.head.title, write_moment(story.head.date)


def _event(event: TaskEvent) -> Inputs:
    return (*_said_of(event.story), *((r.state, r.figure, r.words) for r in event.reports))


def make_index_view(edition: Edition) -> TaskIndexView:
    """``/nhiem-vu/``."""
    name = edition.settings.name
    page = PageView(
        _TITLE,
        TASKS,
        f"Nhiệm vụ từng năm của {name} và kết quả thực hiện.",
        section=edition.section_of(TASKS),
        feed=FEED,
        data=write_path(edition.settings, (_TITLE, TASKS)),
    )
    years = (
        TaskYearView(each.year, each.address, _summarize(each), tuple(t.state for t in each.tasks))
        for each in edition.task_years
    )
    return TaskIndexView(page, tuple(years))


def make_tasks_view(edition: Edition, each: TaskYear) -> TasksView:
    """``/nhiem-vu/2023/``."""
    name, date = edition.settings.name, each.story.head.date
    title = f"Nhiệm vụ năm {each.year}"
    page = PageView(
        title,
        each.address,
        f"Nhiệm vụ năm {each.year} của {name} và kết quả thực hiện từng nhiệm vụ.",
        section=edition.section_of(TASKS),
        feed=FEED,
        data=write_path(edition.settings, (_TITLE, TASKS), (title, each.address)),
    )
    return TasksView(
        page=page,
        summary=_summarize(each),
        story=LinkView(f"bài ngày {write_date(date)}" if date else each.story.head.title, each.story.address),
        years=tuple(LinkView(str(o.year), o.address, o.year == each.year) for o in edition.task_years),
        tasks=tuple(_view_task(tracked) for tracked in each.tasks),
        download=_download(each),
    )


def _summarize(each: TaskYear) -> str:
    """``5 nhiệm vụ: 2 hoàn thành, 2 đang thực hiện, 1 chưa báo cáo``."""
    counts = Counter(tracked.state for tracked in each.tasks)
    said = ", ".join(f"{counts[state]} {STATE_WORDS[state].lower()}" for state in _ORDER if counts[state])
    return f"{len(each.tasks)} nhiệm vụ: {said}"


def _view_task(tracked: TrackedTask) -> TaskView:
    task, latest = tracked.task, tracked.latest
    return TaskView(
        marker=task.marker,
        runs_in=task.marker.endswith((",", ":")),
        anchor=task.anchor,
        text=render_headline(task.text),
        parts=task.parts,
        state=tracked.state,
        state_text=STATE_WORDS[tracked.state],
        figure=latest.figure if latest else "",
        bar=min(latest.percent, 100) if latest and latest.percent is not None else None,
        steps=tuple(_view_step(event, task.year) for event in tracked.events),
    )


def _view_step(event: TaskEvent, year: int) -> TaskStepView:
    date, title = event.story.head.date, event.story.head.title
    text = "" if date is None else write_day(date) if date.year == year else write_date(date)
    return TaskStepView(write_moment(date), text, LinkView(render_headline(title), event.story.address), _words(event))


def _words(event: TaskEvent) -> str:
    return "; ".join(filter(None, (report.words for report in event.reports)))


def write_tasks(each: TaskYear, site: str) -> bytes:
    """A year's tasks as JSON; addresses are absolute."""
    tasks = [_write_task(tracked, each, site) for tracked in each.tasks]
    told = {"year": each.year, "url": site + each.address, "story": site + each.story.address, "tasks": tasks}
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _write_task(tracked: TrackedTask, each: TaskYear, site: str) -> dict[str, object]:
    task = tracked.task
    return {
        "number": task.number,
        "marker": task.marker,
        "text": task.text,
        "parts": [_write_part(part) for part in task.parts],
        "url": f"{site}{each.address}#{task.anchor}",
        "state": tracked.state,
        "state_text": STATE_WORDS[tracked.state],
        "figure": tracked.latest.figure if tracked.latest else None,
        "percent": tracked.latest.percent if tracked.latest else None,
        "reports": [
            {
                "date": write_moment(event.story.head.date),
                "title": event.story.head.title,
                "url": site + event.story.address,
                "words": _words(event),
            }
            for event in tracked.events
        ],
    }


def _write_part(part: TaskPart) -> dict[str, object]:
    return {"marker": part.marker, "text": part.text, "checked": part.checked}
