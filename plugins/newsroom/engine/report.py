"""What a build has to say, as plain values: a later build that finds nothing changed says it again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """Sentences and counts of a build.

    Attributes:
        errors, warnings: notices of stories.
        idle: files that no story names.
        stories, pages: how many were published.
        next_change: the next day on which the clock alone changes the site, or None.
        files: how many files the site has.
    """

    errors: tuple[str, ...]
    warnings: tuple[str, ...]
    idle: tuple[str, ...]
    stories: int
    pages: int
    next_change: date | None
    files: int = 0
