"""A story as the ledger remembers it: what its text says is read again only when someone asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from typing import Any, Self

from newsroom.engine.codec import parse_day, parse_json, parse_moment
from newsroom.engine.ledger import ReadOnlyLedger, Row
from newsroom.model import Attachment, Day, Facts, Head, Notice, Picture, Status, Story
from newsroom.text.dates import ZONE

_EAGER = ("source", "kind", "slug", "address", "id", "page_print", "card_print", "files_print")
_ASKED = ("status", "date", "updated", "expires", "category", "tags")
_AT_HAND = ("head", "notices")
_DETAILS = ("pictures", "attachments", "facts", "beside")
_KINDS = {
    "head": Head,
    "pictures": tuple[tuple[str, Picture], ...],
    "attachments": tuple[tuple[str, Attachment], ...],
    "notices": tuple[Notice, ...],
    "facts": Facts,
    "beside": tuple[str, ...],
}

SHELVED = ", ".join(("file", *_EAGER, "claim_print", "award_print", "traits", "leads", *_ASKED, *_AT_HAND))
"""Columns of the table ``stories`` that a story is made from."""

_CLAIM = len(_EAGER)
_AWARDS = _CLAIM + 1
_TRAITS = _AWARDS + 1
_LEADS = _TRAITS + 1
_STATUS, _DATE, _UPDATED, _EXPIRES, _CATEGORY, _TAGS = range(_LEADS + 1, _LEADS + 1 + len(_ASKED))
_PLACES = {name: _TAGS + 1 + place for place, name in enumerate(_AT_HAND)}
_DETAIL_PLACES = {name: 1 + place for place, name in enumerate(_DETAILS)}
"""Places of columns in a row of each table; of ``stories`` without its key."""

_TEXT = frozenset({"document", "lines"})
"""Parts that are read whenever they are asked for: thousands of texts are not held in memory."""

_PUT = {name: Story.__dict__[name].__set__ for name in _KINDS}


_UNREAD = datetime.min.replace(tzinfo=ZONE)
"""Stands for a date that nobody asked for yet."""


class Details:
    """What is seldom asked of a story, fetched from the ledger when it is.

    Args:
        fresh: rows of sources that have just been read.
    """

    def __init__(self, ledger: ReadOnlyLedger | None, fresh: dict[str, Row]) -> None:
        self._ledger = ledger
        self._rows = fresh

    def find(self, file: str) -> Row:
        """The row of a source."""
        if file in self._rows or self._ledger is None:
            return self._rows[file]
        return self._ledger.get("details", file)

    def fetch_from(self, ledger: ReadOnlyLedger) -> None:
        """Fetch from another connection, where the first is closed."""
        if self._ledger:
            self._ledger = ledger

    def hold(self) -> None:
        """Fetch everything: a process about to be forked must not use its parent's ledger."""
        if self._ledger:
            self._rows = {row[0]: row for row in self._ledger.read("details")} | self._rows
            self._ledger = None


class ShelvedStory(Story):
    """A :class:`~newsroom.model.Story` whose parts are decoded on first use, and whose text is read when asked for.

    ``dataclasses.replace`` gives a plain story.
    """

    __slots__ = ("_details", "_file", "_moment", "_read", "_row")

    _details: Details
    _file: str
    _moment: datetime | None
    _read: Callable[[str], Any]
    _row: tuple[str, ...]

    def __new__(cls, *args: Any, **parts: Any) -> Any:
        """A plain story: whoever changes a part of a shelved one takes it from the shelf."""
        return Story(*args, **parts)

    @classmethod
    def of(cls, file: str, row: tuple[str, ...], details: Details, read: Callable[[str], Any]) -> Self:
        """The story of a ledger's row.

        Args:
            file: its key.
            row: values of :data:`SHELVED` without the key.
            read: gives ``document`` or ``lines`` of the story itself, asked for by name.
        """
        made = object.__new__(cls)
        _put_source(made, row[0])
        _put_file(made, file)
        _put_moment(made, _UNREAD)
        _put_row(made, row)
        _put_details(made, details)
        _put_read(made, read)
        return made

    @property
    def status(self) -> Status:
        """See :attr:`newsroom.model.Head.status`."""
        # Nearly all are; what else a forged ledger may say is for the head's own decoding to find.
        return "published" if self._row[_STATUS] == "published" else self.head.status

    @property
    def date(self) -> datetime | None:
        """See :attr:`newsroom.model.Head.date`."""
        if self._moment is _UNREAD:
            _put_moment(self, parse_moment(self._row[_DATE]))
        return self._moment

    @property
    def updated(self) -> datetime | None:
        """See :attr:`newsroom.model.Head.updated`."""
        text = self._row[_UPDATED]
        return parse_moment(text) if text else None

    @property
    def expires(self) -> Day | None:
        """See :attr:`newsroom.model.Head.expires`."""
        text = self._row[_EXPIRES]
        return parse_day(text) if text else None

    @property
    def category(self) -> str:
        """See :attr:`newsroom.model.Head.category`."""
        return self._row[_CATEGORY]

    @property
    def tags(self) -> tuple[str, ...]:
        """See :attr:`newsroom.model.Head.tags`."""
        text = self._row[_TAGS]
        return tuple(text.split("\n")) if text else ()

    @property
    def award_print(self) -> str:
        """See :attr:`newsroom.model.Story.award_print`."""
        return self._row[_AWARDS]

    @property
    def traits(self) -> frozenset[str]:
        """See :attr:`newsroom.model.Story.traits`."""
        return _parse_traits(self._row[_TRAITS])

    @property
    def leads(self) -> tuple[str, ...]:
        """See :attr:`newsroom.model.Story.leads`."""
        text = self._row[_LEADS]
        return tuple(text.split("\n")) if text else ()

    @property
    def claim_print(self) -> str:
        """See :func:`newsroom.engine.claims.print_claims`."""
        return self._row[_CLAIM]

    def __getattr__(self, name: str) -> Any:
        """Read the text, or fill a field that nobody asked for before."""
        if name in _TEXT:
            return self._read(name)
        if name in _PLACES:
            value = _parse(name, self._row[_PLACES[name]])
        elif name in _DETAIL_PLACES:
            value = _parse(name, self._details.find(self._file)[_DETAIL_PLACES[name]])
        else:
            raise AttributeError(name)
        _PUT[name](self, value)
        return value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Story) and (self.source, self.page_print) == (other.source, other.page_print)

    def __hash__(self) -> int:
        return hash(self.source)


def _parse(name: str, text: str) -> Any:
    return () if text == "[]" else parse_json(_KINDS[name], text)


@lru_cache(maxsize=4096)
def _parse_traits(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _read_from_row(place: int) -> property:
    return property(lambda story: story._row[place])


for _place, _name in enumerate(_EAGER[1:], start=1):
    setattr(ShelvedStory, _name, _read_from_row(_place))

_put_source = Story.__dict__["source"].__set__
_put_row = ShelvedStory.__dict__["_row"].__set__
_put_moment = ShelvedStory.__dict__["_moment"].__set__
_put_file = ShelvedStory.__dict__["_file"].__set__
_put_details = ShelvedStory.__dict__["_details"].__set__
_put_read = ShelvedStory.__dict__["_read"].__set__
