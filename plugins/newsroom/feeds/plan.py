"""Which feeds there are, and which stories each carries; nothing is rendered here.

- ``/rss.xml``, ``/atom.xml``, ``/feed.json``: the newest stories;
- ``/chuyen-muc/<slug>/rss.xml``, ``/tu-khoa/<slug>/rss.xml``: the newest of a category or tag;
- ``/nhiem-vu/rss.xml``: stories that set the year's tasks or report on them;
- ``/khen-thuong/rss.xml``: stories that honour somebody;
- ``/luu-tru/<yyyy>/atom.xml``: every story of a year (RFC 5005), so that a new
  subscriber can fetch everything; where a year has more than a document should,
  what came later is in ``atom-2.xml`` and so on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import partial

from newsroom.contents import contents_of
from newsroom.feeds.channel import Archive, Channel, Grave
from newsroom.feeds.entries import entry_id, entry_iri, feed_id, fit_for_xml, published_at, updated_at
from newsroom.feeds.formats import ATOM, JSON, RSS, Format
from newsroom.feeds.press import Press
from newsroom.feeds.volumes import Volume, list_volumes
from newsroom.honours import HONOURS
from newsroom.model import News, Story
from newsroom.settings import Settings
from newsroom.tasks import TASKS
from newsroom.views import Bundle, BytesOutput

NEWEST = 20
"""Entries of a feed one subscribes to (contract §5)."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries changed last: Atom needs a time, and the clock would change the bytes."""

_Stories = tuple[Story, ...]


def plan_feeds(news: News, settings: Settings, carrying: tuple[Story, ...] | None = None) -> Iterator[Bundle]:
    """Every feed of the site, or those that carry one of some stories.

    ``make`` reads the true length of photos from ``settings.cache``: it may be
    called only when the derivatives of the stories' pictures are there.
    """
    press = Press(news, settings)
    for channel, stories, written in plan_channels(news, settings, carrying):
        lines = "\n".join((repr(channel.made_from), *map(press.line, stories)))
        yield Bundle(channel.path, lines, partial(_plan, channel, stories, written, press, lines))


def _plan(channel: Channel, stories: _Stories, written: Format, press: Press, lines: str) -> tuple[BytesOutput]:
    make = partial(_make, channel, stories, written, press)
    return (BytesOutput(channel.path.removeprefix("/"), make, made_from=(lines,)),)


def _make(channel: Channel, stories: _Stories, written: Format, press: Press) -> bytes:
    return written.write_feed(channel, press.pieces(stories, written))


def plan_channels(
    news: News, settings: Settings, carrying: _Stories | None = None
) -> Iterator[tuple[Channel, _Stories, Format]]:
    """Every feed, or those that carry one of some stories: what it says of itself, its stories, and its format."""
    wanted = None if carrying is None else {story.source for story in carrying}
    for stories, open_channel, written in _list_channels(news, settings):
        if wanted is None or any(story.source in wanted for story in stories):
            yield open_channel(), stories, written


def _list_channels(news: News, settings: Settings) -> Iterator[tuple[_Stories, Callable[[], Channel], Format]]:
    contents = contents_of(news)
    newest = news.stories[:NEWEST]
    yield newest, partial(_channel, newest, settings, "/rss.xml"), RSS
    yield newest, partial(_open_current, newest, news, settings), ATOM
    yield newest, partial(_channel, newest, settings, "/feed.json"), JSON
    for name, page, traits in _SUBJECTS:
        newest = contents.having(*traits)[:NEWEST]
        yield newest, partial(_channel, newest, settings, f"{page}rss.xml", name, page), RSS
    for topic in (*contents.categories, *contents.tags):
        newest = topic.stories[:NEWEST]
        yield newest, partial(_channel, newest, settings, f"{topic.address}rss.xml", topic.name, topic.address), RSS
    volumes = tuple(list_volumes(contents))
    for newer, volume, older in zip((None, *volumes), volumes, (*volumes[1:], None), strict=False):
        yield volume.stories, partial(_open_archive, volume, newer, older, news, settings), ATOM


_SUBJECTS = (
    ("Nhiệm vụ", TASKS, ("tasks_year", "tasks", "reports")),
    ("Khen thưởng", HONOURS, ("awards",)),
)
"""Name, page and traits of what is followed across categories."""


def _open_current(newest: _Stories, news: News, settings: Settings) -> Channel:
    archive = Archive(closed=False, previous=_newest_archive(news, settings))
    graves = _dig_graves(contents_of(news).forgotten, settings)
    return _channel(newest, settings, "/atom.xml", archive=archive, graves=graves)


def _open_archive(
    volume: Volume, newer: Volume | None, older: Volume | None, news: News, settings: Settings
) -> Channel:
    archive = Archive(
        closed=True,
        current=f"{settings.address}/atom.xml",
        previous=settings.address + older.path if older else "",
        following=settings.address + newer.path if newer else "",
    )
    withdrawn = contents_of(news).forgotten if volume.ends_year else ()
    graves = _dig_graves((story for story in withdrawn if published_at(story).year == volume.year), settings)
    page = f"/luu-tru/{volume.year}/"
    return _channel(volume.stories, settings, volume.path, volume.name, page, archive, graves)


def _channel(
    stories: _Stories,
    settings: Settings,
    path: str,
    part: str = "",
    page: str = "/",
    archive: Archive | None = None,
    graves: tuple[Grave, ...] = (),
) -> Channel:
    # Archives and the feed they belong to are one logical feed (RFC 5005 §1.2), and share its id.
    identity = "/atom.xml" if archive else path
    changes = (*map(updated_at, stories), *(grave.when for grave in graves))
    return Channel(
        id=feed_id(identity, settings).urn,
        title=fit_for_xml(f"{part} – {settings.name}" if part else settings.name),
        description=fit_for_xml(settings.description or settings.name),
        author=fit_for_xml(settings.name),
        site=settings.address,
        page=page,
        path=path,
        updated=max(changes, default=NEVER),
        archive=archive,
        graves=graves,
        hub="" if archive and archive.closed else settings.hub,
    )


def _dig_graves(withdrawn: Iterable[Story], settings: Settings) -> tuple[Grave, ...]:
    return tuple(Grave(entry_iri(story, settings), updated_at(story)) for story in withdrawn)


def _newest_archive(news: News, settings: Settings) -> str:
    """Where the chain of archives begins.

    RFC 5005 lets a reader fetch an archive only once per address, and the
    newest still grows: a query that follows its members makes the reader
    fetch it again, so that no story is missed between two visits.
    """
    newest = next(list_volumes(contents_of(news)), None)
    if newest is None:
        return ""
    members = "\n".join(entry_id(story) for story in newest.stories)
    seal = hashlib.blake2b(members.encode(), digest_size=4).hexdigest()
    return f"{settings.address}{newest.path}?{seal}"
