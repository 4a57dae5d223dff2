"""TASKS → FILES on the stage, in worker processes where there are many."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from newsroom.engine.pieces import Piece, PieceStore
from newsroom.engine.prints import digest, digest_file
from newsroom.engine.reporter import Reporter
from newsroom.engine.shelf import Shelf
from newsroom.engine.stage import Stage
from newsroom.engine.templates import Templates
from newsroom.engine.work import Task
from newsroom.engine.workers import spread, will_fork
from newsroom.errors import SiteFault
from newsroom.settings import Settings
from newsroom.views import BytesOutput, CopyOutput, PictureOutput, TemplateOutput

FEW = 256
"""So many outputs are made sooner by this process alone: each worker has to load anew what it needs, and takes with it
half of the memory that this one has filled by now."""


@dataclass(frozen=True, slots=True)
class Made:
    """One file of an output.

    Attributes:
        digest: of its bytes.
        added: False where the previous output has the same bytes already.
    """

    path: str
    digest: str
    added: bool


@dataclass(frozen=True, slots=True)
class Making:
    """All that is needed to make an output's files."""

    stage: Stage
    settings: Settings
    templates: Templates
    pieces: PieceStore

    def make(self, task: Task) -> tuple[list[Made], SiteFault | None, list[Piece]]:
        """Make one output; a fault of the site is a value here, so that all are named together."""
        try:
            made = list(self._make(task))
        except SiteFault as fault:
            return [], fault, []
        return made, None, self.pieces.take()

    def _make(self, task: Task) -> Iterable[Made]:
        match task.output:
            case TemplateOutput() as page:
                view = task.view if task.view is not None else page.make_view()
                yield self._write(page.path, self.templates.render(page.template, view))
            case BytesOutput() as file:
                yield self._write(file.path, task.data if task.data is not None else file.make())
            case CopyOutput() as copy:
                source = self.settings.content / copy.original
                yield Made(copy.path, digest_file(source), self.stage.copy(copy.path, source))
            case PictureOutput():
                for path in task.reasons:
                    yield self._write(path, (self.settings.cache / path).read_bytes())

    def _write(self, path: str, data: bytes) -> Made:
        return Made(path, digest(data), self.stage.write(path, data))


def make_outputs(
    tasks: tuple[Task, ...], making: Making, shelf: Shelf, reporter: Reporter
) -> tuple[tuple[Made, ...], list[SiteFault]]:
    """Make outputs; gives every file made, in the order of the tasks, and every fault met.

    Args:
        shelf: of the stories that the tasks may look at.

    Raises:
        OSError: the stage cannot be written.
    """
    made: list[Made] = []
    faults: list[SiteFault] = []
    if will_fork(tasks, FEW):  # a connection must not be shared with a forked process
        making.pieces.close()
        shelf.hold()
    spreading = closing(spread(partial(Making.make, making), tasks, FEW))
    with reporter.track("Dựng trang") as progress, spreading as results:
        for count, (files, fault, pieces) in enumerate(results, start=1):
            made += files
            faults += [fault] if fault else []
            making.pieces.save(pieces)
            progress(count, len(tasks))
    return tuple(made), faults
