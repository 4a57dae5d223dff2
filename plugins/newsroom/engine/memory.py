"""What is remembered of the last build of one output folder, and what it is worth today."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.ledger import Ledger
from newsroom.engine.pieces import PieceStore
from newsroom.engine.program import print_program, print_theme
from newsroom.engine.reading import Look, Reading
from newsroom.engine.report import Report
from newsroom.engine.survey import Survey, survey
from newsroom.engine.templates import Templates
from newsroom.engine.work import Before, read_before
from newsroom.engine.workshop import Workshop
from newsroom.settings import Settings


@dataclass
class Memory:
    """The ledger and the pieces of one output folder, open for one build.

    Attributes:
        key: fingerprint of the settings that show in pages.
    """

    workshop: Workshop
    settings: Settings
    key: str
    program: str = field(default_factory=print_program)

    @contextmanager
    def opened(self) -> Iterator[Memory]:
        """For as long as the block runs.

        Raises:
            OSError: the cache cannot be written.
        """
        self.ledger = Ledger(self.workshop.ledger)
        self.pieces = PieceStore(self.workshop.ledger.with_name("manh.sqlite"), f"{self.program} {self.key}")
        try:
            if self.ledger.read_fact("read with") != self._read_with:
                self.ledger.drop_all("stories")
            if not self.workshop.made.exists() or not self.workshop.output.exists():
                self.ledger.drop_all("outputs")
            yield self
        finally:
            self.pieces.close()
            self.ledger.close()

    @property
    def _read_with(self) -> str:
        return f"{self.program} {self.key}"

    @cached_property
    def before(self) -> Before:
        """The last build, with the output folder as it stands."""
        return read_before(self.ledger, self.found)

    @cached_property
    def found(self) -> Survey:
        """The output folder as it stands."""
        return survey(self.workshop.output, self.ledger.read("outputs"), self.ledger.read("folders"))

    @cached_property
    def theme(self) -> str:
        """Fingerprint of all files of the theme."""
        return print_theme(self.settings.theme)

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
        """Remember what has only new stamps."""
        if look.renewed or self.found.moved or self.found.folders:
            self.ledger.write("stories", look.renewed)
            self.renew_outputs()
            self.seal()

    def renew_outputs(self) -> None:
        """Remember the stamps of outputs and folders that are as they should be."""
        rows = {row[0]: row for row in self.ledger.read("outputs")} if self.found.moved else {}
        self.ledger.write("outputs", ((p, *stamp, *rows[p][5:]) for p, stamp in self.found.moved.items()))
        if not self.found.strange:
            self.ledger.write("folders", ((path, *stamp) for path, stamp in self.found.folders.items()))

    def keep_stories(self, reading: Reading) -> None:
        """Remember what was read."""
        self.ledger.drop("stories", reading.gone)
        self.ledger.write("stories", reading.records)
        self.ledger.write("facts", [("read with", self._read_with)])

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
