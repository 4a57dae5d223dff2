"""The roll of honour: years, in them forms of award, in them the lists as the office typed them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from newsroom.honours.names import shown_awards
from newsroom.model import Award, Story
from newsroom.settings import Settings
from newsroom.text.folding import case_key

HONOURS = "/khen-thuong/"
"""Address of the roll of honour."""


@dataclass(frozen=True, slots=True)
class Honour:
    """One honoured person or collective as shown.

    Attributes:
        anchor: id of its row; says nothing of the name.
        year: of the award.
    """

    award: Award
    anchor: str
    year: int

    @property
    def address(self) -> str:
        """Where its row stands."""
        return f"{year_address(self.year)}#{self.anchor}"


@dataclass(frozen=True, slots=True)
class HonourGroup:
    """Collectives, or people, of one list; ``figure`` is the number of the photo that shows them, or 0."""

    collective: bool
    figure: int
    honours: tuple[Honour, ...]


@dataclass(frozen=True, slots=True)
class HonourList:
    """What one story lists under one decision, in the office's order."""

    story: Story
    groups: tuple[HonourGroup, ...]

    @property
    def first(self) -> Award:
        """The award that speaks for all: form, decision, day and body are the same."""
        return self.groups[0].honours[0].award


@dataclass(frozen=True, slots=True)
class HonourForm:
    """A form of award, named as the newest story spells it, and its lists, newest story first."""

    form: str
    lists: tuple[HonourList, ...]


@dataclass(frozen=True, slots=True)
class HonourYear:
    """A year of the roll.

    Attributes:
        stories: those that list honourees of the year, newest first.
        others: anchor → the other awards of the same person, newest year first.
    """

    year: int
    stories: tuple[Story, ...]
    others: Mapping[str, tuple[Honour, ...]]

    @property
    def address(self) -> str:
        """``/khen-thuong/2023/``."""
        return year_address(self.year)


def year_address(year: int) -> str:
    """Address of a year's roll."""
    return f"{HONOURS}{year}/"


_Place = tuple[Story, int, Award]
"""Where an award stands: its story, its place there from 1, and the award as shown."""


def group_honour_years(stories: Iterable[Story], settings: Settings) -> tuple[HonourYear, ...]:
    """Every year that has honourees, newest first; the lists themselves are made by :func:`group_forms`.

    Args:
        stories: listed stories, newest first.
    """
    years: dict[int, dict[str, Story]] = defaultdict(dict)
    people: dict[str, list[_Place]] = {}
    for story in stories:
        if "awards" not in story.traits:
            continue
        for place, award in enumerate(shown_awards(story, settings), start=1):
            if award.year:
                years[award.year][story.source] = story
                if award.key:
                    people.setdefault(award.key, []).append((story, place, award))
    others = _find_others(people.values())
    ordered = sorted(years.items(), reverse=True)
    return tuple(HonourYear(year, tuple(found.values()), others.get(year, {})) for year, found in ordered)


def list_honours(story: Story, settings: Settings) -> tuple[Honour, ...]:
    """A story's honourees as shown, in its order; one without a year is in no roll."""
    awards = enumerate(shown_awards(story, settings), start=1)
    return tuple(_honour(story, place, award) for place, award in awards if award.year)


def _honour(story: Story, place: int, award: Award) -> Honour:
    return Honour(award, f"kt-{_find_stem(story.address)}-{place}", award.year)


@lru_cache(maxsize=64)
def _find_stem(address: str) -> str:
    return address.strip("/").removeprefix("tin-tuc/").replace("/", "-")


def _find_others(people: Iterable[list[_Place]]) -> dict[int, dict[str, tuple[Honour, ...]]]:
    """Year → anchor → the same person's other awards; none where one list names them twice: they may be two people."""
    others: dict[int, dict[str, tuple[Honour, ...]]] = defaultdict(dict)
    for places in people:
        if len(places) > 1 and not _is_doubtful(places):
            honours = sorted((_honour(*place) for place in places), key=lambda honour: -honour.year)
            for honour in honours:
                others[honour.year][honour.anchor] = tuple(other for other in honours if other is not honour)
    return others


def _is_doubtful(places: Sequence[_Place]) -> bool:
    lists = [(story.source, a.form, a.decision, a.tier) for story, _, a in places]
    return len(set(lists)) < len(lists)


def group_forms(each: HonourYear, settings: Settings) -> tuple[HonourForm, ...]:
    """A year's forms of award in the order in which the office ranks them, newest story first; nothing is sorted."""
    names: dict[str, str] = {}
    lists: dict[str, dict[tuple[str, ...], list[Honour]]] = defaultdict(dict)
    stories = {story.source: story for story in each.stories}
    for story in each.stories:
        for honour in list_honours(story, settings):
            award = honour.award
            if honour.year == each.year:
                key = case_key(award.form)
                names.setdefault(key, award.form)
                place = (story.source, award.decision, award.decided, case_key(award.body))
                lists[key].setdefault(place, []).append(honour)
    return tuple(
        HonourForm(
            name,
            tuple(HonourList(stories[place[0]], tuple(_split_groups(found))) for place, found in lists[key].items()),
        )
        for key, name in names.items()
    )


def _split_groups(honours: Iterable[Honour]) -> Iterator[HonourGroup]:
    for (collective, figure), found in groupby(honours, key=lambda h: (h.award.collective, h.award.figure)):
        yield HonourGroup(collective, figure, tuple(found))
