"""What covers the trunk: shirts, suits, áo dài, coats, vests, aprons."""

from __future__ import annotations

from random import Random

from drawing.colours import AODAI, Colour, lift, mix, shade
from drawing.figure import Figure
from drawing.geometry import ellipse, limb, rotate, stroke

LOOSE = frozenset({"blouse", "polo", "tee", "baba", "jacket", "vest", "hill", "apron"})
"""Outfits worn over the trousers."""
COAT = "#f4f3ee"


def dress(figure: Figure) -> None:
    """Paint the trunk in its clothes."""
    {"aodai": _draw_ao_dai, "suit": _draw_suit, "coat": _draw_coat}.get(figure.look.outfit, _draw_shirt)(figure)
    if figure.look.outfit == "vest":
        _draw_vest(figure)
    elif figure.look.outfit == "apron":
        _draw_apron(figure)


def _draw_shirt(f: Figure) -> None:
    s, u, look = f.sheet, f.u, f.look
    loose = look.outfit in LOOSE
    s.paint(f.curve(f.trunk(1.04, -0.42) if loose else f.trunk(1.0, -0.05)), look.top, 0.8)
    if f.turn == 9:
        return
    if not f.profile:
        if not loose:
            s.paint(stroke([f.at(-0.6 * look.build, -0.07), f.at(0.6 * look.build, -0.07)], 0.11 * u), "#3a302c")
        if look.outfit in ("shirt", "polo", "vest", "jacket", "baba"):
            end = 1.35 if look.outfit == "polo" else 0.45
            s.paint(stroke([f.mid(2.02), f.mid(end)], 0.03 * u), shade(look.top, 0.22))
        if look.outfit in ("tee", "apron", "blouse"):
            s.paint(ellipse(*f.at(0.04 if f.turn else 0.0, 2.12), 0.24 * u, 0.14 * u), look.skin)
        if look.outfit == "hill":
            s.paint(stroke([f.mid(2.05), f.mid(-0.35)], 0.13 * u), mix(look.top, "#d98d45", 0.75))
    if look.outfit in ("shirt", "polo", "vest", "jacket"):
        _draw_collar(f, lift(look.top, 0.25))


def _draw_collar(f: Figure, colour: Colour) -> None:
    if f.profile:
        f.sheet.paint([f.points("-0.2,2.2 0.2,2.16 0.34,1.92 0.06,2.02")], colour)
        return
    m = 0.1 if f.turned else 0.0
    for side in (-1, 1):
        wing = [(m + 0.02 * side, 1.98), (m * 0.4 + 0.2 * side, 2.26), (m * 0.4 + 0.3 * side, 2.1)]
        f.sheet.paint([f.points([*wing, (m + 0.17 * side, 1.86)])], colour)


def _draw_suit(f: Figure) -> None:
    s, u, look = f.sheet, f.u, f.look
    s.paint(f.curve(f.trunk(1.05, -0.5)), look.top, 0.8)
    if f.turn == 9:
        return
    if f.profile:
        s.paint([f.points("0.06,2.2 0.3,1.95 0.42,1.5 0.2,1.75")], "#f2eee5")
        return
    m = 0.13 if f.turned else 0.0
    s.paint([f.points([(m - 0.24, 2.2), (m + 0.24, 2.2), (m + 0.03, 1.12)])], "#f4f0e7")
    if look.woman:
        s.paint(ellipse(*f.at(m, 2.12), 0.18 * u, 0.12 * u), look.skin)
    else:
        tie = [(m - 0.07, 2.06), (m + 0.07, 2.06), (m + 0.09, 1.4), (m, 1.2), (m - 0.09, 1.4)]
        s.paint([f.points(tie)], look.over, 0.3)
        _draw_collar(f, "#faf7f0")
    for side in (-1, 1):
        lapel = [(m + 0.24 * side, 2.2), (m + 0.44 * side, 1.78), (m + 0.3 * side, 1.62), (m + 0.02 * side, 1.08)]
        s.paint([f.points(lapel)], lift(look.top, 0.1))
    s.paint(stroke([f.at(m, 1.08), f.at(m + 0.03, -0.45)], 0.025 * u), shade(look.top, 0.5))


def _draw_coat(f: Figure) -> None:
    trunk = f.trunk(1.04, -0.4)
    if f.legs:
        trunk = f.lengthened(trunk, "0.46,-1.5 -0.44,-1.5" if f.profile else "0.72,-1.5 -0.72,-1.5")
    f.sheet.paint([f.points(trunk)], COAT, 0.7)
    if f.turn == 9:
        return
    if not f.profile:
        f.sheet.paint([[f.mid(1.55), f.at(-0.22, 2.2), f.at(0.22, 2.2)]], f.look.top)
        f.sheet.paint(stroke([f.mid(1.55), f.mid(0.3)], 0.03 * f.u), "#c9cbc9")
    _draw_collar(f, "#ffffff")


def _draw_ao_dai(f: Figure) -> None:
    s, u, look = f.sheet, f.u, f.look
    standing = f.legs and not f.seated
    trunk = f.trunk(0.98, -0.3)
    if standing:
        front, side = (
            "0.7,-1.4 0.78,-2.85 0.1,-2.98 -0.74,-2.85 -0.68,-1.4",
            "0.5,-1.4 0.6,-2.85 0.05,-2.95 -0.52,-2.8 -0.5,-1.4",
        )
        trunk = f.lengthened(trunk, side if f.profile else front)
    s.paint(f.curve(trunk), look.top, 0.85)
    if standing:
        fold = limb([f.at(0.18, 0.2), f.at(0.26, -2.7)], [0.04 * u, 0.22 * u])
        s.tint(fold, shade(look.top, 0.5), 0.3, blur=0.05 * u)
    s.paint([f.points("-0.2,2.06 0.2,2.06 0.19,2.3 -0.19,2.3")], lift(look.top, 0.12), 0.4)
    if f.turn != 9:
        _draw_sprigs(f, standing)


def _draw_sprigs(f: Figure, standing: bool) -> None:
    """Light flowers on the chest and along the front panel, in a tone that goes with the cloth."""
    rng = Random(round(f.hip[0] * 7 + f.hip[1]))
    tone = mix(lift(f.look.top, 0.45), rng.choice(AODAI), 0.25)
    spots = [(rng.uniform(-0.3, 0.36), rng.uniform(0.9, 1.75)) for _ in range(5)]
    if standing:
        spots += [(rng.uniform(-0.45, 0.5), rng.uniform(-2.75, -1.2)) for _ in range(13)]
    for x, y in spots:
        cx, cy = f.at(x * (0.6 if f.profile else 1.0), y)
        for petal in range(5):
            px, py = rotate((0.055 * f.u, 0), petal * 72 + x * 90)
            f.sheet.paint(ellipse(cx + px, cy + py, 0.042 * f.u, 0.042 * f.u), tone)


def _draw_vest(f: Figure) -> None:
    s, u, look = f.sheet, f.u, f.look
    if f.profile:
        s.paint(f.curve("0.2,1.95 0.46,1.4 0.46,-0.3 -0.46,-0.3 -0.48,1.4 -0.3,1.95 0,1.5"), look.over, 0.7)
        return
    b = look.build * (0.86 if look.woman else 1.0)
    if f.turn == 9:
        right = [(0.5 * b, 2.0), (0.62 * b, 1.4), (0.66 * b, -0.3)]
        s.paint(f.curve([(0, 2.05), *right, *((-x, y) for x, y in reversed(right))]), look.over, 0.7)
        s.paint(stroke([f.at(-0.58 * b, 0.75), f.at(0.58 * b, 0.75)], 0.12 * u), lift(look.over, 0.6))
        return
    m = 0.1 if f.turn else 0.0
    left = [(-0.22, 2.12), (-0.5 * b, 2.02), (-0.6 * b, 1.4), (-0.66 * b, 0.5), (-0.68 * b, -0.38)]
    s.paint([f.points([*left, *((-x, y) for x, y in reversed(left)), (m, 1.55)])], look.over, 0.7)
    s.paint(stroke([f.at(m, 1.5), f.at(m, -0.34)], 0.03 * u), shade(look.over, 0.3))
    s.paint(stroke([f.at(m + 0.24, 1.3), f.at(m + 0.44 * b, 1.34)], 0.06 * u), lift(look.over, 0.55))


def _draw_apron(f: Figure) -> None:
    s, u, look = f.sheet, f.u, f.look
    if f.turn == 9:
        s.paint(stroke([f.at(-0.55, 0.5), f.at(0.55, 0.5)], 0.08 * u), look.over)
        return
    w, x = (0.34, 0.16) if f.profile else (0.5, 0.0)
    drop = -1.5 if f.legs else -0.5
    right = [(x + w * 0.6, 1.5), (x + w, 0.6), (x + w * 1.15, drop)]
    left = [(x - w * 1.15, drop), (x - w, 0.6), (x - w * 0.6, 1.5)]
    s.paint([f.points([*right, *left])], look.over, 0.6)
    for side in (-1, 1):
        s.paint(stroke([f.at(x + w * 0.55 * side, 1.5), f.at(0.16 * side, 2.1)], 0.07 * u), look.over)
