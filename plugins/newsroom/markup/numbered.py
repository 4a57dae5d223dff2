"""Labels that count photos: ``Ảnh 1, 2 và 3: …`` holds for three, ``Ảnh 2: …`` for the second."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.markup.captions import parse_label
from newsroom.markup.chunks import Chunk, PhotoChunk, TextChunk
from newsroom.markup.references import Reference


def group_numbered(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Group photos that a label counts (``Ảnh 1, 2 và 3: …``) and move the label right under them."""
    regrouped: list[Chunk] = []
    seen, i = 0, 0
    while i < len(chunks):
        end = i
        while end < len(chunks) and (isinstance(chunks[end], PhotoChunk) or _numbers(chunks[end])):
            end += 1
        run = chunks[i:end]
        photos = [p for c in run if isinstance(c, PhotoChunk) for p in c.photos]
        captions = [c for c in run if isinstance(c, TextChunk)]
        grouped = _match_numbers(run, photos, captions, seen) if photos and captions else None
        regrouped += grouped or run or [chunks[i]]
        seen += len(photos)
        i = max(end, i + 1)
    return regrouped


def _numbers(chunk: Chunk) -> tuple[int, ...]:
    return parse_label(chunk.lines[0].text)[1] if isinstance(chunk, TextChunk) else ()


def _match_numbers(
    run: Sequence[Chunk], photos: list[tuple[Reference, int]], captions: list[TextChunk], seen: int
) -> list[Chunk] | None:
    """The run with each numbered caption under its photos; None when the numbers fit no photos."""
    for base in {seen, 0}:
        owners: dict[int, TextChunk] = {}
        places = [(n - 1 - base, caption) for caption in captions for n in _numbers(caption)]
        if all(0 <= place < len(photos) for place, _ in places) and len({p for p, _ in places}) == len(places):
            owners = dict(places)
            break
    else:
        return None
    grouped: list[Chunk] = []
    for k, photo in enumerate(photos):
        owner = owners.get(k)
        last = grouped[-1] if grouped else None
        if owner and k and owners.get(k - 1) is owner and isinstance(last, TextChunk):
            before = grouped[-2]
            assert isinstance(before, PhotoChunk)
            before.photos.append(photo)
            continue
        grouped.append(PhotoChunk(photo[1], True, [photo]))
        if owner:
            grouped.append(TextChunk(owner.line, False, owner.lines))
    return grouped if sum(isinstance(c, TextChunk) for c in grouped) == len(captions) else None
