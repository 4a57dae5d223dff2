"""Names and sizes of derivatives, decided before any pixel is made; touches nothing."""

from __future__ import annotations

import math

from newsroom.model import Derivative
from newsroom.photos.recipe import RECIPE, Recipe
from newsroom.text.slugs import slugify

SHAPES = {
    "2x3": 2 / 3,
    "3x4": 3 / 4,
    "1x1": 1.0,
    "4x3": 4 / 3,
    "3x2": 3 / 2,
    "16x9": 16 / 9,
    "2x1": 2.0,
}
"""The shapes a gallery knows: name → width by height."""

SUFFIXES = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png"}
"""Format → ending of the file name."""

_STEM_LETTERS = 60
_NAMELESS = "anh"
_DISTORTION = 0.02
"""How far rounding to whole pixels may bend the shape of a very flat picture."""


def plan_derivatives(
    stem: str, digest: str, width: int, height: int, *, graphic: bool = False, recipe: Recipe = RECIPE
) -> tuple[Derivative, ...]:
    """Plan what is made of one original.

    Args:
        stem: the original's file name without its ending, in any script.
        digest: hex digest of its bytes and the recipe.
        width, height: of the upright original, in pixels.
        graphic: True for a drawing, which is kept lossless at its own size.

    Returns:
        Modern format first, each format from narrow to wide; never larger than the original.
    """
    slug = slugify(stem, _STEM_LETTERS) or _NAMELESS
    base = f"{slug}-{digest[: recipe.digest_letters]}"

    def derive(wide: int, format_: str) -> Derivative:
        tall = min(_height(wide, width, height), recipe.longest_side)
        return Derivative(f"{base}-{wide}.{SUFFIXES[format_]}", wide, tall, format_)

    if graphic:
        return (derive(width, "png"),)
    widths = _plan_widths(width, height, recipe)
    fallback = [wide for wide in widths if wide in recipe.fallback_widths or wide == widths[-1]]
    return (*(derive(wide, recipe.modern) for wide in widths), *(derive(wide, "jpeg") for wide in fallback))


def nearest_shape(width: int, height: int) -> str:
    """The shape of :data:`SHAPES` that comes nearest, by ratio."""
    ratio = math.log(width / height)
    return min(SHAPES, key=lambda shape: abs(math.log(SHAPES[shape]) - ratio))


def _plan_widths(width: int, height: int, recipe: Recipe) -> list[int]:
    """Standard widths below the widest that makes sense, and that one."""
    own = min(width, recipe.longest_side, max(1, width * recipe.longest_side // height))
    widest = min(own, recipe.widths[-1])
    if not _keeps_shape(widest, width, height):
        widest = own
    limit = widest * recipe.too_near
    return [w for w in recipe.widths if w <= limit and _keeps_shape(w, width, height)] + [widest]


def _height(wide: int, width: int, height: int) -> int:
    """Height in whole pixels, halves rounded up, at least one."""
    return max(1, (2 * height * wide + width) // (2 * width))


def _keeps_shape(wide: int, width: int, height: int) -> bool:
    bent = wide * height / (_height(wide, width, height) * width)
    return abs(bent - 1) <= _DISTORTION
