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

_TEXT = frozenset({"document", "lines"})
"""Parts that are read whenever they are asked for: thousands of texts are not held in memory."""

_PUT = {name: Story.__dict__[name].__set__ for name in (*_EAGER, *_KINDS)}
_PUT_EAGER = tuple(_PUT[name] for name in _EAGER)
_PLACES = {name: COLUMNS.index(name) for name in _KINDS}


class ShelvedStory(Story):
    """A :class:`~newsroom.model.Story` whose parts are decoded on first use, and whose text is read when asked for.

    ``dataclasses.replace`` gives a plain story.
    """

    __slots__ = ("_read", "_row")

    _read: Callable[[str], Any]
    _row: tuple[str, ...]

    def __new__(cls, *args: Any, **parts: Any) -> Any:
        """A plain story: whoever changes a part of a shelved one takes it from the shelf."""
        return Story(*args, **parts)

    @classmethod
    def of(cls, row: tuple[str, ...], read: Callable[[str], Any]) -> Self:
        """The story of a ledger's row.

        Args:
            row: values of :data:`COLUMNS`.
            read: gives ``document`` or ``lines`` of the story itself, asked for by name.
        """
        made = object.__new__(cls)
        for put, value in zip(_PUT_EAGER, row, strict=False):
            put(made, value)
        _put_row(made, row)
        _put_read(made, read)
        return made

    def __getattr__(self, name: str) -> Any:
        """Read the text, or fill a field that nobody asked for before."""
        if name in _TEXT:
            return self._read(name)
        if name not in _PLACES:
            raise AttributeError(name)
        text = self._row[_PLACES[name]]
        value = () if text == "[]" else parse_json(_KINDS[name], text)
        _PUT[name](self, value)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and (self.source, self.page_print) == (other.source, other.page_print)

    def __hash__(self) -> int:
        return hash(self.source)


_put_row = ShelvedStory.__dict__["_row"].__set__
_put_read = ShelvedStory.__dict__["_read"].__set__
