"""THE DOORS OF A PART: what it offers by name, loaded when someone asks for it (PEP 562).

Importing any module of a part runs the part's own ``__init__``.  Were that to load all
that the part offers, a build in which nothing changed would load everything that reads
and renders, and spend more time on that than on looking.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def open_doors(part: str, offered: Mapping[str, str]) -> Callable[[str], Any]:
    """The ``__getattr__`` of a part's ``__init__``.

    Args:
        part: its full name.
        offered: module of the part → the names that it offers, separated by spaces.
    """
    modules = {name: module for module, names in offered.items() for name in names.split()}

    def open_door(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {part!r} has no attribute {name!r}")
        return getattr(import_module(f"{part}.{modules[name]}"), name)

    return open_door


def later(part: str, name: str) -> Callable[..., Any]:
    """A function that a part offers, loaded when it is called."""

    def call(*values: Any, **named: Any) -> Any:
        return getattr(import_module(part), name)(*values, **named)

    return call
