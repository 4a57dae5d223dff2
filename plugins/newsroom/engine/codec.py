"""VALUES ⇄ JSON: how the ledger keeps the frozen values of :mod:`newsroom.model`.

A value becomes the list of its fields, in their order.  Reading back checks
every type: a ledger that was forged, or written by another version, gives
:class:`Damaged` and nothing else; no code of its own can be in it.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from newsroom.text.dates import ZONE

Decode = Callable[[Any], Any]
_Day = TypeVar("_Day", bound=date)


class Damaged(ValueError):
    """What was kept cannot have been written by this program."""


def write_json(value: Any) -> str:
    """A value as JSON, the same for equal values."""
    return _write(_plain(value))


_write = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def parse_json(kind: Any, text: str) -> Any:
    """The value of type ``kind`` that :func:`write_json` wrote.

    Raises:
        Damaged: it is not one.
    """
    try:
        value, end = _scan(text)
        if end != len(text):
            raise Damaged(f"more than a value: {text[end : end + 20]!r}")
        return decoder(kind)(value)
    except (TypeError, ValueError, KeyError, RecursionError) as error:
        raise Damaged(str(error)) from error


_scan = json.JSONDecoder().raw_decode
"""Reads a value without looking for spaces around it: what was written here has none."""


_AS_THEY_ARE = frozenset({str, int, bool, float, type(None)})


def _plain(value: Any) -> Any:
    if value.__class__ in _AS_THEY_ARE or isinstance(value, str | int | float):
        return value
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return write_day(value)
    return [_plain(getattr(value, name)) for name in _names(value.__class__)]


def write_day(value: date | None) -> str:
    """A day, or a moment in Việt Nam without saying so; empty for None."""
    if isinstance(value, datetime):
        return value.astimezone(ZONE).replace(tzinfo=None).isoformat()
    return value.isoformat() if value else ""


def parse_moment(text: str) -> datetime | None:
    """What :func:`write_day` wrote of a moment.

    Raises:
        Damaged: it cannot have been written so.
    """
    return _parse_iso(_read_moment, text)


def parse_day(text: str) -> date | None:
    """What :func:`write_day` wrote of a day.

    Raises:
        Damaged: it cannot have been written so.
    """
    return _parse_iso(date.fromisoformat, text)


def _parse_iso(parse: Callable[[str], _Day], text: str) -> _Day | None:
    try:
        return parse(text) if text else None
    except ValueError as error:
        raise Damaged(str(error)) from error


def _read_moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    if not is_dataclass(kind):
        raise TypeError(f"{kind.__name__} is no plain value")
    return tuple(field.name for field in fields(kind))


@cache
def decoder(kind: Any) -> Decode:
    """What turns parsed JSON back into a value of a type."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is tuple:
        return _decode_row(inner[0]) if inner[1:] == (...,) else _decode_tuple(inner)
    if origin is Literal:
        return _decode_one_of(frozenset(inner))
    if origin in (Union, types.UnionType):
        return _decode_union(inner)
    if kind is datetime:
        return _read_moment
    if kind is date:
        return date.fromisoformat
    return _decode_fields(kind) if is_dataclass(kind) else _decode_scalar(kind)


def _decode_scalar(kind: Any) -> Decode:
    def decode(value: Any) -> Any:
        if type(value) is not kind:
            raise Damaged(f"{value!r} is no {kind.__name__}")
        return value

    return decode


def _decode_one_of(values: frozenset[Any]) -> Decode:
    def decode(value: Any) -> Any:
        if value not in values:
            raise Damaged(f"{value!r} is none of {sorted(values)}")
        return value

    return decode


def _decode_row(kind: Any) -> Decode:
    one = decoder(kind)
    return lambda values: () if values == [] else tuple(map(one, _listed(values)))


def _decode_tuple(kinds: tuple[Any, ...]) -> Decode:
    parts = tuple(map(decoder, kinds))

    def decode(values: Any) -> Any:
        return tuple(part(value) for part, value in zip(parts, _listed(values), strict=True))

    return decode


def _decode_union(kinds: tuple[Any, ...]) -> Decode:
    (only,) = (kind for kind in kinds if kind is not types.NoneType)
    one = decoder(only)
    return lambda value: None if value is None else one(value)


def _decode_fields(kind: Any) -> Decode:
    hints = get_type_hints(kind)
    kinds = [hints[name] for name in _names(kind)]
    scalars = [(place, k) for place, k in enumerate(kinds) if k in (str, int, bool)]
    others = [(place, decoder(k)) for place, k in enumerate(kinds) if k not in (str, int, bool)]
    count = len(kinds)

    def decode(values: Any) -> Any:
        parts = _listed(values)
        if len(parts) != count:
            raise Damaged(f"{count} fields, not {len(parts)}")
        for place, scalar in scalars:
            if parts[place].__class__ is not scalar:
                raise Damaged(f"{parts[place]!r} is no {scalar.__name__}")
        for place, part in others:
            parts[place] = part(parts[place])
        return kind(*parts)

    return decode


def _listed(values: Any) -> list[Any]:
    if not isinstance(values, list):
        raise Damaged(f"{values!r} is no list")
    return values
