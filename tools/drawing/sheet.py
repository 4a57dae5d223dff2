"""The sheet a picture is drawn on: the only module that touches pixels."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from drawing.colours import SHADOW, SUN, Colour, lift, rgb, shade
from drawing.geometry import Shape, ellipse

OVER = 2
"""Supersampling: everything is drawn at twice the final size."""


@dataclass(frozen=True, slots=True)
class _Area:
    """A mask and where it lies on the sheet, in pixels."""

    mask: Image.Image
    box: tuple[int, int, int, int]


class Sheet:
    """A picture in scene units, ``across`` units wide, light coming from the upper left.

    Attributes:
        across: width in units.
        down: height in units.
        light: direction from which light comes: -1 left, 1 right.
    """

    def __init__(self, size: tuple[int, int], across: float, paper: Colour, light: int = -1) -> None:
        self._size = size
        self._k = size[0] * OVER / across
        self.across = across
        self.down = across * size[1] / size[0]
        self.light = light
        self._image = Image.new("RGB", (size[0] * OVER, size[1] * OVER), rgb(paper))

    # ── paint ────────────────────────────────────────────────────────────────

    def paint(self, shape: Shape, colour: Colour, volume: float = 0.0) -> None:
        """Fill a shape; ``volume`` 0 to 1 models its lit and its shaded edge."""
        area = self._area(shape)
        if area is None:
            return
        self._image.paste(rgb(colour), area.box, area.mask)
        if volume > 0:
            self._model(area, colour, volume)

    def wash(self, shape: Shape, first: Colour, second: Colour, sideways: bool = False) -> None:
        """Fill a shape with a gradient, from the top down or from left to right."""
        area = self._area(shape)
        if area is None:
            return
        ramp = Image.linear_gradient("L")
        ramp = ramp.transpose(Image.Transpose.ROTATE_90) if sideways else ramp
        ramp = ramp.resize(area.mask.size, Image.Resampling.BILINEAR)
        fill = Image.composite(Image.new("RGB", ramp.size, rgb(second)), Image.new("RGB", ramp.size, rgb(first)), ramp)
        self._image.paste(fill, area.box, area.mask)

    def tint(self, shape: Shape, colour: Colour, alpha: float, blur: float = 0.0, within: Shape | None = None) -> None:
        """Lay a transparent colour over a shape, its edge softened by ``blur`` units, kept ``within`` another."""
        area = self._area(shape, pad=blur * 2.5)
        if area is None:
            return
        mask = _blurred(area.mask, blur * self._k) if blur else area.mask
        if within is not None:
            frame = self._masked(within, area.box)
            mask = ImageChops.multiply(mask, frame)
        self._image.paste(rgb(colour), area.box, mask.point(lambda v: round(v * alpha)))

    def glow(self, cx: float, cy: float, rx: float, ry: float, colour: Colour = SUN, alpha: float = 0.35) -> None:
        """A soft pool of light (or, in a dark colour, of shadow)."""
        k = self._k
        box = (round((cx - rx) * k), round((cy - ry) * k), round((cx + rx) * k), round((cy + ry) * k))
        disc = ImageChops.invert(Image.radial_gradient("L")).point(
            lambda v: round((max(v - 40, 0) / 215) ** 1.4 * 255 * alpha)
        )
        disc = disc.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.BICUBIC)
        self._image.paste(rgb(colour), box, disc)

    def ground(self, cx: float, cy: float, rx: float, ry: float, alpha: float = 0.4) -> None:
        """The shadow something throws on the floor under it."""
        self.tint(ellipse(cx, cy, rx, ry), SHADOW, alpha, blur=ry * 0.7)

    def soften(self, blur: float) -> None:
        """Put everything drawn so far out of focus."""
        self._image = _blurred(self._image, blur * self._k)

    def haze(self, colour: Colour, alpha: float) -> None:
        """Lay air over everything drawn so far."""
        self._image = Image.blend(self._image, Image.new("RGB", self._image.size, rgb(colour)), alpha)

    # ── the finished picture ─────────────────────────────────────────────────

    def finish(self, seed: int, grain: float = 1.0, vignette: float = 0.3) -> Image.Image:
        """The picture at its final size, with grain and a soft vignette."""
        image = self._image.reduce(OVER)
        image = ImageEnhance.Contrast(ImageEnhance.Brightness(image).enhance(1.07)).enhance(1.06)
        image = _vignetted(image, vignette)
        return _grained(image, Random(seed), grain)

    # ── inside ───────────────────────────────────────────────────────────────

    def _area(self, shape: Shape, pad: float = 0.0) -> _Area | None:
        xs = [p[0] for outline in shape for p in outline]
        ys = [p[1] for outline in shape for p in outline]
        k = self._k
        left, top = int((min(xs) - pad) * k) - 2, int((min(ys) - pad) * k) - 2
        right, bottom = int((max(xs) + pad) * k) + 3, int((max(ys) + pad) * k) + 3
        margin = int(pad * k) + 8
        box = (
            max(left, -margin),
            max(top, -margin),
            min(right, self._image.width + margin),
            min(bottom, self._image.height + margin),
        )
        if box[0] >= box[2] or box[1] >= box[3]:
            return None
        return _Area(self._masked(shape, box), box)

    def _masked(self, shape: Shape, box: tuple[int, int, int, int]) -> Image.Image:
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
        draw = ImageDraw.Draw(mask)
        for outline in shape:
            draw.polygon([(x * self._k - box[0], y * self._k - box[1]) for x, y in outline], fill=255)
        return mask

    def _model(self, area: _Area, colour: Colour, volume: float) -> None:
        mask = area.mask
        scale = min(1.0, 240 / max(mask.size))
        small = mask.resize(
            (max(1, round(mask.width * scale)), max(1, round(mask.height * scale))), Image.Resampling.BOX
        )
        step = max(1, round(min(small.size) * 0.2))
        pad = step * 2
        field = Image.new("L", (small.width + pad * 2, small.height + pad * 2), 0)
        field.paste(small, (pad, pad))
        dx = step * self.light
        for offset, tone, alpha in (
            ((dx, -step // 2), shade(colour, 0.62), 0.5),
            ((-dx, step // 2), lift(colour, 0.6), 0.38),
        ):
            edge = ImageChops.subtract(field, ImageChops.offset(field, *offset))
            edge = edge.filter(ImageFilter.GaussianBlur(step * 0.8)).crop(
                (pad, pad, pad + small.width, pad + small.height)
            )
            edge = ImageChops.multiply(edge.resize(mask.size, Image.Resampling.BICUBIC), mask)
            weight = alpha * volume
            self._image.paste(rgb(tone), area.box, edge.point(lambda v, w=weight: round(v * w)))


def _blurred(image: Image.Image, radius: float) -> Image.Image:
    factor = max(1, int(radius / 4))
    if factor == 1:
        return image.filter(ImageFilter.GaussianBlur(radius))
    small = image.resize((max(1, image.width // factor), max(1, image.height // factor)), Image.Resampling.BOX)
    return small.filter(ImageFilter.GaussianBlur(radius / factor)).resize(image.size, Image.Resampling.BICUBIC)


def _vignetted(image: Image.Image, strength: float) -> Image.Image:
    falloff = Image.radial_gradient("L").point(lambda v: round((max(v - 96, 0) / 159) ** 1.7 * 255 * strength))
    falloff = falloff.resize(image.size, Image.Resampling.BICUBIC)
    image.paste(rgb("#2a1d1c"), (0, 0), falloff)
    return image


def _grained(image: Image.Image, rng: Random, amount: float) -> Image.Image:
    size = (image.width // 2, image.height // 2)
    noise = Image.frombytes("L", size, rng.randbytes(size[0] * size[1])).filter(ImageFilter.GaussianBlur(0.6))
    noise = noise.point(lambda v: round(128 + (v - 128) * 0.1 * amount)).resize(image.size, Image.Resampling.BICUBIC)
    grain = Image.merge("RGB", (noise, noise, noise))
    return ImageChops.overlay(image, grain)
