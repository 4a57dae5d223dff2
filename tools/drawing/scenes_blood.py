"""Giving blood."""

from __future__ import annotations

from random import Random

from drawing.colours import SUN, VEST, Colour, lift, shade
from drawing.geometry import Point, ellipse, limb, poly, rect, rounded, spline, stroke
from drawing.goods import balloon
from drawing.look import Look, man, woman
from drawing.people import Body, stand
from drawing.plants import palm
from drawing.props import bottle, clothed_table
from drawing.rooms import backdrop, curtain, noticeboard, sunbeam, walls, window
from drawing.sheet import Sheet


def donation_hall(sheet: Sheet, rng: Random) -> None:
    """Donors in a row of reclining chairs, nurses among them."""
    walls(sheet, 430, "#dfe4d9", "#b5a88f")
    for x in (40, 190, 340):
        window(sheet, x, 60, 110, 260, leaves=rng)
    noticeboard(sheet, 520, 90, 210, 150, rng)
    curtain(sheet, 820, 40, 380, 390, "#a9c4be", 15)
    for i, (bx, by) in enumerate(((1098, 116), (1130, 82), (1074, 74), (1106, 46))):
        balloon(sheet, bx, by, 25, ("#d9877f", "#e7b24a", "#8fb0bd", "#e6a3a0")[i], (1108, 330))
    for x in (40, 190, 340):
        sunbeam(sheet, x, 60, 110, 260, 300, 520, 0.22)
    nurse = woman(rng, "coat", hat="surgical", mask=True, top="#a9cdd0", style="bun", glasses=False)
    for x, y, u, look in (
        (560, 440, 42, woman(rng, "blouse", top="#e9dfcb", style="pony")),
        (960, 446, 43, man(rng, "polo", top="#7d8f6b")),
    ):
        armrest(sheet, donor(sheet, look, (x, y), u, "#5f8f8f"), u, "#5f8f8f")
    doctor = man(rng, "coat", hat="surgical", mask=True, top="#6f8ba0", glasses=False)
    stand(sheet, doctor, 796, 610, 420, turn=1, hands=((868, 424), (832, 436)), tilt=4, elbows=(1.0, 1.0)).draw(
        lambda: _clipboard(sheet, 858, 418, 66)
    )
    sheet.soften(0.6)
    stand(
        sheet, nurse, 470, 830, 600, turn=-1, lean=-5, tilt=-6, hands=((352, 596), (374, 628)), elbows=(-1.0, -1.0)
    ).draw()
    stand(
        sheet,
        woman(rng, "vest", over=VEST, top="#f3efe6", style="pony", glasses=False),
        1060,
        836,
        590,
        turn=-1,
        tilt=-6,
    ).draw()
    young = man(rng, "shirt", top="#b9cbd6", style="swept", skin="#d6a178", bottom="#2b2f38")
    armrest(sheet, donor(sheet, young, (262, 690), 78, "#4f8285"), 78, "#4f8285")
    worker = woman(rng, "tee", top="#c08a45", style="bob", skin="#dcab83", bottom="#3f4f66")
    armrest(sheet, donor(sheet, worker, (860, 700), 78, "#4f8285"), 78, "#4f8285")


def first_time(sheet: Sheet, rng: Random) -> None:
    """A student gives blood for the first time, a nurse beside her (3:4)."""
    walls(sheet, 820, "#dde5dc", "#b0a48d")
    window(sheet, 60, 70, 200, 420, leaves=rng)
    curtain(sheet, 560, 0, 340, 820, "#9fc0bd", 10)
    palm(sheet, 430, 830, 420, rng)
    sheet.soften(3.0)
    sunbeam(sheet, 60, 70, 200, 420, 220, 760, 0.3)
    nurse = woman(rng, "coat", hat="surgical", mask=True, top="#a9cdd0", skin="#e3b48c", style="bun", glasses=False)
    stand(
        sheet, nurse, 690, 1130, 790, turn=-1, lean=-6, tilt=-6, hands=((520, 790), (548, 830)), elbows=(-1.0, -1.0)
    ).draw()
    student = woman(rng, "tee", top="#7f8fb8", style="long", skin="#eabf98", bottom="#3f4f66", glasses=False)
    hand = donor(sheet, student, (340, 860), 118, "#4f8285")
    armrest(sheet, hand, 118, "#4f8285")
    sheet.glow(240, 380, 420, 420, SUN, 0.16)


def registration(sheet: Sheet, rng: Random) -> None:
    """Volunteers at the desk fill in the forms of those who come to give blood."""
    walls(sheet, 560, "#e6dcc6", "#ab8b66", panels=8)
    window(sheet, 60, 70, 130, 320, leaves=rng)
    noticeboard(sheet, 820, 90, 300, 200, rng)
    backdrop(sheet, 260, 70, 480, 150, "#8f4f48", "two")
    palm(sheet, 1160, 580, 330, rng)
    sheet.soften(1.0)
    sunbeam(sheet, 60, 70, 130, 320, 260, 560, 0.28)
    queue = (
        man(rng, "polo", top="#5a7a6c", hat="cap", over="#4a5d83"),
        woman(rng, "aodai", top="#e6d3c2", style="long"),
        man(rng, "tee", top="#4a5d83"),
    )
    for i, look in enumerate(queue):
        stand(sheet, look, 96 + i * 150, 720 + i * 14, 470 + i * 8, turn=2 if i else 1, tilt=2).draw()
    clerks: list[Body] = []
    for x, look in (
        (700, woman(rng, "vest", over=VEST, top="#f3efe6", style="pony")),
        (880, man(rng, "vest", over=VEST, top="#dfe7ea")),
        (1060, woman(rng, "coat", top="#a9cdd0", style="bun")),
    ):
        clerks.append(
            Body(
                sheet, look, (x, 626), 70, legs=False, hands=((x - 40, 622), (x + 40, 620)), tilt=rng.uniform(-6, 6)
            ).draw()
        )
    first = man(rng, "shirt", top="#e9dfcb", style="swept", bottom="#34424c")
    clothed_table(sheet, 590, 610, 580, 210, "#5b7f8a")
    for x in (652, 832, 1012):
        sheet.paint(poly((x, 624), (x + 90, 624), (x + 96, 646), (x - 4, 646)), "#fbf7ec")
        sheet.paint(poly((x + 12, 629), (x + 60, 629), (x + 62, 633), (x + 12, 633)), "#b7b09c")
    for clerk in clerks:
        clerk.reach()
    for x in (790, 970, 1140):
        bottle(sheet, x, 640, 60)
    stand(sheet, first, 520, 850, 520, turn=2, lean=12, hands=((646, 622), (640, 630)), tilt=4).draw()


def donor(sheet: Sheet, look: Look, hip: Point, u: float, pad: Colour) -> Point:
    """A donor in a reclining chair, facing right; returns where the near elbow lies."""
    x, y = hip
    floor = y + u * 2.2
    sheet.ground(x + u * 0.6, floor, u * 3.0, u * 0.32, 0.5)
    sheet.paint(limb([(x, y + u * 0.6), (x - u * 0.1, floor)], [u * 0.5, u * 0.36]), "#77807f", 0.8)
    sheet.paint(rounded(x - u * 1.1, floor - u * 0.2, u * 2.2, u * 0.22, u * 0.1), "#5e6766", 0.5)
    sheet.paint(
        limb(
            [
                (x - u * 2.3, y - u * 2.15),
                (x - u * 0.2, y + u * 0.42),
                (x + u * 1.5, y + u * 0.34),
                (x + u * 3.2, y + u * 0.9),
            ],
            [u * 0.7, u * 0.95, u * 0.85, u * 0.6],
        ),
        pad,
        0.9,
    )
    sheet.paint(
        limb([(x - u * 2.55, y - u * 2.5), (x - u * 2.1, y - u * 1.95)], [u * 0.66, u * 0.66]), lift(pad, 0.3), 0.7
    )
    hand = (x + u * 0.95, y - u * 0.42)
    Body(
        sheet,
        look,
        (x, y),
        u,
        turn=2,
        lean=-46,
        tilt=16,
        hands=((x + u * 0.75, y - u * 0.5), hand),
        feet=((x + u * 3.3, y + u * 0.78), (x + u * 3.36, y + u * 0.92)),
        elbows=(1.0, 1.0),
    ).draw()
    return hand


def armrest(sheet: Sheet, hand: Point, u: float, pad: Colour) -> None:
    """The near arm's rest, a strip of tape on the arm, the line to the bag on its scale."""
    x, y = hand
    sheet.paint(
        limb([(x - u * 1.35, y + u * 0.42), (x + u * 0.35, y + u * 0.3)], [u * 0.34, u * 0.34]), shade(pad, 0.25), 0.8
    )
    sheet.paint(ellipse(x + u * 0.18, y + u * 0.02, u * 0.17, u * 0.17), "#e0a33f", 0.9)
    tube = spline(
        [
            (x - u * 0.62, y + u * 0.08),
            (x - u * 0.3, y + u * 0.7),
            (x + u * 0.5, y + u * 1.1),
            (x + u * 0.8, y + u * 1.6),
        ],
        False,
    )
    sheet.paint(stroke(tube, u * 0.06), "#8f3f3c")
    sheet.paint(rounded(x + u * 0.35, y + u * 1.78, u * 1.1, u * 0.24, u * 0.06), "#dfe4e2", 0.5)
    sheet.paint(rect(x + u * 0.8, y + u * 2.0, u * 0.16, u * 0.6), "#8d9695")
    sheet.paint(rounded(x + u * 0.5, y + u * 1.5, u * 0.78, u * 0.34, u * 0.12), "#97403d", 0.9)


def _clipboard(sheet: Sheet, cx: float, cy: float, width: float) -> None:
    h = width * 1.25
    sheet.paint(rounded(cx - width / 2, cy - h / 2, width, h, 6), "#8a6a4a", 0.6)
    sheet.paint(rect(cx - width * 0.42, cy - h * 0.4, width * 0.84, h * 0.84), "#fbf7ec")
    sheet.paint(rounded(cx - width * 0.16, cy - h * 0.54, width * 0.32, h * 0.12, 4), "#9aa0a0", 0.6)
    for i, share in enumerate((0.6, 0.5, 0.62, 0.4)):
        sheet.paint(rect(cx - width * 0.32, cy - h * 0.24 + i * h * 0.15, width * share, h * 0.035), "#b3b6b0")
