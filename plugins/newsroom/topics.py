"""Categories and tags: which names are one topic, how it is shown, and at which address.

Pages and feeds both group stories here, so that ``/chuyen-muc/<slug>/`` and
``/chuyen-muc/<slug>/rss.xml`` always mean the same stories (contract §2, §3).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
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
    return group_topics(stories, _name_category, CATEGORIES)


def group_tags(stories: Sequence[Story]) -> tuple[Topic, ...]:
    """Topics under ``/tu-khoa/``; see :func:`group_topics`."""
    return group_topics(stories, _name_tags, TAGS)


def _name_category(story: Story) -> tuple[str, ...]:
    return (story.category,)


def _name_tags(story: Story) -> tuple[str, ...]:
    return story.tags


def group_topics(
    stories: Sequence[Story], names_of: Callable[[Story], tuple[str, ...]], base: str
) -> tuple[Topic, ...]:
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
    names: dict[str, str] = {}
    for story in reversed(stories):
        for key, name in _find_keys(names_of(story)):
            if key not in names:
                names[key], members[key] = name, []
            members[key].append(story)
    slugs = _unique_slugs(names)
    places = {story.source: place for place, story in enumerate(stories)}
    order = [
        (places[found[-1].source], _keys_of(names_of(found[-1])).index(key), key) for key, found in members.items()
    ]
    return tuple(
        Topic(key, names[key], slugs[key], f"{base}{slugs[key]}/", tuple(reversed(members[key])))
        for _, _, key in sorted(order)
    )


def _keys_of(names: tuple[str, ...]) -> list[str]:
    return [key for key, _ in _find_keys(names)]


def _find_keys(names: tuple[str, ...]) -> Iterable[tuple[str, str]]:
    """Key and name of each topic that a story gives, each once."""
    if len(names) == 1:
        return (_find_key(names[0]),) if names[0].strip() else ()
    keys: dict[str, str] = {}
    for name in names:
        key, spaced = _find_key(name)
        if spaced:
            keys.setdefault(key, spaced)
    return keys.items()


@lru_cache(maxsize=4096)
def _find_key(name: str) -> tuple[str, str]:
    spaced = fold_spaces(name)
    return case_key(spaced), spaced


def topic_key(name: str) -> str:
    """What all spellings of one topic's name have in common; marks still tell names apart."""
    return _find_key(name)[0]


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
