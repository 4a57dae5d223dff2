"""What was taken back is forgotten: readers are told (RFC 6721), and nothing of it is left on the site."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from newsroom.feeds import plan_feeds
from newsroom.model import News, Story
from newsroom.settings import Settings
from newsroom.text.dates import ZONE
from newsroom.views import BytesOutput, unbundle
from tests.feeds.judging import parse_xml
from tests.sites import Site, make_site

GRAVE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def make_feeds(settings: Settings, stories: tuple[Story, ...], withdrawn: tuple[Story, ...]) -> dict[str, bytes]:
    news = News(stories, (), (), (), date(2026, 1, 31), withdrawn=withdrawn)
    return {
        output.path: output.make() for output in unbundle(plan_feeds(news, settings)) if isinstance(output, BytesOutput)
    }


def graves_in(feed: bytes) -> list[tuple[str, str]]:
    parse_xml(feed)
    root = etree.fromstring(feed)
    return [(grave.get("ref", ""), grave.get("when", "")) for grave in root.iter(GRAVE)]


def test_the_feed_and_the_archive_of_its_year_tell_readers_to_forget_a_story(make_story: Any, settings: Any) -> None:
    stories = (make_story("moi", date=datetime(2024, 1, 5, tzinfo=ZONE)), make_story("cu"))
    gone = make_story("go", status="withdrawn", updated=datetime(2024, 3, 2, 9, 30, tzinfo=ZONE))
    feeds = make_feeds(settings, stories, (gone,))
    grave = (f"urn:uuid:{gone.id}", "2024-03-02T09:30:00+07:00")
    atom = {path: graves_in(feed) for path, feed in feeds.items() if path.endswith("atom.xml")}
    assert atom == {"atom.xml": [grave], "luu-tru/2024/atom.xml": [], "luu-tru/2023/atom.xml": [grave]}
    assert feedparser.parse(feeds["atom.xml"]).feed.updated == grave[1]
    assert not any(gone.id.encode() in feed for path, feed in feeds.items() if not path.endswith("atom.xml"))


def test_a_grave_has_the_id_that_the_entry_had(make_story: Any, settings: Any) -> None:
    story = make_story("a", id="bai-tet-2023")
    (entry,) = feedparser.parse(make_feeds(settings, (story,), ())["atom.xml"]).entries
    ((ref, when),) = graves_in(make_feeds(settings, (), (story,))["atom.xml"])
    assert (ref, when) == (entry.id, "2023-01-06T15:30:00+07:00")


def test_a_story_that_took_over_the_id_is_not_forgotten(make_story: Any, settings: Any) -> None:
    feeds = make_feeds(settings, (make_story("moi", id="x:1"),), (make_story("cu", id="x:1"),))
    assert graves_in(feeds["atom.xml"]) == []


# ── The whole output ─────────────────────────────────────────────────────────

SECRETS = (
    *(b"NGUYEN-VAN-BI-MAT", b"tin-bi-go", b"anh-rieng-tu", b"CHU-THICH-KIN", b"don-rieng", b"tu-khoa-kin", b"Kin"),
    *(b"NHIEM-VU-KIN", b"NGUYEN-THI-KIN"),
)


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(tmp_path / "site")
    made.tell("2023-01-05-con-lai", "Tin còn lại", date="2023-01-05")
    folder = "content/tin-tuc/2023/2023-01-06-tin-bi-go"
    made.paint(f"{folder}/anh-rieng-tu.jpg", size=(900, 600))
    made.write(f"{folder}/don-rieng.pdf", "%PDF-1.4")
    return made


def tell_secret(site: Site, head: str = "") -> None:
    body = (
        "NGUYEN-VAN-BI-MAT nhận quà.\n\n![](anh-rieng-tu.jpg)\nẢnh: CHU-THICH-KIN\n\nXem [đơn](don-rieng.pdf).\n\n"
        "Nhiệm vụ năm 2023:\n\n1/ NHIEM-VU-KIN.\n\n2/ Vận động hiến máu.\n\n"
        "Các cá nhân được tặng Giấy khen:\n\n1. Bà NGUYEN-THI-KIN\n\n2. Ông TRAN-VAN-KIN\n"
    )
    lines = (
        "Nhiệm vụ: 2023",
        "Từ khóa: Tu khoa kin",
        "Địa chỉ cũ: /tin-bi-go-cu/",
        "Tóm tắt: Kin",
        *([head] if head else []),
    )
    site.tell("2023-01-06-tin-bi-go", "NGUYEN-VAN-BI-MAT", body=body, head="\n".join(lines))


def found(site: Site) -> set[bytes]:
    files = site.files()
    everything = b"\n".join([*files.values(), "\n".join(files).encode()])
    return {secret for secret in SECRETS if secret in everything}


def test_nothing_of_a_withdrawn_story_is_left_in_the_whole_output(site: Site) -> None:
    tell_secret(site)
    site.build()
    assert found(site) == set(SECRETS)
    tell_secret(site, "Trạng thái: gỡ")
    site.build()
    assert found(site) == set()
    assert [len(graves_in(site.files()[path])) for path in ("atom.xml", "luu-tru/2023/atom.xml")] == [1, 1]
    assert not list((site.cache / "anh").glob("anh-rieng-tu*"))


def test_a_withdrawn_story_that_was_never_due_has_no_grave(site: Site) -> None:
    site.tell("2030-01-01-chua-den", "Tin sau", date="2030-01-01", head="Trạng thái: gỡ")
    site.build(NEWSROOM_NOW="2026-01-31")
    assert graves_in(site.files()["atom.xml"]) == []


def test_an_expired_story_leaves_every_feed_without_a_grave(site: Site) -> None:
    tell_secret(site, "Hết hạn: 2023-02-01")
    site.build(NEWSROOM_NOW="2023-02-01")
    feeds = [data for path, data in site.files().items() if path.endswith(("rss.xml", "atom.xml", "feed.json"))]
    assert not any(secret in data for data in feeds for secret in SECRETS)
    assert graves_in(site.files()["atom.xml"]) == []
