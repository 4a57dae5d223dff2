"""NEWS → CONTENTS: which stories make up each category, tag and month, found once for all that ask.

Where the news know their outline, no story is looked at for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from newsroom.model import Earned, News, Outline, Story
from newsroom.topics import CATEGORIES, TAGS, Topic, group_categories, group_tags

_Topics = tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True)
class Contents:
    """What is looked up in the news by pages and feeds alike.

    Attributes:
        news: all that is published.
    """

    news: News

    @cached_property
    def categories(self) -> tuple[Topic, ...]:
        """See :func:`newsroom.topics.group_categories`."""
        outline = self.news.outline
        return self._pick_topics(outline.categories, CATEGORIES) if outline else group_categories(self.news.stories)

    @cached_property
    def tags(self) -> tuple[Topic, ...]:
        """See :func:`newsroom.topics.group_tags`."""
        outline = self.news.outline
        return self._pick_topics(outline.tags, TAGS) if outline else group_tags(self.news.stories)

    @cached_property
    def years(self) -> Mapping[int, Mapping[int, tuple[Story, ...]]]:
        """Year → month → its listed stories; all newest first."""
        years: dict[int, dict[int, tuple[Story, ...]]] = {}
        start = 0
        for year, month, count in self._months:
            years.setdefault(year, {})[month] = self.news.stories[start : start + count]
            start += count
        return years

    def stories_of_year(self, year: int) -> tuple[Story, ...]:
        """The listed stories of a year, newest first."""
        return tuple(story for stories in self.years[year].values() for story in stories)

    def having(self, *traits: str) -> tuple[Story, ...]:
        """Listed stories with one at least of some of :attr:`newsroom.model.Story.traits`, newest first."""
        places = {int(place) for trait in traits for place in self._places.get(trait, "").split()}
        return tuple(self.news.stories[place] for place in sorted(places))

    @cached_property
    def forgotten(self) -> tuple[Story, ...]:
        """Withdrawn stories; not one whose id a listed story has taken over, which is a correction."""
        listed = {story.id for story in self.news.stories} if self.news.withdrawn else frozenset()
        return tuple(story for story in self.news.withdrawn if story.id not in listed)

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Source path → address, of everything that has a page; links between stories use it."""
        news = self.news
        return _Addresses({s.source: s for s in (*news.stories, *news.hidden, *news.pages)})

    @cached_property
    def _months(self) -> tuple[tuple[int, int, int], ...]:
        if self.news.outline:
            return self.news.outline.months
        months = Counter((story.date.year, story.date.month) for story in self.news.stories if story.date)
        return tuple((*month, count) for month, count in months.items())

    @cached_property
    def _places(self) -> Mapping[str, str]:
        return dict(self.news.outline.traits) if self.news.outline else dict(_find_traits(self.news.stories))

    def _pick(self, places: str) -> tuple[Story, ...]:
        return tuple(map(self.news.stories.__getitem__, map(int, places.split())))

    def _pick_topics(self, topics: _Topics, base: str) -> tuple[Topic, ...]:
        return tuple(Topic(key, name, slug, f"{base}{slug}/", self._pick(places)) for key, name, slug, places in topics)


class _Addresses(Mapping[str, str]):
    """Addresses of stories, each asked of its story when somebody needs it."""

    def __init__(self, stories: Mapping[str, Story]) -> None:
        self._stories = stories

    def __getitem__(self, source: str) -> str:
        return self._stories[source].address

    def __contains__(self, source: object) -> bool:
        return source in self._stories

    def __iter__(self) -> Iterator[str]:
        return iter(self._stories)

    def __len__(self) -> int:
        return len(self._stories)


class _Same:
    """News that are told from others by holding the very same stories, without looking at each."""

    def __init__(self, news: News) -> None:
        self.news = news

    def __hash__(self) -> int:
        return id(self.news.stories)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Same):
            return False
        return all(mine is theirs for mine, theirs in zip(_held(self.news), _held(other.news), strict=True))


def _held(news: News) -> tuple[object, ...]:
    return news.stories, news.hidden, news.pages, news.withdrawn, news.outline


def contents_of(news: News) -> Contents:
    """The contents of the news, the same for all that ask about the same stories."""
    return _find_once(_Same(news))


@lru_cache(maxsize=1)
def _find_once(same: _Same) -> Contents:
    return Contents(same.news)


def outline_of(news: News, earned: Earned) -> Outline:
    """What a later build need not find again of the same news; see :class:`newsroom.model.Outline`."""
    contents = contents_of(news)
    places = {story.source: str(place) for place, story in enumerate(news.stories)}
    return Outline(
        stories=_list_sources(news.stories),
        hidden=_list_sources(news.hidden),
        pages=_list_sources(news.pages),
        withdrawn=_list_sources(news.withdrawn),
        months=contents._months,
        categories=_outline_topics(contents.categories, places),
        tags=_outline_topics(contents.tags, places),
        traits=tuple(contents._places.items()),
        faulty=tuple((story.source, story.address) for story in news.faulty),
        earned=earned,
    )


def _list_sources(stories: Sequence[Story]) -> str:
    return "\n".join(story.source for story in stories)


def _outline_topics(topics: tuple[Topic, ...], places: Mapping[str, str]) -> _Topics:
    return tuple((t.key, t.name, t.slug, " ".join([places[s.source] for s in t.stories])) for t in topics)


def _find_traits(stories: Sequence[Story]) -> Iterator[tuple[str, str]]:
    places: dict[str, list[str]] = defaultdict(list)
    for place, story in enumerate(stories):
        for trait in story.traits:
            places[trait].append(str(place))
    return ((trait, " ".join(places[trait])) for trait in sorted(places))
