"""CONTENT → OUTPUTS: everything that is known of a build before a page is rendered.

Plans are pure and cheap, so they are simply asked again where a photo turns out
to be broken while its derivatives are made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from newsroom.contents import outline_of
from newsroom.engine.bundles import Opening, open_all
from newsroom.engine.derivatives import FOLDER
from newsroom.engine.ledger import AIMED, Ledger
from newsroom.engine.look import Look
from newsroom.engine.news import arrange, lay_out
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import Plans, plan_outputs
from newsroom.engine.pictures import Broken, blame, list_pictures
from newsroom.engine.reading import Fresh, Reading, add_earned, add_notices, gather_all, list_idle, read_changed
from newsroom.engine.records import is_mere_text
from newsroom.engine.report import Report
from newsroom.engine.reporter import Reporter
from newsroom.engine.sentences import make_report
from newsroom.engine.shelved import is_told_by_name, take_unread
from newsroom.engine.targets import check_targets, find_targets
from newsroom.errors import SiteFault
from newsroom.model import News, NoPieces, Outline, Picture, Pieces, Story
from newsroom.settings import Settings

_NO_PIECES = NoPieces()


@dataclass(frozen=True, slots=True)
class Standing:
    """What holds of the last build as long as only texts have changed.

    Attributes:
        outline: of its news.
        report: what it had to say.
        open: tells which outputs of a few plans must be looked at; None where all must be planned.
    """

    outline: Outline
    report: Report
    open: Callable[[Plans], Opening | None]


@dataclass(frozen=True, slots=True)
class Past:
    """What earlier builds left for this one.

    Attributes:
        ledger: None where nothing is remembered.
        pieces: finished parts of outputs.
        open: tells which outputs of a plan must be looked at.
        standing: what still holds of the last build; None where too much has changed.
    """

    ledger: Ledger | None = None
    pieces: Pieces = _NO_PIECES
    open: Callable[[Plans], Opening] = field(default=lambda planned: open_all(planned, {}))
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Planned:
    """A build, decided.

    Attributes:
        stories: every story and page with all its notices, whatever its status.
        news: what is published today.
        opening: what of it must be looked at; the pictures of that are in the cache already.
        reading: what was read, and what was remembered.
        look: the scan it began with.
        report: what it has to say.
        revised: whether nothing but texts of known stories has changed.
    """

    stories: tuple[Story, ...]
    news: News
    opening: Opening
    reading: Reading
    look: Look
    report: Report
    revised: bool = False

    @property
    def outline(self) -> Outline | None:
        """What the next build need not find again; None where the ledger alone does not tell all of every story."""
        return outline_of(self.news, self.reading.earned) if all(map(is_told_by_name, self.stories)) else None


def plan_build(settings: Settings, offers: Offers, reporter: Reporter, look: Look, past: Past | None = None) -> Planned:
    """Read what changed in ``content/``, make the pictures that pages use, and plan every output.

    Raises:
        SiteFault: a plugin that is needed offers nothing, or breaks.
        OSError: a folder cannot be listed, or the cache cannot be written.
    """
    past = past or Past()
    if offers.read_story is None:
        raise SiteFault("PLUGINS thiếu newsroom.markup nên không đọc được bài nào.", "Hãy thêm vào tệp cài đặt.")
    fresh = read_changed(settings, offers.read_story, reporter, look)
    return _plan_revision(fresh, settings, offers, past) or _plan_all(fresh, settings, offers, reporter, past)


def _plan_revision(fresh: Fresh, settings: Settings, offers: Offers, past: Past) -> Planned | None:
    """A build in which a few stories say something else and all else stands; None where it is not as simple.

    The stories that others are told by (their order, their topics) come from the last build's
    outline, and none is looked at that the plans do not ask for.
    """
    last, ledger, revisions = past.standing, past.ledger, [*filter(None, offers.revisions)]
    if last is None or ledger is None or len(revisions) < len(offers.plans) or not _are_mere_texts(fresh, ledger):
        return None
    outline = last.outline
    if not fresh.sources.issubset(outline.stories.split("\n")) or not fresh.sources.isdisjoint(dict(outline.earned)):
        return None
    shelf = fresh.open_shelf(ledger)
    sources = [source.name for source in fresh.look.around.found.sources]
    stories: dict[str, Story] = dict(zip(sources, take_unread(shelf, sources), strict=True))
    for source, notices in outline.earned:
        stories[source] = add_notices(stories[source], notices)
    news = replace(lay_out(outline, stories, settings.today), pieces=past.pieces)
    revised = tuple(stories[source] for source in sorted(fresh.sources))
    planned = tuple(output for revise in revisions for output in revise(news, settings, revised))
    opening = last.open(planned)
    if opening is None:
        return None
    reading = Reading(tuple(stories.values()), fresh.sources, shelf, fresh.records)
    return Planned(reading.stories, news, opening, reading, fresh.look, last.report, revised=True)


def _are_mere_texts(fresh: Fresh, ledger: Ledger) -> bool:
    known = [(record, ledger.find("stories", record[0][0])) for record in fresh.records]
    return all(before is not None and is_mere_text(record, before) for record, before in known)


def _plan_all(fresh: Fresh, settings: Settings, offers: Offers, reporter: Reporter, past: Past) -> Planned:
    reading, news = _aim(gather_all(fresh, settings, past.ledger), settings, past.ledger)
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
            report = make_report(stories, news, list_idle(fresh), settings)
            return Planned(stories, news, opening, reading, fresh.look, report)
        made.update(missing)
        broken |= failed


def _aim(reading: Reading, settings: Settings, ledger: Ledger | None) -> tuple[Reading, News]:
    """Check where links and reports lead: of all stories, or where nothing moved, of those that changed."""
    news = arrange(reading.stories, settings)
    targets = find_targets(reading.stories, news)
    now = targets.fingerprint()
    before, *erring = (ledger.read_fact(AIMED) if ledger else "").split("\n")
    found = check_targets(reading.stories, targets, settings, {*erring, *reading.changed} if before == now else None)
    facts = {**reading.facts, AIMED: "\n".join((now, *sorted(found)))}
    if not found:
        return replace(reading, facts=facts), news
    stories = add_earned(reading.stories, found)
    reading = replace(reading, stories=stories, facts=facts, earned=(*reading.earned, *found.items()))
    return reading, arrange(stories, settings)


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
