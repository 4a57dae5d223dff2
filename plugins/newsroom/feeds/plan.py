"""Which feeds there are, and which stories each carries; nothing is rendered here.

- ``/rss.xml``, ``/atom.xml``, ``/feed.json``: the newest stories;
- ``/chuyen-muc/<slug>/rss.xml``, ``/tu-khoa/<slug>/rss.xml``: the newest of a category or tag;
- ``/luu-tru/<yyyy>/atom.xml``: every story of a year (RFC 5005), so that a new
  subscriber can fetch everything.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache, partial
from itertools import groupby

from newsroom.feeds.channel import Archive, Channel
from newsroom.feeds.entries import Entry, entry_id, fit_for_xml, published_at, read_entry, updated_at
from newsroom.feeds.json_feed import write_json_feed
from newsroom.model import BytesOutput, News, Output, Story
from newsroom.settings import Settings
from newsroom.topics import group_categories, group_tags

NEWEST = 20
"""Entries of a feed one subscribes to (contract §5)."""

NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries changed last: Atom needs a time, and the clock would change the bytes."""

_REMEMBERED = 64
"""Entries kept between feeds: the newest stand in several, and a year is not held in memory."""

_Stories = tuple[Story, ...]
_Years = dict[int, _Stories]
_Write = Callable[[Channel, Iterable[Entry]], bytes]
_Read = Callable[[_Stories], Iterator[Entry]]


def plan_feeds(news: News, settings: Settings) -> Iterator[Output]:
    """Every feed of the site.

    ``make`` reads the true length of photos from ``settings.cache``: it may be
    called only when the derivatives of the stories' pictures are there.
    """
    read = _entry_reader(news, settings)
    for channel, stories, write in plan_channels(news.stories, settings):
        yield BytesOutput(channel.path.removeprefix("/"), partial(_make, write, channel, read, stories))


def archive_path(year: int) -> str:
    """Root-relative address of a year's archive."""
    return f"/luu-tru/{year}/atom.xml"


def _make(write: _Write, channel: Channel, read: _Read, stories: _Stories) -> bytes:
    return write(channel, read(stories))


def plan_channels(stories: _Stories, settings: Settings) -> Iterator[tuple[Channel, _Stories, _Write]]:
    """Every feed: what it says of itself, whose stories it carries, and who writes it."""
    newest = stories[:NEWEST]
    years = _group_years(stories)
    archive = Archive(closed=False, previous=_newest_archive(years, settings))
    yield _channel(newest, settings, "/rss.xml"), newest, _write_rss
    yield _channel(newest, settings, "/atom.xml", archive=archive), newest, _write_atom
    yield _channel(newest, settings, "/feed.json"), newest, write_json_feed
    for topic in (*group_categories(stories), *group_tags(stories)):
        newest = topic.stories[:NEWEST]
        yield _channel(newest, settings, f"{topic.address}rss.xml", topic.name, topic.address), newest, _write_rss
    for year, members in years.items():
        archive = _chain_archive(year, years, settings)
        path, page = archive_path(year), f"/luu-tru/{year}/"
        yield _channel(members, settings, path, f"Năm {year}", page, archive), members, _write_atom


def _channel(
    stories: _Stories, settings: Settings, path: str, part: str = "", page: str = "/", archive: Archive | None = None
) -> Channel:
    # Archives and the feed they belong to are one logical feed (RFC 5005 §1.2), and share its id.
    identity = "/atom.xml" if archive else path
    return Channel(
        id=uuid.uuid5(settings.feed_namespace, identity).urn,
        title=fit_for_xml(f"{part} – {settings.name}" if part else settings.name),
        description=fit_for_xml(settings.description or settings.name),
        author=fit_for_xml(settings.name),
        site=settings.address,
        page=page,
        path=path,
        updated=max(map(updated_at, stories), default=NEVER),
        archive=archive,
    )


def _chain_archive(year: int, years: _Years, settings: Settings) -> Archive:
    older = max((y for y in years if y < year), default=None)
    newer = min((y for y in years if y > year), default=None)
    return Archive(
        closed=True,
        current=f"{settings.address}/atom.xml",
        previous=settings.address + archive_path(older) if older else "",
        following=settings.address + archive_path(newer) if newer else "",
    )


def _group_years(stories: _Stories) -> _Years:
    return {year: tuple(found) for year, found in groupby(stories, lambda story: published_at(story).year)}


def _newest_archive(years: _Years, settings: Settings) -> str:
    """Where the chain of archives begins.

    RFC 5005 lets a reader fetch an archive only once per address, and the
    newest year still grows: a query that follows its members makes the reader
    fetch it again, so that no story is missed between two visits.
    """
    if not years:
        return ""
    newest = max(years)
    members = "\n".join(entry_id(story) for story in years[newest])
    seal = hashlib.blake2b(members.encode(), digest_size=4).hexdigest()
    return f"{settings.address}{archive_path(newest)}?{seal}"


def _entry_reader(news: News, settings: Settings) -> _Read:
    links = news.addresses
    by_source = {story.source: story for story in news.stories}

    @lru_cache(maxsize=_REMEMBERED)
    def read_one(source: str) -> Entry:
        return read_entry(by_source[source], links, settings)

    def read(stories: _Stories) -> Iterator[Entry]:
        return (read_one(story.source) for story in stories)

    return read


def _write_rss(channel: Channel, entries: Iterable[Entry]) -> bytes:
    # Imported here: feedgen and lxml cost every start of the newsroom, and most builds write no feed.
    from newsroom.feeds.rss import write_rss

    return write_rss(channel, entries)


def _write_atom(channel: Channel, entries: Iterable[Entry]) -> bytes:
    from newsroom.feeds.atom import write_atom

    return write_atom(channel, entries)
