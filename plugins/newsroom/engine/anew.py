"""What a build does where something has changed: read, plan, make what must be made, switch."""

from __future__ import annotations

from dataclasses import replace

from newsroom.engine.built import Built
from newsroom.engine.commit import commit, plan_change
from newsroom.engine.foreign import gathered
from newsroom.engine.history import History
from newsroom.engine.indexing import add_index
from newsroom.engine.interrupts import Interrupts
from newsroom.engine.lengths import find_room
from newsroom.engine.look import Look
from newsroom.engine.making import Made, Making, make_outputs
from newsroom.engine.memory import Memory
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import check_outputs
from newsroom.engine.planning import Past, plan_build
from newsroom.engine.refusing import refuse_if_any
from newsroom.engine.reporter import Reporter
from newsroom.engine.stage import Stage
from newsroom.engine.templates import Templates
from newsroom.engine.work import Ground, Task, plan_work


def build_anew(
    look: Look,
    memory: Memory,
    offers: Offers,
    templates: Templates,
    reporter: Reporter,
    interrupts: Interrupts,
    *,
    tell_all: bool,
) -> Built:
    """Make what must be made, and put it in its place.

    Args:
        tell_all: plan everything, even what stands.

    Raises:
        SiteFault, Refusal, OSError: the last good output stands as it was.
    """
    settings, workshop, history = memory.settings, memory.workshop, History(memory)
    standing = None if tell_all else history.find_standing(look)
    past = Past(memory.ledger, memory.pieces, history.open, standing)
    planned = plan_build(settings, offers, reporter, look, past)
    history.keep_stories(look, planned.reading)
    faults = check_outputs(planned.opening.outputs, frozenset(memory.found.paths), find_room(workshop))
    stage = Stage(workshop.stage, settings.output, lasting=settings.strict)
    tasks: tuple[Task, ...] = ()
    made: tuple[Made, ...] = ()
    if not faults:
        stage.open()
        pages = {story.source: story for story in planned.stories}
        ground = Ground(memory.program, memory.key, history.print_templates(templates), pages, look.around.mark)
        with gathered(faults):
            tasks = plan_work(planned.opening.outputs, ground, history.before)
            making = Making(stage, settings, templates, memory.pieces)
            made, broken = make_outputs(tasks, making, planned.reading.shelf, reporter)
            faults += broken
    report = planned.report
    if faults or (settings.strict and report.errors):
        memory.seal()  # what was read need not be read again
        refuse_if_any(faults, report.errors if settings.strict else ())
    change = plan_change(planned.opening, made, memory.found, settings)
    if change.whole:
        stage.fill(change.kept)
    if settings.index:
        change = add_index(change, stage, workshop, offers, reporter)
    report = replace(report, files=len(change.paths))
    with interrupts.held():
        set_aside = commit(change, tasks, planned, report, history, workshop, settings)
    reasons = tuple((path, reason) for task in tasks for path, reason in task.reasons.items())
    return Built(report, len(change.added), report.files - len(change.added), set_aside, reasons, change.added, planned)
