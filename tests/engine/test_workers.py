"""Work cut into slices for several processes, where it is worth them."""

from __future__ import annotations

import multiprocessing
import os

import pytest

from newsroom.engine.workers import LARGEST, cut, spread, will_fork


def find_worker(item: int) -> tuple[int, int]:
    """An item, and the process that met it."""
    return item, os.getpid()


@pytest.mark.parametrize("count", [0, 1, 49, 500, 20_000])
def test_slices_hold_every_item_once_and_shrink_to_one(count: int) -> None:
    slices = cut(count, 2)
    sizes = [len(each) for each in slices]
    assert [number for each in slices for number in each] == list(range(count))
    assert sizes == sorted(sizes, reverse=True)
    assert not sizes or (sizes[0] <= LARGEST and sizes[-1] == 1)


@pytest.mark.parametrize("few", [3, 256])
def test_few_items_are_worth_no_process(few: int) -> None:
    assert list(spread(find_worker, range(few), few)) == [(item, os.getpid()) for item in range(few)]


def test_this_process_works_too_and_results_keep_their_order() -> None:
    items = range(500)
    forks = will_fork(items, 3)
    begun = (multiprocessing.Event(), multiprocessing.Event())
    here = os.getpid()

    def meet(item: int) -> tuple[int, bool]:
        elsewhere = os.getpid() != here
        begun[elsewhere].set()
        assert not forks or begun[not elsewhere].wait(60)
        return item, elsewhere

    found = list(spread(meet, items, 3))
    assert [item for item, _ in found] == list(items)
    assert {elsewhere for _, elsewhere in found} == ({False, True} if forks else {False})
    assert not found[-1][1]


def test_of_very_many_items_this_process_makes_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsroom.engine.workers.SHARED", 400)
    found = list(spread(find_worker, range(500), 3))
    assert [item for item, _ in found] == list(range(500))
    assert all(worker != os.getpid() for _, worker in found) == will_fork(found, 3)


@pytest.mark.parametrize("wrong", [0, 999])
def test_what_the_work_raises_is_raised_whoever_met_it(wrong: int) -> None:
    def refuse(item: int) -> int:
        if item == wrong:
            raise ValueError(item)
        return item

    with pytest.raises(ValueError, match=str(wrong)):
        list(spread(refuse, range(1000), 3))
