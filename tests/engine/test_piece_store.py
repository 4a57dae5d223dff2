"""Pieces outlive a build, and go when the program or the settings they were made with are no more."""

from __future__ import annotations

from pathlib import Path
from random import Random

from newsroom.engine.pieces import PieceStore


def keep(file: Path, program: str, **pieces: bytes) -> None:
    store = PieceStore(file, program)
    for key, body in pieces.items():
        store.recall(key, lambda body=body: body)  # type: ignore[misc]
    store.save(store.take())
    store.close()


def find(file: Path, program: str, key: str) -> bytes:
    store = PieceStore(file, program)
    try:
        return store.recall(key, bytes)
    finally:
        store.close()


def test_a_piece_is_found_by_a_later_build_of_the_same_program(tmp_path: Path) -> None:
    keep(tmp_path / "manh.sqlite", "a", one=b"1", two=b"2")
    keep(tmp_path / "manh.sqlite", "a", three=b"3")
    assert [find(tmp_path / "manh.sqlite", "a", key) for key in ("one", "two", "three")] == [b"1", b"2", b"3"]
    assert find(tmp_path / "manh.sqlite", "b", "one") == b""


def test_what_another_program_left_goes_with_the_first_piece_of_this_one(tmp_path: Path) -> None:
    file = tmp_path / "manh.sqlite"
    sizes = []
    for program in "abcdef":
        keep(file, program, **{f"piece_{number}": Random(f"{program}{number}").randbytes(2000) for number in range(40)})
        sizes.append(file.stat().st_size)
    assert sizes[-1] < 1.2 * sizes[0]
    assert [find(file, program, "piece_1") for program in "ef"] == [b"", Random("f1").randbytes(2000)]


def test_a_file_that_holds_no_pieces_is_begun_anew(tmp_path: Path) -> None:
    (tmp_path / "manh.sqlite").write_bytes(b"khong phai co so du lieu" * 100)
    keep(tmp_path / "manh.sqlite", "a", one=b"1")
    assert find(tmp_path / "manh.sqlite", "a", "one") == b"1"
