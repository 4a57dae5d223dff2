"""The end of a build: what was made takes its place in the output, and the ledger remembers it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from newsroom.engine.bundles import Opening
from newsroom.engine.derivatives import FOLDER, is_picture
from newsroom.engine.guard import keep_stranger
from newsroom.engine.history import History
from newsroom.engine.ledger import Row
from newsroom.engine.making import Made
from newsroom.engine.memory import Memory
from newsroom.engine.pictures import prune_pictures
from newsroom.engine.planning import Planned
from newsroom.engine.reasons import Reason
from newsroom.engine.report import Report
from newsroom.engine.stamps import Stamp
from newsroom.engine.survey import Survey, list_folders, stamps_of
from newsroom.engine.switch import patch, switch
from newsroom.engine.work import Task
from newsroom.engine.workshop import Workshop
from newsroom.settings import Settings

FEW = 300
"""So many files of a preview are put in their places one by one; more are exchanged with the folder."""


@dataclass(frozen=True)
class Change:
    """What a build does to the output folder.

    Attributes:
        paths: of everything that is published.
        made: files that were made anew, whether or not their bytes are.
        removed: paths that the last build left and this one does not.
        whole: the folder is exchanged as a whole; else its files are put in their places.
        indexed: paths of the search index.
    """

    paths: frozenset[str]
    made: tuple[Made, ...]
    removed: tuple[str, ...]
    whole: bool
    indexed: tuple[str, ...] = ()

    @cached_property
    def added(self) -> frozenset[str]:
        """Paths that are new or have new bytes."""
        return frozenset(file.path for file in self.made if file.added)

    @property
    def kept(self) -> Iterable[str]:
        """Paths whose files stay as they are."""
        return sorted(self.paths - self.added)


def plan_change(opening: Opening, made: tuple[Made, ...], found: Survey, settings: Settings) -> Change:
    """Decide how what was made gets into the output; touches nothing."""
    added = [file.path for file in made if file.added]
    patched = _can_patch(added, opening.removed, found, settings)
    return Change(opening.kept | opening.wanted, made, opening.removed, not patched)


def _can_patch(added: list[str], removed: tuple[str, ...], found: Survey, settings: Settings) -> bool:
    """Whether the output is known to the byte, and little changes in it; never for what is published."""
    if settings.strict or settings.index or not found.paths or found.strange:
        return False
    if len(added) + len(removed) > FEW:
        return False
    new = frozenset(added).difference(found.paths)
    if not new:
        return True
    return list_folders(found.paths).isdisjoint(new) and list_folders(new).isdisjoint(removed)


def commit(
    change: Change,
    tasks: tuple[Task, ...],
    planned: Planned,
    report: Report,
    history: History,
    workshop: Workshop,
    settings: Settings,
) -> Path | None:
    """Switch, and remember.

    Returns:
        The copy of an output folder that was not made here, or None.

    Raises:
        OSError: the output cannot be written.
    """
    memory = history.memory
    set_aside = keep_stranger(workshop, settings.cache)
    if change.whole:
        switch(workshop)
    elif change.added or change.removed:
        patch(workshop, change.removed)
    with suppress(OSError):  # the output stands: what cannot be remembered of it costs the next build time
        _remember_outputs(change, tasks, memory, settings)
        _remember_folders(change, memory, settings)
        history.keep_bundles(planned.opening, change.indexed)
        history.keep_facts(planned, report)
        memory.seal()
    if change.whole or any(map(is_picture, (*change.added, *change.removed))):
        prune_pictures(workshop, settings.cache / FOLDER, change.paths)
    return set_aside


def _remember_outputs(change: Change, tasks: tuple[Task, ...], memory: Memory, settings: Settings) -> None:
    now, before = time.time_ns(), frozenset(memory.found.paths)
    touched = change.paths if change.whole else [file.path for file in change.made]
    stamps = {**memory.found.moved, **dict(stamps_of(settings.output, touched, now))}
    why = {path: (task, reason) for task in tasks for path, reason in task.reasons.items()}
    made = {file.path: _write_row(file, why, stamps) for file in change.made}
    memory.ledger.drop("outputs", change.removed)
    memory.ledger.restamp("outputs", ((path, *stamps[path]) for path in stamps.keys() & before - made.keys()))
    memory.ledger.write("outputs", made.values())


def _write_row(file: Made, why: Mapping[str, tuple[Task, Reason]], stamps: Mapping[str, Stamp]) -> Row:
    if file.path not in why:  # of the search index, which follows from all pages
        return (file.path, *stamps[file.path], file.digest, "", "", Reason.LIST.value, "")
    task, reason = why[file.path]
    return (file.path, *stamps[file.path], file.digest, task.inputs, task.template, reason.value, task.about)


def _remember_folders(change: Change, memory: Memory, settings: Settings) -> None:
    if change.whole:
        memory.ledger.drop_all("folders")
        folders = list_folders(change.paths)
    else:
        gone = {folder for folder in list_folders(change.removed) if not (settings.output / folder).is_dir()}
        memory.ledger.drop("folders", gone)
        folders = (list_folders((*change.added, *change.removed)) | memory.found.folders.keys()) - gone
    stamps = stamps_of(settings.output, folders, time.time_ns())
    memory.ledger.write("folders", ((path, *stamp) for path, stamp in stamps))
