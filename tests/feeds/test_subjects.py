"""Feeds of what is followed across categories: the year's tasks, and the honoured."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import feedparser

from newsroom.model import Award, Facts, TaskReport


def titles(feed: bytes) -> list[str]:
    parsed = feedparser.parse(feed)
    assert parsed.bozo == 0
    return [entry.title for entry in parsed.entries]


def test_tasks_are_followed_from_the_story_that_sets_them_to_those_that_report(
    make_story: Any, make_feeds: Any
) -> None:
    report = replace(make_story("bao-cao", title="Báo cáo"), facts=Facts(reports=(TaskReport(2023, "1", 1),)))
    other = make_story("khac", title="Tin khác")
    setting = make_story("nhiem-vu", title="Nhiệm vụ", tasks_year=2023)
    assert titles(make_feeds(report, other, setting)["nhiem-vu/rss.xml"]) == ["Báo cáo", "Nhiệm vụ"]


def test_awards_are_followed_wherever_they_stand(make_story: Any, make_feeds: Any) -> None:
    honour = replace(make_story("khen", title="Khen"), facts=Facts(awards=(Award("Bà Vi Thị Ánh"),)))
    feeds = make_feeds(make_story("khac", title="Tin khác", category="Khen thưởng"), honour)
    assert titles(feeds["khen-thuong/rss.xml"]) == ["Khen"]


def test_both_stand_with_their_pages_before_there_is_any_story(make_feeds: Any) -> None:
    feeds = make_feeds()
    channel = feedparser.parse(feeds["nhiem-vu/rss.xml"]).feed
    assert (channel.title, channel.link) == (
        "Nhiệm vụ – Hội Chữ thập đỏ tỉnh Hải Lâm",
        "https://chuthapdo.example.vn/nhiem-vu/",
    )
    assert titles(feeds["khen-thuong/rss.xml"]) == []
