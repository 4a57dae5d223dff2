"""What came of a build."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from newsroom.engine.reasons import Reason
from newsroom.engine.report import Report

if TYPE_CHECKING:
    from newsroom.engine.planning import Planned


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did.

    Attributes:
        report: what it has to say of the site.
        changed: files that are new or have other bytes than before.
        kept: files that are as they were.
        set_aside: copy of a folder that another program had made at the output's place, or None.
        reasons: (path, why) of every output that was made again, in the order of the plan.
        added: paths of the new and changed files.
        planned: what was decided; None where nothing had changed, so that nothing had to be.
    """

    report: Report
    changed: int
    kept: int
    set_aside: Path | None = None
    reasons: tuple[tuple[str, Reason], ...] = ()
    added: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    planned: Planned | None = field(default=None, compare=False, repr=False)

    @property
    def next_change(self) -> date | None:
        """The next day on which the clock alone changes the site, or None."""
        return self.report.next_change
