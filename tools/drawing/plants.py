"""Flowers, leaves and potted plants."""

from __future__ import annotations

import math
from random import Random

from drawing.colours import Colour, lift, mix
from drawing.geometry import Point, blob, ellipse, limb, poly, rotate, rounded, spline, stroke
from drawing.sheet import Sheet

BLOSSOMS = ("#e7b24a", "#e9d3b0", "#d9877f", "#f3ead8", "#c9606a", "#e6a3a0")
LEAVES = ("#5d7f56", "#7b9a6a", "#456b4f", "#8fa878")


def blossom(sheet: Sheet, cx: float, cy: float, r: float, colour: Colour, turn: float = 0.0) -> None:
    """A flower of five petals."""
    for i in range(5):
        dx, dy = rotate((r * 0.55, 0), turn + i * 72)
        sheet.paint(ellipse(cx + dx, cy + dy, r * 0.5, r * 0.5), colour)
    sheet.paint(ellipse(cx, cy, r * 0.26, r * 0.26), mix(colour, "#c98b2f", 0.6))


def bouquet(sheet: Sheet, cx: float, cy: float, r: float, rng: Random) -> None:
    """A wrapped bunch of flowers, its stems pointing down."""
    wrap = rng.choice(("#efe3cf", "#d9b7a6", "#c7d0c0", "#cbbfd2"))
    sheet.paint(
        poly(
            (cx - r * 1.05, cy - r * 0.1),
            (cx + r * 1.05, cy - r * 0.1),
            (cx + r * 0.22, cy + r * 2.0),
            (cx - r * 0.22, cy + r * 2.0),
        ),
        wrap,
        0.8,
    )
    flowers(sheet, cx, cy - r * 0.25, r * 1.1, r * 0.75, rng, 16)
    sheet.paint(
        poly(
            (cx - r * 1.0, cy + r * 0.2),
            (cx, cy + r * 0.55),
            (cx + r * 1.0, cy + r * 0.2),
            (cx + r * 0.2, cy + r * 2.0),
            (cx - r * 0.2, cy + r * 2.0),
        ),
        lift(wrap, 0.3),
        0.6,
    )
    sheet.paint(stroke([(cx - r * 0.36, cy + r * 1.3), (cx + r * 0.36, cy + r * 1.3)], r * 0.16), "#b4654a")


def flowers(sheet: Sheet, cx: float, cy: float, rx: float, ry: float, rng: Random, count: int) -> None:
    """A heap of leaves and blossoms."""
    for _ in range(count):
        a, d = rng.uniform(0, math.tau), rng.uniform(0.5, 1.15)
        x, y = cx + math.cos(a) * rx * d, cy + math.sin(a) * ry * d
        leaf(sheet, (x, y), (x + math.cos(a) * rx * 0.45, y + math.sin(a) * ry * 0.6), rx * 0.16, rng.choice(LEAVES))
    for _ in range(count):
        a, d = rng.uniform(0, math.tau), rng.uniform(0, 1) ** 0.6
        x, y = cx + math.cos(a) * rx * d, cy + math.sin(a) * ry * d
        blossom(sheet, x, y, min(rx, ry) * rng.uniform(0.24, 0.36), rng.choice(BLOSSOMS), rng.uniform(0, 72))


def leaf(sheet: Sheet, root: Point, tip: Point, width: float, colour: Colour) -> None:
    """One pointed leaf."""
    mx, my = (root[0] + tip[0]) / 2, (root[1] + tip[1]) / 2
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    n = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / n * width, dx / n * width
    sheet.paint(
        [[*spline([root, (mx + nx, my + ny), tip], False), *spline([tip, (mx - nx, my - ny), root], False)]], colour
    )


def palm(sheet: Sheet, x: float, floor: float, height: float, rng: Random, pot: Colour = "#b0764f") -> None:
    """A potted areca palm."""
    sheet.ground(x, floor, height * 0.2, height * 0.03)
    base = floor - height * 0.22
    for i in range(11):
        angle = -90 + (i - 5) * 14 + rng.uniform(-6, 6)
        length = height * rng.uniform(0.55, 0.8)
        mid = rotate((length * 0.6, 0), angle * 0.8 - 18)
        tip = rotate((length, 0), angle)
        arc = spline([(x, base), (x + mid[0], base + mid[1]), (x + tip[0], base + tip[1] + height * 0.06)], False, 6)
        sheet.paint(limb(arc, [height * 0.012] * len(arc)), "#5d7f56")
        for j, p in enumerate(arc[2:]):
            for side in (-1, 1):
                d = rotate((height * 0.14 * (1 - j * 0.05), 0), angle + side * 38)
                leaf(sheet, p, (p[0] + d[0], p[1] + d[1]), height * 0.018, rng.choice(LEAVES))
    sheet.paint(
        poly(
            (x - height * 0.12, base - height * 0.02),
            (x + height * 0.12, base - height * 0.02),
            (x + height * 0.085, floor),
            (x - height * 0.085, floor),
        ),
        pot,
        0.9,
    )
    sheet.paint(
        rounded(x - height * 0.135, base - height * 0.04, height * 0.27, height * 0.045, 4), lift(pot, 0.12), 0.5
    )


def kumquat(sheet: Sheet, x: float, floor: float, height: float, rng: Random) -> None:
    """A potted kumquat tree heavy with fruit, as stands in a house at Tết."""
    sheet.ground(x, floor, height * 0.25, height * 0.035)
    for _ in range(120):
        t = rng.random()
        wide = height * 0.3 * (1 - t) ** 0.8 + height * 0.03
        px, py = x + rng.uniform(-wide, wide), floor - height * (0.24 + 0.74 * t)
        d = rotate((height * 0.06, 0), rng.uniform(0, 360))
        leaf(sheet, (px, py), (px + d[0], py + d[1]), height * 0.018, rng.choice(LEAVES))
    for _ in range(34):
        t = rng.random()
        wide = height * 0.27 * (1 - t) ** 0.8
        sheet.paint(
            ellipse(x + rng.uniform(-wide, wide), floor - height * (0.26 + 0.68 * t), height * 0.022, height * 0.022),
            rng.choice(("#e39a3a", "#eeb04c")),
            0.8,
        )
    sheet.paint(
        blob(
            (x - height * 0.16, floor - height * 0.24),
            (x + height * 0.16, floor - height * 0.24),
            (x + height * 0.19, floor - height * 0.13),
            (x + height * 0.1, floor),
            (x - height * 0.1, floor),
            (x - height * 0.19, floor - height * 0.13),
        ),
        "#5c7d93",
        1.0,
    )
