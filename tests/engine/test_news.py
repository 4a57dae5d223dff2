"""Who is due, who is listed, and in which order: the clock decides nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsroom.model import News, Story
from tests.sites import Site


def sources(stories: tuple[Story, ...]) -> list[str]:
    return [story.source.split("/")[-2] for story in stories]


def published(site: Site, **values: Any) -> News:
    return site.open(**values).check(site.words).news


def test_stories_stand_in_one_total_order(site: Site) -> None:
    site.tell("2023-01-06-b", "Bài B", date="2023-01-06")
    site.tell("2023-01-06-a", "Bài A", date="2023-01-06")
    site.tell("2023-01-07-cu", "Bài mới", date="2023-01-07")
    site.tell("2023-01-05-moi", "Bài cũ", date="2023-01-06 08:00")
    news = site.open().check(site.words).news
    assert sources(news.stories) == ["2023-01-07-cu", "2023-01-05-moi", "2023-01-06-a", "2023-01-06-b"]


def test_a_story_of_the_future_waits_for_its_day(site: Site) -> None:
    site.tell("2023-05-01-som", "Bài sau", date="2023-05-01 15:30", head="Địa chỉ cũ: /cu/")
    before = site.build(NEWSROOM_NOW="2023-04-30")
    assert published(site, NEWSROOM_NOW="2023-04-30").stories == ()
    assert before.next_change == date(2023, 5, 1)
    assert not (site.output / "tin-tuc/2023/som/index.html").exists()
    after = site.build(NEWSROOM_NOW="2023-05-01")
    assert sources(published(site, NEWSROOM_NOW="2023-05-01").stories) == ["2023-05-01-som"]
    assert after.next_change is None


def test_an_expired_story_keeps_its_page_and_leaves_the_lists(site: Site) -> None:
    site.tell("2023-01-06-keu-goi", "Lời kêu gọi", head="Hết hạn: 2023-02-01")
    day_before = site.build(NEWSROOM_NOW="2023-01-31")
    assert (sources(published(site, NEWSROOM_NOW="2023-01-31").stories), day_before.next_change) == (
        ["2023-01-06-keu-goi"],
        date(2023, 2, 1),
    )
    site.build(NEWSROOM_NOW="2023-02-01")
    on_the_day = published(site, NEWSROOM_NOW="2023-02-01")
    assert (sources(on_the_day.stories), sources(on_the_day.hidden)) == (
        [],
        ["2023-01-06-keu-goi"],
    )
    assert "Đã hết hạn" in (site.output / "tin-tuc/2023/keu-goi/index.html").read_text(encoding="utf-8")
    assert b"keu-goi" not in (site.output / "rss.xml").read_bytes()


def test_hidden_draft_and_withdrawn_stories(site: Site) -> None:
    site.tell("2023-01-06-an", "Bài ẩn", head="Trạng thái: ẩn")
    site.tell("2023-01-07-nhap", "Bài nháp", body="CHUA-DANG", head="Trạng thái: nháp")
    site.tell("2023-01-08-go", "Bài gỡ", body="DA-GO", head="Trạng thái: gỡ")
    site.build()
    news = published(site)
    assert (sources(news.stories), sources(news.hidden)) == ([], ["2023-01-06-an"])
    assert not any(b"CHUA-DANG" in data or b"DA-GO" in data for data in site.files().values())
    news = site.open(NEWSROOM_DRAFTS=True).check(site.words).news
    assert (sources(news.stories), sources(news.hidden)) == ([], ["2023-01-06-an", "2023-01-07-nhap"])


def test_a_status_that_means_nothing_publishes_nothing_and_refuses_a_strict_build(site: Site) -> None:
    site.tell("2023-01-06-la", "Bài lạ", body="BAN-NHAP-56", head="Trạng thái: nhápp")
    site.build()
    assert "Không có trạng thái “nhápp”" in (site.output / "loi/index.html").read_text(encoding="utf-8")
    assert not any(b"BAN-NHAP-56" in data for data in site.files().values())
    assert site.refuse(NEWSROOM_STRICT=True)[0].startswith(
        "content/tin-tuc/2023/2023-01-06-la/index.md, dòng 1: Không có trạng thái “nhápp”"
    )


def test_a_link_to_a_story_that_is_not_published_is_broken(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="Xem [bài B]({filename}../2023-01-07-b/index.md).")
    site.tell("2023-01-07-b", "Bài B", head="Trạng thái: nháp")
    assert site.refuse(NEWSROOM_STRICT=True) == [
        "content/tin-tuc/2023/2023-01-06-a/index.md, dòng 4: Liên kết dẫn đến bài chưa đăng hoặc đã gỡ: "
        "“{filename}../2023-01-07-b/index.md”. Hãy bỏ liên kết này, hoặc đăng bài đó cùng lúc."
    ]
    site.tell("2023-01-07-b", "Bài B")
    site.build(NEWSROOM_STRICT=True)
    assert b'href="/tin-tuc/2023/b/"' in (site.output / "tin-tuc/2023/a/index.html").read_bytes()


def test_a_source_outside_the_folders_of_stories_is_not_silently_passed_over(site: Site) -> None:
    site.write("content/bai-lac.md", "Tiêu đề: Bài lạc\nNgày: 2023-01-06\n\nNội dung.\n")
    assert site.refuse(NEWSROOM_STRICT=True) == [
        "content/bai-lac.md, dòng 1: Tệp này nằm ngoài thư mục bài viết nên chưa được đăng. "
        "Bài đặt trong content/tin-tuc/, trang đặt ngay trong content/trang/."
    ]


def test_a_file_that_no_story_names_is_told_and_not_published(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="![Quang cảnh](anh.jpg)")
    site.paint("content/tin-tuc/2023/2023-01-06-a/anh.jpg")
    site.write("content/tin-tuc/2023/2023-01-06-a/danh-sach.docx", "riêng")
    assert site.build().report.idle == (
        "content/tin-tuc/2023/2023-01-06-a/: không đăng danh-sach.docx, vì không bài nào nhắc đến.",
    )
    assert not any("danh-sach" in path for path in site.files())
