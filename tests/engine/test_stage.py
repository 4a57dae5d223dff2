"""The stage: unchanged files stay themselves, and every file can be read by a web server."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from newsroom.engine.stage import Stage


@pytest.fixture
def previous(tmp_path: Path) -> Path:
    folder = tmp_path / "output"
    (folder / "a").mkdir(parents=True)
    for name in ("a/same.html", "a/other.html"):
        (folder / name).write_bytes(b"before")
        (folder / name).chmod(0o644)
        os.utime(folder / name, ns=(10**18, 10**18))
    return folder


def begin(tmp_path: Path, previous: Path) -> Stage:
    stage = Stage(tmp_path / "stage", previous)
    stage.open()
    return stage


def test_a_file_with_the_same_bytes_stays_the_same_file(tmp_path: Path, previous: Path) -> None:
    stage = begin(tmp_path, previous)
    assert not stage.write("a/same.html", b"before")
    assert stage.write("a/other.html", b"after!")
    assert stage.write("b/new.html", b"new")
    stage.fill(["a/same.html"])
    assert (stage.folder / "a/same.html").samefile(previous / "a/same.html")
    assert (stage.folder / "a/same.html").stat().st_mtime_ns == 10**18
    assert (previous / "a/other.html").read_bytes() == b"before"
    assert (stage.folder / "a/other.html").stat().st_mtime_ns > 10**18


def test_a_file_whose_mode_is_wrong_is_made_anew(tmp_path: Path, previous: Path) -> None:
    (previous / "a/same.html").chmod(0o600)
    stage = begin(tmp_path, previous)
    assert stage.write("a/same.html", b"before")
    assert stat.S_IMODE((stage.folder / "a/same.html").stat().st_mode) == 0o644
    assert stat.S_IMODE((previous / "a/same.html").stat().st_mode) == 0o600


def test_published_files_can_be_read_by_a_web_server_whatever_the_umask(tmp_path: Path, previous: Path) -> None:
    (tmp_path / "nguon").write_bytes(b"x")
    before = os.umask(0o077)
    try:
        stage = begin(tmp_path, previous)
        stage.write("x/y/z.html", b"x")
        stage.copy("anh/x.jpg", tmp_path / "nguon")
    finally:
        os.umask(before)
    modes = {
        path.relative_to(tmp_path).as_posix(): stat.S_IMODE(path.stat().st_mode) for path in stage.folder.rglob("*")
    }
    assert modes == {
        "stage/x": 0o755,
        "stage/x/y": 0o755,
        "stage/x/y/z.html": 0o644,
        "stage/anh": 0o755,
        "stage/anh/x.jpg": 0o644,
    }
    assert stat.S_IMODE(stage.folder.stat().st_mode) == 0o755


def test_a_copy_shares_nothing_with_its_source(tmp_path: Path, previous: Path) -> None:
    source = tmp_path / "nguon.jpg"
    source.write_bytes(b"before")
    stage = begin(tmp_path, previous)
    assert not stage.copy("a/same.html", source)
    assert stage.copy("a/other.jpg", source)
    assert not (stage.folder / "a/other.jpg").samefile(source)


def test_a_link_put_in_the_place_of_a_file_is_not_taken_for_it(tmp_path: Path, previous: Path) -> None:
    (tmp_path / "ngoai").write_bytes(b"before")
    (previous / "a/same.html").unlink()
    (previous / "a/same.html").symlink_to(tmp_path / "ngoai")
    stage = begin(tmp_path, previous)
    stage.write("a/same.html", b"before")
    assert not (stage.folder / "a/same.html").is_symlink()
    assert not (stage.folder / "a/same.html").samefile(tmp_path / "ngoai")


def test_no_file_is_written_twice(tmp_path: Path, previous: Path) -> None:
    stage = begin(tmp_path, previous)
    stage.write("x", b"1")
    with pytest.raises(FileExistsError):
        stage.write("x", b"2")
