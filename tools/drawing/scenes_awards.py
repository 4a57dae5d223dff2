"""Stages on which awards are given."""

from __future__ import annotations

from random import Random

from drawing.colours import SUN, Colour
from drawing.geometry import ellipse, rect
from drawing.goods import certificate
from drawing.look import Look, man, woman
from drawing.people import stand
from drawing.plants import bouquet, flowers, palm
from drawing.rooms import backdrop, ceiling, curtain, stage, valance, walls
from drawing.sheet import Sheet


def honoured(rng: Random, i: int) -> Look:
    """Someone called to the stage."""
    kinds = (
        lambda: woman(rng, "aodai"),
        lambda: man(rng, "shirt"),
        lambda: man(rng, "suit", over=rng.choice(("#8c4a46", "#3f6076", "#b07a3c"))),
        lambda: woman(rng, "blouse"),
        lambda: man(rng, "shirt", old=True),
        lambda: woman(rng, "aodai", old=True),
        lambda: man(rng, "polo"),
    )
    return kinds[(i * 3 + rng.randrange(3)) % len(kinds)]()


def holding(
    sheet: Sheet, look: Look, x: float, floor: float, height: float, tilt: float = 0.0, flower: Random | None = None
) -> None:
    """A person who shows a certificate (and a bunch of flowers)."""
    u = height / 7.15
    y = floor - u * 4.75

    def carry() -> None:
        if flower is not None:
            bouquet(sheet, x + u * 0.55, y - u * 0.5, u * 0.52, flower)
        certificate(sheet, x, y, u * 1.75)

    hands = ((x - u * 0.86, y + u * 0.12), (x + u * 0.86, y + u * 0.12))
    stand(sheet, look, x, floor, height, hands=hands, tilt=tilt).draw(carry)


def set_stage(sheet: Sheet, floor: float, board: Colour, drape: Colour) -> None:
    """Curtains, a board with bands, a wooden stage."""
    walls(sheet, floor, "#dccdb0", "#a67f58")
    curtain(sheet, 0, 0, sheet.across, floor, drape, 36)
    backdrop(sheet, sheet.across * 0.14, floor * 0.13, sheet.across * 0.72, floor * 0.42, board)
    valance(sheet, 0, floor * 0.13, drape, 8)


def group(sheet: Sheet, rng: Random) -> None:
    """Collectives and persons stand in two rows with their certificates (3:2)."""
    set_stage(sheet, 520, "#6b4562", "#7f5a52")
    palm(sheet, 60, 560, 300, rng)
    palm(sheet, 1140, 560, 300, rng)
    for i in range(8):
        x = 600 + (i - 3.5) * 124
        look = (
            man(rng, "suit", old=i % 3 == 0, over=rng.choice(("#8c4a46", "#3f6076")))
            if i not in (2, 5)
            else woman(rng, "aodai")
        )
        stand(sheet, look, x, 580, 350, tilt=rng.uniform(-4, 4)).draw()
    for i in range(9):
        x = 600 + (i - 4) * 122
        holding(sheet, honoured(rng, i), x, 712 + abs(i - 4) * 3, 400 + rng.uniform(-14, 14), rng.uniform(-5, 5))
    for x in (80, 1120):
        flowers(sheet, x, 762, 96, 30, rng, 26)


def collectives(sheet: Sheet, rng: Random) -> None:
    """Leaders hand certificates to the heads of three collectives."""
    set_stage(sheet, 600, "#2f5f73", "#8f4f48")
    for i in range(3):
        x = 232 + i * 366
        giver = man(rng, "suit", old=i == 1, over=("#8c4a46", "#3f6076", "#b07a3c")[i])
        taker = (
            woman(rng, "aodai", top="#c8a24a", style="long"),
            man(rng, "shirt", top="#dfe7ea"),
            woman(rng, "aodai", top="#4e5292", style="bun"),
        )[i]
        meet = (x + 4, 520.0)

        def frame(at: tuple[float, float] = meet) -> None:
            certificate(sheet, at[0], at[1], 112)

        stand(
            sheet,
            taker,
            x + 112,
            800,
            500,
            turn=-1,
            lean=-3,
            tilt=-2,
            hands=((meet[0] + 40, meet[1] + 30), (meet[0] + 56, meet[1] + 8)),
            elbows=(-1.0, -1.0),
        ).draw()
        stand(
            sheet,
            giver,
            x - 108,
            796,
            520,
            turn=1,
            lean=3,
            tilt=3,
            hands=((meet[0] - 34, meet[1] + 30), (meet[0] - 54, meet[1] + 8)),
            elbows=(1.0, 1.0),
        ).draw(frame)
    for x in (60, 420, 790, 1150):
        flowers(sheet, x, 872, 84, 28, rng, 24)


def persons(sheet: Sheet, rng: Random) -> None:
    """Five persons, seen from nearby, with certificates and flowers."""
    walls(sheet, 640, "#cfd5cb", "#9d8a72")
    backdrop(sheet, 90, 40, 1020, 330, "#7a4a44", "two")
    palm(sheet, 40, 760, 420, rng)
    palm(sheet, 1170, 760, 420, rng)
    sheet.soften(1.6)
    looks = (
        woman(rng, "aodai", top="#3f7d5d", style="bun", old=True),
        man(rng, "shirt", top="#f3efe6"),
        woman(rng, "hill", top="#35344f", hat="scarf"),
        man(rng, "polo", top="#5a7a6c", style="swept"),
        woman(rng, "aodai", top="#d08a7a", style="long"),
    )
    for i, look in enumerate(looks):
        holding(
            sheet,
            look,
            160 + i * 220,
            1010 + (14 if i % 2 else 0),
            800 + (-30 if look.woman else 10),
            rng.uniform(-5, 5),
            flower=Random(40 + i),
        )


def medal(sheet: Sheet, rng: Random) -> None:
    """A leader pins a medal on a woman's áo dài."""
    _handing(sheet, "#7f5a52", "#2f6a62")
    giver = man(rng, "suit", old=True, style="short", top="#2f3a4c", over="#8c4a46")
    taker = woman(rng, "aodai", top="#9b3f4b", style="bun", skin="#e3b48c")
    chest = (548.0, 560.0)
    stand(sheet, taker, 612, 1180, 860, turn=-1, tilt=-3, hands=((560, 800), (600, 815))).draw()
    _medal(sheet, chest[0], chest[1])
    stand(
        sheet,
        giver,
        300,
        1184,
        905,
        turn=2,
        lean=5,
        tilt=4,
        hands=((chest[0] - 36, chest[1] + 18), (chest[0] - 40, chest[1] + 30)),
    ).draw()
    flowers(sheet, 90, 1180, 110, 40, rng, 26)


def keepsake(sheet: Sheet, rng: Random) -> None:
    """A leader hands a framed certificate and flowers to an old man."""
    _handing(sheet, "#56707a", "#6b4562")
    giver = woman(rng, "aodai", top="#2f6a6c", style="bob", skin="#eabf98")
    taker = man(rng, "shirt", old=True, style="thin", top="#f3efe6", hair="#a8a29b", glasses=True)
    at = (462.0, 640.0)
    stand(
        sheet,
        taker,
        642,
        1184,
        870,
        turn=-1,
        lean=-2,
        tilt=-3,
        hands=((at[0] + 66, at[1] + 56), (at[0] + 96, at[1] + 10)),
        elbows=(-1.0, -1.0),
    ).draw()

    def frame() -> None:
        bouquet(sheet, at[0] + 8, at[1] - 90, 62, rng)
        certificate(sheet, at[0], at[1], 200)

    stand(
        sheet,
        giver,
        268,
        1180,
        850,
        turn=1,
        lean=3,
        tilt=3,
        hands=((at[0] - 60, at[1] + 56), (at[0] - 96, at[1] + 10)),
        elbows=(1.0, 1.0),
    ).draw(frame)
    flowers(sheet, 830, 1180, 110, 40, rng, 26)


def everyone(sheet: Sheet, rng: Random) -> None:
    """All the honoured in three rows, seen from the hall (3:2)."""
    walls(sheet, 500, "#dccdb0", "#a67f58")
    ceiling(sheet, 50, "#ecdfc6", 6)
    curtain(sheet, 0, 46, 1200, 470, "#5f6f63", 40)
    backdrop(sheet, 220, 74, 760, 170, "#8a5535", "two")
    sheet.wash(rect(0, 470, 1200, 90), "#b58a64", "#95704f")
    stage(sheet, 690, 110, "#8d6446")
    for y, n, h in ((520, 11, 250), (596, 10, 285), (686, 11, 320)):
        for i in range(n):
            holding(
                sheet,
                honoured(rng, i + n),
                600 + (i - (n - 1) / 2) * (1080 / 10.4),
                y,
                h + rng.uniform(-10, 10),
                rng.uniform(-5, 5),
            )
    for x in range(60, 1200, 216):
        flowers(sheet, x, 730, 92, 24, rng, 24)
    sheet.glow(300, 60, 500, 300, SUN, 0.2)


def _handing(sheet: Sheet, drape: Colour, board: Colour) -> None:
    walls(sheet, 900, "#d8cab0", "#a17a56")
    curtain(sheet, 0, 0, 900, 890, drape, 22)
    backdrop(sheet, 70, 70, 760, 270, board, "left")
    sheet.soften(1.8)
    sheet.glow(260, 360, 520, 520, SUN, 0.18)


def _medal(sheet: Sheet, x: float, y: float) -> None:
    """A small round medal on a ribbon bar."""
    sheet.paint(rect(x - 15, y - 8, 30, 24), "#4e5292", 0.4)
    sheet.paint(ellipse(x, y + 32, 17, 17), "#cf9d45", 1.0)
    sheet.paint(ellipse(x, y + 32, 10, 10), "#e6c274")
