"""What is remembered of the last build of one output folder, and what it is worth today."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from newsroom.engine.beside import begin
from newsroom.engine.codec import Damaged, parse_json
from newsroom.engine.derivatives import FOLDER, name_pictures
from newsroom.engine.ledger import AIMED, UNDISPUTED, Ledger, ReadOnlyLedger, columns_of
from newsroom.engine.look import Look
from newsroom.engine.pieces import PieceStore
from newsroom.engine.program import print_program
from newsroom.engine.report import Report
from newsroom.engine.survey import SURVEYED, Survey, survey
from newsroom.engine.workshop import Workshop
from newsroom.photos import find_unsound
from newsroom.settings import Settings

_DIGEST = columns_of("outputs").index("digest")

Seen = tuple[Survey, bool | None]
"""The output folder as it stands, and whether the cache has its pictures as they were; None where nobody looked."""


@dataclass
class Memory:
    """The ledger and the pieces of one output folder, open for one build.

    Attributes:
        key: fingerprint of the settings that show in pages.
        theme: fingerprint of all files of the theme.
        program: fingerprint of the program.
        read_with: what the stories of the ledger are read with, besides their sources.
        survey: looks at the output folder and at the cache's pictures, or waits for the process that does.
    """

    workshop: Workshop
    settings: Settings
    key: str
    theme: str
    program: str
    read_with: str
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

    def has_sound_pictures(self) -> bool:
        """Whether the cache has every picture of the last build as it was made."""
        found, sound = self.seen
        return _has_sound_pictures(self.settings.cache / FOLDER, found.paths) if sound is None else sound

    def find_report(self, look: Look) -> Report | None:
        """What the last build said, where nothing at all has changed since."""
        report = self.find_last_report(look) if look.is_quiet else None
        return report if report and self.found.is_sound else None

    def find_last_report(self, look: Look) -> Report | None:
        """What the last build said, where neither the program nor the clock nor other files make it say more."""
        if self.ledger.read_fact("now") != self.now(look):
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

    def renew(self, look: Look) -> None:
        """Remember the new stamps of what is as it was, where all is."""
        moved = self.found.moved
        if look.renewed or moved or self.found.folders:
            self.ledger.restamp("stories", look.renewed)
            self.ledger.restamp("outputs", ((path, *stamp) for path, stamp in moved.items()))
            self.ledger.write("folders", ((path, *stamp) for path, stamp in self.found.folders.items()))
            self.seal()

    def seal(self) -> None:
        """Make lasting what was remembered.

        Raises:
            OSError: the cache cannot be written.
        """
        self.ledger.seal()

    def now(self, look: Look) -> str:
        """What a later build must find as it is, to have nothing to do where no source has changed."""
        asked = f"{self.settings.strict} {self.settings.index}"
        return f"{self.program} {self.key} {self.theme} {asked} {look.around.everything}"


@contextmanager
def remembering(workshop: Workshop, settings: Settings, key: str, theme: str) -> Iterator[Memory]:
    """Open the memory of an output folder for as long as the block runs.

    Raises:
        OSError: the cache cannot be written.
    """
    program = print_program()
    read_with = f"{program} {key}"
    ledger = Ledger(workshop.ledger)
    pieces = PieceStore(workshop.ledger.with_name("manh.sqlite"), read_with)
    try:
        stale = ["stories", "details"] if ledger.read_fact("read with") != read_with else []
        if not workshop.made.exists() or not workshop.output.exists():
            stale += ["outputs", "bundles", "folders"]
            ledger.drop("facts", ["now"])  # there is something to do, whatever else is as it was
        if "stories" in stale:
            ledger.drop("facts", [UNDISPUTED, AIMED])  # other rules, or other claimants
        for table in stale:
            ledger.drop_all(table)
        if stale:
            ledger.seal()  # whoever surveys the folder reads the same, and is not locked out by what is half written
        many = ledger.count("outputs") > _MANY
        ahead = begin(partial(_survey, workshop, settings.cache / FOLDER)) if many else partial(_survey, workshop)
        yield Memory(workshop, settings, key, theme, program, read_with, ledger, pieces, ahead)
    finally:
        pieces.close()
        ledger.close()


_MANY = 4000
"""Files of an output folder that a process of its own looks at, while this one looks at the stories."""


def _survey(workshop: Workshop, shelf: Path | None = None) -> Seen:
    ledger = ReadOnlyLedger(workshop.ledger)
    try:
        outputs, folders = ledger.read("outputs", SURVEYED), ledger.read("folders")
        found = survey(workshop.output, outputs, folders, lambda path: str(ledger.get("outputs", path)[_DIGEST]))
    finally:
        ledger.close()
    return found, _has_sound_pictures(shelf, found.paths) if shelf else None


def _has_sound_pictures(shelf: Path, paths: Iterable[str]) -> bool:
    names = name_pictures(paths)
    with suppress(OSError):
        return not names or not find_unsound(shelf, names)
    return False


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
