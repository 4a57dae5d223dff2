"""What the constructs share while a document becomes HTML: where photos and links lead, which ids are taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.inline import set_plain, set_text
from newsroom.markup.links import Target
from newsroom.markup.references import Reference
from newsroom.markup.reports import render_report
from newsroom.model import Award, Block, Picture
from newsroom.text.slugs import slugify

Purpose = Literal["page", "feed"]

_TYPED_SIZE = re.compile(r"(?i)\bPDF\b|\bDOCX?\b|\bXLSX?\b|\d\s?(?:KB|MB)\b")


@dataclass(slots=True)
class Rendering:
    """One document on its way to HTML.

    Attributes:
        pictures: typed photo name → plan; a name that is missing shows as a missing photo.
        find_target: typed link target → where it leads, or None.
        purpose: ``page`` or ``feed``; a feed has absolute addresses and no markup that needs our CSS.
        address: of the site, without a final slash.
        photo_count: photos in the whole document.
        notes: names of the typed footnotes.
        render_blocks: renders nested blocks; given by the dispatcher.
        honoured: number of a photo group → those its caption honours, as they may be shown.
    """

    pictures: Mapping[str, Picture]
    find_target: Callable[[str], Target | None]
    purpose: Purpose
    address: str
    photo_count: int
    notes: tuple[str, ...]
    render_blocks: Callable[[Element, Sequence[Block], Rendering], None]
    honoured: Mapping[int, Sequence[Award]] = field(default_factory=dict)
    photo_number: int = 0
    ids: dict[str, int] = field(default_factory=dict)

    @property
    def for_feed(self) -> bool:
        """Whether the HTML goes into a feed."""
        return self.purpose == "feed"

    def absolute(self, address: str) -> str:
        """An address as the purpose needs it."""
        return self.address + address if self.for_feed and address.startswith("/") else address

    def take_id(self, wanted: str) -> str:
        """An id that is unique on the page: ``wanted``, ``wanted-2`` …"""
        count = self.ids[wanted] = self.ids.get(wanted, 0) + 1
        if count == 1:
            return wanted
        numbered = f"{wanted}-{count}"
        return numbered if numbered not in self.ids else self.take_id(wanted)

    def heading_id(self, text: str) -> str:
        """The id of a heading."""
        return self.take_id("muc-" + (slugify(text)[:60].strip("-") or "khong-ten"))

    def render_link(self, reference: Reference) -> Element | None:
        """A typed link; None when it leads nowhere safe and so is shown as typed."""
        target = self.find_target(reference.target)
        if target is None:
            return None
        element = Element("a", {"href": self.absolute(target.address)})
        element.text = reference.text or reference.target
        if target.note:
            element.set("class", "attachment")
            if not _TYPED_SIZE.search(reference.text):
                element.text += " "
                set_plain(SubElement(element, "small"), f"({target.note})")
        return element

    def render_note(self, name: str) -> Element | None:
        """A footnote's sign in the text."""
        if name not in self.notes:
            return None
        if self.for_feed:
            element = Element("sup")
            set_plain(element, name)
            return element
        sign = slugify(name) or "x"
        element = Element("sup", {"id": self.take_id(f"dan-{sign}")})
        set_plain(SubElement(element, "a", {"href": f"#chu-{sign}"}), name)
        return element

    def render_report(self, typed: str, before: str) -> Element | None:
        """A link to a task that is reported on."""
        return render_report(typed, before, self.address if self.for_feed else "", for_feed=self.for_feed)


def add(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A child element with inline text; ``class_`` stands for ``class``."""
    element = SubElement(parent, tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    if text:
        set_text(element, text)
    return element


def add_lines(parent: Element, lines: Sequence[str]) -> None:
    """Inline lines, each on a line of its own."""
    set_text(parent, "\n".join(lines))
