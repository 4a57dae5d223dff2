"""Any colour a camera, scanner or print shop delivers, turned into the web's sRGB."""

from __future__ import annotations

import io
from functools import lru_cache

from PIL import Image, ImageCms

WHITE = (255, 255, 255)

_SPACES = {"RGB ": "RGB", "CMYK": "CMYK", "GRAY": "L"}
"""Colour space of an ICC profile (ICC.1, 7.2.6) → Pillow mode of pictures it describes."""


def plain_mode(image: Image.Image) -> Image.Image:
    """Bring a decoded picture to L, RGB, RGBA or CMYK with 8 bits a channel; colours stay as they are."""
    if image.mode.startswith("I;16"):
        return image.point(lambda value: value * (1 / 256)).convert("L")  # convert() alone would clip to white
    if image.has_transparency_data:
        return image if image.mode == "RGBA" else image.convert("RGBA")
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Flatten transparency on white and convert to RGB in sRGB.

    Args:
        image: of a mode that :func:`plain_mode` gives.
        profile: the original's ICC profile; a damaged or unfitting one is passed over, as browsers do.
    """
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, WHITE)
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    transform = _transform(profile, image.mode) if profile else None
    if transform is None:
        return image if image.mode == "RGB" else image.convert("RGB")
    return transform.apply(image)


@lru_cache(maxsize=8)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """From a profile to sRGB; None where nothing is to be done. Phones' photos share a few profiles."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if _SPACES.get(source.profile.xcolor_space) != mode or _is_srgb(source):
            return None
        return ImageCms.buildTransform(source, ImageCms.createProfile("sRGB"), mode, "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None


def _is_srgb(profile: ImageCms.ImageCmsProfile) -> bool:
    return (profile.profile.profile_description or "").lower().startswith("srgb")
