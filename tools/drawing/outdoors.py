"""Sky, hills, water, trees and rain."""

from __future__ import annotations

import math
from random import Random

from drawing.colours import Colour, lift, mix, shade
from drawing.geometry import Point, ellipse, limb, rect, rotate, spline, stroke
from drawing.plants import LEAVES, blossom, leaf
from drawing.sheet import Sheet


def sky(sheet: Sheet, horizon: float, high: Colour, low: Colour) -> None:
    """The sky down to the horizon."""
    sheet.wash(rect(0, 0, sheet.across, horizon + 4), high, low)


def cloud(sheet: Sheet, cx: float, cy: float, width: float, colour: Colour, alpha: float = 0.7) -> None:
    """A flat-bottomed cloud."""
    for dx, dy, r in ((-0.34, 0, 0.16), (-0.12, -0.08, 0.22), (0.14, -0.05, 0.2), (0.36, 0.01, 0.14)):
        sheet.tint(
            ellipse(cx + dx * width, cy + dy * width, r * width, r * width * 0.5), colour, alpha, blur=width * 0.04
        )


def hills(sheet: Sheet, base: float, height: float, colour: Colour, rng: Random, peaks: int = 5) -> None:
    """A line of hills along the whole width, standing on ``base``."""
    points: list[Point] = [(-60, base)]
    for i in range(peaks * 2 + 1):
        x = sheet.across * i / (peaks * 2)
        up = height * (rng.uniform(0.62, 1.0) if i % 2 else rng.uniform(0.25, 0.5))
        points.append((x, base - up))
    outline = [*spline(points[1:], False, 10), (sheet.across + 60, base), (-60, base)]
    top = min(p[1] for p in outline)
    sheet.wash([outline], colour, mix(colour, "#e6e0d0", 0.35) if top < base else colour)


def water(sheet: Sheet, top: float, near: Colour, far: Colour, rng: Random, ripples: int = 120) -> None:
    """A sheet of water towards us, with light and dark ripples."""
    sheet.wash(rect(0, top, sheet.across, sheet.down - top), far, near)
    for _ in range(ripples):
        t = rng.random() ** 0.7
        y = top + (sheet.down - top) * t
        x, w = rng.uniform(-80, sheet.across), (24 + 150 * t) * rng.uniform(0.5, 1.2)
        sheet.tint(ellipse(x, y, w / 2, 1.2 + 3 * t), lift(far, 0.5) if rng.random() < 0.55 else shade(near, 0.3), 0.5)


def tree(sheet: Sheet, x: float, base: float, height: float, colour: Colour, rng: Random) -> None:
    """A round-crowned tree."""
    sheet.paint(
        limb([(x, base), (x + height * 0.03, base - height * 0.5)], [height * 0.07, height * 0.04]), "#6f5843", 0.6
    )
    for _ in range(12):
        a = rng.uniform(0, math.tau)
        cx, cy = x + math.cos(a) * height * 0.2, base - height * 0.68 + math.sin(a) * height * 0.18
        r = height * rng.uniform(0.13, 0.2)
        sheet.paint(ellipse(cx, cy, r, r * 0.85), mix(colour, rng.choice(LEAVES), rng.uniform(0, 0.5)), 0.8)


def areca(sheet: Sheet, x: float, base: float, height: float, rng: Random, colour: Colour = "#5f7f63") -> None:
    """A slim areca palm."""
    top = base - height
    sheet.paint(limb([(x, base), (x + height * 0.02, top)], [height * 0.03, height * 0.02]), "#8c7a63", 0.6)
    crown = (x + height * 0.02, top)
    for i in range(9):
        angle = -176 + i * 21.5 + rng.uniform(-5, 5)
        tip = rotate((height * rng.uniform(0.24, 0.29), 0), angle)
        end = (crown[0] + tip[0], top + tip[1] * 0.75 + height * 0.07)
        arc = spline([crown, (crown[0] + tip[0] * 0.55, top + tip[1] * 0.85), end], False, 9)
        tone = mix(colour, rng.choice(LEAVES), 0.35)
        for j, p in enumerate(arc[1:], 1):
            fall = height * 0.1 * (1 - 0.4 * j / len(arc))
            for side in (-1, 1):
                leaf(sheet, p, (p[0] + side * fall * 0.45 + tip[0] * 0.12, p[1] + fall * 0.75), height * 0.009, tone)
        sheet.paint(limb(arc, [height * 0.012] * len(arc)), mix(tone, "#c9c98f", 0.3))


def banana(sheet: Sheet, x: float, base: float, height: float, rng: Random) -> None:
    """A banana plant with broad leaves."""
    sheet.paint(limb([(x, base), (x, base - height * 0.45)], [height * 0.1, height * 0.07]), "#8c9a63", 0.7)
    for i in range(7):
        d = rotate((height * 0.62, 0), -160 + i * 23 + rng.uniform(-5, 5))
        leaf(
            sheet,
            (x, base - height * 0.42),
            (x + d[0], base - height * 0.42 + d[1] * 0.9),
            height * 0.085,
            rng.choice(("#6f9257", "#83a566", "#5d8050")),
        )


def peach_tree(
    sheet: Sheet,
    x: float,
    base: float,
    height: float,
    rng: Random,
    colours: tuple[Colour, ...] = ("#e8a0a0", "#f1bfb7", "#dd8790"),
) -> None:
    """A tree in blossom."""
    twigs: list[Point] = []

    def grow(p: Point, angle: float, length: float, width: float, depth: int) -> None:
        d = rotate((length, 0), angle)
        q = (p[0] + d[0], p[1] + d[1])
        sheet.paint(limb([p, q], [width, width * 0.7]), "#5f4a3f", 0.6)
        if depth == 0:
            twigs.append(q)
            return
        twigs.append(((p[0] + q[0]) / 2, (p[1] + q[1]) / 2))
        for turn in (-28, 6, 30):
            grow(q, angle + turn + rng.uniform(-12, 12), length * rng.uniform(0.62, 0.8), width * 0.62, depth - 1)

    grow((x, base), -90, height * 0.32, height * 0.04, 3)
    for q in twigs:
        for _ in range(4):
            bx, by = q[0] + rng.gauss(0, height * 0.04), q[1] + rng.gauss(0, height * 0.035)
            blossom(sheet, bx, by, height * rng.uniform(0.014, 0.022), rng.choice(colours), rng.uniform(0, 72))
        if rng.random() < 0.6:
            d = rotate((height * 0.05, 0), rng.uniform(0, 360))
            leaf(sheet, q, (q[0] + d[0], q[1] + d[1]), height * 0.009, "#8fa878")


def rain(sheet: Sheet, rng: Random, count: int, colour: Colour = "#f2f4ef") -> None:
    """A thin slanting rain."""
    for _ in range(count):
        x, y, n = rng.uniform(0, sheet.across), rng.uniform(0, sheet.down), rng.uniform(18, 40)
        sheet.tint(stroke([(x, y), (x - n * 0.22, y + n)], 1.1), colour, 0.28)
