"""Eyes, mouths, masks and glasses."""

from __future__ import annotations

from drawing.colours import mix, shade
from drawing.geometry import ellipse, stroke
from drawing.head_frame import HeadFrame

FEATURES_FROM = 21.0
"""Head height in units from which a face is given eyes and a mouth."""
_BLUSH, _LIPS, _MASK, _FRAME = "#c8614a", "#8c4138", "#bcd3da", "#3a3438"


def draw_front_face(head: HeadFrame, off: float) -> None:
    """A smiling face; ``off`` moves it to the side the head is turned to."""
    s, look = head.sheet, head.look
    s.tint(head.oval(off, -0.44, 0.22, 0.07), shade(look.skin, 0.5), 0.25, blur=0.05 * head.u)
    if head.u >= FEATURES_FROM:
        ink = mix(look.hair, look.skin, 0.12)
        brow = mix(ink, look.skin, 0.35)
        for x in (-0.16, 0.16):
            s.tint(head.oval(x * 1.3 + off, -0.15, 0.1, 0.07), _BLUSH, 0.2, blur=0.04 * head.u)
            head.line(((x - 0.065 + off, -0.01), (x + off, 0.022), (x + 0.065 + off, -0.01)), 0.028, ink)
            head.line(((x - 0.08 + off, 0.105), (x + off, 0.135), (x + 0.08 + off, 0.11)), 0.022, brow)
        nose = off * 1.3
        head.line(((nose + 0.01, 0.0), (nose + 0.045, -0.13), (nose - 0.015, -0.145)), 0.024, shade(look.skin, 0.32))
        if not look.mask:
            head.line(((off - 0.1, -0.265), (off, -0.305), (off + 0.1, -0.265)), 0.03, _LIPS)
    if look.mask:
        jaw = "0.345,-0.16 0.27,-0.36 0.1,-0.5 -0.1,-0.5 -0.27,-0.36 -0.345,-0.16"
        s.paint(head.curve(f"{off},-0.06 {off + 0.2},-0.11 {jaw} {off - 0.2},-0.11"), _MASK, 0.5)
    if look.glasses:
        _draw_glasses(head, off)


def draw_profile_face(head: HeadFrame) -> None:
    """A smiling face seen from the side."""
    s, look = head.sheet, head.look
    if head.u >= FEATURES_FROM:
        ink = mix(look.hair, look.skin, 0.12)
        s.tint(head.oval(0.2, -0.17, 0.1, 0.07), _BLUSH, 0.2, blur=0.04 * head.u)
        head.line("0.2,-0.01 0.25,0.02 0.3,-0.005", 0.028, ink)
        head.line("0.18,0.11 0.25,0.135 0.32,0.1", 0.022, mix(ink, look.skin, 0.35))
        if not look.mask:
            head.line("0.26,-0.265 0.32,-0.28 0.365,-0.255", 0.028, _LIPS)
    if look.mask:
        s.paint(head.curve("0.47,-0.08 0.42,-0.3 0.33,-0.49 0.14,-0.42 0.02,-0.2 0.2,-0.1"), _MASK, 0.5)
    if look.glasses:
        s.paint(stroke(head.points("0.33,0 -0.02,0.02"), 0.022 * head.u), _FRAME)


def _draw_glasses(head: HeadFrame, off: float) -> None:
    rim = 0.02 * head.u
    for x in (-0.165, 0.165):
        cx, cy = head.at(x + off, 0.0)
        ring = ellipse(cx, cy, 0.118 * head.u, 0.108 * head.u, head.tilt)[0]
        head.sheet.tint([ring], "#ffffff", 0.16)
        head.sheet.paint(stroke([*ring, ring[0]], rim), _FRAME)
    head.sheet.paint(stroke([head.at(off - 0.04, 0.01), head.at(off + 0.04, 0.01)], rim), _FRAME)
