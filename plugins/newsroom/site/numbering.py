"""Page numbers that stay: a list's full pages are counted from its oldest story (contract §3).

Of N stories, ``…/trang/1/`` holds the 20 oldest, ``…/trang/2/`` the next 20,
and so on up to k = max(0, N ÷ 20 − 1); the list's own address shows the rest,
that is the newest 20 to 39.  A new story therefore changes the newest pages
only, and a link to an old page keeps its meaning.
"""

from __future__ import annotations

from dataclasses import dataclass

PAGE_SIZE = 20


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page of a list.

    Attributes:
        number: 1 for the oldest full page; 0 for the list's own address.
        start, stop: the slice of the list's stories, newest first, on this page.
        newer, older: number of the neighbouring page, or None at the end.
    """

    number: int
    start: int
    stop: int
    newer: int | None
    older: int | None


def plan_list(count: int) -> tuple[ListPage, ...]:
    """Pages of a list of ``count`` stories, newest page first; always at least one."""
    full = count_full_pages(count)
    own = ListPage(0, 0, count - full * PAGE_SIZE, newer=None, older=full or None)
    return (own, *(_full_page(number, count, full) for number in range(full, 0, -1)))


def count_full_pages(count: int) -> int:
    """How many pages of a list of ``count`` stories have a number of their own."""
    return max(0, count // PAGE_SIZE - 1)


def list_page_address(base: str, number: int) -> str:
    """Address of a list's page; ``base`` is the list's own address and ends in ``/``."""
    return f"{base}trang/{number}/" if number else base


def _full_page(number: int, count: int, full: int) -> ListPage:
    stop = count - (number - 1) * PAGE_SIZE
    newer = number + 1 if number < full else 0
    return ListPage(number, stop - PAGE_SIZE, stop, newer=newer, older=number - 1 or None)
