"""Chunks: what the first, flat reading of a story is made of.

A chunk is a run of lines of one kind.  What chunks mean together (a caption
belongs to a photo, an item to a list, a last line is a sign-off) is decided
afterwards, by the constructs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from newsroom.markup.columns import Columns
from newsroom.markup.lines import Line
from newsroom.markup.markers import Marker
from newsroom.markup.references import Reference
from newsroom.markup.sheetlines import SheetLine


@dataclass(slots=True)
class Chunk:
    """Base of all chunks.

    Attributes:
        line: number of the first source line.
        gap: True when a blank line (or the story's start) stands before it.
    """

    line: int
    gap: bool


@dataclass(slots=True)
class PhotoChunk(Chunk):
    """Photos on lines of their own, without a blank line between them."""

    photos: list[tuple[Reference, int]] = field(default_factory=list)


@dataclass(slots=True)
class TextChunk(Chunk):
    """A paragraph: lines without a blank line between them."""

    lines: list[Line] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The lines' folded texts."""
        return [line.text for line in self.lines]


@dataclass(slots=True)
class ItemChunk(Chunk):
    """A list item and the lines right under it."""

    marker: Marker
    lines: list[Line] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The item's text without its marker."""
        return [self.marker.rest, *(line.text for line in self.lines[1:])]


@dataclass(slots=True)
class HeadingChunk(Chunk):
    """A heading typed with ``#``."""

    level: int
    text: str


@dataclass(slots=True)
class RowsChunk(Chunk):
    """Lines of a table, tab-separated or with pipes."""

    lines: list[Line] = field(default_factory=list)
    pipes: bool = False


@dataclass(slots=True)
class QuoteChunk(Chunk):
    """A ``>`` quotation: its lines without the sign."""

    lines: list[tuple[int, str]] = field(default_factory=list)


@dataclass(slots=True)
class CodeChunk(Chunk):
    """A fenced block, letter for letter."""

    text: str = ""
    language: str = ""


@dataclass(slots=True)
class RuleChunk(Chunk):
    """A line of dashes or stars."""

    text: str = ""


@dataclass(slots=True)
class ColumnsChunk(Chunk):
    """Two columns faked with spaces."""

    columns: Columns


@dataclass(slots=True)
class NoteChunk(Chunk):
    """A footnote's text."""

    name: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class SheetChunk(Chunk):
    """A line that names a spreadsheet beside the story."""

    sheet: SheetLine
    text: str
