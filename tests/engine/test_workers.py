"""Work cut into slices for several processes, where it is worth them."""

from __future__ import annotations

import os

import pytest

from newsroom.engine.workers import LARGEST, cut, spread, will_fork


@pytest.mark.parametrize("count", [0, 1, 49, 500, 20_000])
def test_slices_hold_every_item_once_and_shrink_to_one(count: int) -> None:
    slices = cut(count, 2)
    sizes = [len(each) for each in slices]
    assert [number for each in slices for number in each] == list(range(count))
    assert sizes == sorted(sizes, reverse=True)
    assert not sizes or (sizes[0] <= LARGEST and sizes[-1] == 1)


@pytest.mark.parametrize("few", [3, 256])
def test_work_is_shared_out_where_items_are_more_than_few(few: int) -> None:
    def find_worker(item: int) -> tuple[int, bool]:
        return item, os.getpid() != here

    here = os.getpid()
    assert list(spread(find_worker, range(few), few)) == [(item, False) for item in range(few)]
    forks = will_fork(range(few + 1), few)
    assert list(spread(find_worker, range(few + 1), few)) == [(item, forks) for item in range(few + 1)]
