"""Gifts and markets before Tết."""

from __future__ import annotations

from random import Random

from drawing.colours import GREENS, SHADOW, SUN, shade
from drawing.geometry import Point, ellipse, poly, rect, rounded
from drawing.goods import gift_bag, sack
from drawing.look import child, man, woman
from drawing.outdoors import peach_tree, sky, tree
from drawing.people import Body, stand
from drawing.plants import kumquat, leaf
from drawing.rooms import window
from drawing.sheet import Sheet


def tet_gift(sheet: Sheet, rng: Random) -> None:
    """Gifts for an old couple before their house, a peach tree in blossom."""
    sky(sheet, 480, "#dfe3d2", "#f6e6c4")
    for x in (40, 150, 1120):
        tree(sheet, x, 600, 260, "#8fa878", rng)
    sheet.soften(2.0)
    sheet.wash(rect(380, 120, 820, 500), "#e9cf98", "#d6b67c")
    sheet.paint(poly((320, 170), (430, 40), (1230, 40), (1230, 170)), "#9a5843", 0.7)
    for i in range(1, 6):
        sheet.tint(rect(430 - i * 18, 40 + i * 22, 800, 3), SHADOW, 0.25)
    sheet.tint(rect(380, 168, 820, 60), SHADOW, 0.3, blur=18)
    sheet.wash(rect(700, 240, 210, 380), "#4c3c35", "#5f4a3e")
    for x in (660, 926):
        sheet.paint(rounded(x, 236, 26, 300, 4), "#b5453c", 0.5)
        for i in range(6):
            sheet.paint(ellipse(x + 13, 270 + i * 46, 7, 11), "#e9c46c")
    window(sheet, 1010, 270, 130, 190)
    for x in (420, 640, 972):
        sheet.paint(rect(x, 168, 22, 452), "#8d6848", 0.6)
    sheet.wash(rect(0, 600, 1200, 300), "#c3a577", "#9b7d55")
    sheet.paint(poly((360, 600), (1200, 600), (1200, 634), (330, 634)), "#b59a78", 0.4)
    kumquat(sheet, 1120, 660, 250, rng)
    peach_tree(sheet, 190, 690, 560, rng)
    sheet.soften(0.5)
    sheet.tint(poly((420, 640), (1200, 640), (1200, 900), (700, 900)), SUN, 0.16, blur=30)
    grandpa = man(rng, "baba", old=True, style="short", hair="#a8a29b", top="#6f5a4a", skin="#be845d")
    grandma = woman(rng, "baba", old=True, style="bun", hair="#a8a29b", top="#7c4f80", skin="#c98f66")
    stand(sheet, grandpa, 950, 846, 440, turn=-1, tilt=-4).draw()
    meet = (676.0, 600.0)
    stand(sheet, grandma, 792, 850, 424, turn=-2, lean=-6, hands=((716, 630), (710, 642))).draw()

    def bag(at: Point = meet) -> None:
        gift_bag(sheet, at[0], at[1] + 72, 104, "#b5503f", rng)

    stand(
        sheet,
        woman(rng, "aodai", top="#c8a24a", style="long", skin="#eabf98"),
        548,
        856,
        470,
        turn=2,
        lean=4,
        hands=((636, 612), (632, 626)),
    ).draw(bag)
    stand(
        sheet,
        man(rng, "suit", top="#3a3f47", over="#8c4a46", style="swept"),
        392,
        858,
        490,
        turn=1,
        tilt=3,
        hands=((470, 640), (440, 650)),
        elbows=(1.0, 1.0),
    ).draw(lambda: gift_bag(sheet, 462, 740, 92, "#5a7a6c", rng))


def tet_market(sheet: Sheet, rng: Random) -> None:
    """A market where everything costs nothing: rice, cakes, oil, vegetables."""
    sky(sheet, 400, "#cfe0df", "#f5e9cf")
    for x in range(0, 1250, 150):
        tree(sheet, x, 470, 260, "#8ca57c", rng)
    sheet.soften(2.4)
    sheet.wash(rect(0, 450, 1200, 450), "#c7ad82", "#a1865e")
    for x0, colours in ((40, ("#b9694f", "#f2e4c8")), (640, ("#4f7f86", "#f2e4c8"))):
        for px in (x0 + 20, x0 + 500):
            sheet.paint(rect(px, 170, 14, 470), "#8d7455", 0.6)
        for i in range(8):
            sheet.paint(
                poly(
                    (x0 + 40 + i * 55, 110),
                    (x0 + 95 + i * 55, 110),
                    (x0 - 10 + (i + 1) * 70, 214),
                    (x0 - 10 + i * 70, 214),
                ),
                colours[i % 2],
                0.5,
            )
            sheet.paint(ellipse(x0 + 25 + i * 70, 214, 35, 20), shade(colours[i % 2], 0.12))
        sheet.tint(rect(x0 + 20, 224, 500, 60), SHADOW, 0.22, blur=22)
    sellers = (
        (150, woman(rng, "vest", over="#d98a3d", top="#f3efe6", style="pony")),
        (330, woman(rng, "aodai", top="#9b3f4b", style="bun")),
        (500, man(rng, "vest", over="#d98a3d", top="#dfe7ea")),
        (760, woman(rng, "vest", over="#d98a3d", top="#f3efe6", style="bob")),
        (960, man(rng, "polo", top="#5a7a6c")),
        (1100, woman(rng, "aodai", top="#5b7fae", style="long")),
    )
    for x, look in sellers:
        Body(
            sheet, look, (x, 556), 54, legs=False, tilt=rng.uniform(-5, 5), hands=((x - 40, 540), (x + 40, 540))
        ).draw()
    for x0 in (60, 660):
        sheet.wash(rect(x0, 548, 480, 24), "#cba873", "#b88f5c")
        sheet.wash(rect(x0 + 6, 572, 468, 130), "#8a6446", "#6d4d37")
        sheet.tint(rect(x0, 572, 480, 26), SHADOW, 0.4, blur=8)
    for i in range(12):
        x, y = 92 + (i % 6) * 42, 512 - (i // 6) * 34
        sheet.paint(rounded(x, y, 40, 36, 4), "#5d7f4a", 0.8)
        sheet.paint(rect(x, y + 14, 40, 6), "#d9c58f")
    for i in range(5):
        sack(sheet, 400 + i * 34, 552, 48, 70, "#b5654c")
    for i in range(7):
        sheet.paint(rounded(694 + i * 26, 498, 20, 54, 6), "#d9a648", 0.8)
        sheet.paint(rect(697 + i * 26, 488, 12, 12), "#7b5a3c")
    for _ in range(26):
        a = (910 + rng.uniform(0, 200), 548 - rng.uniform(0, 40))
        leaf(sheet, a, (a[0] + rng.uniform(-30, 30), a[1] - rng.uniform(20, 46)), 9, rng.choice(GREENS))
    for i in range(14):
        sheet.paint(ellipse(930 + i * 13, 540 - (i % 3) * 10, 11, 11), ("#d98a4a", "#c9683f", "#e7b24a")[i % 3], 0.8)
    sheet.soften(0.5)
    kumquat(sheet, 600, 720, 230, rng)
    peach_tree(sheet, 1180, 760, 420, rng)
    customers = (
        (250, woman(rng, "baba", old=True, top="#6b4562", hat="nonla"), 9, "#5a7a6c"),
        (430, man(rng, "baba", old=True, top="#6f5a4a"), 1, "#c08a45"),
        (790, woman(rng, "baba", top="#4a5d83", hat="nonla", style="long"), 9, "#b5503f"),
        (930, child(rng, True, top="#d9877f"), -2, ""),
        (1040, woman(rng, "blouse", top="#e9dfcb", style="bob"), -2, ""),
    )
    for x, look, turn, colour in customers:
        h = 410 if not look.child else 270
        u = h / 7.15
        stand(sheet, look, x, 872, h, turn=turn, tilt=rng.uniform(-4, 4)).draw()
        if colour:
            gift_bag(sheet, x + u * 0.95, 872 - u * 1.5, u * 1.4, colour, rng)
