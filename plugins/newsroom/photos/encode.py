"""Pixels to bytes of a published format; the only encoder there is. Same pixels, same bytes."""

from __future__ import annotations

import io
from collections.abc import Mapping

from PIL import Image

from newsroom.photos.recipe import Recipe


def encode(image: Image.Image, format_: str, recipe: Recipe) -> bytes:
    """Encode a picture that carries no metadata.

    Args:
        format_: ``avif``, ``webp``, ``jpeg`` or ``png``.
    """
    file = io.BytesIO()
    image.save(file, format_.upper(), **_options(format_, recipe))
    return file.getvalue()


def encode_card(image: Image.Image) -> bytes:
    """Encode a drawn title of few colours as PNG.

    Runs are nearly all there is to find in it: looking for no more takes a third of the time.
    """
    file = io.BytesIO()
    image.save(file, "PNG", compress_type=Image.RLE)
    return file.getvalue()


def _options(format_: str, recipe: Recipe) -> Mapping[str, str | int | bool]:
    if format_ == "avif":
        return {
            "quality": recipe.avif_quality,
            "speed": recipe.avif_speed,
            "subsampling": recipe.avif_subsampling,
            "max_threads": 1,  # one worker per processor already; and threads could change the bytes
        }
    if format_ == "webp":
        return {"quality": recipe.webp_quality, "method": recipe.webp_method}
    if format_ == "jpeg":
        return {"quality": recipe.jpeg_quality, "progressive": True, "optimize": True, "subsampling": "4:2:0"}
    return {"optimize": True}
