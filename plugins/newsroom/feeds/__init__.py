"""STORIES → RSS, ATOM, JSON: what subscribers get (contract §5).

The only part that imports feedgen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.doors import later, open_doors

if TYPE_CHECKING:
    from newsroom.feeds.plan import plan_feeds

__all__ = ["plan_feeds", "register"]

__getattr__ = open_doors(__name__, {"plan": "plan_feeds"})


def register() -> None:
    """Offer the feeds to every build of this site (called by Pelican)."""
    from pelican import signals

    signals.initialized.connect(_offer)


def _offer(pelican: Any) -> None:
    plan = later(__name__, "plan_feeds")
    pelican.offer(plan, plan)
