"""The switch: old or new, never half, at whatever moment the process is killed."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.engine.carry import NoRoom, carry
from newsroom.engine.exchange import can_exchange, exchange
from newsroom.engine.files import list_files
from newsroom.engine.switch import move_aside, move_in, recover, rename, switch
from newsroom.engine.workshop import Workshop, find_workshop, locked
from newsroom.errors import SiteFault
from tests.sites import Words, environment

OLD = {"index.html": "old", "a/b.html": "old", "gone/x.html": "old"}
NEW = {"index.html": "new", "a/b.html": "old", "a/c.html": "new"}


def lay(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def read(folder: Path) -> dict[str, str]:
    return {name: (folder / name).read_text(encoding="utf-8") for name in list_files(folder)}


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    """An old output, and a new one on the stage."""
    workshop = find_workshop(tmp_path / "output", tmp_path / "cache")
    lay(workshop.output, OLD)
    lay(workshop.stage, NEW)
    return workshop


def left_over(workshop: Workshop) -> list[str]:
    return sorted(path.name for path in workshop.bench.iterdir())


def test_the_new_output_takes_the_place_of_the_old_and_nothing_is_left_over(shop: Workshop) -> None:
    switch(shop)
    assert read(shop.output) == NEW
    assert left_over(shop) == ["made"]
    assert not recover(shop)


def test_the_first_output_needs_no_old_one_and_makes_the_folders_above_it(tmp_path: Path) -> None:
    workshop = find_workshop(tmp_path / "a" / "b" / "output", tmp_path / "cache")
    lay(workshop.stage, NEW)
    switch(workshop)
    assert (read(workshop.output), left_over(workshop)) == (NEW, ["made"])


def test_a_build_killed_before_its_switch_leaves_the_old_output(shop: Workshop) -> None:
    assert not recover(shop)
    assert (read(shop.output), left_over(shop)) == (OLD, [])


@pytest.mark.parametrize("steps", [1, 2, 3, 4])
def test_a_switch_killed_after_any_step_is_finished_by_the_next_command(shop: Workshop, steps: int) -> None:
    rename(shop.stage, shop.ready)
    if steps >= 2:
        assert move_aside(shop)
    if steps >= 3:
        assert move_in(shop)
    if steps >= 4:
        shutil.rmtree(shop.old / "a")
    assert recover(shop) == (steps < 3)
    assert (read(shop.output), left_over(shop)) == (NEW, ["made"] if steps < 3 else [])


def test_where_the_system_can_two_folders_change_places_in_one_step_or_not_at_all(shop: Workshop) -> None:
    assert can_exchange() == (sys.platform == "linux")
    if can_exchange():
        exchange(shop.stage, shop.output)
        assert (read(shop.output), read(shop.stage)) == (NEW, OLD)
        with pytest.raises(FileNotFoundError):
            exchange(shop.ready, shop.output)
        assert read(shop.output) == NEW


KILLED = """
import sys
from pathlib import Path
from newsroom.engine.switch import recover, rename
from newsroom.engine.workshop import find_workshop
from newsroom.engine.carry import NoRoom, carry
import resource
import shutil
root = Path(sys.argv[1])
shop = find_workshop(root / "output", root / "cache")
print("go", flush=True)
while True:
    for source in (root / "new", root / "old"):
        if sys.argv[2] == "carry":
            carry(source, shop.output)
        else:
            shutil.copytree(source, shop.stage)
            rename(shop.stage, shop.ready)
            recover(shop)
"""


@pytest.mark.parametrize("way", ["rename", "carry"])
def test_killed_at_random_moments_every_file_is_whole_and_the_next_command_finishes(tmp_path: Path, way: str) -> None:
    old = {f"{n % 7}/{n}.html": f"old {n} " * 500 for n in range(60)}
    new = {f"{n % 5}/{n}.html": f"new {n} " * 500 for n in range(70)}
    lay(tmp_path / "old", old)
    lay(tmp_path / "new", new)
    lay(tmp_path / "output", old)
    shop = find_workshop(tmp_path / "output", tmp_path / "cache")
    random = Random(way)
    for _ in range(3):
        process = subprocess.Popen(
            [sys.executable, "-c", KILLED, str(tmp_path), way], env=environment(), stdout=subprocess.PIPE
        )
        assert process.stdout
        process.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=random.uniform(0.0, 0.12))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        seen = [text for name, text in read(shop.output).items() if not name.startswith(".")]
        assert set(seen) <= {*old.values(), *new.values()}
        if way == "carry":
            carry(tmp_path / "new", shop.output)
            assert read(shop.output) == new
        else:
            recover(shop)
            assert read(shop.output) in (old, new)
            assert left_over(shop) in ([], ["made"])


names = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map("/".join)
trees = st.dictionaries(names, st.sampled_from(["", "x", "y"]), max_size=6).filter(
    lambda tree: not any(other.startswith(f"{name}/") for name in tree for other in tree)
)


@given(old=trees, new=trees)
def test_file_by_file_any_folder_becomes_any_other(
    tmp_path_factory: pytest.TempPathFactory, old: dict[str, str], new: dict[str, str]
) -> None:
    root = tmp_path_factory.mktemp("carry")
    for folder, files in (("old", old), ("new", new)):
        (root / folder).mkdir()
        lay(root / folder, files)
    carry(root / "new", root / "old")
    assert read(root / "old") == new
    assert all(any(folder.iterdir()) for folder in (root / "old").rglob("*") if folder.is_dir())
    carry(root / "new", root / "old")
    assert read(root / "old") == new


def test_file_by_file_an_unchanged_file_is_not_touched(shop: Workshop) -> None:
    before = (shop.output / "a/b.html").stat()
    carry(shop.stage, shop.output)
    assert read(shop.output) == NEW
    assert (shop.output / "a/b.html").stat() == before


def test_a_second_build_waits_for_the_first_and_then_says_why_it_refuses(shop: Workshop) -> None:
    words = Words()
    with locked(shop, words), pytest.raises(SiteFault) as refused, locked(shop, words, patience=0.1):
        pass
    assert words.warned == ["Một lần dựng khác đang chạy; đang đợi đến lượt."]
    assert str(refused.value) == "Một lần dựng khác vẫn chưa xong sau 0 giây đợi. Hãy đợi nó xong rồi chạy lại."
    with locked(shop, words):
        pass


def test_file_by_file_a_full_disk_changes_nothing(shop: Workshop) -> None:
    lay(shop.stage, {"b/lon.html": "x" * 100_000})
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(NoRoom):
            carry(shop.stage, shop.output)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert read(shop.output) == OLD
