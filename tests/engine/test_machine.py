"""Whole processes: plain ``pelican`` does the same as ``newsroom build``, and nothing of the machine shows."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

from tests.sites import NEWSROOM, PELICAN, Site, environment, make_site, run

BUILD = [*NEWSROOM, "build"]


@pytest.fixture
def news(site: Site) -> Site:
    """A site with a photo whose name has Vietnamese letters."""
    site.tell("2023-01-06-hoi-nghi", "Hội nghị", body="![Quang cảnh](Ảnh hội nghị (1).jpg)\nẢnh: Hội trường")
    site.paint("content/tin-tuc/2023/2023-01-06-hoi-nghi/Ảnh hội nghị (1).jpg", size=(500, 400))
    site.tell("2023-02-06-hien-mau", "Hiến máu", date="2023-02-06", head="Từ khóa: hiến máu, hiền mẫu, Đắk Lắk")
    return site


def test_plain_pelican_builds_the_same_bytes(news: Site) -> None:
    pelican, newsroom = news.root / "a", news.root / "b"
    told = run(news, [*PELICAN, "-o", str(pelican), "-e", 'NEWSROOM_NOW="2026-01-01"'])
    assert told[0] == 0
    assert run(news, [*BUILD, "--output", str(newsroom), "--now", "01/01/2026"])[0] == 0
    assert news.files("a") == news.files("b")
    assert "index.html" in news.files("a")


def test_plain_pelican_refuses_with_the_same_sentences_and_no_traceback(news: Site) -> None:
    news.tell("2023-03-02-b", "Thiếu ảnh", body="![](khong-co.jpg)")
    status, out, err = run(news, [*PELICAN, "-q", "-s", "publishconf.py"])
    assert (status, out) == (1, "")
    assert err.startswith("content/tin-tuc/2023/2023-03-02-b/index.md, dòng 4: ")
    assert run(news, [*BUILD, "--settings", "publishconf.py"]) == (1, "", err)
    assert not (news.root / "public").exists()


@pytest.mark.parametrize(
    "machine",
    [
        {"PYTHONHASHSEED": "1", "TZ": "America/New_York", "HOME": "/khong/co"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
    ],
)
def test_nothing_of_the_machine_shows(news: Site, tmp_path: Path, machine: dict[str, str]) -> None:
    news.build(NEWSROOM_NOW="2026-01-01")
    other = make_site(tmp_path / "Trang tin – Chữ thập đỏ")
    shutil.copytree(news.root / "content", other.root / "content", dirs_exist_ok=True)
    status, out, err = run(other, [*BUILD, "--now", "2026-01-01"], env=environment(**machine), umask=0o077)
    assert (status, err) == (0, "")
    assert "Đã dựng xong output/: 2 bài, 0 trang (" in out
    assert other.files() == news.files()
    modes = {stat.S_IMODE(path.stat().st_mode) for path in other.output.rglob("*")}
    assert modes == {0o644, 0o755}


def test_plain_pelican_reads_vietnamese_file_names_under_the_c_locale(news: Site) -> None:
    machine = environment(LC_ALL="C", PYTHONUTF8="0")
    assert run(news, [*PELICAN, "-q", "-o", "a"], env=machine)[0] == 0
    news.build()
    assert news.files("a") == news.files()
