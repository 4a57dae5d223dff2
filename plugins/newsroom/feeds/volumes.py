"""CONTENTS → the chain of archives (RFC 5005 §4): every story of a year, in parts that readers accept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from newsroom.contents import Contents
from newsroom.model import Story

LARGEST = 1500
"""Entries of an archive, four a day: with their texts some 7 MB; many readers refuse a document twice as large."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One archive.

    Attributes:
        part: of its year, counted from the oldest story and from 1: what comes later leaves it as it is.
        stories: newest first.
        ends_year: whether it has the newest story of its year.
    """

    year: int
    part: int
    stories: tuple[Story, ...]
    ends_year: bool

    @property
    def path(self) -> str:
        """Root-relative address."""
        return f"/luu-tru/{self.year}/atom.xml" if self.part == 1 else f"/luu-tru/{self.year}/atom-{self.part}.xml"

    @property
    def name(self) -> str:
        """What its readers call it."""
        return f"Năm {self.year}" if self.part == 1 else f"Năm {self.year}, phần {self.part}"


def list_volumes(contents: Contents) -> Iterator[Volume]:
    """Every archive, newest first."""
    for year in contents.years:
        stories = contents.stories_of_year(year)
        parts = -(-len(stories) // LARGEST)
        for part in range(parts, 0, -1):
            end = len(stories) - (part - 1) * LARGEST
            yield Volume(year, part, stories[max(end - LARGEST, 0) : end], ends_year=part == parts)
