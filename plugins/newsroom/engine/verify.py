"""Proof of an output: a clean build aside, and every difference between the two."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsroom.engine.files import list_files, same_bytes
from newsroom.engine.workshop import clear, find_workshop

FOLDER = "kiem-tra"
"""Folder of the cache in which the clean build is made."""


@contextmanager
def aside(folder: Path, cache: Path) -> Iterator[None]:
    """A place for a clean build: nothing of an earlier one is there, and nothing is left."""
    places = (folder, find_workshop(folder, cache).bench)
    clear(*places)
    try:
        yield
    finally:
        clear(*places)


def compare(clean: Path, output: Path) -> Iterator[str]:
    """Vietnamese sentences, one for each file that is not the same in both folders; none when all are."""
    wanted, found = set(list_files(clean)), set(list_files(output))
    for path in sorted(wanted | found):
        if path not in found:
            yield f"{output.name}/ thiếu {path}."
        elif path not in wanted:
            yield f"{output.name}/ thừa {path}."
        elif not same_bytes(clean / path, output / path):
            yield f"{output.name}/{path} khác với bản dựng sạch."
