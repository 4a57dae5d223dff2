"""Hidden and withdrawn people: their rows in tables made from sheets, and where a story still names one.

What a clerk typed is never changed (contract §4); a table made from a sheet is ours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsroom.honours import find_mentions, hides_names, is_withdrawn, parse_withdrawn, write_initials
from newsroom.markup.headings import find_columns, name_columns
from newsroom.model import Award, AwardSheet, Block, Notice, SheetRow, SheetTable, Story
from newsroom.settings import Settings

_Listed = dict[tuple[str, int, str], Award]
"""Sheet, row and name → award."""


def conceal(story: Story, settings: Settings) -> tuple[Block, ...]:
    """The story's blocks, their sheets without withdrawn people and with initials where names are hidden."""
    blocks = story.document.blocks
    hidden, withdrawn = hides_names(story.head, settings), parse_withdrawn(settings.withdrawn)
    if not (hidden or withdrawn) or not any(isinstance(block, AwardSheet) for block in blocks):
        return blocks
    listed = {(a.sheet, a.row, a.who): a for a in story.document.awards if a.sheet}
    gone = {place for place, award in listed.items() if is_withdrawn(award, withdrawn)}
    kept = {place: award for place, award in listed.items() if place not in gone}
    return tuple(
        replace(block, tables=tuple(_conceal(t, block.name, kept if hidden else {}, gone) for t in block.tables))
        if isinstance(block, AwardSheet)
        else block
        for block in blocks
    )


def _conceal(table: SheetTable, sheet: str, hidden: _Listed, gone: set[tuple[str, int, str]]) -> SheetTable:
    names = name_columns(find_columns(table.header))
    rows = []
    for row in table.rows:
        place = (sheet, row.number, " ".join(filter(None, dict.fromkeys(row.cells[i] for i in names))))
        if row.honoured and place in gone:
            continue
        award = hidden.get(place)
        rows.append(_hide(row, names) if row.honoured and award and not award.collective else row)
    return replace(table, rows=tuple(rows))


def _hide(row: SheetRow, names: tuple[int, ...]) -> SheetRow:
    cells = (write_initials(cell) if i in names else cell for i, cell in enumerate(row.cells))
    return replace(row, cells=tuple(cells))


def check_withdrawn(story: Story, settings: Settings) -> Iterator[Notice]:
    """Places where the story's own text, or a sheet that it offers, still names a person who asked to be taken out."""
    withdrawn = parse_withdrawn(settings.withdrawn)
    if not withdrawn or story.head.status == "withdrawn":
        return
    for line, column, typed in find_mentions(story.lines, withdrawn):
        hint = "Hãy bỏ hoặc viết tắt tên này. Nếu chỉ trùng tên, hãy thêm vào đầu bài: allow: person-withdrawn – lý do."
        yield _note(line, typed, "Bài vẫn nêu tên", hint, column=column)
    offered = dict(story.attachments)
    for award in story.document.awards:
        if award.sheet in offered and is_withdrawn(award, withdrawn):
            hint = "Hãy xóa dòng này trong tệp, hoặc gõ {khen-thuong: tên tệp, không tải}."
            file = offered[award.sheet].original
            yield _note(award.row, award.who, "Tệp cho tải về vẫn có tên", hint, file=file)


def _note(line: int, typed: str, says: str, hint: str, *, column: int = 1, file: str = "") -> Notice:
    message = f"{says} “{typed}”, người đã đề nghị được gỡ khỏi trang."
    return Notice("person-withdrawn", "error", line, message, hint, column=column, found=typed, file=file)
