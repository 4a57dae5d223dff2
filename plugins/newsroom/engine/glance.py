"""A story's page as soon as its file is saved, before a build of the whole site is over.

Nearly always a save changes what a story says and nothing about where it stands.
Then its page follows from the story read anew and from what the last build knew
of all others, and can be put in its place at once.  The build that comes after
finds that file changed, makes it again with everything else, and so has the last word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.engine.files import FILE_MODE
from newsroom.engine.ledger import ReadOnlyLedger
from newsroom.engine.offers import ReadStory
from newsroom.engine.planning import Planned
from newsroom.engine.reading import check_alone
from newsroom.engine.switch import put_in_place
from newsroom.engine.templates import Templates
from newsroom.engine.workshop import Workshop, unless_busy
from newsroom.errors import NewsroomError
from newsroom.held import BRIEFLY, insist
from newsroom.model import Story
from newsroom.settings import Settings
from newsroom.views import TemplateOutput


@dataclass(frozen=True)
class Glance:
    """What the last build knew.

    Attributes:
        stories: by source.
        make_page: the page of a story among those of that build.
        read: reads a story.
        ledger: of that build; open for as long as this is used.
    """

    settings: Settings
    workshop: Workshop
    templates: Templates
    stories: Mapping[str, Story]
    make_page: Callable[[Story], TemplateOutput]
    read: ReadStory
    ledger: ReadOnlyLedger

    def show(self, files: Iterable[Path]) -> tuple[str, ...]:
        """Put the pages of saved stories in their places; gives their paths in the output.

        None where anything is not as simple as it looks: then the build will tell.
        """
        try:
            pages = [self._make(file) for file in files]
        except (NewsroomError, OSError, sqlite3.Error):  # where a file in use cannot go, a new ledger empties it
            return ()
        if not all(pages):
            return ()
        with suppress(OSError), unless_busy(self.workshop) as free:
            return tuple(self._put(*page) for page in pages if page and free)
        return ()

    def close(self) -> None:
        """Let go of the ledger."""
        self.ledger.close()

    def _make(self, file: Path) -> tuple[str, bytes] | None:
        before = self.stories.get(self._name(file))
        if before is None or before.kind != "story" or not file.is_file() or file.is_symlink():
            return None
        story = check_alone(self.read(file, self.settings))
        page = self.make_page(story)
        if _standing(story) != _standing(before) or not (self.workshop.output / page.path).is_file():
            return None
        return page.path, self.templates.render(page.template, page.make_view())

    def _name(self, file: Path) -> str:
        content = self.settings.content
        return file.relative_to(content).as_posix() if file.is_relative_to(content) else ""

    def _put(self, path: str, data: bytes) -> str:
        place = self.workshop.output / path
        made = self.workshop.bench / "glance"
        made.write_bytes(data)
        made.chmod(FILE_MODE)
        insist(lambda: put_in_place(made, place), BRIEFLY)
        return path


def _standing(story: Story) -> tuple[Any, ...]:
    """All of a story that other pages, files and addresses hang on, but its title."""
    head = story.head
    return (
        *(story.source, story.address, story.id, story.pictures, story.attachments),
        *(head.status, head.date, head.expires, head.category, head.tags, head.aliases, head.lead, head.names),
    )


def open_glance(
    planned: Planned,
    settings: Settings,
    workshop: Workshop,
    templates: Templates,
    make_page: Callable[[Story], TemplateOutput],
    read: ReadStory,
) -> Glance:
    """Keep what a build knew."""
    ledger = ReadOnlyLedger(workshop.ledger)
    planned.reading.shelf.fetch_from(ledger)
    stories = {story.source: story for story in planned.news.stories}
    return Glance(settings, workshop, templates, stories, make_page, read, ledger)
