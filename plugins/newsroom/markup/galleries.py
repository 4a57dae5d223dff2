"""Galleries: photos in a row, and photos of an award ceremony, even a single one."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.awards import names_award
from newsroom.markup.figures import find_sizes, render_figure, write_figure
from newsroom.markup.inline import set_unsigned
from newsroom.markup.rendering import Rendering, add
from newsroom.model import Award, Block, Figure, Gallery, Heading, Paragraph

GALLERY_SIZES = "(min-width: 64rem) 27rem, (min-width: 36rem) 50vw, 100vw"
"""How wide the theme shows a photo of a gallery."""

BRIEF_SIZES = "(min-width: 64rem) 20.5rem, calc(40vw - 1.2rem)"
"""The same on the front page, where a phone shows it beside the names."""

MOST_NAMES = 10
"""Names beside a group of photos; the list itself has them all."""


def group_galleries(blocks: Sequence[Block]) -> list[Block]:
    """Put two or more figures in a row, or figures that show an award, into a gallery."""
    grouped: list[Block] = []
    run: list[Figure] = []
    for block in [*blocks, None]:
        if isinstance(block, Figure):
            run.append(block)
            continue
        if run:
            grouped += _gallery(run, grouped[-1] if grouped else None)
            run = []
        if block is not None:
            grouped.append(block)
    return grouped


def _gallery(run: list[Figure], before: Block | None) -> list[Block]:
    awards = any(names_award(figure.caption) for figure in run) or names_award(_words(before))
    if len(run) < 2 and not awards:
        return list(run)
    count = sum(len(figure.photos) for figure in run)
    return [Gallery(tuple(run), awards, f"{'Ảnh khen thưởng' if awards else 'Bộ ảnh'}, {count} ảnh")]


def _words(block: Block | None) -> str:
    if isinstance(block, Paragraph):
        return " ".join((block.label, *block.lines))
    return block.text if isinstance(block, Heading) else ""


def render_gallery(gallery: Gallery, parent: Element, rendering: Rendering) -> None:
    """``section.gallery`` around its figures; a feed shows the figures one by one."""
    if rendering.for_feed:
        section = parent
    else:
        kind = "gallery awards" if gallery.awards else "gallery"
        section = add(parent, "section", class_=kind, aria_label=gallery.label)
    for figure in gallery.figures:
        honoured = () if rendering.for_feed else rendering.honoured.get(rendering.photo_number + 1, ())
        place = add(section, "div", class_="tier") if honoured else section
        sizes = BRIEF_SIZES if gallery.brief else find_sizes(figure, GALLERY_SIZES)
        render_figure(figure, place, rendering, sizes=sizes)
        if honoured:
            _render_names(honoured, place)


def _render_names(awards: Sequence[Award], parent: Element) -> None:
    """Those a group of photos honours, in the office's order; a long list names its first."""
    listed = SubElement(parent, "ul", {"class": "names", "aria-label": "Được khen thưởng"})
    for award in awards[:MOST_NAMES]:
        item = SubElement(listed, "li")
        set_unsigned(SubElement(item, "b"), award.who)
        if told := ", ".join(filter(None, (award.office, award.unit))):
            item[-1].tail = " "
            set_unsigned(SubElement(item, "small"), told)
    if len(awards) > MOST_NAMES:
        set_unsigned(SubElement(listed, "li"), f"và {len(awards) - MOST_NAMES} tên nữa trong danh sách")


def write_gallery(gallery: Gallery) -> str:
    """Figures in a row, a blank line between them."""
    return "\n\n".join(map(write_figure, gallery.figures))
