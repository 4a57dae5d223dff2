"""PAGES → PARTS: the index is cut by time, so that its making and a first search stay small.

Pagefind keeps about 300 kB in memory for each page while it works, and a reader
who searches downloads where each syllable stands in *every* page of an index.  So
no index holds more than :data:`LARGEST` pages: a search asks the newest part, and
older ones only as long as too little was found.  Parts are filled from the oldest
year on, so that a new story changes the newest part alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

LARGEST = 500
"""Pages in one part: 0.2 GB while it is made, 0.1 to 0.5 MB of a first search."""

_TIMELESS = "9999"
"""Day of pages that have none (Giới thiệu): they stand in the newest part."""

Page = tuple[str, str]
"""Day of a story (``2023-01-06``, empty for a page that is no story's), and path relative to the output folder."""


@dataclass(frozen=True, slots=True)
class Part:
    """One index.

    Attributes:
        folder: where it is published, relative to the output folder; the newest stands in ``pagefind`` itself.
        first: the day of its oldest story, empty where it has no story.
        pages: paths, oldest first.
    """

    folder: str
    first: str
    pages: tuple[str, ...]


def plan_parts(pages: Iterable[Page], largest: int = LARGEST) -> tuple[Part, ...]:
    """Share pages out, newest part first; always at least one part."""
    groups: list[list[Page]] = [[]]
    for slice_ in _slices(pages, largest):
        if groups[-1] and len(groups[-1]) + len(slice_) > largest:
            groups.append([])
        groups[-1] += slice_
    newest = len(groups) - 1
    return tuple(
        Part(
            "pagefind" if n == newest else f"pagefind/{n + 1}", _first(groups[n]), tuple(page for _, page in groups[n])
        )
        for n in range(newest, -1, -1)
    )


def _slices(pages: Iterable[Page], largest: int) -> Iterator[list[Page]]:
    """A year's pages together, unless they are too many for one part."""
    ordered = sorted(pages, key=lambda page: (page[0] or _TIMELESS, page[1]))
    for _, found in groupby(ordered, key=lambda page: (page[0] or _TIMELESS)[:4]):
        year = list(found)
        yield from (year[start : start + largest] for start in range(0, len(year), largest))


def _first(pages: list[Page]) -> str:
    return pages[0][0] if pages else ""
