"""CONTENT → LOOK: what stands there, and what of it changed since the ledger was written."""

from __future__ import annotations

import time
from dataclasses import dataclass

from newsroom.engine.ledger import Ledger, Row
from newsroom.engine.scan import Source, scan
from newsroom.engine.surroundings import STANDING, Surroundings, is_current, renew
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True)
class Look:
    """What a scan found, against what the ledger remembers.

    Attributes:
        around: the scan and its clock.
        current: sources that are as they were → their rows of :data:`STANDING`.
        renewed: such rows of which only the stamps are new.
        changed: sources that are new or have changed.
        gone: files that the ledger remembers and that are no sources any more.
    """

    around: Surroundings
    current: dict[str, Row]
    renewed: tuple[Row, ...]
    changed: tuple[Source, ...]
    gone: tuple[str, ...]

    @property
    def is_quiet(self) -> bool:
        """Whether no source changed at all."""
        return not (self.changed or self.gone)


def look_around(settings: Settings, ledger: Ledger | None) -> Look:
    """Scan ``content/`` and tell what changed since the ledger was written.

    Raises:
        OSError: when a folder cannot be listed.
    """
    now = time.time_ns()
    around = Surroundings(settings.content, scan(settings.content), now)
    rows = {row[0]: row for row in ledger.read("stories", STANDING)} if ledger else {}
    current, renewed, changed = {}, [], []
    for source in around.found.sources:
        row = rows.pop(source.name, None)
        if row is None or source.fault or source.kind is None:
            changed.append(source)
        elif is_current(row, source, around):
            current[source.name] = row
        elif fresh := renew(row, source, around):
            current[source.name] = fresh
            renewed.append(fresh)
        else:
            changed.append(source)
    return Look(around, current, tuple(renewed), tuple(changed), tuple(rows))
