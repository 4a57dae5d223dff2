"""JSON Feed 1.1."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from newsroom.text.dates import ZONE
from tests.feeds.judging import parse_json

REQUIRED = {"id", "url", "title", "content_html", "date_published", "date_modified"}


def test_a_small_feed_is_written_whole(make_story: Any, make_feeds: Any, make_picture: Any, settings: Any) -> None:
    story = make_story(
        summary="Quà Tết & lời chúc",
        author="Mai Phương",
        tags=("Tết",),
        updated=datetime(2023, 1, 7, 8, 0, tzinfo=ZONE),
        pictures=(("trao-qua.jpg", make_picture("trao-qua")),),
    )
    photo = "https://chuthapdo.example.vn/anh/trao-qua-0a1b2c-800.jpg"
    length = (settings.cache / "anh" / "trao-qua-0a1b2c-800.jpg").stat().st_size
    assert parse_json(make_feeds(story)["feed.json"]) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Hội Chữ thập đỏ tỉnh Hải Lâm",
        "home_page_url": "https://chuthapdo.example.vn/",
        "feed_url": "https://chuthapdo.example.vn/feed.json",
        "description": "Tin tức của Hội Chữ thập đỏ tỉnh Hải Lâm.",
        "language": "vi",
        "authors": [{"name": "Hội Chữ thập đỏ tỉnh Hải Lâm", "url": "https://chuthapdo.example.vn/"}],
        "items": [
            {
                "id": "urn:uuid:88580ec4-e51c-5abf-a19c-351f8f7b0720",
                "url": "https://chuthapdo.example.vn/tin-tuc/2023/tet-nhan-ai/",
                "title": "Tết Nhân ái ở Đông Hà Mới",
                "content_html": "<p>Chiều nay, Hội trao quà Tết.</p>",
                "date_published": "2023-01-06T15:30:00+07:00",
                "date_modified": "2023-01-07T08:00:00+07:00",
                "tags": ["Tin tức", "Tết"],
                "summary": "Quà Tết & lời chúc",
                "authors": [{"name": "Mai Phương"}],
                "image": photo,
                "attachments": [{"url": photo, "mime_type": "image/jpeg", "size_in_bytes": length}],
            }
        ],
    }


def test_what_a_story_does_not_say_is_left_out(make_story: Any, make_feeds: Any) -> None:
    (item,) = parse_json(make_feeds(make_story())["feed.json"])["items"]
    assert item.keys() == REQUIRED | {"tags"}


def test_a_feed_without_stories_is_a_feed(make_feeds: Any) -> None:
    assert parse_json(make_feeds()["feed.json"])["items"] == []


def test_vietnamese_is_written_as_itself(make_story: Any, make_feeds: Any) -> None:
    assert "Tết Nhân ái ở Đông Hà Mới".encode() in make_feeds(make_story())["feed.json"]
