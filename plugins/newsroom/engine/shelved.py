"""A story as the ledger remembers it: what its text says is read again only when someone asks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, Self

from newsroom.engine.codec import parse_day, parse_json, parse_moment
from newsroom.engine.ledger import FIRST, ReadOnlyLedger, Row, columns_of
from newsroom.model import Attachment, Day, Facts, Head, Notice, Picture, Status, Story

_KINDS = {
    "head": Head,
    "pictures": tuple[tuple[str, Picture], ...],
    "attachments": tuple[tuple[str, Attachment], ...],
    "notices": tuple[Notice, ...],
    "facts": Facts,
    "beside": tuple[str, ...],
}

_COLUMNS = columns_of("stories")
SHELVED = ", ".join((_COLUMNS[0], *_COLUMNS[FIRST:]))
"""Columns of ``stories`` that a story is made from."""

_PLACES = {name: place for place, name in enumerate(_COLUMNS[FIRST:])}
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


ReadText = Callable[[str, str], Any]
"""Name of a source, and ``document`` or ``lines`` → that part of its story."""


_SEVERAL = 12
"""Stories of a folder that are fetched one by one."""

_NEAR = 500
"""Stories on either side of one more that are fetched with it: files are named by their days, as a rule, so that those
of a month, or of an archive, are neighbours."""


class Shelf:
    """Where stories keep what is not asked of all: it is fetched from the ledger when it is.

    Args:
        records: rows of sources that have just been read.
        read: reads a text again.
    """

    def __init__(self, ledger: ReadOnlyLedger | None, records: Iterable[tuple[Row, Row]], read: ReadText) -> None:
        self._ledger = ledger
        self._read = read
        records = tuple(records)
        self._rows: dict[str, Row] = {row[0]: row[FIRST:] for row, _ in records}
        self._details: dict[str, Row] = {row[0]: row for _, row in records}
        self._has_unread = False
        self._asked: Counter[str] = Counter()

    def take(self, files: Iterable[str]) -> list[ShelvedStory]:
        """The stories of some sources, all that is often asked at hand."""
        remembered = self._ledger.read("stories", SHELVED) if self._ledger else ()
        rows: dict[str, Row] = {row[0]: row[1:] for row in remembered} | self._rows
        return [ShelvedStory.of(file, rows[file][0], self, rows[file]) for file in files]

    def take_unread(self, files: Iterable[str]) -> list[ShelvedStory]:
        """The stories of some sources that are named as their stories are; of each no more than its name is known."""
        self._has_unread = True
        return [ShelvedStory.of(file, file, self) for file in files]

    def find_row(self, file: str) -> Row:
        """A source's own columns of ``stories``, from :data:`FIRST` on.

        Where several of one year are asked for, others near them are likely to be.
        """
        if file not in self._rows and self._ledger:
            year = "/".join(file.split("/", 2)[:2])
            self._asked[year] += 1
            if self._asked[year] % _SEVERAL:
                self._rows[file] = self._ledger.get("stories", file)[FIRST:]
            else:
                for row in self._ledger.read_around("stories", file, _NEAR):
                    self._rows.setdefault(row[0], row[FIRST:])
        return self._rows[file]

    def find_details(self, file: str) -> Row:
        """A source's row of ``details``."""
        if file in self._details or self._ledger is None:
            return self._details[file]
        return self._ledger.get("details", file)

    def read_text(self, file: str, part: str) -> Any:
        """Part of a source's story."""
        return self._read(file, part)

    def fetch_from(self, ledger: ReadOnlyLedger) -> None:
        """Fetch from another connection, where the first is closed."""
        if self._ledger:
            self._ledger = ledger

    def hold(self) -> None:
        """Fetch everything: a process about to be forked must not use its parent's ledger."""
        if self._ledger is None:
            return
        self._details = {row[0]: row for row in self._ledger.read("details")} | self._details
        if self._has_unread:
            self._rows = {row[0]: row[FIRST:] for row in self._ledger.read("stories")} | self._rows
        self._ledger = None


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
