"""The ledger as a file: where it may lie, who else may hold it, and by what it is known again."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from newsroom.engine import ledger as ledgers
from newsroom.engine.ledger import Ledger, ReadOnlyLedger, address_of
from newsroom.engine.stamps import UNPROVEN, Stamp, read_stamp
from newsroom.engine.survey import stamps_of
from tests.holding import held


@pytest.mark.parametrize(
    ("file", "address"),
    [
        (PurePosixPath("/tin/so-cai.sqlite"), "file:///tin/so-cai.sqlite?mode=ro"),
        (PureWindowsPath("C:\\Trang tin\\so-cai.sqlite"), "file:///C:/Trang%20tin/so-cai.sqlite?mode=ro"),
        (PureWindowsPath("\\\\may-chu\\chung\\so.sqlite"), "file:////may-chu/chung/so.sqlite?mode=ro"),
        (PureWindowsPath("//may chu/Đăk/số.sqlite"), "file:////may%20chu/%C4%90%C4%83k/s%E1%BB%91.sqlite?mode=ro"),
        (PureWindowsPath("D:/100%/a#b?c.sqlite"), "file:///D:/100%25/a%23b%3Fc.sqlite?mode=ro"),
    ],
)
def test_a_ledger_is_read_wherever_it_lies_a_network_share_too(file: PurePath, address: str) -> None:
    assert address_of(file) == address


@pytest.mark.parametrize("name", ["Trang tin Đắk Lắk", "100% a#b?c=d&e", "a:b;c'd"])
@pytest.mark.parametrize("root", ["", "/"])
def test_sqlite_finds_the_file_of_an_address_a_leading_double_slash_too(tmp_path: Path, name: str, root: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    keep(folder / "so.sqlite", "now", "hôm nay")
    opened = sqlite3.connect(address_of(PurePosixPath(f"{root}{folder / 'so.sqlite'}")), uri=True)
    assert opened.execute("SELECT value FROM facts").fetchall() == [("hôm nay",)]
    opened.close()


def keep(file: Path, name: str, value: str) -> None:
    ledger = Ledger(file)
    ledger.write("facts", [(name, value)])
    ledger.seal()
    ledger.close()


def test_a_ledger_is_sealed_when_nobody_has_it_open_any_more_and_goes_on_after(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "so.sqlite"
    ledger = Ledger(file)
    opened: list[bool] = []

    def look(place: Path) -> Stamp | None:
        links = (Path("/proc/self/fd", name) for name in os.listdir("/proc/self/fd"))
        opened.append(str(file) in [str(link.readlink()) for link in links if link.is_symlink()])
        return read_stamp(place)

    monkeypatch.setattr(ledgers, "read_stamp", look)
    ledger.write("facts", [("now", "one")])
    ledger.seal()
    assert opened == [False]
    assert ledger.read_fact("now") == "one"
    ledger.write("facts", [("now", "two")])
    ledger.seal()
    ledger.write("facts", [("now", "three")])
    ledger.close()
    again = Ledger(file)
    assert again.read_fact("now") == "two"
    again.close()


@pytest.mark.parametrize("whole", [True, False])
def test_a_ledger_that_is_not_ours_is_emptied_where_somebody_who_reads_it_keeps_it_from_going(
    tmp_path: Path, whole: bool
) -> None:
    file = tmp_path / "so.sqlite"
    keep(file, "now", "one")
    reader = ReadOnlyLedger(file)
    assert reader.get("facts", "now") == ("now", "one")
    file.with_suffix(".seal").write_text("forged", encoding="utf-8")
    if not whole:
        file.write_bytes(b"no ledger at all" * 500)
    with held("unlink", file):
        if whole:
            ledger = Ledger(file)
            assert ledger.read_fact("now") == ""
            ledger.write("facts", [("now", "two")])
            ledger.seal()
            ledger.close()
            assert reader.get("facts", "now") == ("now", "two")
        else:
            with pytest.raises(PermissionError):
                Ledger(file)
    reader.close()


@pytest.mark.parametrize("new", [1, 2])
def test_a_file_written_or_changed_this_instant_proves_nothing_yet(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, new: int
) -> None:
    (tmp_path / "a.html").write_text("a", encoding="utf-8")
    real = os.lstat

    def look(place: str) -> os.stat_result:
        found = real(place)
        times = {"st_mtime_ns": found.st_mtime_ns, "st_ctime_ns": found.st_ctime_ns}
        times["st_ctime_ns" if new == 1 else "st_mtime_ns"] -= 10**10
        return os.stat_result((*found[:10], *[None] * 3), times)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "lstat", look)
    now = real(tmp_path / "a.html").st_mtime_ns
    assert dict(stamps_of(tmp_path, ["a.html"], now)) == {"a.html": UNPROVEN}
    ((_, stamp),) = stamps_of(tmp_path, ["a.html"], now + 10**9)
    assert stamp != UNPROVEN
