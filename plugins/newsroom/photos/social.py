"""The picture that a social network shows of a story: planned purely, like any derivative.

Facebook and Zalo ask for 1200 × 630 pixels.  A photo that is large and wide
enough is cropped to that; one that is small or upright, and a drawing, is shown
whole beside the title; without a photo the title stands alone, as a PNG of few colours.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from newsroom.model import Derivative, Picture, SocialCard
from newsroom.photos.recipe import RECIPE, Recipe

SIZE = (1200, 630)
"""Width and height in pixels."""

VERSION = 2
"""Raised by hand when the code draws another picture of the same photo and title."""

_MOST_CUT = 0.35
"""How much of a photo's height may be cut away at most; its width may be, as of a panorama."""


def plan_social(slug: str, lead: Picture | None, card: SocialCard, recipe: Recipe = RECIPE) -> Picture:
    """Plan a story's social picture.

    Args:
        slug: of the story; begins the file's name.
        lead: the photo that stands for the story.
        card: what is drawn where the photo cannot fill the picture.
    """
    filled = lead is not None and _fills(lead)
    drawn = SocialCard("", "") if filled else SocialCard(card.title or card.office, card.office)
    original, digest = (lead.original, lead.digest) if lead else ("", "")
    width, height = (lead.width, lead.height) if lead else SIZE
    text = "\n".join((_rules(recipe), digest, drawn.title, drawn.office))
    name = hashlib.blake2b(text.encode(), digest_size=16).hexdigest()[: recipe.digest_letters]
    suffix, format_ = ("jpg", "jpeg") if lead else ("png", "png")
    file = Derivative(f"{slug}-{name}-{SIZE[0]}.{suffix}", *SIZE, format_)
    return Picture(original, digest, width, height, (file,), "2x1", social=drawn)


@lru_cache(maxsize=4)
def _rules(recipe: Recipe) -> str:
    """What every social picture follows from; an archive asks for thousands at each build."""
    return f"{VERSION}\n{recipe.text}"


def _fills(lead: Picture) -> bool:
    """Whether a photo can be cropped without being blown up, mutilated, or (a drawing) robbed of its sense."""
    wide, tall = SIZE
    if lead.width < wide or lead.height < tall or lead.derivatives[0].format == "png":
        return False
    return tall / wide >= (1 - _MOST_CUT) * lead.height / lead.width
