"""Inline text on Python-Markdown's extension API: deliberate signs work, accidental ones stay text.

``**“…”**là`` is bold although a letter follows; ``(*)``, ``2 * 3``, ``a_b_c``,
``5~10``, ``<60`` and ``[tên]`` are shown as typed; raw HTML has no pattern
here and so is text.  All patterns work on bounded pieces (:mod:`newsroom.markup.bounds`).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Protocol
from xml.etree.ElementTree import Element, SubElement, tostring

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ESCAPE_RE, EscapeInlineProcessor, InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.util import AtomicString, Registry

from newsroom.markup.bounds import is_bounded
from newsroom.markup.references import LINK, Reference, parse_match

_CODE = r"(?<![\\`])(`+)(?!`)(.+?)(?<!`)\1(?!`)"
_BOTH = r"\*\*\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*\*\*"
_STRONG = r"\*\*(?=[^\s*).,;:!?\]])((?:[^*]|\*(?!\*))+?)(?<=[^\s*(])\*\*(?!\*)"
_EM = r"(?<![\w*\\])\*(?=[^\s*).,;:!?\]])([^*\n]+?)(?<=[^\s*(])\*(?!\*)"
_STRONG_LOW = r"(?<![\w_\\])__(?=[^\s_])([^_\n]+?)(?<=[^\s_])__(?![\w_])"
_EM_LOW = r"(?<![\w_\\])_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?![\w_])"
_NOTE = r"\[\^([^\]\s]{1,40})\]"
_ADDRESS = r"<(https?://[^\s<>\x02\x03]{1,2000})>|(?<![\w/])(https?://[^\s<>“”\"\x02\x03]{1,2000})"
_BREAK = r"\n"
_UNITS = (
    "%|‰|°C|đồng|VNĐ|tỷ đồng|tỉ đồng|triệu đồng|nghìn đồng|tỷ|tỉ|triệu|kg|g|gam|tấn|tạ|yến|lít|ml|km|m|cm|m²|m2|ha"
    "|đơn vị máu"
)
_NOWRAP = (
    rf"(?<![\w/.,-])(\d[\d.,]* (?:{_UNITS})(?!\w))"
    r"|(?<![\w/.-])(\d{1,6}(?:/\d{4})?[/-][A-ZĐƯ]{1,6}(?:[-–/][\wĐƯƠĂÂÊÔ]+){0,4})(?![\w/-])"
    r"|(?<![\w.])(\+?\d{2,6}(?:[ .]\d{2,6}){2,6})(?![\w/]|[.,]\d)"
)
_TRAILING = ".,;:!?)…"

LONGEST_NOWRAP = 30
"""Characters kept on one line; a longer piece would not fit on a small phone."""


class Links(Protocol):
    """Where a typed link leads; knows the story that is being rendered."""

    def render_link(self, reference: Reference) -> Element | None:
        """The link's element, or None when it is shown as typed."""

    def render_note(self, name: str) -> Element | None:
        """The footnote reference's element, or None when no such note is typed."""


class InlineText:
    """One Python-Markdown instance whose inline half renders our documents' text.

    Attributes:
        links: set before each document.
    """

    def __init__(self) -> None:
        self.links: Links | None = None
        self._markdown = Markdown(extensions=[_Inline(self)])

    def render(self, root: Element, links: Links) -> str:
        """HTML inside ``root``, after every text of the tree was parsed inline."""
        html = tostring(self.parse(root, links), encoding="unicode", method="html")
        return html.removeprefix(f"<{root.tag}>").removesuffix(f"</{root.tag}>")

    def parse(self, root: Element, links: Links) -> Element:
        """The tree with every text parsed inline."""
        self.links = links
        self._markdown.reset()
        for treeprocessor in self._markdown.treeprocessors:
            root = treeprocessor.run(root) or root
        return root


def set_text(element: Element, text: str) -> None:
    """Give an element inline text, as its text or, behind children, as the last child's tail."""
    piece = AtomicString(text) if is_bounded(text) else text
    if len(element):
        element[-1].tail = piece
    else:
        element.text = piece


def set_plain(element: Element, text: str) -> None:
    """Give an element text in which no sign means anything."""
    element.text = AtomicString(text)


class _Inline(Extension):
    """Replaces Python-Markdown's patterns by ours; its block half is not used."""

    def __init__(self, owner: InlineText) -> None:
        super().__init__()
        self.owner = owner

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the patterns, most binding first."""
        md.treeprocessors.deregister("prettify")
        md.inlinePatterns = Registry()
        md.treeprocessors.register(InlineTreeprocessor(md), "inline", 20)
        patterns: list[InlineProcessor] = [
            _Code(_CODE, md),
            EscapeInlineProcessor(ESCAPE_RE, md),
            _Note(_NOTE, md, self.owner),
            _Link(LINK, md, self.owner),
            _Address(_ADDRESS, md),
            _Emphasis(_BOTH, md, "strong", "em"),
            _Emphasis(_STRONG, md, "strong"),
            _Emphasis(_STRONG_LOW, md, "strong"),
            _Emphasis(_EM, md, "em"),
            _Emphasis(_EM_LOW, md, "em"),
            _Break(_BREAK, md),
            _Nowrap(_NOWRAP, md),
        ]
        for rank, pattern in enumerate(patterns):
            md.inlinePatterns.register(pattern, f"newsroom-{rank}", 200 - rank)


Handled = tuple[Any, Any, Any]
_NOTHING: Handled = (None, None, None)


class _Code(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        element = Element("code")
        set_plain(element, m.group(2).strip())
        return element, m.start(), m.end()


class _Emphasis(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, *tags: str) -> None:
        super().__init__(pattern, md)
        self.tags = tags

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        element = inner = Element(self.tags[0])
        for tag in self.tags[1:]:
            inner = SubElement(inner, tag)
        inner.text = m.group(1)
        return element, m.start(), m.end()


class _Break(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        return Element("br"), m.start(), m.end()


class _Nowrap(InlineProcessor):
    """Keeps a number and its unit, a document code, an account number on one line."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        text = m.group()
        if len(text) > LONGEST_NOWRAP:
            return _NOTHING
        element = Element("span", {"class": "nowrap"})
        set_plain(element, text)
        return element, m.start(), m.end()


class _Address(InlineProcessor):
    """``<https://…>`` and bare addresses; a closing stop or bracket is text."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        if m.group(1):
            address, end = m.group(1), m.end()
        else:
            address = m.group(2).rstrip(_TRAILING)
            end = m.start() + len(address)
        element = Element("a", {"href": address})
        set_plain(element, address)
        return element, m.start(), end


class _Link(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, owner: InlineText) -> None:
        super().__init__(pattern, md)
        self.owner = owner

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        typed = parse_match(m)
        target = self.unescape(typed.target)
        element = self.owner.links.render_link(replace(typed, target=target)) if self.owner.links else None
        return (element, m.start(), m.end()) if element is not None else _NOTHING


class _Note(InlineProcessor):
    def __init__(self, pattern: str, md: Markdown, owner: InlineText) -> None:
        super().__init__(pattern, md)
        self.owner = owner

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        element = self.owner.links.render_note(m.group(1)) if self.owner.links else None
        return (element, m.start(), m.end()) if element is not None else _NOTHING
