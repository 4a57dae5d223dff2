"""A story as the ledger remembers it: what its text says is read again only when someone asks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, Self

from newsroom.engine.codec import parse_day, parse_json, parse_moment
from newsroom.engine.ledger import FIRST, Row, columns_of
from newsroom.engine.shelf import Shelf
from newsroom.model import Attachment, Day, Facts, Head, Notice, Picture, Status, Story

_KINDS = {
    "head": Head,
    "pictures": tuple[tuple[str, Picture], ...],
    "attachments": tuple[tuple[str, Attachment], ...],
    "notices": tuple[Notice, ...],
    "facts": Facts,
    "beside": tuple[str, ...],
}

_PLACES = {name: place for place, name in enumerate(columns_of("stories")[FIRST:])}
_DETAIL_PLACES = {name: place for place, name in enumerate(columns_of("details"))}
"""Places of columns in a row of each table; of ``stories`` from :data:`FIRST` on."""

_PLAIN = (
    *("kind", "slug", "address", "id", "page_print", "card_print", "files_print"),
    *("claim_print", "facts_print", "category"),
)
"""Columns that are what they say, as they stand."""

_STATUS, _DATE, _UPDATED, _EXPIRES, _TAGS, _TRAITS, _LEADS = (
    _PLACES[name] for name in ("status", "date", "updated", "expires", "tags", "traits", "leads")
)

_TEXT = frozenset({"document", "lines"})
"""Parts that are read whenever they are asked for: thousands of texts are not held in memory."""

_PUT = {name: Story.__dict__[name].__set__ for name in _KINDS}


class ShelvedStory(Story):
    """A :class:`~newsroom.model.Story` whose parts are decoded on first use, and whose text is read when asked for.

    ``dataclasses.replace`` gives a plain story.
    """

    __slots__ = ("_file", "_moment", "_row", "_shelf")

    _file: str
    _moment: datetime | None
    _row: Row
    _shelf: Shelf

    claim_print: str
    """See :func:`newsroom.engine.claims.print_claims`."""

    def __new__(cls, *args: Any, **parts: Any) -> Any:
        """A plain story: whoever changes a part of a shelved one takes it from the shelf."""
        return Story(*args, **parts)

    @classmethod
    def of(cls, file: str, source: str, shelf: Shelf, row: Row | None = None) -> Self:
        """The story of a source.

        Args:
            file: its key in the ledger.
            source: its own :attr:`~newsroom.model.Story.source`.
            row: its own columns, if they are at hand.
        """
        made = object.__new__(cls)
        _put_source(made, source)
        _put_file(made, file)
        _put_shelf(made, shelf)
        if row is not None:
            _put_row(made, row)
        return made

    def with_notices(self, notices: tuple[Notice, ...]) -> Self:
        """The same story with other notices; it stays on the shelf."""
        made = self.of(self._file, self.source, self._shelf, self._row)
        _PUT["notices"](made, notices)
        return made

    @property
    def status(self) -> Status:
        """See :attr:`newsroom.model.Head.status`."""
        # Nearly all are; what else a forged ledger may say is for the head's own decoding to find.
        return "published" if self._row[_STATUS] == "published" else self.head.status

    @property
    def date(self) -> datetime | None:
        """See :attr:`newsroom.model.Head.date`."""
        return self._moment

    @property
    def updated(self) -> datetime | None:
        """See :attr:`newsroom.model.Head.updated`."""
        return parse_moment(self._row[_UPDATED])

    @property
    def expires(self) -> Day | None:
        """See :attr:`newsroom.model.Head.expires`."""
        return parse_day(self._row[_EXPIRES])

    @property
    def tags(self) -> tuple[str, ...]:
        """See :attr:`newsroom.model.Head.tags`."""
        return _split(self._row[_TAGS])

    @property
    def traits(self) -> frozenset[str]:
        """See :attr:`newsroom.model.Story.traits`."""
        return _parse_traits(self._row[_TRAITS])

    @property
    def leads(self) -> tuple[str, ...]:
        """See :attr:`newsroom.model.Story.leads`."""
        return _split(self._row[_LEADS])

    def __getattr__(self, name: str) -> Any:
        """Read the text, or fill what nobody asked for before."""
        if name == "_row":
            row = self._shelf.find_row(self._file)
            _put_row(self, row)
            return row
        if name == "_moment":
            moment = parse_moment(self._row[_DATE])
            _put_moment(self, moment)
            return moment
        if name in _TEXT:
            return self._shelf.read_text(self._file, name)
        if name not in _KINDS:
            raise AttributeError(name)
        if name in _DETAIL_PLACES:
            value = _parse(name, self._shelf.find_details(self._file)[_DETAIL_PLACES[name]])
        else:
            value = _parse(name, self._row[_PLACES[name]])
        _PUT[name](self, value)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and (self.source, self.page_print) == (other.source, other.page_print)

    def __hash__(self) -> int:
        return hash(self.source)


def take(shelf: Shelf, files: Iterable[str]) -> list[ShelvedStory]:
    """The stories of some sources, all that is often asked at hand."""
    rows = shelf.read_rows()
    return [ShelvedStory.of(file, rows[file][0], shelf, rows[file]) for file in files]


def take_unread(shelf: Shelf, files: Iterable[str]) -> list[ShelvedStory]:
    """The stories of some sources that are named as their stories are; of each no more than its name is known."""
    return [ShelvedStory.of(file, file, shelf) for file in files]


def is_told_by_name(story: Story) -> bool:
    """Whether the ledger alone tells all of a story, and by its own name."""
    return isinstance(story, ShelvedStory) and story._file == story.source and "\n" not in story.source


def _parse(name: str, text: str) -> Any:
    return () if text == "[]" else parse_json(_KINDS[name], text)


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()


@lru_cache(maxsize=4096)
def _parse_traits(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _read_from_row(place: int) -> property:
    return property(lambda story: story._row[place])


for _name in _PLAIN:
    setattr(ShelvedStory, _name, _read_from_row(_PLACES[_name]))

_put_source = Story.__dict__["source"].__set__
_put_row = ShelvedStory.__dict__["_row"].__set__
_put_moment = ShelvedStory.__dict__["_moment"].__set__
_put_file = ShelvedStory.__dict__["_file"].__set__
_put_shelf = ShelvedStory.__dict__["_shelf"].__set__
