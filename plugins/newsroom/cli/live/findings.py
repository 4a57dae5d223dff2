"""NOTICES → WHAT THE PAGE IN VIEW IS TOLD: its story's notices one by one, all others counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from newsroom.check.report import LEVEL_WORDS
from newsroom.cli.live.preview import Outcome
from newsroom.engine.claims import has_address, is_asked_for
from newsroom.model import Level, Notice, Story
from newsroom.settings import Settings

Sources = Mapping[str, str]

_MOST = 8
"""How many other stories are named one by one."""


@dataclass(frozen=True)
class Findings:
    """What is known after a build.

    Attributes:
        settings: of that build; None before the first.
        stories: of the last build that was not refused.
        sources: every address that a story has had since the preview began, and the story's file.
        refused: why the last build was refused, sentence by sentence; empty when it was not.
    """

    settings: Settings | None = None
    stories: tuple[Story, ...] = ()
    sources: Sources = field(default_factory=dict)
    refused: tuple[str, ...] = ()

    def after(self, outcome: Outcome) -> Findings:
        """What is known after one more build."""
        if outcome.built is None:
            return Findings(self.settings, self.stories, self.sources, outcome.refused)
        # Only what the ledger gives without decoding: this stands between a save and its page.
        now = {story.address: story.source for story in outcome.stories if has_address(story)}
        return Findings(outcome.settings, outcome.stories, {**self.sources, **now})

    def about(self, address: str) -> dict[str, Any]:
        """What the page at an address is told, as JSON takes it.

        Returns:
            ``refused`` sentences; ``page`` (file of the story, its address now, or empty) or None when the
            page is no story's; ``notices`` of that story; ``others``, a count by level of all other stories';
            ``worst``, a few of these others.
        """
        source = self.sources.get(address.removesuffix("index.html"))
        story = self._find(source or "")
        own = story.notices if story else ()
        others = self._count - Counter(notice.level for notice in own)
        return {
            "refused": list(self.refused),
            "page": {"file": self._name(source), "address": story.address if story else ""} if source else None,
            "notices": [self._row(notice, story) for notice in own] if story else [],
            "others": {level: others[level] for level in LEVEL_WORDS},
            "worst": [row for row in self._worst if not source or row["file"] != self._name(source)][:_MOST],
        }

    def _find(self, source: str) -> Story | None:
        story = self._by_source.get(source)
        return story if story and self._wants(story) else None

    def _wants(self, story: Story) -> bool:
        return self.settings is not None and is_asked_for(story, self.settings)

    @cached_property
    def _by_source(self) -> dict[str, Story]:
        return {story.source: story for story in self.stories}

    @cached_property
    def _noted(self) -> tuple[Story, ...]:
        return tuple(story for story in self.stories if story.notices and self._wants(story))

    @cached_property
    def _count(self) -> Counter[Level]:
        return Counter(notice.level for story in self._noted for notice in story.notices)

    @cached_property
    def _worst(self) -> list[dict[str, str]]:
        """Stories with errors first, then those with warnings; one more than are shown."""
        erring = [story for story in self._noted if story.errors]
        doubted = [story for story in self._noted if not story.errors and _has_warning(story)]
        ranked = [*erring, *doubted]
        return [{"file": self._name(story.source), "address": story.address} for story in ranked[: _MOST + 1]]

    def _name(self, source: str) -> str:
        return f"{self.settings.content.name}/{source}" if self.settings else source

    def _row(self, notice: Notice, story: Story) -> dict[str, str | int]:
        return {
            "level": notice.level,
            "word": LEVEL_WORDS[notice.level],
            "file": self._name(notice.file or story.source),
            "line": notice.line,
            "message": notice.message,
            "hint": notice.hint,
            "code": notice.code,
        }


def _has_warning(story: Story) -> bool:
    return any(notice.level == "warning" for notice in story.notices)
