"""Those who sit in halls: delegates in rows, the presidium behind its table."""

from __future__ import annotations

from random import Random

from drawing.colours import Colour
from drawing.geometry import poly
from drawing.look import Look, man, woman
from drawing.people import Body, from_behind
from drawing.plants import flowers
from drawing.props import bottle, chair_back, clothed_table
from drawing.sheet import Sheet


def delegate(rng: Random) -> Look:
    """Someone dressed for a meeting."""
    if rng.random() < 0.45:
        return woman(rng, rng.choice(("aodai", "blouse", "aodai", "suit")))
    return man(rng, rng.choice(("shirt", "suit", "shirt", "shirt")), old=rng.random() < 0.3)


def row_from_behind(sheet: Sheet, rng: Random, y: float, u: float, xs: list[float], chair: Colour) -> None:
    """A row of seated people seen from behind, each on a chair; ``y`` is the shoulder line."""
    for x in xs:
        from_behind(
            sheet,
            delegate(rng),
            x + rng.uniform(-0.12, 0.12) * u,
            y + rng.uniform(-0.12, 0.12) * u,
            u,
            rng.uniform(-9, 9),
        )
        chair_back(sheet, x, y + u * 0.75, u * 1.95, u * 2.2, chair)


def presidium(sheet: Sheet, rng: Random, cx: float, y: float, u: float, count: int, cloth: Colour) -> None:
    """People seated behind a clothed table on a stage; ``y`` is the table's top edge."""
    gap = u * 2.7
    for i in range(count):
        x = cx + (i - (count - 1) / 2) * gap
        look = man(rng, "suit", old=rng.random() < 0.4) if i % 3 != 1 else woman(rng, "aodai")
        chair_back(sheet, x, y - u * 1.9, u * 1.7, u * 2.2, "#7c4b3a")
        hands = ((x - u * 0.45, y + u * 0.05), (x + u * 0.45, y + u * 0.05))
        Body(sheet, look, (x, y + u * 0.55), u, legs=False, hands=hands, tilt=rng.uniform(-4, 4)).draw()
    width = gap * count + u * 1.2
    clothed_table(sheet, cx - width / 2, y, width, u * 3.2, cloth)
    for i in range(count):
        x = cx + (i - (count - 1) / 2) * gap
        sheet.paint(
            poly(
                (x - u * 0.45, y + u * 0.28),
                (x + u * 0.45, y + u * 0.28),
                (x + u * 0.5, y + u * 0.55),
                (x - u * 0.5, y + u * 0.55),
            ),
            "#fbf7ec",
            0.2,
        )
        bottle(sheet, x + u * 0.95, y + u * 0.38, u * 0.95)
    flowers(sheet, cx, y + u * 0.25, u * 2.0, u * 0.55, rng, 22)
