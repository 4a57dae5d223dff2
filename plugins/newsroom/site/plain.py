"""Typed text without its signs, for places that show no markup."""

from __future__ import annotations

from dataclasses import replace

from newsroom.markup import render_body
from newsroom.model import Document, Paragraph, Story
from newsroom.site.edition import Edition


def find_first_paragraph(story: Story, edition: Edition) -> str:
    """Plain text of the first paragraph, wherever the photos stand; empty when there is none."""
    first = next((block for block in story.document.blocks if isinstance(block, Paragraph)), None)
    return _write_plain(first, story, edition) if first else ""


def write_plain(inline: str, story: Story, edition: Edition) -> str:
    """One inline text of a story as plain text."""
    return _write_plain(Paragraph((inline,)), story, edition) if inline else ""


def write_spaced(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def _write_plain(paragraph: Paragraph, story: Story, edition: Edition) -> str:
    excerpt = replace(story, document=Document(blocks=(paragraph,)))
    return render_body(excerpt, links=edition.links, target="feed", settings=edition.settings).striptags()
