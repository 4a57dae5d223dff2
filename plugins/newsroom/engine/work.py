"""OUTPUTS → WORK: which of them must be made again, and why.

An output follows from the program, the settings, its templates and its inputs;
the ledger has the fingerprint of each.  An output is made again when one of them
differs, or when its file is not as it was left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from newsroom.engine.ledger import Row
from newsroom.engine.outputs import list_paths
from newsroom.engine.prints import digest, print_inputs, print_value
from newsroom.engine.reasons import Reason
from newsroom.engine.survey import Survey
from newsroom.model import Story
from newsroom.views import BytesOutput, CopyOutput, Output, TemplateOutput, View

PATH, DIGEST, INPUTS, TEMPLATE, REASON, ABOUT = 0, 5, 6, 7, 8, 9
"""Places of columns in a ledger's row of an output."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What all outputs stand on.

    Attributes:
        program, settings: fingerprints.
        templates: name of each template → fingerprint of all that it draws in.
        pages: source of each story → the story, whose ``page_print`` is that of its own part of its page.
        files: fingerprint of a file of ``content/``; empty when it cannot be told without reading it.
    """

    program: str
    settings: str
    templates: Mapping[str, str]
    pages: Mapping[str, Story]
    files: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Before:
    """The last build, as the ledger has it and as the output folder stands.

    Attributes:
        find_row: the ledger's row of an output, if there is one.
        program, settings: fingerprints the outputs were made with.
        found: the output folder, surveyed.
    """

    find_row: Callable[[str], Row | None]
    program: str = ""
    settings: str = ""
    found: Survey = field(default_factory=Survey)


@dataclass(frozen=True, slots=True)
class Task:
    """One output to be made.

    Attributes:
        reasons: why, by path; an output of several files is made where one of them must be.
        inputs, template: fingerprints for the ledger.
        about: source and fingerprint of the story whose page it is; may be empty.
        view, data: what had to be made already to take its fingerprint.
    """

    output: Output
    reasons: Mapping[str, Reason]
    inputs: str
    template: str = ""
    about: str = ""
    view: View | None = None
    data: bytes | None = None


def plan_work(outputs: Iterable[Output], ground: Ground, before: Before) -> tuple[Task, ...]:
    """The outputs that must be made again, each with its reason; the first of a path is the one."""
    done: set[str] = set()
    tasks = []
    for output in outputs:
        paths = list_paths(output)
        if done.isdisjoint(paths) and (task := _plan_task(output, paths, ground, before)):
            tasks.append(task)
        done.update(paths)
    return tuple(tasks)


def _plan_task(output: Output, paths: list[str], ground: Ground, before: Before) -> Task | None:
    view, data, template, about = None, None, "", ""
    match output:
        case TemplateOutput():
            template = ground.templates.get(output.template, "")
            about = _write_about(ground.pages.get(output.about), output.about)
            if output.made_from is None:
                view = output.make_view()
                inputs = print_value(view)
            else:
                inputs = print_inputs(output.made_from)
        case BytesOutput(made_from=None):
            data = output.make()
            inputs = digest(data)
        case BytesOutput():
            inputs = print_inputs(output.made_from or ())
        case CopyOutput():
            inputs = ground.files(output.original)
        case _:
            inputs = "anh"
    task = Task(output, {}, inputs, template, about, view, data)
    reasons = {path: reason for path in paths if (reason := find_reason(path, task, ground, before))}
    return replace(task, reasons=reasons) if reasons else None


def _write_about(story: Story | None, source: str) -> str:
    return f"{source}\n{story.page_print if story else ''}" if source else ""


def find_reason(path: str, task: Task, ground: Ground, before: Before) -> Reason | None:
    """Why an output must be made again; None when it need not."""
    row = before.find_row(path)
    if row is None:
        return Reason.NEW
    if path in before.found.missing:
        return Reason.MISSING
    if path in before.found.tampered:
        return Reason.TAMPERED
    if isinstance(task.output, TemplateOutput | BytesOutput) and task.data is None:
        if before.program != ground.program:
            return Reason.PROGRAM
        if before.settings != ground.settings:
            return Reason.SETTINGS
    if row[TEMPLATE] != task.template:
        return Reason.TEMPLATE
    if row[INPUTS] == task.inputs and task.inputs:
        return None
    return _why_inputs_changed(path, task, row)


def _why_inputs_changed(path: str, task: Task, row: Row) -> Reason:
    if isinstance(task.output, CopyOutput):
        return Reason.FILE
    if task.about:
        return Reason.STORY if row[ABOUT] != task.about else Reason.NEIGHBOUR
    return Reason.THEME if path.startswith("theme/") else Reason.LIST
