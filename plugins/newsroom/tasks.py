"""The year's tasks and what became of them: which story sets them, which stories report, how far each is.

Pages and feeds both ask here, so that ``/nhiem-vu/<yyyy>/`` and
``/nhiem-vu/rss.xml`` always mean the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from newsroom.model import Story, Task, TaskReport
from newsroom.text.slugs import slugify

TASKS = "/nhiem-vu/"
"""Address of all years of tasks."""

State = Literal["none", "doing", "done"]

STATE_WORDS: dict[State, str] = {"none": "Chưa báo cáo", "doing": "Đang thực hiện", "done": "Hoàn thành"}
"""How a state is said to readers."""


@dataclass(frozen=True, slots=True)
class TaskEvent:
    """A story that reports on a task, and all that it says about it, in reading order."""

    story: Story
    reports: tuple[TaskReport, ...]


@dataclass(frozen=True, slots=True)
class TrackedTask:
    """A task with its reports.

    Attributes:
        state: what the newest report with a state says; any report at all means work goes on;
            a ticked check box means that the task is done.
        latest: the newest report with a figure, or None.
        events: newest first.
    """

    task: Task
    state: State
    latest: TaskReport | None
    events: tuple[TaskEvent, ...]


@dataclass(frozen=True, slots=True)
class TaskYear:
    """A year's tasks.

    Attributes:
        story: the story that sets them.
        tasks: in the office's order.
    """

    year: int
    story: Story
    tasks: tuple[TrackedTask, ...]

    @property
    def address(self) -> str:
        """``/nhiem-vu/2023/``."""
        return year_address(self.year)

    @property
    def stories(self) -> tuple[Story, ...]:
        """The story that sets the tasks and all that report on them; one that reports on several, several times."""
        return (self.story, *(event.story for each in self.tasks for event in each.events))


def year_address(year: int) -> str:
    """Address of a year's tasks."""
    return f"{TASKS}{year}/"


def task_address(year: int, number: str) -> str:
    """Address of one task, as stories link it."""
    return f"{year_address(year)}#{task_anchor(number)}"


def task_anchor(number: str) -> str:
    """The id of a task on the page of its year."""
    return f"nhiem-vu-{slugify(number)}"


def set_years(stories: Iterable[Story]) -> dict[int, Story]:
    """Year → the story that sets its tasks; of two claimants the first by source."""
    setting = sorted((story for story in stories if "tasks" in story.traits), key=lambda story: story.source)
    years: dict[int, Story] = {}
    for story in setting:
        years.setdefault(story.facts.tasks[0].year, story)
    return years


def group_task_years(stories: Sequence[Story]) -> tuple[TaskYear, ...]:
    """Every year that has tasks, newest year first.

    Args:
        stories: listed stories, newest first.
    """
    events: dict[tuple[int, str], list[TaskEvent]] = defaultdict(list)
    for story in (story for story in stories if "reports" in story.traits):
        said: dict[tuple[int, str], list[TaskReport]] = defaultdict(list)
        for report in story.facts.reports:
            said[report.year, report.number].append(report)
        for key, reports in said.items():
            events[key].append(TaskEvent(story, tuple(reports)))
    years = sorted(set_years(stories).items(), reverse=True)
    return tuple(TaskYear(year, story, _track(story.facts.tasks, events)) for year, story in years)


def _track(tasks: Sequence[Task], events: dict[tuple[int, str], list[TaskEvent]]) -> tuple[TrackedTask, ...]:
    """Each task with its events; those of a number that stands twice belong to the first."""
    tracked = []
    for task in tasks:
        own = tuple(events.get((task.year, task.number), ())) if task.anchor == task_anchor(task.number) else ()
        newest = [report for event in own for report in reversed(event.reports)]
        figures = (report for report in newest if report.figure)
        tracked.append(TrackedTask(task, _find_state(task, newest), next(figures, None), own))
    return tuple(tracked)


def _find_state(task: Task, newest: Sequence[TaskReport]) -> State:
    boxes = [part.checked for part in task.parts if part.checked is not None]
    if task.checked or (boxes and all(boxes) and task.checked is None):
        return "done"
    for report in newest:
        if report.state:
            return report.state
    return "doing" if newest or any(boxes) else "none"
