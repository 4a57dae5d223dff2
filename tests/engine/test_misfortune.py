"""Whole processes: what bad luck and other programs may do to a build."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.sites import NEWSROOM, PELICAN, Site, environment, run, start

BUILD = [*NEWSROOM, "build"]


@pytest.fixture
def news(site: Site) -> Site:
    """A site with a photo whose name has Vietnamese letters."""
    site.tell("2023-01-06-hoi-nghi", "Hội nghị", body="![Quang cảnh](Ảnh hội nghị (1).jpg)\nẢnh: Hội trường")
    site.paint("content/tin-tuc/2023/2023-01-06-hoi-nghi/Ảnh hội nghị (1).jpg", size=(500, 400))
    site.tell("2023-02-06-hien-mau", "Hiến máu", date="2023-02-06", head="Từ khóa: hiến máu, hiền mẫu, Đắk Lắk")
    return site


def crowd(site: Site) -> Site:
    """So many stories that a build can be met half-way."""
    for number in range(60):
        site.tell(f"2023-01-06-bai-{number}", f"Bài số {number}", body="Nội dung.\n\n" * 20)
    return site


def change_every_page(site: Site) -> None:
    """Every story must be read again, and every page made again."""
    settings = site.root / "pelicanconf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nNEWSROOM_PHONE = '0200 000 000'\n", encoding="utf-8")


def wait_for(process: subprocess.Popen[bytes], words: str, times: int = 1) -> None:
    """Read what a build says until it has said this so many times: it tells every tenth of its work."""
    assert process.stdout
    for line in process.stdout:
        times -= line.decode("utf-8").startswith(words)
        if not times:
            return
    raise AssertionError(f"the build ended before it said {words!r}")


def left_over(site: Site) -> list[str]:
    """Names in the cache that a finished build does not leave there."""
    expected = {"lock", "made", "anh.txt", "so-cai.sqlite", "so-cai.seal", "manh.sqlite"}
    found = (path for path in (site.cache / "dung").rglob("*") if path.is_file())
    return [path.as_posix() for path in found if path.name not in expected]


def test_a_full_disk_is_a_sentence_and_the_old_output_stands(news: Site) -> None:
    news.build()
    before = news.files()
    news.write("theme/static/css/lon.css", "p{}" * 40_000)

    def fill_the_disk() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, 64 * 1024))

    status, _, err = run(news, BUILD, preexec_fn=fill_the_disk)
    assert status == 1
    assert err.splitlines()[0] == ("Đĩa đã đầy nên không ghi được lon.css. Hãy dọn bớt đĩa rồi chạy lại.")
    assert "Traceback" not in err
    assert news.files() == before
    assert left_over(news) == []


@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_told_to_stop_a_build_leaves_all_as_it_was(site: Site, number: int, status: int) -> None:
    crowd(site).build()
    before = site.files()
    change_every_page(site)
    process = start(site, [*BUILD, "-v"])
    wait_for(process, "Dựng trang")
    process.send_signal(number)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err.decode()) == (
        status,
        "Đã dừng theo yêu cầu. Bản đã có trước đó vẫn giữ nguyên.\n",
    )
    assert site.files() == before
    assert left_over(site) == []


def test_killed_anywhere_the_output_is_whole_and_the_next_build_is_clean(site: Site, tmp_path: Path) -> None:
    crowd(site).build()
    before = site.files()
    change_every_page(site)
    site.build(OUTPUT_PATH=str(tmp_path / "after"))
    after = Site(tmp_path).files("after")
    for words, times in (("Đọc bài", 1), ("Dựng trang", 1), ("Dựng trang", 9), ("Dựng trang", 10)):
        process = start(site, [*BUILD, "-v"])
        wait_for(process, words, times)
        process.kill()
        process.communicate(timeout=60)
        assert site.files() in (before, after)
    site.build()
    assert site.files() == after
    assert left_over(site) == []


def test_two_builds_at_once_leave_a_whole_output(site: Site) -> None:
    crowd(site)
    processes = [start(site, BUILD), start(site, BUILD)]
    errors = [process.communicate(timeout=90)[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    assert "Một lần dựng khác đang chạy; đang đợi đến lượt.\n" in errors
    warm = site.files()
    shutil.rmtree(site.output)
    shutil.rmtree(site.cache)
    site.build()
    assert site.files() == warm


@pytest.mark.parametrize("command", [BUILD, PELICAN])
def test_a_closed_terminal_does_not_decide_the_outcome(news: Site, command: list[str]) -> None:
    status, seen = _run_unheard(news, command)
    assert (status, seen) == (0, b"")
    assert "index.html" in news.files()
    news.tell("2023-03-02-b", "Thiếu ảnh", body="![](khong-co.jpg)")
    news.write("theme/templates/404.html", "{{ khong_co }}")
    assert _run_unheard(news, command)[0] == 1


def _run_unheard(site: Site, command: list[str]) -> tuple[int, bytes]:
    """Run with standard output closed and standard error a broken pipe."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        options: dict[str, Any] = {"cwd": site.root, "env": environment(), "stderr": writing}
        script = ["sh", "-c", 'exec "$@" >&-', "sh", *command]
        process = subprocess.Popen(script, stdout=subprocess.PIPE, **options)
        out, _ = process.communicate(timeout=60)
        return process.returncode, out
    finally:
        os.close(writing)


BROKEN = """
class Broken(NewsroomPelican):
    def build(self, reporter):
        return [][1]

PELICAN_CLASS = Broken
"""


def test_an_unexpected_error_is_a_sentence_and_its_trace_is_kept_for_whoever_mends_it(news: Site) -> None:
    with (news.root / "pelicanconf.py").open("a", encoding="utf-8") as settings:
        settings.write(BROKEN)
    status, _, err = run(news, BUILD)
    trace = news.cache / "loi-chuong-trinh.txt"
    assert (status, err) == (
        1,
        "Chương trình gặp lỗi ngoài dự kiến (IndexError: list index out of range). "
        f"Hãy gửi tệp {trace} cho người phụ trách kỹ thuật.\n",
    )
    assert "return [][1]" in trace.read_text(encoding="utf-8")
