"""A story's document → the HTML of its body, for a page or for a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from xml.etree.ElementTree import Element

from markupsafe import Markup

from newsroom.honours import shown_awards
from newsroom.markup.asides import render_code, render_footnotes, render_quote, render_rule
from newsroom.markup.columns import render_letterhead
from newsroom.markup.concealing import conceal
from newsroom.markup.figures import find_sizes, render_figure
from newsroom.markup.galleries import render_gallery
from newsroom.markup.inline import InlineText, means_nothing
from newsroom.markup.links import (
    LinkContext,
    Target,
    check_links,
    find_linked,
    find_target,
    may_lead_to_story,
)
from newsroom.markup.lists import render_list
from newsroom.markup.paragraphs import render_heading, render_paragraph
from newsroom.markup.rendering import Purpose, Rendering
from newsroom.markup.sheets import render_sheet
from newsroom.markup.signoff import render_signoff
from newsroom.markup.tables import render_table
from newsroom.model import (
    Award,
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
    Notice,
    Paragraph,
    Picture,
    Quote,
    Rule,
    SignOff,
    Story,
    Table,
)
from newsroom.settings import Settings
from newsroom.text.cleaning import fold_spaces

LEAD_SIZES = "(min-width: 80rem) 62.5rem, (min-width: 64rem) calc(100vw - 17.5rem), 100vw"
"""How wide the theme shows the photo that opens a story."""

TEXT_SIZES = "(min-width: 64rem) 36.5rem, 100vw"
"""How wide the theme shows a photo within the text."""


def render_body(story: Story, *, links: Mapping[str, str], target: Purpose, settings: Settings) -> Markup:
    """Render a story's document.

    Args:
        links: source path of every story and page → its address (``News.addresses``).
        target: ``page``, or ``feed`` for absolute addresses and plain markup.
    """
    context = LinkContext(story.source, dict(story.attachments), story.photos, links)
    rendering = _rendering(
        story.document, story.photos, lambda typed: find_target(typed, context), target, settings.address
    )
    rendering.honoured = _group_by_figure(shown_awards(story, settings))
    root = Element("div")
    _render_blocks(root, conceal(story, settings), rendering, opening=True)
    return Markup(_inline().render(root, rendering))


def _group_by_figure(awards: Sequence[Award]) -> dict[int, list[Award]]:
    """Number of a photo group → those it shows."""
    groups: dict[int, list[Award]] = {}
    for award in awards:
        if award.figure:
            groups.setdefault(award.figure, []).append(award)
    return groups


def render_plain(text: Paragraph | str, story: Story) -> str:
    """A paragraph, or one inline text, of a story without its signs, for places that show no markup."""
    paragraph = Paragraph((text,)) if isinstance(text, str) else text
    if len(paragraph.lines) == 1 and not paragraph.label and means_nothing(paragraph.lines[0]):
        return fold_spaces(paragraph.lines[0])
    context = LinkContext(story.source, dict(story.attachments), story.photos, {})
    rendering = _rendering(Document(), {}, lambda typed: find_target(typed, context), "feed", "")
    root = Element("div")
    render_paragraph(paragraph, root, rendering)
    return Markup(_inline().render(root, rendering)).striptags()


def render_document(document: Document) -> Element:
    """A document alone as a tree: its photos missing, its links as typed (what ``check`` and tests read)."""
    rendering = _rendering(document, {}, lambda typed: None, "page", "")
    root = Element("div")
    _render_blocks(root, document.blocks, rendering)
    return _inline().parse(root, rendering)


def _rendering(
    document: Document,
    pictures: Mapping[str, Picture],
    find: Callable[[str], Target | None],
    purpose: Purpose,
    address: str,
) -> Rendering:
    photos = sum(len(f.photos) for f in find_figures(document.blocks))
    notes = tuple(name for b in document.blocks if isinstance(b, Footnotes) for name, _ in b.notes)
    return Rendering(pictures, find, purpose, address, photos, notes, _render_blocks)


@lru_cache(maxsize=1)
def _inline() -> InlineText:
    """One Python-Markdown instance per process: making one costs as much as a story."""
    return InlineText()


def find_figures(blocks: Sequence[Block]) -> Iterator[Figure]:
    """Every figure of a document, in reading order."""
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Gallery):
            yield from block.figures
        elif isinstance(block, Quote):
            yield from find_figures(block.blocks)


def _render_blocks(parent: Element, blocks: Sequence[Block], rendering: Rendering, *, opening: bool = False) -> None:
    for i, block in enumerate(blocks):
        match block:
            case Paragraph():
                render_paragraph(block, parent, rendering)
            case Heading():
                render_heading(block, parent, rendering)
            case Figure():
                lead = opening and i == 0
                sizes = LEAD_SIZES if lead else find_sizes(block, TEXT_SIZES)
                render_figure(block, parent, rendering, sizes=sizes, lead=lead)
            case Gallery():
                render_gallery(block, parent, rendering)
            case ItemList():
                render_list(block, parent, rendering)
            case Table() | AwardSheet():
                _render_rows(block, parent, rendering)
            case SignOff():
                render_signoff(block, parent, rendering)
            case Letterhead():
                render_letterhead(block, parent, rendering)
            case Quote():
                render_quote(block, parent, rendering)
            case Code():
                render_code(block, parent)
            case Rule():
                render_rule(parent)
            case Footnotes():
                render_footnotes(block, parent, rendering)


def _render_rows(block: Table | AwardSheet, parent: Element, rendering: Rendering) -> None:
    if isinstance(block, Table):
        render_table(block, parent, rendering)
    else:
        render_sheet(block, parent, rendering)


def check_own_links(story: Story) -> Iterator[Notice]:
    """Links that are unsafe, or lead to no file beside the story and no place on its page."""
    own = [link for link in story.document.links if not may_lead_to_story(link.target)]
    if own:
        context = LinkContext(story.source, dict(story.attachments), story.photos, {})
        has_anchors = any(link.target.startswith("#") for link in own)
        yield from check_links(own, context, frozenset(_find_ids(story, context) if has_anchors else ()))


def check_references(story: Story, links: Mapping[str, str]) -> Iterator[Notice]:
    """Links to other stories and pages that lead nowhere, once every other story's address is known.

    Args:
        links: source path → address (``News.addresses``).
    """
    if "" in find_linked(story, links):  # found from the story's facts: its text need not be read again
        context = LinkContext(story.source, dict(story.attachments), story.photos, links)
        others = [link for link in story.document.links if may_lead_to_story(link.target)]
        yield from check_links(others, context, frozenset())


def _find_ids(story: Story, context: LinkContext) -> Iterator[str]:
    rendering = _rendering(story.document, story.photos, lambda typed: find_target(typed, context), "page", "")
    root = Element("div")
    _render_blocks(root, story.document.blocks, rendering)
    yield from (element.get("id", "") for element in root.iter() if element.get("id"))
