"""Lines → chunks: the first, flat reading of a story."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from newsroom.markup.bounds import holds_any
from newsroom.markup.captions import is_labelled
from newsroom.markup.chunks import (
    Chunk,
    CodeChunk,
    ColumnsChunk,
    HeadingChunk,
    ItemChunk,
    NoteChunk,
    PhotoChunk,
    QuoteChunk,
    RowsChunk,
    RuleChunk,
    SheetChunk,
    TextChunk,
)
from newsroom.markup.columns import parse_columns
from newsroom.markup.lines import Line, parse_line
from newsroom.markup.markers import Marker, find_marker, prove
from newsroom.markup.paragraphs import begins_label
from newsroom.markup.references import find_photos
from newsroom.markup.sheetlines import parse_line as parse_sheet_line

_FENCE = re.compile(r"(`{3,}|~{3,})\s*([\w+-]*)$")
_HEADING = re.compile(r"(#{1,6})\s+(\S.*)$")
_RULE = re.compile(r"(?:-\s?){3,}$|(?:\*\s?){3,}$|(?:_\s?){3,}$|={3,}$|~{3,}$|(?:—|–){3,}$")
_QUOTE = re.compile(r">\s?(?![\s\d=≥≤<>])(?=\S)|>$")
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]:\s*(\S.*)$")
_PIPES = re.compile(r"\|.*\|$")
_DELIMITER = re.compile(r"\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?$")
_ENDS = ".:;!?…,”)"


def parse_chunks(numbered: Sequence[tuple[int, str]]) -> list[Chunk]:
    """Read cleaned lines, each with its number in the file, into chunks; linear."""
    lines = _split_at_photos([parse_line(number, raw) for number, raw in numbered])
    markers = _find_markers(lines)
    chunks: list[Chunk] = []
    gap, i = True, 0
    while i < len(lines):
        if not lines[i].text:
            gap, i = True, i + 1
            continue
        for parse in () if _is_prose(lines[i]) else _PARSERS:
            if parsed := parse(lines, i, gap):
                chunk, i = parsed
                chunks.append(chunk)
                break
        else:
            i = _take_line(chunks, lines, markers, gap, i)
        gap = False
    return chunks


def _is_prose(line: Line) -> bool:
    """Whether a line has nothing with which any construct but a list, a caption or a label begins."""
    return line.text[0].isalnum() and not holds_any(line.raw, ("\t", "|", "  ", "\u00a0"))


def _take_line(chunks: list[Chunk], lines: Sequence[Line], markers: Sequence[Marker | None], gap: bool, i: int) -> int:
    """Put a line of text, photos or a list item where it belongs; the next index."""
    line, marker = lines[i], markers[i]
    following = markers[i + 1] if i + 1 < len(markers) else None
    last = chunks[-1] if chunks and not gap else None
    photos = list(find_photos(line.text))
    if photos:
        named = [(photo, line.number) for photo in photos]
        if isinstance(last, PhotoChunk):
            last.photos.extend(named)
        else:
            chunks.append(PhotoChunk(line.number, gap, named))
    elif marker and not _is_wrapped(last, marker, line):
        chunks.append(ItemChunk(line.number, gap, marker, [line]))
    elif isinstance(last, (ItemChunk, TextChunk, NoteChunk)) and not _breaks(last, line, following):
        last.lines.append(line)
    else:
        chunks.append(TextChunk(line.number, gap, [line]))
    return i + 1


def _is_wrapped(last: Chunk | None, marker: Marker, line: Line) -> bool:
    """Whether a marker only came to a line's start because a paragraph was wrapped there."""
    if not isinstance(last, TextChunk) or not (marker.is_bullet or marker.text[0] == "("):
        return False
    before = last.lines[-1].text
    return len(before) >= 40 and before[-1] not in _ENDS and (marker.rest[0].islower() or marker.rest[0].isdigit())


def _breaks(last: Chunk, line: Line, following: Marker | None) -> bool:
    """Whether a line begins a paragraph of its own although no blank line stands before it."""
    if isinstance(last, ItemChunk) and following and line.text[-1] == ":" and following.number == 1:
        return following.style == last.marker.style or begins_label(line.text)
    if isinstance(last, TextChunk):
        caption = is_labelled(last.lines[0].text)
        if caption:
            return not line.text[0].islower()
        if (last.lines[-1].indent >= 12) != (line.indent >= 12):
            return True
    return is_labelled(line.text) or begins_label(line.text)


def _split_at_photos(lines: list[Line]) -> list[Line]:
    """Give every run of photos a line of its own, so that text beside a photo is text under it."""
    split: list[Line] = []
    for line in lines:
        photos = list(find_photos(line.text)) if "![" in line.text else []
        at = 0
        for photo in photos:
            split += _piece(line, line.text[at : photo.start])
            split.append(Line(line.number, line.text[photo.start : photo.end], line.text[photo.start : photo.end], 0))
            at = photo.end
        split += _piece(line, line.text[at:]) if photos else [line]
    return split


def _piece(line: Line, text: str) -> list[Line]:
    text = text.strip()
    return [Line(line.number, text, text, 0)] if text.strip("*_|- ") else []


def _find_markers(lines: Sequence[Line]) -> list[Marker | None]:
    """Markers of all lines, the doubtful ones proved by their neighbours; none inside fences and tables."""
    found: list[Marker | None] = []
    fenced = False
    for line in lines:
        if line.text and _FENCE.match(line.text):
            fenced = not fenced
        found.append(find_marker(line.text) if line.text and not fenced and "\t" not in line.raw.strip() else None)
    return prove(found)


Parsed = tuple[Chunk, int] | None


def _parse_fence(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    fence = _FENCE.match(lines[i].text)
    if not fence:
        return None
    for end in range(i + 1, len(lines)):
        if lines[end].text == fence.group(1):
            text = "\n".join(line.raw for line in lines[i + 1 : end])
            return CodeChunk(lines[i].number, gap, text, fence.group(2)), end + 1
    return None


def _parse_columns(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    found = parse_columns(lines, i)
    return (ColumnsChunk(lines[i].number, gap, found[0]), found[1]) if found else None


def _parse_rule(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    if _RULE.match(lines[i].text):
        return RuleChunk(lines[i].number, gap, lines[i].text), i + 1
    return None


def _parse_heading(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    match = _HEADING.match(lines[i].text) if lines[i].text[0] == "#" else None
    if not match:
        return None
    text = match.group(2)
    closed = text.rstrip("#")
    text = closed.rstrip() if closed.endswith(" ") else text
    return HeadingChunk(lines[i].number, gap, min(max(len(match.group(1)), 2), 4), text), i + 1


def _parse_quote(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    end = i
    while end < len(lines) and lines[end].text[:1] == ">" and (end > i or _QUOTE.match(lines[end].text)):
        end += 1
    if end == i:
        return None
    return QuoteChunk(lines[i].number, gap, [(line.number, line.text[1:]) for line in lines[i:end]]), end


def _parse_note(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    match = _NOTE.match(lines[i].text) if lines[i].text.startswith("[^") else None
    if match:
        rest = match.group(2)
        return NoteChunk(lines[i].number, gap, match.group(1), [Line(lines[i].number, rest, rest, 0)]), i + 1
    return None


def _parse_pipe_rows(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    end = i
    while end < len(lines) and (_PIPES.match(lines[end].text) or (end == i + 1 and _is_delimiter(lines, i))):
        end += 1
    if end < i + 2 and not _is_delimiter(lines, i):
        return None
    if end < i + 2:
        end = i + 2
        while end < len(lines) and "|" in lines[end].text:
            end += 1
    return RowsChunk(lines[i].number, gap, list(lines[i:end]), pipes=True), end


def _is_delimiter(lines: Sequence[Line], i: int) -> bool:
    return (
        "|" in lines[i].text
        and i + 1 < len(lines)
        and "|" in lines[i + 1].text
        and bool(_DELIMITER.match(lines[i + 1].text))
    )


def _parse_tab_rows(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    end = i
    while end < len(lines) and "\t" in lines[end].raw.strip(" \u00a0") and lines[end].text:
        end += 1
    inner = sum("\t" in line.raw.strip() for line in lines[i:end])
    if inner < 2:
        return None
    return RowsChunk(lines[i].number, gap, list(lines[i:end])), end


def _parse_sheet(lines: Sequence[Line], i: int, gap: bool) -> Parsed:
    sheet = parse_sheet_line(lines[i].text, lines[i].number) if lines[i].text[0] in "[{" else None
    return (SheetChunk(lines[i].number, gap, sheet, lines[i].text), i + 1) if sheet else None


_PARSERS: tuple[Callable[[Sequence[Line], int, bool], Parsed], ...] = (
    _parse_fence,
    _parse_columns,
    _parse_tab_rows,
    _parse_pipe_rows,
    _parse_rule,
    _parse_heading,
    _parse_quote,
    _parse_note,
    _parse_sheet,
)
