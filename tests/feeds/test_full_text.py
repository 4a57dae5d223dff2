"""A real story with a real photo, from its file to the feeds."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree, html
from PIL import Image

from newsroom.feeds import plan_feeds
from newsroom.markup import read_story
from newsroom.model import News, Story
from newsroom.photos import plain_image, render_pictures
from newsroom.settings import Settings
from newsroom.views import BytesOutput, unbundle

TEXT = """\
Tiêu đề: Hội nghị triển khai nhiệm vụ năm 2023
Ngày: 06/01/2023 15:30
Chuyên mục: Tin tức

Sáng nay, Hội họp tại [Đông Hà Mới](../2023-01-05-tet/index.md); xem thêm [lịch](https://lich.example.org/?a=1&b=2).

![](hoi-truong.jpg)
Ảnh: Toàn cảnh hội nghị (Ảnh: Mai Phương)

Hội nghị thống nhất các nhiệm vụ trọng tâm:

1/ Tổ chức Tết Nhân ái, chi < 5% quỹ & không phô trương ]]> đúng hạn 🩸.

2/ Vận động hiến máu.

<script>alert(1)</script> [bấm](javascript:alert(2))

Tin, ảnh: Mai Phương
"""


WHOLE = """\
<p>Sáng nay, Hội họp tại <a href="https://chuthapdo.example.vn/tin-tuc/2023/tet/">Đông Hà Mới</a>; \
xem thêm <a href="https://lich.example.org/?a=1&amp;b=2">lịch</a>.</p>
<figure><img src="https://chuthapdo.example.vn/anh/{photo}" width="800" height="600" alt="">\
<figcaption>Toàn cảnh hội nghị <small>Ảnh: Mai Phương</small></figcaption></figure>
<p>Hội nghị thống nhất các nhiệm vụ trọng tâm:</p>
<p><b>1/</b> Tổ chức Tết Nhân ái, chi &lt; 5% quỹ &amp; không phô trương ]]&gt; đúng hạn 🩸.</p>
<p><b>2/</b> Vận động hiến máu.</p>
<p>&lt;script&gt;alert(1)&lt;/script&gt; [bấm](javascript:alert(2))</p>
<p>Tin, ảnh: Mai Phương</p>
"""


@pytest.fixture
def stories(settings: Settings) -> tuple[Story, ...]:
    folder = settings.content / "tin-tuc" / "2023"
    write_story(folder / "2023-01-06-hoi-nghi", TEXT)
    write_story(folder / "2023-01-05-tet", "Tiêu đề: Tết Nhân ái\nNgày: 05/01/2023\n\nHội trao quà Tết.\n")
    Image.linear_gradient("L").resize((2400, 1800)).save(folder / "2023-01-06-hoi-nghi" / "hoi-truong.jpg")
    read = [read_story(folder / name / "index.md", settings) for name in ("2023-01-06-hoi-nghi", "2023-01-05-tet")]
    pictures = [picture for story in read for picture in story.photos.values()]
    assert render_pictures(pictures, settings.content, settings.cache / "anh") == ()
    return tuple(read)


@pytest.fixture
def feeds(stories: tuple[Story, ...], settings: Settings) -> dict[str, bytes]:
    planned = unbundle(plan_feeds(News(stories, (), (), (), date(2026, 1, 31)), settings))
    return {output.path: output.make() for output in planned if isinstance(output, BytesOutput)}


def write_story(folder: Path, text: str) -> None:
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(text, encoding="utf-8", newline="\n")


def contents_of(feeds: dict[str, bytes]) -> list[str]:
    """The full text of the newest story as each format carries it."""
    return [
        etree.fromstring(feeds["rss.xml"]).findtext(".//{http://purl.org/rss/1.0/modules/content/}encoded") or "",
        etree.fromstring(feeds["atom.xml"]).findtext(".//{http://www.w3.org/2005/Atom}content") or "",
        json.loads(feeds["feed.json"])["items"][0]["content_html"],
    ]


def test_all_formats_carry_the_whole_story(feeds: dict[str, bytes], stories: tuple[Story, ...]) -> None:
    (picture,) = stories[0].photos.values()
    whole = WHOLE.replace("{photo}", plain_image(picture).name).rstrip()
    assert contents_of(feeds) == [whole] * 3


def test_photos_and_links_are_absolute(feeds: dict[str, bytes]) -> None:
    for content in contents_of(feeds):
        for _, attribute, address, _ in html.fromstring(f"<div>{content}</div>").iterlinks():
            assert attribute in ("href", "src")
            assert urlsplit(address).scheme == "https", address


def test_an_enclosure_tells_the_true_length_type_and_size(feeds: dict[str, bytes], settings: Settings) -> None:
    item = feedparser.parse(feeds["rss.xml"]).entries[0]
    (enclosure,) = item.enclosures
    file = settings.cache / "anh" / enclosure.href.rsplit("/", 1)[1]
    assert (int(enclosure.length), enclosure.type) == (file.stat().st_size, "image/jpeg")
    assert item.media_content[0]["filesize"] == enclosure.length
    with Image.open(file) as photo:
        assert (item.media_content[0]["width"], item.media_content[0]["height"]) == tuple(map(str, photo.size))
    with Image.open(settings.cache / "anh" / item.media_thumbnail[0]["url"].rsplit("/", 1)[1]) as thumb:
        assert (item.media_thumbnail[0]["width"], thumb.width) == ("400", 400)


def test_nothing_active_reaches_a_feed(feeds: dict[str, bytes]) -> None:
    for content in contents_of(feeds):
        page = html.fromstring(f"<div>{content}</div>")
        assert page.xpath("//script | //iframe | //@*[starts-with(name(), 'on')]") == []
        assert not [link for link in page.xpath("//a/@href") if link.startswith("javascript:")]
