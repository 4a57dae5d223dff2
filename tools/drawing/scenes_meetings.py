"""Conferences: the hall, a speaker, old and young members."""

from __future__ import annotations

from random import Random

from drawing.colours import SHADOW, SUN
from drawing.delegates import delegate, presidium, row_from_behind
from drawing.geometry import rect
from drawing.look import man, woman
from drawing.people import Body, from_behind, stand
from drawing.plants import bouquet, flowers, palm
from drawing.props import chair_back, lectern, microphone
from drawing.rooms import backdrop, ceiling, curtain, stage, sunbeam, walls, window
from drawing.sheet import Sheet


def hall(sheet: Sheet, rng: Random) -> None:
    """Delegates in a sunlit hall, the presidium and a speaker on the stage."""
    walls(sheet, 520, "#e2d3b6", "#a9835c", panels=10)
    ceiling(sheet, 54, "#e9dec6", 5)
    for x in (52, 196):
        window(sheet, x, 120, 96, 300, leaves=rng)
    curtain(sheet, 318, 62, 60, 428, "#8f4a42", 4)
    curtain(sheet, 1108, 62, 92, 428, "#8f4a42", 6)
    backdrop(sheet, 400, 92, 690, 262, "#2f5f73")
    stage(sheet, 470, 56, "#96694a")
    palm(sheet, 420, 474, 190, rng)
    palm(sheet, 1086, 474, 190, rng)
    presidium(sheet, rng, 690, 392, 27, 6, "#3f6f73")
    speaker = man(rng, "suit", top="#2f3a4c", style="swept")
    Body(sheet, speaker, (1000, 424), 31, legs=False, hands=((984, 404), (1016, 402)), tilt=-3).draw()
    lectern(sheet, 1000, 506, 118)
    microphone(sheet, 990, 392, 30)
    flowers(sheet, 1000, 506, 40, 14, rng, 16)
    sheet.tint(rect(0, 526, 1200, 40), SHADOW, 0.3, blur=14)
    for x in (60, 200):
        sunbeam(sheet, x, 120, 96, 300, 330, 520, 0.3)
    for y, u, xs in (
        (566, 25, [60, 134, 208, 282, 356, 430, 504, 692, 766, 840, 914, 988, 1062, 1136]),
        (620, 31, [30, 122, 214, 306, 398, 490, 712, 804, 896, 988, 1080, 1172]),
        (690, 40, [70, 188, 306, 424, 748, 866, 984, 1102]),
    ):
        row_from_behind(sheet, rng, y, u, [float(x) for x in xs], "#7a5540")
    sheet.soften(0.4)
    front = (
        (48, man(rng, "shirt", top="#c9d8de")),
        (200, woman(rng, "aodai", style="bun", top="#9b3f4b")),
        (352, man(rng, "shirt", top="#e9e4d8")),
        (850, woman(rng, "suit", style="bob", top="#4a5d83")),
        (1002, man(rng, "suit", old=True, style="thin")),
        (1154, woman(rng, "aodai", style="long", top="#3f7d5d")),
    )
    for x, look in front:
        from_behind(sheet, look, x, 808, 60, rng.uniform(-5, 5))
        chair_back(sheet, x, 856, 122, 120, "#5d4033")


def speaker(sheet: Sheet, rng: Random) -> None:
    """A woman speaks at the lectern, the first rows listen."""
    walls(sheet, 640, "#d8cdb9", "#9b7757", panels=7)
    curtain(sheet, 0, 0, 240, 640, "#4f6a6b", 9)
    backdrop(sheet, 300, 70, 820, 330, "#6b4562", "left")
    palm(sheet, 1090, 646, 330, rng)
    look = woman(rng, "aodai", style="bun", top="#2f6a6c", glasses=True, skin="#e3b48c")
    sheet.ground(560, 700, 200, 26)
    Body(
        sheet, look, (560, 520), 74, turn=1, legs=False, hands=((724, 412), (640, 452)), lean=2, elbows=(1.0, 1.0)
    ).draw()
    lectern(sheet, 590, 704, 262)
    microphone(sheet, 652, 446, 70, -0.4)
    flowers(sheet, 590, 704, 110, 34, rng, 34)
    sheet.glow(560, 330, 360, 300, SUN, 0.28)
    sheet.soften(0.5)
    row_from_behind(sheet, rng, 742, 40, [40, 160, 800, 920, 1040, 1160], "#74513f")
    row_from_behind(sheet, rng, 838, 58, [110, 280, 450, 640, 830, 1010, 1180], "#5d4033")


def veterans(sheet: Sheet, rng: Random) -> None:
    """Young volunteers bring flowers to the founding members."""
    walls(sheet, 590, "#e4d6ba", "#a98560", panels=9)
    ceiling(sheet, 46, "#efe5cf", 4)
    window(sheet, 46, 120, 120, 330, leaves=rng)
    curtain(sheet, 190, 50, 60, 520, "#a0614c", 4)
    curtain(sheet, 1100, 50, 100, 520, "#a0614c", 6)
    backdrop(sheet, 290, 84, 780, 250, "#2f6a62", "two")
    palm(sheet, 268, 604, 250, rng)
    for x in (420, 560, 700, 840, 980):
        stand(sheet, delegate(rng), x, 620, 290, tilt=rng.uniform(-4, 4)).draw()
    sheet.soften(1.0)
    sheet.haze("#efe0c2", 0.1)
    sunbeam(sheet, 50, 120, 120, 330, 300, 640, 0.3)
    pairs = (
        (
            150,
            man(rng, "suit", old=True, style="thin", hair="#a8a29b", over="#8c4a46"),
            woman(rng, "tee", top="#4f7fa6", style="pony"),
        ),
        (
            520,
            woman(rng, "aodai", old=True, style="bun", hair="#a8a29b", top="#7c4f80"),
            man(rng, "polo", top="#4f7fa6", style="swept"),
        ),
        (
            890,
            man(rng, "shirt", old=True, style="short", hair="#8d8783", top="#e9e4d8", glasses=True),
            woman(rng, "aodai", top="#e6d3c2", style="long"),
        ),
    )
    for x, old, young in pairs:
        meet = (x + 118, 560.0)

        def gift(at: tuple[float, float] = meet) -> None:
            bouquet(sheet, at[0], at[1] - 30, 34, rng)

        stand(
            sheet,
            young,
            x + 218,
            850,
            470,
            turn=-2 if x == 520 else -1,
            hands=((meet[0] + 14, meet[1] + 10), (meet[0] + 20, meet[1] + 34)),
            lean=-4,
            elbows=(-1.0, -1.0),
        ).draw()
        stand(
            sheet,
            old,
            x,
            846,
            462,
            turn=2 if x == 520 else 1,
            hands=((meet[0] - 12, meet[1] + 8), (meet[0] - 16, meet[1] + 30)),
            lean=3,
            elbows=(1.0, 1.0),
        ).draw(gift)
    flowers(sheet, 60, 880, 90, 30, rng, 26)
    flowers(sheet, 1150, 880, 90, 30, rng, 26)
