"""RSS 2.0, with ``content:encoded``, ``media:`` and ``dc:creator``."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape

from newsroom.feeds.channel import SKIP_HOURS, TTL, Channel
from newsroom.feeds.entries import Entry
from newsroom.feeds.generator import add_creator, put_in, start_entry, start_feed, take_out


def write_rss(channel: Channel, items: Iterable[bytes]) -> bytes:
    """The feed as UTF-8, of finished items; the same items always give the same bytes."""
    feed = start_feed(channel, "application/rss+xml", extensions=("dc",))
    feed.description(channel.description)
    feed.ttl(TTL)
    feed.skipHours(list(SKIP_HOURS))
    return put_in(feed.rss_str(pretty=True), items, b"  </channel>")


def write_item(entry: Entry) -> bytes:
    """One item, as it stands in every feed that carries it."""
    item = start_entry(entry)
    item.id(entry.id)
    item.link(href=entry.address, rel="alternate")
    if entry.summary:
        # Readers take a description for HTML, whatever it holds.
        item.description(str(escape(entry.summary)))
    if entry.author:
        # RSS's own author must be an e-mail address.
        add_creator(item, entry.author)
    if entry.photo:
        item.enclosure(entry.photo.address, entry.photo.length, entry.photo.type)
    return take_out(item.rss_entry(), "rss", "channel")
