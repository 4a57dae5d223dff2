"""WebSub: every feed one subscribes to names the hub; archives, which nobody subscribes to, do not."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from newsroom.errors import SiteFault
from newsroom.settings import read_settings

ATOM = "{http://www.w3.org/2005/Atom}"
HUB = "https://hub.example.org/"


def hubs_in(feed: bytes) -> list[str]:
    return [link.get("href", "") for link in etree.fromstring(feed).iter(f"{ATOM}link") if link.get("rel") == "hub"]


def test_without_a_hub_no_feed_names_one(make_story: Any, make_feeds: Any) -> None:
    assert not any(b"hub" in feed for feed in make_feeds(make_story()).values())


def test_feeds_to_subscribe_to_name_the_hub(make_story: Any, make_feeds: Any, settings: Any) -> None:
    feeds = make_feeds(make_story(tags=("Tết",)), settings=replace(settings, hub=HUB))
    xml = {path: hubs_in(feed) for path, feed in feeds.items() if path.endswith(".xml")}
    subjects = ["nhiem-vu/rss.xml", "khen-thuong/rss.xml"]
    subscribed = ["rss.xml", "atom.xml", *subjects, "chuyen-muc/tin-tuc/rss.xml", "tu-khoa/tet/rss.xml"]
    assert xml == {path: [HUB] for path in subscribed} | {"luu-tru/2023/atom.xml": []}
    assert json.loads(feeds["feed.json"])["hubs"] == [{"type": "WebSub", "url": HUB}]


def test_the_channels_page_is_not_the_hub(make_story: Any, make_feeds: Any, settings: Any) -> None:
    feed = make_feeds(make_story(), settings=replace(settings, hub=HUB))["rss.xml"]
    assert etree.fromstring(feed).findtext("channel/link") == "https://chuthapdo.example.vn/"


@pytest.mark.parametrize("hub", ["hub", "ftp://hub.example.org/", "https://", "https://[::1"])
def test_an_address_that_is_none_is_refused(hub: str) -> None:
    with pytest.raises(SiteFault, match="NEWSROOM_HUB phải là địa chỉ dạng https://"):
        read_settings({"NEWSROOM_HUB": hub, "PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"})
