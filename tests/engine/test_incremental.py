"""What a build makes again, and what it says of it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.ledger import TABLES
from newsroom.engine.memory import remembering
from newsroom.engine.reasons import WORDS, Reason
from newsroom.engine.why import read_place
from newsroom.engine.workshop import find_workshop
from newsroom.model import Notice, Story
from tests.sites import NEWSROOM, Site, run

OWN = "tin-tuc/2023/bai-3/index.html"


def fill(site: Site) -> Site:
    for number in range(6):
        site.tell(f"2023-01-0{number + 1}-bai-{number}", f"Bài số {number}", date=f"2023-01-0{number + 1}")
    return site


def reasons(site: Site) -> dict[str, str]:
    return {path: reason.value for path, reason in site.build().reasons}


def test_an_edit_of_a_body_makes_its_page_and_the_feeds_that_carry_it(site: Site) -> None:
    fill(site).build()
    site.tell("2023-01-04-bai-3", "Bài số 3", date="2023-01-04", body="Nội dung mới.")
    made = reasons(site)
    assert made[OWN] == "story-changed"
    assert {path for path in made if path.endswith(".html")} == {OWN}
    assert {made[path] for path in ("rss.xml", "atom.xml", "feed.json", "luu-tru/2023/atom.xml")} == {"list-changed"}


def test_a_new_title_makes_the_pages_that_show_it(site: Site) -> None:
    fill(site).build()
    site.tell("2023-01-04-bai-3", "Tiêu đề khác", date="2023-01-04")
    made = reasons(site)
    assert made[OWN] == "story-changed"
    assert made["tin-tuc/2023/bai-2/index.html"] == made["tin-tuc/2023/bai-4/index.html"] == "neighbour-changed"
    assert made["tin-tuc/index.html"] == made["luu-tru/2023/01/index.html"] == "list-changed"


def test_where_nothing_changed_nothing_is_made_and_the_same_is_said(site: Site) -> None:
    fill(site)
    site.tell("2023-02-01-thieu", "Thiếu ảnh", body="![](khong-co.jpg)")
    site.open().publish(site.words)
    first = list(site.words.warned)
    site.words.warned.clear()
    assert reasons(site) == {}
    site.open().publish(site.words)
    assert site.words.warned == first


def test_what_was_refused_is_refused_again_and_is_built_once_it_is_mended(site: Site) -> None:
    fill(site).build(NEWSROOM_STRICT=True)
    site.tell("2023-01-04-bai-3", "Bài số 3", date="2023-01-04", body="[Xem](khong-co.md)")
    first = site.refuse(NEWSROOM_STRICT=True)
    assert site.refuse(NEWSROOM_STRICT=True) == first
    site.tell("2023-01-04-bai-3", "Bài số 3", date="2023-01-04", body="Xem.")
    assert set(dict(site.build(NEWSROOM_STRICT=True).reasons).values()) == {"story-changed", "list-changed"}


@pytest.mark.parametrize("strict", [False, True])
def test_every_kind_of_change_has_its_reason(site: Site, strict: bool) -> None:
    values = {"NEWSROOM_STRICT": strict}
    fill(site).build(**values)

    def made() -> dict[str, str]:
        return {path: reason.value for path, reason in site.build(**values).reasons}

    (site.output / OWN).write_text("<p>sửa tay</p>", encoding="utf-8")
    assert made() == {OWN: "output-tampered"}
    (site.output / OWN).unlink()
    assert made() == {OWN: "output-missing"}
    css = site.root / "theme/static/css/base.css"
    css.write_text(css.read_text(encoding="utf-8") + "p{}", encoding="utf-8")
    assert made() == {"theme/css/base.css": "theme-changed", "theme/css/site.css": "theme-changed"}
    page = site.root / "theme/templates/404.html"
    page.write_text(page.read_text(encoding="utf-8") + "<!-- sửa -->", encoding="utf-8")
    assert made() == {"404.html": "template-changed"}
    settings = site.root / "pelicanconf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n# ghi chú\n", encoding="utf-8")
    assert set(made().values()) == {"settings-changed"}
    shutil.copytree(
        site.root / "content/tin-tuc/2023/2023-01-01-bai-0", site.root / "content/tin-tuc/2023/2023-03-01-m"
    )
    assert made()["tin-tuc/2023/m/index.html"] == "new-output"


PHOTO = "content/tin-tuc/2023/2023-01-06-anh/anh.jpg"


@pytest.mark.parametrize("head", ["", "Allow: photo-unreadable – đang chờ ảnh", "Allow: photo-refused – đang chờ ảnh"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda photo: photo.write_bytes(b"\xff\xd8 no photo"),
        lambda photo: photo.symlink_to(photo.parents[4] / "pelicanconf.py"),
        lambda photo: photo.symlink_to(photo),
        lambda photo: photo.mkdir(),
        lambda photo: os.mkfifo(photo),
    ],
    ids=["garbled", "a link that leads out", "a link to itself", "a folder", "a pipe"],
)
def test_a_photo_that_could_not_be_used_is_looked_at_again_when_another_takes_its_place(
    site: Site, spoil: Callable[[Path], None], head: str
) -> None:
    site.tell("2023-01-06-anh", "Tin có ảnh", body="![](anh.jpg)", head=head)
    page = site.output / "tin-tuc/2023/anh/index.html"
    spoil(site.root / PHOTO)
    site.build()
    assert 'data-missing="anh.jpg"' in page.read_text(encoding="utf-8")
    assert site.build().changed == 0
    photo = site.root / PHOTO
    photo.rmdir() if photo.is_dir() else photo.unlink()
    site.paint(PHOTO)
    site.build()
    shown = site.files()
    assert 'data-missing="anh.jpg"' not in page.read_text(encoding="utf-8")
    shutil.rmtree(site.output)
    shutil.rmtree(site.cache)
    site.build()
    assert site.files() == shown


def test_an_output_folder_that_was_deleted_or_emptied_is_made_again(site: Site) -> None:
    fill(site).build()
    before = site.files()
    shutil.rmtree(site.output)
    assert set(reasons(site).values()) == {"new-output"}
    assert site.files() == before
    for path in site.output.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert set(reasons(site).values()) == {"output-missing"}
    assert site.files() == before


def test_the_office_may_ask_why(site: Site) -> None:
    fill(site)
    assert run(site, [*NEWSROOM, "build"])[0] == 0
    site.tell("2023-01-04-bai-3", "Bài số 3", date="2023-01-04", body="Nội dung mới.")
    status, out, _ = run(site, [*NEWSROOM, "build", "-v"])
    assert status == 0
    assert f"{OWN}: bài đã đổi (story-changed)\n" in out
    for name in (f"output/{OWN}", str(site.output / OWN), "/tin-tuc/2023/bai-3/", OWN):
        status, out, _ = run(site, [*NEWSROOM, "why", name])
        assert (status, out.splitlines()[0]) == (0, f"output/{OWN}: làm lại lần cuối vì bài đã đổi (story-changed).")
    status, _, err = run(site, [*NEWSROOM, "why", "khong-co.html"])
    assert (status, err.startswith("Lần dựng cuối không viết ra khong-co.html.")) == (1, True)


@pytest.mark.parametrize(
    "typed",
    [
        r"C:\Trang tin\output\tin-tuc\2023\a\index.html",
        r"c:\TRANG TIN\Output\tin-tuc\2023\a",
        "C:/Trang tin/output/tin-tuc/2023/a/",
        r"output\tin-tuc\2023\a\index.html",
        r".\Output\tin-tuc\2023\a\\",
        "tin-tuc/2023/a/",
        "/tin-tuc/2023/a/",
        "https://hoi.example.vn/tin-tuc/2023/a/?x=1#anh-1",
    ],
)
def test_under_windows_the_office_may_ask_with_a_drive_and_backslashes_in_any_case(typed: str) -> None:
    assert "tin-tuc/2023/a/index.html" in read_place(typed, PureWindowsPath("C:/Trang tin/output"))


def test_a_place_on_this_machine_is_not_taken_for_an_address() -> None:
    folder = PurePosixPath("/nha/50% #1/output")
    assert "tin-tuc/a/index.html" in read_place(f"{folder}/tin-tuc/a/", folder)
    assert "index.html" in read_place("/", folder)


def test_verify_proves_the_output_or_names_what_differs(site: Site) -> None:
    fill(site)
    assert run(site, [*NEWSROOM, "build"])[0] == 0
    assert run(site, [*NEWSROOM, "verify"])[:2] == (0, "output/ giống hệt bản dựng sạch, từng byte một.\n")
    (site.output / OWN).write_text("khác", encoding="utf-8")
    (site.output / "la.html").write_text("lạ", encoding="utf-8")
    (site.output / "404.html").unlink()
    status, _, err = run(site, [*NEWSROOM, "verify"])
    assert (status, err.splitlines()) == (
        1,
        [
            "output/ thiếu 404.html.",
            "output/ thừa la.html.",
            f"output/{OWN} khác với bản dựng sạch.",
            "output/ khác bản dựng sạch ở 3 tệp: hãy dựng lại.",
        ],
    )


def test_check_tells_when_a_rename_would_change_an_id(site: Site) -> None:
    fill(site).build()
    folder = site.root / "content/tin-tuc/2023"
    (folder / "2023-01-04-bai-3").rename(folder / "2023-01-04-bai-3-moi")
    stories = site.open().check(site.words).stories
    (told,) = [notice for story in stories for notice in story.notices if notice.code == "id-changed"]
    assert "id: " in told.hint


def test_while_a_build_looks_and_reads_its_ledger_is_locked_for_nobody(site: Site) -> None:
    fill(site).build()
    settings = site.open().ready_settings()
    workshop = find_workshop(settings.output, settings.cache)
    with remembering(workshop, settings, "cài đặt khác", "giao diện khác") as memory:
        assert memory.ledger.count("stories") == 0
        assert memory.ledger.count("outputs") > 0
        other = sqlite3.connect(workshop.ledger, timeout=0, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        other.close()


def test_every_reason_has_its_words() -> None:
    assert WORDS.keys() == set(Reason)


def test_the_ledger_keeps_all_of_a_story_but_its_text() -> None:
    columns = {column.split()[0] for table in ("stories", "details") for column in TABLES[table].split(", ")}
    assert set(Story.__dataclass_fields__) - {"document", "lines"} <= columns


def test_what_was_kept_comes_back_and_what_was_forged_does_not() -> None:
    notices = (Notice("title-missing", "error", 1, "Thiếu tiêu đề.", "Hãy thêm.", found="😀 ‹đ›"),)
    kept = write_json(notices)
    assert parse_json(tuple[Notice, ...], kept) == notices
    for forged in ("", "{}", "[1]", kept.replace('"error"', '"loi"'), kept.replace("1", '"1"', 1), "[" * 5000):
        with pytest.raises(Damaged):
            parse_json(tuple[Notice, ...], forged)


def test_an_attachment_that_takes_the_place_of_a_link_is_offered(site: Site) -> None:
    site.tell("2023-01-06-tep", "Tin có tệp", body="[Danh sách](ds.pdf)")
    file = site.root / "content/tin-tuc/2023/2023-01-06-tep/ds.pdf"
    file.symlink_to(site.root / "pelicanconf.py")
    site.build()
    assert not (site.output / "tin-tuc/2023/tep/ds.pdf").exists()
    file.unlink()
    file.write_bytes(b"%PDF-1.7\n")
    site.build()
    assert (site.output / "tin-tuc/2023/tep/ds.pdf").read_bytes() == b"%PDF-1.7\n"


def test_a_photo_that_is_a_link_follows_the_photo_it_leads_to(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.engine.stamps.SETTLED_AFTER", -1_000_000_000)  # as if long ago
    site.tell("2023-01-06-anh", "Tin có ảnh", body="![](anh.jpg)")
    site.paint(str(Path(PHOTO).with_name("goc.jpg")))
    (site.root / PHOTO).symlink_to("goc.jpg")
    site.build()
    before = site.files()["tin-tuc/2023/anh/index.html"]
    site.paint(str(Path(PHOTO).with_name("goc.jpg")), "red")
    site.build()
    assert site.files()["tin-tuc/2023/anh/index.html"] != before
