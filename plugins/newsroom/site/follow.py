"""``/theo-doi/``: how to follow the news, for people who have never heard of RSS."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import quote

from newsroom.site.addresses import FOLLOW, output_path
from newsroom.site.edition import Edition
from newsroom.site.machines import write_path
from newsroom.tasks import TASKS
from newsroom.views import FeedView, FollowView, LinkView, PageView, TemplateOutput

FEED = "/rss.xml"

READERS = (
    ("Feedly", "https://feedly.com/i/subscription/feed%2F"),
    ("Inoreader", "https://www.inoreader.com/?add_feed="),
    ("NewsBlur", "https://www.newsblur.com/?url="),
    ("The Old Reader", "https://theoldreader.com/feeds/subscribe?url="),
)
"""Common readers that open in a browser, each with the address to which a feed's own is added."""


def plan_follow(edition: Edition) -> Iterator[TemplateOutput]:
    """The page."""
    yield TemplateOutput(output_path(FOLLOW), "follow", partial(make_follow_view, edition))


def make_follow_view(edition: Edition) -> FollowView:
    """Steps, readers, and every feed but those of tags."""
    settings = edition.settings
    description = f"Cách nhận tin mới của {settings.name} ngay khi vừa đăng, bằng ứng dụng đọc tin."
    subjects = (
        ("Nhiệm vụ từng năm và kết quả thực hiện", TASKS),
        ("Tập thể, cá nhân được khen thưởng", "/khen-thuong/"),
        *((topic.name, topic.address) for topic in edition.categories),
    )
    feed = quote(settings.address + FEED, safe="")
    title = "Theo dõi tin mới"
    return FollowView(
        page=PageView(title, FOLLOW, description, section=FOLLOW, data=write_path(settings, (title, FOLLOW))),
        main=_feed("Mọi tin mới", FEED, edition),
        readers=tuple(LinkView(name, address + feed) for name, address in READERS),
        others=(_feed("dạng Atom", "/atom.xml", edition), _feed("dạng JSON", "/feed.json", edition)),
        subjects=tuple(_feed(name, f"{address}rss.xml", edition) for name, address in subjects),
    )


def _feed(title: str, path: str, edition: Edition) -> FeedView:
    return FeedView(title, path, edition.settings.address + path)
