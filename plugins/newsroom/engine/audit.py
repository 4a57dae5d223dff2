"""Proof that an output shows nothing but what it says it is made from (``newsroom verify --audit``).

An output is made again only when its ``made_from`` changes.  So, wherever two plans
of one site give an output the same ``made_from``, they must give it the same view:
if not, the view read something that was not declared, and sooner or later a page
would stay as it was though it should not.  So it is with a bundle and what its outputs
are made from.  Three plans are compared: today's, one of a site with other stories on
another day, and the one of the last audit.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.news import arrange
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import plan_outputs
from newsroom.engine.planning import Planned
from newsroom.engine.reporter import Reporter
from newsroom.engine.sights import Sight, compare, find_loose, list_declared, print_made_from, see, see_bundle, show
from newsroom.held import insist
from newsroom.settings import Settings
from newsroom.views import Bundle, unbundle

MEMORY = "soi.json"
"""What the last audit of an output folder saw, in its corner of the cache."""

GAP, DAYS = 7, 40
"""The other site lacks every seventh story, and stands so many days from today."""


@dataclass(frozen=True, slots=True)
class Sights:
    """What an audit saw, and the fingerprint of the program and settings it was made with.

    Attributes:
        seen: every output that says what it is made from.
        bundles: every bundle; its parts are its outputs.
    """

    made_with: str
    seen: tuple[Sight, ...] = ()
    bundles: tuple[Sight, ...] = ()


def audit_outputs(
    planned: Planned, offers: Offers, settings: Settings, made_with: str, memory: Path, reporter: Reporter
) -> list[str]:
    """Vietnamese sentences, one for each undeclared read; and remember what was seen.

    Args:
        made_with: fingerprint of the program and the settings.
        memory: the file in which it is remembered; worth nothing where it is damaged or of another program.

    Raises:
        OSError: the cache cannot be written.
    """
    name = settings.output.name
    plans = plan_outputs(offers.plans, planned.news, settings)
    outputs = list_declared(unbundle(plans))
    now: dict[str, Sight] = {}
    found = []
    with reporter.track("Soi từng trang") as progress:
        for count, (path, output) in enumerate(outputs.items(), start=1):
            shown = show(output)
            found += [f"{name}/{path}: {loose} không phải giá trị đóng băng." for loose in find_loose(shown, "view")]
            now[path] = see(output, shown)
            progress(count, len(outputs))
    bundles = {bundle.name: see_bundle(bundle) for bundle in plans if isinstance(bundle, Bundle)}
    other = look_elsewhere(planned, now, offers, settings)
    for sights, when in (
        (other, "khi trang tin có những bài khác, vào ngày khác"),
        (recall(memory, made_with), "ở lần soi trước"),
    ):
        found += compare(now, sights.seen, f"{name}/", when)
        found += compare(bundles, sights.bundles, "Nhóm ", when)
    remember(memory, Sights(made_with, tuple(now.values()), tuple(bundles.values())))
    return found


def look_elsewhere(planned: Planned, now: Mapping[str, Sight], offers: Offers, settings: Settings) -> Sights:
    """What a site shows that lacks some of the stories, on another day; only what is made from the same as ``now``."""
    kept = [story for place, story in enumerate(planned.stories) if place % GAP]
    later = replace(settings, today=settings.today + timedelta(days=DAYS))
    plans = plan_outputs(offers.plans, arrange(kept, later), later)
    outputs = list_declared(unbundle(plans))
    same = (o for path, o in outputs.items() if path in now and now[path].inputs == print_made_from(o))
    bundles = (bundle for bundle in plans if isinstance(bundle, Bundle))
    return Sights("", tuple(see(output, show(output)) for output in same), tuple(map(see_bundle, bundles)))


def recall(memory: Path, made_with: str) -> Sights:
    """What the last audit saw; nothing where it was made with another program or settings, or is damaged."""
    with suppress(OSError, UnicodeDecodeError, Damaged):
        sights: Sights = parse_json(Sights, memory.read_text(encoding="utf-8"))
        if sights.made_with == made_with:
            return sights
    return Sights(made_with)


def remember(memory: Path, sights: Sights) -> None:
    """Keep what was seen for the next audit.

    Raises:
        OSError: the cache cannot be written.
    """
    memory.parent.mkdir(parents=True, exist_ok=True)
    aside = memory.with_suffix(".tmp")
    aside.write_text(write_json(sights), encoding="utf-8", newline="\n")
    insist(lambda: aside.replace(memory))
