"""What ``newsroom check`` does: read and check everything that a build would read, and write nothing."""

from __future__ import annotations

from dataclasses import replace

from newsroom.check import find_lost_ids
from newsroom.engine.interrupts import Interrupts
from newsroom.engine.lengths import find_room
from newsroom.engine.look import look_around
from newsroom.engine.memory import read_ids
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import check_outputs
from newsroom.engine.planning import Planned, plan_build
from newsroom.engine.reading import add_earned
from newsroom.engine.refusing import refuse_if_any, refusing
from newsroom.engine.reporter import Reporter
from newsroom.engine.switch import recover
from newsroom.engine.workshop import find_workshop, locked
from newsroom.settings import Settings


def check_site(settings: Settings, offers: Offers, reporter: Reporter) -> Planned:
    """Read and check everything that a build would read; no output is written.

    Raises:
        Refusal, Interrupted: see :func:`newsroom.engine.build.build`.
    """
    with Interrupts().active(), refusing():
        workshop = find_workshop(settings.output, settings.cache)
        with locked(workshop, reporter):
            recover(workshop)
            planned = plan_build(settings, offers, reporter, look_around(settings, None))
            lost = find_lost_ids(read_ids(workshop), planned.stories)
        refuse_if_any(check_outputs(planned.opening.outputs, room=find_room(workshop)))
        return replace(planned, stories=add_earned(planned.stories, lost))
