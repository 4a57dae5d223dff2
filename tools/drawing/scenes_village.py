"""Upland villages: the footbridge, the hand-over, the new house."""

from __future__ import annotations

from random import Random

from drawing.buildings import house, stilt_house
from drawing.colours import SHADOW, VEST
from drawing.geometry import Point, blob, ellipse, limb, path, rect, rounded, spline
from drawing.goods import carton, sack
from drawing.look import child, man, woman
from drawing.outdoors import areca, banana, cloud, hills, sky, tree, water
from drawing.people import Body, stand
from drawing.plants import leaf
from drawing.sheet import Sheet


def bridge(sheet: Sheet, rng: Random) -> None:
    """Volunteers carry boxes in file over a bamboo footbridge."""
    sky(sheet, 420, "#b7c9cc", "#efe6d2")
    cloud(sheet, 860, 120, 460, "#f2eee2", 0.6)
    hills(sheet, 430, 300, "#9fb4b2", rng, 3)
    cloud(sheet, 320, 330, 620, "#f0ece0", 0.55)
    hills(sheet, 520, 230, "#7d9a86", rng, 4)
    cloud(sheet, 900, 430, 520, "#eef0e6", 0.45)
    hills(sheet, 600, 130, "#5f8068", rng, 6)
    sheet.soften(1.4)
    water(sheet, 640, "#8d7a58", "#b7a681", rng, 110)
    for i in range(7):
        sheet.tint(ellipse(180 + i * 150, 760 + (i % 3) * 40, 70, 9), "#f1e9d3", 0.7, blur=5)
    for x, w in ((-40, 300), (1010, 300)):
        sheet.paint(
            blob((x, 640), (x + w * 0.5, 600), (x + w, 650), (x + w * 1.1, 900), (x - w * 0.1, 900)), "#7d8f5f", 0.9
        )
        for _ in range(60):
            a = (x + rng.uniform(0.0, 1.0) * w, rng.uniform(650, 880))
            leaf(
                sheet,
                a,
                (a[0] + rng.uniform(-14, 14), a[1] - rng.uniform(16, 34)),
                4,
                rng.choice(("#8fa168", "#6a7d4e", "#a3b077")),
            )
    banana(sheet, 70, 640, 260, rng)
    banana(sheet, 1150, 640, 300, rng)
    deck = spline(path("120,636 400,668 600,678 800,668 1090,632"), False, 12)
    far_rail = [(x, y - 78) for x, y in deck]
    sheet.paint(limb(far_rail, [6] * len(far_rail)), "#a08a5c")
    people = (
        (230, man(rng, "vest", over=VEST, top="#f3efe6", hat="bucket"), 0),
        (392, woman(rng, "vest", over=VEST, top="#dfe7ea", style="pony"), 1),
        (560, man(rng, "tee", top="#4a5d83", hat="cap", over="#5a7a6c"), 0),
        (728, woman(rng, "hill", top="#35344f", hat="scarf"), 1),
        (896, man(rng, "vest", over=VEST, top="#e9dfcb"), 0),
    )
    for i, (x, look, low) in enumerate(people):
        floor = min(deck, key=lambda p: abs(p[0] - x))[1] + 2
        h = 300.0
        u = h / 7.15
        hip = (x, floor - 3.5 * u)
        load: Point = (x + u * (0.35 if low else -1.6), hip[1] - u * (1.5 if low else 3.15))
        feet = ((x + 0.85 * u, floor - 0.12 * u), (x - 0.7 * u, floor))
        hold = (
            ((load[0] + u * 0.9, load[1] + u * 0.9), (load[0] + u * 0.4, load[1] + u * 1.0))
            if low
            else ((x - 0.5 * u, hip[1] - u * 2.2), (x - 0.3 * u, hip[1] - 2.15 * u))
        )

        def box(at: Point = load, size: float = u, shift: int = i) -> None:
            carton(sheet, at[0], at[1], size * 1.5, size * 1.05, ("#c39a68", "#b88b58", "#cfae7c")[shift % 3])

        bends = (1.0, 1.0) if low else (-1.0, -1.0)
        Body(sheet, look, hip, u, turn=2, lean=4, hands=hold, feet=feet, elbows=bends).draw(box)
    for j in range(len(deck) - 1):
        a, b = deck[j], deck[j + 1]
        sheet.paint(
            [[(a[0], a[1] - 4), (b[0] - 1.5, b[1] - 4), (b[0] - 1.5, b[1] + 12), (a[0], a[1] + 12)]],
            ("#b39a66", "#a58c58")[j % 2],
            0.4,
        )
    sheet.tint(limb([(x, y + 26) for x, y in deck], [16] * len(deck)), SHADOW, 0.25, blur=10)


def handover(sheet: Sheet, rng: Random) -> None:
    """Families of an upland village receive their boxes before a stilt house."""
    sky(sheet, 460, "#bccfd0", "#f0e6d0")
    hills(sheet, 470, 300, "#a4b8b3", rng, 3)
    cloud(sheet, 300, 300, 560, "#f3efe4", 0.5)
    hills(sheet, 500, 180, "#82a08a", rng, 4)
    for x in range(20, 1200, 130):
        tree(sheet, x + rng.uniform(-30, 30), 540, rng.uniform(130, 190), "#6b8f6c", rng)
    sheet.soften(1.6)
    sheet.wash(rect(0, 520, 1200, 380), "#b59d72", "#8f7650")
    stilt_house(sheet, 610, 600, 520, 430)
    banana(sheet, 570, 600, 240, rng)
    for x, look in (
        (700, woman(rng, "hill", old=True, top="#3c3a55", hat="scarf")),
        (820, child(rng, True, top="#b4654a")),
        (900, child(rng, False, top="#5f7f63")),
        (1010, woman(rng, "hill", top="#35344f", hat="scarf")),
        (1110, man(rng, "baba", top="#4f4a55")),
    ):
        stand(sheet, look, x, 680, 300 if not look.child else 210, tilt=rng.uniform(-5, 5), turn=-1).draw()
    sheet.soften(0.6)
    for i in range(5):
        carton(sheet, 60 + (i % 3) * 118, 700 - (i // 3) * 84, 108, 82, ("#c39a68", "#b88b58", "#cfae7c")[i % 3])
    stand(sheet, man(rng, "vest", over=VEST, top="#f3efe6", hat="bucket"), 170, 870, 400, turn=1, tilt=3).draw()
    meet = (560.0, 590.0)

    def box(at: Point = meet) -> None:
        carton(sheet, at[0] - 66, at[1] - 46, 132, 96)

    taker = woman(rng, "hill", top="#2f3150", hat="scarf", skin="#c98f66")
    stand(sheet, taker, 704, 862, 470, turn=-2, lean=-4, hands=((622, 622), (614, 636))).draw()
    stand(
        sheet,
        woman(rng, "vest", over=VEST, top="#dfe7ea", style="pony"),
        412,
        866,
        490,
        turn=2,
        lean=4,
        hands=((508, 622), (502, 636)),
    ).draw(box)
    boy = child(rng, False, top="#c08a45", skin="#c98f66")
    stand(sheet, boy, 842, 872, 300, turn=-1, tilt=-6, hands=((770, 720), (800, 728)), elbows=(-1.0, -1.0)).draw(
        lambda: sack(sheet, 786, 750, 62, 66, "#c9683f")
    )


def house_warming(sheet: Sheet, rng: Random) -> None:
    """A family receives its new house."""
    sky(sheet, 480, "#a9cbd6", "#f3e8cf")
    cloud(sheet, 260, 130, 380, "#fbf6ea", 0.8)
    cloud(sheet, 930, 90, 300, "#fbf6ea", 0.7)
    hills(sheet, 480, 190, "#9db8a6", rng, 4)
    for x in (30, 120, 1090, 1180):
        tree(sheet, x, 560, 250, "#6f9468", rng)
    areca(sheet, 200, 560, 380, rng)
    areca(sheet, 1010, 560, 420, rng)
    sheet.soften(1.5)
    sheet.wash(rect(0, 540, 1200, 360), "#c2a97c", "#9a8159")
    house(sheet, 300, 600, 620, 420, "#ecd7a2", "#b0624a", "#5f7d86")
    sheet.paint(rect(280, 598, 660, 22), "#b9ab93", 0.5)
    for x in (330, 880):
        sheet.paint(rect(x, 372, 18, 226), "#f1e6cc", 0.6)
    banana(sheet, 1090, 610, 230, rng)
    sheet.soften(0.5)
    family = (
        (640, man(rng, "shirt", top="#c9d8de", skin="#be845d"), 430, 0),
        (770, woman(rng, "blouse", top="#b4654a", style="bun", skin="#c98f66"), 410, 0),
        (864, child(rng, True, top="#d9a648"), 270, 0),
        (950, woman(rng, "baba", old=True, top="#6b4562", skin="#be845d"), 392, 0),
    )
    for x, look, h, turn in family[1:]:
        stand(sheet, look, x, 820, h, turn=turn, tilt=rng.uniform(-5, 5)).draw()
    meet = (532.0, 610.0)

    def basket(at: Point = meet) -> None:
        sheet.paint(rounded(at[0] - 54, at[1] - 44, 108, 84, 12), "#efe2c8", 0.8)
        sheet.paint(rect(at[0] - 54, at[1] - 12, 108, 20), "#7fa08a", 0.4)

    stand(sheet, family[0][1], 650, 826, 450, turn=-2, lean=-3, hands=((584, 622), (578, 636))).draw()
    stand(
        sheet,
        man(rng, "shirt", top="#f3efe6", old=True, style="short"),
        404,
        828,
        462,
        turn=2,
        lean=4,
        hands=((482, 622), (478, 636)),
    ).draw(basket)
    for x, look in (
        (130, woman(rng, "aodai", top="#3f7d5d", style="long")),
        (262, man(rng, "vest", over=VEST, top="#f3efe6")),
    ):
        stand(sheet, look, x, 838, 440, turn=1, tilt=3).draw()
    sheet.tint(ellipse(600, 850, 560, 30), SHADOW, 0.12, blur=20)
