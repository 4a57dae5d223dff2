"""RSS 2.0, read back by feedparser."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import feedparser
import pytest

from newsroom.errors import SiteFault
from newsroom.model import Derivative, Picture
from newsroom.text.dates import ZONE

WHOLE = """\
<?xml version='1.0' encoding='UTF-8'?>
<?xml-stylesheet type="text/css" href="/theme/css/feed.css"?>
<rss xmlns:media="http://search.yahoo.com/mrss/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <title>Hội Chữ thập đỏ tỉnh Hải Lâm</title>
    <link>https://chuthapdo.example.vn/</link>
    <description>Tin tức của Hội Chữ thập đỏ tỉnh Hải Lâm.</description>
    <atom:link href="https://chuthapdo.example.vn/rss.xml" rel="self" type="application/rss+xml"/>
    <docs>http://www.rssboard.org/rss-specification</docs>
    <generator>newsroom</generator>
    <language>vi</language>
    <lastBuildDate>Sat, 07 Jan 2023 08:00:00 +0700</lastBuildDate>
    <skipHours>
      <hour>17</hour>
      <hour>18</hour>
      <hour>19</hour>
      <hour>20</hour>
      <hour>21</hour>
    </skipHours>
    <ttl>60</ttl>
    <item>
      <title>Tết Nhân ái ở Đông Hà Mới</title>
      <link>https://chuthapdo.example.vn/tin-tuc/2023/tet-nhan-ai/</link>
      <description>Quà Tết &amp;amp; lời chúc</description>
      <guid isPermaLink="false">urn:uuid:88580ec4-e51c-5abf-a19c-351f8f7b0720</guid>
      <category>Nhân đạo</category>
      <category>Tết</category>
      <enclosure url="https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-800.jpg" length="{length}" type="image/jpeg"/>
      <pubDate>Fri, 06 Jan 2023 15:30:00 +0700</pubDate>
      <media:content url="https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-800.jpg" fileSize="{length}" \
type="image/jpeg" medium="image" height="600" width="800"/>
      <media:thumbnail url="https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-400.jpg" height="300" width="400"/>
      <atom:updated>2023-01-07T08:00:00+07:00</atom:updated>
      <content:encoded>&lt;p&gt;Chiều nay, Hội trao quà Tết.&lt;/p&gt;</content:encoded>
      <dc:creator>Mai Phương</dc:creator>
    </item>
  </channel>
</rss>
"""


def parse(feed: bytes) -> Any:
    parsed = feedparser.parse(feed)
    assert parsed.bozo == 0, parsed.get("bozo_exception")
    return parsed


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
    assert make_feeds(story)["rss.xml"].decode() == WHOLE.replace("{length}", str(length))


def test_the_newest_twenty_stand_in_their_order(make_story: Any, make_feeds: Any) -> None:
    stories = [make_story(f"tin-{n}", title=f"Tin số {n}") for n in range(25)]
    feed = parse(make_feeds(*stories)["rss.xml"])
    assert [entry.title for entry in feed.entries] == [f"Tin số {n}" for n in range(20)]


def test_an_item_says_all_that_a_reader_shows(make_story: Any, make_feeds: Any, make_picture: Any) -> None:
    story = make_story(author="Tổ Tuyên truyền", pictures=(("a.jpg", make_picture("a")),))
    (item,) = parse(make_feeds(story)["rss.xml"]).entries
    assert (item.author, item.link) == ("Tổ Tuyên truyền", "https://chuthapdo.example.vn/tin-tuc/2023/tet-nhan-ai/")
    assert item.published == "Fri, 06 Jan 2023 15:30:00 +0700"
    assert item.content[0].value == "<p>Chiều nay, Hội trao quà Tết.</p>"
    assert (item.media_content[0]["width"], item.media_content[0]["height"]) == ("800", "600")
    assert not item.guidislink


def test_a_category_has_a_feed_of_its_own_stories(make_story: Any, make_feeds: Any) -> None:
    stories = [
        make_story("a", category="Hiến máu"),
        make_story("b", category="Nhân đạo"),
        make_story("c", category="HIẾN MÁU"),
    ]
    feed = parse(make_feeds(*stories)["chuyen-muc/hien-mau/rss.xml"])
    assert feed.feed.title == "HIẾN MÁU – Hội Chữ thập đỏ tỉnh Hải Lâm"
    assert feed.feed.link == "https://chuthapdo.example.vn/chuyen-muc/hien-mau/"
    assert [entry.link.split("/")[-2] for entry in feed.entries] == ["a", "c"]


def test_a_tag_has_a_feed_of_its_own_stories(make_story: Any, make_feeds: Any) -> None:
    feeds = make_feeds(make_story("a", tags=("Tết", "Đắk Hà")), make_story("b", tags=("tết",)))
    assert [path for path in feeds if path.startswith("tu-khoa/")] == ["tu-khoa/tet/rss.xml", "tu-khoa/dak-ha/rss.xml"]
    assert len(parse(feeds["tu-khoa/tet/rss.xml"]).entries) == 2


def test_a_feed_without_stories_is_a_feed_and_does_not_tell_the_time(make_feeds: Any) -> None:
    feeds = make_feeds()
    assert sorted(feeds) == ["atom.xml", "feed.json", "khen-thuong/rss.xml", "nhiem-vu/rss.xml", "rss.xml"]
    feed = parse(feeds["rss.xml"])
    assert (feed.entries, feed.feed.updated) == ([], "Thu, 01 Jan 1970 00:00:00 +0000")


def test_a_photo_with_one_size_is_its_own_thumbnail(make_story: Any, make_feeds: Any, make_picture: Any) -> None:
    whole = make_picture("b")
    one = Picture(whole.original, whole.digest, 800, 600, (Derivative("b-0a1b2c-800.jpg", 800, 600, "jpeg"),), "4x3")
    (item,) = parse(make_feeds(make_story(pictures=(("b.jpg", one),)))["rss.xml"]).entries
    assert item.media_thumbnail[0]["url"] == item.enclosures[0].href


def test_a_photo_without_its_file_is_a_fault_that_names_story_and_file(
    make_story: Any, make_feeds: Any, make_picture: Any, settings: Any
) -> None:
    story = make_story(pictures=(("a.jpg", make_picture("a")),))
    (settings.cache / "anh" / "a-0a1b2c-800.jpg").unlink()
    with pytest.raises(SiteFault, match=r"content/tin-tuc/2023/tet-nhan-ai/index\.md: .*a-0a1b2c-800\.jpg"):
        make_feeds(story)
