"""NEWS → PAGES: stories, lists, archives, front page, sitemap; the views that templates see."""

from __future__ import annotations

from pelican import Pelican, signals

from newsroom.site.frame import site_view
from newsroom.site.plan import open_pages, plan_pages, revise_pages

__all__ = ["open_pages", "plan_pages", "register", "revise_pages", "site_view"]


def register() -> None:
    """Offer the pages to every build of this site (called by Pelican)."""
    signals.initialized.connect(_offer)


def _offer(pelican: Pelican) -> None:
    pelican.offer(plan_pages, revise_pages)
    pelican.offer_pages(open_pages)
