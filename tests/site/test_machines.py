"""What pages tell machines: whose the site is, where a page stands, what a story reports."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from newsroom.model import Award, Document, Figure, Gallery, Item, ItemList, Photo
from newsroom.settings import Settings
from newsroom.site.machines import write_data
from newsroom.views import PictureOutput
from tests.site.newsstand import Site, news_of, page_of, picture_of, story_of

OFFICE = {"@type": "NGO", "name": "Hội Chữ thập đỏ tỉnh Hải Lâm", "url": "https://hoi.example.vn/"}
STORY = story_of(
    "Hội họp", "2023-01-06T15:30", category="Hội nghị", summary="Tóm tắt.", pictures=(("a", picture_of("a")),)
)


def data_of(html: str) -> list[dict[str, Any]]:
    block = html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    read: dict[str, Any] = json.loads(block)
    assert read["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = read["@graph"]
    return things


def path_of(thing: dict[str, Any]) -> list[tuple[int, str, str]]:
    assert thing["@type"] == "BreadcrumbList"
    return [(step["position"], step["name"], step["item"]) for step in thing["itemListElement"]]


def test_a_story_is_a_news_article_with_its_place_on_the_site(settings: Settings) -> None:
    site = Site(news_of([STORY]), settings)
    (social,) = [o.picture for o in site.outputs if isinstance(o, PictureOutput) and o.picture.social]
    article, path = data_of(site.html("tin-tuc/2023/hoi-hop/index.html"))
    address = "https://hoi.example.vn/tin-tuc/2023/hoi-hop/"
    assert article == {
        "@type": "NewsArticle",
        "mainEntityOfPage": address,
        "url": address,
        "headline": "Hội họp",
        "description": "Tóm tắt.",
        "image": f"https://hoi.example.vn/anh/{social.derivatives[0].name}",
        "datePublished": "2023-01-06T15:30:00+07:00",
        "dateModified": "2023-01-06T15:30:00+07:00",
        "articleSection": "Hội nghị",
        "inLanguage": "vi",
        "author": OFFICE,
        "publisher": OFFICE,
    }
    assert path_of(path) == [
        (1, "Trang chính", "https://hoi.example.vn/"),
        (2, "Hội nghị", "https://hoi.example.vn/chuyen-muc/hoi-nghi/"),
        (3, "Hội họp", address),
    ]


def test_the_front_page_names_the_office_and_its_search(settings: Settings) -> None:
    office, site = data_of(Site(news_of([STORY]), settings).html("index.html"))
    assert office["@type"] == "NGO"
    assert office["telephone"] == "0200 0000 123"
    assert site["publisher"] == {"@id": office["@id"]}
    assert site["potentialAction"]["target"] == "https://hoi.example.vn/tim-kiem/?q={q}"


def test_lists_and_pages_say_where_they_stand(settings: Settings) -> None:
    site = Site(news_of([STORY], pages=(page_of("Giới thiệu"),)), settings)
    ends = {"tin-tuc": ["Tin tức"], "tin-tuc/2023": ["Tin tức", "Tin tức năm 2023"], "gioi-thieu": ["Giới thiệu"]}
    for path, names in ends.items():
        (place,) = data_of(site.html(f"{path}/index.html"))
        assert [name for _, name, _ in path_of(place)] == ["Trang chính", *names]


def test_registers_say_where_they_stand(settings: Settings) -> None:
    tasks = Document((ItemList("tasks", (Item("1/", ("Việc một.",), value=1),)),))
    honoured = Document(awards=(Award("Bà Vi Thị Ánh", "xã Ea Tân", "Giấy khen", "9/QĐ-CTĐ", 2023),))
    album = Gallery((Figure((Photo("a", 1),)), Figure((Photo("b", 2),))), awards=False, label="Bộ ảnh, 2 ảnh")
    stories = [
        story_of("Nhiệm vụ", "2023-01-08", document=tasks, tasks_year=2023),
        story_of("Khen thưởng", "2023-01-09", document=honoured),
        story_of("Chuyến đi", "2023-01-10", document=Document((album,))),
    ]
    site = Site(news_of(stories), settings)
    archive = ["Lưu trữ", "Lưu trữ năm 2023", "Lưu trữ tháng 1 năm 2023"]
    ends = {
        "luu-tru": archive[:1],
        "luu-tru/2023": archive[:2],
        "luu-tru/2023/01": archive,
        "khen-thuong": ["Bảng ghi công"],
        "khen-thuong/2023": ["Bảng ghi công", "Bảng ghi công năm 2023"],
        "nhiem-vu": ["Nhiệm vụ các năm"],
        "nhiem-vu/2023": ["Nhiệm vụ các năm", "Nhiệm vụ năm 2023"],
        "thu-vien-anh": ["Thư viện ảnh"],
        "theo-doi": ["Theo dõi tin mới"],
        "tim-kiem": ["Tìm kiếm"],
    }
    for path, names in ends.items():
        (place,) = data_of(site.html(f"{path}/index.html"))
        assert [name for _, name, _ in path_of(place)] == ["Trang chính", *names]
        assert path_of(place)[-1][2] == f"https://hoi.example.vn/{path}/"


def test_a_roll_that_is_not_to_be_found_tells_machines_nothing(settings: Settings) -> None:
    site = Site(news_of([STORY]), replace(settings, roll_indexed=False))
    assert "ld+json" not in site.html("khen-thuong/index.html")


def test_a_hidden_story_tells_machines_nothing(settings: Settings) -> None:
    site = Site(news_of([STORY], hidden=(story_of("Ẩn", "2023-01-03", status="hidden"),)), settings)
    assert "ld+json" not in site.html("tin-tuc/2023/an/index.html")


def test_a_story_leads_to_its_neighbours(settings: Settings) -> None:
    stories = [story_of(f"Bài {n}", f"2023-01-0{n}") for n in (1, 2, 3)]
    head = Site(news_of(stories), settings).html("tin-tuc/2023/bai-2/index.html").partition("<body>")[0]
    assert '<link rel="next" href="/tin-tuc/2023/bai-3/">\n<link rel="prev" href="/tin-tuc/2023/bai-1/">' in head
    assert '<meta name="twitter:card" content="summary_large_image">' in head


@given(st.text())
def test_no_text_ends_the_block_and_all_of_it_is_kept(text: str) -> None:
    written = write_data({"name": text})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["@graph"] == [{"name": text}]
