"""What is remembered of the last build of one output folder, and what it is worth today."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from newsroom.engine.bundles import INDEX, Known, Opening, open_again, open_all, open_changed
from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.ledger import Ledger, ReadOnlyLedger, Row
from newsroom.engine.outputs import Plans
from newsroom.engine.pictures import FOLDER, name_pictures
from newsroom.engine.pieces import PieceStore
from newsroom.engine.planning import Planned, Standing
from newsroom.engine.program import print_program
from newsroom.engine.reading import Look, Reading
from newsroom.engine.report import Report
from newsroom.engine.survey import SURVEYED, Survey, survey
from newsroom.engine.templates import Templates
from newsroom.engine.work import DIGEST, Before
from newsroom.engine.workers import begin
from newsroom.engine.workshop import Workshop
from newsroom.model import Outline
from newsroom.photos import find_unsound
from newsroom.settings import Settings

Seen = tuple[Survey, bool | None]
"""The output folder as it stands, and whether the cache has its pictures as they were; None where nobody looked."""


@dataclass
class Memory:
    """The ledger and the pieces of one output folder, open for one build.

    Attributes:
        key: fingerprint of the settings that show in pages.
        theme: fingerprint of all files of the theme.
        program: fingerprint of the program.
        survey: looks at the output folder and at the cache's pictures, or waits for the process that does.
    """

    workshop: Workshop
    settings: Settings
    key: str
    theme: str
    program: str
    ledger: Ledger
    pieces: PieceStore
    survey: Callable[[], Seen]

    @cached_property
    def seen(self) -> Seen:
        """What :attr:`survey` saw."""
        return self.survey()

    @property
    def found(self) -> Survey:
        """The output folder as it stands."""
        return self.seen[0]

    @cached_property
    def before(self) -> Before:
        """The last build, with the output folder as it stands."""
        find = partial(self.ledger.find, "outputs")
        return Before(find, self.ledger.read_fact("program"), self.ledger.read_fact("settings"), self.found)

    @cached_property
    def bundles(self) -> Mapping[str, Known]:
        """What the last build's bundles were made from, and their paths."""
        return {row[0]: _parse_bundle(row) for row in self.ledger.read("bundles")}

    def open(self, planned: Plans) -> Opening:
        """Tell which outputs of a plan must be looked at."""
        found, before = self.found, self.before
        same = (before.program, before.settings) == (self.program, self.key)
        if not (same and self.ledger.read_fact("dressed") == self.theme and self._has_sound_pictures()):
            return open_all(planned, self.bundles)
        return open_changed(planned, self.bundles, found.missing | found.tampered)

    def _has_sound_pictures(self) -> bool:
        """Whether the cache has every picture of the last build as it was made."""
        found, sound = self.seen
        return _has_sound_pictures(self.settings.cache / FOLDER, found.paths) if sound is None else sound

    def find_report(self, look: Look) -> Report | None:
        """What the last build said, where nothing at all has changed since."""
        report = self._find_last_report(look) if look.is_quiet else None
        return report if report and self.found.is_sound else None

    def find_standing(self, look: Look) -> Standing | None:
        """What still holds of the last build, if nothing has changed since but known sources."""
        report = None if look.gone else self._find_last_report(look)
        outline = self.ledger.read_fact("outline") if report else ""
        if report and outline:
            with suppress(Damaged):
                return Standing(parse_json(Outline, outline), report, self._open_again)
        return None

    def _find_last_report(self, look: Look) -> Report | None:
        """What the last build said, where neither the program nor the clock nor other files make it say more."""
        if self.ledger.read_fact("now") != self._now(look):
            return None
        with suppress(Damaged):
            report: Report = parse_json(Report, self.ledger.read_fact("report"))
            began = date.fromisoformat(self.ledger.read_fact("today") or "9999-12-31")
            current = began <= self.settings.today and not (
                report.next_change and report.next_change <= self.settings.today
            )
            if current and not (self.settings.strict and report.errors):
                return report
        return None

    def _open_again(self, planned: Plans) -> Opening | None:
        if not (self.found.is_sound and self._has_sound_pictures()):
            return None
        return open_again(planned, self._find_bundle, self.found.paths)

    def _find_bundle(self, name: str) -> Known:
        row = self.ledger.find("bundles", name)
        return _parse_bundle(row) if row else ("", ())

    def renew(self, look: Look) -> None:
        """Remember the new stamps of what is as it was, where all is."""
        moved = self.found.moved
        if look.renewed or moved or self.found.folders:
            self.ledger.restamp("stories", look.renewed)
            self.ledger.restamp("outputs", ((path, *stamp) for path, stamp in moved.items()))
            self.ledger.write("folders", ((path, *stamp) for path, stamp in self.found.folders.items()))
            self.seal()

    def keep_stories(self, look: Look, reading: Reading) -> None:
        """Remember what was read; the output does not follow from it before :meth:`keep_facts` says so."""
        self.ledger.drop("facts", ["now"])
        for table, place in (("stories", 0), ("details", 1)):
            self.ledger.drop(table, look.gone)
            self.ledger.write(table, (record[place] for record in reading.records))
        self.ledger.restamp("stories", look.renewed)
        self.ledger.write("facts", [("read with", _read_with(self.program, self.key)), *reading.facts.items()])

    def keep_bundles(self, opening: Opening, indexed: Iterable[str]) -> None:
        """Remember what bundles were made from, and that the search index is one."""
        self.ledger.drop("bundles", opening.closed)
        rows = [(name, made_from, "\n".join(paths)) for name, (made_from, paths) in opening.opened.items()]
        self.ledger.write("bundles", [*rows, (INDEX, "", "\n".join(indexed))])

    def keep_facts(self, planned: Planned, report: Report) -> None:
        """Remember what a later build must find unchanged to have nothing, or little, to do."""
        if not planned.revised:
            outline = planned.outline
            self.ledger.write("facts", [("outline", write_json(outline) if outline else "")])
        facts = {
            "program": self.program,
            "settings": self.key,
            "dressed": self.theme,
            "now": self._now(planned.look),
            "today": self.settings.today.isoformat(),
            "report": write_json(report),
        }
        self.ledger.write("facts", facts.items())

    def print_templates(self, templates: Templates) -> Mapping[str, str]:
        """Fingerprint of every template with all that it draws in, remembered with the theme's."""
        known = self.ledger.read_fact("templates")
        if known and self.ledger.read_fact("theme") == self.theme:
            with suppress(ValueError):
                prints: dict[str, str] = json.loads(known)
                return prints
        made = templates.print_closures()
        self.ledger.write("facts", [("theme", self.theme), ("templates", json.dumps(made))])
        return made

    def seal(self) -> None:
        """Make lasting what was remembered.

        Raises:
            OSError: the cache cannot be written.
        """
        self.ledger.seal()

    def _now(self, look: Look) -> str:
        asked = f"{self.settings.strict} {self.settings.index}"
        return f"{self.program} {self.key} {self.theme} {asked} {look.around.everything}"


def _parse_bundle(row: Row) -> Known:
    _, made_from, paths = row
    return made_from, tuple(paths.split("\n")) if paths else ()


@contextmanager
def remembering(workshop: Workshop, settings: Settings, key: str, theme: str) -> Iterator[Memory]:
    """Open the memory of an output folder for as long as the block runs.

    Raises:
        OSError: the cache cannot be written.
    """
    program = print_program()
    ledger = Ledger(workshop.ledger)
    pieces = PieceStore(workshop.ledger.with_name("manh.sqlite"), f"{program} {key}")
    try:
        if ledger.read_fact("read with") != _read_with(program, key):
            ledger.drop_all("stories")
            ledger.drop_all("details")
        if not workshop.made.exists() or not workshop.output.exists():
            for table in ("outputs", "bundles", "folders"):
                ledger.drop_all(table)
            ledger.drop("facts", ["now"])  # there is something to do, whatever else is as it was
            ledger.seal()  # so that whoever surveys the folder sees the same
        many = ledger.count("outputs") > _MANY
        ahead = begin(partial(_survey, workshop, settings.cache / FOLDER)) if many else partial(_survey, workshop)
        yield Memory(workshop, settings, key, theme, program, ledger, pieces, ahead)
    finally:
        pieces.close()
        ledger.close()


_MANY = 4000
"""Files of an output folder that a process of its own looks at, while this one looks at the stories."""


def _survey(workshop: Workshop, shelf: Path | None = None) -> Seen:
    ledger = ReadOnlyLedger(workshop.ledger)
    try:
        outputs, folders = ledger.read("outputs", SURVEYED), ledger.read("folders")
        found = survey(workshop.output, outputs, folders, lambda path: str(ledger.get("outputs", path)[DIGEST]))
    finally:
        ledger.close()
    return found, _has_sound_pictures(shelf, found.paths) if shelf else None


def _has_sound_pictures(shelf: Path, paths: Iterable[str]) -> bool:
    names = name_pictures(paths)
    with suppress(OSError):
        return not names or not find_unsound(shelf, names)
    return False


def _read_with(program: str, key: str) -> str:
    """What the stories of the ledger were read with, besides their sources."""
    return f"{program} {key}"


def read_ids(workshop: Workshop) -> dict[str, str]:
    """Source → id of every story of the last build that readers may have been told of."""
    if not workshop.ledger.exists():
        return {}
    ledger = Ledger(workshop.ledger)
    try:
        rows = ledger.read("stories", "source, id, kind, address")
        return {source: own for source, own, kind, address in rows if kind == "story" and address[:5] != "/loi/"}
    finally:
        ledger.close()
