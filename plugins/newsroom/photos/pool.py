"""Work on many pictures at once, in processes, so that no picture can take the others down with it."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, as_completed
from pathlib import Path

from newsroom.model import Picture
from newsroom.photos.faults import PhotoFault
from newsroom.photos.names import show_name
from newsroom.photos.processes import count_processors, settle_worker

Make = Callable[[Picture], PhotoFault | None]
Made = tuple[Picture, PhotoFault | None]

FEW = 2
"""So many pictures are made sooner than worker processes start."""

_MOST_WORKERS = 61
"""Windows cannot wait for more."""


def make_all(pictures: Sequence[Picture], make: Make, executor: Executor | None = None) -> Generator[Made, None, None]:
    """Make pictures, in the order in which they get ready.

    Args:
        make: makes one picture; picklable.
        executor: where to do the work; by default processes of this machine, one per processor.
    """
    if executor is not None:
        yield from _spread(pictures, make, executor)
    elif len(pictures) <= FEW or count_processors() == 1:
        yield from ((picture, make(picture)) for picture in pictures)
    else:
        yield from _in_processes(pictures, make)


def _in_processes(pictures: Sequence[Picture], make: Make) -> Generator[Made, None, None]:
    """Spread the work; should a worker die (memory gone, a codec crashed), find out at whose picture."""
    waiting = dict.fromkeys(pictures)
    pool = _start_pool(min(count_processors(), len(pictures), _MOST_WORKERS))
    try:
        for picture, fault in _spread(pictures, make, pool):
            del waiting[picture]
            yield picture, fault
    except BrokenExecutor:
        pass  # those still waiting are made below, one by one
    finally:
        pool.shutdown(cancel_futures=True)
    for picture in waiting:
        yield picture, _make_alone(picture, make)


def _spread(pictures: Sequence[Picture], make: Make, executor: Executor) -> Generator[Made, None, None]:
    futures = {executor.submit(make, picture): picture for picture in pictures}
    try:
        for future in as_completed(futures):
            yield futures[future], future.result()
    finally:
        for future in futures:
            future.cancel()


def _make_alone(picture: Picture, make: Make) -> PhotoFault | None:
    with _start_pool(1) as pool:
        try:
            return pool.submit(make, picture).result()
        except BrokenExecutor:
            return PhotoFault(
                "photo-unreadable",
                f"Máy không xử lý nổi ảnh “{show_name(Path(picture.original).name)}”.",
                "Ảnh có thể bị hỏng hoặc quá lớn: hãy xuất lại ra JPEG cỡ vừa rồi dùng tệp đó.",
            )


def _start_pool(workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the same on every system, and safe beside the threads of a progress bar.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=settle_worker)
