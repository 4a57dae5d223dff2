"""Houses and boats."""

from __future__ import annotations

from drawing.colours import SHADOW, Colour, lift, shade
from drawing.geometry import blob, ellipse, limb, poly, rect, spline, stroke
from drawing.sheet import Sheet


def house(
    sheet: Sheet,
    x: float,
    base: float,
    width: float,
    height: float,
    wall: Colour,
    roof: Colour,
    door: Colour = "#5f5140",
) -> None:
    """A one-storey house, its gable roof seen from the long side."""
    eave = height * 0.4
    sheet.wash(rect(x, base - height + eave * 0.8, width, height - eave * 0.8), wall, shade(wall, 0.16))
    sheet.tint(rect(x, base - height + eave * 0.8, width, height * 0.1), SHADOW, 0.4, blur=height * 0.03)
    sheet.paint(rect(x + width * 0.42, base - height * 0.48, width * 0.17, height * 0.48), door, 0.4)
    for wx in (0.12, 0.72):
        sheet.paint(rect(x + width * wx, base - height * 0.44, width * 0.17, height * 0.2), shade(door, 0.1))
    sheet.paint(
        poly(
            (x - width * 0.08, base - height + eave),
            (x + width * 0.06, base - height),
            (x + width * 0.94, base - height),
            (x + width * 1.08, base - height + eave),
        ),
        roof,
        0.7,
    )
    for i in range(1, 5):
        y = base - height + eave * i / 5
        sheet.tint(
            rect(x - width * 0.08 + width * 0.14 * (1 - i / 5), y, width * (0.88 + 0.28 * i / 5), 1.8), SHADOW, 0.25
        )


def stilt_house(
    sheet: Sheet,
    x: float,
    base: float,
    width: float,
    height: float,
    wood: Colour = "#8f6e4e",
    thatch: Colour = "#9c855c",
) -> None:
    """A house on stilts with a deep thatched roof and a ladder."""
    floor = base - height * 0.34
    for i in range(5):
        px = x + width * (0.06 + i * 0.22)
        sheet.paint(limb([(px, floor), (px, base)], [width * 0.03, width * 0.03]), shade(wood, 0.3), 0.5)
    sheet.wash(rect(x, floor - height * 0.3, width, height * 0.3), shade(wood, 0.25), wood)
    for i in range(14):
        sheet.tint(rect(x + width * i / 14, floor - height * 0.3, 2, height * 0.3), SHADOW, 0.35)
    sheet.paint(rect(x + width * 0.4, floor - height * 0.27, width * 0.15, height * 0.27), shade(wood, 0.6))
    sheet.paint(rect(x - width * 0.05, floor, width * 1.1, height * 0.04), lift(wood, 0.2), 0.4)
    sheet.paint(
        blob(
            (x - width * 0.12, floor - height * 0.2),
            (x + width * 0.1, floor - height * 0.6),
            (x + width * 0.25, base - height),
            (x + width * 0.75, base - height),
            (x + width * 0.9, floor - height * 0.6),
            (x + width * 1.12, floor - height * 0.2),
            (x + width * 0.5, floor - height * 0.24),
        ),
        thatch,
        0.9,
    )
    for i in range(1, 4):
        y = base - height + height * 0.12 * i
        sheet.tint(stroke([(x + width * (0.2 - i * 0.06), y), (x + width * (0.8 + i * 0.06), y + 2)], 2), SHADOW, 0.25)
    for side in (0.0, 0.11):
        sheet.paint(
            stroke([(x + width * (0.42 + side), floor), (x + width * (0.36 + side), base)], width * 0.018),
            lift(wood, 0.2),
        )
    for i in range(1, 6):
        t = i / 6
        sheet.paint(
            stroke(
                [
                    (x + width * (0.42 - 0.06 * t), floor + (base - floor) * t),
                    (x + width * (0.53 - 0.06 * t), floor + (base - floor) * t),
                ],
                width * 0.013,
            ),
            lift(wood, 0.1),
        )


def boat(sheet: Sheet, cx: float, waterline: float, length: float, depth: float, wood: Colour = "#6b4e38") -> None:
    """An open wooden boat seen from the side; draw the people in it first."""
    hull = [
        (cx - length * 0.54, waterline - depth * 1.15),
        (cx - length * 0.3, waterline - depth * 0.72),
        (cx + length * 0.3, waterline - depth * 0.72),
        (cx + length * 0.54, waterline - depth * 1.15),
        (cx + length * 0.42, waterline),
        (cx - length * 0.42, waterline),
    ]
    rim = spline(hull[:4], False)
    sheet.paint([[*rim, *hull[4:]]], wood, 0.9)
    sheet.paint(limb(rim, [depth * 0.13] * len(rim)), lift(wood, 0.3))
    sheet.tint(ellipse(cx, waterline + depth * 0.06, length * 0.48, depth * 0.12), "#efe7d2", 0.5, blur=depth * 0.06)
    sheet.tint(ellipse(cx, waterline + depth * 0.42, length * 0.46, depth * 0.3), SHADOW, 0.35, blur=depth * 0.15)
