"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from newsroom.feeds.channel import LANGUAGE, Channel
from newsroom.feeds.entries import Entry

VERSION = "https://jsonfeed.org/version/1.1"


def write_json_feed(channel: Channel, entries: Iterable[Entry]) -> bytes:
    """The feed as UTF-8; the same entries always give the same bytes."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "description": channel.description,
        "language": LANGUAGE,
        "authors": [{"name": channel.author, "url": channel.home}],
        "items": [_write_item(entry) for entry in entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()


def _write_item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.content,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "tags": list(entry.names),
    }
    if entry.summary:
        item["summary"] = entry.summary
    if entry.author:
        item["authors"] = [{"name": entry.author}]
    if entry.photo:
        item["image"] = entry.photo.address
        item["attachments"] = [
            {"url": entry.photo.address, "mime_type": entry.photo.type, "size_in_bytes": entry.photo.length}
        ]
    return item
