"""How originals become derivatives: widths, formats, qualities, limits.

Every value here is explained by measurement in ``docs/photos.md``.  The whole
recipe goes into the digest of each photo, so that a changed recipe gives every
derivative another name and an old file is never taken for a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal


@dataclass(frozen=True, slots=True)
class Recipe:
    """Settings of one way to make derivatives.

    Attributes:
        version: raised by hand when the code makes other pixels from the same settings.
        widths: of the modern format, in pixels, from narrow to wide; never upscaled.
        fallback_widths: of the JPEG twins, a subset of ``widths``.
        too_near: a width over this share of the original's own width is left
            out in favour of the own width (a 1,250-pixel photo needs no 1,200).
        modern: format of the files for browsers of today, ``avif`` or ``webp``.
        avif_quality: 0 to 100, of libavif.
        avif_speed: 0 to 10, of libavif; 10 is the fastest.
        avif_subsampling: how finely colour is kept.
        webp_quality: 0 to 100, of libwebp.
        webp_method: 0 to 6, of libwebp; 6 is the slowest.
        jpeg_quality: 1 to 95, of libjpeg; always progressive, colour at 4:2:0.
        graphic_bytes: a losslessly stored original of at most this many bytes
            may be a graphic (a screenshot, a QR code), which stays lossless.
        graphic_density: its bytes per pixel over ``graphic_slack`` at most.
        graphic_slack: bytes that any graphic may have, however small it is.
        graphic_side: longest side of a graphic in pixels; a larger one is thinned
            by a whole factor, which keeps every edge sharp.
        longest_side: of any derivative, in pixels: browsers refuse more.
        most_pixels: originals with more are refused by their header alone.
        most_bytes: larger files are refused unread.
        digest_letters: how much of the digest stands in a file name.
    """

    version: int = 2
    widths: tuple[int, ...] = (240, 400, 800, 1200, 1600)
    fallback_widths: tuple[int, ...] = (400, 800, 1600)
    too_near: float = 0.9
    modern: Literal["avif", "webp"] = "avif"
    avif_quality: int = 60
    avif_speed: int = 10
    avif_subsampling: str = "4:2:0"
    webp_quality: int = 78
    webp_method: int = 2
    jpeg_quality: int = 74
    graphic_bytes: int = 600_000
    graphic_density: float = 0.5
    graphic_slack: int = 30_000
    graphic_side: int = 3_200
    longest_side: int = 16_000
    most_pixels: int = 120_000_000
    most_bytes: int = 400_000_000
    digest_letters: int = 12

    @property
    def text(self) -> str:
        """The recipe in words, the same on every machine: what goes into the digest."""
        return "\n".join(f"{f.name}={getattr(self, f.name)!r}" for f in fields(self))


RECIPE = Recipe()
"""What the newsroom publishes with."""
