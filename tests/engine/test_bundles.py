"""Bundles: what stands is not planned, and what is planned cannot get in the way of what stands."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from newsroom.engine.bundles import LOOSE, Known, Opening, open_all, open_changed
from newsroom.errors import SiteFault
from newsroom.views import Bundle, BytesOutput, Output


def make() -> bytes:
    return b""


def bundle(name: str, made_from: str, *paths: str) -> Bundle:
    return Bundle(name, made_from, lambda: [BytesOutput(path, make) for path in paths])


def unplanned(name: str, made_from: str) -> Bundle:
    """A bundle that must not be opened."""

    def plan() -> Iterable[Output]:
        pytest.fail(f"{name} was planned")

    return Bundle(name, made_from, plan)


def remember(*planned: Output | Bundle) -> dict[str, Known]:
    return dict(open_all(planned, {}).opened)


def paths(opening: Opening) -> list[str]:
    return [output.path for output in opening.outputs]


def test_a_bundle_that_is_made_from_the_same_stands_unplanned_and_keeps_its_paths() -> None:
    known = remember(bundle("a", "1", "a/x", "a/y"), bundle("b", "1", "b/x"), BytesOutput("robots.txt", make))
    opening = open_changed(
        [unplanned("a", "1"), bundle("b", "2", "b/z"), BytesOutput("robots.txt", make)], known, frozenset()
    )
    assert paths(opening) == ["b/z", "robots.txt"]
    assert opening.kept == {"a/x", "a/y"}
    assert opening.removed == ("b/x",)
    assert {name: found for name, (_, found) in opening.opened.items()} == {LOOSE: ("robots.txt",), "b": ("b/z",)}


def test_a_bundle_is_opened_when_one_of_its_files_is_not_as_it_was_left() -> None:
    known = remember(bundle("a", "1", "a/x"), bundle("b", "1", "b/x"))
    opening = open_changed([bundle("a", "1", "a/x"), unplanned("b", "1")], known, frozenset({"a/x"}))
    assert paths(opening) == ["a/x"]


def test_the_files_of_a_bundle_that_is_gone_are_removed_unless_another_has_them_too() -> None:
    known = remember(bundle("a", "1", "anh/x.jpg", "anh/y.jpg"), bundle("b", "1", "anh/x.jpg"))
    opening = open_changed([unplanned("b", "1")], known, frozenset())
    assert opening.removed == ("anh/y.jpg",)


@pytest.mark.parametrize("path", ["a/x/index.html", "A/X/index.html", "a/x", "a/x/index.html/y"])
def test_a_new_path_that_might_meet_one_of_a_standing_bundle_opens_everything(path: str) -> None:
    known = remember(bundle("a", "1", "a/x/index.html"), bundle("b", "1", "b/x"))
    opening = open_changed([bundle("a", "1", "a/x/index.html"), bundle("b", "2", path)], known, frozenset())
    assert paths(opening) == ["a/x/index.html", path]


def test_a_picture_that_two_bundles_share_opens_neither() -> None:
    known = remember(bundle("a", "1", "anh/x.jpg"), bundle("b", "1"))
    opening = open_changed([unplanned("a", "1"), bundle("b", "2", "anh/x.jpg")], known, frozenset())
    assert paths(opening) == ["anh/x.jpg"]
    assert opening.removed == ()


@pytest.mark.parametrize("name", ["a", "", "?"])
def test_no_two_bundles_have_one_name(name: str) -> None:
    with pytest.raises(SiteFault, match="cùng mang tên"):
        open_all([bundle("a", "1", "x"), bundle(name, "1", "y")], {})
