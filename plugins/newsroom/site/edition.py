"""One edition of the site: the news and settings of a build, and what all pages look up in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from newsroom.contents import Contents, contents_of
from newsroom.honours import HonourForm, HonourYear, group_forms, group_honour_years
from newsroom.markup import find_linked
from newsroom.model import News, Story
from newsroom.settings import Settings
from newsroom.site.addresses import NEWS
from newsroom.site.cards import make_card
from newsroom.tasks import TaskYear, group_task_years
from newsroom.topics import Topic, topic_key
from newsroom.views import Card, LinkView

RECENT = 1_000
"""How many of the newest stories may be shared any day: years of a chapter's news."""


@dataclass(frozen=True)
class Edition:
    """News and settings, with the look-ups that many views share, each made once.

    Attributes:
        news: every story and page of the build.
        settings: the office's settings.
    """

    news: News
    settings: Settings
    _cards: dict[str, Card] = field(default_factory=dict, repr=False, compare=False)
    _links: dict[str, LinkView] = field(default_factory=dict, repr=False, compare=False)
    _lines: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _leads: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _forms: dict[int, tuple[HonourForm, ...]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def contents(self) -> Contents:
        """What pages and feeds alike look up."""
        return contents_of(self.news)

    @cached_property
    def links(self) -> Mapping[str, str]:
        """Source path → address, for links between stories."""
        return self.contents.addresses

    @cached_property
    def categories(self) -> tuple[Topic, ...]:
        """Categories of listed stories, in the order of their slugs, which no new story changes."""
        return tuple(sorted(self.contents.categories, key=lambda topic: topic.slug))

    @cached_property
    def tags(self) -> tuple[Topic, ...]:
        """Tags of listed stories, in the order of their slugs."""
        return tuple(sorted(self.contents.tags, key=lambda topic: topic.slug))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Source path → place among the listed stories, the newest being 0."""
        return {story.source: place for place, story in enumerate(self.news.stories)}

    def is_recent(self, story: Story) -> bool:
        """Whether a story is among the newest; one that no list shows counts as such."""
        return self.places.get(story.source, 0) < RECENT

    def count_recent(self, stories: tuple[Story, ...]) -> int:
        """How many are among the newest, of stories that stand together among the listed, or of such as are not."""
        start = self.places.get(stories[0].source, 0) if stories else 0
        return max(0, min(len(stories), RECENT - start))

    @cached_property
    def category_places(self) -> Mapping[str, int]:
        """Source path → place among the listed stories of its category, the newest being 0."""
        return {story.source: place for topic in self.categories for place, story in enumerate(topic.stories)}

    @cached_property
    def years(self) -> Mapping[int, Mapping[int, tuple[Story, ...]]]:
        """Year → month → its listed stories; all newest first."""
        return self.contents.years

    @cached_property
    def honour_years(self) -> tuple[HonourYear, ...]:
        """Years of the roll of honour, newest first."""
        return group_honour_years(self.news.stories, self.settings)

    def honour_forms(self, each: HonourYear) -> tuple[HonourForm, ...]:
        """A year's forms of award with their lists."""
        if each.year not in self._forms:
            self._forms[each.year] = group_forms(each, self.settings)
        return self._forms[each.year]

    @cached_property
    def task_years(self) -> tuple[TaskYear, ...]:
        """Years that have tasks, newest first."""
        return group_task_years(self.news.stories)

    @cached_property
    def albums(self) -> tuple[Story, ...]:
        """Listed stories that hold a gallery, newest first."""
        return self.contents.having("album")

    def stories_of_year(self, year: int) -> tuple[Story, ...]:
        """The listed stories of a year, newest first."""
        return self.contents.stories_of_year(year)

    def neighbours(self, story: Story) -> tuple[Story | None, Story | None]:
        """The listed stories just newer and just older; none for a story that no list shows."""
        place = self.places.get(story.source)
        if place is None:
            return None, None
        newer, older = self.news.stories[place - 1 : place] if place else (), self.news.stories[place + 1 : place + 2]
        return next(iter(newer), None), next(iter(older), None)

    def card(self, story: Story) -> Card:
        """The story as lists show it."""
        if story.source not in self._cards:
            self._cards[story.source] = make_card(story, self.category_link(story))
        return self._cards[story.source]

    def cards(self, stories: tuple[Story, ...]) -> tuple[Card, ...]:
        """Cards of several stories."""
        return tuple(self.card(story) for story in stories)

    def card_line(self, story: Story) -> str:
        """What the story's card follows from, besides the settings."""
        line = self._lines.get(story.source)
        if line is None:
            line = self._lines[story.source] = f"{story.card_print} {self.category_link(story).address}"
        return line

    def page_line(self, story: Story) -> str:
        """What the story's page follows from, besides its neighbours and the settings."""
        line = f"{story.page_print} {story.address} {self.lists_line(story)}"
        if "links" in story.traits:
            line = f"{line} {' '.join(find_linked(story, self.links))}"
        return f"{line} {story.errors}" if story.notices else line

    def lists_line(self, story: Story) -> str:
        """Where the story's category and tags lead."""
        line = self._leads.get(story.source)
        if line is None:
            addresses = map(self._tag_leads.__getitem__, story.tags)
            line = self._leads[story.source] = " ".join((self.category_link(story).address, *addresses))
        return line

    @cached_property
    def _tag_leads(self) -> Mapping[str, str]:
        """Name of a tag, as any story types it → address of its list; empty where it has none."""
        return _Leads(self._tags_by_key)

    def find_category(self, name: str) -> Topic | None:
        """The category of that name, if a listed story has it."""
        return self._categories_by_key.get(topic_key(name))

    def category_link(self, story: Story) -> LinkView:
        """The story's category, with an address only where listed stories give it a page."""
        name = story.category
        link = self._links.get(name)
        if link is None:
            topic = self.find_category(name)
            link = self._links[name] = LinkView(name, topic.address if topic else "")
        return link

    def tag_links(self, story: Story) -> tuple[LinkView, ...]:
        """The story's tags as typed, each topic once."""
        names: dict[str, str] = {}
        for name in filter(str.strip, story.head.tags):
            names.setdefault(topic_key(name), name)
        found = [(name, self._tags_by_key.get(key)) for key, name in names.items()]
        return tuple(LinkView(name, topic.address if topic else "") for name, topic in found)

    def section_of(self, *addresses: str) -> str:
        """Menu entry that is current on a page: the first of ``addresses`` in the menu, else the news."""
        menu = {address for _, address in self.settings.menu}
        return next((address for address in (*addresses, NEWS) if address in menu), "")

    @cached_property
    def _categories_by_key(self) -> Mapping[str, Topic]:
        return {topic.key: topic for topic in self.categories}

    @cached_property
    def _tags_by_key(self) -> Mapping[str, Topic]:
        return {topic.key: topic for topic in self.tags}


class _Leads(dict[str, str]):
    """Addresses of topics by whatever name a story gives them, each looked up once."""

    def __init__(self, topics: Mapping[str, Topic]) -> None:
        super().__init__()
        self._topics = topics

    def __missing__(self, name: str) -> str:
        topic = self._topics.get(topic_key(name))
        address = self[name] = topic.address if topic else ""
        return address
