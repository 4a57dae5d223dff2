"""Quotations, fenced code, separators and footnotes: deliberate Markdown that offices seldom type."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.inline import set_plain, set_text
from newsroom.markup.rendering import Rendering, add
from newsroom.model import Code, Footnotes, Quote
from newsroom.text.slugs import slugify


def render_quote(quote: Quote, parent: Element, rendering: Rendering) -> None:
    """``blockquote`` around its blocks."""
    rendering.render_blocks(SubElement(parent, "blockquote"), quote.blocks, rendering)


def render_code(code: Code, parent: Element) -> None:
    """``pre`` with the text letter for letter."""
    element = SubElement(SubElement(parent, "pre"), "code")
    if code.language:
        element.set("data-language", code.language)
    set_plain(element, code.text)


def render_rule(parent: Element) -> None:
    """``hr``."""
    SubElement(parent, "hr")


def render_footnotes(footnotes: Footnotes, parent: Element, rendering: Rendering) -> None:
    """The notes in typed order, each with the sign that was typed and a way back."""
    box = parent if rendering.for_feed else add(parent, "section", class_="footnotes", aria_label="Chú thích cuối bài")
    for name, text in footnotes.notes:
        sign = slugify(name) or "x"
        paragraph = SubElement(box, "p", {} if rendering.for_feed else {"id": rendering.take_id(f"chu-{sign}")})
        if rendering.for_feed:
            set_plain(SubElement(paragraph, "sup"), name)
        else:
            set_plain(SubElement(SubElement(paragraph, "sup"), "a", {"href": f"#dan-{sign}"}), name)
        set_text(paragraph, f" {text}")


def write_code(code: Code) -> str:
    """The block between fences."""
    return f"```{code.language}\n{code.text}\n```"


def write_footnotes(footnotes: Footnotes) -> str:
    """``[^1]: text`` lines."""
    return "\n\n".join(f"[^{name}]: {text}" for name, text in footnotes.notes)
