"""The standfirst above a story, and the sentence that machines show for it."""

from __future__ import annotations

from newsroom.model import Story
from newsroom.site.edition import Edition
from newsroom.site.plain import find_first_paragraph, write_spaced
from newsroom.text.folding import same_words

DESCRIPTION_LENGTH = 160
"""Characters that search engines and networks show of a description."""


def find_standfirst(story: Story, edition: Edition) -> str:
    """The head's summary; empty when it equals the first paragraph, which stands right below (contract §4)."""
    summary = write_spaced(story.head.summary)
    return "" if same_words(summary, find_first_paragraph(story, edition)) else summary


def write_description(story: Story, edition: Edition) -> str:
    """The summary, else the first paragraph, cut between words to a length that machines show."""
    text = write_spaced(story.head.summary) or find_first_paragraph(story, edition)
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
