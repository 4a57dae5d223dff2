"""What RSS and Atom share when feedgen is filled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from feedgen.feed import FeedGenerator

from newsroom.feeds.channel import GENERATOR, LANGUAGE, Channel
from newsroom.feeds.entries import Entry, PhotoFile
from newsroom.feeds.extension import NAME, ChannelExtension, EntryExtension


def start_feed(channel: Channel, media_type: str) -> Any:
    """A feedgen feed with its own fields set and no entries.

    feedgen dates a feed by the clock unless told, and takes the last link as
    the address of the channel's page, whatever its ``rel``.
    """
    feed = FeedGenerator()
    feed.load_extension("media")
    feed.register_extension(NAME, ChannelExtension, EntryExtension)
    getattr(feed, NAME).archive = channel.archive
    feed.id(channel.id)
    feed.title(channel.title)
    feed.language(LANGUAGE)
    feed.generator(GENERATOR)
    feed.updated(channel.updated)
    feed.link(href=channel.address, rel="self", type=media_type)
    feed.link(href=channel.home, rel="alternate", type="text/html")
    return feed


def add_entries(feed: Any, entries: Iterable[Entry]) -> Iterable[tuple[Any, Entry]]:
    """Add entries in the given order (feedgen would turn it round) and give each to be completed."""
    for entry in entries:
        made = feed.add_entry(order="append")
        getattr(made, NAME).entry = entry
        made.id(entry.id)
        made.title(entry.title)
        made.published(entry.published)
        made.updated(entry.updated)
        for name in entry.names:
            made.category(term=name)
        if entry.photo:
            _add_media(made, entry.photo, entry.thumb)
        yield made, entry


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
