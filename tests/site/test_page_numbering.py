"""Page numbers count from the oldest story and never change meaning."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.site.numbering import ListPage, count_full_pages, list_page_address, plan_list

COUNTS = st.integers(min_value=0, max_value=500)


def held(count: int) -> dict[int, list[int]]:
    """Page number → stories on it; a story is known by its place from the oldest, starting at 0."""
    newest_first = list(range(count))[::-1]
    return {page.number: newest_first[page.start : page.stop] for page in plan_list(count)}


def test_a_short_list_is_one_page_at_its_own_address() -> None:
    assert plan_list(0) == (ListPage(0, 0, 0, None, None),)
    assert plan_list(39) == (ListPage(0, 0, 39, None, None),)


def test_the_fortieth_story_makes_the_first_numbered_page_of_the_oldest_twenty() -> None:
    assert plan_list(40) == (ListPage(0, 0, 20, None, 1), ListPage(1, 20, 40, 0, None))


def test_a_middle_page_knows_its_neighbours() -> None:
    assert [(p.number, p.newer, p.older) for p in plan_list(85)] == [(0, None, 3), (3, 0, 2), (2, 3, 1), (1, 2, None)]


def test_the_address_of_a_numbered_page_hangs_under_its_list() -> None:
    assert list_page_address("/tin-tuc/2023/", 0) == "/tin-tuc/2023/"
    assert list_page_address("/tin-tuc/2023/", 7) == "/tin-tuc/2023/trang/7/"


@given(COUNTS)
def test_pages_one_to_k_hold_the_oldest_twenty_k_stories_and_the_list_itself_the_rest(count: int) -> None:
    pages = held(count)
    k = max(0, count // 20 - 1)
    assert count_full_pages(count) == k
    assert set(pages) == set(range(k + 1))
    for number in range(1, k + 1):
        assert pages[number] == list(range((number - 1) * 20, number * 20))[::-1]
    assert pages[0] == list(range(k * 20, count))[::-1]


@given(COUNTS)
def test_every_story_stands_on_exactly_one_page_and_pages_run_from_new_to_old(count: int) -> None:
    shown = [story for page in plan_list(count) for story in range(page.start, page.stop)]
    assert shown == list(range(count))


@given(COUNTS)
def test_the_list_itself_never_looks_empty_nor_endless(count: int) -> None:
    own = plan_list(count)[0]
    assert own.stop - own.start == count if count < 20 else 20 <= own.stop - own.start <= 39


@given(COUNTS)
def test_one_more_story_leaves_the_stories_of_every_full_page_where_they_are(count: int) -> None:
    before, after = held(count), held(count + 1)
    assert all(after[number] == stories for number, stories in before.items() if number)


@given(COUNTS)
def test_a_full_page_changes_once_more_when_its_newer_neighbour_appears(count: int) -> None:
    before = {p.number: (p.newer, p.older) for p in plan_list(count) if p.number}
    after = {p.number: (p.newer, p.older) for p in plan_list(count + 1) if p.number}
    changed = {number for number, links in before.items() if after[number] != links}
    newest = max(before, default=0)
    assert changed == ({newest} if len(after) > len(before) and newest else set())
