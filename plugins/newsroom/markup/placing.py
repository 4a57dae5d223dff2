"""Which words belong to which photos.

``place_captions`` goes from the surest evidence to the least: a number in the
label, a line right under or over a photo, the only photo beside a caption,
and at last the rule for ties.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from newsroom.markup.board import Placing, Taken, find_captioned, is_credit_line
from newsroom.markup.captions import is_italic, undecorated
from newsroom.markup.chunks import Chunk, PhotoChunk, TextChunk
from newsroom.markup.closing import hold_closing_credit, place_closing_credit
from newsroom.markup.credits import split_credit
from newsroom.markup.figures import Draft, FigureChunk, parse_figure
from newsroom.markup.lines import join_wraps
from newsroom.markup.numbered import group_numbered
from newsroom.model import Notice

LONGEST_SENTENCE = 150
"""Characters from which a bare line of several sentences under a photo is a paragraph."""

LONGEST_BARE = 300
"""Characters of a line right under a photo that can still be its caption."""


def place_captions(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Notice]]:
    """Turn photos and their captions into figures; the rest stays as it is."""
    if not any(isinstance(chunk, PhotoChunk) for chunk in chunks):
        return list(chunks), []
    placing = Placing(group_numbered(chunks))
    held = hold_closing_credit(placing)
    _place_attached(placing)
    _place_styled(placing)
    _place_clear(placing, range(len(placing.chunks)))
    _place_ties(placing)
    if held:
        place_closing_credit(placing, held)
    _place_credits(placing)
    return list(_figures(placing)), placing.notices


# ── From the surest evidence to the least ───────────────────────────────────


def _place_attached(placing: Placing) -> None:
    """Captions that touch their photos, without a blank line between."""
    i = 0
    while i < len(placing.chunks):
        draft = placing.draft(i)
        following = placing.chunks[i + 1] if draft and i + 1 < len(placing.chunks) else None
        if draft and isinstance(following, TextChunk) and not following.gap:
            if not placing.label_at(i + 1):
                _take_bare(placing, draft, i + 1, following)
            elif not is_credit_line(placing, i + 1):
                placing.give(draft, i + 1, "after")
        i += 1
    for i in range(1, len(placing.chunks)):
        draft = placing.draft(i)
        if draft and not draft.chunk.gap and placing.label_at(i - 1):
            placing.give(draft, i - 1, "before")


def _take_bare(placing: Placing, draft: Draft, i: int, chunk: TextChunk) -> None:
    """A bare line right under a photo is its caption, unless it leads in to what follows."""
    typed = join_wraps(chunk.texts)
    if chunk.line == draft.chunk.photos[-1][1] and typed[0][0].islower():
        return  # a photo typed in the middle of a sentence
    if len(typed[0]) > LONGEST_SENTENCE and ". " in typed[0]:
        return
    if len(typed[0]) > LONGEST_BARE or typed[0].endswith(":"):
        return
    draft.caption, draft.place = undecorated(typed[0]), "after"
    placing.chunks[i] = Taken(chunk.line, chunk.gap)
    rest = list(chunk.lines)
    taken = ""
    while rest and len(taken) < len(typed[0]):
        taken = f"{taken} {rest.pop(0).text}".strip()
    if rest:
        placing.chunks.insert(i + 1, TextChunk(rest[0].number, False, rest))


def _place_styled(placing: Placing) -> None:
    """A line in italics, or one that ends in a credit, after a blank line under a photo."""
    for i in range(len(placing.chunks) - 1):
        draft, following = placing.draft(i), placing.chunks[i + 1]
        if not draft or not isinstance(following, TextChunk) or len(following.lines) > 1 or placing.label_at(i + 1):
            continue
        text = following.lines[0].text
        if len(text) <= LONGEST_BARE and (is_italic(text) or split_credit(undecorated(text))[1]):
            placing.give(draft, i + 1, "after")


def _place_clear(placing: Placing, places: Iterable[int]) -> None:
    """Captions with exactly one photo beside them that still lacks one.

    A photo that has found its caption may settle the captions on its other
    side, so only those are looked at again: linear in a story of any length.
    """
    waiting = deque(places)
    while waiting:
        i = waiting.popleft()
        if placing.label_at(i) is None or is_credit_line(placing, i):
            continue
        above, below = placing.draft(i - 1), placing.draft(i + 1)
        if above and not below:
            placing.give(above, i, "after")
            waiting.append(i - 2)
        elif below and not above:
            placing.give(below, i, "before")
            waiting.append(i + 2)


def _place_ties(placing: Placing) -> None:
    """A caption between two photos that both lack one goes to the photo above."""
    places = {draft.place for draft in placing.drafts.values() if draft.caption}
    side = "before" if places == {"before"} else "after"
    for i in range(len(placing.chunks)):
        chunk = placing.label_at(i)
        above, below = placing.draft(i - 1), placing.draft(i + 1)
        if chunk and not is_credit_line(placing, i) and above and below:
            placing.notices.append(
                Notice(
                    "caption-ambiguous",
                    "warning",
                    chunk.line,
                    f"Chú thích đứng giữa hai ảnh; trang hiểu là của ảnh {'dưới' if side == 'before' else 'trên'}.",
                    "Nếu không đúng, hãy đặt chú thích ngay dưới ảnh của nó, không cách dòng.",
                    found=chunk.lines[0].text,
                )
            )
            placing.give(below if side == "before" else above, i, side)
            _place_clear(placing, (i - 2, i + 2))


def _place_credits(placing: Placing) -> None:
    """``Ảnh: <tên>`` under a photo that has its caption already."""
    for i in range(len(placing.chunks)):
        chunk = placing.label_at(i)
        if not chunk:
            continue
        draft = find_captioned(placing, i)
        if draft and not draft.credit and is_credit_line(placing, i):
            draft.credit = undecorated(" ".join(chunk.texts))
            placing.chunks[i] = Taken(chunk.line, chunk.gap)


def _figures(placing: Placing) -> Iterator[Chunk]:
    for i, chunk in enumerate(placing.chunks):
        if isinstance(chunk, Taken):
            continue
        if not isinstance(chunk, PhotoChunk):
            yield chunk
            continue
        draft = placing.drafts.get(i) or Draft(chunk)
        groups = [chunk.photos] if draft.caption else [[photo] for photo in chunk.photos]
        for k, photos in enumerate(groups):
            yield FigureChunk(photos[0][1], chunk.gap if not k else False, parse_figure(draft, photos))
