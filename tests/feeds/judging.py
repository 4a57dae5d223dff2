"""Whether a feed is one: by feedparser, by the RELAX NG of RFC 4287 and by the words of JSON Feed 1.1."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import feedparser
from jsonschema import Draft202012Validator
from lxml import etree

HERE = Path(__file__).parent
ATOM = etree.RelaxNG(file=str(HERE / "atom.rng"))
JSON = Draft202012Validator(json.loads((HERE / "json_feed.schema.json").read_text(encoding="utf-8")))


def parse_xml(feed: bytes) -> Any:
    """An RSS or Atom feed as readers see it; fails where it is not valid."""
    root = etree.fromstring(feed)
    if root.tag.endswith("}feed"):
        ATOM.assertValid(root)
    parsed = feedparser.parse(feed)
    assert parsed.bozo == 0, parsed.get("bozo_exception")
    assert parsed.version in ("rss20", "atom10")
    return parsed


def parse_json(feed: bytes) -> Any:
    """A JSON feed; fails where it is not valid."""
    parsed = json.loads(feed)
    JSON.validate(parsed)
    return parsed


def ids_of(path: str, feed: bytes) -> list[str]:
    """Ids of a valid feed's entries, each once."""
    if path.endswith(".json"):
        ids = [item["id"] for item in parse_json(feed)["items"]]
    else:
        ids = [entry.id for entry in parse_xml(feed).entries]
    assert len(set(ids)) == len(ids), path
    return ids
