"""Changes that earlier builds took for none: after each, the output is what a clean build would make."""

from __future__ import annotations

import resource
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsroom.engine import stamps
from newsroom.engine.offers import ReadStory
from newsroom.errors import Refusal
from tests.engine.office import broken_inside
from tests.sites import NEWSROOM, Site, run

TODAY = {"NEWSROOM_NOW": "2023-04-10"}


@pytest.fixture(autouse=True)
def _let_stamps_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock's last seconds prove nothing, and a test takes less: without them only bytes would be compared."""
    monkeypatch.setattr(stamps, "SETTLED_AFTER", 0)


def fill(site: Site) -> Site:
    for number in range(1, 5):
        site.tell(f"2023-0{number}-04-bai-{number}", f"Bài số {number}", f"2023-0{number}-04", f"Nội dung số {number}.")
    return site


def outcome(site: Site, **values: Any) -> tuple[list[str], dict[str, bytes]]:
    """Why a build was refused, or all that it made."""
    try:
        site.build(**values)
    except Refusal as refusal:
        return list(refusal.faults), {}
    return [], site.files(str(values.get("OUTPUT_PATH", "output")))


def must_be_clean(site: Site, **values: Any) -> list[str]:
    """Build on what was there before, and with nothing; gives why both were refused."""
    told, made = outcome(site, **values)
    number = len(list(site.root.glob("sach-*"))) + 1
    aside = {"OUTPUT_PATH": str(site.root / f"sach-{number}"), "NEWSROOM_CACHE": f".cache-sach-{number}"}
    expected, clean = outcome(site, **{**values, **aside})
    assert told == expected
    assert {path for path in made.keys() | clean.keys() if made.get(path) != clean.get(path)} == set()
    return told


def _edit_another(site: Site) -> dict[str, Any]:
    site.tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "Chữ mới.")
    return TODAY


def _rename_another(site: Site) -> dict[str, Any]:
    site.tell("2023-03-04-bai-3", "Tên khác", "2023-03-04")
    return TODAY


def _add_another(site: Site) -> dict[str, Any]:
    site.tell("2023-03-14-bai-9", "Bài thêm", "2023-03-14")
    return TODAY


def _set_the_clock_back(_: Site) -> dict[str, Any]:
    return {"NEWSROOM_NOW": "2023-03-20"}


def _publish(_: Site) -> dict[str, Any]:
    return {**TODAY, "NEWSROOM_STRICT": True}


@pytest.mark.parametrize("happen", [_edit_another, _rename_another, _add_another, _set_the_clock_back, _publish])
def test_a_photo_that_only_its_pixels_show_to_be_broken_stays_a_fault(
    site: Site, happen: Callable[[Site], dict[str, Any]]
) -> None:
    fill(site)
    site.tell("2023-01-04-bai-1", "Bài số 1", "2023-01-04", "![](a.jpg)\nẢnh: Trao quà")
    (site.root / "content/tin-tuc/2023/2023-01-04-bai-1/a.jpg").write_bytes(broken_inside())
    must_be_clean(site, **TODAY)
    refused = must_be_clean(site, **happen(site))
    assert bool(refused) == (happen is _publish)


def meanwhile(site: Site, source: str, happen: Callable[[], object]) -> None:
    """Build, and let something happen just after a source was read."""
    pelican = site.open(**TODAY)
    read = pelican.offers.read_story
    assert read is not None

    def read_and_wait(file: Path, *rest: Any) -> Any:
        story = read(file, *rest)
        if source in file.as_posix():
            happen()
        return story

    reader: ReadStory = read_and_wait
    pelican.offers.read_story = reader
    pelican.build(site.words)


def test_a_story_saved_while_it_is_read_is_read_again(site: Site) -> None:
    fill(site)
    meanwhile(site, "bai-3", lambda: site.tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "Lưu trong khi dựng."))
    must_be_clean(site, **TODAY)
    must_be_clean(site, **TODAY)
    assert "Lưu trong khi dựng." in site.files()["tin-tuc/2023/bai-3/index.html"].decode()


def test_a_photo_saved_while_its_story_is_read_is_looked_at_again(site: Site) -> None:
    photo = "content/tin-tuc/2023/2023-03-04-bai-3/a.jpg"
    fill(site).paint(photo, "teal")
    site.tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "![](a.jpg)\nẢnh: Trao quà")
    meanwhile(site, "bai-3", lambda: site.paint(photo, "red"))
    must_be_clean(site, **TODAY)
    must_be_clean(site, **TODAY)


@pytest.mark.parametrize("head", ["Slug: bai-1", "id: chung"])
def test_what_drafts_claim_counts_as_soon_as_drafts_are_shown(site: Site, head: str) -> None:
    fill(site).tell("2023-01-08-khac", "Bài khác", "2023-01-08", head="id: chung")
    site.tell("2023-01-09-nhap", "Nháp", "2023-01-09", head=f"Trạng thái: nháp\n{head}")
    must_be_clean(site, **TODAY)
    must_be_clean(site, **TODAY, NEWSROOM_DRAFTS=True)
    must_be_clean(site, **TODAY)


def test_another_program_may_reserve_other_addresses(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(site).write("content/trang/moi.md", "Tiêu đề: Mới\n\nChữ.\n")
    must_be_clean(site, **TODAY)
    monkeypatch.setattr("newsroom.engine.claims.RESERVED", frozenset({"moi"}))
    monkeypatch.setattr("newsroom.engine.memory.print_program", lambda: "another")
    must_be_clean(site, **TODAY)
    assert "moi/index.html" not in site.files()


@pytest.mark.parametrize("edited", [False, True])
def test_a_withdrawn_story_is_to_be_forgotten_from_its_day_on(site: Site, edited: bool) -> None:
    fill(site).tell("2023-04-20-rut", "Tin rút", "2023-04-20", head="Trạng thái: gỡ")
    must_be_clean(site, **TODAY)
    if edited:
        _edit_another(site)
    must_be_clean(site, NEWSROOM_NOW="2023-04-21")
    assert b"deleted-entry" in site.files()["atom.xml"]


def test_a_link_to_a_file_that_ends_as_stories_do_is_none_in_any_case(site: Site) -> None:
    fill(site).tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "[Tải](ke-hoach.MD)")
    must_be_clean(site, **TODAY)
    site.write("content/tin-tuc/2023/2023-03-04-bai-3/ke-hoach.MD", "Kế hoạch.\n")
    must_be_clean(site, **TODAY)


@pytest.mark.parametrize("name", ["ke-hoach.tmp", "~$ke-hoach.docx"])
def test_what_a_program_leaves_behind_is_not_offered_though_a_story_names_it(site: Site, name: str) -> None:
    fill(site).tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", f"[Tải]({name})")
    must_be_clean(site, **TODAY)
    site.write(f"content/tin-tuc/2023/2023-03-04-bai-3/{name}", "Kế hoạch.\n")
    must_be_clean(site, **TODAY)
    assert not any(path.startswith("tin-tuc/2023/bai-3/ke-hoach") for path in site.files())


def test_of_two_attachments_whose_names_differ_in_how_marks_are_kept_the_one_as_typed_is_offered(site: Site) -> None:
    fill(site).tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "[Tải](kế-hoạch.pdf)")
    for form in ("NFD", "NFC"):
        name = unicodedata.normalize(form, "kế-hoạch.pdf")
        site.write(f"content/tin-tuc/2023/2023-03-04-bai-3/{name}", form)
        must_be_clean(site, **TODAY)
    assert site.files()["tin-tuc/2023/bai-3/ke-hoach.pdf"] == b"NFC"


def test_a_photo_that_may_no_longer_be_read_is_a_fault_and_may_be_read_again(site: Site) -> None:
    photo = fill(site).paint("content/tin-tuc/2023/2023-03-04-bai-3/a.jpg")
    site.tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "![](a.jpg)\nẢnh: Trao quà")
    for mode in (0o644, 0, 0o644):
        photo.chmod(mode)
        must_be_clean(site, **TODAY)


def test_a_folder_in_the_place_of_a_photo_is_noticed(site: Site) -> None:
    fill(site).tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "![](x.jpg)\nẢnh: Trao quà")
    must_be_clean(site, **TODAY)
    (site.root / "content/tin-tuc/2023/2023-03-04-bai-3/x.jpg").mkdir()
    must_be_clean(site, **TODAY)


def test_two_sources_whose_names_differ_in_how_marks_are_kept_are_a_fault(site: Site) -> None:
    name = "2023-01-09-hội-nghị"
    for form, slug in (("NFC", "mot"), ("NFD", "hai")):
        head = f"Slug: {slug}\nid: {slug}"
        fill(site).tell(unicodedata.normalize(form, name), f"Tin {slug}", "2023-01-09", f"Chữ {slug}.", head)
    must_be_clean(site, **TODAY)
    assert "tin-tuc/2023/mot/index.html" not in site.files()
    refused = must_be_clean(site, **TODAY, NEWSROOM_STRICT=True)
    assert ["chỉ khác nhau ở cách máy ghi dấu" in sentence for sentence in refused] == [True]


def test_a_template_in_a_linked_folder_counts(site: Site) -> None:
    shared = site.root / "chung"
    shared.mkdir()
    fill(site)
    (site.root / "theme/templates/chung").symlink_to(shared, target_is_directory=True)
    (shared / "lai").symlink_to(shared, target_is_directory=True)
    page = site.root / "theme/templates/story.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", "{% include 'chung/x.html' %}</article>"))
    for text in ("<i>một</i>", "<i>hai</i>"):
        (shared / "x.html").write_text(text, encoding="utf-8")
        must_be_clean(site, **TODAY)
        assert text in site.files()["tin-tuc/2023/bai-3/index.html"].decode()


def test_a_template_that_an_editor_left_behind_is_none(site: Site) -> None:
    page = fill(site).root / "theme/templates/story.html"
    page.write_text(page.read_text(encoding="utf-8").replace("</article>", "{% include '.x.html' %}</article>"))
    (page.parent / ".x.html").write_text("<i>một</i>", encoding="utf-8")
    (told,) = must_be_clean(site, **TODAY)
    assert "Mẫu trang gọi đến mẫu .x.html không có trong giao diện." in told


def test_a_photo_that_a_link_in_a_linked_folder_leads_to_counts(site: Site) -> None:
    folder = site.root / "content/tin-tuc/2023/2023-03-04-bai-3"
    fill(site).tell("2023-03-04-bai-3", "Bài số 3", "2023-03-04", "![](anh/x.jpg)\nẢnh: Trao quà")
    (folder / "goc").mkdir()
    (folder / "anh").symlink_to("goc", target_is_directory=True)
    (folder / "goc/x.jpg").symlink_to("y.jpg")
    for colour in ("teal", "red"):
        site.paint("content/tin-tuc/2023/2023-03-04-bai-3/goc/y.jpg", colour)
        must_be_clean(site, **TODAY)


@pytest.mark.parametrize("room", [48, 100, 200, 320])
@pytest.mark.parametrize("strict", [False, True])
def test_on_a_disk_that_fills_up_anywhere_a_build_keeps_the_old_output_or_has_made_the_new(
    site: Site, room: int, strict: bool
) -> None:
    def tell_all(body: str) -> None:
        for number in range(150):
            day = f"2023-01-{number % 28 + 1:02}"
            site.tell(f"{day}-bai-{number}", f"Bài số {number}", day, body * 30)

    tell_all("Nội dung. ")
    site.build(**TODAY, NEWSROOM_STRICT=strict)
    before = site.files()
    tell_all("Chữ khác. ")
    command = [*NEWSROOM, "build", "--now", TODAY["NEWSROOM_NOW"], *(["--strict"] if strict else [])]
    status, _, err = run(
        site, command, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room * 1024, room * 1024))
    )
    assert "ngoài dự kiến" not in err
    assert (site.files() == before) == (status != 0)
    must_be_clean(site, **TODAY, NEWSROOM_STRICT=strict)
