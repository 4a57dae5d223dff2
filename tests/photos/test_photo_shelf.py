"""Derivatives are made once; a shelf that was lost, cut short or tampered with only costs time."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from newsroom.errors import SiteFault
from newsroom.model import Picture
from newsroom.photos import prune, read_picture, render_pictures
from newsroom.photos.shelf import TICK, find_unsound, record

Scene = Callable[..., Image.Image]


@pytest.fixture
def pictures(story: Path, content: Path, scene: Scene) -> list[Picture]:
    scene(450, 300).save(story / "anh.jpg")
    scene(60, 60).save(story / "qr.png")
    return [read_picture(story / name, content) for name in ("anh.jpg", "qr.png")]


@pytest.fixture
def full(pictures: list[Picture], content: Path, shelf: Path) -> dict[str, bytes]:
    """The shelf as a clean build leaves it."""
    assert render_pictures(pictures, content, shelf) == ()
    return on(shelf)


def on(shelf: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in shelf.iterdir() if path.name != "ledger.txt"}


def made_again(pictures: list[Picture], content: Path, shelf: Path) -> int:
    """How many pictures a second build makes; afterwards the shelf must be as a clean build leaves it."""
    counts: list[tuple[int, int]] = []
    assert render_pictures(pictures, content, shelf, lambda done, total: counts.append((done, total))) == ()
    return len(counts)


def test_an_existing_derivative_is_not_made_again(
    pictures: list[Picture], content: Path, shelf: Path, full: dict[str, bytes]
) -> None:
    marks = {name: (shelf / name).stat() for name in full}
    assert made_again(pictures, content, shelf) == 0
    assert {name: (shelf / name).stat() for name in on(shelf)} == marks


def test_the_same_photos_give_the_same_bytes(
    pictures: list[Picture], content: Path, tmp_path: Path, full: dict[str, bytes]
) -> None:
    assert render_pictures(pictures, content, tmp_path / "other") == ()
    assert on(tmp_path / "other") == full


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100])


def forge(path: Path) -> None:
    path.write_bytes(b"x" * path.stat().st_size)


def forge_and_back_date(path: Path) -> None:
    status = path.stat()
    other = path.with_name("other")
    other.write_bytes(b"x" * status.st_size)
    os.utime(other, ns=(status.st_atime_ns, status.st_mtime_ns))
    other.replace(path)


def forge_in_place(path: Path) -> None:
    """The same file, size and time, other bytes; where a clock ticks slowly even its change may show nowhere."""
    status = path.stat()
    path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes()))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def empty(path: Path) -> None:
    path.write_bytes(b"")


def replace_by_a_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("ledger.txt")


DAMAGES = (cut_short, forge, forge_and_back_date, forge_in_place, empty, replace_by_a_link, Path.unlink)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("suffix", ["*-400.avif", "*-450.jpg", "*.png"])
def test_a_damaged_derivative_is_made_again(
    pictures: list[Picture],
    content: Path,
    shelf: Path,
    full: dict[str, bytes],
    damage: Callable[[Path], None],
    suffix: str,
) -> None:
    (path,) = shelf.glob(suffix)
    damage(path)
    assert made_again(pictures, content, shelf) == 1
    assert on(shelf) == full
    assert made_again(pictures, content, shelf) == 0


def test_a_stamp_within_the_clocks_last_tick_proves_nothing(shelf: Path, full: dict[str, bytes]) -> None:
    name = min(full)
    (shelf / "ledger.txt").unlink()
    changed = (shelf / name).stat().st_ctime_ns
    record(shelf, [name], now=changed + TICK)
    assert (shelf / "ledger.txt").read_text().split()[1:4] == ["0", "0", "0"]
    assert find_unsound(shelf, [name]) == frozenset()  # by its bytes
    record(shelf, [name], now=changed + TICK + 1)
    assert (shelf / "ledger.txt").read_text().split()[-3] == str(changed)
    assert find_unsound(shelf, [name]) == frozenset()


@pytest.mark.parametrize(
    "text",
    [b"", b"\xff\xfe\0\0", b"anh 1 2\n" * 9, b"a b c d e\n", b"{}", b"x" * 10**6],
)
def test_a_forged_ledger_costs_only_time(
    pictures: list[Picture], content: Path, shelf: Path, full: dict[str, bytes], text: bytes
) -> None:
    (shelf / "ledger.txt").write_bytes(text)
    assert made_again(pictures, content, shelf) == 2
    assert on(shelf) == full


def test_a_ledger_torn_by_a_killed_build_loses_one_picture_at_most(
    pictures: list[Picture], content: Path, shelf: Path, full: dict[str, bytes]
) -> None:
    ledger = shelf / "ledger.txt"
    ledger.write_bytes(ledger.read_bytes()[:-20])
    assert made_again(pictures, content, shelf) == 1
    assert made_again(pictures, content, shelf) == 0
    assert on(shelf) == full


def test_a_shelf_that_was_moved_is_still_good(
    pictures: list[Picture], content: Path, shelf: Path, tmp_path: Path, full: dict[str, bytes]
) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(shelf, copy, copy_function=shutil.copyfile)
    assert made_again(pictures, content, copy) == 0
    assert made_again(pictures, content, copy) == 0


def test_two_originals_with_one_name_do_not_meet(story: Path, content: Path, shelf: Path, scene: Scene) -> None:
    other = story.with_name("2023-01-07-tap-huan")
    other.mkdir()
    scene(450, 300).save(story / "x.jpg")
    scene(300, 450).save(other / "x.jpg")
    pictures = [read_picture(folder / "x.jpg", content) for folder in (story, other)]
    assert render_pictures(pictures, content, shelf) == ()
    assert len({made.name for picture in pictures for made in picture.derivatives}) == len(on(shelf)) == 8


def test_one_original_in_two_stories_is_made_once(story: Path, content: Path, shelf: Path, scene: Scene) -> None:
    other = story.with_name("2023-01-07-tap-huan")
    other.mkdir()
    scene(300, 200).save(story / "x.jpg")
    shutil.copyfile(story / "x.jpg", other / "x.jpg")
    pictures = [read_picture(folder / "x.jpg", content) for folder in (story, other)]
    assert pictures[0].derivatives == pictures[1].derivatives
    assert made_again(pictures, content, shelf) == 1


def test_what_no_page_uses_is_pruned_with_half_written_files(
    pictures: list[Picture], content: Path, shelf: Path, full: dict[str, bytes]
) -> None:
    half = shelf / "anh-0-400.avif.1a2b3c4d.tam"
    half.write_bytes(b"half")
    keep = frozenset(made.name for made in pictures[1].derivatives)
    assert prune(shelf, keep) == tuple(sorted({half.name, *full} - keep))
    assert set(on(shelf)) == keep
    assert (shelf / "ledger.txt").read_text().count("\n") == 1
    assert made_again(pictures, content, shelf) == 1
    assert on(shelf) == full


def test_pruning_what_is_all_in_use_changes_nothing(
    pictures: list[Picture], shelf: Path, full: dict[str, bytes]
) -> None:
    before = (shelf / "ledger.txt").stat()
    assert prune(shelf, frozenset(full)) == ()
    assert (shelf / "ledger.txt").stat() == before
    assert prune(shelf / "khong-co", frozenset()) == ()


def test_a_shelf_that_cannot_be_written_is_a_fault_of_the_site(
    pictures: list[Picture], content: Path, tmp_path: Path
) -> None:
    (tmp_path / "tep").write_bytes(b"x")
    with pytest.raises(SiteFault) as caught:
        render_pictures(pictures, content, tmp_path / "tep")
    assert "Không ghi được ảnh vào thư mục đệm" in str(caught.value)
    assert (tmp_path / "tep").read_bytes() == b"x"


def test_content_is_never_written_to(pictures: list[Picture], content: Path, shelf: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}
    render_pictures(pictures, content, shelf)
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before
