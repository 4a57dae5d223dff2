"""Links between stories: checked once it is known which of them are published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from newsroom.engine.claims import is_asked_for
from newsroom.engine.news import arrange
from newsroom.engine.reading import add_notices
from newsroom.markup import check_references
from newsroom.model import Notice, Story
from newsroom.settings import Settings


def check_targets(stories: Iterable[Story], settings: Settings) -> tuple[Story, ...]:
    """The stories, each with a notice at every link that would lead nowhere on this build's site."""
    stories = tuple(stories)
    published = arrange(stories, settings).addresses
    written = {story.source: story.address for story in stories}
    return tuple(
        add_notices(story, tuple(_check(story, published, written))) if is_asked_for(story, settings) else story
        for story in stories
    )


def _check(story: Story, published: Mapping[str, str], written: Mapping[str, str]) -> Iterator[Notice]:
    """A link to a draft, or to a story still to come, is broken too, but there is no name to correct."""
    broken = tuple(check_references(story, published))
    known = frozenset(check_references(story, written)) if broken else frozenset()
    for notice in broken:
        if notice in known:
            yield notice
        else:
            message = f"Liên kết dẫn đến bài chưa đăng hoặc đã gỡ: “{notice.found}”."
            yield replace(notice, message=message, hint="Hãy bỏ liên kết này, hoặc đăng bài đó cùng lúc.")
