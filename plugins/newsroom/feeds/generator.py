"""What RSS and Atom share when feedgen is filled.

feedgen makes each entry alone and each feed without entries; the entries'
finished XML is put into the feed by :class:`ChannelExtension`.
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


def start_feed(
    channel: Channel, media_type: str, pieces: Iterable[etree._Element], *, extensions: tuple[str, ...] = ()
) -> Any:
    """A feedgen feed with its own fields set.

    feedgen dates a feed by the clock unless told, and takes the last link as
    the address of the channel's page, whatever its ``rel``.

    Args:
        pieces: finished entries, in order.
        extensions: of feedgen, whose elements the entries hold.
    """
    feed = FeedGenerator()
    for name in ("media", *extensions):
        feed.load_extension(name)
    # Registered last: what it adds stands after all that feedgen adds.
    feed.register_extension(NAME, ChannelExtension, EntryExtension)
    extension = getattr(feed, NAME)
    extension.channel = channel
    extension.pieces = pieces
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


def save_element(element: etree._Element) -> bytes:
    """A finished entry as bytes, to be remembered."""
    return etree.tostring(element, encoding="utf-8")


def load_element(piece: bytes) -> etree._Element:
    """A finished entry remembered; in a feed its namespaces become those declared at the root."""
    return etree.fromstring(piece, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


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
