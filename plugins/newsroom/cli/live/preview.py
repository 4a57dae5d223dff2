"""CHANGES → OUTCOME: the site as it is being written, kept open from one build to the next."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from newsroom.cli.commands import open_site
from newsroom.cli.live.restart import why_not_startable
from newsroom.cli.live.watching import Changes
from newsroom.cli.words import Serve
from newsroom.engine import DONE, REFUSED, NewsroomPelican, Reporter, run_at_edge
from newsroom.engine.built import Built
from newsroom.engine.glance import Glance
from newsroom.engine.reporter import Progress
from newsroom.model import Story
from newsroom.settings import Settings
from newsroom.text.dates import ZONE

OUTPUT = "xem-thu"
"""Folder of the cache in which the preview is built; the site's own output is left alone."""

_AT_ONCE = 3
"""So many stories are shown before a build is over; more are no one's save."""

_CODE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a build.

    Attributes:
        status: an exit status; 128 and more when a signal stopped the build.
        settings: those of the site when it was last open.
        built: what was built, or None when it was refused.
        stories: every story and page of that build.
        refused: why, sentence by sentence.
        restart: nothing was built, since the running program is no longer the one on the disk.
    """

    status: int
    settings: Settings
    built: Built | None = None
    stories: tuple[Story, ...] = ()
    refused: tuple[str, ...] = ()
    restart: bool = False


class Preview:
    """A site kept open.

    It is opened again only when its settings file has changed or a new day has
    begun; all else is the business of the build, which looks for itself at what
    has changed.

    Raises:
        SiteFault, Refusal: the settings cannot be used.
    """

    def __init__(self, command: Serve, reporter: Reporter) -> None:
        self._command = command
        self._reporter = reporter
        self._file = command.settings.absolute()
        self._code: set[Path] = set()
        self._told = False
        self._stories: tuple[Story, ...] = ()
        self._glance: Glance | None = None
        self.site: NewsroomPelican | None = None
        self.settings = self._open().ready_settings()
        self._watched = self.folders

    @property
    def folders(self) -> tuple[Path, ...]:
        """What to watch: stories, theme and plugins."""
        return (self.settings.content, self.settings.theme, *self._plugins)

    def rebuild(self, changes: Changes) -> Outcome:
        """Take changes in; one call after another, never two at once.

        Args:
            changes: files and folders that are new, gone or have been written since the last call.
        """
        self._code.update(path for path in changes if self._is_code(path))
        if self._code:
            return self._renew()
        if self._file in changes or self._is_yesterdays():
            self.site = None
        ears = _Ears(self._reporter)
        made: list[Built] = []
        status = run_at_edge(lambda: self._build(ears, made), ears, lambda: self.settings.cache)
        if made:
            planned = made[0].planned
            if planned is not None and not planned.revised:  # else no notice, no address has changed
                self._stories = planned.stories
            return Outcome(status, self.settings, made[0], self._stories)
        return Outcome(status, self.settings, refused=tuple(ears.warned), restart=status == DONE)

    def show(self, changes: Changes) -> frozenset[str]:
        """Put the pages of saved stories in their places at once; gives their paths, none where that cannot be."""
        glance = self._glance
        if glance is None or len(changes) > 2 * _AT_ONCE:
            return frozenset()
        files = [path for path in sorted(changes) if not path.is_dir()]  # Windows reports a file's folder as well
        return frozenset(glance.show(files)) if 0 < len(files) <= _AT_ONCE else frozenset()

    def prepare(self, outcome: Outcome) -> None:
        """Keep what a build knew, for :meth:`show`; after a refusal, nothing."""
        if outcome.built is None:
            self.close()
        elif outcome.built.planned and self.site:
            self.close()
            self._glance = self.site.open_glance(outcome.built)
            gc.collect()  # now, while nobody waits: what the last build held is rubbish

    def close(self) -> None:
        """Let go of the ledger of the last build: under Windows nobody could replace it."""
        if self._glance:
            self._glance.close()
            self._glance = None

    def _build(self, reporter: Reporter, made: list[Built]) -> int:
        site = self.site or self._open()
        if self.folders == self._watched:
            made.append(site.build(reporter, tell_all=not self._told))
            self._told = True
        return DONE

    def _open(self) -> NewsroomPelican:
        cache = open_site(self._command, {}).ready_settings().cache
        values: dict[str, Any] = {
            "OUTPUT_PATH": str(cache / OUTPUT),
            "NEWSROOM_DRAFTS": True,
            "NEWSROOM_STRICT": False,
            "NEWSROOM_INDEX": self._command.index,
        }
        site = open_site(self._command, values)
        self.settings = site.ready_settings()
        self._plugins = _list_plugins(site)
        self.site = site
        return site

    def _renew(self) -> Outcome:
        if fault := why_not_startable(sorted(self._code)):
            self._reporter.warn(fault)
            return Outcome(REFUSED, self.settings, refused=(fault,))
        return Outcome(DONE, self.settings, restart=True)

    def _is_code(self, path: Path) -> bool:
        if path.suffix != ".py" or path == self._file:
            return False
        return path.parent == self._file.parent or any(path.is_relative_to(folder) for folder in self._plugins)

    def _is_yesterdays(self) -> bool:
        return not self._command.now and self.settings.today != datetime.now(ZONE).date()


def _list_plugins(site: NewsroomPelican) -> tuple[Path, ...]:
    """Where the plugins' code lies; a change there asks for a new process."""
    given: Sequence[str] = site.settings.get("PLUGIN_PATHS") or ()
    found = {Path(folder).resolve() for folder in given} | {_CODE}
    outer = {folder for folder in found if found.isdisjoint(folder.parents)}
    return tuple(sorted(folder for folder in outer if folder.is_dir()))


@dataclass
class _Ears:
    """Passes everything on, and remembers what was warned of."""

    reporter: Reporter
    warned: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        self.reporter.say(sentence)

    def warn(self, sentence: str) -> None:
        self.warned.append(sentence)
        self.reporter.warn(sentence)

    def track(self, label: str) -> AbstractContextManager[Progress]:
        return self.reporter.track(label)


@dataclass
class Unrepeating:
    """Warns of nothing that the last build has warned of already: a long list said at every save hides what is new."""

    reporter: Reporter
    _before: frozenset[str] = frozenset()
    _now: set[str] = field(default_factory=set)

    def tell(self, report: Callable[[Reporter], None]) -> None:
        """Let a report be made."""
        report(self)
        self._before, self._now = frozenset(self._now), set()

    def say(self, sentence: str) -> None:
        """Something done."""
        self.reporter.say(sentence)

    def warn(self, sentence: str) -> None:
        """Something to look at, unless it is old."""
        self._now.add(sentence)
        if sentence not in self._before:
            self.reporter.warn(sentence)

    def track(self, label: str) -> AbstractContextManager[Progress]:
        """Show long work."""
        return self.reporter.track(label)
