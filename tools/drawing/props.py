"""Furniture and what stands on it."""

from __future__ import annotations

from drawing.colours import INK, PAPER, SHADOW, Colour, lift, shade
from drawing.geometry import limb, poly, rect, rounded, spline, stroke
from drawing.sheet import Sheet


def bottle(sheet: Sheet, x: float, base: float, height: float) -> None:
    """A small water bottle."""
    w = height * 0.16
    sheet.paint(rounded(x - w, base - height * 0.74, w * 2, height * 0.74, w * 0.6), "#cfe0e4", 0.8)
    sheet.paint(rounded(x - w * 0.55, base - height, w * 1.1, height * 0.3, w * 0.3), "#dbe9ec")
    sheet.paint(rect(x - w * 0.6, base - height, w * 1.2, height * 0.1), "#4f7fa0")
    sheet.paint(rect(x - w, base - height * 0.5, w * 2, height * 0.2), "#6f9db8")


def clothed_table(
    sheet: Sheet, x: float, y: float, width: float, height: float, cloth: Colour, top: Colour = PAPER
) -> None:
    """A long table in a pleated cloth, its top seen a little from above."""
    lip = height * 0.16
    sheet.ground(x + width / 2, y + height, width * 0.54, height * 0.12, 0.45)
    sheet.paint(rect(x, y, width, height), cloth)
    pleats = max(6, round(width / (height * 0.34)))
    step = width / pleats
    for i in range(pleats):
        px = x + i * step
        sheet.wash(rect(px, y + lip * 0.6, step * 0.62, height - lip * 0.6), shade(cloth, 0.32), cloth, sideways=True)
        sheet.wash(
            rect(px + step * 0.62, y + lip * 0.6, step * 0.38, height - lip * 0.6),
            lift(cloth, 0.16),
            shade(cloth, 0.26),
            sideways=True,
        )
    sheet.tint(
        rect(x, y + lip * 0.8, width, height * 0.25), SHADOW, 0.3, blur=height * 0.06, within=rect(x, y, width, height)
    )
    sheet.paint(
        poly(
            (x - lip * 0.2, y + lip),
            (x + lip * 0.5, y - lip * 0.5),
            (x + width - lip * 0.5, y - lip * 0.5),
            (x + width + lip * 0.2, y + lip),
        ),
        top,
    )
    sheet.paint(rect(x - lip * 0.2, y + lip, width + lip * 0.4, lip * 0.4), shade(top, 0.18))


def lectern(sheet: Sheet, cx: float, floor: float, height: float, wood: Colour = "#8a5b3e") -> None:
    """A speaker's desk with a microphone and flowers at its foot."""
    w = height * 0.3
    sheet.ground(cx, floor, w * 1.3, height * 0.05)
    sheet.paint(
        poly(
            (cx - w * 0.82, floor - height * 0.86),
            (cx + w * 0.82, floor - height * 0.86),
            (cx + w * 0.66, floor),
            (cx - w * 0.66, floor),
        ),
        wood,
        0.8,
    )
    sheet.paint(
        poly(
            (cx - w * 0.58, floor - height * 0.74),
            (cx + w * 0.58, floor - height * 0.74),
            (cx + w * 0.48, floor - height * 0.1),
            (cx - w * 0.48, floor - height * 0.1),
        ),
        shade(wood, 0.2),
    )
    sheet.paint(
        poly(
            (cx - w, floor - height * 0.84),
            (cx - w * 0.9, floor - height),
            (cx + w * 0.9, floor - height),
            (cx + w, floor - height * 0.84),
        ),
        lift(wood, 0.2),
        0.5,
    )


def microphone(sheet: Sheet, x: float, base: float, height: float, lean: float = -0.25) -> None:
    """A table microphone on a thin neck."""
    tip = (x + lean * height, base - height)
    arc = spline([(x, base), (x, base - height * 0.6), tip], False)
    sheet.paint(stroke(arc, height * 0.05), INK)
    sheet.paint(
        limb([tip, (tip[0] + lean * height * 0.3, tip[1] - height * 0.1)], [height * 0.14, height * 0.16]),
        "#2c2b30",
        0.6,
    )


def chair_back(sheet: Sheet, cx: float, y: float, width: float, height: float, colour: Colour) -> None:
    """The back of a chair seen from behind, ``y`` its top edge."""
    sheet.paint(rounded(cx - width / 2, y, width, height, width * 0.16), colour, 0.8)
    sheet.paint(rounded(cx - width / 2, y, width, height * 0.1, width * 0.05), lift(colour, 0.18))
