"""The standfirst above a story, and the sentence that machines show for it."""

from __future__ import annotations

from newsroom.model import Story
from newsroom.text.cleaning import fold_spaces
from newsroom.text.folding import same_words

DESCRIPTION_LENGTH = 160
"""Characters that search engines and networks show of a description."""


def find_standfirst(story: Story) -> str:
    """The head's summary; empty when it equals the first paragraph, which stands right below (contract §4)."""
    summary = fold_spaces(story.head.summary)
    return "" if not summary or same_words(summary, story.facts.opening) else summary


def write_description(story: Story) -> str:
    """The summary, else the first paragraph, cut between words to a length that machines show."""
    text = fold_spaces(story.head.summary) or story.facts.opening
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
