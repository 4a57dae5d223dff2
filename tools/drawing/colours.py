"""Colours: one warm, slightly faded palette for every picture."""

from __future__ import annotations

Colour = str
"""``#rrggbb``."""

SHADOW = "#3a2c3f"
SUN = "#fff1cf"
PAPER = "#f6efdf"
INK = "#26242b"

SKINS = ("#e3b48c", "#d6a178", "#c98f66", "#dcab83", "#be845d", "#eabf98")
HAIRS = ("#221d1f", "#2b2326", "#1b191d", "#33292a")
GREYS = ("#8d8783", "#a8a29b", "#6f6a69")
SHIRTS = ("#f3efe6", "#dfe7ea", "#c9d8de", "#e9dfcb", "#b9cbd6", "#d7dccf", "#f0e4d6", "#a9bfc9")
STRONG = ("#3f6076", "#5a7a6c", "#7d8f6b", "#b4654a", "#8a5a6b", "#c08a45", "#4a5d83", "#9a7b5c", "#6f8ba0")
SUITS = ("#2f3a4c", "#3a3f47", "#4a4450", "#2c4550", "#514438")
AODAI = ("#9b3f4b", "#2f6a6c", "#4e5292", "#b7793b", "#7c4f80", "#d08a7a", "#3f7d5d", "#c8a24a", "#5b7fae", "#e6d3c2")
GREENS = ("#6f9257", "#83a566", "#5d8050", "#93b06f")
VEST = "#d98a3d"
LIFEJACKET = "#d9773d"
TROUSERS = ("#2b2f38", "#3b3f48", "#4a4038", "#34424c", "#1f2329")


def rgb(colour: Colour) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(a: Colour, b: Colour, share: float) -> Colour:
    """Colour ``a`` with a share of ``b`` in it."""
    x, y = rgb(a), rgb(b)
    return "#" + "".join(f"{round(p + (q - p) * share):02x}" for p, q in zip(x, y, strict=True))


def shade(colour: Colour, share: float = 0.25) -> Colour:
    """The colour as it looks out of the light."""
    return mix(colour, SHADOW, share)


def lift(colour: Colour, share: float = 0.25) -> Colour:
    """The colour as it looks in the light."""
    return mix(colour, SUN, share)
