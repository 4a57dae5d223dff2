"""Sitemap, robots, old addresses, faults, and the files that pages use."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.model import Attachment, Notice, SocialCard
from newsroom.settings import Settings
from newsroom.site import plan_pages
from newsroom.site.edition import RECENT
from newsroom.site.redirects import find_alias_path
from newsroom.text.dates import ZONE
from newsroom.views import Bundle, BytesOutput, CopyOutput, PictureOutput
from tests.site.newsstand import Site, news_of, page_of, picture_of, story_of

NOTICE = Notice("date-missing", "error", 1, "Bài chưa có ngày.", "Hãy thêm dòng “Ngày: 13/01/2023”.")
STORY = story_of("Hội họp", "2023-01-06T15:30", category="Hội nghị")


def made(site: Site, path: str) -> str:
    output = site.find(path)
    assert isinstance(output, BytesOutput)
    return output.make().decode()


def test_the_sitemap_tells_when_a_story_says_it_changed_and_never_the_clock(settings: Settings) -> None:
    updated = story_of("Trao quà", "2023-01-02", updated=datetime(2023, 1, 9, 8, 0, tzinfo=ZONE))
    hidden = story_of("Ẩn", "2023-01-03", status="hidden")
    site = Site(news_of([STORY, updated], hidden=(hidden,), pages=(page_of("Giới thiệu"),)), settings)
    at = "<lastmod>2023-01-0{}+07:00</lastmod>"
    news, meeting, gift = at.format("9T08:00:00"), at.format("6T15:30:00"), at.format("9T08:00:00")
    assert (
        made(site, "sitemap.xml")
        == f"""\
<?xml version='1.0' encoding='utf-8'?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url>
<loc>https://hoi.example.vn/</loc>
{news}
</url>
<url>
<loc>https://hoi.example.vn/tin-tuc/2023/hoi-hop/</loc>
{meeting}
</url>
<url>
<loc>https://hoi.example.vn/tin-tuc/2023/trao-qua/</loc>
{gift}
</url>
<url>
<loc>https://hoi.example.vn/gioi-thieu/</loc>
</url>
<url>
<loc>https://hoi.example.vn/tin-tuc/</loc>
{news}
</url>
<url>
<loc>https://hoi.example.vn/tin-tuc/2023/</loc>
{news}
</url>
<url>
<loc>https://hoi.example.vn/chuyen-muc/hoi-nghi/</loc>
{meeting}
</url>
<url>
<loc>https://hoi.example.vn/chuyen-muc/tin-tuc/</loc>
{gift}
</url>
<url>
<loc>https://hoi.example.vn/theo-doi/</loc>
</url>
<url>
<loc>https://hoi.example.vn/tim-kiem/</loc>
</url>
<url>
<loc>https://hoi.example.vn/luu-tru/</loc>
{news}
</url>
<url>
<loc>https://hoi.example.vn/luu-tru/2023/</loc>
{news}
</url>
<url>
<loc>https://hoi.example.vn/luu-tru/2023/01/</loc>
{news}
</url>
<url>
<loc>https://hoi.example.vn/khen-thuong/</loc>
</url>
<url>
<loc>https://hoi.example.vn/nhiem-vu/</loc>
</url>
</urlset>
"""
    )


def test_robots_may_read_everything_and_find_the_sitemap(settings: Settings) -> None:
    assert made(Site(news_of(), settings), "robots.txt") == (
        "User-agent: *\nDisallow:\nSitemap: https://hoi.example.vn/sitemap.xml\n"
    )


def test_an_old_address_leads_to_the_story(settings: Settings) -> None:
    aliases = ("/cu/hop/", "/cu/hop", "/default.aspx?ItemID=9418", "/tin-tuc/2023/hoi-hop/")
    moved = story_of("Hội họp", "2023-01-06", aliases=aliases)
    site = Site(news_of([moved]), settings)
    assert [page.path for page in site.pages if page.template == "redirect"] == ["cu/hop/index.html"]
    page = site.html("cu/hop/index.html")
    assert '<link rel="canonical" href="https://hoi.example.vn/tin-tuc/2023/hoi-hop/">' in page
    assert '<meta http-equiv="refresh" content="0; url=/tin-tuc/2023/hoi-hop/">' in page
    assert '<a href="/tin-tuc/2023/hoi-hop/">Hội họp</a>' in page


@pytest.mark.parametrize(
    ("alias", "path"),
    [
        ("/cu/ten-cu/", "cu/ten-cu/index.html"),
        ("/cu/ten-cu", "cu/ten-cu/index.html"),
        ("/Ban-in-507.htm", "Ban-in-507.htm"),
        ("/a/b.html", "a/b.html"),
        ("/default.aspx", None),
        ("/default.aspx?ItemID=9418", None),
        ("/a/../../thoat/", None),
        ("/.git/config/", None),
        ("//khac.example/", None),
        ("https://cu.example/bai/", None),
        ("/a/#b", None),
        ("/ảnh/", None),
        ("/", None),
        ("", None),
    ],
)
def test_only_plain_paths_of_this_site_get_a_page(alias: str, path: str | None) -> None:
    assert find_alias_path(alias) == path


@given(st.text(max_size=40).map(lambda text: f"/{text}"))
def test_no_alias_can_leave_the_output_folder(alias: str) -> None:
    path = find_alias_path(alias)
    assert path is None or not any(part in ("", ".", "..") or part.startswith(".") for part in path.split("/"))


def test_a_preview_lists_every_fault_and_shows_the_story_that_has_an_address(settings: Settings) -> None:
    lost = replace(story_of("Lạc", "2023-01-06", notices=(NOTICE,)), address="/loi/lac/")
    twins = [replace(story_of(f"Đôi {n}", "2023-01-06", notices=(NOTICE,)), address="/loi/doi/") for n in (1, 2)]
    site = Site(news_of([STORY], faulty=(lost, *twins)), settings)
    assert site.main("loi/lac/index.html").startswith('<aside class="row faults"')
    assert not [page.path for page in site.pages if page.path == "loi/doi/index.html"]
    listed = site.main("loi/index.html")
    assert '<h2><a href="/loi/lac/">Lạc</a></h2>' in listed
    assert "<h2>Đôi 1</h2>" in listed
    assert listed.count("<li><b>Dòng 1:</b> Bài chưa có ngày. Hãy thêm dòng “Ngày: 13/01/2023”.</li>") == 3


def test_a_site_without_faults_and_a_strict_build_have_no_list_of_faults(settings: Settings) -> None:
    faulty = story_of("Lỗi", "2023-01-06", notices=(NOTICE,))
    assert not [p for p in Site(news_of([STORY]), settings).pages if p.path.startswith("loi/")]
    assert not [p for p in Site(news_of([faulty]), replace(settings, strict=True)).pages if p.path.startswith("loi/")]


def test_each_picture_and_attachment_of_a_shown_story_is_asked_for_once(settings: Settings) -> None:
    photo = picture_of("a.jpg")
    file = Attachment("ds.pdf", "tin-tuc/2023/hop/ds.pdf", "/tin-tuc/2023/hop/ds.pdf", 10)
    files = (("ds.pdf", file), ("./ds.pdf", file))
    one = story_of("Một", "2023-01-06", pictures=(("a.jpg", photo),), attachments=files)
    two = story_of("Hai", "2023-01-07", pictures=(("a.jpg", photo), ("b.jpg", picture_of("b.jpg"))))
    outputs = Site(news_of([one, two]), settings).outputs
    assert [o for o in outputs if isinstance(o, CopyOutput)] == [CopyOutput("tin-tuc/2023/hop/ds.pdf", file.original)]
    pictures = [o.picture for o in outputs if isinstance(o, PictureOutput)]
    assert [p.original for p in pictures if not p.social] == ["tin-tuc/2023/a.jpg", "tin-tuc/2023/b.jpg"]
    assert [p.derivatives[0].name[:4] for p in pictures if p.social] == ["hai-", "mot-"]


def test_stories_without_a_photo_have_a_card_with_their_title_unless_they_are_old(settings: Settings) -> None:
    stories = [story_of(f"Tin {n:04}", "2023-01-06", category="Hiến máu") for n in range(RECENT + 2)]
    hidden = story_of("Ẩn", "2020-01-06", status="hidden")
    outputs = Site(news_of(stories, hidden=(hidden,)), settings).outputs
    cards = [o.picture.social for o in outputs if isinstance(o, PictureOutput) and o.picture.social]
    office = settings.name
    named = [SocialCard(story.head.title, office) for story in stories[:RECENT]]
    assert cards == [*named, SocialCard("Hiến máu", office), SocialCard("Ẩn", office)]


def test_the_plan_of_a_month_is_asked_again_when_a_story_of_it_grows_old(settings: Settings) -> None:
    month = [story_of(f"Tin {n:04}", "2023-01-06", category="Hiến máu") for n in range(RECENT)]
    others = [story_of("Chợ", "2023-01-01", category="Cứu trợ"), story_of("Họp", "2023-02-01", category="Họp")]
    before, after = (
        {
            each.name: each.made_from
            for each in plan_pages(news_of([*month, *old]), settings)
            if isinstance(each, Bundle)
        }
        for old in (others[:1], others)
    )
    assert before["tep/2023/01"] != after["tep/2023/01"]
    assert before["tin-tuc/2023/01"].split("\n")[0] == str(RECENT) != after["tin-tuc/2023/01"].split("\n")[0]
