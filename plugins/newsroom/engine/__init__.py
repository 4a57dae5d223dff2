"""WHAT MUST BE REBUILT, AND WHY: reading, planning, the stage and the switch.

The door is :class:`NewsroomPelican`, which the settings name as ``PELICAN_CLASS``::

    content/ ── scan, reading ► stories, each with all its notices
             ── news ─────────► News, in one total order
             ── planning ─────► Outputs, their pictures made in the cache
             ── stage ────────► a whole new output folder, aside
             ── switch ───────► the output folder
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.doors import open_doors

if TYPE_CHECKING:
    from newsroom.engine.edge import DONE, REFUSED, run_at_edge
    from newsroom.engine.pelican import NewsroomPelican
    from newsroom.engine.reporter import PlainReporter, Reporter
    from newsroom.engine.terminal import flush_streams, require_utf8, settle_streams

__all__ = [
    "DONE",
    "REFUSED",
    "NewsroomPelican",
    "PlainReporter",
    "Reporter",
    "flush_streams",
    "require_utf8",
    "run_at_edge",
    "settle_streams",
]

__getattr__ = open_doors(
    __name__,
    {
        "edge": "DONE REFUSED run_at_edge",
        "pelican": "NewsroomPelican",
        "reporter": "PlainReporter Reporter",
        "terminal": "flush_streams require_utf8 settle_streams",
    },
)
