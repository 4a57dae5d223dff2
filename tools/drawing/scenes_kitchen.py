"""The charity kitchen in the morning: delivery, chopping, stirring, packing."""

from __future__ import annotations

from random import Random

from drawing.colours import GREENS, Colour
from drawing.geometry import blob, ellipse, limb, poly, rect, rounded, stroke
from drawing.goods import meal_box, steam
from drawing.look import Look, man, woman
from drawing.outdoors import cloud, tree
from drawing.people import Body, stand
from drawing.plants import leaf
from drawing.rooms import sunbeam, walls, window
from drawing.sheet import Sheet


def kitchen(sheet: Sheet, rng: Random, floor: float = 560, warm: Colour = "#e6d5b3") -> None:
    walls(sheet, floor, warm, "#a98a68")
    sheet.wash(rect(0, floor - 200, sheet.across, 190), "#c9d6cd", "#b7c8bf")
    sheet.paint(rect(0, floor - 204, sheet.across, 8), "#9fb3a9")


def cook(rng: Random, old: bool = False) -> Look:
    """A kitchen volunteer in cap and apron."""
    tone = rng.choice(("#7d9a8a", "#c9683f", "#5b7f8a", "#c08a45"))
    return woman(
        rng, "apron", over=tone, top=rng.choice(("#f0e4d6", "#dfe7ea", "#c9d8de")), old=old, hat="surgical", style="bun"
    )


def dawn_delivery(sheet: Sheet, rng: Random) -> None:
    """Before dawn the vegetables come on a handcart."""
    sheet.wash(rect(0, 0, 1200, 560), "#6f86a3", "#e8bfa0")
    cloud(sheet, 300, 300, 460, "#f0cdb0", 0.5)
    for x in range(0, 520, 120):
        tree(sheet, x, 540, 250, "#4f6a6b", rng)
    sheet.soften(2.4)
    sheet.wash(rect(0, 520, 1200, 380), "#8d8190", "#6d6270")
    sheet.wash(rect(620, 60, 580, 540), "#cdb892", "#a89272")
    sheet.paint(poly((560, 96), (620, 20), (1220, 20), (1220, 96)), "#8a5546", 0.6)
    sheet.paint(rect(760, 230, 190, 370), "#f3d48c")
    sheet.paint(rect(748, 222, 14, 378), "#75573f")
    sheet.paint(rect(948, 222, 14, 378), "#75573f")
    window(sheet, 1020, 240, 120, 170, "#f6dc9c")
    sheet.glow(850, 420, 420, 420, "#ffdf9a", 0.45)
    sheet.tint(poly((760, 600), (950, 600), (1060, 800), (560, 800)), "#ffe0a0", 0.35, blur=22)
    stand(sheet, cook(rng), 850, 640, 400, tilt=-4, turn=-1).draw()
    for wx in (330, 560):
        sheet.ground(wx, 806, 70, 12)
        sheet.paint(ellipse(wx, 760, 46, 46), "#3a3335")
        sheet.paint(ellipse(wx, 760, 34, 34), "#8d8190")
        sheet.paint(ellipse(wx, 760, 9, 9), "#3a3335")
    sheet.paint(poly((240, 690), (660, 690), (640, 742), (260, 742)), "#8f6a48", 0.7)
    sheet.paint(stroke([(240, 700), (128, 640)], 12), "#6d5038", 0.5)
    for cx, ry in ((320, 50), (450, 64), (580, 50)):
        sheet.paint(blob((cx - 66, 650), (cx + 66, 650), (cx + 52, 700), (cx - 52, 700)), "#b08a58", 0.8)
        for _ in range(26):
            a = (cx + rng.uniform(-52, 52), 652 - rng.uniform(0, 16))
            leaf(sheet, a, (a[0] + rng.uniform(-26, 26), a[1] - rng.uniform(18, ry)), 10, rng.choice(GREENS))
    for i in range(9):
        sheet.paint(ellipse(410 + i * 11, 646 - (i % 2) * 8, 12, 10), ("#d98a4a", "#c9683f")[i % 2], 0.7)
    driver = man(rng, "jacket", top="#4a5d83", hat="cap", over="#5a7a6c")
    stand(sheet, driver, 120, 850, 500, turn=2, lean=6, hands=((180, 650), (170, 662))).draw()
    helper = woman(rng, "vest", over="#d98a3d", top="#f3efe6", style="pony")
    stand(sheet, helper, 700, 848, 470, turn=-2, lean=-8, hands=((612, 640), (606, 652))).draw()


def chopping(sheet: Sheet, rng: Random) -> None:
    """Four women cut vegetables at a long table."""
    kitchen(sheet, rng, 520)
    for x in (90, 480, 870):
        window(sheet, x, 60, 240, 220, leaves=rng)
    for x in (90, 480, 870):
        sunbeam(sheet, x, 60, 240, 220, 160, 430, 0.2)
    sheet.soften(1.4)
    cooks: list[Body] = []
    for i, x in enumerate((170, 450, 740, 1020)):
        look = cook(rng, old=i == 2)
        cooks.append(
            Body(
                sheet, look, (x, 610), 86, legs=False, tilt=(6, -5, 5, -6)[i], hands=((x - 34, 640), (x + 34, 636))
            ).draw()
        )
    sheet.wash(poly((30, 606), (1170, 606), (1260, 780), (-60, 780)), "#d2ad78", "#b58a58")
    sheet.wash(rect(-60, 780, 1320, 120), "#8a6446", "#6d4d37")
    for i, x in enumerate((170, 450, 740, 1020)):
        sheet.paint(poly((x - 84, 650), (x + 84, 650), (x + 96, 710), (x - 96, 710)), "#e9d3a8", 0.6)
        _chopped(sheet, rng, x, 676, i)
        sheet.paint(poly((x + 44, 664), (x + 58, 674), (x - 8, 700), (x - 12, 690)), "#cfd6d6", 0.4)
        cooks[i].reach()
    for cx, w in ((290, 130), (592, 150), (890, 130)):
        sheet.paint(
            blob((cx - w / 2, 700), (cx + w / 2, 700), (cx + w * 0.36, 768), (cx - w * 0.36, 768)), "#7f9aa0", 0.9
        )
        for _ in range(34):
            a = (cx + rng.uniform(-0.4, 0.4) * w, 702 - rng.uniform(0, 10))
            leaf(sheet, a, (a[0] + rng.uniform(-26, 26), a[1] - rng.uniform(14, 44)), 9, rng.choice(GREENS))


def _chopped(sheet: Sheet, rng: Random, x: float, y: float, kind: int) -> None:
    tones = (("#d98a4a", "#e39a5a"), ("#83a566", "#6f9257"), ("#c9565a", "#d9706a"), ("#e9d9a0", "#f0e6b8"))[kind % 4]
    for _ in range(26):
        sheet.paint(ellipse(x + rng.uniform(-62, 30), y + rng.uniform(-14, 22), 10, 7), rng.choice(tones), 0.7)


def stirring(sheet: Sheet, rng: Random) -> None:
    """A cook stirs the great pot, steam in the morning light (3:4)."""
    kitchen(sheet, rng, 900)
    window(sheet, 80, 90, 300, 430, leaves=rng)
    for i in range(4):
        x = 540 + i * 86
        sheet.paint(stroke([(x, 150), (x, 220)], 5), "#6d5a48")
        sheet.paint(ellipse(x, 262, 36, 42), ("#9aa5a2", "#b07a4a", "#8f9a97", "#b98a58")[i], 0.9)
    sheet.paint(rect(500, 140, 360, 12), "#75573f", 0.4)
    sheet.soften(2.4)
    sunbeam(sheet, 80, 90, 300, 430, 260, 860, 0.3)
    cook = man(rng, "apron", over="#5b7f8a", top="#f0e4d6", hat="bucket", style="short", skin="#c98f66")
    stand(
        sheet, cook, 600, 1170, 900, turn=-1, lean=-5, tilt=-5, hands=((404, 640), (446, 590)), elbows=(-1.0, -1.0)
    ).draw(lambda: sheet.paint(limb([(470, 520), (300, 830)], [15, 13]), "#a67f52", 0.5))
    sheet.paint(rounded(90, 1060, 500, 160, 12), "#8d5a45", 0.7)
    sheet.glow(340, 1120, 120, 70, "#ffb35a", 0.9)
    sheet.paint(
        blob((96, 840), (340, 880), (584, 840), (590, 980), (540, 1064), (340, 1084), (140, 1064), (90, 980)),
        "#8f9a9c",
        1.0,
    )
    sheet.paint(ellipse(340, 838, 252, 62), "#b4bdbd", 0.5)
    sheet.paint(ellipse(340, 842, 230, 50), "#c79a55")
    for _ in range(40):
        sheet.paint(
            ellipse(340 + rng.uniform(-190, 190), 842 + rng.uniform(-34, 34), rng.uniform(8, 18), rng.uniform(4, 8)),
            rng.choice(("#d98a4a", "#83a566", "#e9d9a0", "#b5763f")),
            0.5,
        )
    for x in (76, 604):
        sheet.paint(ellipse(x, 900, 22, 34), "#6f7a7c", 0.8)
    sheet.paint(limb([(318, 780), (296, 838)], [13, 15]), "#a67f52", 0.5)
    steam(sheet, 340, 800, 380, 560, rng)


def packing(sheet: Sheet, rng: Random) -> None:
    """Rice, greens, meat: the meals are packed in rows."""
    kitchen(sheet, rng, 430)
    for left in (60, 330, 690, 960):
        window(sheet, left, 30, 180, 170, leaves=rng)
    sheet.soften(1.8)
    packers: list[Body] = []
    for i, x in enumerate((150, 420, 700, 1000)):
        look = cook(rng) if i != 2 else man(rng, "apron", over="#5b7f8a", top="#e9dfcb", hat="surgical")
        packers.append(
            Body(
                sheet, look, (x, 470), 80, legs=False, tilt=(5, 6, -5, -6)[i], hands=((x - 40, 496), (x + 52, 500))
            ).draw()
        )
    sheet.wash(poly((60, 480), (1140, 480), (1320, 900), (-120, 900)), "#d8c39c", "#b99d72")
    y, w = 506.0, 112.0
    for row in range(4):
        count = 8 - row
        gap = w * 1.16
        for i in range(count):
            meal_box(sheet, 600 + (i - count / 2) * gap + w * 0.08, y, w, rng, lid=row == 3 and i % 3 == 1)
        y, w = y + w * 0.78, w * 1.2
    for x, packer in zip((150, 420, 700, 1000), packers, strict=True):
        packer.reach()
        sheet.paint(limb([(x + 54, 500), (x + 74, 556)], [8, 10]), "#9aa0a0")
        sheet.paint(ellipse(x + 78, 562, 20, 12), "#b4bdbd", 0.6)
    steam(sheet, 600, 520, 900, 240, rng)
