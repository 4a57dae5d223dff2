"""Files that other programs hold, as Windows lets them: the switch waits, goes on with all else, and says what is left.

Only Windows refuses so; here one call of the system refuses one file in its place.
"""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from newsroom.engine.carry import carry
from newsroom.engine.edge import run_at_edge
from newsroom.engine.files import list_files
from newsroom.engine.guard import check_places
from newsroom.engine.refusing import explain, refuse_unfinished
from newsroom.engine.switch import patch, recover, rename
from newsroom.engine.workshop import Workshop, clear, find_workshop
from newsroom.errors import SiteFault, Unfinished
from newsroom.held import insist, insist_on_all
from tests.holding import held, refuse
from tests.sites import Site, Words

OLD = {"a/b.html": "old", "gone/x.html": "old", "index.html": "old", "ke-hoach.pdf": "old"}
NEW = {"a/b.html": "new", "a/c.html": "new", "index.html": "new", "ke-hoach.pdf": "new"}


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


def end(shop: Workshop, way: str) -> None:
    """Put the stage in the place of the output, file by file."""
    if way == "patch":
        patch(shop, ["gone/x.html"])
    else:
        rename(shop.stage, shop.ready)
        recover(shop)


def left_over(workshop: Workshop) -> list[str]:
    return sorted(path.name for path in workshop.bench.iterdir())


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("journal", ["ready", "patch"])
def test_killed_while_the_journal_is_cleared_away_the_new_output_stays_whole(shop: Workshop, journal: str) -> None:
    remove = shutil.rmtree

    def die(folder: Path, ignore_errors: bool = False) -> None:
        if Path(folder).name.startswith(journal):
            for name in list_files(folder)[:2]:
                (Path(folder) / name).unlink()
            raise Killed
        remove(folder, ignore_errors=ignore_errors)

    with pytest.MonkeyPatch.context() as patching, held("rename", shop.output):
        patching.setattr(shutil, "rmtree", die)
        with pytest.raises(Killed):
            end(shop, journal)
    assert read(shop.output) == NEW
    assert not recover(shop)
    assert (read(shop.output), left_over(shop)) == (NEW, [])


def test_a_journal_that_is_held_stays_whole_and_is_done_again(shop: Workshop) -> None:
    rename(shop.stage, shop.ready)
    with held("rename", shop.output, shop.ready), pytest.raises(Unfinished):
        recover(shop)
    assert (read(shop.output), read(shop.ready)) == (NEW, NEW)
    assert recover(shop)
    assert (read(shop.output), left_over(shop)) == (NEW, ["made"])


@pytest.mark.parametrize("way", ["ready", "patch"])
def test_all_but_the_held_files_are_brought_up_to_date_and_the_refusal_names_each(shop: Workshop, way: str) -> None:
    busy = (shop.output / "ke-hoach.pdf", shop.output / "gone" / "x.html")
    with held("rename", shop.output), held("replace unlink", *busy), pytest.raises(Unfinished) as refused:
        end(shop, way)
    assert refused.value.faults == (
        "output/ CHƯA được cập nhật trọn vẹn vì có tệp đang mở trong chương trình khác (Word, trình xem PDF, Explorer, "
        "OneDrive…): gone/x.html, ke-hoach.pdf; hãy đóng những tệp đó rồi chạy lại, phần còn lại sẽ được làm nốt.",
    )
    assert read(shop.output) == {**NEW, "ke-hoach.pdf": "old", "gone/x.html": "old"}
    assert recover(shop)
    assert read(shop.output) == NEW
    assert set(left_over(shop)) <= {"made"}


def test_a_refusal_half_way_does_not_say_that_all_is_as_it_was(tmp_path: Path) -> None:
    words = Words()

    def work() -> int:
        refuse_unfinished(tmp_path, [refuse(tmp_path / f"{number:02}.html") for number in range(22)])
        return 0

    assert run_at_edge(work, words, lambda: None) == 1
    (sentence,) = words.warned
    assert "17.html, 18.html, 19.html và 2 tệp khác; hãy đóng" in sentence


def test_a_new_output_that_cannot_move_leaves_the_old_one_in_its_place(shop: Workshop) -> None:
    rename(shop.stage, shop.ready)
    with held("rename", shop.ready), held("replace", shop.output / "index.html"), pytest.raises(Unfinished):
        recover(shop)
    assert read(shop.output) == {**NEW, "index.html": "old"}
    assert recover(shop)
    assert (read(shop.output), left_over(shop)) == (NEW, ["made"])


def test_an_empty_folder_in_which_somebody_stands_stays(shop: Workshop) -> None:
    with held("rmdir", shop.output / "gone"):
        carry(shop.stage, shop.output)
    assert read(shop.output) == NEW
    assert list((shop.output / "gone").iterdir()) == []


def test_what_is_left_of_an_earlier_build_never_stands_in_the_way(shop: Workshop) -> None:
    for folder in (shop.old, shop.ready.with_name("ready.rac-0")):
        lay(folder, {"rest.html": "held"})
    rename(shop.stage, shop.ready)
    with held("rename", shop.old), held("unlink", shop.old / "rest.html"):
        recover(shop)
    assert read(shop.output) == NEW
    clear(shop.old)
    assert left_over(shop) == ["made"]


def test_windows_word_for_a_folder_that_is_there_already_is_understood(shop: Workshop) -> None:
    rename(shop.stage, shop.ready)
    real = os.rename

    def refuse_existing(source: Path, target: Path) -> None:
        if Path(target) == shop.old:
            raise FileExistsError(errno.EEXIST, "Cannot create a file when that file already exists", str(source))
        real(source, target)

    with pytest.MonkeyPatch.context() as patching:
        patching.setattr(os, "rename", refuse_existing)
        recover(shop)
    assert (read(shop.output), left_over(shop)) == (NEW, ["made"])


def test_a_first_output_cut_off_half_way_is_ours_to_finish(site: Site) -> None:
    settings = site.open().ready_settings()
    workshop = find_workshop(settings.output, settings.cache)
    lay(workshop.output, {"robots.txt": "new", ".dang-chuyen/1": "new"})
    assert check_places(settings, workshop)
    lay(workshop.ready, NEW)
    assert not check_places(settings, workshop)
    recover(workshop)
    assert not check_places(settings, workshop)


def test_what_is_held_for_a_moment_is_tried_again_and_nothing_else_is(tmp_path: Path) -> None:
    tries: list[str] = []

    def open_twice() -> None:
        tries.append("held")
        if len(tries) < 3:
            raise refuse(tmp_path)

    insist(open_twice, pauses=(0, 0, 0))
    assert tries == ["held"] * 3


def test_while_one_file_is_held_all_others_are_seen_to(tmp_path: Path) -> None:
    (tmp_path / "word.txt").touch()
    with held("unlink", tmp_path / "word.txt"):
        errors = insist_on_all([(tmp_path / "word.txt").unlink, (tmp_path / "x").mkdir], (0, 0))
    assert [error.filename for error in errors] == [str(tmp_path / "word.txt")]
    assert (tmp_path / "x").is_dir()


@pytest.mark.parametrize("number", [5, 32, 33])
def test_windows_refusal_names_the_file_that_is_in_the_way_and_says_that_it_is_open(number: int) -> None:
    error = refuse("C:/tam/moi.pdf", "C:/trang/ke hoach.pdf")
    error.winerror = number  # type: ignore[attr-defined]
    assert str(explain(error)) == (
        "C:/trang/ke hoach.pdf đang mở trong chương trình khác (Word, trình xem PDF, Explorer, OneDrive…). "
        "Hãy đóng tệp hoặc thư mục đó rồi chạy lại."
    )


def test_elsewhere_a_refusal_is_a_matter_of_permission() -> None:
    assert isinstance(explain(PermissionError(errno.EACCES, "Permission denied", "/a/b")), SiteFault)
    assert str(explain(PermissionError(errno.EACCES, "Permission denied", "/a/b"))).startswith("Không có quyền")
