"""CONTENT → OUTPUTS: everything that is known of a build before a page is rendered.

Plans are pure and cheap, so they are simply asked again where a photo turns out
to be broken while its derivatives are made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from newsroom.engine.bundles import Opening, open_all
from newsroom.engine.ledger import Ledger
from newsroom.engine.news import arrange
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import Plans, plan_outputs
from newsroom.engine.pictures import FOLDER, Broken, blame, list_pictures
from newsroom.engine.reading import Look, Reading, add_notices, read_content
from newsroom.engine.reporter import Reporter
from newsroom.engine.targets import check_targets, find_targets
from newsroom.errors import SiteFault
from newsroom.model import News, NoPieces, Picture, Pieces, Story
from newsroom.settings import Settings

_NO_PIECES = NoPieces()


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier builds left for this one.

    Attributes:
        ledger: None where nothing is remembered.
        pieces: finished parts of outputs.
        open: tells which outputs of a plan must be looked at.
    """

    ledger: Ledger | None = None
    pieces: Pieces = _NO_PIECES
    open: Callable[[Plans], Opening] = field(default=lambda planned: open_all(planned, {}))


@dataclass(frozen=True, slots=True)
class Planned:
    """A build, decided.

    Attributes:
        stories: every story and page with all its notices, whatever its status.
        news: what is published today.
        opening: what of it must be looked at; the pictures of that are in the cache already.
        reading: what was read, and what was remembered.
        look: the scan it began with.
    """

    stories: tuple[Story, ...]
    news: News
    opening: Opening
    reading: Reading
    look: Look


def plan_build(settings: Settings, offers: Offers, reporter: Reporter, look: Look, past: Past | None = None) -> Planned:
    """Read what changed in ``content/``, make the pictures that pages use, and plan every output.

    Raises:
        SiteFault: a plugin that is needed offers nothing, or breaks.
        OSError: a folder cannot be listed, or the cache cannot be written.
    """
    past = past or Past()
    if offers.read_story is None:
        raise SiteFault("PLUGINS thiếu newsroom.markup nên không đọc được bài nào.", "Hãy thêm vào tệp cài đặt.")
    reading = read_content(settings, offers.read_story, reporter, look, past.ledger)
    reading, news = _aim(reading, settings, past.ledger)
    made: set[Picture] = set()
    broken: Broken = {}
    while True:
        stories = reading.stories
        if broken:
            stories = tuple(blame(story, broken) for story in stories)
            news = arrange(stories, settings)
        planned = plan_outputs(offers.plans, replace(news, pieces=past.pieces), settings)
        opening = past.open(planned)
        missing = tuple(picture for picture in list_pictures(opening.outputs) if picture not in made)
        failed = _render(missing, settings, offers, reporter)
        if not failed:
            return Planned(stories, news, opening, reading, look)
        made.update(missing)
        broken |= failed


def _aim(reading: Reading, settings: Settings, ledger: Ledger | None) -> tuple[Reading, News]:
    """Check where links and reports lead: of all stories, or where nothing moved, of those that changed."""
    news = arrange(reading.stories, settings)
    targets = find_targets(reading.stories, news)
    now = targets.fingerprint()
    before, *erring = (ledger.read_fact(_AIMED) if ledger else "").split("\n")
    found = check_targets(reading.stories, targets, settings, {*erring, *reading.changed} if before == now else None)
    facts = {**reading.facts, _AIMED: "\n".join((now, *sorted(found)))}
    if not found:
        return replace(reading, facts=facts), news
    stories = tuple(add_notices(s, found[s.source]) if s.source in found else s for s in reading.stories)
    return replace(reading, stories=stories, facts=facts), arrange(stories, settings)


_AIMED = "aimed"
"""Fact of the ledger: print of what links may lead to, and below it the sources in which one leads nowhere."""


def _render(pictures: tuple[Picture, ...], settings: Settings, offers: Offers, reporter: Reporter) -> Broken:
    if not pictures:
        return {}
    if offers.render_pictures is None:
        raise SiteFault("PLUGINS thiếu newsroom.photos nên không làm được ảnh.", "Hãy thêm vào tệp cài đặt.")
    with reporter.track("Làm ảnh") as progress:
        shelf = settings.cache / FOLDER
        failed = offers.render_pictures(
            pictures, settings.content, shelf, reporter=progress, executor=settings.executor
        )
    return {picture.derivatives: fault for picture, fault in failed}
