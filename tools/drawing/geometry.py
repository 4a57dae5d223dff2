"""Points, curves and outlines in scene units (x to the right, y down)."""

from __future__ import annotations

import math
from collections.abc import Sequence

Point = tuple[float, float]
Outline = list[Point]
Shape = list[Outline]
"""A union of polygons."""


def rect(x: float, y: float, width: float, height: float) -> Shape:
    """An upright rectangle by its top left corner."""
    return [[(x, y), (x + width, y), (x + width, y + height), (x, y + height)]]


def rounded(x: float, y: float, width: float, height: float, radius: float) -> Shape:
    """A rectangle with round corners."""
    r = min(radius, width / 2, height / 2)
    corners = (
        (x + width - r, y + r, -90),
        (x + width - r, y + height - r, 0),
        (x + r, y + height - r, 90),
        (x + r, y + r, 180),
    )
    return [
        [
            (cx + r * math.cos(math.radians(start + step * 15)), cy + r * math.sin(math.radians(start + step * 15)))
            for cx, cy, start in corners
            for step in range(7)
        ]
    ]


def ellipse(cx: float, cy: float, rx: float, ry: float, turn: float = 0.0) -> Shape:
    """An ellipse, turned clockwise by ``turn`` degrees."""
    flat = [(rx * math.cos(a * math.tau / 40), ry * math.sin(a * math.tau / 40)) for a in range(40)]
    return [[(cx + p[0], cy + p[1]) for p in (rotate(q, turn) for q in flat)]]


def poly(*points: Point) -> Shape:
    """One polygon."""
    return [list(points)]


def rotate(point: Point, degrees: float) -> Point:
    """Turn a point clockwise (as seen, y down) about the origin."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    return point[0] * c - point[1] * s, point[0] * s + point[1] * c


def spline(points: Sequence[Point], closed: bool = True, steps: int = 8) -> Outline:
    """A smooth curve through the points (Catmull-Rom)."""
    n = len(points)
    out: Outline = []
    for i in range(n if closed else n - 1):
        if closed:
            a, b, c, d = (points[(i + j) % n] for j in (-1, 0, 1, 2))
        else:
            a, b, c, d = points[max(i - 1, 0)], points[i], points[i + 1], points[min(i + 2, n - 1)]
        out += [_between(a, b, c, d, step / steps) for step in range(steps)]
    return out if closed else [*out, points[-1]]


def _between(a: Point, b: Point, c: Point, d: Point, t: float) -> Point:
    def axis(p: float, q: float, r: float, s: float) -> float:
        return 0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t * t + (3 * q - p - 3 * r + s) * t**3)

    return axis(a[0], b[0], c[0], d[0]), axis(a[1], b[1], c[1], d[1])


def blob(*points: Point) -> Shape:
    """One smooth closed outline."""
    return [spline(points)]


def limb(points: Sequence[Point], widths: Sequence[float]) -> Shape:
    """A tapering band with round joints: an arm, a leg, a branch, a stroke."""
    shape: Shape = []
    for i, (point, width) in enumerate(zip(points, widths, strict=True)):
        shape += ellipse(point[0], point[1], width / 2, width / 2)
        if i + 1 < len(points):
            shape.append(_band(point, points[i + 1], width / 2, widths[i + 1] / 2))
    return shape


def stroke(points: Sequence[Point], width: float) -> Shape:
    """A line of even width."""
    return limb(points, [width] * len(points))


def _band(a: Point, b: Point, ra: float, rb: float) -> Outline:
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    nx, ny = -(b[1] - a[1]) / length, (b[0] - a[0]) / length
    return [
        (a[0] + nx * ra, a[1] + ny * ra),
        (b[0] + nx * rb, b[1] + ny * rb),
        (b[0] - nx * rb, b[1] - ny * rb),
        (a[0] - nx * ra, a[1] - ny * ra),
    ]


def bend(root: Point, tip: Point, upper: float, lower: float, side: float) -> Point:
    """The elbow or knee between two points, bent to the given side (+1 clockwise, -1 the other way)."""
    dx, dy = tip[0] - root[0], tip[1] - root[1]
    span = math.hypot(dx, dy) or 1e-6
    reach = min(max(span, abs(upper - lower) + 1e-6), upper + lower)
    along = (upper * upper - lower * lower + reach * reach) / (2 * reach)
    off = math.sqrt(max(upper * upper - along * along, 0.0)) * side
    ux, uy = dx / span, dy / span
    along *= span / reach
    return root[0] + ux * along - uy * off, root[1] + uy * along + ux * off


def mix_points(a: Point, b: Point, t: float) -> Point:
    """The point a share ``t`` of the way from a to b."""
    return a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t


def path(text: str) -> list[Point]:
    """Points as written in a drawing: ``"0,.5 .25,.43"``."""
    return [(float(x), float(y)) for x, y in (pair.split(",") for pair in text.split())]
