"""What is remembered of the last build of one output folder, and what it is worth today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.ledger import Ledger, Row
from newsroom.engine.pieces import PieceStore
from newsroom.engine.program import print_program
from newsroom.engine.reading import Look, Reading
from newsroom.engine.report import Report
from newsroom.engine.survey import Survey, survey
from newsroom.engine.templates import Templates
from newsroom.engine.work import DIGEST, PATH, Before
from newsroom.engine.workshop import Workshop
from newsroom.settings import Settings


@dataclass
class Memory:
    """The ledger and the pieces of one output folder, open for one build.

    Attributes:
        key: fingerprint of the settings that show in pages.
        theme: fingerprint of all files of the theme.
        program: fingerprint of the program.
    """

    workshop: Workshop
    settings: Settings
    key: str
    theme: str
    program: str
    ledger: Ledger
    pieces: PieceStore

    @cached_property
    def rows(self) -> Mapping[str, Row]:
        """What the ledger has of every output, by path."""
        return {row[PATH]: row for row in self.ledger.read("outputs")}

    @cached_property
    def found(self) -> Survey:
        """The output folder as it stands."""
        return survey(self.workshop.output, self.rows.values(), self.ledger.read("folders"))

    @cached_property
    def before(self) -> Before:
        """The last build, with the output folder as it stands."""
        return Before(self.rows, self.ledger.read_fact("program"), self.ledger.read_fact("settings"), self.found)

    def find_report(self, look: Look) -> Report | None:
        """What the last build said, where nothing at all has changed since."""
        if not (look.is_quiet and self.ledger.read_fact("now") == self._now(look)):
            return None
        with suppress(Damaged):
            report: Report = parse_json(Report, self.ledger.read_fact("report"))
            began = date.fromisoformat(self.ledger.read_fact("today") or "9999-12-31")
            current = began <= self.settings.today and not (
                report.next_change and report.next_change <= self.settings.today
            )
            if current and not (self.settings.strict and report.errors) and self.found.is_sound:
                return report
        return None

    def renew(self, look: Look) -> None:
        """Remember the new stamps of what is as it was, where all is."""
        moved = self.found.moved
        if look.renewed or moved or self.found.folders:
            self.ledger.write("stories", look.renewed)
            self.ledger.write("outputs", ((path, *stamp, *self.rows[path][DIGEST:]) for path, stamp in moved.items()))
            self.ledger.write("folders", ((path, *stamp) for path, stamp in self.found.folders.items()))
            self.seal()

    def keep_stories(self, reading: Reading) -> None:
        """Remember what was read."""
        self.ledger.drop("stories", reading.gone)
        self.ledger.write("stories", reading.records)
        self.ledger.write("facts", [("read with", _read_with(self.program, self.key))])

    def keep_facts(self, look: Look, report: Report) -> None:
        """Remember what a later build must find unchanged to have nothing to do."""
        facts = {
            "program": self.program,
            "settings": self.key,
            "now": self._now(look),
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
        if not workshop.made.exists() or not workshop.output.exists():
            ledger.drop_all("outputs")
            ledger.drop_all("folders")
            ledger.drop("facts", ["now"])  # there is something to do, whatever else is as it was
        yield Memory(workshop, settings, key, theme, program, ledger, pieces)
    finally:
        pieces.close()
        ledger.close()


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
