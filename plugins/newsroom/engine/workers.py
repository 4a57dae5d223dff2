"""Work on many items at once, in processes that inherit all that is known already."""

from __future__ import annotations

import gc
import multiprocessing
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from newsroom.engine.beside import CAN_FORK
from newsroom.photos.processes import count_processors, settle_worker

FEW = 48
"""So many items are done sooner than processes start, while this one is small."""

LARGEST = 32
"""Items handed to a process at once at most."""

SHARED = 2000
"""So many items this process works on too, in place of one of the others, which each take half of the memory with
them that this one has filled.  Of more, the results it would have to hold back weigh more."""

_SHARE = 32
"""What part of a process's share of the work that is left is handed to it at once."""

Item = TypeVar("Item")
Result = TypeVar("Result")

_Work = Callable[[Any], Any]

_RUBBISH = 20_000
"""New objects after which a worker looks for rubbish: it makes much, and keeps nothing."""

_inherited: list[tuple[_Work, Sequence[Any]]] = []
"""In a worker: what it was forked for."""


def spread(work: Callable[[Item], Result], items: Sequence[Item], few: int = FEW) -> Generator[Result, None, None]:
    """Results of some work, in the order of its items.

    Args:
        work, items: inherited by the processes, so they need not be picklable; results must be.
        few: so many items are not worth a process.

    Raises:
        Exception: whatever the work raises.
    """
    if not will_fork(items, few):
        yield from map(work, items)
        return
    processors = count_processors()
    slices = cut(len(items), processors)
    takes_part = len(items) <= SHARED
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processors - takes_part, context, initializer=_settle, initargs=(work, items)) as pool:
        try:
            if takes_part:
                yield from _work_with(pool, work, items, slices)
            else:
                for results in pool.map(_work_through, slices):
                    yield from results
        finally:
            pool.shutdown(cancel_futures=True)  # nothing must be written any more when this returns


def _work_with(
    pool: ProcessPoolExecutor, work: Callable[[Item], Result], items: Sequence[Item], slices: Sequence[range]
) -> Generator[Result, None, None]:
    """Results in order: the processes work from the first slice on, this one from the last, until they meet."""
    waiting = deque((numbers, pool.submit(_work_through, numbers)) for numbers in slices)
    own: list[list[Result]] = []
    while waiting and waiting[-1][1].cancel():
        numbers, _ = waiting.pop()
        own.append([work(items[number]) for number in numbers])
        while waiting and waiting[0][1].done():
            yield from waiting.popleft()[1].result()
    for _, results in waiting:
        yield from results.result()
    for made in reversed(own):
        yield from made


def cut(count: int, workers: int) -> list[range]:
    """Items in slices, the smaller the nearer the end, so that no process waits long for another's last."""
    slices, start = [], 0
    while start < count:
        size = max(1, min(LARGEST, (count - start) // (workers * _SHARE)))
        slices.append(range(start, start + size))
        start += size
    return slices


def will_fork(items: Sequence[Any], few: int = FEW) -> bool:
    """Whether so much work is done by processes of its own."""
    return CAN_FORK and len(items) > few and count_processors() > 1


def _settle(work: _Work, items: Sequence[Any]) -> None:
    """In a worker: know what it is for."""
    settle_worker()
    gc.freeze()  # what was inherited need not be looked through again and again
    gc.set_threshold(_RUBBISH)
    _inherited.append((work, items))


def _work_through(numbers: range) -> list[Any]:
    work, items = _inherited[-1]
    return [work(items[number]) for number in numbers]
