"""A story as the ledger remembers it: what its text says is read again only when someone asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

from newsroom.engine.codec import parse_json
from newsroom.model import Attachment, Facts, Head, Notice, Picture, Story

_EAGER = ("source", "kind", "slug", "address", "id", "page_print", "card_print")
_KINDS = {
    "head": Head,
    "pictures": tuple[tuple[str, Picture], ...],
    "attachments": tuple[tuple[str, Attachment], ...],
    "notices": tuple[Notice, ...],
    "facts": Facts,
    "beside": tuple[str, ...],
}
COLUMNS = (*_EAGER, *_KINDS)
"""What the ledger keeps of a story, in this order."""

_PUT = {name: Story.__dict__[name].__set__ for name in (*_EAGER, *_KINDS, "document", "lines")}
_PUT_EAGER = tuple(_PUT[name] for name in _EAGER)
_PLACES = {name: COLUMNS.index(name) for name in _KINDS}


class ShelvedStory(Story):
    """A :class:`~newsroom.model.Story` whose parts are decoded, and whose text is read, on first use.

    ``dataclasses.replace`` gives a plain story.
    """

    __slots__ = ("_read", "_row")

    _read: Callable[[], Story]
    _row: tuple[str, ...]

    def __new__(cls, *args: Any, **parts: Any) -> Any:
        """A plain story: whoever changes a part of a shelved one takes it from the shelf."""
        return Story(*args, **parts)

    @classmethod
    def of(cls, row: tuple[str, ...], read: Callable[[], Story]) -> Self:
        """The story of a ledger's row.

        Args:
            row: values of :data:`COLUMNS`.
            read: reads the story itself.
        """
        made = object.__new__(cls)
        for put, value in zip(_PUT_EAGER, row, strict=False):
            put(made, value)
        _put_row(made, row)
        _put_read(made, read)
        return made

    def __getattr__(self, name: str) -> Any:
        """Fill a field of the story that nobody asked for before."""
        if name in _PLACES:
            text = self._row[_PLACES[name]]
            value = () if text == "[]" else parse_json(_KINDS[name], text)
        elif name in _PUT:
            value = getattr(self._read(), name)
        else:
            raise AttributeError(name)
        _PUT[name](self, value)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and (self.source, self.page_print) == (other.source, other.page_print)

    def __hash__(self) -> int:
        return hash(self.source)


_put_row = ShelvedStory.__dict__["_row"].__set__
_put_read = ShelvedStory.__dict__["_read"].__set__
