"""ORIGINALS → DERIVATIVES: plan purely from headers, make once, publish nothing of the camera's notes.

The doors::

    find_photo      a name as typed     → the file beside the story
    read_picture    a file              → a Picture: names, widths, heights, nothing made yet
    render_pictures planned pictures    → files on the shelf, in parallel
    plan_social     a story's lead photo → the Picture that social networks show, nothing made yet
    find_unsound    the shelf           → which files are not what was made
    prune           the shelf           → without what no page uses
    render_picture  a Picture           → a <picture> element
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.doors import later, open_doors

if TYPE_CHECKING:
    from pelican import Pelican

    from newsroom.photos.faults import PhotoFault
    from newsroom.photos.find import find_entry, find_photo
    from newsroom.photos.html import full_address, plain_image, render_picture
    from newsroom.photos.original import read_picture
    from newsroom.photos.plan import nearest_shape, plan_derivatives
    from newsroom.photos.recipe import RECIPE, Recipe
    from newsroom.photos.render import render_pictures
    from newsroom.photos.shelf import find_unsound, prune
    from newsroom.photos.social import plan_social

__all__ = [
    "RECIPE",
    "PhotoFault",
    "Recipe",
    "find_entry",
    "find_photo",
    "find_unsound",
    "full_address",
    "nearest_shape",
    "plain_image",
    "plan_derivatives",
    "plan_social",
    "prune",
    "read_picture",
    "register",
    "render_picture",
    "render_pictures",
]

__getattr__ = open_doors(
    __name__,
    {
        "faults": "PhotoFault",
        "find": "find_entry find_photo",
        "html": "full_address plain_image render_picture",
        "original": "read_picture",
        "plan": "nearest_shape plan_derivatives",
        "recipe": "RECIPE Recipe",
        "render": "render_pictures",
        "shelf": "find_unsound prune",
        "social": "plan_social",
    },
)


def register() -> None:
    """Offer the making of pictures to every build of this site (called by Pelican)."""
    from pelican import signals

    signals.initialized.connect(_offer)


def _offer(pelican: Pelican) -> None:
    pelican.offer_pictures(later(__name__, "render_pictures"))
