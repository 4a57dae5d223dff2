"""Titles and text with any character arrive as typed, and never break a feed."""

from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"

TITLES = [
    "Quà Tết ]]> và <b>lời chúc</b>",
    "Hội & đội: 100 % < 200 % > 50 %",
    "&amp; &lt; &#38; &nbsp;",
    "“Giọt hồng” 🩸 👨‍👩‍👧 𝕏 đến với 5 xã",
    "Đắk Hà: ưỡn ẹo, Ðà Nẵng – «thử»",
]


def title_in(feed: bytes) -> str | None:
    root = etree.fromstring(feed)
    item = root.find("channel/item")
    return root.findtext(f"{ATOM}entry/{ATOM}title") if item is None else item.findtext("title")


@pytest.mark.parametrize("title", TITLES)
def test_a_title_arrives_as_typed(make_story: Any, make_feeds: Any, title: str) -> None:
    feeds = make_feeds(make_story(title=title, summary=title, author=title, tags=(title,)))
    assert [title_in(feeds[path]) for path in ("rss.xml", "atom.xml")] == [title, title]
    assert json.loads(feeds["feed.json"])["items"][0]["title"] == title
    for path, feed in feeds.items():
        assert path == "feed.json" or feedparser.parse(feed).bozo == 0


def test_a_summary_is_shown_as_typed_by_readers_that_take_it_for_html(make_story: Any, make_feeds: Any) -> None:
    feed = feedparser.parse(make_feeds(make_story(summary="Gạo < 5 kg & <b>mì</b>"))["rss.xml"])
    assert feed.entries[0].summary == "Gạo &lt; 5 kg &amp; &lt;b&gt;mì&lt;/b&gt;"


def test_characters_that_xml_cannot_hold_are_dropped(make_story: Any, make_feeds: Any) -> None:
    odd = "Qu\x00à \x0bT\x1bết\ufffe\uffff\ud800"
    name = odd.replace("\ud800", "")
    feeds = make_feeds(make_story(text=odd, title=odd, summary=odd, author=odd, category=name, tags=(name + "2",)))
    for path in ("rss.xml", "atom.xml"):
        assert title_in(feeds[path]) == "Quà Tết"
    item = json.loads(feeds["feed.json"])["items"][0]
    assert (item["title"], item["summary"], item["tags"]) == ("Quà Tết", "Quà Tết", ["Quà Tết", "Quà Tết2"])


def test_a_story_without_a_title_does_not_break_a_preview(make_story: Any, make_feeds: Any) -> None:
    feeds = make_feeds(make_story(title=""))
    assert [title_in(feeds[path]) for path in ("rss.xml", "atom.xml")] == ["(Chưa có tiêu đề)"] * 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(max_size=40), summary=st.text(max_size=40), name=st.text(max_size=20))
def test_no_text_makes_a_feed_that_cannot_be_read(
    make_story: Any, make_feeds: Any, title: str, summary: str, name: str
) -> None:
    feeds = make_feeds(make_story(title=title, summary=summary, author=name, category=name))
    for path, feed in feeds.items():
        if path.endswith(".xml"):
            etree.fromstring(feed)
        else:
            json.loads(feed)
