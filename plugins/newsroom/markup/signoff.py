"""The sign-off: who signs a story, at its end.

Offices push it right with spaces or tabs, or type a credit (``Tin, ảnh: X``),
a bare name, or a whole signature block (``TM. BAN …``, ``CHỦ TỊCH``, ``(Đã
ký)``, name).  It may stand before the last photos.  The same words anywhere
else are text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from newsroom.markup.captions import is_labelled
from newsroom.markup.chunks import Chunk, ColumnsChunk, ItemChunk, PhotoChunk, TextChunk
from newsroom.markup.credits import is_name
from newsroom.markup.lines import Line
from newsroom.markup.rendering import Rendering, add
from newsroom.model import Block, SignOff

PUSHED = 12
"""Columns of indent from which a short last line was pushed right."""

NUDGED = 3
"""Columns of indent that count only when the words can sign."""

LONGEST = 110
"""Characters a sign-off line may have."""

LONGEST_BYLINE = 80
"""Characters of a byline; ``Tin: …`` before a whole sentence is text."""

_BYLINE = re.compile(
    r"(?i)(?:tin|bài|tin bài|bài viết|thực hiện|người viết|người đưa tin|tác giả|nguồn tin|phóng viên|biên tập|theo)"
    r"(?:\s*(?:,|-|–|/|\+|và|&)\s*(?:bài|ảnh|hình|video|clip))*\s*:\s*\S"
)
_PHOTOS_BY = re.compile(r"(?i)(?:ảnh|hình|hình ảnh|video|clip)\s*:\s*\S")
_ON_BEHALF = re.compile(r"(?:TM|KT|TL|TUQ|T/M|K/T|T/L|Q)\s?\.?\s+(?=[A-ZĐÀ-Ỹ])|T/M\b|K/T\b")
_OFFICE = re.compile(
    r"(?:PHÓ |QUYỀN |ỦY VIÊN |UỶ VIÊN )*(?:CHỦ TỊCH|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|GIÁM ĐỐC|THƯỜNG TRỰC|BÍ THƯ"
    r"|TRƯỞNG PHÒNG|TỔNG THƯ KÝ|HIỆU TRƯỞNG|NGƯỜI LẬP|NGƯỜI VIẾT|THỦ TRƯỞNG|BAN (?:TỔ CHỨC|THƯỜNG VỤ|CHẤP HÀNH))\b"
)
_SIGNED = re.compile(r"(?i)\(?\s*(?:đã ký|ký tên|ký, ghi rõ họ tên|ký, đóng dấu|đã ký và đóng dấu)\b")
_PLACE_DATE = re.compile(r"[^.!?;:]{2,50},\s*ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}\.?$")
_RECIPIENTS = re.compile(r"(?i)nơi nhận\s*:")


@dataclass(slots=True)
class SignOffChunk(Chunk):
    """A sign-off in the flat reading."""

    lines: list[Line] = field(default_factory=list)


def place_signoff(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Mark the sign-off among the last chunks; everything else stays as it is."""
    placed = list(chunks)
    start = _region(placed)
    signing = [
        i
        for i in range(start, len(placed))
        if isinstance((chunk := placed[i]), TextChunk) and not _is_caption(placed, i) and _signs(chunk, placed, i)
    ]
    for i in signing:
        chunk = placed[i]
        assert isinstance(chunk, TextChunk)
        placed[i] = SignOffChunk(chunk.line, chunk.gap, chunk.lines)
    _split_glued(placed)
    return _joined(placed)


def _region(chunks: Sequence[Chunk]) -> int:
    """Index from which a sign-off may stand: after the last chunk that is surely body."""
    i = len(chunks)
    recipients = max((k for k, c in enumerate(chunks) if _begins_recipients(c)), default=-1)
    while i:
        chunk = chunks[i - 1]
        of_recipients = i - 1 == recipients or (isinstance(chunk, ItemChunk) and 0 <= recipients < i - 1)
        signing = isinstance(chunk, TextChunk) and (_is_caption(chunks, i - 1) or _signs(chunk, chunks, i - 1))
        if of_recipients or signing or isinstance(chunk, (PhotoChunk, ColumnsChunk)):
            i -= 1
        else:
            break
    return i


def _begins_recipients(chunk: Chunk) -> bool:
    return isinstance(chunk, TextChunk) and bool(_RECIPIENTS.match(chunk.lines[0].text))


def _is_caption(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a text beside photos is their caption and not a signing line."""
    chunk = chunks[i]
    if not isinstance(chunk, TextChunk):
        return False
    above = i > 0 and isinstance(chunks[i - 1], PhotoChunk)
    below = i + 1 < len(chunks) and isinstance(chunks[i + 1], PhotoChunk)
    first = chunk.lines[0]
    if is_labelled(first.text):
        return (above or below) and first.indent < 2 * PUSHED
    return above and not chunk.gap and first.indent < PUSHED and not _BYLINE.match(first.text)


def _signs(chunk: TextChunk, chunks: Sequence[Chunk], i: int) -> bool:
    """Whether every line of a last paragraph signs the story."""
    if any(len(line.text) > LONGEST for line in chunk.lines) or _begins_recipients(chunk):
        return False
    if all(line.indent >= PUSHED for line in chunk.lines):
        return True
    texts = [_plain(t) for t in chunk.texts]
    if _is_block(texts, chunks, i):
        return True
    if all(len(t) <= LONGEST_BYLINE and not t.endswith("./.") for t in texts) and all(
        _BYLINE.match(t) or _PHOTOS_BY.match(t) for t in texts
    ):
        return any(_BYLINE.match(t) for t in texts) or _beside_byline(chunks, i)
    nudged = chunk.lines[0].indent >= NUDGED
    return len(texts) <= 2 and all(is_name(t) for t in texts) and (nudged or _after_sentence(chunks, i))


def _plain(text: str) -> str:
    return text.strip("*_ ")


def _is_block(texts: Sequence[str], chunks: Sequence[Chunk], i: int) -> bool:
    """Whether the lines belong to a signature block (``TM. …``, office, ``(Đã ký)``, name)."""
    official = [bool(_ON_BEHALF.match(t) or _OFFICE.match(t) or _SIGNED.match(t)) for t in texts]
    if all(official[k] or is_name(t) or _PLACE_DATE.match(t) for k, t in enumerate(texts)):
        return any(official) or _beside_official(chunks, i)
    return False


def _beside_official(chunks: Sequence[Chunk], i: int) -> bool:
    for k in (i - 1, i - 2, i + 1):
        chunk = chunks[k] if 0 <= k < len(chunks) else None
        if isinstance(chunk, TextChunk):
            last = _plain(chunk.lines[-1 if k < i else 0].text)
            if _SIGNED.match(last) or _ON_BEHALF.match(last) or _OFFICE.match(last):
                return True
    return False


def _beside_byline(chunks: Sequence[Chunk], i: int) -> bool:
    for k in (i - 1, i + 1):
        chunk = chunks[k] if 0 <= k < len(chunks) else None
        if isinstance(chunk, TextChunk) and any(_BYLINE.match(_plain(t)) for t in chunk.texts):
            return True
    return False


def _after_sentence(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a bare name stands on its own after the story, not under a lead-in such as ``gồm:``."""
    chunk = chunks[i]
    if not chunk.gap:
        return False
    before = chunks[i - 1] if i else None
    if before is None:
        return False
    return not (isinstance(before, TextChunk) and (before.lines[-1].text[-1] == ":" or is_labelled(before.texts[0])))


def _split_glued(chunks: list[Chunk]) -> None:
    """A pushed or credited last line typed right under the last paragraph, or two names under a byline."""
    for i in range(len(chunks) - 1, -1, -1):
        chunk = chunks[i]
        if isinstance(chunk, (SignOffChunk, PhotoChunk)):
            continue
        if isinstance(chunk, (TextChunk, ItemChunk)) and len(chunk.lines) > 1:
            last = chunk.lines[-1]
            if (_BYLINE.match(_plain(last.text)) and len(last.text) <= LONGEST) or last.indent >= PUSHED * 2:
                del chunk.lines[-1]
                chunks.insert(i + 1, SignOffChunk(last.number, False, [last]))
        return


def _joined(chunks: list[Chunk]) -> list[Chunk]:
    """Sign-offs that follow one another are one."""
    joined: list[Chunk] = []
    for chunk in chunks:
        if isinstance(chunk, SignOffChunk) and joined and isinstance(joined[-1], SignOffChunk):
            joined[-1].lines.extend(chunk.lines)
        else:
            joined.append(chunk)
    return joined


def join_signoffs(blocks: Sequence[Block]) -> list[Block]:
    """One sign-off where a signature's lines came from two columns and from below them."""
    joined: list[Block] = []
    for block in blocks:
        last = joined[-1] if joined else None
        if isinstance(block, SignOff) and isinstance(last, SignOff):
            joined[-1] = SignOff((*last.lines, *block.lines), last.line)
        else:
            joined.append(block)
    return joined


def write_signoff(signoff: SignOff) -> str:
    """The sign-off as a clerk would type it, pushed right."""
    return "\n".join(" " * 2 * PUSHED + line for line in signoff.lines)


def render_signoff(signoff: SignOff, parent: Element, rendering: Rendering) -> None:
    """``p.signoff`` for one line, ``div.signoff`` for several (contract §4)."""
    marked = {} if rendering.for_feed else {"class_": "signoff"}
    if len(signoff.lines) == 1:
        add(parent, "p", signoff.lines[0], **marked)
        return
    box = add(parent, "div", **marked)
    for line in signoff.lines:
        add(box, "p", line)
