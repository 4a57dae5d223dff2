"""A story as the ledger remembers it: what its text says is read again only when someone asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self

from newsroom.engine.codec import parse_json
from newsroom.model import Attachment, Document, Facts, Head, Notice, Picture, Story

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

_SET = tuple(Story.__dict__[name].__set__ for name in _EAGER)
_ROW = len(_EAGER)


class ShelvedStory(Story):
    """A :class:`~newsroom.model.Story` whose parts are decoded, and whose text is read, on first use.

    ``dataclasses.replace`` gives a plain story.
    """

    __slots__ = ("_kept", "_read", "_row")

    _kept: dict[str, Any]
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
        for put, value in zip(_SET, row, strict=False):
            put(made, value)
        _put_row(made, row)
        _put_read(made, read)
        _put_kept(made, {})
        return made

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and (self.source, self.page_print) == (other.source, other.page_print)

    def __hash__(self) -> int:
        return hash(self.source)

    def _part(self, number: int, name: str) -> Any:
        kept = self._kept
        if name not in kept:
            text = self._row[_ROW + number]
            kept[name] = () if text == "[]" else parse_json(_KINDS[name], text)
        return kept[name]

    def _whole(self) -> Story:
        kept = self._kept
        if "" not in kept:
            kept[""] = self._read()
        whole: Story = kept[""]
        return whole

    @property
    def head(self) -> Head:
        """As of the story."""
        head: Head = self._part(0, "head")
        return head

    @property
    def pictures(self) -> tuple[tuple[str, Picture], ...]:
        """As of the story."""
        pictures: tuple[tuple[str, Picture], ...] = self._part(1, "pictures")
        return pictures

    @property
    def attachments(self) -> tuple[tuple[str, Attachment], ...]:
        """As of the story."""
        attachments: tuple[tuple[str, Attachment], ...] = self._part(2, "attachments")
        return attachments

    @property
    def notices(self) -> tuple[Notice, ...]:
        """As of the story."""
        notices: tuple[Notice, ...] = self._part(3, "notices")
        return notices

    @property
    def facts(self) -> Facts:
        """As of the story."""
        facts: Facts = self._part(4, "facts")
        return facts

    @property
    def beside(self) -> tuple[str, ...]:
        """As of the story."""
        beside: tuple[str, ...] = self._part(5, "beside")
        return beside

    @property
    def document(self) -> Document:
        """The text, read again."""
        return self._whole().document

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines, read again."""
        return self._whole().lines


_put_row = ShelvedStory.__dict__["_row"].__set__
_put_read = ShelvedStory.__dict__["_read"].__set__
_put_kept = ShelvedStory.__dict__["_kept"].__set__
