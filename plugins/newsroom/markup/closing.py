"""A last ``Ảnh: <tên>``: who took all the photos, or the caption of the last one."""

from __future__ import annotations

from newsroom.markup.board import Placing, is_credit_line
from newsroom.markup.captions import parse_label, undecorated
from newsroom.markup.chunks import PhotoChunk, TextChunk
from newsroom.markup.credits import is_name
from newsroom.markup.figures import Draft, find_description
from newsroom.model import Notice


def hold_closing_credit(placing: Placing) -> TextChunk | None:
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


def place_closing_credit(placing: Placing, held: TextChunk) -> None:
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
        if not above or is_credit_line(placing, len(placing.chunks) - 1):
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
