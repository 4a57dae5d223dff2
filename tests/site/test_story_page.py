"""The story page: contract §4, word for word."""

# ruff: noqa: E501 - whole pages stand here as they are published

from __future__ import annotations

import re
from datetime import date, datetime

from newsroom.model import Document, Notice, Paragraph
from newsroom.settings import Settings
from newsroom.text.dates import ZONE
from newsroom.views import PictureOutput
from tests.site.newsstand import Site, news_of, page_of, picture_of, story_of

TEXT = Document((Paragraph(("Sáng nay, Hội họp bàn **10 nhiệm vụ** của năm.",)),))
MEETING = story_of(
    "Hội họp bàn 10 nhiệm vụ",
    "2023-01-06T15:30",
    category="Hội nghị",
    tags=("Tổng kết", "tổng kết", "nhiệm vụ"),
    author="Văn phòng tỉnh Hội",
    summary="Năm mới, 10 việc mới.",
    updated=datetime(2023, 1, 8, 9, 0, tzinfo=ZONE),
    document=TEXT,
    pictures=(("hop.jpg", picture_of("hop.jpg")),),
)
BEFORE = story_of("Trao quà Tết", "2023-01-02", category="Hội nghị")
AFTER = story_of("Hiến máu đầu xuân", "2023-01-10", category="Hiến máu")
PATH = "tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/index.html"

WHOLE = """\
<article class="h-entry" data-pagefind-body>
<header class="row"><h1 class="p-name">Hội họp bàn <span class="nowrap">10 nhiệm vụ</span></h1>
<p class="meta" data-pagefind-ignore>
<time class="dt-published" datetime="2023-01-06T15:30:00+07:00" data-pagefind-meta="ngay">Thứ Sáu, ngày 06/01/2023</time>
<span>Cập nhật <time class="dt-updated" datetime="2023-01-08T09:00:00+07:00">08/01/2023</time></span>
<a class="p-category" href="/chuyen-muc/hoi-nghi/" data-pagefind-meta="muc">Hội nghị</a>
<span class="p-author h-card">Văn phòng tỉnh Hội</span>
</p>
<p class="p-summary">Năm mới, 10 việc mới.</p>
</header>
<div class="e-content">
<p>Sáng nay, Hội họp bàn <strong>10 nhiệm vụ</strong> của năm.</p>
</div>
<p class="paper" hidden data-pagefind-ignore><a class="u-url" href="/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/">https://hoi.example.vn/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/</a><data class="u-photo" value="https://hoi.example.vn/anh/SOCIAL"></data></p>
<footer class="row tags"><p class="meta" data-pagefind-ignore>Từ khóa</p><p class="choices">
<a class="p-category" rel="tag" href="/tu-khoa/tong-ket/">Tổng kết</a>
<a class="p-category" rel="tag" href="/tu-khoa/nhiem-vu/">nhiệm vụ</a>
</p></footer>
</article>
<section class="row related" aria-labelledby="bai_nay"><h2 id="bai_nay">Bài này</h2>
<div class="flow"><p class="choices"><a href="https://www.facebook.com/sharer/sharer.php?u=https%3A//hoi.example.vn/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/">Chia sẻ qua Facebook</a>
<a href="mailto:?subject=H%E1%BB%99i%20h%E1%BB%8Dp%20b%C3%A0n%2010%20nhi%E1%BB%87m%20v%E1%BB%A5&amp;body=https%3A//hoi.example.vn/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/">Gửi qua thư</a>
<a href="/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/">Địa chỉ cố định của bài</a></p>
<nav class="pager" aria-label="Bài trước, bài sau">
<a rel="next" href="/tin-tuc/2023/hien-mau-dau-xuan/"><small>Mới hơn</small> Hiến máu đầu xuân</a>
<a rel="prev" href="/tin-tuc/2023/trao-qua-tet/"><small>Cũ hơn</small> Trao quà Tết</a>
</nav>
</div></section>
"""

HEAD = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Hội họp bàn 10 nhiệm vụ – Hội Chữ thập đỏ tỉnh Hải Lâm</title>
<meta name="description" content="Năm mới, 10 việc mới.">
<link rel="canonical" href="https://hoi.example.vn/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/">
<link rel="icon" href="/theme/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/theme/css/site.css">
<link rel="preload" href="/theme/chu/be-vietnam-pro-600.woff2" as="font" type="font/woff2" media="(min-width: 64rem)" crossorigin>
<link rel="alternate" type="application/rss+xml" title="Hội Chữ thập đỏ tỉnh Hải Lâm" href="/rss.xml">
<link rel="alternate" type="application/atom+xml" title="Hội Chữ thập đỏ tỉnh Hải Lâm (Atom)" href="/atom.xml">
<link rel="alternate" type="application/feed+json" title="Hội Chữ thập đỏ tỉnh Hải Lâm (JSON)" href="/feed.json">
<meta property="og:site_name" content="Hội Chữ thập đỏ tỉnh Hải Lâm">
<meta property="og:locale" content="vi_VN">
<meta property="og:title" content="Hội họp bàn 10 nhiệm vụ">
<meta property="og:description" content="Năm mới, 10 việc mới.">
<meta property="og:url" content="https://hoi.example.vn/tin-tuc/2023/hoi-hop-ban-10-nhiem-vu/">
<script type="module" src="/theme/js/story.js" fetchpriority="low"></script>
<meta property="og:type" content="article">
<meta property="article:published_time" content="2023-01-06T15:30:00+07:00">
<meta property="article:modified_time" content="2023-01-08T09:00:00+07:00">
<meta property="og:image" content="https://hoi.example.vn/anh/SOCIAL">
<meta property="og:image:width" content="1200">
<meta property="og:image:height" content="630">
<meta property="og:image:alt" content="Hội họp bàn 10 nhiệm vụ">
<meta name="twitter:card" content="summary_large_image">
</head>
"""


def test_a_story_is_shown_as_the_contract_has_it(settings: Settings) -> None:
    site = Site(news_of([BEFORE, MEETING, AFTER]), settings)
    main = site.main(PATH)
    (social,) = re.findall(r'property="og:image" content="https://hoi.example.vn/anh/(.*)"', site.html(PATH))
    whole = main.partition('<section class="row related" aria-labelledby="cung_muc">')[0]
    assert whole == WHOLE.replace("SOCIAL", social)


def test_machines_are_told_what_the_story_is(settings: Settings) -> None:
    site = Site(news_of([MEETING]), settings)
    (social,) = [o.picture for o in site.outputs if isinstance(o, PictureOutput) and o.picture.social]
    head = site.html(PATH).partition("<body>")[0]
    data = re.compile(r'<script type="application/ld\+json">.*</script>\n')
    assert len(data.findall(head)) == 1
    assert data.sub("", head) == HEAD.replace("SOCIAL", social.derivatives[0].name)


def test_a_summary_equal_to_the_first_paragraph_is_shown_once(settings: Settings) -> None:
    same = story_of("Bài", "2023-01-06", summary="Sáng nay, Hội họp bàn 10  nhiệm vụ của năm.", document=TEXT)
    page = Site(news_of([same]), settings).html("tin-tuc/2023/bai/index.html")
    assert "p-summary" not in page
    assert '<meta name="description" content="Sáng nay, Hội họp bàn 10 nhiệm vụ của năm.">' in page


def test_a_long_first_paragraph_describes_the_story_up_to_a_whole_word(settings: Settings) -> None:
    story = story_of("Bài", "2023-01-06", document=Document((Paragraph(("Hội viên hưởng ứng, " * 20,)),)))
    page = Site(news_of([story]), settings).html("tin-tuc/2023/bai/index.html")
    assert f'content="{"Hội viên hưởng ứng, " * 7}Hội viên hưởng ứng…">' in page


def test_what_a_story_types_is_text_in_every_place_of_its_page(settings: Settings) -> None:
    odd = "<b>\"Tin\" & 'ảnh'</b>"
    story = story_of("Bài", "2023-01-06", category=odd, tags=(odd,), author=odd, summary=odd)
    page = Site(news_of([story]), settings).html("tin-tuc/2023/bai/index.html")
    assert '<b>"' not in page
    assert page.count("&lt;b&gt;&#34;Tin&#34; &amp; &#39;ảnh&#39;&lt;/b&gt;") == 6


def test_related_stories_are_those_of_the_category_nearest_in_time(settings: Settings) -> None:
    drives = [story_of(f"Đợt {n}", f"2023-01-{n:02}", category="Hiến máu") for n in range(1, 13)]
    main = Site(news_of(drives), settings).main("tin-tuc/2023/dot-6/index.html")
    related = main.partition('id="cung_muc"')[2]
    assert [n for n in range(12, 0, -1) if f"/tin-tuc/2023/dot-{n}/" in related] == [9, 8, 4, 3]


def test_a_new_story_leaves_the_pages_of_old_stories_alone(settings: Settings) -> None:
    drives = [story_of(f"Đợt {n}", f"2023-01-{n:02}", category="Hiến máu") for n in range(1, 21)]
    paths = [f"tin-tuc/2023/dot-{n}/index.html" for n in range(1, 14)]
    before, after = Site(news_of(drives[:-1]), settings), Site(news_of(drives), settings)
    assert [before.html(path) for path in paths] == [after.html(path) for path in paths]


def test_a_story_at_fault_shows_its_faults_calmly_above(settings: Settings) -> None:
    notice = Notice("photo-missing", "error", 9, "Không thấy ảnh “a.jpg”.", "Hãy chép ảnh vào thư mục của bài.")
    warning = Notice("spacing-odd", "warning", 3, "Thừa dấu cách.")
    faulty = story_of("Bài", "2023-01-06", notices=(warning, notice))
    main = Site(news_of([faulty]), settings).main("tin-tuc/2023/bai/index.html")
    assert main.startswith("""\
<aside class="row faults" aria-label="Lỗi cần sửa">
<p class="meta">Bản xem thử</p>
<div class="flow"><p><b>Bài này chưa đăng được: còn 1 lỗi cần sửa</b><br><small>tin-tuc/2023/bai/index.md</small></p>
<ol class="notices">
<li><b>Dòng 9:</b> Không thấy ảnh “a.jpg”. Hãy chép ảnh vào thư mục của bài.</li>
</ol></div>
</aside>
""")


def test_drafts_and_expired_stories_say_so_and_stay_out_of_lists(settings: Settings) -> None:
    draft = story_of("Nháp", "2023-01-06", status="draft", category="Riêng")
    expired = story_of("Cũ", "2023-01-05", expires=date(2023, 2, 1))
    site = Site(news_of([BEFORE], hidden=(draft, expired)), settings)
    shown = site.html("tin-tuc/2023/nhap/index.html")
    assert '<p class="banner">Bản nháp: bài này chưa được đăng.</p>' in shown
    assert '<meta name="robots" content="noindex">' in shown
    assert '<span class="p-category">Riêng</span>' in shown
    assert '<p class="banner">Đã hết hạn từ ngày 01/02/2023.</p>' in site.html("tin-tuc/2023/cu/index.html")
    others = [page.path for page in site.pages if "nhap" not in page.path and "/cu/" not in page.path]
    assert not [path for path in others if "/nhap/" in site.html(path) or "/tin-tuc/2023/cu/" in site.html(path)]


def test_a_static_page_is_its_title_and_its_text(settings: Settings) -> None:
    site = Site(news_of(pages=(page_of("Giới thiệu", document=TEXT),)), settings)
    assert (
        site.main("gioi-thieu/index.html")
        == """\
<article data-pagefind-body>
<header class="row"><h1>Giới thiệu</h1></header>
<div class="e-content">
<p>Sáng nay, Hội họp bàn <strong>10 nhiệm vụ</strong> của năm.</p>
</div>
</article>
"""
    )
