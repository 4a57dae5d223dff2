"""The formats: how each writes one story, and a feed of stories written before.

A story's piece stands unchanged in every feed that carries the story, so it may
be remembered from one build to the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from newsroom.feeds.channel import Channel
from newsroom.feeds.entries import Entry
from newsroom.feeds.json_feed import load_item, save_item, write_item, write_json_feed


@dataclass(frozen=True, slots=True)
class Format:
    """One of the formats; a piece is an XML element, or the members of a JSON object.

    Attributes:
        name: part of the key of every piece.
        write_piece: one story; pure.
        save_piece, load_piece: a piece as bytes, and back.
        write_feed: a channel and the pieces of its stories, in order.  The same
            pieces give the same bytes, whether they were just written or loaded.
    """

    name: str
    write_piece: Callable[[Entry], Any]
    save_piece: Callable[[Any], bytes]
    load_piece: Callable[[bytes], Any]
    write_feed: Callable[[Channel, Iterable[Any]], bytes]


# Imported late: feedgen and lxml cost every start of the newsroom, and most builds write no feed.


def _write_rss(channel: Channel, items: Iterable[Any]) -> bytes:
    from newsroom.feeds.rss import write_rss

    return write_rss(channel, items)


def _write_rss_item(entry: Entry) -> Any:
    from newsroom.feeds.rss import write_item

    return write_item(entry)


def _write_atom(channel: Channel, entries: Iterable[Any]) -> bytes:
    from newsroom.feeds.atom import write_atom

    return write_atom(channel, entries)


def _write_atom_entry(entry: Entry) -> Any:
    from newsroom.feeds.atom import write_entry

    return write_entry(entry)


def _save_element(element: Any) -> bytes:
    from newsroom.feeds.generator import save_element

    return save_element(element)


def _load_element(piece: bytes) -> Any:
    from newsroom.feeds.generator import load_element

    return load_element(piece)


RSS = Format("rss", _write_rss_item, _save_element, _load_element, _write_rss)
ATOM = Format("atom", _write_atom_entry, _save_element, _load_element, _write_atom)
JSON = Format("json", write_item, save_item, load_item, write_json_feed)
