"""From an original's bytes to upright sRGB pixels of the size that is wanted, in little memory."""

from __future__ import annotations

from typing import BinaryIO

from PIL import Image

from newsroom.photos.colour import plain_mode, to_srgb
from newsroom.photos.header import find_orientation, open_image, quietly
from newsroom.photos.kinds import Kind

_TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""EXIF orientation (CIPA DC-008, 4.6.5.1.6) → what makes the stored pixels upright."""


def read_photo(file: BinaryIO, kind: Kind, size: tuple[int, int]) -> Image.Image:
    """Decode a photograph at a given size: upright, RGB, sRGB, without any of its metadata.

    Args:
        size: wanted width and height of the upright picture, no larger than the original.
    """
    with quietly(), open_image(file, kind) as image:
        orientation = find_orientation(image, kind)
        profile = image.info.get("icc_profile")
        stored = size if orientation < 5 else size[::-1]
        if kind == "jpeg":
            image.draft(None, stored)  # libjpeg then decodes at 1/2, 1/4 or 1/8, never below this size
        picture = plain_mode(_whole(image))
    if picture.size != stored:
        picture = shrink(picture, stored)
    return _bare(turn(to_srgb(picture, profile), orientation))


def read_graphic(file: BinaryIO, kind: Kind) -> Image.Image:
    """Decode a drawing at its own size, pixel for pixel: upright, opaque, L, P or RGB."""
    with quietly(), open_image(file, kind) as image:
        orientation = find_orientation(image, kind)
        profile = image.info.get("icc_profile")
        picture = _whole(image)
        if picture.mode != "P" or profile or picture.has_transparency_data:
            picture = plain_mode(picture)
            picture = picture if picture.mode == "L" else to_srgb(picture, profile)
    return _bare(turn(picture, orientation))


def shrink(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    """The same picture, smaller: scaled by Lanczos' filter, to the same pixels whatever the processor can do.

    Args:
        image: L, RGB, RGBA or CMYK; what is transparent lends its colour to no neighbour.
    """
    from cykooz_resizer import FilterType, ResizeAlg, ResizeOptions, Resizer  # many a build only draws titles

    smaller = Image.new(image.mode, size, None)
    Resizer().resize_pil(image, smaller, ResizeOptions(ResizeAlg.convolution(FilterType.lanczos3)))
    return smaller


def turn(image: Image.Image, orientation: int) -> Image.Image:
    """Make stored pixels upright."""
    return image.transpose(_TURNS[orientation]) if orientation in _TURNS else image


def _whole(image: Image.Image) -> Image.Image:
    """All pixels of the first frame, free of the file they came from."""
    image.load()
    return image.copy() if image.mode == "P" else image


def _bare(image: Image.Image) -> Image.Image:
    """Without notes of the original: encoders would copy profile, comment and density from there."""
    image.info = {}
    return image
