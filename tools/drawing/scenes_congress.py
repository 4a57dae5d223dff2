"""The congress: the whole hall, the vote, the new committee."""

from __future__ import annotations

from random import Random

from drawing.colours import SUN
from drawing.delegates import delegate, presidium, row_from_behind
from drawing.geometry import poly, rect
from drawing.look import man, woman
from drawing.people import Body, stand
from drawing.plants import bouquet, flowers, palm
from drawing.props import bottle, chair_back
from drawing.rooms import backdrop, ceiling, curtain, sunbeam, valance, walls, window
from drawing.sheet import Sheet


def panorama(sheet: Sheet, rng: Random) -> None:
    """The whole congress hall from the balcony."""
    walls(sheet, 330, "#ddccae", "#a17a55")
    for i in range(4):
        for x in (44 + i * 118, 1472 - i * 118):
            window(sheet, x, 92, 60, 170)
    ceiling(sheet, 62, "#eadfc7", 8)
    curtain(sheet, 520, 66, 46, 226, "#8f4a42", 4)
    curtain(sheet, 1034, 66, 46, 226, "#8f4a42", 4)
    sheet.paint(rect(566, 66, 468, 226), "#6d3a37")
    backdrop(sheet, 596, 80, 408, 142, "#3a4a7a")
    sheet.wash(rect(500, 288, 600, 34), "#a97a55", "#7c5640")
    for x in (540, 1060):
        palm(sheet, x, 290, 104, rng)
    presidium(sheet, rng, 800, 244, 15, 9, "#8f4a42")
    for x in (610, 990):
        flowers(sheet, x, 318, 46, 12, rng, 20)
    sheet.glow(800, 200, 420, 240, SUN, 0.3)
    y, u = 356.0, 13.0
    while y < 760:
        aisle = u * 2.4
        n = int(1700 / (u * 2.55))
        xs = [800 + (i - (n - 1) / 2) * u * 2.55 for i in range(n)]
        xs = [x + (aisle / 2 if x > 800 else -aisle / 2) for x in xs]
        row_from_behind(sheet, rng, y, u, xs, "#6f4b3a")
        y, u = y + u * 2.35, u * 1.16
    for x in (44, 162):
        sunbeam(sheet, x, 92, 60, 170, 250, 330, 0.25)


def vote(sheet: Sheet, rng: Random) -> None:
    """Delegates raise their cards."""
    walls(sheet, 300, "#dccfb6", "#9f7a58", panels=8)
    for left in (90, 330, 780, 1020):
        window(sheet, left, 40, 110, 190, leaves=rng)
    y, u = 300.0, 27.0
    for n in (9, 8, 7, 6):
        for i in range(n):
            x = 600 + (i - (n - 1) / 2) * (1230 / n)
            look = delegate(rng)
            up = (x + u * 0.75 + rng.uniform(-4, 4), y - u * 2.55 + rng.uniform(-8, 8))
            hip = (x, y + u * 1.75)
            chair_back(sheet, x, y + u * 0.2, u * 2.0, u * 2.6, "#7a5540")

            def card(up: tuple[float, float] = up, size: float = u) -> None:
                sheet.paint(
                    poly(
                        (up[0] - size * 0.45, up[1] - size * 1.15),
                        (up[0] + size * 0.5, up[1] - size * 1.2),
                        (up[0] + size * 0.52, up[1] + size * 0.05),
                        (up[0] - size * 0.43, up[1] + size * 0.1),
                    ),
                    "#d9a648",
                    0.7,
                )

            Body(
                sheet,
                look,
                hip,
                u,
                legs=False,
                turn=0,
                hands=((x - u * 0.5, y + u * 1.9), up),
                elbows=(1.0, -1.0),
                tilt=rng.uniform(-5, 5),
            ).draw(card)
        sheet.wash(rect(-10, y + u * 1.75, 1220, u * 0.5), "#b58a64", "#8f6648")
        sheet.wash(rect(-10, y + u * 2.2, 1220, u * 1.6), "#8a6146", "#6d4a36")
        for i in range(n):
            x = 600 + (i - (n - 1) / 2) * (1230 / n)
            sheet.paint(
                poly(
                    (x - u * 0.6, y + u * 1.85),
                    (x + u * 0.5, y + u * 1.85),
                    (x + u * 0.6, y + u * 2.15),
                    (x - u * 0.62, y + u * 2.15),
                ),
                "#fbf6ea",
            )
            bottle(sheet, x - u * 1.15, y + u * 2.1, u * 1.0)
        y, u = y + u * 4.5, u * 1.32
    sheet.glow(250, 100, 500, 420, SUN, 0.25)


def committee(sheet: Sheet, rng: Random) -> None:
    """The new committee greets the congress with flowers in hand."""
    walls(sheet, 560, "#d9c9ab", "#9b7352")
    curtain(sheet, 0, 0, 1200, 560, "#8c4c46", 34)
    valance(sheet, 0, 84, "#a85f52", 8)
    backdrop(sheet, 190, 96, 820, 200, "#3f6073")
    sheet.wash(rect(0, 548, 1200, 352), "#b88a62", "#8b6446")
    for y, n, h, standing in ((610, 8, 350, 0), (740, 7, 420, 1)):
        for i in range(n):
            x = 600 + (i - (n - 1) / 2) * (1060 / 8)
            look = (
                woman(rng, "aodai")
                if (i + standing) % 3 == 0
                else man(rng, "suit", old=rng.random() < 0.35, over=rng.choice(("#8c4a46", "#3f6076", "#b07a3c")))
            )
            u = h / 7.15
            hands = ((x - u * 0.2, y - u * 4.35), (x + u * 0.22, y - u * 4.25)) if standing else (None, None)

            def flower(px: float = x, py: float = y, size: float = u) -> None:
                bouquet(sheet, px, py - size * 4.95, size * 0.62, rng)

            stand(sheet, look, x, y, h, hands=hands, tilt=rng.uniform(-4, 4)).draw(flower if standing else None)
    for x in (130, 340, 600, 860, 1070):
        flowers(sheet, x, 846, 100, 34, rng, 34)
