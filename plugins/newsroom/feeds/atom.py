"""Atom 1.0 (RFC 4287), with the archive links of RFC 5005 and the tombstones of RFC 6721."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.feeds.channel import Archive, Channel
from newsroom.feeds.entries import Entry
from newsroom.feeds.generator import put_in, start_entry, start_feed, take_out

MEDIA_TYPE = "application/atom+xml"


def write_atom(channel: Channel, entries: Iterable[bytes]) -> bytes:
    """The feed as UTF-8, of finished entries; the same entries always give the same bytes."""
    feed = start_feed(channel, MEDIA_TYPE)
    feed.author(name=channel.author)
    feed.subtitle(channel.description)
    for rel, address in _archive_links(channel.archive):
        feed.link(href=address, rel=rel, type=MEDIA_TYPE)
    if channel.hub:
        feed.link(href=channel.hub, rel="hub")
    return put_in(feed.atom_str(pretty=True), entries, b"</feed>")


def write_entry(entry: Entry) -> bytes:
    """One entry, as it stands in every feed that carries it."""
    made = start_entry(entry)
    made.id(entry.iri)
    made.content(entry.content, type="html")
    if entry.summary:
        made.summary(entry.summary)
    if entry.author:
        made.author(name=entry.author)
    return take_out(made.atom_entry(), "feed")


def _archive_links(archive: Archive | None) -> list[tuple[str, str]]:
    if archive is None:
        return []
    links = [
        ("current", archive.current),
        ("prev-archive", archive.previous),
        ("next-archive", archive.following),
    ]
    return [(rel, address) for rel, address in links if address]
