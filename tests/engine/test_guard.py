"""Which folder may be replaced as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Site

ELSEWHERE = "Hãy đặt OUTPUT_PATH (hoặc --output) vào một thư mục khác."


def test_an_output_that_is_a_file_is_refused_and_left_alone(site: Site) -> None:
    site.write("output", "của tôi")
    assert site.refuse() == ["output là một tệp, không phải thư mục xuất bản. Hãy đổi tên hoặc dời tệp đó đi."]
    assert site.output.read_text(encoding="utf-8") == "của tôi"


def test_an_output_closed_to_its_owner_is_refused_even_for_the_super_user(site: Site) -> None:
    site.build()
    before = site.files()
    site.output.chmod(0o555)
    site.tell("2023-01-06-a", "Bài A")
    try:
        assert site.refuse() == [
            "Thư mục xuất bản output/ không cho ghi. Hãy cấp quyền ghi cho thư mục đó (ví dụ: chmod u+w)."
        ]
    finally:
        site.output.chmod(0o755)
    assert site.files() == before


@pytest.mark.parametrize(
    ("output", "fault"),
    [
        (".", "Thư mục xuất bản site/ chứa chính thư mục bài viết content/."),
        ("..", " chứa chính thư mục bài viết content/."),
        ("content", "Thư mục xuất bản content/ chứa chính thư mục bài viết content/."),
        ("content/xuat", "Thư mục xuất bản xuat/ nằm trong thư mục bài viết content/."),
        ("theme", "Thư mục xuất bản theme/ chứa chính thư mục giao diện theme/."),
        ("theme/static", "Thư mục xuất bản static/ nằm trong thư mục giao diện theme/."),
        (".cache", "Thư mục xuất bản .cache/ chứa chính bộ nhớ đệm .cache/."),
    ],
)
def test_an_output_that_holds_sources_is_refused(site: Site, output: str, fault: str) -> None:
    before = site.files(".")
    (refusal,) = site.refuse(OUTPUT_PATH=str((site.root / output).resolve()))
    assert refusal.endswith(f"{fault} {ELSEWHERE}")
    assert site.files(".") == before


def test_an_output_with_a_history_of_its_own_is_refused(site: Site) -> None:
    site.write("output/.git/HEAD", "ref")
    assert site.refuse() == [f"Thư mục xuất bản output/ có .git, thứ sẽ mất khi thay cả thư mục. {ELSEWHERE}"]


def test_a_strangers_folder_is_refused_and_left_alone(site: Site) -> None:
    site.write("output/luan-van.docx", "ba năm công sức")
    assert site.refuse() == [f"Thư mục output/ có sẵn tệp không phải của trang tin (luan-van.docx). {ELSEWHERE}"]
    assert site.files() == {"luan-van.docx": "ba năm công sức".encode()}


def test_a_site_built_by_other_means_is_copied_aside_before_it_is_replaced(site: Site) -> None:
    site.write("output/index.html", "trang cũ")
    site.write("output/archives/index.html", "kho cũ")
    kept = site.build().set_aside
    assert kept == site.cache / "ban-cu" / "output-1"
    assert site.files(str(kept)) == {"index.html": "trang cũ".encode(), "archives/index.html": "kho cũ".encode()}
    assert "archives/index.html" not in site.files()
    assert site.build().set_aside is None


def test_an_empty_folder_is_anyones(site: Site) -> None:
    site.output.mkdir()
    (site.output / ".DS_Store").touch()
    assert site.build().set_aside is None


def test_an_output_reached_by_a_link_is_made_where_the_link_leads(site: Site, tmp_path: Path) -> None:
    (tmp_path / "noi-khac").mkdir()
    site.output.symlink_to(tmp_path / "noi-khac", target_is_directory=True)
    site.build()
    assert site.output.is_symlink()
    assert (tmp_path / "noi-khac" / "index.html").is_file()
