"""Names: hidden behind initials, withdrawn at a person's wish, and what makes two awards one person's."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate

from newsroom.model import Award, Head, Story
from newsroom.settings import Settings
from newsroom.text.cleaning import fold_spaces
from newsroom.text.folding import case_key

NameEntry = tuple[str, str]
"""A withdrawn person: name and unit, both as compared (:func:`case_key`); the unit may be empty."""

_ADDRESS = re.compile(
    r"(?i)(?:(?:ông|bà|anh|chị|em|cháu|cô|chú|bác|thầy|cụ|đồng chí|đ/c|bác sĩ|bs|thạc sĩ|ths|tiến sĩ|ts|y sĩ"
    r"|nghệ nhân|già làng|nhà giáo|luật sư|kỹ sư)\.?\s+)+(?=\S)"
)
"""How a person is addressed before the name."""

_WORD = re.compile(r"\w+")


def shown_awards(story: Story, settings: Settings) -> tuple[Award, ...]:
    """A story's awards as they may be shown: withdrawn people left out, hidden names as initials."""
    withdrawn = parse_withdrawn(settings.withdrawn)
    awards = story.facts.awards
    if withdrawn:
        awards = tuple(award for award in awards if not is_withdrawn(award, withdrawn))
    if hides_names(story.head, settings):
        awards = tuple(award if award.collective else _hide(award) for award in awards)
    return awards


def hides_names(head: Head, settings: Settings) -> bool:
    """Whether people of a story are shown by their initials: its head decides, else the setting."""
    return head.names == "initials" or (settings.hide_names and head.names != "full")


def _hide(award: Award) -> Award:
    """The award without its name, and without what would find the same person elsewhere."""
    return replace(award, who=write_initials(award.who), key="")


def write_initials(who: str) -> str:
    """A name behind its initials, the form of address kept.

    >>> write_initials("Bà Nông Thị Vỹ")
    'Bà N.T.V.'
    """
    address, name = split_address(who)
    return address + "".join(f"{word[0].upper()}." for word in re.split(r"[\s.]+", name) if word)


def split_address(who: str) -> tuple[str, str]:
    """The form of address, with the space after it, and the name."""
    found = _ADDRESS.match(who)
    return (found[0], who[found.end() :]) if found else ("", who)


def identify(award: Award) -> str:
    """What all awards of one person or collective have in common; empty where nobody can be sure.

    A person is the same by name and unit, never by the name alone; a collective is its name.
    """
    name, unit = _key(split_address(award.who)[1]), _key(f"{award.office} {award.unit}")
    if award.collective:
        return f"{name} / {unit}" if name else ""
    return f"{name} – {unit}" if name and unit else ""


def _key(text: str) -> str:
    return " ".join(_WORD.findall(case_key(text)))


@lru_cache(maxsize=4)
def parse_withdrawn(typed: tuple[str | tuple[str, ...], ...]) -> tuple[NameEntry, ...]:
    """The people of the setting ``NEWSROOM_WITHDRAWN``: a name, or a name and a unit."""
    pairs = ((entry, "") if isinstance(entry, str) else (entry[0], entry[1]) for entry in typed)
    return tuple((_key(split_address(name)[1]), _key(unit)) for name, unit in pairs)


def is_withdrawn(award: Award, withdrawn: Sequence[NameEntry]) -> bool:
    """Whether an award is that of a person, or collective, who asked to be taken out."""
    name, around = _key(split_address(award.who)[1]), f" {_key(f'{award.office} {award.unit}')} "
    return any(name == other and (not unit or f" {unit} " in around) for other, unit in withdrawn)


def find_mentions(lines: tuple[str, ...], withdrawn: Sequence[NameEntry]) -> Iterator[tuple[int, int, str]]:
    """Line, column and typed name of every place that still names a withdrawn person; names may be wrapped."""
    pattern = _compile(tuple(sorted({name for name, _ in withdrawn if name})))
    if pattern is None:
        return
    text = unicodedata.normalize("NFC", "\n".join(lines))
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    for found in pattern.finditer(text):
        line = bisect_right(starts, found.start())
        yield line, found.start() - starts[line - 1] + 1, fold_spaces(found[0])


@lru_cache(maxsize=4)
def _compile(names: tuple[str, ...]) -> re.Pattern[str] | None:
    if not names:
        return None
    spelled = (r"\W{1,3}".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(spelled)})(?!\w)", re.IGNORECASE)
