"""The front page: one lead, the latest, the chosen sections, the newest awards; nothing twice."""

from __future__ import annotations

import re

from newsroom.model import Document, Figure, Gallery, Paragraph, Photo
from newsroom.settings import Settings
from newsroom.site.front import AWARD_FIGURES, LATEST
from tests.site.newsstand import Site, news_of, picture_of, story_of


def headlines(html: str) -> list[str]:
    """Titles in the order they stand, markup left out."""
    found = re.findall(r'class="u-url" href="[^"]*">(.*?)</a>', html)
    return [re.sub(r"<[^>]*>", "", title) for title in found]


def test_the_lead_is_the_newest_story_with_a_photo_and_no_story_stands_twice(settings: Settings) -> None:
    pictured = story_of("Có ảnh", "2023-01-05", summary="Tóm tắt.", pictures=(("a.jpg", picture_of("a.jpg")),))
    drives = [story_of(f"Đợt {n}", f"2023-01-{n:02}", category="Hiến máu") for n in (1, 2, 3, 7, 8, 9)]
    others = [story_of(f"Tin {n}", f"2023-01-{n:02}") for n in (10, 11, 12)]
    main = Site(news_of([pictured, *drives, *others]), settings).main("index.html")
    assert headlines(main) == [
        "Có ảnh", "Tin 12", "Tin 11", "Tin 10", "Đợt 9", "Đợt 8", "Đợt 7", "Đợt 3", "Đợt 2", "Đợt 1",
    ]  # fmt: skip
    assert '<h2 id="muc_1"><a href="/chuyen-muc/hien-mau/">Hiến máu</a></h2>' in main
    assert '<p class="p-summary">Tóm tắt.</p>' in main
    assert 'fetchpriority="high"' in main


def test_a_site_without_photos_leads_with_its_newest_story(settings: Settings) -> None:
    main = Site(news_of([story_of("Cũ", "2023-01-05"), story_of("Mới", "2023-01-06")]), settings).main("index.html")
    assert headlines(main) == ["Mới", "Cũ"]


def test_an_old_photo_does_not_lead_over_news_that_is_newer(settings: Settings) -> None:
    pictured = story_of("Có ảnh", "2022-01-05", pictures=(("a.jpg", picture_of("a.jpg")),))
    news = [story_of(f"Tin {n}", f"2023-01-{n:02}") for n in range(1, LATEST + 2)]
    assert headlines(Site(news_of([pictured, *news]), settings).main("index.html"))[0] == f"Tin {LATEST + 1}"


def test_the_front_page_of_an_empty_site_says_so(settings: Settings) -> None:
    assert (
        Site(news_of(), settings).main("index.html")
        == """\
<h1 class="sr">Hội Chữ thập đỏ tỉnh Hải Lâm</h1>
<div class="row"><p>Chưa có tin nào.</p></div>
"""
    )


def test_the_newest_award_gallery_stands_as_one_row(settings: Settings) -> None:
    names = [f"khen-{n}.jpg" for n in range(6)]
    figures = tuple(Figure((Photo(name, 1),), f"Trao Bằng khen, ảnh {name}") for name in names)
    gallery = Gallery(figures, awards=True, label="Ảnh khen thưởng, 6 ảnh")
    story = story_of(
        "Khen thưởng",
        "2023-01-06",
        document=Document((Paragraph(("Hội khen thưởng.",)), gallery)),
        pictures=tuple((name, picture_of(name)) for name in names),
    )
    plain = story_of("Tin", "2023-01-07", document=Document((Gallery(figures, awards=False, label=""),)))
    main = Site(news_of([story, plain]), settings).main("index.html")
    row = main.partition('<h2 id="khen_thuong">Khen thưởng</h2>')[2]
    assert row.count("<figcaption>") == AWARD_FIGURES
    assert '<a href="/tin-tuc/2023/khen-thuong/"><span>Khen thưởng</span></a> <a href="/khen-thuong/">' in row


def test_a_row_of_awards_goes_before_a_newer_single_photo(settings: Settings) -> None:
    figures = tuple(Figure((Photo(f"{n}.jpg", 1),), "Trao Giấy khen") for n in (1, 2))
    row = Document((Gallery(figures, awards=True, label="Ảnh khen thưởng, 2 ảnh"),))
    single = Document((Gallery(figures[:1], awards=True, label="Ảnh khen thưởng, 1 ảnh"),))
    older, newer = story_of("Cũ", "2023-01-05", document=row), story_of("Mới", "2023-01-06", document=single)
    more = '<p class="choices"><a href="/tin-tuc/2023/{}/">'
    assert more.format("cu") in Site(news_of([older, newer]), settings).main("index.html")
    assert more.format("moi") in Site(news_of([newer]), settings).main("index.html")
