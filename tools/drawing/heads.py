"""Heads: from the front, half turned, in profile and from behind."""

from __future__ import annotations

from drawing.colours import lift, shade
from drawing.faces import draw_front_face, draw_profile_face
from drawing.hats import draw_hat
from drawing.head_frame import FRONT, PROFILE, HeadFrame

_HANGING = {
    ("bob", True): "-0.45,0.2 -0.1,0.5 0.12,0.3 0.05,-0.45 -0.3,-0.55 -0.5,-0.4",
    ("bob", False): "0,0.55 0.4,0.35 0.47,-0.1 0.44,-0.5 0.2,-0.6 -0.2,-0.6 -0.44,-0.5 -0.47,-0.1 -0.4,0.35",
    ("long", True): "-0.45,0.2 -0.1,0.5 0.1,0.2 -0.02,-0.7 -0.12,-1.25 -0.5,-1.2 -0.56,-0.5",
    ("long", False): "0,0.55 0.42,0.3 0.46,-0.2 0.5,-0.8 0.3,-1.05 -0.3,-1.05 -0.5,-0.8 -0.46,-0.2 -0.42,0.3",
    ("pony", True): "-0.3,0.3 -0.5,0.2 -0.6,-0.2 -0.52,-0.75 -0.4,-0.4 -0.35,0",
    ("pony", False): "-0.3,0.3 -0.5,0.2 -0.6,-0.2 -0.52,-0.75 -0.4,-0.4 -0.35,0",
}
"""(style, in profile) → hair that hangs behind the shoulders."""
_FROM_BEHIND = {
    "long": "0,0.5 0.42,0.2 0.46,-0.4 0.42,-1.1 0,-1.25 -0.42,-1.1 -0.46,-0.4 -0.42,0.2",
    "bob": "0,0.55 0.44,0.2 0.48,-0.3 0.36,-0.58 0,-0.62 -0.36,-0.58 -0.48,-0.3 -0.44,0.2",
}
_CAP_PROFILE = {
    "woman": "0,0.58 0.3,0.44 0.36,0.22 0.2,0.26 0.02,0 -0.02,-0.22 -0.28,-0.32 -0.45,-0.1 -0.46,0.2 -0.3,0.48",
    "man": "0,0.58 0.3,0.48 0.37,0.24 0.2,0.27 0.08,0.1 0.06,-0.08 -0.04,-0.02 -0.12,-0.14 -0.32,-0.26 "
    "-0.44,-0.02 -0.44,0.22 -0.28,0.5",
    "thin": "-0.1,0.5 0,0.3 0.06,-0.02 -0.12,-0.14 -0.32,-0.24 -0.44,0.02 -0.36,0.34",
}
_CAP_FRONT = {
    "swept": "-0.05,0.58 0.26,0.53 0.41,0.28 0.385,0 0.33,0.16 0.24,0.3 0,0.26 -0.22,0.34 -0.33,0.16 "
    "-0.385,0 -0.42,0.26 -0.3,0.5",
    "short": "0,0.57 0.28,0.48 0.4,0.22 0.38,-0.02 0.335,0.16 0.25,0.28 0,0.31 -0.25,0.28 -0.335,0.16 "
    "-0.38,-0.02 -0.4,0.22 -0.28,0.48",
}


def draw_hair_behind(head: HeadFrame) -> None:
    """Hair that hangs behind the shoulders; draw it before the body."""
    outline = _HANGING.get((head.look.style, head.profile))
    if outline and head.look.hat != "scarf" and head.turn != 9:
        head.sheet.paint(head.curve(outline), shade(head.look.hair, 0.1))


def draw_head(head: HeadFrame) -> None:
    """Face, ears, hair, hat."""
    if head.turn == 9:
        _draw_back(head)
    elif head.profile:
        _draw_profile(head)
    else:
        _draw_front(head)
    draw_hat(head)


def _draw_back(head: HeadFrame) -> None:
    s, look = head.sheet, head.look
    for x in (-0.38, 0.38):
        s.paint(head.oval(x, -0.06, 0.055, 0.1), look.skin)
    s.paint(head.curve(FRONT), look.skin, 0.5)
    low = {"short": -0.24, "swept": -0.2, "thin": -0.18}.get(look.style, -0.42)
    nape = f"0.24,{low} 0,{low - 0.06} -0.24,{low}"
    crown = "0,0.57 0.32,0.47 0.43,0.12 0.38,-0.16", "-0.38,-0.16 -0.43,0.12 -0.32,0.47"
    s.paint(head.curve(f"{crown[0]} {nape} {crown[1]}"), look.hair, 0.9)
    if look.style in _FROM_BEHIND:
        s.paint(head.curve(_FROM_BEHIND[look.style]), look.hair, 0.9)
    elif look.style == "pony":
        tail = "-0.1,0.2 0.12,0.2 0.2,-0.4 0.06,-1.05 -0.1,-1 -0.2,-0.4"
        s.paint(head.curve(tail), lift(look.hair, 0.06), 0.8)
        s.paint(head.oval(0, 0.12, 0.12, 0.07), "#b4654a")
    elif look.style == "bun":
        s.paint(head.oval(0, -0.05, 0.24, 0.22), lift(look.hair, 0.08), 1.0)
    elif look.style == "thin":
        s.paint(head.oval(0, 0.36, 0.2, 0.12), look.skin)


def _draw_profile(head: HeadFrame) -> None:
    s, look = head.sheet, head.look
    s.paint(head.curve(PROFILE), look.skin, 0.7)
    if look.style == "bun" and not look.hat:
        s.paint(head.oval(-0.46, -0.02, 0.19, 0.18), look.hair, 0.9)
    kind = "thin" if look.style == "thin" else "woman" if look.woman else "man"
    s.paint(head.curve(_CAP_PROFILE[kind]), look.hair, 0.7)
    s.paint(head.oval(-0.04, -0.06, 0.06, 0.1), shade(look.skin, 0.12))
    draw_profile_face(head)


def _draw_front(head: HeadFrame) -> None:
    s, look, t = head.sheet, head.look, abs(head.turn)
    for x in (-0.37,) if t else (-0.37, 0.37):
        s.paint(head.oval(x, -0.04, 0.06, 0.1), shade(look.skin, 0.1))
    s.paint(head.curve(FRONT), look.skin, 0.75)
    draw_front_face(head, 0.09 * t)
    if look.style == "bun" and not look.hat:
        s.paint(head.oval(-0.12 * t, 0.55, 0.2, 0.15), look.hair, 0.9)
    if look.style == "thin":
        _draw_thin_hair(head)
        return
    s.paint(head.curve(_parted(0.12 - 0.1 * t) if look.woman else _CAP_FRONT[look.style]), look.hair, 0.7)


def _parted(x: float) -> str:
    """A woman's hair from the front, parted at ``x``."""
    right = "0,0.585 0.32,0.46 0.43,0.14 0.4,-0.16 0.335,-0.05 0.3,0.16"
    left = "-0.29,0.12 -0.335,-0.05 -0.4,-0.16 -0.43,0.14 -0.32,0.46"
    return f"{right} {x + 0.06},0.36 {x},0.4 {x - 0.14},0.32 {left}"


def _draw_thin_hair(head: HeadFrame) -> None:
    for x, flip in ((-0.34, 1), (0.34, -1)):
        if head.turn and flip < 0:
            continue
        tuft = [(-0.06, -0.06), (-0.08, 0.2), (0.06, 0.42), (0.1, 0.3), (0.03, 0.1)]
        head.sheet.paint(head.curve([(x + dx * flip, y) for dx, y in tuft]), head.look.hair)
    head.sheet.paint(head.curve("0,0.555 0.24,0.46 0.1,0.47 -0.1,0.47 -0.24,0.46"), head.look.hair)
