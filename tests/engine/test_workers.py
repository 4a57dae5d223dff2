"""Work cut into slices for several processes."""

from __future__ import annotations

import pytest

from newsroom.engine.workers import LARGEST, cut


@pytest.mark.parametrize("count", [0, 1, 49, 500, 20_000])
def test_slices_hold_every_item_once_and_shrink_to_one(count: int) -> None:
    slices = cut(count, 2)
    sizes = [len(each) for each in slices]
    assert [number for each in slices for number in each] == list(range(count))
    assert sizes == sorted(sizes, reverse=True)
    assert not sizes or (sizes[0] <= LARGEST and sizes[-1] == 1)
