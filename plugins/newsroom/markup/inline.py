"""Inline text on Python-Markdown's extension API: deliberate signs work, accidental ones stay text.

``**“…”**là`` is bold although a letter follows; ``(*)``, ``2 * 3``, ``a_b_c``,
``5~10``, ``<60`` and ``[tên]`` are shown as typed; raw HTML has no pattern
here and so is text.  All patterns work on bounded pieces (:mod:`newsroom.markup.bounds`).
"""

from __future__ import annotations

import re
from typing import Any, Protocol
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import ESCAPE_RE, EscapeInlineProcessor, InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, Registry

from newsroom.markup.bounds import holds_any, is_bounded
from newsroom.markup.html import Unsigned, find_kept, render_element
from newsroom.markup.references import LINK, Reference, find_link
from newsroom.markup.reports import REPORT

# Every branch begins with the sign itself and looks behind it afterwards, so that
# the search can skip to the next sign: several times faster on plain prose.
_EMPHASIS = (
    r"\*\*\*(?=[^\s*])(?P<both>[^*]+?)(?<=[^\s*])\*\*\*"
    r"|\*\*(?=[^\s*).,;:!?\]])(?P<strong>(?:[^*]|\*(?!\*))+?)(?<=[^\s*(])\*\*(?!\*)"
    r"|\*(?<![\w*]\*)(?=[^\s*).,;:!?\]])(?P<em>[^*\n]+?)(?<=[^\s*(])\*(?!\*)"
    r"|__(?<![\w_]__)(?=[^\s_])(?P<strong_low>[^_\n]+?)(?<=[^\s_])__(?![\w_])"
    r"|_(?<![\w_]_)(?=[^\s_])(?P<em_low>[^_\n]+?)(?<=[^\s_])_(?![\w_])"
)
_REFERENCE = (
    r"(?P<ticks>`+)(?<!\\`)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|\[(?<!\\\[)\^(?P<note>[^\]\s]{1,40})\]"
    rf"|(?P<link>{LINK})|(?P<report>{REPORT})"
    r"|<(?P<pointed>https?://[^\s<>]{1,2000})>|h(?<![\w/]h)(?P<bare>ttps?://[^\s<>“”\"]{1,2000})"
)
_TRAILING = ".,;:!?)…"
_SIGNS = ("*", "_", "`", "\\", "{", "[^", "](", "http")


class Links(Protocol):
    """Where a typed link leads; knows the story that is being rendered."""

    def render_link(self, reference: Reference) -> Element | None:
        """The link's element, or None when it is shown as typed."""

    def render_note(self, name: str) -> Element | None:
        """The footnote reference's element, or None when no such note is typed."""

    def render_report(self, typed: str, before: str) -> Element | None:
        """The link to a task that is reported on, or None when the marker names none."""


class InlineText:
    """One Python-Markdown instance whose inline half renders our documents' text.

    Attributes:
        links: set before each document.
    """

    def __init__(self) -> None:
        self.links: Links | None = None
        self._markdown = Markdown(extensions=[_Inline(self)])
        self._inline = self._markdown.treeprocessors["inline"]

    def render(self, root: Element, links: Links) -> str:
        """HTML of the blocks inside ``root``, one below the other, every text parsed inline.

        Python-Markdown sees the blocks that hold a sign; numbers and lines of the others are
        marked up as they are written.
        """
        self.links = links
        self._markdown.reset()
        signed = Element(root.tag)
        signed.extend(block for block in root if _holds_signs(block))
        if len(signed):
            self._inline.run(signed)
        return "\n".join(map(render_element, root))

    def parse(self, root: Element, links: Links) -> Element:
        """The tree with every text parsed inline."""
        self.links = links
        self._markdown.reset()
        for treeprocessor in self._markdown.treeprocessors:
            root = treeprocessor.run(root) or root
        return root


def set_text(element: Element, text: str) -> None:
    """Give an element inline text, as its text or, behind children, as the last child's tail.

    Text without a sign that could mean something never reaches Python-Markdown.
    """
    if is_bounded(text):
        piece: str = AtomicString(text)
    else:
        piece = Unsigned(text) if means_nothing(text) else text
    if len(element):
        element[-1].tail = piece
    else:
        element.text = piece


def means_nothing(text: str) -> bool:
    """Whether a text has no sign that could mean something."""
    return not holds_any(text, _SIGNS)


def set_plain(element: Element, text: str) -> None:
    """Give an element text in which no sign means anything."""
    element.text = AtomicString(text)


def _holds_signs(block: Element) -> bool:
    """Whether any text of a block is meant for Python-Markdown."""
    return any(type(element.text) is str or type(element.tail) is str for element in block.iter())


def set_unsigned(element: Element, text: str) -> None:
    """Give an element text in which no sign means anything, but whose numbers and lines are kept together."""
    element.text = AtomicString(text) if is_bounded(text) else Unsigned(text)


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
        md.treeprocessors.register(_Plain(md), "newsroom-plain", 10)
        patterns: list[InlineProcessor] = [
            _Reference(_REFERENCE, md, self.owner),
            EscapeInlineProcessor(ESCAPE_RE, md),
            _Emphasis(_EMPHASIS, md),
            _Emphasis(_EMPHASIS, md),  # once more, for emphasis within emphasis
        ]
        for rank, pattern in enumerate(patterns):
            md.inlinePatterns.register(pattern, f"newsroom-{rank}", 200 - rank)


Handled = tuple[Any, Any, Any]
_NOTHING: Handled = (None, None, None)


class _Emphasis(InlineProcessor):
    """Bold and italics; glued to the next word too, never around ``(*)`` or ``2 * 3``."""

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        kind = m.lastgroup or ""
        element = inner = Element("em" if kind.startswith("em") else "strong")
        if kind == "both":
            inner = SubElement(element, "em")
        inner.text = m.group(kind)
        return element, m.start(), m.end()


class _Reference(InlineProcessor):
    """Code, footnote signs, links and bare addresses: what is shown letter for letter or leads somewhere."""

    def __init__(self, pattern: str, md: Markdown, owner: InlineText) -> None:
        super().__init__(pattern, md)
        self.owner = owner

    def handleMatch(self, m: re.Match[str], data: str) -> Handled:  # type: ignore[override]  # noqa: N802
        links = self.owner.links
        element: Element | None = None
        end = m.end()
        if m["code"]:
            element = Element("code")
            set_plain(element, m["code"].strip())
        elif m["note"]:
            element = links.render_note(m["note"]) if links else None
        elif m["report"]:
            element = links.render_report(m["report"], data[: m.start()]) if links else None
        elif m["link"]:
            element = links.render_link(find_link(m["link"])) if links else None
        else:
            address = m["pointed"] or ("h" + m["bare"]).rstrip(_TRAILING)
            end = end if m["pointed"] else m.start() + len(address)
            element = Element("a", {"href": address})
            set_plain(element, address)
        return (element, m.start(), end) if element is not None else _NOTHING


class _Plain(Treeprocessor):
    """Line breaks, and numbers with their units, codes and accounts that must stay on one line.

    Works on text that is through with Python-Markdown's patterns, before its escapes are
    undone; code and markers are left alone.
    """

    def run(self, root: Element) -> None:
        """Split every text of the tree."""
        for element in list(root.iter()):
            children = list(element)
            for i in range(len(children) - 1, -1, -1):
                if children[i].tail:
                    children[i].tail = self._split(element, i + 1, children[i].tail or "")
            if element.text and type(element.text) is not AtomicString:
                element.text = self._split(element, 0, element.text)

    def _split(self, parent: Element, index: int, text: str) -> str:
        """Put what is found into elements from ``index`` on; the text before the first."""
        before, at, made = text, 0, None
        for match in find_kept(text):
            piece = match.group()
            between = text[at : match.start()]
            if made is None:
                before = between
            else:
                made.tail = between
            made = Element("br") if piece == "\n" else Element("span", {"class": "nowrap"})
            made.text = None if piece == "\n" else piece
            parent.insert(index, made)
            index, at = index + 1, match.end()
        if made is not None:
            made.tail = text[at:]
        return before
