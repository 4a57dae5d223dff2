"""What an office does to its archive all day: one edit a step, the same one for every program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from decade.stories import Block, Invented, invent
from decade.words import TAGS

EDITS = ("body edit", "title edit", "tag edit", "date edit", "new newest story", "story deleted")
"""In the order in which a round makes them."""

SENTENCE = "Tin do Văn phòng tỉnh Hội bổ sung lúc {minute} phút."


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit: the story to save, or to delete."""

    name: str
    story: Invented
    deletes: bool = False


class Archive:
    """The archive as it stands after the edits made so far."""

    def __init__(self, count: int) -> None:
        self.count = count
        self._stories = {number: invent(number, count) for number in range(1, count + 1)}
        self._linked = {block.number for story in self._stories.values() for block in story.blocks}

    def find(self, number: int) -> Invented:
        """The story of a number as it stands."""
        return self._stories[number]

    def all(self) -> Iterator[Invented]:
        """Every story, oldest first."""
        yield from self._stories.values()

    def plan_round(self, turn: int) -> Iterator[Edit]:
        """The edits of a round, each made to a story of its own that no round before has touched."""
        changes = (_edit_body, _edit_title, _edit_tag, _edit_date)
        for place, (name, change) in enumerate(zip(EDITS, changes, strict=False), start=3):
            yield self._keep(Edit(name, change(self._pick(place, turn), turn)))
        yield self._keep(Edit(EDITS[4], invent(self.count + turn + 1, self.count)))
        yield Edit(EDITS[5], self._pick(8, turn), deletes=True)

    def _keep(self, edit: Edit) -> Edit:
        self._stories[edit.story.number] = edit.story
        return edit

    def _pick(self, place: int, turn: int) -> Invented:
        """An ordinary story ``place`` tenths into the archive: no photos, no link leads to it."""
        start = self.count * place // 10 + 7 * turn
        return next(
            story
            for number in range(start, self.count)
            if not (story := self._stories[number]).photos and number not in self._linked
        )


def _edit_body(story: Invented, turn: int) -> Invented:
    more = Block("text", (SENTENCE.format(minute=turn),))
    return replace(story, blocks=(*story.blocks, more))


def _edit_title(story: Invented, turn: int) -> Invented:
    return replace(story, title=f"{story.title} (cập nhật lần {turn})")


def _edit_tag(story: Invented, turn: int) -> Invented:
    others = [tag for tag in TAGS if tag not in story.tags]
    return replace(story, tags=(*story.tags[:-1], others[turn % len(others)]))


def _edit_date(story: Invented, turn: int) -> Invented:
    """A few days off, in the same year."""
    days = 9 if story.date.month < 7 else -9
    return replace(story, date=story.date + timedelta(days=days, minutes=turn))
