"""``/thu-vien-anh/``: every gallery of the site, by year."""

# ruff: noqa: E501 - whole pages stand here as they are published

from __future__ import annotations

from newsroom.model import Document, Figure, Gallery, Paragraph, Photo, Story
from newsroom.settings import Settings
from newsroom.views import BytesOutput
from tests.site.newsstand import Site, news_of, picture_of, story_of

ROW = (Figure((Photo("a.jpg", 1),), "Một"), Figure((Photo("b.jpg", 2),), "Hai"))
LONE = Gallery((ROW[0],), awards=True, label="Ảnh khen thưởng, 1 ảnh")


def album_of(title: str, day: str) -> Story:
    text = Document((Figure((Photo("mo.jpg", 1),)), Gallery(ROW, awards=False, label="Bộ ảnh, 2 ảnh")))
    return story_of(title, day, document=text, pictures=(("a.jpg", picture_of("a.jpg")),))


def test_albums_stand_by_year_with_cover_date_and_number_of_photos(settings: Settings) -> None:
    lone = story_of("Một bằng khen", "2023-01-09", document=Document((LONE,)))
    bare = story_of("Không ảnh", "2023-01-08", document=Document((Paragraph(("Chữ.",)),)))
    site = Site(
        news_of([lone, bare, album_of("Phát 5 suất quà", "2023-01-06"), album_of("Tết", "2022-12-30")]), settings
    )
    cover = (
        '<picture><source type="image/avif" srcset="/anh/a-jpg-400.avif 400w, /anh/a-jpg-800.avif 800w, /anh/a-jpg-1200.avif 1200w" sizes="(min-width: 64rem) 27rem, (min-width: 36rem) 50vw, 100vw">'
        '<img src="/anh/a-jpg-800.jpg" srcset="/anh/a-jpg-400.jpg 400w, /anh/a-jpg-800.jpg 800w, /anh/a-jpg-1200.jpg 1200w" sizes="(min-width: 64rem) 27rem, (min-width: 36rem) 50vw, 100vw" width="800" height="533" alt="" loading="lazy" decoding="async"></picture>'
    )
    assert (
        site.main("thu-vien-anh/index.html")
        == f"""\
<header class="row"><h1>Thư viện ảnh</h1>
</header>
<section class="row" aria-labelledby="nam-2023"><h2 id="nam-2023">Năm 2023 <small>1 bộ ảnh</small></h2>
<div class="gallery">
<figure class="photo h-entry" data-shape="3x2">
<a href="/tin-tuc/2023/phat-5-suat-qua/" tabindex="-1" aria-hidden="true">{cover}</a>
<figcaption><h3 class="p-name"><a class="u-url" href="/tin-tuc/2023/phat-5-suat-qua/">Phát <span class="nowrap">5 suất quà</span></a></h3>
<small><time class="dt-published" datetime="2023-01-06T00:00:00+07:00">06/01/2023</time> · 3 ảnh</small></figcaption>
</figure>
</div></section>
<section class="row" aria-labelledby="nam-2022"><h2 id="nam-2022">Năm 2022 <small>1 bộ ảnh</small></h2>
<div class="gallery">
<figure class="photo h-entry" data-shape="3x2">
<a href="/tin-tuc/2022/tet/" tabindex="-1" aria-hidden="true">{cover}</a>
<figcaption><h3 class="p-name"><a class="u-url" href="/tin-tuc/2022/tet/">Tết</a></h3>
<small><time class="dt-published" datetime="2022-12-30T00:00:00+07:00">30/12/2022</time> · 3 ảnh</small></figcaption>
</figure>
</div></section>
"""
    )


def test_a_site_without_albums_says_so_and_keeps_the_page_from_the_sitemap(settings: Settings) -> None:
    site = Site(news_of([]), settings)
    assert "<p>Chưa có bộ ảnh nào.</p>" in site.main("thu-vien-anh/index.html")
    assert addresses(site) == []


def test_many_albums_have_a_page_for_each_year_and_the_first_page_shows_the_newest(settings: Settings) -> None:
    years = {2021: 3, 2022: 20, 2023: 15}
    albums = [album_of(f"Bộ {n}", f"{year}-01-{n + 1:02}") for year, count in years.items() for n in range(count)]
    site = Site(news_of(albums), settings)
    assert addresses(site) == ["", "2023/", "2022/", "2021/"]
    first = site.main("thu-vien-anh/index.html")
    assert first.count("<figure") == 36
    assert '<nav aria-label="Chọn năm"><ul class="choices">\n<li><a href="/thu-vien-anh/2023/">2023</a></li>' in first
    assert [site.main(f"thu-vien-anh/{year}/index.html").count("<figure") for year in years] == [3, 20, 15]
    oldest = site.html("thu-vien-anh/2021/index.html")
    assert "<h1>Thư viện ảnh năm 2021</h1>" in oldest
    assert '<li><a href="/thu-vien-anh/2021/" aria-current="true">2021</a></li>' in oldest


def addresses(site: Site) -> list[str]:
    """Pages of the library that the sitemap names, without what they share."""
    output = site.find("sitemap.xml")
    assert isinstance(output, BytesOutput)
    found = [line for line in output.make().decode().splitlines() if "/thu-vien-anh/" in line]
    return [line.partition("/thu-vien-anh/")[2].removesuffix("</loc>") for line in found]
