"""The feeds of the sample site as it is built: valid, and all that they name is there."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree, html
from PIL import Image

from tests.feeds.judging import ids_of
from tests.sites import ROOT, Site, make_site

ADDRESS = "https://chuthapdo.example.vn"
FULL_TEXT = ("{http://purl.org/rss/1.0/modules/content/}encoded", "{http://www.w3.org/2005/Atom}content")
TODAY = "2026-11-24"
MEDIA = "{http://search.yahoo.com/mrss/}"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The sample, built once; its photos are small, which is quicker and changes nothing here."""
    made = make_site(tmp_path_factory.mktemp("sample"))
    shutil.copytree(ROOT / "content", made.root / "content", dirs_exist_ok=True)
    for photo in (made.root / "content").rglob("*.jpg"):
        with Image.open(photo) as original:
            small = original.convert("RGB")
            small.thumbnail((300, 300))
        small.save(photo)
    made.build(NEWSROOM_NOW=TODAY)
    return made


@pytest.fixture(scope="module")
def feeds(site: Site) -> dict[str, bytes]:
    names = ("rss.xml", "atom.xml", "feed.json")
    return {path: data for path, data in site.files().items() if path.rpartition("/")[2] in names}


def test_every_feed_is_valid_and_names_each_story_once(feeds: dict[str, bytes]) -> None:
    assert {"rss.xml", "atom.xml", "feed.json", "nhiem-vu/rss.xml", "khen-thuong/rss.xml"} < set(feeds)
    assert len(feeds) > 20
    counts = {path: len(ids_of(path, feed)) for path, feed in feeds.items()}
    assert counts["rss.xml"] == counts["atom.xml"] == counts["feed.json"] == 20
    assert counts["nhiem-vu/rss.xml"] > 0
    assert counts["khen-thuong/rss.xml"] > 0


def test_every_story_stands_in_the_archive_of_its_year(site: Site, feeds: dict[str, bytes]) -> None:
    listed = site.open(NEWSROOM_NOW=TODAY).check(site.words).news.stories
    archived = [id_ for path, feed in feeds.items() if path.startswith("luu-tru/") for id_ in ids_of(path, feed)]
    assert len(set(archived)) == len(archived) == len(listed)


def test_all_that_feeds_lead_to_or_show_is_there(site: Site, feeds: dict[str, bytes]) -> None:
    broken = {
        f"{path}: {link}" for path, feed in feeds.items() for link in links_in(path, feed) if not stands(link, site)
    }
    assert broken == set()


def links_in(path: str, feed: bytes) -> Iterator[str]:
    """Every address in a feed, in its own elements and in the stories' text."""
    if path.endswith(".json"):
        parsed = json.loads(feed)
        yield from (parsed["home_page_url"], parsed["feed_url"])
        for item in parsed["items"]:
            yield item["url"]
            yield from (attachment["url"] for attachment in item.get("attachments", ()))
            yield from links_in_text(item["content_html"])
        return
    for element in etree.fromstring(feed).iter("{*}*"):
        yield from (element.get(name, "") for name in ("href", "url") if element.get(name))
        if element.tag == "link" and element.text:
            yield element.text
        if element.tag in FULL_TEXT:
            yield from links_in_text(element.text or "")


def links_in_text(text: str) -> Iterator[str]:
    for _, _, link, _ in html.fromstring(f"<div>{text}</div>").iterlinks():
        yield link


def stands(link: str, site: Site) -> bool:
    """Whether an address leads to a file of the site, or away from it by a way that is allowed."""
    parts = urlsplit(link)
    if not link.startswith(f"{ADDRESS}/"):
        return parts.scheme in ("https", "http", "mailto", "tel") and parts.netloc != urlsplit(ADDRESS).netloc
    path = unquote(parts.path).removeprefix("/")
    file = site.output / (f"{path}index.html" if path.endswith("/") or not path else path)
    if not file.is_file():
        return False
    return not parts.fragment or f'id="{parts.fragment}"' in file.read_text(encoding="utf-8")


def test_photos_have_their_true_length_and_size(site: Site, feeds: dict[str, bytes]) -> None:
    seen = 0
    for path, feed in feeds.items():
        if path.endswith(".json"):
            continue
        for element in etree.fromstring(feed).iter(f"{MEDIA}content", f"{MEDIA}thumbnail", "enclosure"):
            file = site.output / element.attrib["url"].removeprefix(f"{ADDRESS}/")
            length = element.get("fileSize") or element.get("length") or str(file.stat().st_size)
            assert int(length) == file.stat().st_size
            if element.tag != "enclosure":
                with Image.open(file) as photo:
                    assert (element.get("width"), element.get("height")) == tuple(map(str, photo.size))
            seen += 1
    assert seen > 50


def test_nothing_in_a_feed_is_relative_active_or_in_need_of_a_script(feeds: dict[str, bytes]) -> None:
    for path, feed in feeds.items():
        if not path.endswith(".json"):
            for element in etree.fromstring(feed).iter(*FULL_TEXT):
                text = html.fromstring(f"<div>{element.text or ''}</div>")
                assert not text.xpath("//script | //style | //iframe | //picture | //input | //@style | //@srcset"), (
                    path
                )
                assert all(image.get("alt") is not None for image in text.iter("img")), path
