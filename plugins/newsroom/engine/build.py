"""One build: look, and where something has changed, make the site anew.

Where nothing changed at all, looking is all there is to it, and nothing that
reads or renders is even loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from newsroom.engine.built import Built
from newsroom.engine.guard import check_places
from newsroom.engine.interrupts import Interrupts
from newsroom.engine.look import look_around
from newsroom.engine.memory import remembering
from newsroom.engine.offers import Offers
from newsroom.engine.refusing import refuse_if_any, refusing
from newsroom.engine.reporter import Reporter
from newsroom.engine.switch import recover
from newsroom.engine.workshop import clear, find_workshop, locked
from newsroom.settings import Settings

if TYPE_CHECKING:
    from newsroom.engine.templates import Templates


def build(
    settings: Settings,
    offers: Offers,
    open_templates: Callable[[], Templates],
    key: str,
    theme: str,
    reporter: Reporter,
    *,
    tell_all: bool = False,
) -> Built:
    """Publish the site into ``settings.output``; all of it, or nothing.

    Args:
        open_templates: called where a page must be made.
        key: fingerprint of the settings that show in pages.
        theme: fingerprint of all files of the theme.
        tell_all: plan even where nothing has changed.

    Raises:
        Refusal: naming every fault found; the last good output stands as it was.
        Interrupted: the process was told to stop; the same holds.
    """
    interrupts = Interrupts()
    with interrupts.active(), refusing():
        workshop = find_workshop(settings.output, settings.cache)
        refuse_if_any(check_places(settings, workshop))
        with locked(workshop, reporter):
            recover(workshop)
            with remembering(workshop, settings, key, theme) as memory:
                look = look_around(settings, memory.ledger)
                if not tell_all and (report := memory.find_report(look)):
                    memory.renew(look)
                    return Built(report, 0, report.files)
                from newsroom.engine.anew import build_anew  # brings all that reads and renders

                try:
                    return build_anew(look, memory, offers, open_templates(), reporter, interrupts, tell_all=tell_all)
                finally:
                    clear(workshop.stage, workshop.index)
