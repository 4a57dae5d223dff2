"""The flat reading while captions find their photos: what stands where, and what is taken."""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.markup.captions import is_labelled, parse_label, undecorated
from newsroom.markup.chunks import Chunk, PhotoChunk, TextChunk
from newsroom.markup.credits import is_name
from newsroom.markup.figures import Draft, find_description
from newsroom.model import Notice


@dataclass(slots=True)
class Placing:
    """The flat reading while captions find their photos."""

    chunks: list[Chunk]
    drafts: dict[int, Draft] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)

    def draft(self, i: int) -> Draft | None:
        """The draft of the photos at ``i``, if photos stand there and lack a caption."""
        chunk = self.chunks[i] if 0 <= i < len(self.chunks) else None
        if not isinstance(chunk, PhotoChunk):
            return None
        draft = self.drafts.setdefault(i, Draft(chunk))
        return None if draft.caption else draft

    def label_at(self, i: int) -> TextChunk | None:
        """The labelled line at ``i``, if there is one."""
        chunk = self.chunks[i] if 0 <= i < len(self.chunks) else None
        return chunk if isinstance(chunk, TextChunk) and is_labelled(chunk.lines[0].text) else None

    def give(self, draft: Draft, i: int, place: str) -> None:
        """Make the text at ``i`` the caption of a draft."""
        chunk = self.chunks[i]
        assert isinstance(chunk, TextChunk)
        text = " ".join(chunk.texts)
        label, _, caption = parse_label(text)
        if text.startswith("(") and is_name(caption):
            draft.credit = undecorated(text)
        else:
            draft.label, draft.caption = label, caption
        draft.place = place
        self.chunks[i] = Taken(chunk.line, chunk.gap)


@dataclass(slots=True)
class Taken(Chunk):
    """Where a caption stood that has found its photos."""


def is_credit_line(placing: Placing, i: int) -> bool:
    """Whether a labelled line only names who took the captioned photo above it."""
    chunk = placing.label_at(i)
    if chunk is None or not is_name(parse_label(" ".join(chunk.texts))[2]):
        return False
    return find_captioned(placing, i) is not None


def find_captioned(placing: Placing, i: int) -> Draft | None:
    """The photos above ``i`` that have their words already: a caption line, or typed alt text."""
    k = i - 1
    while k >= 0 and isinstance(placing.chunks[k], Taken):
        k -= 1
    draft = placing.drafts.get(k)
    if draft and draft.caption and draft.place == "after":
        return draft
    above = placing.chunks[k] if k >= 0 else None
    if k == i - 1 and isinstance(above, PhotoChunk) and not (draft and draft.caption):
        return placing.draft(k) if all(find_description(photo) for photo, _ in above.photos) else None
    return None
