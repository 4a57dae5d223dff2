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
"""So many photos are made in the process that asks for them, if they are light: workers would start no sooner."""

LIGHT = 24_000_000
"""Weight of two photos of a phone with their social picture, or of a hundred drawn titles: 0.7 s of work."""

SHARE = 60_000_000
"""Weight that earns another worker: six photos of a phone, 2 s.  Each takes 75 MiB beside a build that has 160."""

_MOST_WORKERS = 61
"""Windows cannot wait for more."""


def make_all(pictures: Sequence[Picture], make: Make, executor: Executor | None = None) -> Generator[Made, None, None]:
    """Make pictures, in the order in which they get ready.

    Args:
        make: makes one picture; picklable.
        executor: where to do the work; by default processes of this machine, as many as the work deserves.
    """
    if executor is not None:
        yield from _spread(pictures, make, executor)
    elif workers := count_workers(pictures, count_processors()):
        yield from _in_processes(pictures, make, workers)
    else:
        yield from ((picture, make(picture)) for picture in pictures)


def count_workers(pictures: Sequence[Picture], processors: int) -> int:
    """Worker processes that some pictures deserve; 0 where this process does as well."""
    weight = sum(map(_weigh, pictures))
    photos = {picture.original for picture in pictures if picture.original}
    if processors == 1 or (len(photos) <= FEW and weight <= LIGHT):
        return 0
    return min(processors, len(pictures), _MOST_WORKERS, 1 + weight // SHARE)


def _weigh(picture: Picture) -> int:
    """Pixels to be encoded, and a quarter of those to be decoded or drawn: some 30 million take a second."""
    made = sum(file.width * file.height for file in picture.derivatives) if picture.original else 0
    return made + picture.width * picture.height // 4


def _in_processes(pictures: Sequence[Picture], make: Make, workers: int) -> Generator[Made, None, None]:
    """Spread the work; should a worker die (memory gone, a codec crashed), find out at whose picture."""
    waiting = dict.fromkeys(pictures)
    pool = _start_pool(workers)
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
