"""The formats: how each writes one story, and a feed of stories written before.

A story's piece stands unchanged in every feed that carries the story, so it may
be remembered from one build to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from newsroom.feeds.channel import Channel
from newsroom.feeds.entries import Entry
from newsroom.feeds.json_feed import write_item, write_json_feed


@dataclass(frozen=True, slots=True)
class Format:
    """One of the formats; a piece is a story's XML element or JSON object, as it stands in a feed.

    Attributes:
        name: part of the key of every piece.
        write_piece: one story; pure.
        write_feed: a channel and the pieces of its stories, in order.
    """

    name: str
    write_piece: Callable[[Entry], bytes]
    write_feed: Callable[[Channel, Iterable[bytes]], bytes]


# Imported late: feedgen and lxml cost every start of the newsroom, and most builds write no feed.


def _write_rss(channel: Channel, items: Iterable[bytes]) -> bytes:
    from newsroom.feeds.rss import write_rss

    return write_rss(channel, items)


def _write_rss_item(entry: Entry) -> bytes:
    from newsroom.feeds.rss import write_item

    return write_item(entry)


def _write_atom(channel: Channel, entries: Iterable[bytes]) -> bytes:
    from newsroom.feeds.atom import write_atom

    return write_atom(channel, entries)


def _write_atom_entry(entry: Entry) -> bytes:
    from newsroom.feeds.atom import write_entry

    return write_entry(entry)


RSS = Format("rss", _write_rss_item, _write_rss)
ATOM = Format("atom", _write_atom_entry, _write_atom)
JSON = Format("json", write_item, write_json_feed)
