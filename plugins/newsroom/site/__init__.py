"""NEWS → PAGES: stories, lists, archives, front page, sitemap; the views that templates see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican import Pelican, signals

from newsroom.doors import later, open_doors

if TYPE_CHECKING:
    from newsroom.site.frame import site_view
    from newsroom.site.plan import plan_pages
    from newsroom.site.revision import open_pages, revise_pages

__all__ = ["open_pages", "plan_pages", "register", "revise_pages", "site_view"]

__getattr__ = open_doors(
    __name__,
    {
        "frame": "site_view",
        "plan": "plan_pages",
        "revision": "open_pages revise_pages",
    },
)


def register() -> None:
    """Offer the pages to every build of this site (called by Pelican)."""
    signals.initialized.connect(_offer)


def _offer(pelican: Pelican) -> None:
    pelican.offer(later(__name__, "plan_pages"), later(__name__, "revise_pages"))
    pelican.offer_pages(later(__name__, "open_pages"))
