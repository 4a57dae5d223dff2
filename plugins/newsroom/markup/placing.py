"""Which words belong to which photos.

``place_captions`` goes from the surest evidence to the least: a number in the
label, a line right under or over a photo, the only photo beside a caption,
and at last the rule for ties.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from newsroom.markup.captions import is_italic, is_labelled, parse_label, undecorated
from newsroom.markup.chunks import Chunk, PhotoChunk, TextChunk
from newsroom.markup.credits import is_name, split_credit
from newsroom.markup.figures import Draft, FigureChunk, find_description, parse_figure
from newsroom.markup.lines import join_wraps
from newsroom.markup.numbered import group_numbered
from newsroom.model import Notice

LONGEST_BARE = 300
"""Characters of a line right under a photo that can still be its caption."""


@dataclass(slots=True)
class _Placing:
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
        draft.label, _, draft.caption = parse_label(" ".join(chunk.texts))
        draft.place = place
        self.chunks[i] = _Taken(chunk.line, chunk.gap)


@dataclass(slots=True)
class _Taken(Chunk):
    """Where a caption stood that has found its photos."""


def place_captions(chunks: Sequence[Chunk]) -> tuple[list[Chunk], list[Notice]]:
    """Turn photos and their captions into figures; the rest stays as it is."""
    placing = _Placing(group_numbered(chunks))
    held = _hold_closing_credit(placing)
    _place_attached(placing)
    _place_styled(placing)
    _place_clear(placing)
    _place_ties(placing)
    if held:
        _place_closing_credit(placing, held)
    _place_credits(placing)
    return list(_figures(placing)), placing.notices


# ── From the surest evidence to the least ───────────────────────────────────


def _hold_closing_credit(placing: _Placing) -> TextChunk | None:
    """Take out a last ``Ảnh: <tên>``, which may credit all photos."""
    last = len(placing.chunks) - 1
    chunk = placing.label_at(last)
    if chunk is None or len(chunk.lines) > 1:
        return None
    label, numbers, rest = parse_label(chunk.lines[0].text)
    if not label or numbers or not is_name(rest):
        return None
    above = placing.chunks[last - 1] if last else None
    if isinstance(above, PhotoChunk) and not chunk.gap and len(above.photos) == 1:
        return None
    del placing.chunks[last]
    return chunk


def _place_attached(placing: _Placing) -> None:
    """Captions that touch their photos, without a blank line between."""
    i = 0
    while i < len(placing.chunks):
        draft = placing.draft(i)
        following = placing.chunks[i + 1] if draft and i + 1 < len(placing.chunks) else None
        if draft and isinstance(following, TextChunk) and not following.gap:
            if not placing.label_at(i + 1):
                _take_bare(placing, draft, i + 1, following)
            elif not _is_credit_line(placing, i + 1):
                placing.give(draft, i + 1, "after")
        i += 1
    for i in range(1, len(placing.chunks)):
        draft = placing.draft(i)
        if draft and not draft.chunk.gap and placing.label_at(i - 1):
            placing.give(draft, i - 1, "before")


def _take_bare(placing: _Placing, draft: Draft, i: int, chunk: TextChunk) -> None:
    """A bare line right under a photo is its caption, unless it leads in to what follows."""
    typed = join_wraps(chunk.texts)
    if len(typed[0]) > LONGEST_BARE or typed[0].endswith(":"):
        return
    draft.caption, draft.place = undecorated(typed[0]), "after"
    placing.chunks[i] = _Taken(chunk.line, chunk.gap)
    rest = list(chunk.lines)
    taken = ""
    while rest and len(taken) < len(typed[0]):
        taken = f"{taken} {rest.pop(0).text}".strip()
    if rest:
        placing.chunks.insert(i + 1, TextChunk(rest[0].number, False, rest))


def _place_styled(placing: _Placing) -> None:
    """A line in italics, or one that ends in a credit, after a blank line under a photo."""
    for i in range(len(placing.chunks) - 1):
        draft, following = placing.draft(i), placing.chunks[i + 1]
        if not draft or not isinstance(following, TextChunk) or len(following.lines) > 1 or placing.label_at(i + 1):
            continue
        text = following.lines[0].text
        if len(text) <= LONGEST_BARE and (is_italic(text) or split_credit(undecorated(text))[1]):
            placing.give(draft, i + 1, "after")


def _place_clear(placing: _Placing) -> None:
    """Captions with exactly one photo beside them that still lacks one."""
    changed = True
    while changed:
        changed = False
        for i in range(len(placing.chunks)):
            chunk = placing.label_at(i)
            if chunk is None or _is_credit_line(placing, i):
                continue
            above, below = placing.draft(i - 1), placing.draft(i + 1)
            if bool(above) != bool(below):
                placing.give(above or below, i, "after" if above else "before")  # type: ignore[arg-type]
                changed = True


def _is_credit_line(placing: _Placing, i: int) -> bool:
    """Whether a labelled line only names who took the captioned photo above it."""
    chunk = placing.label_at(i)
    if chunk is None or not is_name(parse_label(" ".join(chunk.texts))[2]):
        return False
    return _captioned_above(placing, i) is not None


def _captioned_above(placing: _Placing, i: int) -> Draft | None:
    """The photos above ``i`` that have their words already: a caption line, or typed alt text."""
    k = i - 1
    while k >= 0 and isinstance(placing.chunks[k], _Taken):
        k -= 1
    draft = placing.drafts.get(k)
    if draft and draft.caption and draft.place == "after":
        return draft
    above = placing.chunks[k] if k >= 0 else None
    if k == i - 1 and isinstance(above, PhotoChunk) and not (draft and draft.caption):
        return placing.draft(k) if all(find_description(photo) for photo, _ in above.photos) else None
    return None


def _place_ties(placing: _Placing) -> None:
    """A caption between two photos that both lack one goes to the photo above."""
    places = {draft.place for draft in placing.drafts.values() if draft.caption}
    side = "before" if places == {"before"} else "after"
    for i in range(len(placing.chunks)):
        chunk = placing.label_at(i)
        above, below = placing.draft(i - 1), placing.draft(i + 1)
        if chunk and not _is_credit_line(placing, i) and above and below:
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
            _place_clear(placing)


def _place_closing_credit(placing: _Placing, held: TextChunk) -> None:
    """A last ``Ảnh: <tên>``: credit of the bare photos, caption of the one above, or a paragraph."""
    text = held.lines[0].text
    bare = [d for i in range(len(placing.chunks)) if (d := placing.draft(i)) and not _has_words(d)]
    if sum(len(d.chunk.photos) for d in bare) > 1:
        for draft in bare:
            draft.credit = undecorated(text)
        meaning = "trang hiểu là tên người chụp các ảnh chưa có chú thích"
    else:
        placing.chunks.append(held)
        above = placing.draft(len(placing.chunks) - 2)
        if not above or _is_credit_line(placing, len(placing.chunks) - 1):
            return
        placing.give(above, len(placing.chunks) - 1, "after")
        meaning = "trang hiểu là chú thích của ảnh ngay trên"
    placing.notices.append(
        Notice(
            "credit-or-caption",
            "hint",
            held.line,
            f"Dòng này có thể là chú thích hoặc tên người chụp; {meaning}.",
            "Nếu là tên người chụp, có thể viết “Tin, ảnh: …” ở cuối bài.",
            found=text,
        )
    )


def _has_words(draft: Draft) -> bool:
    """Whether alt text or a title already says something about every photo of a group."""
    return all(find_description(photo) or photo.title for photo, _ in draft.chunk.photos)


def _place_credits(placing: _Placing) -> None:
    """``Ảnh: <tên>`` under a photo that has its caption already."""
    for i in range(len(placing.chunks)):
        chunk = placing.label_at(i)
        if not chunk:
            continue
        draft = _captioned_above(placing, i)
        if draft and not draft.credit and _is_credit_line(placing, i):
            draft.credit = undecorated(" ".join(chunk.texts))
            placing.chunks[i] = _Taken(chunk.line, chunk.gap)


def _figures(placing: _Placing) -> Iterator[Chunk]:
    for i, chunk in enumerate(placing.chunks):
        if isinstance(chunk, _Taken):
            continue
        if not isinstance(chunk, PhotoChunk):
            yield chunk
            continue
        draft = placing.drafts.get(i) or Draft(chunk)
        groups = [chunk.photos] if draft.caption else [[photo] for photo in chunk.photos]
        for k, photos in enumerate(groups):
            yield FigureChunk(photos[0][1], chunk.gap if not k else False, parse_figure(draft, photos))
