"""Paragraphs, their bold lead-ins (``* Đối tượng:``, ``Điều 1.``) and the lines offices use as headings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.inline import set_text
from newsroom.markup.lines import join_wraps
from newsroom.markup.rendering import Rendering, add, add_lines
from newsroom.model import Heading, Paragraph

_STAR = re.compile(r"\*\s+(?=\S)|\*(?=[^\s*][^*:]{0,60}:(?:\s[^*]*)?$)")
_LABEL = re.compile(r"([^\W\d_][^:;.!?]{0,60}?\s?:)(?:\s+|$)")
_ARTICLE = re.compile(r"((?:Điều|ĐIỀU)\s+\d{1,3}\s?[.:])\s+(?=\S)")
_DIVISION = re.compile(
    r"(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\s+(?:[IVXLC]+|\d{1,2}|[A-ZĐ]|thứ [^\W\d_]+)\b\s*[.:\-–]?\s*(.*)$"
)

LONGEST_HEADING = 140
"""Characters of a line that can be a heading by its capitals alone."""


def parse_paragraph(texts: Sequence[str], line: int, width: int = 0) -> Paragraph | Heading:
    """A paragraph, or a heading typed as offices do: one line in capitals, or a part or chapter."""
    if len(texts) <= 3 and all(headings := [find_heading(text) for text in texts]):
        return Heading(2, "\n".join(headings), line)
    if len(texts) == 1:
        if label := _find_label(texts[0]):
            typed, rest = label
            return Paragraph((rest,) if rest else (), line, typed)
    elif star := _find_label(texts[0]):
        typed, rest = star
        return Paragraph(
            join_wraps([rest, *texts[1:]], width) if rest else ("", *join_wraps(texts[1:], width)), line, typed
        )
    return Paragraph(join_wraps(texts, width), line)


def find_heading(text: str) -> str:
    """The text of a line that heads a section by its form alone, or empty."""
    if len(text) > LONGEST_HEADING:
        return ""
    if _DIVISION.match(text) and text[-1] not in ".;,":
        return text
    letters = [c for c in text if c.isalpha()]
    plain = text.strip("*_ ")
    if len(letters) < 6 or len(plain.split()) < 2 or plain[-1] in ".;,!?" or not letters[0].isupper():
        return ""
    if ":" in plain[:-1] or ". " in plain:
        return ""
    return plain if plain.upper() == plain and plain[0] not in "(#“\"'" else ""


def is_starred(text: str) -> bool:
    """Whether a line begins with a lone asterisk."""
    return bool(_STAR.match(text))


def begins_label(text: str) -> bool:
    """Whether a line begins a block of its own by its form: ``* Nhãn:``, ``Điều 2.``."""
    return is_starred(text) or bool(_ARTICLE.match(text))


def _find_label(text: str) -> tuple[str, str] | None:
    """Bold lead-in and the rest of a line, or None."""
    if match := _ARTICLE.match(text):
        return match.group(1), text[match.end() :]
    star = _STAR.match(text)
    if not star:
        return None
    rest = text[star.end() :].strip()
    match = _LABEL.match(rest)
    if match and "**" not in match.group(1):
        return match.group(1), rest[match.end() :]
    plain = rest.strip("*_ ")
    return (plain, "") if plain.endswith(":") and len(plain) <= 80 else None


def write_paragraph(paragraph: Paragraph) -> str:
    """The paragraph as a clerk would type it."""
    lines = "\n".join(paragraph.lines)
    if not paragraph.label:
        return lines
    star = "" if _ARTICLE.match(paragraph.label + " x") else "* "
    return f"{star}{paragraph.label}{' ' if paragraph.lines else ''}{lines}"


def write_heading(heading: Heading) -> str:
    """The heading with its ``#`` signs; one of several lines in capitals as it was typed."""
    return heading.text if "\n" in heading.text else f"{'#' * heading.level} {heading.text}"


def render_paragraph(paragraph: Paragraph, parent: Element, rendering: Rendering) -> None:
    """A paragraph, its lead-in in bold."""
    element = SubElement(parent, "p")
    if not paragraph.label:
        add_lines(element, paragraph.lines)
        return
    set_text(SubElement(element, "strong"), paragraph.label)
    if paragraph.lines:
        add_lines(element, (f" {paragraph.lines[0]}", *paragraph.lines[1:]))


def render_heading(heading: Heading, parent: Element, rendering: Rendering) -> None:
    """``h2`` to ``h4`` with an id of its own."""
    attributes = {} if rendering.for_feed else {"id": rendering.heading_id(heading.text)}
    add(parent, f"h{heading.level}", heading.text, **attributes)
