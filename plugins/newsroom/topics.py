"""Categories and tags: which names are one topic, how it is shown, and at which address.

Pages and feeds both group stories here, so that ``/chuyen-muc/<slug>/`` and
``/chuyen-muc/<slug>/rss.xml`` always mean the same stories (contract §2, §3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsroom.model import Story
from newsroom.text.cleaning import fold_spaces
from newsroom.text.folding import case_key
from newsroom.text.slugs import slugify

CATEGORIES = "/chuyen-muc/"
TAGS = "/tu-khoa/"

NAMELESS = "muc"
"""Slug of a name without a letter or digit, such as a lone emoji."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A category or a tag, with its stories.

    Attributes:
        key: what all spellings of the name have in common (:func:`topic_key`).
        name: as the oldest of its stories spells it.
        slug: ASCII, unique among the topics grouped together.
        address: root-relative, ends in ``/``.
        stories: newest first, never empty, each once.
    """

    key: str
    name: str
    slug: str
    address: str
    stories: tuple[Story, ...]


def group_categories(stories: Sequence[Story]) -> tuple[Topic, ...]:
    """Topics under ``/chuyen-muc/``; see :func:`group_topics`."""
    return group_topics(stories, lambda story: (story.head.category,), CATEGORIES)


def group_tags(stories: Sequence[Story]) -> tuple[Topic, ...]:
    """Topics under ``/tu-khoa/``; see :func:`group_topics`."""
    return group_topics(stories, lambda story: story.head.tags, TAGS)


def group_topics(stories: Sequence[Story], names_of: Callable[[Story], Iterable[str]], base: str) -> tuple[Topic, ...]:
    """Group stories by name: one topic where names differ only in case, Unicode form or spacing.

    Topics come in the order of their newest stories.  Where two names give the
    same slug (``hiến máu``, ``hiền mẫu``) the one used first, that is by the
    oldest story, keeps it and later ones get ``-2``, ``-3`` …, so that a new
    story never moves a topic that readers already know.

    Args:
        stories: in the site's total order, newest first.
        names_of: the names a story gives; blank ones count for nothing.
        base: address under which the topics lie, ends in ``/``.
    """
    members: dict[str, list[Story]] = {}
    for story in stories:
        for key in dict.fromkeys(topic_key(name) for name in _names(story, names_of)):
            members.setdefault(key, []).append(story)
    names = _oldest_names(stories, names_of)
    slugs = _unique_slugs(names)
    return tuple(
        Topic(key, names[key], slugs[key], f"{base}{slugs[key]}/", tuple(found)) for key, found in members.items()
    )


@lru_cache(maxsize=4096)
def topic_key(name: str) -> str:
    """What all spellings of one topic's name have in common; marks still tell names apart."""
    return case_key(_spaced(name))


def _names(story: Story, names_of: Callable[[Story], Iterable[str]]) -> Iterator[str]:
    return (name for name in map(_spaced, names_of(story)) if name)


_spaced = lru_cache(maxsize=4096)(fold_spaces)


def _oldest_names(stories: Sequence[Story], names_of: Callable[[Story], Iterable[str]]) -> dict[str, str]:
    """Key → name of the oldest story, in the order of first use."""
    names: dict[str, str] = {}
    for story in reversed(stories):
        for name in _names(story, names_of):
            names.setdefault(topic_key(name), name)
    return names


def _unique_slugs(names: dict[str, str]) -> dict[str, str]:
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for key, name in names.items():
        bare = slugify(name) or NAMELESS
        slug, count = bare, 1
        while slug in taken:
            count += 1
            slug = f"{bare}-{count}"
        taken.add(slug)
        slugs[key] = slug
    return slugs
