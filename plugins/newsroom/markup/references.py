"""Links and photos as typed: ``[text](target)``, ``![alt](name "title")``.

File names are taken as phones, Zalo and Windows give them, with spaces and
parentheses (``![](Ảnh đại hội (1).jpg)``).  Both patterns are possessive and
look at no character more than twice, so they are linear in hostile text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TEXT = r"\[((?:[^\[\]]|\[[^\[\]]*+\])*+)\]"
_TARGET = r"\(((?:[^()]|\([^()]*+\))*+)\)"

PHOTO = rf"!{_TEXT}{_TARGET}"
LINK = rf"\[(?<![!\\]\[){_TEXT[2:]}{_TARGET}"

_PHOTO, _LINK = re.compile(PHOTO), re.compile(LINK)
_TITLE = re.compile(r"""\s(?:"([^"]*)"|'([^']*)'|“([^”]*)”)$""")


@dataclass(frozen=True, slots=True)
class Reference:
    """One typed reference.

    Attributes:
        text: between the square brackets (the alt text of a photo).
        target: between the parentheses, without the title.
        title: typed in quotes after the target.
        start, end: where the reference stands in its line.
    """

    text: str
    target: str
    title: str = ""
    start: int = 0
    end: int = 0


def find_photos(line: str) -> Iterator[Reference]:
    """Every photo of a line, in typed order; one without a name is text."""
    if "![" in line:
        yield from (r for r in map(parse_match, _PHOTO.finditer(line)) if r.target)


def find_links(line: str) -> Iterator[Reference]:
    """Every link of a line, in typed order."""
    if "](" in line:
        yield from map(parse_match, _LINK.finditer(line))


def find_link(text: str) -> Reference:
    """The link that a text consists of."""
    return next(find_links(text))


def parse_match(match: re.Match[str]) -> Reference:
    """The reference that :data:`PHOTO` or :data:`LINK` matched."""
    target, title = parse_target(match.group(2))
    return Reference(match.group(1).strip(), target, title, match.start(), match.end())


def parse_target(inside: str) -> tuple[str, str]:
    """Target and title of what stands between the parentheses."""
    inside = inside.strip()
    title = ""
    if inside.endswith(('"', "'", "”")) and (match := _TITLE.search(inside)):
        title = next(g for g in match.groups() if g is not None).strip()
        inside = inside[: match.start()].strip()
    if inside.startswith("<") and inside.endswith(">"):
        inside = inside[1:-1].strip()
    return inside, title


def write_photo(alt: str, name: str, title: str = "") -> str:
    """A photo as a clerk would type it."""
    return f"![{alt}]({name}{f' “{title}”' if title else ''})"
