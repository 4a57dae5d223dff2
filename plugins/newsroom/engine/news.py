"""STORIES → NEWS: who is due, who is listed, and in which order.

The clock is an input (``settings.today``) and decides nothing but this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime

from newsroom.engine.claims import NOWHERE, fold_address, has_address, has_unknown_status, is_asked_for
from newsroom.model import News, Outline, Story
from newsroom.settings import Settings
from newsroom.text.dates import ZONE

_UNPLACED = frozenset({"status-unknown", "address-taken"})
"""Errors for which a preview gives a story no page at its address."""


def arrange(stories: Iterable[Story], settings: Settings) -> News:
    """The news of this build, in one total order.

    In a preview a story without an address of its own goes to ``faulty``, as
    does a later claimant of an address (the first by source keeps it) and
    whatever has a status that means nothing, whose text is not shown at all.
    """
    stories = tuple(stories)
    due = [story for story in stories if is_asked_for(story, settings) and _is_due(story, settings)]
    placed, faulty = _place(due)
    pages = [story for story in placed if story.kind == "page" and story.status == "published"]
    listed = [story for story in placed if story.kind == "story" and _is_listed(story, settings.today)]
    shown = {story.source for story in (*pages, *listed)}
    hidden = [story for story in placed if story.source not in shown]
    return News(
        stories=_sorted(listed),
        hidden=_sorted(hidden),
        pages=tuple(sorted(pages, key=_by_slug)),
        faulty=faulty,
        today=settings.today,
        withdrawn=_sorted(story for story in stories if _was_withdrawn(story, settings.today)),
    )


def lay_out(outline: Outline, stories: Mapping[str, Story], today: date) -> News:
    """The news that an outline was made of; hardly a story is looked at."""

    def take(sources: str) -> tuple[Story, ...]:
        return tuple(map(stories.__getitem__, sources.split("\n"))) if sources else ()

    return News(
        stories=take(outline.stories),
        hidden=take(outline.hidden),
        pages=take(outline.pages),
        faulty=tuple(_move(stories[source], address) for source, address in outline.faulty),
        today=today,
        withdrawn=take(outline.withdrawn),
        outline=outline,
    )


def _move(story: Story, address: str) -> Story:
    return story if story.address == address else replace(story, address=address)


def find_next_change(stories: Iterable[Story], settings: Settings) -> date | None:
    """The next day on which the clock alone changes the site: a story is due or expires, or is to be forgotten."""
    coming = ((day, story) for story in stories for day in _turning_days(story) if day > settings.today)
    telling = (day for day, story in coming if is_asked_for(story, settings) or _was_withdrawn(story, day))
    return min(telling, default=None)


def _turning_days(story: Story) -> Iterator[date]:
    if story.date:
        yield _day_of(story.date)
    if story.expires:
        yield story.expires


def _is_due(story: Story, settings: Settings) -> bool:
    # A preview with drafts also shows what is still to come.
    return settings.drafts or not story.date or _day_of(story.date) <= settings.today


def _is_listed(story: Story, today: date) -> bool:
    current = story.date is not None and _day_of(story.date) <= today
    return story.status == "published" and current and not (story.expires and story.expires <= today)


def _was_withdrawn(story: Story, today: date) -> bool:
    """Whether readers may have seen the story before it was taken back."""
    if story.kind != "story" or story.status != "withdrawn" or not story.id or story.date is None:
        return False
    return _day_of(story.date) <= today


def _day_of(moment: datetime) -> date:
    """The day in Việt Nam."""
    return (moment if moment.tzinfo is ZONE else moment.astimezone(ZONE)).date()


def _place(stories: list[Story]) -> tuple[list[Story], tuple[Story, ...]]:
    placed: dict[str, Story] = {}
    faulty = []
    for story in sorted(stories, key=lambda story: story.source):
        if not _can_be_placed(story):
            faulty.append(story)
        elif placed.setdefault(fold_address(story.address), story) is not story:
            faulty.append(replace(story, address=f"/loi/{story.slug}/"))
    return list(placed.values()), tuple(_hide_text(story) for story in faulty)


def _can_be_placed(story: Story) -> bool:
    return has_address(story) and not (story.notices and any(notice.code in _UNPLACED for notice in story.errors))


def _hide_text(story: Story) -> Story:
    """A story whose status means nothing may be a draft: its text is not shown, only its faults."""
    return replace(story, address=NOWHERE) if has_unknown_status(story) or has_address(story) else story


def _sorted(stories: Iterable[Story]) -> tuple[Story, ...]:
    """Newest first; stories of one moment by slug, then source."""
    found = sorted(stories, key=_by_slug)
    found.sort(key=lambda story: story.date or _EPOCH, reverse=True)
    return tuple(found)


_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for a date that is missing."""


def _by_slug(story: Story) -> tuple[str, str]:
    return story.slug, story.source
