"""Walls, floors, stages and windows."""

from __future__ import annotations

from random import Random

from drawing.colours import SHADOW, SUN, Colour, lift, shade
from drawing.geometry import ellipse, poly, rect, rounded
from drawing.sheet import Sheet


def walls(sheet: Sheet, floor: float, wall: Colour, ground: Colour, panels: int = 0) -> None:
    """A back wall down to ``floor`` and a floor of boards that fade away from us."""
    sheet.wash(rect(0, 0, sheet.across, floor), shade(wall, 0.12), lift(wall, 0.18))
    for i in range(1, panels):
        x = sheet.across * i / panels
        sheet.wash(rect(x - 7, 0, 7, floor), wall, shade(wall, 0.16), sideways=True)
        sheet.paint(rect(x, 0, 2.5, floor), lift(wall, 0.3))
    sheet.wash(rect(0, floor, sheet.across, sheet.down - floor), shade(ground, 0.12), lift(ground, 0.1))
    y, step = floor, 9.0
    while y < sheet.down:
        sheet.tint(rect(0, y, sheet.across, 1.6), SHADOW, 0.13)
        y, step = y + step, step * 1.28
    sheet.paint(rect(0, floor - 12, sheet.across, 12), shade(wall, 0.3))
    sheet.tint(rect(0, floor, sheet.across, 26), SHADOW, 0.35, blur=10)


def window(
    sheet: Sheet, x: float, y: float, width: float, height: float, sky: Colour = "#e9f1ec", leaves: Random | None = None
) -> None:
    """A tall window of two casements, with what grows outside."""
    frame = "#8d7455"
    sheet.paint(rect(x - 9, y - 9, width + 18, height + 18), frame, 0.4)
    sheet.wash(rect(x, y, width, height), lift(sky, 0.3), sky)
    if leaves is not None:
        pane = rect(x, y, width, height)
        for _ in range(26):
            cx, cy = x + leaves.uniform(0, width), y + height * leaves.uniform(0.45, 1.0)
            sheet.tint(
                ellipse(cx, cy, width * 0.14, width * 0.11),
                leaves.choice(("#9db58a", "#b7c9a0", "#86a279")),
                0.55,
                blur=width * 0.03,
                within=pane,
            )
    sheet.paint(rect(x + width / 2 - 4, y, 8, height), frame)
    sheet.paint(rect(x - 14, y + height + 6, width + 28, 12), lift(frame, 0.25), 0.4)


def sunbeam(
    sheet: Sheet, x: float, y: float, width: float, height: float, fall: float, reach: float, alpha: float = 0.22
) -> None:
    """Light falling into the room from a window: a shaft in the air and a patch on the floor."""
    shaft = poly(
        (x, y), (x + width, y + 0.1 * height), (x + width + fall, y + reach), (x + fall - width * 0.6, y + reach)
    )
    sheet.tint(shaft, SUN, alpha * 0.55, blur=24)
    patch = poly(
        (x + fall - width * 0.5, y + reach - 30),
        (x + fall + width * 0.9, y + reach - 30),
        (x + fall + width * 1.5, y + reach + 60),
        (x + fall - width * 0.2, y + reach + 60),
    )
    sheet.tint(patch, SUN, alpha, blur=10)


def curtain(sheet: Sheet, x: float, y: float, width: float, height: float, colour: Colour, folds: int) -> None:
    """A hanging curtain in even folds."""
    step = width / folds
    for i in range(folds):
        px = x + i * step
        sheet.wash(rect(px, y, step * 0.55, height), shade(colour, 0.3), lift(colour, 0.12), sideways=True)
        sheet.wash(
            rect(px + step * 0.55, y, step * 0.46, height), lift(colour, 0.12), shade(colour, 0.34), sideways=True
        )
    sheet.tint(rect(x, y, width, height * 0.16), SHADOW, 0.35, blur=height * 0.05, within=rect(x, y, width, height))


def valance(sheet: Sheet, y: float, depth: float, colour: Colour, swags: int) -> None:
    """A gathered strip along the top of a stage."""
    step = sheet.across / swags
    sheet.paint(rect(0, y, sheet.across, depth * 0.5), shade(colour, 0.2))
    for i in range(swags):
        sheet.paint(ellipse((i + 0.5) * step, y + depth * 0.35, step * 0.56, depth * 0.62), colour, 0.9)
        sheet.tint(
            ellipse((i + 0.5) * step, y + depth * 0.25, step * 0.4, depth * 0.3),
            lift(colour, 0.25),
            0.5,
            blur=depth * 0.12,
        )


BANDS = {
    "centre": ((0.0, 0.34, 0.17, 0.045), (0.0, 0.7, 0.34, 0.12), (0.0, 0.56, 0.53, 0.12), (0.0, 0.3, 0.74, 0.04)),
    "left": ((-0.3, 0.28, 0.2, 0.05), (-0.16, 0.56, 0.38, 0.13), (-0.23, 0.42, 0.6, 0.13)),
    "two": ((0.0, 0.62, 0.3, 0.16), (0.0, 0.4, 0.58, 0.1)),
}
"""Layouts of a board: (shift of the middle, width, top, thickness) of each band, as shares."""


def backdrop(
    sheet: Sheet, x: float, y: float, width: float, height: float, colour: Colour, layout: str = "centre"
) -> None:
    """The board behind a stage: plain bands where words would stand."""
    sheet.tint(rect(x + 6, y + 10, width, height), SHADOW, 0.4, blur=10)
    sheet.wash(rect(x, y, width, height), lift(colour, 0.14), shade(colour, 0.14))
    sheet.paint(rect(x, y, width, height * 0.03), lift(colour, 0.35))
    board = rect(x, y, width, height)
    for i in range(3):
        sheet.tint(
            ellipse(x + width * 0.98, y + height * 1.1, height * (0.4 + 0.28 * i), height * (0.4 + 0.28 * i)),
            lift(colour, 0.5),
            0.12,
            within=board,
        )
    for shift, share, top, thick in BANDS[layout]:
        tone = "#f3e7c9" if thick > 0.09 else lift(colour, 0.55)
        sheet.paint(
            rounded(
                x + width * (0.5 + shift - share / 2), y + height * top, width * share, height * thick, height * 0.02
            ),
            tone,
        )


def ceiling(sheet: Sheet, depth: float, colour: Colour, lamps: int) -> None:
    """A ceiling with a row of round lamps."""
    sheet.wash(rect(0, 0, sheet.across, depth), shade(colour, 0.2), colour)
    for i in range(lamps):
        x = sheet.across * (i + 0.5) / lamps
        sheet.paint(ellipse(x, depth * 0.55, depth * 0.34, depth * 0.12), "#fff7e0")
        sheet.glow(x, depth * 0.7, depth * 2.2, depth * 1.8, SUN, 0.28)


def stage(sheet: Sheet, top: float, height: float, wood: Colour) -> None:
    """The front of a raised stage across the picture."""
    sheet.wash(rect(0, top, sheet.across, height), lift(wood, 0.15), shade(wood, 0.2))
    sheet.paint(rect(0, top, sheet.across, height * 0.12), lift(wood, 0.35))


def noticeboard(sheet: Sheet, x: float, y: float, width: float, height: float, rng: Random) -> None:
    """A board with pinned sheets of paper."""
    sheet.paint(rounded(x, y, width, height, 6), "#a9865c", 0.5)
    sheet.paint(rect(x + 8, y + 8, width - 16, height - 16), "#c9ae84")
    columns = 3
    for i in range(columns):
        w = (width - 40) / columns
        px, py = x + 20 + i * w + rng.uniform(0, 5), y + 18 + rng.uniform(0, 10)
        tall = (height - 44) * rng.uniform(0.72, 1.0)
        sheet.paint(rect(px, py, w * 0.84, tall), "#f7f1e2", 0.2)
        for j in range(4):
            sheet.paint(
                rect(px + w * 0.1, py + tall * (0.14 + j * 0.2), w * rng.uniform(0.35, 0.62), tall * 0.06),
                rng.choice(("#b9ab93", "#8fa3ad", "#c48d74")),
            )
