"""``/theo-doi/``: how to follow the news."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from newsroom.feeds import plan_feeds
from newsroom.settings import Settings
from newsroom.views import unbundle
from tests.site.newsstand import Site, news_of, story_of


def make_site(settings: Settings) -> Site:
    return Site(news_of([story_of("Tin A", "2023-01-06", category="Hiến máu")]), settings)


def links_of(html: str) -> dict[str, str]:
    """Text → address of every link."""
    return {text: address for address, text in re.findall(r'<a href="([^"]+)"[^>]*>([^<]+)</a>', html)}


def test_every_feed_it_names_is_planned(settings: Settings) -> None:
    news = news_of([story_of("Tin A", "2023-01-06", category="Hiến máu")])
    planned = {f"/{output.path}" for output in unbundle(plan_feeds(news, settings))}
    named = [link for link in links_of(make_site(settings).main("theo-doi/index.html")).values() if link[0] == "/"]
    assert named == [
        *("/rss.xml", "/atom.xml", "/feed.json"),
        *("/nhiem-vu/rss.xml", "/khen-thuong/rss.xml", "/chuyen-muc/hien-mau/rss.xml"),
    ]
    assert set(named) <= planned


def test_addresses_are_shown_as_one_types_them(settings: Settings) -> None:
    links = links_of(make_site(settings).main("theo-doi/index.html"))
    assert links["https://hoi.example.vn/chuyen-muc/hien-mau/rss.xml"] == "/chuyen-muc/hien-mau/rss.xml"


def test_readers_are_plain_https_links_that_hold_the_feeds_address(settings: Settings) -> None:
    links = links_of(make_site(settings).main("theo-doi/index.html"))
    readers = {name: link for name, link in links.items() if link.startswith("https:")}
    assert list(readers) == ["Feedly", "Inoreader", "NewsBlur", "The Old Reader"]
    for link in readers.values():
        parts = urlsplit(link.replace("&amp;", "&"))
        found = next(iter(parse_qs(parts.query).values()), [unquote(parts.path).partition("feed/")[2]])
        assert found == ["https://hoi.example.vn/rss.xml"]


def test_the_footer_of_every_page_leads_there(settings: Settings) -> None:
    for page in make_site(settings).pages:
        if page.template != "redirect":
            assert '<a href="/theo-doi/">Theo dõi tin mới</a>' in make_site(settings).html(page.path)
