"""What RSS and Atom share when feedgen is filled.

feedgen makes each entry alone and each feed without entries; an entry's finished
XML is taken out of an empty feed and put into others as it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.dc import DcEntryExtension
from feedgen.ext.media import MediaEntryExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from newsroom.feeds.channel import GENERATOR, LANGUAGE, Channel
from newsroom.feeds.entries import Entry, PhotoFile
from newsroom.feeds.extension import NAME, ChannelExtension, EntryExtension


def start_feed(channel: Channel, media_type: str, *, extensions: tuple[str, ...] = ()) -> Any:
    """A feedgen feed with its own fields set.

    feedgen dates a feed by the clock unless told, and takes the last link as
    the address of the channel's page, whatever its ``rel``.

    Args:
        extensions: of feedgen, whose elements the entries hold.
    """
    feed = FeedGenerator()
    for name in ("media", *extensions):
        feed.load_extension(name)
    # Registered last: what it adds stands after all that feedgen adds.
    feed.register_extension(NAME, ChannelExtension, EntryExtension)
    getattr(feed, NAME).channel = channel
    feed.id(channel.id)
    feed.title(channel.title)
    feed.language(LANGUAGE)
    feed.generator(GENERATOR)
    feed.updated(channel.updated)
    feed.link(href=channel.address, rel="self", type=media_type)
    feed.link(href=channel.home, rel="alternate", type="text/html")
    return feed


def start_entry(entry: Entry) -> Any:
    """A feedgen entry with the fields that both formats have."""
    made = FeedEntry()
    # By their classes: feedgen's load_extension searches the disk for a module that is not there, at every entry.
    if entry.photo:
        made.register_extension("media", MediaEntryExtension)
    made.register_extension(NAME, EntryExtension)
    getattr(made, NAME).entry = entry
    made.title(entry.title)
    made.published(entry.published)
    made.updated(entry.updated)
    # All at once: feedgen goes through what it has at every call.
    made.category([{"term": name} for name in entry.names])
    if entry.photo:
        _add_media(made, entry.photo, entry.thumb)
    return made


def add_creator(made: Any, name: str) -> None:
    """Say who wrote an entry, in the words of Dublin Core."""
    made.register_extension("dc", DcEntryExtension)
    made.dc.dc_creator(name)


_NAMESPACES = {
    "media": "http://search.yahoo.com/mrss/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
}
"""What the root of a feed declares of all that its entries need."""


def take_out(entry: etree._Element, *parents: str) -> bytes:
    """A finished entry as it stands in every feed that carries it, indented, with a line break at its end.

    Args:
        parents: names of the elements around it.
    """
    root = parent = etree.Element(parents[0], nsmap=_NAMESPACES)
    for name in parents[1:]:
        parent = etree.SubElement(parent, name)
    parent.append(entry)
    text: bytes = etree.tostring(root, encoding="utf-8", pretty_print=True)
    # A tag on a line of its own for each parent, before and after.
    inner = text.split(b"\n", len(parents))[-1]
    return inner.rsplit(b"\n", len(parents) + 1)[0] + b"\n"


def put_in(feed: bytes, pieces: Iterable[bytes], end: bytes) -> bytes:
    """A feed without entries, and finished entries in it.

    Args:
        end: the tag before which they go, as it is indented.
    """
    head, found, tail = feed.rpartition(end)
    if not found:
        raise ValueError(f"a feed without {end!r}")
    return b"".join((head, *pieces, found, tail))


def _add_media(made: Any, photo: PhotoFile, thumb: PhotoFile | None) -> None:
    made.media.content(
        url=photo.address,
        fileSize=str(photo.length),
        type=photo.type,
        medium="image",
        width=str(photo.width),
        height=str(photo.height),
        group=None,
    )
    if thumb:
        made.media.thumbnail(url=thumb.address, width=str(thumb.width), height=str(thumb.height), group=None)
