"""Things people give and carry."""

from __future__ import annotations

from random import Random

from drawing.colours import Colour, lift, shade
from drawing.geometry import Point, Shape, blob, ellipse, poly, rect, rotate, rounded, spline, stroke
from drawing.sheet import Sheet


def certificate(sheet: Sheet, cx: float, cy: float, width: float, turn: float = 0.0) -> None:
    """A framed certificate: cream paper, a few grey lines, a gold seal."""
    w, h = width / 2, width * 0.36

    def quad(scale_x: float, scale_y: float) -> Shape:
        corners = (
            (-w * scale_x, -h * scale_y),
            (w * scale_x, -h * scale_y),
            (w * scale_x, h * scale_y),
            (-w * scale_x, h * scale_y),
        )
        return [[(cx + p[0], cy + p[1]) for p in (rotate(c, turn) for c in corners)]]

    sheet.paint(quad(1, 1), "#a57a3c", 0.8)
    sheet.paint(quad(0.9, 0.86), "#d9b877")
    sheet.paint(quad(0.85, 0.79), "#fbf5e4")
    for y, share in ((-0.42, 0.34), (-0.16, 0.56), (0.1, 0.44), (0.34, 0.3)):
        a, b = rotate((-w * share, h * y), turn), rotate((w * share, h * y), turn)
        colour = "#b5654c" if y == -0.16 else "#bfae90"
        sheet.paint(
            stroke([(cx + a[0], cy + a[1]), (cx + b[0], cy + b[1])], width * (0.035 if y == -0.16 else 0.018)), colour
        )
    sx, sy = rotate((w * 0.56, h * 0.44), turn)
    sheet.paint(ellipse(cx + sx, cy + sy, width * 0.045, width * 0.045), "#cf9d45")


def carton(sheet: Sheet, x: float, y: float, width: float, height: float, colour: Colour = "#c39a68") -> None:
    """A cardboard box by its top left corner, with one band of tape along it."""
    lid = height * 0.16
    sheet.paint(
        poly((x, y), (x + width * 0.06, y - lid), (x + width * 1.06, y - lid), (x + width, y)), lift(colour, 0.3)
    )
    sheet.paint(
        poly(
            (x + width, y), (x + width * 1.06, y - lid), (x + width * 1.06, y + height - lid), (x + width, y + height)
        ),
        shade(colour, 0.35),
    )
    sheet.paint(rect(x, y, width, height), colour, 0.6)
    sheet.paint(rect(x, y + height * 0.4, width, height * 0.13), lift(colour, 0.4))


def sack(
    sheet: Sheet,
    cx: float,
    base: float,
    width: float,
    height: float,
    band: Colour = "#6f8ba0",
    cloth: Colour = "#efe7d6",
) -> None:
    """A full rice sack standing on ``base``."""
    w, h = width / 2, height
    sheet.paint(
        blob(
            (cx - w * 0.6, base - h),
            (cx, base - h * 0.94),
            (cx + w * 0.6, base - h),
            (cx + w, base - h * 0.6),
            (cx + w * 0.95, base - h * 0.12),
            (cx + w * 0.6, base),
            (cx - w * 0.6, base),
            (cx - w * 0.95, base - h * 0.12),
            (cx - w, base - h * 0.6),
        ),
        cloth,
        1.0,
    )
    sheet.tint(
        poly((cx - w, base - h * 0.62), (cx + w, base - h * 0.62), (cx + w, base - h * 0.4), (cx - w, base - h * 0.4)),
        band,
        0.85,
    )


def gift_bag(sheet: Sheet, cx: float, base: float, width: float, colour: Colour, rng: Random | None = None) -> None:
    """A paper gift bag with two handles and a light band."""
    w, h = width / 2, width * 1.15
    arc = spline(
        [
            (cx - w * 0.4, base - h),
            (cx - w * 0.3, base - h * 1.3),
            (cx + w * 0.3, base - h * 1.3),
            (cx + w * 0.4, base - h),
        ],
        False,
    )
    sheet.paint(stroke(arc, width * 0.045), shade(colour, 0.4))
    if rng is not None:
        for dx, tone in ((-0.4, "#e7b24a"), (0.05, "#7b9a6a"), (0.42, "#e9dfcb")):
            sheet.paint(
                rounded(cx + w * dx - w * 0.28, base - h * (1.1 + rng.uniform(0, 0.12)), w * 0.56, h * 0.4, w * 0.1),
                tone,
                0.6,
            )
    sheet.paint(poly((cx - w, base - h), (cx + w, base - h), (cx + w * 0.92, base), (cx - w * 0.92, base)), colour, 0.8)
    sheet.paint(
        poly(
            (cx - w * 0.97, base - h * 0.66),
            (cx + w * 0.97, base - h * 0.66),
            (cx + w * 0.95, base - h * 0.46),
            (cx - w * 0.95, base - h * 0.46),
        ),
        lift(colour, 0.6),
    )


def meal_box(sheet: Sheet, x: float, y: float, width: float, rng: Random, lid: bool = False) -> None:
    """A packed meal seen from above and in front: rice, greens, meat."""
    d = width * 0.56
    tray = poly((x + width * 0.08, y), (x + width * 0.92, y), (x + width, y + d), (x, y + d))
    sheet.paint(
        poly((x, y + d), (x + width, y + d), (x + width * 0.95, y + d * 1.24), (x + width * 0.05, y + d * 1.24)),
        "#d8cfbd",
    )
    sheet.paint(tray, "#efe5cf" if lid else "#dfcfa9")
    if lid:
        sheet.paint(
            poly(
                (x + width * 0.12, y + d * 0.06),
                (x + width * 0.88, y + d * 0.06),
                (x + width * 0.95, y + d * 0.94),
                (x + width * 0.05, y + d * 0.94),
            ),
            "#ece4d3",
        )
        return
    sheet.paint(
        poly(
            (x + width * 0.14, y + d * 0.1),
            (x + width * 0.86, y + d * 0.1),
            (x + width * 0.92, y + d * 0.9),
            (x + width * 0.08, y + d * 0.9),
        ),
        "#c3b184",
    )
    sheet.paint(ellipse(x + width * 0.36, y + d * 0.5, width * 0.25, d * 0.36), "#fffdf5", 1.0)
    sheet.paint(ellipse(x + width * 0.72, y + d * 0.32, width * 0.16, d * 0.2), rng.choice(("#7b9a6a", "#8fa878")), 0.7)
    for _ in range(4):
        sheet.paint(
            ellipse(x + width * rng.uniform(0.64, 0.82), y + d * rng.uniform(0.6, 0.8), width * 0.06, d * 0.09),
            rng.choice(("#a8623f", "#c17a45")),
            0.6,
        )


def cooking_pot(sheet: Sheet, cx: float, base: float, width: float, metal: Colour) -> None:
    """A lidded pot on a shelf."""
    w, h = width / 2, width * 0.62
    for side in (-1, 1):
        sheet.paint(ellipse(cx + side * w * 1.05, base - h * 0.62, w * 0.18, h * 0.13), shade(metal, 0.3))
    sheet.paint(rounded(cx - w, base - h, width, h, w * 0.24), metal, 0.9)
    sheet.paint(
        blob((cx - w * 1.05, base - h), (cx, base - h * 1.42), (cx + w * 1.05, base - h), (cx, base - h * 0.94)),
        lift(metal, 0.2),
        0.7,
    )
    sheet.paint(ellipse(cx, base - h * 1.36, w * 0.16, h * 0.1), shade(metal, 0.4))


def steam(sheet: Sheet, cx: float, y: float, width: float, height: float, rng: Random) -> None:
    """Steam rising from ``y``."""
    for _ in range(16):
        t = rng.random()
        sheet.glow(
            cx + rng.uniform(-0.5, 0.5) * width * (0.6 + t),
            y - t * height,
            width * rng.uniform(0.25, 0.5),
            height * rng.uniform(0.14, 0.26),
            "#fffaf0",
            0.2 * (1.1 - t),
        )


def balloon(sheet: Sheet, x: float, y: float, r: float, colour: Colour, tail: Point) -> None:
    """A balloon on a string."""
    sheet.paint(
        stroke(spline([(x, y + r * 1.2), ((x + tail[0]) / 2 + r * 0.4, (y + tail[1]) / 2), tail], False), r * 0.04),
        "#9a8f84",
    )
    sheet.paint(
        blob(
            (x, y - r * 1.1),
            (x + r * 0.85, y - r * 0.5),
            (x + r * 0.7, y + r * 0.5),
            (x, y + r * 1.2),
            (x - r * 0.7, y + r * 0.5),
            (x - r * 0.85, y - r * 0.5),
        ),
        colour,
        1.0,
    )
