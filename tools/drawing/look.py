"""Who is in the picture: age, hair, clothes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import Literal

from drawing.colours import AODAI, GREYS, HAIRS, SHIRTS, SKINS, STRONG, SUITS, TROUSERS, Colour

Outfit = Literal["shirt", "polo", "suit", "aodai", "blouse", "vest", "coat", "baba", "tee", "apron", "jacket", "hill"]
Hair = Literal["short", "swept", "thin", "bun", "bob", "long", "pony"]
Hat = Literal["", "nonla", "cap", "surgical", "scarf", "bucket"]


@dataclass(frozen=True, slots=True)
class Look:
    """One person's looks.

    Attributes:
        top: colour of what the person wears above.
        over: colour of the vest or apron worn over it.
        bottom: colour of trousers or skirt.
        build: width of the body, 1 for a slim adult.
        child: a child's proportions (larger head).
    """

    skin: Colour
    hair: Colour
    style: Hair
    outfit: Outfit
    top: Colour
    bottom: Colour
    over: Colour = "#c9683f"
    hat: Hat = ""
    mask: bool = False
    glasses: bool = False
    woman: bool = False
    build: float = 1.0
    child: bool = False


def man(rng: Random, outfit: Outfit = "shirt", old: bool = False, **changes: object) -> Look:
    """A man as the dice have it."""
    top = rng.choice(SUITS if outfit == "suit" else STRONG if outfit in ("polo", "tee", "baba", "jacket") else SHIRTS)
    style: Hair = rng.choice(("short", "swept", "short", "thin" if old else "swept"))
    look = Look(
        skin=rng.choice(SKINS),
        hair=rng.choice(GREYS if old else HAIRS),
        style=style,
        outfit=outfit,
        top=top,
        bottom=rng.choice(TROUSERS),
        build=rng.uniform(0.96, 1.12),
        glasses=rng.random() < (0.4 if old else 0.15),
    )
    return replace(look, **changes)  # type: ignore[arg-type]


def woman(rng: Random, outfit: Outfit = "blouse", old: bool = False, **changes: object) -> Look:
    """A woman as the dice have it."""
    top = rng.choice(AODAI if outfit == "aodai" else (*STRONG, *SHIRTS) if outfit != "coat" else SHIRTS)
    styles: tuple[Hair, ...] = ("bun", "bun", "bob") if old else ("bob", "long", "bun", "pony", "long")
    bottom = rng.choice(("#efe8dc", "#f3ede2", "#e8e2da")) if outfit == "aodai" else rng.choice(TROUSERS)
    look = Look(
        skin=rng.choice(SKINS),
        hair=rng.choice(GREYS if old else HAIRS),
        style=rng.choice(styles),
        outfit=outfit,
        top=top,
        bottom=bottom,
        woman=True,
        build=rng.uniform(0.92, 1.05),
        glasses=rng.random() < (0.3 if old else 0.12),
    )
    return replace(look, **changes)  # type: ignore[arg-type]


def child(rng: Random, girl: bool, **changes: object) -> Look:
    """A child as the dice have it."""
    look = (woman if girl else man)(rng, "tee", child=True, build=0.9, glasses=False)
    styles: tuple[Hair, ...] = ("bob", "pony") if girl else ("short", "swept")
    return replace(look, **{"style": rng.choice(styles), **changes})  # type: ignore[arg-type]
