"""STORIES → PIECES: each story in each format, recalled where it has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cached_property, lru_cache, partial
from itertools import islice

from newsroom.contents import contents_of
from newsroom.feeds.entries import Entry, read_entry
from newsroom.feeds.formats import Format
from newsroom.markup import find_linked
from newsroom.model import News, Story
from newsroom.settings import Settings
from newsroom.views import Inputs

_REMEMBERED = 64
"""Entries kept between feeds: the newest stand in several, and a year is not held in memory."""


_TOGETHER = 256
"""Pieces looked up at once."""

_ASIDE = frozenset({"content", "output", "theme", "cache", "strict", "drafts", "today"})
"""Settings that say where a build stands and what it accepts, not what its stories say."""


class Press:
    """What the feeds of one build take from its stories.

    A story's text is read only where a piece of it has to be made.
    """

    def __init__(self, news: News, settings: Settings) -> None:
        self._news = news
        self._settings = settings
        self._lines: dict[str, str] = {}
        self._read = lru_cache(maxsize=_REMEMBERED)(self._read_entry)

    def line(self, story: Story) -> str:
        """What every piece of the story follows from, besides the settings; its text is not touched."""
        found = self._lines.get(story.source)
        if found is None:
            linked = " ".join(find_linked(story, self._links)) if "links" in story.traits else ""
            found = self._lines[story.source] = f"{story.page_print} {story.id} {story.address} {linked}"
        return found

    def pieces(self, stories: Iterable[Story], written: Format) -> Iterator[bytes]:
        """The stories in one format, in order.

        Raises:
            SiteFault: a piece must be made, and a file of its photo is not in the cache.
        """
        waiting = iter(stories)
        while some := [(story, self._key(story, written)) for story in islice(waiting, _TOGETHER)]:
            self._news.pieces.expect([key for _, key in some])
            for story, key in some:
                write = partial(self._write, story, written)
                # Without a print nothing tells one state of a story from another.
                yield self._news.pieces.recall(key, write) if story.page_print else write()

    def _write(self, story: Story, written: Format) -> bytes:
        return written.write_piece(self._read(story.source))

    def _key(self, story: Story, written: Format) -> str:
        return _digest((written.name, self._office, self.line(story)))

    def _read_entry(self, source: str) -> Entry:
        return read_entry(self._by_source[source], self._links, self._settings)

    @cached_property
    def _office(self) -> str:
        """Digest of every setting that a story's text may follow from."""
        named = (f.name for f in fields(self._settings) if f.name not in _ASIDE)
        return _digest(tuple((name, str(getattr(self._settings, name))) for name in named))

    @cached_property
    def _links(self) -> Mapping[str, str]:
        return contents_of(self._news).addresses

    @cached_property
    def _by_source(self) -> dict[str, Story]:
        return {story.source: story for story in self._news.stories}


def _digest(inputs: Inputs) -> str:
    return hashlib.blake2b(repr(inputs).encode(errors="surrogatepass"), digest_size=16).hexdigest()
