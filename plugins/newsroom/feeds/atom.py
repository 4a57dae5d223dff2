"""Atom 1.0 (RFC 4287), with the archive links of RFC 5005."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable

from newsroom.feeds.channel import Archive, Channel
from newsroom.feeds.entries import Entry
from newsroom.feeds.generator import add_entries, start_feed

MEDIA_TYPE = "application/atom+xml"

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def write_atom(channel: Channel, entries: Iterable[Entry]) -> bytes:
    """The feed as UTF-8; the same entries always give the same bytes."""
    feed = start_feed(channel, MEDIA_TYPE)
    feed.author(name=channel.author)
    feed.subtitle(channel.description)
    for rel, address in _archive_links(channel.archive):
        feed.link(href=address, rel=rel, type=MEDIA_TYPE)
    for made, entry in add_entries(feed, entries):
        made.id(_iri(entry.id, channel.id))
        made.content(entry.content, type="html")
        if entry.summary:
            made.summary(entry.summary)
        if entry.author:
            made.author(name=entry.author)
    return bytes(feed.atom_str(pretty=True))


def _iri(entry_id: str, channel_id: str) -> str:
    """An id of the office's own making has no scheme, and RFC 4287 (§4.2.6) asks for one."""
    if _IRI.fullmatch(entry_id):
        return entry_id
    return uuid.uuid5(uuid.UUID(channel_id), entry_id).urn


def _archive_links(archive: Archive | None) -> list[tuple[str, str]]:
    if archive is None:
        return []
    links = [
        ("current", archive.current),
        ("prev-archive", archive.previous),
        ("next-archive", archive.following),
    ]
    return [(rel, address) for rel, address in links if address]
