"""Planned pictures → files on the shelf: made once, in parallel, for exactly what is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path

from newsroom.errors import Place, SiteFault
from newsroom.held import HOLDERS, is_held, name_file
from newsroom.model import Picture
from newsroom.photos.executors import find_executor
from newsroom.photos.faults import PhotoFault
from newsroom.photos.make import make_picture
from newsroom.photos.pool import make_all
from newsroom.photos.recipe import RECIPE, Recipe
from newsroom.photos.shelf import Recorder, find_unsound

Reporter = Callable[[int, int], None]
"""Told (pictures made so far, pictures to be made in this run)."""


def render_pictures(
    pictures: Sequence[Picture],
    content: Path,
    folder: Path,
    reporter: Reporter | None = None,
    executor: Executor | str | None = None,
    recipe: Recipe = RECIPE,
) -> tuple[tuple[Picture, PhotoFault], ...]:
    """Make every derivative that is not on the shelf yet.

    Args:
        pictures: as :func:`newsroom.photos.read_picture` planned them.
        content: the folder of all sources.
        folder: the shelf, in the cache; made when missing.
        reporter: called after every picture that had to be made.
        executor: where to do the work, or the name of a function that starts such a place
            (``NEWSROOM_EXECUTOR``), which is called when there is work; by default
            processes of this machine.
        recipe: the one the pictures were planned with.

    Returns:
        The pictures that could not be made, each with its fault, in the order given.

    Raises:
        SiteFault: the shelf cannot be written to, or the executor cannot be had.
    """
    make = partial(make_picture, content=content, folder=folder, recipe=recipe)
    start = find_executor(executor) if isinstance(executor, str) else None
    faults: dict[str, PhotoFault] = {}
    try:
        folder.mkdir(parents=True, exist_ok=True)
        waiting = _find_waiting(pictures, folder)
        with ExitStack() as stack:
            place = executor if isinstance(executor, Executor) else None
            if start and waiting:
                place = stack.enter_context(start())
            recorder = Recorder(folder)
            results = stack.enter_context(closing(make_all(waiting, make, place)))
            for count, (picture, fault) in enumerate(results, start=1):
                if fault:
                    faults[_key(picture)] = fault
                else:
                    recorder.add(derivative.name for derivative in picture.derivatives)
                if reporter:
                    reporter(count, len(waiting))
    except OSError as error:
        raise _explain(error, folder) from error
    return tuple((p, faults[_key(p)]) for p in pictures if _key(p) in faults)


def _explain(error: OSError, folder: Path) -> SiteFault:
    fault, place = "Không ghi được ảnh vào thư mục đệm", Place(str(folder))
    if is_held(error):
        name = Path(name_file(error)).name or "một tệp"
        return SiteFault(f"{fault} vì {name} {HOLDERS}.", "Hãy đóng tệp đó rồi chạy lại.", place)
    remedy = "Hãy kiểm tra chỗ trống và quyền ghi của thư mục rồi chạy lại."
    return SiteFault(f"{fault} ({error.strerror or error}).", remedy, place)


def _find_waiting(pictures: Sequence[Picture], folder: Path) -> list[Picture]:
    """Pictures with a derivative missing; two originals with the same bytes and name are made once."""
    unique: dict[str, Picture] = {}
    for picture in pictures:
        unique.setdefault(_key(picture), picture)
    names = [derivative.name for picture in unique.values() for derivative in picture.derivatives]
    unsound = find_unsound(folder, names)
    if not unsound:
        return []
    return [p for p in unique.values() if any(derivative.name in unsound for derivative in p.derivatives)]


def _key(picture: Picture) -> str:
    """What two originals with the same bytes and name have in common."""
    return picture.derivatives[0].name
