"""What the last build was made from, what of it must be looked at again, and what the next build shall know."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property, partial

from newsroom.engine.bundles import INDEX, Known, Opening, open_again, open_all, open_changed
from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.ledger import Ledger, Row
from newsroom.engine.look import Look
from newsroom.engine.memory import Memory
from newsroom.engine.outputs import Plans
from newsroom.engine.planning import Planned, Standing
from newsroom.engine.reading import Reading
from newsroom.engine.report import Report
from newsroom.engine.templates import Templates
from newsroom.engine.work import Before
from newsroom.model import Outline


@dataclass
class History:
    """The memory of an output folder, for a build that makes something."""

    memory: Memory

    @property
    def ledger(self) -> Ledger:
        """The memory's ledger."""
        return self.memory.ledger

    @cached_property
    def before(self) -> Before:
        """The last build, with the output folder as it stands."""
        find = partial(self.ledger.find, "outputs")
        return Before(find, self.ledger.read_fact("program"), self.ledger.read_fact("settings"), self.memory.found)

    @cached_property
    def bundles(self) -> Mapping[str, Known]:
        """What the last build's bundles were made from, and their paths."""
        return {row[0]: _parse_bundle(row) for row in self.ledger.read("bundles")}

    def open(self, planned: Plans) -> Opening:
        """Tell which outputs of a plan must be looked at."""
        found, before = self.memory.found, self.before
        same = (before.program, before.settings) == (self.memory.program, self.memory.key)
        same = same and self.ledger.read_fact("dressed") == self.memory.theme
        if not (same and self.memory.has_sound_pictures()):
            return open_all(planned, self.bundles)
        return open_changed(planned, self.bundles, found.missing | found.tampered)

    def find_standing(self, look: Look) -> Standing | None:
        """What still holds of the last build, if nothing has changed since but known sources."""
        report = None if look.gone else self.memory.find_last_report(look)
        outline = self.ledger.read_fact("outline") if report else ""
        if report and outline:
            with suppress(Damaged):
                return Standing(parse_json(Outline, outline), report, self._open_again)
        return None

    def _open_again(self, planned: Plans) -> Opening | None:
        if not (self.memory.found.is_sound and self.memory.has_sound_pictures()):
            return None
        return open_again(planned, self._find_bundle, self.memory.found.paths)

    def _find_bundle(self, name: str) -> Known:
        row = self.ledger.find("bundles", name)
        return _parse_bundle(row) if row else ("", ())

    def keep_stories(self, look: Look, reading: Reading) -> None:
        """Remember what was read; the output does not follow from it before :meth:`keep_facts` says so."""
        self.ledger.drop("facts", ["now"])
        for table, place in (("stories", 0), ("details", 1)):
            self.ledger.drop(table, look.gone)
            self.ledger.write(table, (record[place] for record in reading.records))
        self.ledger.restamp("stories", look.renewed)
        self.ledger.write("facts", [("read with", self.memory.read_with), *reading.facts.items()])

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
            "program": self.memory.program,
            "settings": self.memory.key,
            "dressed": self.memory.theme,
            "now": self.memory.now(planned.look),
            "today": self.memory.settings.today.isoformat(),
            "report": write_json(report),
        }
        self.ledger.write("facts", facts.items())

    def print_templates(self, templates: Templates) -> Mapping[str, str]:
        """Fingerprint of every template with all that it draws in, remembered with the theme's."""
        known = self.ledger.read_fact("templates")
        if known and self.ledger.read_fact("theme") == self.memory.theme:
            with suppress(ValueError):
                prints: dict[str, str] = json.loads(known)
                return prints
        made = templates.print_closures()
        self.ledger.write("facts", [("theme", self.memory.theme), ("templates", json.dumps(made))])
        return made


def _parse_bundle(row: Row) -> Known:
    _, made_from, paths = row
    return made_from, tuple(paths.split("\n")) if paths else ()
