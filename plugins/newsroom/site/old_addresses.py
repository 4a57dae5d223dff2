"""Old addresses as the office types them, understood: a path, and what its query must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from newsroom.model import News, Story

_UNSAFE = re.compile(r'[\x00-\x20\x7f"\'\\{};$<>]')
"""What a line of a web server's configuration must not hold."""

_NAME = re.compile(r"[A-Za-z0-9_]+")


@dataclass(frozen=True, slots=True)
class OldAddress:
    """An address of the former site.

    Attributes:
        path: begins with a slash, decoded.
        query: as typed, decoded; empty where there is none.
        argument: (name, value) where the query holds just one: that one decides, whatever stands beside it.
    """

    path: str
    query: str = ""
    argument: tuple[str, str] | None = None


def parse_old_address(alias: str) -> OldAddress | None:
    """Understand an alias; the host and a fragment do not matter, None when no server can be told of it.

    >>> parse_old_address("default.aspx?ItemID=9418")
    OldAddress(path='/default.aspx', query='ItemID=9418', argument=('ItemID', '9418'))
    """
    try:
        parts = urlsplit(alias.strip())
    except ValueError:
        return None
    path, query = f"/{unquote(parts.path).lstrip('/')}", unquote(parts.query)
    if _UNSAFE.search(path + query) or (path == "/" and not query):
        return None
    name, equals, value = query.partition("=")
    alone = bool(equals) and "&" not in query and bool(value) and bool(_NAME.fullmatch(name))
    return OldAddress(path, query, (name, value) if alone else None)


def list_moved(news: News) -> tuple[Story, ...]:
    """Published stories and pages that have old addresses, in the site's order."""
    return tuple(story for story in (*news.stories, *news.hidden, *news.pages) if "aliases" in story.traits)


def list_old_addresses(news: News) -> Iterator[tuple[OldAddress, str]]:
    """Every old address of a published story or page and its present address; first come, in the site's order."""
    taken: set[OldAddress] = set()
    for story in list_moved(news):
        for alias in story.head.aliases:
            old = parse_old_address(alias)
            if old and old not in taken and old.path.rstrip("/") != story.address.rstrip("/"):
                taken.add(old)
                yield old, story.address
