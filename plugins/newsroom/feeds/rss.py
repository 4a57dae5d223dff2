"""RSS 2.0, with ``content:encoded``, ``media:`` and ``dc:creator``."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree
from markupsafe import escape

from newsroom.feeds.channel import SKIP_HOURS, TTL, Channel
from newsroom.feeds.entries import Entry
from newsroom.feeds.generator import add_creator, start_entry, start_feed


def write_rss(channel: Channel, items: Iterable[etree._Element]) -> bytes:
    """The feed as UTF-8, of finished items; the same items always give the same bytes."""
    feed = start_feed(channel, "application/rss+xml", items, extensions=("dc",))
    feed.description(channel.description)
    feed.ttl(TTL)
    feed.skipHours(list(SKIP_HOURS))
    return bytes(feed.rss_str(pretty=True))


def write_item(entry: Entry) -> etree._Element:
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
    element: etree._Element = item.rss_entry()
    return element
