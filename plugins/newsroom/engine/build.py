"""One build: read, plan, render everything aside, switch.

What is rendered is decided in one place (:func:`_render_all`): today that is
everything.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsroom.engine.foreign import gathered
from newsroom.engine.guard import check_places, keep_stranger
from newsroom.engine.indexing import add_index
from newsroom.engine.interrupts import Interrupts
from newsroom.engine.news import find_next_change
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import check_outputs, list_paths
from newsroom.engine.pictures import FOLDER, list_pictures, prune_pictures
from newsroom.engine.planning import Planned, plan_build
from newsroom.engine.reporter import Reporter
from newsroom.engine.sentences import explain, write_notices
from newsroom.engine.stage import Stage
from newsroom.engine.switch import recover, switch
from newsroom.engine.templates import Templates
from newsroom.engine.workshop import Workshop, clear, find_workshop, locked
from newsroom.errors import Refusal, SiteFault
from newsroom.model import BytesOutput, CopyOutput, Output, PictureOutput, TemplateOutput
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        planned: everything it was made from.
        changed: files that are new or have other bytes than before.
        kept: files that are as they were.
        next_change: the next day on which the clock alone changes the site, or None.
        set_aside: copy of a folder that another program had made at the output's place, or None.
    """

    planned: Planned
    changed: int
    kept: int
    next_change: date | None
    set_aside: Path | None


def build(settings: Settings, offers: Offers, templates: Templates, reporter: Reporter) -> Built:
    """Publish the site into ``settings.output``; all of it, or nothing.

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
            planned = plan_build(settings, offers, reporter)
            try:
                stage = _stage(planned, workshop, settings, templates, reporter)
                if settings.index:
                    add_index(stage, workshop, offers, reporter)
                with interrupts.held():
                    set_aside = keep_stranger(workshop, settings.cache)
                    switch(workshop)
                    prune_pictures(workshop, settings.cache / FOLDER, list_pictures(planned.outputs))
            finally:
                clear(workshop.stage, workshop.index)
    return Built(planned, stage.changed, stage.kept, find_next_change(planned.stories, settings), set_aside)


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


def _stage(planned: Planned, workshop: Workshop, settings: Settings, templates: Templates, reporter: Reporter) -> Stage:
    faults = check_outputs(planned.outputs)
    stage = Stage(workshop.stage, settings.output, lasting=settings.strict)
    if not faults:
        stage.open()
        faults += _render_all(planned.outputs, stage, settings, templates, reporter)
    refuse_if_any(faults, tuple(write_notices(planned.stories, "error", settings)) if settings.strict else ())
    return stage


def _render_all(
    outputs: tuple[Output, ...], stage: Stage, settings: Settings, templates: Templates, reporter: Reporter
) -> list[SiteFault]:
    faults: list[SiteFault] = []
    done: set[str] = set()
    with reporter.track("Dựng trang") as progress:
        for count, output in enumerate(outputs, start=1):
            fresh = done.isdisjoint(paths := list_paths(output))
            done.update(paths)
            if fresh:
                with gathered(faults):
                    _render(output, stage, settings, templates)
            progress(count, len(outputs))
    return faults


def _render(output: Output, stage: Stage, settings: Settings, templates: Templates) -> None:
    match output:
        case TemplateOutput():
            stage.write(output.path, templates.render(output.template, output.make_view()))
        case BytesOutput():
            stage.write(output.path, output.make())
        case CopyOutput():
            stage.copy(output.path, settings.content / output.original)
        case PictureOutput():
            for path in list_paths(output):
                stage.copy(path, settings.cache / path)
