"""OUTPUTS → SIGHTS: fingerprints of what an output shows, beside that of what it says it is made from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from newsroom.engine.outputs import list_paths
from newsroom.engine.prints import digest, print_inputs, print_text, print_value
from newsroom.views import Bundle, BytesOutput, CopyOutput, Output, PageView, TemplateOutput, View

Seen = TemplateOutput | BytesOutput


@dataclass(frozen=True, slots=True)
class Sight:
    """What an output showed.

    Attributes:
        inputs: fingerprint of its ``made_from``.
        parts: (field of the view, fingerprint of its value); a file made by code has one part, its bytes.
    """

    path: str
    inputs: str
    parts: tuple[tuple[str, str], ...]


def list_declared(outputs: Iterable[Output]) -> dict[str, Seen]:
    """Path → output, of all outputs that say what they are made from."""
    declared: dict[str, Seen] = {}
    for output in outputs:
        if isinstance(output, TemplateOutput | BytesOutput) and output.made_from is not None:
            declared.setdefault(output.path, output)
    return declared


def show(output: Seen) -> View | bytes:
    """What an output shows: its view, or its bytes."""
    return output.make_view() if isinstance(output, TemplateOutput) else output.make()


def see(output: Seen, shown: View | bytes) -> Sight:
    """The fingerprint of what an output is made from, and of every part of what it shows."""
    if isinstance(shown, bytes):
        return Sight(output.path, print_made_from(output), (("", digest(shown)),))
    parts = tuple((name, print_value(value)) for name, value in _parts(shown))
    return Sight(output.path, print_made_from(output), parts)


def see_bundle(bundle: Bundle) -> Sight:
    """The fingerprint of what a bundle is made from, and, path by path, of what its outputs are made from."""
    parts = ((path, _tell(output)) for output in bundle.plan() for path in list_paths(output))
    return Sight(bundle.name, print_text(bundle.made_from), tuple(parts))


def _tell(output: Output) -> str:
    """By what the engine sees that an output has changed."""
    match output:
        case TemplateOutput(made_from=None):
            return print_value(output.make_view())
        case BytesOutput(made_from=None):
            return digest(output.make())
        case TemplateOutput() | BytesOutput():
            return print_made_from(output)
        case CopyOutput():
            return output.original
    return ""  # a picture's path holds its digest


def print_made_from(output: Seen) -> str:
    """Fingerprint of what an output says it is made from, as the engine takes it."""
    return print_inputs(output.made_from or ())


def compare(known: Mapping[str, Sight], others: Iterable[Sight], prefix: str, when: str) -> Iterator[str]:
    """Sentences on what shows something else though it is made from the same.

    Args:
        when: in which plan the others stood.
    """
    for other in others:
        sight = known.get(other.path)
        if sight is None or sight.inputs != other.inputs or sight.parts == other.parts:
            continue
        odd = {*sight.parts} ^ {*other.parts}
        names = dict.fromkeys(part[0] or "nội dung" for part in (*sight.parts, *other.parts) if part in odd)
        changed = ", ".join([*names][:3]) or "thứ tự"
        yield f"{prefix}{other.path}: cùng made_from nhưng {changed} khác {when}; có dữ liệu chưa khai báo."


def find_loose(value: object, name: str) -> Iterator[str]:
    """Names of the values within a view that are not frozen, so that no fingerprint holds for long."""
    if isinstance(value, tuple):
        for number, part in enumerate(value):
            yield from find_loose(part, f"{name}[{number}]")
    elif is_dataclass(value) and not isinstance(value, type) and _is_frozen(type(value)):
        for field in fields(value):
            yield from find_loose(getattr(value, field.name), f"{name}.{field.name}")
    elif not isinstance(value, str | bytes | int | float | date | None):
        yield name


def _is_frozen(kind: Any) -> bool:
    return bool(kind.__dataclass_params__.frozen)


def _parts(view: View) -> Iterator[tuple[str, Any]]:
    for field in fields(view):
        value = getattr(view, field.name)
        if isinstance(value, PageView):
            yield from ((f"view.{field.name}.{part.name}", getattr(value, part.name)) for part in fields(value))
        else:
            yield f"view.{field.name}", value
