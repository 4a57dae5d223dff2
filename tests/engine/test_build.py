"""Whole builds: all of a site, or nothing; and a warm build equals a clean one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

from tests.sites import Site, make_site

STORY = "content/tin-tuc/2023/2023-01-06-hoi-nghi"


def fill(site: Site) -> Site:
    """Stories with a photo, an attachment, tags, a page."""
    site.tell(
        "2023-01-06-hoi-nghi",
        "Hội nghị",
        body="![Quang cảnh hội trường](anh.jpg)\nẢnh: Hội trường\n\nXem [văn bản](vb.pdf).",
    )
    site.paint(f"{STORY}/anh.jpg", "teal")
    site.write(f"{STORY}/vb.pdf", "%PDF-1.4 thử")
    site.tell("2023-02-06-hien-mau", "Hiến máu", date="2023-02-06", head="Từ khóa: hiến máu\nChuyên mục: Hiến máu")
    site.write("content/trang/gioi-thieu.md", "Tiêu đề: Giới thiệu\n\nHội được lập ra năm xưa.\n")
    return site


def clean_build(site: Site, root: Path, **values: Any) -> dict[str, bytes]:
    """What a build without any cache or earlier output makes of the same sources."""
    other = Site(root)
    for name in ("content", "theme"):
        shutil.copytree(site.root / name, root / name)
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copyfile(site.root / name, root / name)
    other.build(**values)
    return other.files()


def test_the_same_site_gives_the_same_files_and_none_is_written_twice(site: Site) -> None:
    fill(site)
    first = site.build()
    stamps = {path: (site.output / path).stat().st_mtime_ns for path in site.files()}
    second = site.build()
    assert (first.changed, first.kept) == (len(stamps), 0)
    assert (second.changed, second.kept) == (0, len(stamps))
    assert {path: (site.output / path).stat().st_mtime_ns for path in site.files()} == stamps


def test_a_strict_build_is_refused_with_every_fault_and_the_old_output_stands(site: Site) -> None:
    fill(site).build(NEWSROOM_STRICT=True)
    before = site.files()
    site.tell("2023-03-01-a", "", body="Không tiêu đề.")
    site.tell("2023-03-02-b", "Thiếu ảnh", body="![](khong-co.jpg)")
    photo = site.paint("content/tin-tuc/2023/2023-03-03-c/cut.jpg", size=(400, 300))
    photo.write_bytes(photo.read_bytes()[: photo.stat().st_size * 2 // 5])
    site.tell("2023-03-03-c", "Ảnh cụt", body="Lời dẫn.\n\n![Ảnh cụt](cut.jpg)")
    faults = site.refuse(NEWSROOM_STRICT=True)
    assert [fault.split(": ")[0] for fault in faults] == [
        "content/tin-tuc/2023/2023-03-01-a/index.md, dòng 1",
        "content/tin-tuc/2023/2023-03-02-b/index.md, dòng 4",
        "content/tin-tuc/2023/2023-03-03-c/index.md, dòng 6",
    ]
    assert "khong-co.jpg" in faults[1]
    assert "cut.jpg" in faults[2]
    assert site.files() == before


def test_a_photo_that_breaks_only_when_it_is_decoded_is_named_at_its_line(site: Site) -> None:
    photo = site.paint("content/tin-tuc/2023/2023-03-03-c/hong.jpg", size=(640, 480))
    data = bytearray(photo.read_bytes())
    data[len(data) // 3 : len(data) * 2 // 3] = b"\xff\xd8\x00\xc4" * (len(data) // 12)
    photo.write_bytes(data)
    site.tell("2023-03-03-c", "Ảnh hỏng", body="![Ảnh hỏng](hong.jpg)")
    (fault,) = site.refuse(NEWSROOM_STRICT=True)
    assert fault.startswith("content/tin-tuc/2023/2023-03-03-c/index.md, dòng 4: ")
    assert "hong.jpg" in fault
    site.build()
    assert 'data-missing="hong.jpg"' in (site.output / "tin-tuc/2023/c/index.html").read_text(encoding="utf-8")
    assert not any(path.startswith("anh/hong") for path in site.files())


def test_a_preview_marks_the_faults_and_leaves_nothing_out(site: Site) -> None:
    site.tell("2023-03-02-b", "Thiếu ảnh", body="![](khong-co.jpg)")
    site.open().publish(site.words)
    assert "khong-co.jpg" in (site.output / "tin-tuc/2023/b/index.html").read_text(encoding="utf-8")
    assert "khong-co.jpg" in (site.output / "loi/index.html").read_text(encoding="utf-8")
    assert site.words.warned[-1] == "Bản xem thử còn 1 lỗi phải sửa trước khi đăng; xem trang /loi/."


def test_after_any_edit_a_warm_build_equals_a_clean_one(site: Site, tmp_path: Path) -> None:
    fill(site).build()
    edits = {
        "a photo of the same size and time": lambda: _repaint(site.root / STORY / "anh.jpg"),
        "a new title": lambda: site.tell("2023-02-06-hien-mau", "Hiến máu tình nguyện", date="2023-02-06"),
        "a renamed story": lambda: (site.root / STORY).rename(site.root / f"{STORY}-tong-ket"),
        "a deleted story": lambda: shutil.rmtree(site.root / "content/tin-tuc/2023/2023-02-06-hien-mau"),
        "a template": lambda: _append(site.root / "theme/templates/base.html", "<!-- sửa -->"),
        "a style sheet": lambda: _append(site.root / "theme/static/css/base.css", "p{}"),
        "the name of the site": lambda: _replace(site.root / "pelicanconf.py", "tỉnh Hải Lâm", "tỉnh Ví Dụ"),
    }
    for number, (edit, make) in enumerate(edits.items()):
        make()
        site.build()
        assert site.files() == clean_build(site, tmp_path / str(number)), edit
    assert not any("hien-mau" in path and "tin-tuc" in path for path in site.files())


def _repaint(photo: Path) -> None:
    """Another picture with as many bytes and the same time."""
    before = photo.stat()
    data = bytearray(photo.read_bytes())
    tables = data.index(b"\xff\xdb")
    data[tables + 6] ^= 1
    photo.write_bytes(data)
    os.utime(photo, ns=(before.st_atime_ns, before.st_mtime_ns))


def _append(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


def _replace(file: Path, old: str, new: str) -> None:
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_what_happens_to_the_output_reaches_neither_the_next_build_nor_the_cache(site: Site) -> None:
    fill(site).build()
    before = site.files()
    for path in (*(path for path in before if path.startswith("anh/")), "index.html", "rss.xml"):
        (site.output / path).write_bytes(b"<script>")
    (site.output / "404.html").unlink()
    (site.output / "la").mkdir()
    (site.output / "la/mat.html").write_bytes(b"x")
    site.build()
    assert site.files() == before
    assert not (site.output / "la").exists()


def test_a_cache_may_be_lost_or_forged(site: Site) -> None:
    fill(site).build()
    before = site.files()
    for file in site.cache.rglob("*"):
        if file.is_file():
            file.write_bytes(b"\x80\x04forged")
    site.build()
    assert site.files() == before
    shutil.rmtree(site.cache)
    site.build()
    assert site.files() == before


def test_the_order_and_times_of_copying_do_not_show(site: Site, tmp_path: Path) -> None:
    fill(site).build()
    other = make_site(tmp_path / "Chữ thập đỏ – bản sao")
    files = sorted(path for path in (site.root / "content").rglob("*") if path.is_file())
    for number, file in enumerate(reversed(files)):
        copy = other.root / file.relative_to(site.root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        os.utime(copy, (10**9 + number, 10**9 + number))
    other.build()
    assert other.files() == site.files()


def test_content_is_never_written_to_and_nothing_is_written_elsewhere(site: Site) -> None:
    fill(site)
    before = site.files(".")
    site.build()
    site.build(OUTPUT_PATH=str(site.root / "public"), NEWSROOM_STRICT=True)
    mine = ("output/", "public/", ".cache/")
    assert {path: data for path, data in site.files(".").items() if not path.startswith(mine)} == before
    assert site.files("public").keys() == site.files().keys()


def test_derivatives_that_no_output_uses_any_more_leave_the_cache(site: Site) -> None:
    fill(site).build()
    site.build(OUTPUT_PATH=str(site.root / "public"))
    used = {path for path in site.files(".cache/anh") if path.startswith("anh-")}
    (site.root / STORY / "index.md").write_text("Tiêu đề: Hội nghị\nNgày: 2023-01-06\n\nKhông ảnh.\n", encoding="utf-8")
    site.build()
    assert used <= site.files(".cache/anh").keys()
    site.build(OUTPUT_PATH=str(site.root / "public"))
    assert used.isdisjoint(site.files(".cache/anh"))


def test_a_site_without_a_story_is_a_site(site: Site) -> None:
    site.open(NEWSROOM_STRICT=True).publish(site.words)
    assert {"index.html", "404.html", "rss.xml", "sitemap.xml"} <= site.files().keys()
    assert site.words.said[0].startswith("Đã dựng xong output/: 0 bài, 0 trang (")
