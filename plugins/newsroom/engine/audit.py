"""Proof that an output shows nothing but what it says it is made from (``newsroom verify --audit``).

An output is made again only when its ``made_from`` changes.  So, wherever two plans
of one site give an output the same ``made_from``, they must give it the same view:
if not, the view read something that was not declared, and sooner or later a page
would stay as it was though it should not.  Three plans are compared: today's, one of
a site with other stories on another day, and the one of the last audit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from newsroom.engine.codec import Damaged, parse_json, write_json
from newsroom.engine.news import arrange
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import plan_outputs
from newsroom.engine.planning import Planned
from newsroom.engine.prints import digest, print_inputs, print_value
from newsroom.engine.reporter import Reporter
from newsroom.model import BytesOutput, Output, PageView, TemplateOutput, View, unbundle
from newsroom.settings import Settings

MEMORY = "soi.json"
"""What the last audit of an output folder saw, in its corner of the cache."""

GAP, DAYS = 7, 40
"""The other site lacks every seventh story, and stands so many days from today."""

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


@dataclass(frozen=True, slots=True)
class Sights:
    """What an audit saw, and the fingerprint of the program and settings it was made with."""

    made_with: str
    seen: tuple[Sight, ...]


def audit_outputs(
    planned: Planned, offers: Offers, settings: Settings, made_with: str, memory: Path, reporter: Reporter
) -> list[str]:
    """Vietnamese sentences, one for each undeclared read; and remember what was seen.

    Args:
        made_with: fingerprint of the program and the settings.
        memory: the file in which it is remembered; worth nothing where it is damaged or of another program.

    Raises:
        OSError: the cache cannot be written.
    """
    name = settings.output.name
    outputs = list_declared(planned.opening.outputs)
    now: dict[str, Sight] = {}
    found = []
    with reporter.track("Soi từng trang") as progress:
        for count, (path, output) in enumerate(outputs.items(), start=1):
            shown = show(output)
            found += [f"{name}/{path}: {loose} không phải giá trị đóng băng." for loose in find_loose(shown, "view")]
            now[path] = see(output, shown)
            progress(count, len(outputs))
    other = list_declared(plan_elsewhere(planned, offers, settings))
    same = (see(o, show(o)) for path, o in other.items() if path in now and now[path].inputs == print_made_from(o))
    found += compare(now, same, name, "khi trang tin có những bài khác, vào ngày khác")
    found += compare(now, recall(memory, made_with), name, "ở lần soi trước")
    remember(memory, Sights(made_with, tuple(now.values())))
    return found


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


def print_made_from(output: Seen) -> str:
    """Fingerprint of what an output says it is made from, as the engine takes it."""
    return print_inputs(output.made_from or ())


def compare(known: Mapping[str, Sight], others: Iterable[Sight], folder: str, when: str) -> Iterator[str]:
    """Sentences on outputs that show something else though they are made from the same.

    Args:
        when: in which plan the others stood.
    """
    for other in others:
        sight = known.get(other.path)
        if sight is None or sight.inputs != other.inputs or sight.parts == other.parts:
            continue
        before = dict(other.parts)
        changed = [f"view.{name}" if name else "nội dung" for name, value in sight.parts if before.get(name) != value]
        yield f"{folder}/{other.path}: cùng made_from nhưng {', '.join(changed)} khác {when}; có dữ liệu chưa khai báo."


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
            yield from ((f"{field.name}.{part.name}", getattr(value, part.name)) for part in fields(value))
        else:
            yield field.name, value


def plan_elsewhere(planned: Planned, offers: Offers, settings: Settings) -> tuple[Output, ...]:
    """What a site would publish that lacks some of the stories, on another day."""
    kept = [story for place, story in enumerate(planned.stories) if place % GAP]
    later = replace(settings, today=settings.today + timedelta(days=DAYS))
    return tuple(unbundle(plan_outputs(offers.plans, arrange(kept, later), later)))


def recall(memory: Path, made_with: str) -> tuple[Sight, ...]:
    """What the last audit saw; nothing where it was made with another program or settings, or is damaged."""
    with suppress(OSError, UnicodeDecodeError, Damaged):
        sights: Sights = parse_json(Sights, memory.read_text(encoding="utf-8"))
        if sights.made_with == made_with:
            return sights.seen
    return ()


def remember(memory: Path, sights: Sights) -> None:
    """Keep what was seen for the next audit.

    Raises:
        OSError: the cache cannot be written.
    """
    memory.parent.mkdir(parents=True, exist_ok=True)
    aside = memory.with_suffix(".tmp")
    aside.write_text(write_json(sights), encoding="utf-8", newline="\n")
    aside.replace(memory)
