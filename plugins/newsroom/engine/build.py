"""One build: look, read what changed, plan, make what must be made, switch.

Where nothing changed at all, looking is all there is to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from newsroom.engine.commit import commit, plan_change
from newsroom.engine.foreign import gathered
from newsroom.engine.guard import check_places
from newsroom.engine.indexing import add_index
from newsroom.engine.interrupts import Interrupts
from newsroom.engine.making import Made, Making, make_outputs
from newsroom.engine.memory import Memory, remembering
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import check_outputs
from newsroom.engine.planning import Past, Planned, plan_build
from newsroom.engine.reading import Look, look_around
from newsroom.engine.reasons import Reason
from newsroom.engine.report import Report
from newsroom.engine.reporter import Reporter
from newsroom.engine.sentences import explain
from newsroom.engine.stage import Stage
from newsroom.engine.switch import recover
from newsroom.engine.templates import Templates
from newsroom.engine.work import Ground, Task, plan_work
from newsroom.engine.workshop import Workshop, clear, find_workshop, locked
from newsroom.errors import Refusal, SiteFault
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        report: what it has to say of the site.
        changed: files that are new or have other bytes than before.
        kept: files that are as they were.
        set_aside: copy of a folder that another program had made at the output's place, or None.
        reasons: (path, why) of every output that was made again, in the order of the plan.
        added: paths of the new and changed files.
        planned: what was decided; None where nothing had changed, so that nothing had to be.
    """

    report: Report
    changed: int
    kept: int
    set_aside: Path | None = None
    reasons: tuple[tuple[str, Reason], ...] = ()
    added: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    planned: Planned | None = field(default=None, compare=False, repr=False)

    @property
    def next_change(self) -> date | None:
        """The next day on which the clock alone changes the site, or None."""
        return self.report.next_change


def build(
    settings: Settings, offers: Offers, templates: Templates, key: str, reporter: Reporter, *, tell_all: bool = False
) -> Built:
    """Publish the site into ``settings.output``; all of it, or nothing.

    Args:
        key: fingerprint of the settings that show in pages.
        tell_all: plan even where nothing has changed.

    Raises:
        Refusal: naming every fault found; the last good output stands as it was.
        Interrupted: the process was told to stop; the same holds.
    """
    interrupts = Interrupts()
    with interrupts.active(), refusing():
        workshop = find_workshop(settings.output, settings.cache)
        refuse_if_any(check_places(settings, workshop))
        with locked(workshop, reporter):
            recover(workshop)
            with remembering(workshop, settings, key, templates.print) as memory:
                look = look_around(settings, memory.ledger)
                if not tell_all and (report := memory.find_report(look)):
                    memory.renew(look)
                    return Built(report, 0, report.files)
                try:
                    standing = None if tell_all else memory.find_standing(look)
                    past = Past(memory.ledger, memory.pieces, memory.open, standing)
                    return _build(look, past, memory, workshop, settings, offers, templates, reporter, interrupts)
                finally:
                    clear(workshop.stage, workshop.index)


def _build(
    look: Look,
    past: Past,
    memory: Memory,
    workshop: Workshop,
    settings: Settings,
    offers: Offers,
    templates: Templates,
    reporter: Reporter,
    interrupts: Interrupts,
) -> Built:
    planned = plan_build(settings, offers, reporter, look, past)
    memory.keep_stories(look, planned.reading)
    faults = check_outputs(planned.opening.outputs, frozenset(memory.found.paths))
    stage = Stage(workshop.stage, settings.output, lasting=settings.strict)
    tasks: tuple[Task, ...] = ()
    made: tuple[Made, ...] = ()
    if not faults:
        stage.open()
        pages = {story.source: story for story in planned.stories}
        ground = Ground(memory.program, memory.key, memory.print_templates(templates), pages, look.around.mark)
        with gathered(faults):
            tasks = plan_work(planned.opening.outputs, ground, memory.before)
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
        set_aside = commit(change, tasks, planned, report, memory, workshop, settings)
    reasons = tuple((path, reason) for task in tasks for path, reason in task.reasons.items())
    return Built(report, len(change.added), report.files - len(change.added), set_aside, reasons, change.added, planned)


@contextmanager
def refusing() -> Iterator[None]:
    """Turn a fault of the site, or of the operating system, into a refusal.

    Raises:
        Refusal: in place of either.
    """
    try:
        yield
    except SiteFault as fault:
        raise Refusal((str(fault),)) from fault
    except OSError as error:
        raise Refusal((str(explain(error)),)) from error


def refuse_if_any(faults: list[SiteFault], sentences: tuple[str, ...] = ()) -> None:
    """Refuse when there is any fault of the site, or any sentence about a story.

    Raises:
        Refusal: naming each once, the site's first.
    """
    said = (*dict.fromkeys(map(str, faults)), *sentences)
    if said:
        raise Refusal(said)
