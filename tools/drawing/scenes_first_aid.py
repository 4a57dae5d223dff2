"""First-aid training."""

from __future__ import annotations

from random import Random

from drawing.colours import SUN, VEST
from drawing.geometry import blob, ellipse, limb, poly, rect, rounded, stroke
from drawing.look import man, woman
from drawing.people import Body, stand
from drawing.rooms import noticeboard, sunbeam, walls, window
from drawing.sheet import Sheet


def resuscitation(sheet: Sheet, rng: Random) -> None:
    """A trainee presses the chest of a training mannequin, the class stands round."""
    walls(sheet, 500, "#d9ddcd", "#ab906c", panels=6)
    window(sheet, 40, 70, 150, 300, leaves=rng)
    sheet.paint(rounded(330, 70, 560, 260, 8), "#7d5b41", 0.4)
    sheet.wash(rect(342, 82, 536, 236), "#45655a", "#385549")
    for i, share in enumerate((0.5, 0.34, 0.6, 0.28)):
        sheet.tint(stroke([(380, 126 + i * 46), (380 + 480 * share, 124 + i * 46)], 5), "#dfe6d8", 0.7)
    noticeboard(sheet, 960, 90, 210, 180, rng)
    sunbeam(sheet, 40, 70, 150, 300, 300, 500, 0.26)
    for i, x in enumerate((110, 262, 420, 790, 940, 1090)):
        look = woman(rng, "vest", over=VEST, top="#f3efe6") if i % 2 else man(rng, ("polo", "tee")[i % 4 // 2])
        stand(sheet, look, x, 660 - abs(x - 600) * 0.04, 410, turn=1 if x < 600 else -1, tilt=5).draw()
    sheet.soften(0.5)
    sheet.paint(poly((250, 760), (1010, 760), (1110, 866), (150, 866)), "#5b7f8a", 0.4)
    _mannequin(sheet, 340, 806, 74)
    teacher = woman(rng, "vest", over=VEST, top="#f3efe6", style="bun", skin="#e3b48c")
    Body(
        sheet,
        teacher,
        (940, 690),
        76,
        turn=-2,
        lean=-12,
        tilt=-4,
        hands=((800, 690), (822, 716)),
        feet=((1020, 820), (1034, 836)),
    ).draw()
    trainee = man(rng, "tee", top="#c9683f", style="swept", bottom="#2b2f38")
    Body(
        sheet,
        trainee,
        (470, 672),
        78,
        turn=2,
        lean=24,
        tilt=6,
        hands=((560, 738), (554, 746)),
        feet=((368, 820), (372, 836)),
    ).draw()


def _mannequin(sheet: Sheet, x: float, y: float, u: float) -> None:
    sheet.ground(x + u * 2.2, y + u * 0.4, u * 3.2, u * 0.3, 0.5)
    sheet.paint(
        blob(
            (x + u * 0.9, y - u * 0.5),
            (x + u * 2.2, y - u * 0.82),
            (x + u * 4.0, y - u * 0.62),
            (x + u * 4.5, y - u * 0.2),
            (x + u * 4.3, y + u * 0.32),
            (x + u * 2.0, y + u * 0.4),
            (x + u * 0.8, y + u * 0.25),
        ),
        "#d7dcd8",
        1.0,
    )
    sheet.paint(
        limb(
            [(x + u * 1.3, y + u * 0.1), (x + u * 2.6, y + u * 0.42), (x + u * 3.7, y + u * 0.4)],
            [u * 0.42, u * 0.36, u * 0.26],
        ),
        "#c7cdc9",
        0.9,
    )
    sheet.paint(limb([(x + u * 0.5, y - u * 0.08), (x + u * 1.0, y - u * 0.1)], [u * 0.4, u * 0.44]), "#d3a67f")
    sheet.paint(ellipse(x, y - u * 0.12, u * 0.56, u * 0.44, -12), "#dcb28b", 1.0)
    sheet.paint(
        blob(
            (x - u * 0.56, y - u * 0.1),
            (x - u * 0.4, y - u * 0.5),
            (x + u * 0.05, y - u * 0.58),
            (x - u * 0.2, y - u * 0.2),
            (x - u * 0.3, y + u * 0.24),
        ),
        "#8a6a54",
        0.6,
    )


def sling(sheet: Sheet, rng: Random) -> None:
    """One trainee puts the other's arm in a sling (3:4)."""
    walls(sheet, 860, "#e3dac4", "#a98a66", panels=5)
    window(sheet, 590, 90, 220, 430, leaves=rng)
    noticeboard(sheet, 70, 130, 360, 240, rng)
    sheet.soften(2.6)
    stand(sheet, man(rng, "tee"), 80, 960, 610, turn=1).draw()
    stand(sheet, woman(rng, "vest", over=VEST, top="#f3efe6"), 800, 960, 610, turn=-1).draw()
    sheet.soften(1.6)
    patient = woman(rng, "tee", top="#5b7fae", style="bob", skin="#eabf98", bottom="#34424c")
    u = 900 / 7.15
    x, floor = 350.0, 1230.0
    chest = (x + u * 0.28, floor - u * 4.6)

    def cloth() -> None:
        top, elbow = (x + u * 0.3, floor - u * 5.72), (x - u * 0.8, floor - u * 4.15)
        sheet.paint(
            poly(
                top,
                (x + u * 0.5, floor - u * 5.6),
                (chest[0] + u * 0.42, chest[1] - u * 0.1),
                (chest[0] + u * 0.2, chest[1] + u * 0.34),
                (elbow[0], elbow[1] + u * 0.1),
                (elbow[0] - u * 0.1, elbow[1] - u * 0.32),
            ),
            "#f4eee0",
            0.9,
        )
        sheet.paint(
            stroke([(top[0] + u * 0.05, top[1] + u * 0.05), (x + u * 0.1, floor - u * 5.95)], u * 0.16), "#f4eee0", 0.6
        )

    stand(
        sheet, patient, x, floor, 900, tilt=4, hands=(chest, (x + u * 0.84, floor - u * 3.1)), elbows=(1.0, -1.0)
    ).draw(cloth)
    helper = man(rng, "vest", over=VEST, top="#f3efe6", style="short", skin="#c98f66", bottom="#2b2f38")
    stand(
        sheet,
        helper,
        690,
        1236,
        950,
        turn=-2,
        lean=-5,
        tilt=-8,
        hands=((x + u * 0.5, floor - u * 5.5), (x + u * 0.62, floor - u * 4.5)),
    ).draw()
    sheet.glow(620, 320, 420, 460, SUN, 0.18)
