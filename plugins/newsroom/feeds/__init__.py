"""STORIES → RSS, ATOM, JSON: what subscribers get (contract §5).

The only part that imports feedgen.
"""

from __future__ import annotations

from typing import Any

from newsroom.feeds.plan import plan_feeds

__all__ = ["plan_feeds", "register"]


def register() -> None:
    """Offer the feeds to every build of this site (called by Pelican)."""
    from pelican import signals

    signals.initialized.connect(_offer)


def _offer(pelican: Any) -> None:
    pelican.offer(plan_feeds, plan_feeds)
