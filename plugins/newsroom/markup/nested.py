"""An indented list or map in a fenced head: the part of YAML that the office may use (contract §2)."""

from __future__ import annotations

from collections.abc import Iterator

import yaml


class _PlainLoader(yaml.SafeLoader):
    """YAML without aliases (a bomb needs them) and without guessing types."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("alias")
        return super().compose_node(parent, index)


_PlainLoader.yaml_implicit_resolvers = {}


def parse_nested(text: str) -> list[str]:
    """Values of a list or map, each with the names above it.

    Raises:
        ValueError: it is neither, or nested without end.
    """
    try:
        return list(_flat(yaml.load(text, Loader=_PlainLoader)))
    except (yaml.YAMLError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            for text in _flat(inner):
                yield f"{name} – {text}"
    elif isinstance(value, list):
        for inner in value:
            yield from _flat(inner)
    elif value is not None and str(value):
        yield str(value)
