"""Archives by year (RFC 5005): a new subscriber can fetch every story ever published."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree

from newsroom.model import Story
from newsroom.text.dates import ZONE

ARCHIVE = "{http://purl.org/syndication/history/1.0}archive"


def stories_of(make_story: Any, *counts: tuple[int, int]) -> list[Story]:
    """So many stories of each year, newest first."""
    return [
        make_story(f"tin-{year}-{n}", title=f"Tin {year}/{n}", date=datetime(year, 3, 28 - n, tzinfo=ZONE))
        for year, count in counts
        for n in range(count)
    ]


def links_of(feed: bytes) -> dict[str, str]:
    return {link.rel: link.href for link in feedparser.parse(feed).feed.links}


def follow(feeds: dict[str, bytes], seen: Iterable[str] = ()) -> list[str]:
    """Titles a reader gets that walks the chain (RFC 5005 §4.2), leaving out addresses it has seen."""
    address: str | None = "https://chuthapdo.example.vn/atom.xml"
    titles: list[str] = []
    while address and address not in seen:
        feed = feeds[urlsplit(address).path.removeprefix("/")]
        titles += [entry.title for entry in feedparser.parse(feed).entries]
        address = links_of(feed).get("prev-archive")
    return titles


def test_the_chain_leads_to_every_story(make_story: Any, make_feeds: Any) -> None:
    stories = stories_of(make_story, (2024, 3), (2023, 25), (2021, 2))
    assert set(follow(make_feeds(*stories))) == {story.head.title for story in stories}


def test_an_archive_names_its_neighbours_and_the_feed_to_subscribe_to(make_story: Any, make_feeds: Any) -> None:
    feeds = make_feeds(*stories_of(make_story, (2024, 1), (2023, 1), (2021, 1)))
    site = "https://chuthapdo.example.vn"
    assert links_of(feeds["luu-tru/2023/atom.xml"]) == {
        "self": f"{site}/luu-tru/2023/atom.xml",
        "alternate": f"{site}/luu-tru/2023/",
        "current": f"{site}/atom.xml",
        "prev-archive": f"{site}/luu-tru/2021/atom.xml",
        "next-archive": f"{site}/luu-tru/2024/atom.xml",
    }
    assert "prev-archive" not in links_of(feeds["luu-tru/2021/atom.xml"])
    assert "next-archive" not in links_of(feeds["luu-tru/2024/atom.xml"])


def test_only_archives_are_marked_as_such_and_all_share_the_id_of_their_feed(make_story: Any, make_feeds: Any) -> None:
    feeds = make_feeds(*stories_of(make_story, (2024, 1), (2023, 1)))
    current, *archives = [etree.fromstring(feed) for path, feed in feeds.items() if path.endswith("atom.xml")]
    assert current.find(ARCHIVE) is None
    assert [archive.find(ARCHIVE) is not None for archive in archives] == [True, True]
    assert len({feed.findtext("{http://www.w3.org/2005/Atom}id") for feed in (current, *archives)}) == 1


def test_a_new_story_changes_no_archive_but_its_own_years(make_story: Any, make_feeds: Any) -> None:
    before = make_feeds(*stories_of(make_story, (2024, 2), (2023, 3), (2022, 3)))
    after = make_feeds(*stories_of(make_story, (2024, 3), (2023, 3), (2022, 3)))
    assert {path for path in before if before[path] != after[path]} == {
        "rss.xml",
        "atom.xml",
        "feed.json",
        "chuyen-muc/tin-tuc/rss.xml",
        "luu-tru/2024/atom.xml",
    }


def test_a_reader_that_was_away_while_more_than_twenty_stories_came_misses_none(
    make_story: Any, make_feeds: Any
) -> None:
    before = make_feeds(*stories_of(make_story, (2024, 2)))
    stories = stories_of(make_story, (2024, 27))
    seen = [links_of(before["atom.xml"])["prev-archive"]]
    assert set(follow(make_feeds(*stories), seen)) == {story.head.title for story in stories}


def test_an_edit_of_an_old_story_costs_its_years_archive_and_no_other(make_story: Any, make_feeds: Any) -> None:
    stories = stories_of(make_story, (2024, 20), (2023, 3), (2022, 3))
    edited = [*stories[:-1], make_story("tin-2022-2", "Chữ sửa lại.", date=stories[-1].head.date)]
    before, after = make_feeds(*stories), make_feeds(*edited)
    assert {path for path in before if before[path] != after[path]} == {"luu-tru/2022/atom.xml"}


def test_a_year_of_more_than_a_document_should_hold_goes_on_in_another_and_leaves_the_first_as_it_is(
    make_story: Any, make_feeds: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.feeds.volumes.LARGEST", 3)
    stories = stories_of(make_story, (2024, 1), (2023, 7), (2022, 1))
    before, after = make_feeds(*stories[4:]), make_feeds(*stories)
    assert before["luu-tru/2023/atom.xml"] == after["luu-tru/2023/atom.xml"]
    archives = [path for path in after if path.startswith("luu-tru/")]
    years = ("2024/atom.xml", "2023/atom-3.xml", "2023/atom-2.xml", "2023/atom.xml", "2022/atom.xml")
    assert archives == [f"luu-tru/{name}" for name in years]
    assert [len(feedparser.parse(after[path]).entries) for path in archives] == [1, 1, 3, 3, 1]
    assert [feedparser.parse(after[path]).feed.title.partition(" – ")[0] for path in archives[1:4]] == [
        "Năm 2023, phần 3",
        "Năm 2023, phần 2",
        "Năm 2023",
    ]
    assert follow(after) == [story.head.title for story in (*stories, *stories)]
    chain = [urlsplit(links_of(after[path]).get("next-archive", "")).path[1:] for path in archives]
    assert chain == ["", *archives[:-1]]


def test_a_reader_that_was_away_while_a_year_outgrew_its_document_misses_none(
    make_story: Any, make_feeds: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsroom.feeds.volumes.LARGEST", 25)
    before = make_feeds(*stories_of(make_story, (2024, 27))[3:])
    stories = stories_of(make_story, (2024, 27))
    seen = [links_of(before["atom.xml"])["prev-archive"]]
    assert set(follow(make_feeds(*stories), seen)) == {story.head.title for story in stories}
