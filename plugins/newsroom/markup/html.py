"""ELEMENTS → HTML: numbers and lines are marked up while text is written, which needs no elements for them.

The same bytes as ``xml.etree.ElementTree.tostring(method="html")`` gives for the
tree that :mod:`newsroom.markup.inline` parses, several times faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown.util import ETX, STX, AtomicString

_UNITS = (
    "%|‰|°C|đồng|VNĐ|tỷ đồng|tỉ đồng|triệu đồng|nghìn đồng|tỷ|tỉ|triệu|kg|g|gam|tấn|tạ|yến|lít|ml|km|m|cm|m²|m2|ha"
    "|đơn vị máu"
)
# Begins with all first characters there are, so that the search skips from one such to the next.
_KEPT = re.compile(
    r"[\d+\n](?:(?<=\d)(?:"
    rf"(?<![\w/.,-]\d)[\d.,]* (?:{_UNITS})(?!\w)"
    r"|(?<![\w/.-]\d)\d{0,5}(?:/\d{4})?[/-][A-ZĐƯ]{1,6}(?:[-–/][\wĐƯƠĂÂÊÔ]+){0,4}(?![\w/-])"
    r"|(?<![\w.]\d)\d{1,5}(?:[ .]\d{2,6}){2,6}(?![\w/]|[.,]\d))"
    r"|(?<=\+)(?<![\w.]\+)\d{2,6}(?:[ .]\d{2,6}){2,6}(?![\w/]|[.,]\d)"
    r"|(?<=\n))"
)
_ESCAPE = re.compile(rf"{STX}(\d+){ETX}")
"""How Python-Markdown keeps a sign that a backslash escaped."""

LONGEST_NOWRAP = 30
"""Characters kept on one line; a longer piece would not fit on a small phone."""


class Unsigned(AtomicString):
    """Text in which no sign can mean anything to Python-Markdown, but whose numbers and lines may."""


def find_kept(text: str) -> Iterator[re.Match[str]]:
    """Line breaks, and numbers with their units, codes and accounts that must stay on one line."""
    return (match for match in _KEPT.finditer(text) if len(match[0]) <= LONGEST_NOWRAP)


def render_element(element: Element) -> str:
    """An element that is through with Python-Markdown's patterns; a tail of its own is left out.

    Text is marked up unless it is exactly an ``AtomicString``: code, markers and what is too long.
    """
    tag = element.tag
    attributes = "".join([f' {name}="{_render_value(value)}"' for name, value in element.items()])
    text = element.text
    if not text:
        inside = ""
    elif type(text) is AtomicString:
        inside = _escape(text) if tag == "code" else _unescape(_escape(text))
    else:
        inside = _render_text(text)
    if len(element):
        parts = [inside]
        for child in element:
            parts.append(render_element(child))
            if child.tail:
                parts.append(_render_text(child.tail))
        inside = "".join(parts)
    return f"<{tag}{attributes}>{inside}" if tag in HTML_EMPTY else f"<{tag}{attributes}>{inside}</{tag}>"


def _render_text(text: str) -> str:
    return _unescape(_KEPT.sub(_render_kept, _escape(text)))


def _render_kept(match: re.Match[str]) -> str:
    piece = match[0]
    if piece == "\n":
        return "<br>"
    return f'<span class="nowrap">{piece}</span>' if len(piece) <= LONGEST_NOWRAP else piece


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unescape(html: str) -> str:
    return _ESCAPE.sub(lambda found: _escape(chr(int(found[1]))), html) if STX in html else html


def _render_value(value: str) -> str:
    typed = _ESCAPE.sub(lambda found: chr(int(found[1])), value) if STX in value else value
    return typed.replace("&", "&amp;").replace(">", "&gt;").replace('"', "&quot;")
