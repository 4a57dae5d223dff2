"""The charity kitchen at noon: the cook, the queue, the meal, the tea."""

from __future__ import annotations

from functools import partial
from random import Random

from drawing.colours import SHADOW, SUN
from drawing.geometry import Point, blob, ellipse, limb, poly, rect, rounded
from drawing.goods import cooking_pot, meal_box, steam
from drawing.look import child, man, woman
from drawing.outdoors import sky, tree
from drawing.people import Body, stand
from drawing.rooms import sunbeam, window
from drawing.scenes_kitchen import cook, kitchen
from drawing.sheet import Sheet


def cook_portrait(sheet: Sheet, rng: Random) -> None:
    """The head cook, close up (3:4)."""
    sheet.wash(rect(0, 0, 900, 1200), "#d6c7a4", "#b39a72")
    window(sheet, 60, 60, 300, 520, leaves=rng)
    for i in range(5):
        sheet.paint(ellipse(520 + i * 92, 330, 40, 46), ("#9aa5a2", "#b07a4a", "#8f9a97")[i % 3], 0.9)
    sheet.paint(rect(460, 260, 460, 14), "#75573f")
    sheet.wash(rect(0, 820, 900, 380), "#b7c8bf", "#9fb3a9")
    sheet.soften(6.0)
    sheet.glow(200, 300, 520, 560, SUN, 0.4)
    look = woman(
        rng,
        "apron",
        over="#c9683f",
        top="#e7e0d0",
        style="bun",
        hair="#6f6a69",
        old=True,
        skin="#d6a178",
        glasses=False,
    )
    Body(
        sheet,
        look,
        (470, 1130),
        250,
        legs=False,
        tilt=-3,
        turn=1,
        hands=((330, 1010), (420, 1040)),
        elbows=(-1.0, -1.0),
    ).draw(lambda: _bowl(sheet, 350, 960))
    steam(sheet, 330, 880, 200, 380, rng)


def _bowl(sheet: Sheet, cx: float, cy: float) -> None:
    sheet.paint(
        blob(
            (cx - 150, cy - 30),
            (cx, cy + 0),
            (cx + 150, cy - 30),
            (cx + 100, cy + 90),
            (cx, cy + 116),
            (cx - 100, cy + 90),
        ),
        "#e9e1cf",
        1.0,
    )
    sheet.paint(ellipse(cx, cy - 28, 150, 34), "#f6f0e0")
    sheet.paint(ellipse(cx, cy - 26, 132, 26), "#cf9f58")
    for i in range(7):
        sheet.paint(
            ellipse(cx - 90 + i * 30, cy - 26 + (i % 3) * 6 - 6, 16, 7), ("#83a566", "#d98a4a", "#e9d9a0")[i % 3], 0.6
        )


def queue(sheet: Sheet, rng: Random) -> None:
    """Families of patients come for their meals."""
    sky(sheet, 360, "#c7dade", "#f2e6cf")
    for x in range(420, 1250, 140):
        tree(sheet, x, 520, 300, "#7f9f76", rng)
    sheet.soften(2.6)
    sheet.wash(rect(0, 500, 1200, 400), "#c3b091", "#9d8a6a")
    sheet.wash(rect(0, 0, 420, 560), "#e6d9bd", "#d0bf9c")
    sheet.paint(poly((-10, 90), (520, 150), (520, 176), (-10, 120)), "#8f5a48", 0.5)
    sheet.paint(rect(486, 170, 14, 470), "#8d7455", 0.6)
    for x, look in ((110, cook(rng)), (270, man(rng, "vest", over="#d98a3d", top="#f3efe6"))):
        Body(
            sheet, look, (x, 576), 68, legs=False, turn=1, hands=((x + 100, 520), (x + 64, 540)), elbows=(1.0, 1.0)
        ).draw(partial(meal_box, sheet, x + 66, 496, 74, rng, lid=True))
    sheet.wash(rect(0, 566, 440, 24), "#d2ad78", "#b58a58")
    sheet.wash(rect(0, 590, 430, 250), "#6f8f8a", "#587570")
    for i in range(8):
        meal_box(sheet, 10 + (i % 4) * 96, 530 - (i // 4) * 30, 84, rng, lid=True)
    people = (
        (520, woman(rng, "baba", old=True, top="#7c4f80", hat="nonla")),
        (650, man(rng, "baba", top="#6f5a4a", old=True)),
        (770, woman(rng, "blouse", top="#b9cbd6", style="pony")),
        (872, child(rng, True, top="#d9877f")),
        (970, man(rng, "polo", top="#4a5d83", hat="cap", over="#7d8f6b")),
        (1090, woman(rng, "hill", top="#35344f", hat="scarf")),
    )
    for i, (x, look) in enumerate(people):
        h = 440 if not look.child else 280
        first = ((430.0, 600.0), (436.0, 612.0)) if i == 0 else (None, None)
        stand(
            sheet,
            look,
            x,
            800 + i * 12,
            h,
            turn=-2 if i in (0, 2, 4) else -1,
            lean=-5 if i == 0 else 0,
            hands=first,
            tilt=-2,
        ).draw()
    sheet.tint(rect(0, 760, 1200, 140), SHADOW, 0.1, blur=30)


def bench(sheet: Sheet, rng: Random) -> None:
    """An old man and his granddaughter eat on a bench in the hospital yard (3:4)."""
    sky(sheet, 560, "#cfe0dc", "#f4e8cc")
    sheet.wash(rect(430, 160, 500, 520), "#e6dcc2", "#d3c4a2")
    for i in range(2):
        window(sheet, 520 + i * 210, 260, 120, 180)
    for x in (40, 240):
        tree(sheet, x, 760, 560, "#7f9f6c", rng)
    sheet.soften(3.4)
    sheet.wash(rect(0, 680, 900, 520), "#b7b27f", "#8f9560")
    sheet.tint(ellipse(450, 1060, 460, 90), "#cdbb8f", 0.8, blur=30)
    sheet.glow(240, 420, 520, 520, SUN, 0.3)
    sheet.paint(rounded(80, 596, 740, 190, 26), "#97704f", 0.6)
    sheet.tint(rounded(104, 622, 692, 138, 16), SHADOW, 0.2)
    for x in (130, 744):
        sheet.paint(rect(x, 890, 26, 190), "#5c4839", 0.5)
    sheet.paint(rounded(60, 868, 780, 48, 12), "#a87e58", 0.7)
    sheet.ground(450, 1100, 380, 34)
    grandpa = man(rng, "baba", old=True, style="short", hair="#a8a29b", top="#7f95a8", bottom="#7f95a8", skin="#be845d")
    girl = child(rng, True, style="bob", top="#d9877f", bottom="#4a5d83", skin="#dcab83")
    u = 124.0
    Body(
        sheet,
        grandpa,
        (330, 850),
        u,
        seated=True,
        tilt=8,
        hands=((270, 800), (400, 796)),
        feet=((262, 1112), (400, 1116)),
    ).draw(lambda: meal_box(sheet, 262, 760, 140, rng))
    Body(
        sheet,
        girl,
        (606, 862),
        94,
        seated=True,
        tilt=-8,
        hands=((560, 800), (660, 770)),
        feet=((560, 1060), (656, 1064)),
    ).draw(lambda: meal_box(sheet, 548, 776, 118, rng))
    sheet.paint(limb([(664, 764), (628, 700)], [6, 5]), "#9aa0a0")


def after_work(sheet: Sheet, rng: Random) -> None:
    """The work done, the team takes tea beside the washed pots."""
    kitchen(sheet, rng, 500)
    window(sheet, 70, 60, 220, 240, leaves=rng)
    window(sheet, 900, 60, 220, 240, leaves=rng)
    sheet.paint(rect(360, 210, 480, 14), "#75573f", 0.5)
    for i in range(5):
        cooking_pot(
            sheet, 416 + i * 92, 210, 66 + (i % 2) * 8, ("#9aa5a2", "#b07a4a", "#8f9a97", "#a9b3b1", "#b98a58")[i]
        )
    sheet.soften(1.4)
    sunbeam(sheet, 70, 60, 220, 240, 320, 560, 0.3)
    for x, look in (
        (300, man(rng, "apron", over="#5b7f8a", top="#e9dfcb")),
        (480, cook(rng)),
        (720, woman(rng, "vest", over="#d98a3d", top="#f3efe6", style="pony")),
        (900, man(rng, "vest", over="#d98a3d", top="#dfe7ea", style="swept")),
    ):
        stand(sheet, look, x, 700, 460, tilt=rng.uniform(-7, 7)).draw()
    for x in (150, 390, 620, 840, 1060):
        sheet.paint(rounded(x - 56, 742, 112, 30, 8), "#c9683f" if x % 4 else "#5b7f8a", 0.7)
        for dx in (-40, 32):
            sheet.paint(rect(x + dx, 760, 10, 110), "#7d4a35" if x % 4 else "#456a72")
    seats = (
        (150, cook(rng, old=True)),
        (390, woman(rng, "apron", over="#7d9a8a", top="#f0e4d6", style="bob")),
        (620, woman(rng, "apron", over="#c9683f", top="#e7e0d0", style="bun", hair="#6f6a69", skin="#d6a178")),
        (840, man(rng, "apron", over="#c08a45", top="#dfe7ea")),
        (1060, cook(rng)),
    )
    for i, (x, look) in enumerate(seats):
        cup = (x + (26 if i % 2 else -26), 654.0)

        def tea(at: Point = cup) -> None:
            sheet.paint(rounded(at[0] - 13, at[1] - 44, 26, 50, 6), "#5f8f8f", 0.8)
            sheet.paint(ellipse(at[0], at[1] - 43, 13, 4), "#b5763f")

        hands = ((cup[0] - 20, cup[1]), (cup[0] + 20, cup[1]))
        Body(
            sheet,
            look,
            (x, 744),
            64,
            seated=True,
            tilt=rng.uniform(-8, 8),
            hands=hands,
            feet=((x - 38, 878), (x + 38, 880)),
        ).draw(tea)
    sheet.glow(260, 200, 520, 420, SUN, 0.15)
