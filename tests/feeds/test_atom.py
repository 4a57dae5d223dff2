"""Atom 1.0: valid by RFC 4287, with every attribute of its links."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsroom.text.dates import ZONE
from tests.feeds.judging import parse_xml

WHOLE = """\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/css" href="/theme/css/feed.css"?>
<feed xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">
  <id>urn:uuid:6ec4288a-b7b1-519b-8858-468634bce48f</id>
  <title>Hội Chữ thập đỏ tỉnh Hải Lâm</title>
  <updated>2023-01-07T08:00:00+07:00</updated>
  <author>
    <name>Hội Chữ thập đỏ tỉnh Hải Lâm</name>
  </author>
  <link href="https://chuthapdo.example.vn/atom.xml" rel="self" type="application/atom+xml"/>
  <link href="https://chuthapdo.example.vn/" rel="alternate" type="text/html"/>
  <link href="https://chuthapdo.example.vn/luu-tru/2023/atom.xml?72e52a0a" rel="prev-archive" \
type="application/atom+xml"/>
  <generator>newsroom</generator>
  <subtitle>Tin tức của Hội Chữ thập đỏ tỉnh Hải Lâm.</subtitle>
  <entry>
    <id>urn:uuid:88580ec4-e51c-5abf-a19c-351f8f7b0720</id>
    <title>Tết Nhân ái ở Đông Hà Mới</title>
    <updated>2023-01-07T08:00:00+07:00</updated>
    <author>
      <name>Mai Phương</name>
    </author>
    <content type="html">&lt;p&gt;Chiều nay, Hội trao quà Tết.&lt;/p&gt;</content>
    <summary>Quà Tết &amp; lời chúc</summary>
    <category term="Nhân đạo"/>
    <category term="Tết"/>
    <published>2023-01-06T15:30:00+07:00</published>
    <media:content url="https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-800.jpg" fileSize="{length}" \
type="image/jpeg" medium="image" height="600" width="800"/>
    <media:thumbnail url="https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-400.jpg" height="300" width="400"/>
    <link rel="alternate" type="text/html" href="https://chuthapdo.example.vn/tin-tuc/2023/tet-nhan-ai/"/>
    <link rel="enclosure" type="image/jpeg" length="{length}" \
href="https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-800.jpg"/>
  </entry>
</feed>
"""


def test_a_small_feed_is_written_whole(make_story: Any, make_feeds: Any, make_picture: Any, settings: Any) -> None:
    story = make_story(
        summary="Quà Tết & lời chúc",
        author="Mai Phương",
        category="Nhân đạo",
        tags=("Tết", "nhân đạo"),
        updated=datetime(2023, 1, 7, 8, 0, tzinfo=ZONE),
        pictures=(("trao-qua.jpg", make_picture("trao-qua")),),
    )
    length = (settings.cache / "anh" / "trao-qua-0a1b2c-800.jpg").stat().st_size
    feed = make_feeds(story)["atom.xml"]
    parse_xml(feed)
    assert feed.decode() == WHOLE.replace("{length}", str(length))


def test_every_atom_feed_is_valid(make_story: Any, make_feeds: Any, make_picture: Any) -> None:
    stories = [
        make_story("c", date=datetime(2024, 2, 1, tzinfo=ZONE), pictures=(("a.jpg", make_picture("a")),)),
        make_story("b", summary="Có tóm tắt", author="Mai Phương", id="bai-dau-tien"),
        make_story("a", date=datetime(2021, 2, 1, tzinfo=ZONE)),
    ]
    feeds = {path: feed for path, feed in make_feeds(*stories).items() if path.endswith("atom.xml")}
    assert list(feeds) == ["atom.xml", "luu-tru/2024/atom.xml", "luu-tru/2023/atom.xml", "luu-tru/2021/atom.xml"]
    for feed in feeds.values():
        parse_xml(feed)


def test_a_feed_without_stories_is_valid_and_does_not_tell_the_time(make_feeds: Any) -> None:
    assert parse_xml(make_feeds()["atom.xml"]).feed.updated == "1970-01-01T00:00:00+00:00"


def test_an_enclosure_is_not_taken_for_a_second_page(make_story: Any, make_feeds: Any, make_picture: Any) -> None:
    story = make_story(pictures=(("a.jpg", make_picture("a")),))
    (entry,) = parse_xml(make_feeds(story)["atom.xml"]).entries
    assert [(link.rel, link.type) for link in entry.links] == [("alternate", "text/html"), ("enclosure", "image/jpeg")]


def test_the_feed_changed_when_its_latest_entry_did(make_story: Any, make_feeds: Any) -> None:
    old = make_story("cu", date=datetime(2022, 5, 1, tzinfo=ZONE), updated=datetime(2023, 3, 1, 9, 0, tzinfo=ZONE))
    feed = parse_xml(make_feeds(make_story("moi"), old)["atom.xml"])
    assert feed.feed.updated == "2023-03-01T09:00:00+07:00"
    assert [entry.updated for entry in feed.entries] == ["2023-01-06T15:30:00+07:00", "2023-03-01T09:00:00+07:00"]
