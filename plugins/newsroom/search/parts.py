"""PAGES → PARTS: the index is cut by years, so that its making and a first search stay small.

Pagefind keeps about 300 kB in memory for each page while it works, and a reader
who searches downloads where a word stands in *every* page of an index.  So no
index holds more than :data:`LARGEST` pages: a search asks the newest part, and
older ones only as long as too little was found.  Parts are filled from the
oldest year on, so that a new story changes the newest part alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

LARGEST = 2000
"""Pages in one part: 0.6 GB while it is made."""

_YEAR = re.compile(r"tin-tuc/(\d{4})/")
_TIMELESS = 9999
"""Year of pages that belong to none (Giới thiệu): they stand in the newest part."""


@dataclass(frozen=True, slots=True)
class Part:
    """One index.

    Attributes:
        folder: where it is published, relative to the output folder; the newest stands in ``pagefind`` itself.
        first: the year of its oldest story, 0 where it has no story.
        pages: paths relative to the output folder, sorted by year, then by path.
    """

    folder: str
    first: int
    pages: tuple[str, ...]


def plan_parts(pages: Iterable[str], largest: int = LARGEST) -> tuple[Part, ...]:
    """Share pages out, newest part first; always at least one part."""
    groups: list[list[str]] = [[]]
    for slice_ in _slices(pages, largest):
        if groups[-1] and len(groups[-1]) + len(slice_) > largest:
            groups.append([])
        groups[-1] += slice_
    newest = len(groups) - 1
    return tuple(
        Part("pagefind" if n == newest else f"pagefind/{n + 1}", _first_year(groups[n]), tuple(groups[n]))
        for n in range(newest, -1, -1)
    )


def _slices(pages: Iterable[str], largest: int) -> Iterator[list[str]]:
    """A year's pages together, unless they are too many for one part."""
    for _, found in groupby(sorted(pages, key=lambda page: (_year(page), page)), key=_year):
        year = list(found)
        yield from (year[start : start + largest] for start in range(0, len(year), largest))


def find_year(page: str) -> int:
    """Year in the address of a story's page; 0 for a page that is no story's."""
    found = _YEAR.match(page)
    return int(found[1]) if found else 0


def _year(page: str) -> int:
    return find_year(page) or _TIMELESS


def _first_year(pages: list[str]) -> int:
    return find_year(pages[0]) if pages else 0
