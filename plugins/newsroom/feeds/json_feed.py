"""JSON Feed 1.1 (jsonfeed.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from newsroom.feeds.channel import LANGUAGE, Channel
from newsroom.feeds.entries import Entry

VERSION = "https://jsonfeed.org/version/1.1"

_MARKUP = re.compile(r"<(?=/?script|!--)", re.IGNORECASE)


def write_json_feed(channel: Channel, items: Iterable[bytes]) -> bytes:
    """The feed as UTF-8, of finished items; the same items always give the same bytes."""
    feed: dict[str, Any] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": channel.address,
        "description": channel.description,
        "language": LANGUAGE,
        "authors": [{"name": channel.author, "url": channel.home}],
    }
    if channel.hub:
        feed["hubs"] = [{"type": "WebSub", "url": channel.hub}]
    head = _write({**feed, "items": None}).removesuffix("null\n}")
    listed = b",\n".join(items)
    return b"".join((head.encode(), b"[\n" + listed + b"\n ]" if listed else b"[]", b"\n}\n"))


def _write(value: dict[str, Any]) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    # A title may say "<script>"; escaped, it is harmless even where the file is shown as a page.
    return _MARKUP.sub(r"\\u003c", text)


def write_item(entry: Entry) -> bytes:
    """One item, as it stands in the feed."""
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
    return ("  " + _write(item).replace("\n", "\n  ")).encode()
