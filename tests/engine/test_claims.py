"""One address, one story."""

from __future__ import annotations

from newsroom.contents import contents_of
from newsroom.engine.claims import fold_address
from tests.sites import Site


def codes(site: Site, **values: object) -> dict[str, list[str]]:
    stories = site.open(**values).check(site.words).stories
    return {story.source: [notice.code for notice in story.errors] for story in stories if story.errors}


def test_two_stories_with_one_address_are_both_named(site: Site) -> None:
    site.tell("2023-01-06-hop-bao", "Họp báo lần một", head="Slug: hop-bao")
    site.tell("2023-02-06-hop-khac", "Họp báo lần hai", head="Slug: hop-bao")
    assert site.refuse(NEWSROOM_STRICT=True) == [
        "content/tin-tuc/2023/2023-01-06-hop-bao/index.md, dòng 1: Bài này có cùng địa chỉ /tin-tuc/2023/hop-bao/ với "
        "tin-tuc/2023/2023-02-06-hop-khac/index.md. Hãy đặt Slug khác cho một trong các bài đó.",
        "content/tin-tuc/2023/2023-02-06-hop-khac/index.md, dòng 1: Bài này có cùng địa chỉ /tin-tuc/2023/hop-bao/ với "
        "tin-tuc/2023/2023-01-06-hop-bao/index.md. Hãy đặt Slug khác cho một trong các bài đó.",
    ]


def test_a_preview_shows_both_claimants_of_an_address(site: Site) -> None:
    site.tell("2023-01-06-hop-bao", "Họp báo lần một", body="Bài một.", head="Slug: hop-bao")
    site.tell("2023-02-06-hop-khac", "Họp báo lần hai", body="Bài hai.", head="Slug: hop-bao")
    site.build()
    files = site.files()
    assert "Bài một." in files["tin-tuc/2023/hop-bao/index.html"].decode()
    assert "Bài hai." in files["loi/hop-bao/index.html"].decode()
    assert "Họp báo lần hai" in files["loi/index.html"].decode()


def test_two_stories_that_readers_of_the_feed_could_not_tell_apart_are_both_named(site: Site) -> None:
    site.tell("2023-01-06-hop-bao", "Họp báo năm nay")
    site.tell("2022-01-06-hop-bao", "Họp báo năm trước", date="2022-01-06")
    assert codes(site) == {
        "tin-tuc/2023/2022-01-06-hop-bao/index.md": ["id-duplicate"],
        "tin-tuc/2023/2023-01-06-hop-bao/index.md": ["id-duplicate"],
    }


def test_a_page_cannot_take_an_address_of_the_site(site: Site) -> None:
    site.write("content/trang/tin-tuc.md", "Tiêu đề: Tin tức\n\nNội dung.\n")
    assert codes(site) == {"trang/tin-tuc.md": ["address-taken"]}


def test_an_old_address_cannot_be_one_that_is_in_use(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", head="Địa chỉ cũ: /tin-tuc/2023/b/")
    site.tell("2023-01-06-b", "Bài B", head="Địa chỉ cũ: /tin-tuc/2023/")
    assert codes(site) == {
        "tin-tuc/2023/2023-01-06-a/index.md": ["address-duplicate"],
        "tin-tuc/2023/2023-01-06-b/index.md": ["address-taken"],
    }


def test_drafts_and_withdrawn_stories_claim_nothing(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", head="Slug: mot")
    site.tell("2023-01-06-b", "Bài B", head="Slug: mot\nTrạng thái: nháp")
    site.tell("2023-01-06-c", "Bài C", head="Slug: mot\nTrạng thái: gỡ")
    site.build(NEWSROOM_STRICT=True)
    news = site.open().check(site.words).news
    assert dict(contents_of(news).addresses) == {"tin-tuc/2023/2023-01-06-a/index.md": "/tin-tuc/2023/mot/"}


def test_addresses_are_one_without_regard_to_host_case_and_final_slash() -> None:
    assert (
        fold_address("/Tin-Tuc/2023/Hop/")
        == fold_address("https://cu.example.vn/tin-tuc/2023/hop")
        == "/tin-tuc/2023/hop"
    )


def test_a_year_of_tasks_belongs_to_one_story(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="1/ Việc một.\n\n2/ Việc hai.", head="nhiem-vu: 2023")
    site.tell("2023-01-06-b", "Bài B", body="1/ Việc một.\n\n2/ Việc hai.", head="nhiem-vu: 2023")
    site.tell("2023-01-06-c", "Bài C", body="1/ Việc một.\n\n2/ Việc hai.", head="nhiem-vu: 2024")
    assert codes(site) == {
        "tin-tuc/2023/2023-01-06-a/index.md": ["task-year-shared"],
        "tin-tuc/2023/2023-01-06-b/index.md": ["task-year-shared"],
    }


def test_a_report_on_a_task_that_no_story_sets_is_a_fault(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="1/ Việc một.\n\n2/ Việc hai.", head="nhiem-vu: 2023")
    site.tell(
        "2023-03-06-b", "Bài B", body="Xong {nhiem-vu: 2023/2}.\n\nXong {nhiem-vu: 2023/3},\n\nrồi {nhiem-vu: 2024/1}."
    )
    assert site.refuse(NEWSROOM_STRICT=True) == [
        "content/tin-tuc/2023/2023-03-06-b/index.md, dòng 6: Nhiệm vụ năm 2023 không có số 3. Các số đang có: 1, 2.",
        "content/tin-tuc/2023/2023-03-06-b/index.md, dòng 8: Chưa có bài nào trên trang đề ra nhiệm vụ năm 2024. "
        "Hãy thêm dòng “nhiem-vu: 2024” vào phần đầu bài đề ra nhiệm vụ của năm đó.",
    ]


def test_a_story_that_names_a_person_who_withdrew_is_a_fault_with_its_line(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="Nội dung.\n\nÔng Nguyễn Văn\nÂn đã nhận quà. Ông Nguyễn Văn Ấn cũng nhận.")
    site.tell("2023-01-06-b", "Bài B", body="Ông Nguyễn Văn Ân.", head="allow: person-withdrawn – người khác trùng tên")
    site.tell("2023-01-06-c", "Bài C", body="Ông Nguyễn Văn Ân.", head="Trạng thái: gỡ")
    assert site.refuse(NEWSROOM_STRICT=True, NEWSROOM_WITHDRAWN=["Nguyễn Văn Ân"]) == [
        "content/tin-tuc/2023/2023-01-06-a/index.md, dòng 6: Bài vẫn nêu tên “Nguyễn Văn Ân”, người đã đề nghị được gỡ "
        "khỏi trang. Hãy bỏ hoặc viết tắt tên này. Nếu chỉ trùng tên, hãy thêm vào đầu bài: "
        "allow: person-withdrawn – lý do.",
    ]


def test_a_withdrawn_person_that_cannot_be_read_is_a_fault_of_the_site(site: Site) -> None:
    (fault,) = site.refuse(NEWSROOM_WITHDRAWN=["Nguyễn Văn Ân", ("", "xã Ea Tân"), 7])
    assert "('', 'xã Ea Tân') không đọc được" in fault
    assert "7 không đọc được" in fault


def test_a_word_nobody_knows_hides_the_names_and_is_a_fault(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", head="Tên người: bí mật")
    site.tell("2023-01-06-b", "Bài B", head="Tên người: viết tắt")
    assert codes(site) == {"tin-tuc/2023/2023-01-06-a/index.md": ["names-unknown"]}
    stories = site.open().check(site.words).stories
    assert [story.head.names for story in stories] == ["initials", "initials"]
