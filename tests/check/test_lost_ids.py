"""A rename that would change an id is said, with the line to add; nothing else is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest

from newsroom.check import find_lost_ids
from newsroom.model import Document, Head, Notice, Story
from newsroom.text.dates import ZONE


def story(name: str, id_: str = "", **head: Any) -> Story:
    parts = {"date": datetime(2023, 1, 6, tzinfo=ZONE), "title": name, **head}
    source = f"tin-tuc/2023/{name}/index.md"
    return Story(source, "story", Head(**parts), Document(), name, f"/tin-tuc/2023/{name}/", id_ or f"id-{name}")


def before(*names: str) -> dict[str, str]:
    return {f"tin-tuc/2023/{name}/index.md": f"id-{name}" for name in names}


RENAMED = Notice(
    "id-changed",
    "warning",
    1,
    "Bài này có lẽ là tin-tuc/2023/2023-01-06-hop-mat/index.md đổi tên; người theo dõi sẽ thấy nó như một tin mới.",
    "Nếu đúng là bài cũ, hãy thêm dòng “id: id-2023-01-06-hop-mat” vào phần đầu bài.",
    proposed="id: id-2023-01-06-hop-mat",
)


def test_a_renamed_folder_is_told_to_keep_its_id() -> None:
    stories = [story("2023-01-06-hop-mat-dau-xuan"), story("2023-01-07-tang-qua")]
    found = find_lost_ids(before("2023-01-06-hop-mat", "2023-01-07-tang-qua"), stories)
    assert found == {"tin-tuc/2023/2023-01-06-hop-mat-dau-xuan/index.md": (RENAMED,)}


def test_a_rename_that_keeps_the_id_is_no_matter() -> None:
    stories = [story("2023-01-06-hop-mat-dau-xuan", id_="id-2023-01-06-hop-mat")]
    assert find_lost_ids(before("2023-01-06-hop-mat"), stories) == {}


def test_an_id_that_was_changed_in_place_is_certain() -> None:
    found = find_lost_ids(before("a"), [story("a", id_="khac")])
    ((notice,),) = found.values()
    assert (notice.message, notice.proposed) == (
        "Mã nhận dạng của bài đã đổi, nên người theo dõi sẽ thấy tin này thêm một lần.",
        "id: id-a",
    )


def test_an_alias_with_the_old_name_is_the_best_evidence() -> None:
    stories = [story("2023-01-06-hop-mot"), story("2023-05-05-xyz", aliases=("/tin-tuc/2023/hop-mat/",))]
    assert list(find_lost_ids(before("2023-01-06-hop-mat"), stories)) == ["tin-tuc/2023/2023-05-05-xyz/index.md"]


def test_each_old_story_is_named_at_one_new_story_only() -> None:
    stories = [story("hop-mat-a"), story("hop-mat-b")]
    found = find_lost_ids(before("hop-mat-1", "hop-mat-2"), stories)
    assert [notice.proposed for (notice,) in found.values()] == ["id: id-hop-mat-1", "id: id-hop-mat-2"]


@pytest.mark.parametrize(
    "stories",
    [
        [],
        [story("2023-01-06-hop-mat", status="withdrawn")],
        [story("2023-01-06-hop-mat", id_="khac", status="withdrawn")],
        [story("2023-09-09-cuu-tro-bao-so-ba")],
        [story("2023-01-06-hop-mat-dau-xuan", status="draft")],
        [story("2023-01-06-hop-mat"), story("2023-01-06-hop-mat-dau-xuan")],
        [replace(story("2023-01-06-hop-mat-dau-xuan"), kind="page")],
    ],
)
def test_stories_that_were_deleted_withdrawn_or_are_new_are_not_accused(stories: list[Story]) -> None:
    assert find_lost_ids(before("2023-01-06-hop-mat"), stories) == {}


def test_when_a_whole_archive_moves_only_aliases_count() -> None:
    old = before(*(f"tin-{n}" for n in range(200)))
    stories = [story(f"tin-moi-{n}", aliases=("/tin-3/",) if n == 7 else ()) for n in range(200)]
    found = find_lost_ids(old, stories)
    assert {source: notice.proposed for source, (notice,) in found.items()} == {
        "tin-tuc/2023/tin-moi-7/index.md": "id: id-tin-3"
    }


def test_the_order_of_stories_changes_nothing() -> None:
    stories = [story("hop-mat-a"), story("hop-mat-b"), story("hop-mat-c")]
    old = before("hop-mat-2", "hop-mat-1")
    assert find_lost_ids(old, stories) == find_lost_ids(dict(reversed(old.items())), stories[::-1])
