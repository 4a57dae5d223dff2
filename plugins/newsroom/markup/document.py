"""A story's lines → its :class:`~newsroom.model.Document`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from newsroom.markup.awards import names_award
from newsroom.markup.bounds import check_bounds, is_bounded
from newsroom.markup.captions import is_labelled, parse_label
from newsroom.markup.chunks import (
    Chunk,
    CodeChunk,
    ColumnsChunk,
    HeadingChunk,
    ItemChunk,
    NoteChunk,
    QuoteChunk,
    RowsChunk,
    RuleChunk,
    SheetChunk,
    TextChunk,
)
from newsroom.markup.comments import drop_comments
from newsroom.markup.figures import FigureChunk
from newsroom.markup.galleries import group_galleries
from newsroom.markup.lines import FENCE, find_wrap_width, join_wraps
from newsroom.markup.lists import continue_tasks, note_missing, parse_lists
from newsroom.markup.markers import Marker, find_marker
from newsroom.markup.outline import parse_chunks
from newsroom.markup.paragraphs import is_starred, parse_paragraph
from newsroom.markup.placing import place_captions
from newsroom.markup.references import find_links
from newsroom.markup.sheets import DOWNLOAD, FindSheet, no_sheets, read_award_sheet
from newsroom.markup.signoff import SignOffChunk, join_signoffs, place_signoff
from newsroom.markup.tables import parse_table
from newsroom.markup.ties import read_awards
from newsroom.model import (
    AwardSheet,
    Block,
    Code,
    Document,
    Footnotes,
    Heading,
    ItemList,
    Letterhead,
    Link,
    Notice,
    Paragraph,
    Quote,
    Rule,
    SignOff,
)

DEEPEST_QUOTE = 6
"""Quotations within quotations that are read as such; deeper ``>`` signs are text."""

_TASKS = re.compile(r"(?i)nhiệm vụ")


def parse_document(
    lines: Sequence[tuple[int, str]], *, tasks: bool = False, find_sheet: FindSheet = no_sheets
) -> Document:
    """Read a story's body.

    Args:
        lines: (number in the file, cleaned text) of every body line.
        tasks: whether the story's numbered lists are the year's tasks (head key ``nhiem-vu``).
        find_sheet: typed name → the spreadsheet beside the story, or None.

    Never raises, whatever the text.
    """
    body = drop_comments(lines)
    reading = _Reading(tasks, find_sheet)
    blocks = reading.read(body.lines, 0)
    if reading.footnotes:
        blocks.append(Footnotes(tuple(reading.footnotes)))
    awards, doubts = read_awards(blocks)
    notices = [*body.notices, *reading.notices, *doubts, *check_bounds(body.lines)]
    return Document(
        tuple(blocks),
        tuple(sorted(_find_links(body.lines, reading.sheets), key=lambda link: link.line)),
        awards,
        tuple(sorted(notices, key=lambda n: (n.line, n.column, n.code))),
        body.dropped,
    )


@dataclass(slots=True)
class _Reading:
    tasks: bool
    find_sheet: FindSheet
    notices: list[Notice] = field(default_factory=list)
    footnotes: list[tuple[str, str]] = field(default_factory=list)
    sheets: list[AwardSheet] = field(default_factory=list)
    lead: str = ""
    last_task: int = 0
    last_number: int = 0
    width: int = 0

    def read(self, lines: Sequence[tuple[int, str]], depth: int) -> list[Block]:
        """Blocks of the lines; quotations read themselves through the same steps."""
        chunks = [_as_item(chunk) for chunk in parse_chunks(lines)]
        self.width = self.width or _find_width(chunks)
        chunks, notices = place_captions(place_signoff(chunks) if depth == 0 else chunks)
        self.notices += notices
        blocks: list[Block] = []
        items: list[ItemChunk] = []
        for chunk in chunks:
            if isinstance(chunk, ItemChunk) and not _is_section(chunk):
                items.append(chunk)
                continue
            blocks += self._lists(items)
            items = []
            blocks += self._blocks(chunk, depth)
        return join_signoffs(group_galleries([*blocks, *self._lists(items)]))

    def _lists(self, items: list[ItemChunk]) -> list[ItemList]:
        if not items:
            return []
        lists, notices = parse_lists(items, tasks=self.tasks or _names_tasks(self.lead), width=self.width)
        lists = continue_tasks(lists, self.last_task)
        self.notices += (*notices, *self._check_gap(lists))
        numbers = [i.value for each in lists if each.kind == "tasks" for i in each.items if i.value]
        self.last_task = numbers[-1] if numbers else self.last_task
        return lists

    def _check_gap(self, lists: Sequence[ItemList]) -> Iterator[Notice]:
        """A list that goes on after a paragraph or a photo, but not with the next number."""
        for each in lists:
            first, last = each.items[0], each.items[-1]
            if first.value and first.value > 1 and 0 < self.last_number < first.value - 1:
                yield note_missing(str(self.last_number), first.marker, first.line)
            self.last_number = last.value or 0

    def _blocks(self, chunk: Chunk, depth: int) -> Iterator[Block]:
        match chunk:
            case TextChunk():
                yield self._paragraph(chunk)
            case ItemChunk():
                yield from self._section(chunk)
            case FigureChunk():
                yield chunk.figure
            case HeadingChunk():
                self.lead = chunk.text
                self.last_number = 0
                yield Heading(chunk.level, chunk.text, chunk.line)
            case RowsChunk():
                yield parse_table(chunk, self.lead.rstrip(" :"))
            case SignOffChunk():
                yield SignOff(tuple(line.text for line in chunk.lines), chunk.line)
            case SheetChunk():
                yield self._sheet(chunk)
            case QuoteChunk():
                yield from self._quote(chunk, depth)
            case CodeChunk():
                yield Code(chunk.text, chunk.line, chunk.language)
            case RuleChunk():
                yield Rule(chunk.line)
            case ColumnsChunk():
                yield from self._columns(chunk, depth)
            case NoteChunk():
                self.footnotes.append((chunk.name, " ".join(line.text for line in chunk.lines)))

    def _paragraph(self, chunk: TextChunk) -> Paragraph | Heading:
        text = chunk.lines[0].text
        if is_labelled(text) and parse_label(text)[0]:
            self.notices.append(
                Notice(
                    "caption-orphan",
                    "warning",
                    chunk.line,
                    "Dòng này giống chú thích ảnh nhưng không có ảnh nào ở cạnh.",
                    "Hãy đặt dòng này ngay dưới ảnh của nó, hoặc thêm ảnh.",
                    found=text,
                )
            )
            block: Paragraph | Heading = Paragraph(join_wraps(chunk.texts, self.width), chunk.line)
        else:
            block = parse_paragraph(chunk.texts, chunk.line, self.width)
        self.lead = block.text if isinstance(block, Heading) else (block.lines[-1] if block.lines else block.label)
        if isinstance(block, Paragraph) and len(block.lines) == 1 and block.label:
            self.lead = f"{block.label} {block.lines[0]}"
        return block

    def _section(self, chunk: ItemChunk) -> Iterator[Block]:
        """A Roman head, and the lines right under it as a paragraph."""
        sign = chunk.marker.text
        typed = chunk.lines[0].text.strip("*_ ")
        self.lead = chunk.marker.rest
        self.last_task = self.last_number = 0
        yield Heading(2, typed if typed.startswith(sign) else f"{sign} {chunk.marker.rest}", chunk.line)
        if len(chunk.lines) > 1:
            yield Paragraph(join_wraps(chunk.texts[1:], self.width), chunk.lines[1].number)

    def _sheet(self, chunk: SheetChunk) -> AwardSheet | Paragraph:
        """A sheet of honourees; a line that names anything else is text."""
        told = names_award(f"{chunk.sheet.text} {self.lead}")
        sheet, notices = read_award_sheet(chunk.sheet, self.find_sheet(chunk.sheet.name), told)
        self.notices += notices
        self.sheets += [sheet] if sheet else []
        return sheet or Paragraph((chunk.text,), chunk.line)

    def _quote(self, chunk: QuoteChunk, depth: int) -> Iterator[Block]:
        if depth < DEEPEST_QUOTE:
            yield Quote(tuple(self.read(chunk.lines, depth + 1)))
        else:
            yield Paragraph(tuple(text.strip() for _, text in chunk.lines if text.strip()), chunk.line)

    def _columns(self, chunk: ColumnsChunk, depth: int) -> Iterator[Block]:
        columns = chunk.columns
        if columns.closing:
            yield from self.read(columns.left, depth + 1)
            yield SignOff(tuple(text for _, text in columns.right), chunk.line)
        else:
            yield Letterhead(
                tuple(text for _, text in columns.left), tuple(text for _, text in columns.right), chunk.line
            )


def _find_width(chunks: Sequence[Chunk]) -> int:
    """The column at which the story's paragraphs are wrapped, if one shows it."""
    return max((find_wrap_width(c.texts) for c in chunks if isinstance(c, (TextChunk, ItemChunk))), default=0)


def _as_item(chunk: Chunk) -> Chunk:
    """A ``* …`` line that is no label is a deliberate Markdown bullet."""
    if not isinstance(chunk, TextChunk) or not is_starred(chunk.lines[0].text):
        return chunk
    block = parse_paragraph(chunk.texts, chunk.line)
    if isinstance(block, Paragraph) and block.label:
        return chunk
    marker = find_marker("- " + chunk.lines[0].text[1:].lstrip())
    if marker is None:
        return chunk
    return ItemChunk(chunk.line, chunk.gap, replace(marker, text="*", style="*"), chunk.lines)


def _is_section(chunk: ItemChunk) -> bool:
    """Whether an item heads a section: Roman or capital letter, one short line that is no sentence."""
    marker: Marker = chunk.marker
    if marker.style[0] not in "IA":
        return False
    return len(marker.rest) <= 140 and marker.rest[-1] not in ".;,"


def _names_tasks(lead: str) -> bool:
    return bool(_TASKS.search(lead[-120:]))


def _find_links(lines: Sequence[tuple[int, str]], sheets: Sequence[AwardSheet]) -> Iterator[Link]:
    """Every typed link; of the sheets those that readers may download, however they are named."""
    sheet_lines = {sheet.line for sheet in sheets}
    yield from (Link(sheet.name, sheet.text or DOWNLOAD, sheet.line) for sheet in sheets if sheet.offered)
    fenced = False
    for number, text in lines if any("](" in text for _, text in lines) else ():
        fenced = fenced != bool(FENCE.match(text))
        if not fenced and number not in sheet_lines and not is_bounded(text):
            yield from (Link(r.target, r.text, number) for r in find_links(text))
