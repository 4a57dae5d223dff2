"""Floods: the boat, the goods sorted at night."""

from __future__ import annotations

from random import Random

from drawing.buildings import boat, house
from drawing.colours import LIFEJACKET, VEST, mix
from drawing.geometry import ellipse, poly, rect, rounded, stroke
from drawing.goods import carton, sack
from drawing.look import child, man, woman
from drawing.outdoors import areca, cloud, hills, rain, sky, tree, water
from drawing.people import Body
from drawing.props import bottle
from drawing.sheet import Sheet


def flood(sheet: Sheet, rng: Random) -> None:
    """A boat with relief goods comes to houses under water."""
    sky(sheet, 430, "#b9c4c6", "#e4dccb")
    for x, y, w in ((240, 110, 420), (760, 70, 520), (1060, 170, 380)):
        cloud(sheet, x, y, w, "#d5d8d4", 0.7)
    hills(sheet, 430, 190, "#a3b3b2", rng, 4)
    hills(sheet, 440, 110, "#83988f", rng, 6)
    for x in range(30, 1200, 90):
        tree(sheet, x + rng.uniform(-20, 20), 452, rng.uniform(70, 120), "#75907a", rng)
    sheet.soften(1.6)
    sheet.haze("#dcd8cb", 0.12)
    water(sheet, 430, "#93805c", "#c3b490", rng, 150)
    for x, w, wall, roof in ((60, 190, "#d8c49a", "#a35f45"), (900, 220, "#cdbfa0", "#8f5a48")):
        house(sheet, x, 545, w, 190, wall, roof)
        sheet.wash(rect(x - 40, 470, w + 80, 84), "#b9a984", "#ab996f")
        for i in range(5):
            sheet.tint(ellipse(x + w / 2, 474 + i * 16, w * (0.62 - i * 0.04), 2.5), "#e2d6b8", 0.5)
    for x in (30, 300, 1160):
        areca(sheet, x, 500, 280, rng)
    for x, look in ((962, woman(rng, "baba", old=True, top="#7c4f80")), (1040, child(rng, False, top="#c08a45"))):
        Body(
            sheet, look, (x, 372), 22, legs=False, hands=((x - 26, 316), (x + 18, 350)) if x < 1000 else (None, None)
        ).draw()
    sheet.paint(poly((880, 392), (1130, 392), (1120, 410), (890, 410)), "#8f5a48", 0.5)
    sheet.soften(0.8)
    crew = (
        (300, man(rng, "vest", over=LIFEJACKET, top="#e9dfcb", hat="nonla"), 2),
        (800, man(rng, "vest", over=LIFEJACKET, top="#b9cbd6", hat="cap"), 1),
        (676, woman(rng, "vest", over=LIFEJACKET, top="#f3efe6", style="pony"), -1),
    )
    sheet.paint(stroke([(250, 470), (372, 845)], 10), "#6b543d", 0.5)
    for x, look, turn in crew:
        u = 50
        hands = (
            ((284.0, 560.0), (300.0, 620.0))
            if x == 300
            else (None, (x + 30, 640.0))
            if x == 676
            else ((x + 74.0, 512.0), None)
        )
        Body(sheet, look, (x, 690), u, turn=turn, legs=False, hands=hands, tilt=3).draw()
    for bx, by, w in ((400, 660, 96), (500, 662, 92), (448, 596, 92), (560, 606, 84)):
        carton(sheet, bx, by, w, 66, mix("#c39a68", "#e0c391", rng.random() * 0.5))
    for bx in (608, 742):
        sack(sheet, bx, 742, 70, 92, "#6f8ba0")
    boat(sheet, 560, 800, 760, 108)
    rain(sheet, rng, 120)


def night(sheet: Sheet, rng: Random) -> None:
    """Volunteers sort goods under a lamp, late at night."""
    sheet.wash(rect(0, 0, 1200, 620), "#2b3350", "#3d3f55")
    for i in range(7):
        x = i * 200 - 20
        sheet.wash(rect(x, 0, 26, 640), "#5a4638", "#43352f", sideways=True)
    sheet.wash(poly((-10, 0), (1210, 0), (1210, 96), (-10, 70)), "#4b3b33", "#5c4839")
    sheet.wash(rect(0, 600, 1200, 300), "#6d5340", "#4a392f")
    for i in range(6):
        sack(sheet, 70 + i * 62, 640 - (i % 2) * 8, 74, 110, ("#6f8ba0", "#c9683f", "#7b9a6a")[i % 3], "#d9cdb6")
    for i in range(9):
        carton(sheet, 800 + (i % 4) * 98, 580 - (i // 4) * 74, 92, 70, ("#b88b58", "#a87c4c", "#c39a68")[i % 3])
    sheet.soften(1.4)
    sheet.glow(600, 300, 760, 560, "#ffd48a", 0.5)
    sheet.paint(stroke([(600, 86), (600, 130)], 5), "#2b2523")
    sheet.paint(poly((540, 172), (570, 126), (630, 126), (660, 172)), "#4f6a6b", 0.8)
    sheet.paint(ellipse(600, 176, 40, 16), "#fff3c9")
    sheet.glow(600, 190, 170, 130, "#fff0c0", 0.75)
    sorters: list[Body] = []
    for x, look, tilt in (
        (250, woman(rng, "vest", over=VEST, top="#f3efe6", style="pony"), 5),
        (470, man(rng, "tee", top="#5a7a6c", style="swept"), 4),
        (730, woman(rng, "blouse", top="#c9d8de", style="bun"), -4),
        (950, man(rng, "vest", over=VEST, top="#e9dfcb", glasses=True), -6),
    ):
        sorters.append(
            Body(sheet, look, (x, 600), 84, legs=False, tilt=tilt, hands=((x - 50, 640), (x + 46, 646))).draw()
        )
    sheet.wash(poly((90, 610), (1110, 610), (1190, 720), (10, 720)), "#c29a68", "#94714b")
    sheet.wash(rect(10, 720, 1180, 180), "#6b4f3a", "#4a382c")
    for sorter in sorters:
        sorter.reach()
    for x, base in ((160, 700), (340, 712), (850, 700)):
        sack(sheet, x, base, 84, 96, "#c9683f")
    for x, y in ((398, 634), (640, 640)):
        carton(sheet, x, y, 116, 70)
    for i in range(6):
        bottle(sheet, 590 + i * 24, 690 + (i % 2) * 10, 66)
    for i in range(4):
        sheet.paint(
            rounded(980 + i * 8, 690 - i * 18, 110, 18, 6), ("#8a5a6b", "#6f8ba0", "#d9a648", "#7d8f6b")[i], 0.7
        )
    sheet.glow(600, 480, 620, 330, "#ffdf9c", 0.28)
