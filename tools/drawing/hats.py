"""Nón lá, caps, surgical caps, headscarves."""

from __future__ import annotations

from drawing.colours import shade
from drawing.geometry import limb, stroke
from drawing.head_frame import HeadFrame


def draw_hat(head: HeadFrame) -> None:
    """The hat, if the person wears one."""
    s, look = head.sheet, head.look
    if look.hat == "nonla":
        _draw_cone(head)
    elif look.hat in ("cap", "bucket"):
        s.paint(head.curve("0,0.62 0.32,0.52 0.43,0.2 0,0.15 -0.43,0.2 -0.32,0.52"), look.over, 0.8)
        if head.turn != 9:
            s.paint(head.curve(_brim(head)), shade(look.over, 0.2))
    elif look.hat == "surgical":
        cap = "0,0.64 0.36,0.52 0.46,0.2 0.4,0.1 0,0.22 -0.4,0.1 -0.46,0.2 -0.36,0.52"
        s.paint(head.curve(cap), "#a9cdd0", 0.8)
    elif look.hat == "scarf":
        cloth = "0,0.68 0.36,0.58 0.47,0.24 0.4,0.04 0,0.24 -0.4,0.04 -0.47,0.24 -0.36,0.58"
        s.paint(head.curve(cloth), "#35344f", 0.8)
        s.paint(stroke(head.points("-0.44,0.16 -0.2,0.3 0.2,0.32 0.44,0.18"), 0.05 * head.u), "#c9793f")


def _brim(head: HeadFrame) -> str:
    if head.look.hat == "bucket":
        return "-0.62,0.06 -0.35,0.26 0.35,0.26 0.62,0.06 0,0.14"
    if head.profile:
        return "-0.02,0.2 0.62,0.16 0.6,0.1 0,0.12"
    return "-0.36,0.2 0,0.14 0.36,0.2 0.3,0.06 0,0 -0.3,0.06"


def _draw_cone(head: HeadFrame) -> None:
    s = head.sheet
    s.paint(head.curve("-0.86,0.16 0,0.02 0.86,0.16 0,0.34"), "#a98955")
    cone = "-0.9,0.18 -0.4,0.62 0,0.92 0.4,0.62 0.9,0.18 0.45,0.11 0,0.085 -0.45,0.11"
    s.paint([head.points(cone)], "#dcc48f", 0.8)
    for share in (0.33, 0.62):
        wide, up = 0.9 * (1 - share), 0.13 + 0.75 * share
        hoop = [head.at(-wide, up), head.at(0, 0.08 + 0.72 * share), head.at(wide, up)]
        s.tint(limb(hoop, [0.02 * head.u] * 3), "#8d6f3e", 0.5)
