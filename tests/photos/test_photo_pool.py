"""Many pictures at once: in worker processes that no picture, no Ctrl-C and no kill can leave in a muddle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from importlib import import_module
from pathlib import Path

import pytest
from PIL import Image

from newsroom.model import Picture, SocialCard
from newsroom.photos import PhotoFault, plan_derivatives, plan_social, read_picture, render_pictures
from newsroom.photos.pool import count_workers, make_all

Scene = Callable[..., Image.Image]

BUILD = """
import sys
from pathlib import Path
from newsroom.photos import read_picture, render_pictures

if __name__ == "__main__":
    content, shelf = map(Path, sys.argv[1:])
    pictures = [read_picture(path, content) for path in sorted(content.rglob("*.jpg"))]
    render_pictures(pictures, content, shelf, lambda done, total: print(done, total, flush=True))
"""


@pytest.fixture
def pictures(story: Path, content: Path, scene: Scene) -> list[Picture]:
    for number in range(5):
        scene(300 + number, 200).save(story / f"anh-{number}.jpg")
    return [read_picture(path, content) for path in sorted(story.glob("*.jpg"))]


def planned(pictures: list[Picture]) -> set[str]:
    return {made.name for picture in pictures for made in picture.derivatives}


def on(shelf: Path) -> set[str]:
    return {path.name for path in shelf.iterdir()} - {"ledger.txt"}


def test_many_pictures_are_made_in_processes_and_counted(pictures: list[Picture], content: Path, shelf: Path) -> None:
    counts: list[tuple[int, int]] = []
    assert render_pictures(pictures, content, shelf, lambda done, total: counts.append((done, total))) == ()
    assert counts == [(1, 5), (2, 5), (3, 5), (4, 5), (5, 5)]
    assert on(shelf) == planned(pictures)


def test_processes_and_one_by_one_make_the_same_bytes(
    pictures: list[Picture], content: Path, shelf: Path, tmp_path: Path
) -> None:
    render_pictures(pictures, content, shelf)
    for picture in pictures:
        render_pictures([picture], content, tmp_path / "single")
    assert on(shelf) == on(tmp_path / "single") == planned(pictures)
    assert all((shelf / name).read_bytes() == (tmp_path / "single" / name).read_bytes() for name in planned(pictures))


def photo(number: int, width: int, height: int) -> Picture:
    files = plan_derivatives(f"anh-{number}", "a1b2c3", width, height)
    return Picture(f"anh-{number}.jpg", "a1b2c3", width, height, files, "4x3")


CARD = plan_social("tin", None, SocialCard("Ngày hội hiến máu", "Hội Chữ thập đỏ"))


@pytest.mark.parametrize(
    ("pictures", "workers"),
    [
        ([CARD], 0),
        ([CARD] * 100, 0),
        ([CARD] * 200, 1),
        ([CARD] * 10_000, 8),
        ([photo(1, 4000, 3000), photo(2, 4000, 3000), plan_social("tin", photo(1, 4000, 3000), SocialCard("", ""))], 0),
        ([photo(1, 12_000, 9000)], 1),
        ([photo(number, 120, 90) for number in range(3)], 1),
        ([photo(number, 4000, 3000) for number in range(6)], 1),
        ([photo(number, 4000, 3000) for number in range(7)], 2),
        ([photo(number, 4000, 3000) for number in range(60)], 8),
    ],
)
def test_pictures_get_as_many_processes_as_their_pixels_deserve(pictures: list[Picture], workers: int) -> None:
    assert count_workers(pictures, processors=8) == workers
    assert count_workers(pictures, processors=2) == min(workers, 2)
    assert count_workers(pictures, processors=1) == 0


def test_another_executor_can_do_the_work(pictures: list[Picture], content: Path, shelf: Path) -> None:
    with ThreadPoolExecutor(2) as threads:
        assert render_pictures(pictures, content, shelf, executor=threads) == ()
        assert threads.submit(len, "still open").result() == 10
    assert on(shelf) == planned(pictures)


@pytest.mark.parametrize("side", [90, 9000])
def test_a_photo_that_kills_its_worker_is_found_out_and_the_others_are_made(
    pictures: list[Picture], side: int, content: Path, shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictures = [replace(picture, width=side, height=side) for picture in pictures]  # for one worker, or several
    (tmp_path / "crashing.py").write_text(
        "import os\n"
        "from newsroom.photos.make import make_picture\n"
        "def make(picture, **where):\n"
        "    if picture.original.endswith('anh-2.jpg'):\n"
        "        os._exit(9)\n"
        "    return make_picture(picture, **where)\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    shelf.mkdir(parents=True)
    recipe = import_module("newsroom.photos.recipe").RECIPE
    make = partial(import_module("crashing").make, content=content, folder=shelf, recipe=recipe)
    results = dict(make_all(pictures, make))
    assert results == dict.fromkeys(pictures) | {
        pictures[2]: PhotoFault(
            "photo-unreadable",
            "Máy không xử lý nổi ảnh “anh-2.jpg”.",
            "Ảnh có thể bị hỏng hoặc quá lớn: hãy xuất lại ra JPEG cỡ vừa rồi dùng tệp đó.",
        )
    }
    assert on(shelf) == planned([p for p in pictures if p != pictures[2]])


@pytest.fixture
def running_build(story: Path, content: Path, shelf: Path, tmp_path: Path) -> Callable[[], subprocess.Popen[str]]:
    """Start a build of larger photos and wait until it has made the first."""
    noise = Image.effect_noise((900, 700), 70).convert("RGB")
    for number in range(8):
        noise.rotate(number).save(story / f"anh-{number}.jpg")
    script = tmp_path / "build.py"
    script.write_text(BUILD, encoding="utf-8")

    def start() -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, str(script), str(content), str(shelf)]
        build = subprocess.Popen(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert build.stdout is not None
        assert build.stdout.readline() == "1 8\n"
        return build

    return start


def sound(shelf: Path) -> None:
    for path in shelf.iterdir():
        if path.suffix in (".avif", ".jpg"):
            with Image.open(path) as image:
                image.load()


def test_ctrl_c_leaves_no_half_file_and_the_next_build_goes_on(
    running_build: Callable[[], subprocess.Popen[str]], content: Path, story: Path, shelf: Path
) -> None:
    build = running_build()
    os.killpg(build.pid, signal.SIGINT)  # as a terminal does: parent and workers alike
    _, errors = build.communicate(timeout=60)
    assert build.returncode != 0
    assert errors.count("KeyboardInterrupt") == 1
    sound(shelf)
    assert all(name.endswith((".avif", ".jpg")) for name in on(shelf))
    finish(content, story, shelf)


def test_a_killed_build_leaves_no_worker_behind_and_the_next_goes_on(
    running_build: Callable[[], subprocess.Popen[str]], content: Path, story: Path, shelf: Path
) -> None:
    build = running_build()
    build.kill()
    build.communicate(timeout=60)  # ends only when no worker holds the pipes any more
    sound(shelf)
    finish(content, story, shelf)


def finish(content: Path, story: Path, shelf: Path) -> None:
    pictures = [read_picture(path, content) for path in sorted(story.glob("*.jpg"))]
    counts: list[int] = []
    started = time.monotonic()
    assert render_pictures(pictures, content, shelf, lambda done, total: counts.append(total)) == ()
    assert len(counts) < 8
    assert planned(pictures) <= on(shelf)
    assert time.monotonic() - started < 60
