"""A document → text as a clerk would type it; reading that text gives the same document."""

from __future__ import annotations

from collections.abc import Sequence

from newsroom.markup.asides import write_code, write_footnotes
from newsroom.markup.columns import write_letterhead
from newsroom.markup.figures import write_figure
from newsroom.markup.galleries import write_gallery
from newsroom.markup.lists import write_list
from newsroom.markup.paragraphs import write_heading, write_paragraph
from newsroom.markup.sheetlines import write_sheet
from newsroom.markup.signoff import write_signoff
from newsroom.markup.tables import write_table
from newsroom.model import (
    AwardSheet,
    Block,
    Code,
    Document,
    Figure,
    Footnotes,
    Gallery,
    Heading,
    ItemList,
    Letterhead,
    Paragraph,
    Quote,
    SignOff,
    Table,
)


def write_document(document: Document) -> str:
    """The whole body, a blank line between blocks."""
    return write_blocks(document.blocks) + "\n"


def write_blocks(blocks: Sequence[Block]) -> str:
    """Blocks with a blank line between them."""
    return "\n\n".join(map(_write_block, blocks))


def _write_block(block: Block) -> str:
    match block:
        case Paragraph():
            return write_paragraph(block)
        case Heading():
            return write_heading(block)
        case Figure():
            return write_figure(block)
        case Gallery():
            return write_gallery(block)
        case ItemList():
            return write_list(block)
        case Table():
            return write_table(block)
        case AwardSheet():
            return write_sheet(block)
        case SignOff():
            return write_signoff(block)
        case Letterhead():
            return write_letterhead(block)
        case Code():
            return write_code(block)
        case Footnotes():
            return write_footnotes(block)
        case Quote():
            return "\n".join(f"> {line}".rstrip() for line in write_blocks(block.blocks).split("\n"))
        case _:
            return "---"
