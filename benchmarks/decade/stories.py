"""NUMBER → STORY: each story of the archive follows from its number and how many there are.

Every tenth story has photos, every twentieth is a plan with numbered tasks,
every fortieth an award ceremony; every fifth links to an older story, every
fiftieth has an old address.  A third are folders, the others loose files.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from decade.words import CAPTIONS, CATEGORIES, MEN, PLACES, POSTS, SENTENCES, SUBJECTS, TAGS, TASKS, TITLES, WOMEN
from newsroom.text.dates import ZONE
from newsroom.text.slugs import slugify

FIRST = datetime(2016, 1, 1, 7, tzinfo=ZONE)
DAYS = 3653
"""Ten years: 2016 to 2025."""


@dataclass(frozen=True, slots=True)
class Block:
    """A part of a body: ``kind`` is text, photo, tasks, awards or link.

    Attributes:
        lines: sentences of a text; the file and the caption of a photo; tasks or names one by one; for a link
            its paragraph around a ``%s``.
        number: the story that a link leads to.
    """

    kind: str
    lines: tuple[str, ...]
    number: int = 0


@dataclass(frozen=True, slots=True)
class Invented:
    """One story, whatever program will read it."""

    number: int
    title: str
    date: datetime
    category: str
    tags: tuple[str, ...]
    summary: str
    slug: str
    foldered: bool
    alias: str
    blocks: tuple[Block, ...]

    @property
    def file(self) -> str:
        """Under ``content/``; it stays when title or date are edited."""
        name = f"tin-tuc/{date_of_file(self).year}/{date_of_file(self):%Y-%m-%d}-{self.slug}"
        return f"{name}/index.md" if self.foldered else f"{name}.md"

    @property
    def photos(self) -> tuple[str, ...]:
        """Files beside the story."""
        return tuple(block.lines[0] for block in self.blocks if block.kind == "photo")


def date_of_file(story: Invented) -> datetime:
    """The day a file's name gives: the day the story was filed, before any edit of its date."""
    return FIRST + timedelta(days=int(story.slug.rpartition("-")[2]))


def invent(number: int, count: int) -> Invented:
    """The story of a number from 1, the oldest, to ``count``; beyond that, one newer than all."""
    dice = Random(f"decade {number}")
    days = (number - 1) * DAYS // count if number <= count else DAYS - 1 + number - count
    slug_title = _fill(dice.choice(TITLES), dice)
    return Invented(
        number=number,
        title=slug_title[0].upper() + slug_title[1:],
        date=FIRST + timedelta(days=days, minutes=number % 600),
        category=CATEGORIES[min(int(dice.expovariate(0.45)), len(CATEGORIES) - 1)],
        tags=tuple(dict.fromkeys((dice.choice(SUBJECTS), dice.choice(TAGS), dice.choice(TAGS)))),
        summary=_fill(dice.choice(SENTENCES), dice).replace("**", "") if number % 2 else "",
        slug=f"{slugify(slug_title, 40)}-{number}-{days}",
        foldered=number % 10 in (0, 3, 6) or number % 30 == 7,
        alias=f"/ban-in-{number}.htm" if number % 50 == 0 else "",
        blocks=tuple(_blocks(number, dice)),
    )


def _blocks(number: int, dice: Random) -> Iterator[Block]:
    photos = [] if number % 10 else [f"anh-{number}-{order}.jpg" for order in range(1, 5 if number % 40 == 0 else 3)]
    yield _text(dice)
    if photos:
        yield _photo(photos[0], dice, number)
    if number % 20 == 5:
        yield Block("tasks", tuple(_fill(task, dice) for task in dice.sample(TASKS, 6)))
    for _ in range(dice.randint(4, 6)):
        yield _text(dice)
    if number % 40 == 0:
        people = (f"{name} – {dice.choice(POSTS)}" for name in dice.sample(("Ông {man}", "Bà {woman}") * 4, 8))
        yield Block("awards", tuple(_fill(person, dice) for person in people))
    for photo in photos[1:]:
        yield _photo(photo, dice, number)
    if number % 5 == 0 and number > 5:
        older = dice.randint(max(1, number - 400), number - 1)
        yield Block("link", ("Trước đó, trang tin đã đưa %s về việc này.",), older)
    yield _text(dice)


def _text(dice: Random) -> Block:
    return Block("text", tuple(_fill(sentence, dice) for sentence in dice.sample(SENTENCES, 3)))


def _photo(file: str, dice: Random, number: int) -> Block:
    caption = "Trao Giấy khen của tỉnh Hội cho các cá nhân" if number % 40 == 0 else _fill(dice.choice(CAPTIONS), dice)
    return Block("photo", (file, caption))


def _fill(pattern: str, dice: Random) -> str:
    """The pattern with a name or number in each of its gaps, another for each."""
    parts = pattern.split("{")
    for at, part in enumerate(parts[1:], start=1):
        gap, _, rest = part.partition("}")
        parts[at] = _draw(gap, dice) + rest
    return "".join(parts)


def _draw(gap: str, dice: Random) -> str:
    match gap:
        case "place":
            return dice.choice(PLACES)
        case "woman":
            return dice.choice(WOMEN)
        case "man":
            return dice.choice(MEN)
        case "post":
            return dice.choice(POSTS).replace("{place}", dice.choice(PLACES))
        case "day":
            return f"{dice.randint(1, 28):02}/{dice.randint(1, 12):02}"
        case "money":
            return f"{dice.randint(2, 90)}.{dice.randint(1, 9)}00.000"
        case "share":
            return str(dice.randint(12, 140))
        case "number":
            return str(dice.randint(3, 220))
        case _:
            return str(dice.randint(11, 640))
