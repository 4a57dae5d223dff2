"""Lists by news, year, category and tag; archives; all with addresses that stay."""

# ruff: noqa: E501 - whole pages stand here as they are published

from __future__ import annotations

from newsroom.settings import Settings
from newsroom.views import TemplateOutput
from tests.site.newsstand import Site, news_of, story_of

DRIVE = story_of("Đợt 1", "2022-12-30", category="Hiến máu", tags=("hiến máu", "hiền mẫu"))
MEETING = story_of("Hội họp", "2023-01-06", category="Hội nghị")
GIFT = story_of("Trao quà", "2023-01-02", category="hội nghị", tags=("Hiến Máu",))


def test_every_address_of_the_contract_is_planned_once_and_in_the_same_order(settings: Settings) -> None:
    site = Site(news_of([DRIVE, MEETING, GIFT]), settings)
    assert [(page.path, page.template) for page in site.pages] == [
        ("index.html", "front"),
        ("tin-tuc/2023/hoi-hop/index.html", "story"),
        ("tin-tuc/2023/trao-qua/index.html", "story"),
        ("tin-tuc/2022/dot-1/index.html", "story"),
        ("tin-tuc/index.html", "list"),
        ("tin-tuc/2023/index.html", "list"),
        ("tin-tuc/2022/index.html", "list"),
        ("chuyen-muc/hien-mau/index.html", "list"),
        ("chuyen-muc/hoi-nghi/index.html", "list"),
        ("tu-khoa/hien-mau/index.html", "list"),
        ("tu-khoa/hien-mau-2/index.html", "list"),
        ("luu-tru/index.html", "archives"),
        ("luu-tru/2023/index.html", "archive"),
        ("luu-tru/2023/01/index.html", "archive"),
        ("luu-tru/2022/index.html", "archive"),
        ("luu-tru/2022/12/index.html", "archive"),
        ("khen-thuong/index.html", "roll_index"),
        ("nhiem-vu/index.html", "task_index"),
        ("thu-vien-anh/index.html", "library"),
        ("theo-doi/index.html", "follow"),
        ("tim-kiem/index.html", "search"),
        ("404.html", "404"),
    ]


def test_the_list_of_all_news_stands_by_month_under_links_to_the_categories(settings: Settings) -> None:
    assert (
        Site(news_of([DRIVE, MEETING, GIFT]), settings).main("tin-tuc/index.html")
        == """\
<header class="row"><h1>Tin tức</h1>
<nav aria-label="Chuyên mục"><ul class="choices">
<li><a href="/tin-tuc/" aria-current="true">Tất cả</a></li>
<li><a href="/chuyen-muc/hien-mau/">Hiến máu</a></li>
<li><a href="/chuyen-muc/hoi-nghi/">hội nghị</a></li>
</ul></nav>
</header>
<section class="row" aria-labelledby="thang-1-2023"><h2 id="thang-1-2023">Tháng 1 năm 2023</h2>
<ol class="items">
<li class="item h-entry"><h3 class="p-name"><a class="u-url" href="/tin-tuc/2023/hoi-hop/">Hội họp</a></h3>
<small><time class="dt-published" datetime="2023-01-06T00:00:00+07:00">06/01/2023</time> · <span class="p-category">Hội nghị</span></small>
</li>
<li class="item h-entry"><h3 class="p-name"><a class="u-url" href="/tin-tuc/2023/trao-qua/">Trao quà</a></h3>
<small><time class="dt-published" datetime="2023-01-02T00:00:00+07:00">02/01/2023</time> · <span class="p-category">hội nghị</span></small>
</li>
</ol>
</section>
<section class="row" aria-labelledby="thang-12-2022"><h2 id="thang-12-2022">Tháng 12 năm 2022</h2>
<ol class="items">
<li class="item h-entry"><h3 class="p-name"><a class="u-url" href="/tin-tuc/2022/dot-1/"><span class="nowrap">Đợt 1</span></a></h3>
<small><time class="dt-published" datetime="2022-12-30T00:00:00+07:00">30/12/2022</time> · <span class="p-category">Hiến máu</span></small>
</li>
</ol>
</section>
"""
    )


def test_names_that_differ_in_a_mark_have_lists_of_their_own(settings: Settings) -> None:
    site = Site(news_of([DRIVE, MEETING, GIFT]), settings)
    assert "<h1>Từ khóa: hiến máu</h1>" in site.main("tu-khoa/hien-mau/index.html")
    assert "/tin-tuc/2023/trao-qua/" in site.main("tu-khoa/hien-mau/index.html")
    assert "<h1>Từ khóa: hiền mẫu</h1>" in site.main("tu-khoa/hien-mau-2/index.html")
    assert "/tin-tuc/2023/trao-qua/" not in site.main("tu-khoa/hien-mau-2/index.html")


def test_a_list_names_its_own_feed_and_its_menu_entry(settings: Settings) -> None:
    page = Site(news_of([DRIVE]), settings).html("chuyen-muc/hien-mau/index.html")
    assert (
        '<link rel="alternate" type="application/rss+xml" title="Hiến máu" href="/chuyen-muc/hien-mau/rss.xml">' in page
    )
    assert '<a href="/chuyen-muc/hien-mau/" aria-current="page">Hiến máu</a>' in page


def test_numbered_pages_link_to_their_neighbours_and_to_nothing_that_moves(settings: Settings) -> None:
    stories = [story_of(f"Tin {n}", f"2023-01-{1 + n // 3:02}T{n % 3:02}:00") for n in range(65)]
    site = Site(news_of(stories), settings)
    assert [p.path for p in site.pages if p.path.startswith("tin-tuc/trang/")] == [
        "tin-tuc/trang/2/index.html",
        "tin-tuc/trang/1/index.html",
    ]
    middle = site.html("tin-tuc/trang/2/index.html")
    assert '<link rel="next" href="/tin-tuc/">\n<link rel="prev" href="/tin-tuc/trang/1/">' in middle
    assert "<h1>Tin tức, trang 2</h1>\n</header>" in middle
    assert '<a rel="next" href="/tin-tuc/"><small>Mới hơn</small> Trang mới nhất</a>' in middle
    assert '<a rel="prev" href="/tin-tuc/trang/1/"><small>Cũ hơn</small> Trang 1</a>' in middle


def test_a_new_story_in_a_new_category_leaves_full_pages_alone(settings: Settings) -> None:
    stories = [story_of(f"Tin {n}", f"2023-01-{1 + n // 3:02}T{n % 3:02}:00") for n in range(65)]
    before = Site(news_of(stories), settings)
    after = Site(news_of([*stories, story_of("Mới", "2023-02-01", category="Mới mở")]), settings)
    full = [page.path for page in before.pages if "/trang/" in page.path]
    assert full
    assert [before.html(path) for path in full] == [after.html(path) for path in full]


def test_the_archive_counts_and_the_register_of_a_month_is_read_by_day(settings: Settings) -> None:
    site = Site(news_of([DRIVE, MEETING, GIFT]), settings)
    assert (
        site.main("luu-tru/index.html")
        == """\
<header class="row"><h1>Lưu trữ</h1></header>
<section class="row" aria-labelledby="nam-2023"><h2 id="nam-2023"><a href="/luu-tru/2023/">Năm 2023</a> <small>2 tin</small></h2>
<ol class="months">
<li><a href="/luu-tru/2023/01/">Tháng 1</a> <small>2 tin</small></li>
</ol></section>
<section class="row" aria-labelledby="nam-2022"><h2 id="nam-2022"><a href="/luu-tru/2022/">Năm 2022</a> <small>1 tin</small></h2>
<ol class="months">
<li><a href="/luu-tru/2022/12/">Tháng 12</a> <small>1 tin</small></li>
</ol></section>
"""
    )
    assert (
        site.main("luu-tru/2022/12/index.html")
        == """\
<header class="row"><h1>Lưu trữ tháng 12 năm 2022</h1>
<nav aria-label="Chọn năm"><ul class="choices">
<li><a href="/luu-tru/2023/">2023</a></li>
<li><a href="/luu-tru/2022/" aria-current="true">2022</a></li>
</ul></nav>
</header>
<section class="row" aria-labelledby="thang-12"><h2 id="thang-12">Tháng 12 <small>1 tin</small></h2>
<ol class="ledger">
<li><time datetime="2022-12-30T00:00:00+07:00">30/12</time><a href="/tin-tuc/2022/dot-1/"><span class="nowrap">Đợt 1</span></a></li>
</ol>
</section>
<div class="row">
<nav class="pager" aria-label="Lưu trữ">
<a rel="next" href="/luu-tru/2023/01/"><small>Mới hơn</small> Tháng 1 năm 2023</a>
</nav>
</div>
"""
    )


def test_views_are_made_only_when_a_page_is_rendered_and_are_equal_each_time(settings: Settings) -> None:
    one, two = Site(news_of([DRIVE, MEETING]), settings), Site(news_of([DRIVE, MEETING]), settings)
    for first, second in zip(one.pages, two.pages, strict=True):
        assert isinstance(first, TemplateOutput)
        assert first.make_view() == second.make_view()
