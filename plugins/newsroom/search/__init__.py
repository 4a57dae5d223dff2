"""FINISHED PAGES → SEARCH INDEX: built by Pagefind, aside, and published together with the pages it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import Pelican, signals

from newsroom.doors import later, open_doors

if TYPE_CHECKING:
    from newsroom.search.index import make_index

__all__ = ["make_index", "register"]

__getattr__ = open_doors(__name__, {"index": "make_index"})


def register() -> None:
    """Offer the index to every build of this site that asks for one (called by Pelican)."""
    signals.initialized.connect(_offer)


def _offer(pelican: Pelican) -> None:
    pelican.offer_index(later(__name__, "make_index"))
