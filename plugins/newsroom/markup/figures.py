"""Photos with their captions, descriptions and credits: how a figure is made, written and rendered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from newsroom.markup.chunks import Chunk, PhotoChunk
from newsroom.markup.credits import is_name, split_credit
from newsroom.markup.inline import set_plain, set_text
from newsroom.markup.references import Reference, write_photo
from newsroom.markup.rendering import Rendering, add
from newsroom.model import Figure, Photo, Picture
from newsroom.photos import full_address, plain_image, render_picture

PAIR_SIZES = "(min-width: 64rem) 21rem, 50vw"
"""How wide the theme shows a photo that shares its caption with one beside it."""

_TAKEN_BY = re.compile(r"(?i)(?:ảnh|nguồn|theo)\b")
_FILE_NAME = re.compile(
    r"(?i).*\.(?:jpe?g|png|gif|webp|heic|heif|avif|bmp|tiff?)$"
    r"|(?:img|dsc|dscf|image|photo|picture|screenshot|z|pxl|mvimg|received|fb_img|anh|hinh|untitled)[\s_\-()\d]*$"
    r"|[\da-f\-_]{8,}$"
)


@dataclass(slots=True)
class FigureChunk(Chunk):
    """A figure in the flat reading."""

    figure: Figure


@dataclass(slots=True)
class Draft:
    """A group of photos and what has been found for it so far."""

    chunk: PhotoChunk
    caption: str = ""
    label: str = ""
    credit: str = ""
    place: str = ""


def parse_figure(draft: Draft, photos: Sequence[tuple[Reference, int]]) -> Figure:
    """The figure of a group of photos: a lone alt text is the caption, a title the credit."""
    caption, credit = split_credit(draft.caption)
    credit = draft.credit or credit
    alone = photos[0][0]
    if not caption:
        caption, inner = split_credit(find_description(alone))
        credit = credit or inner
    for reference, _ in photos:
        if is_file_name(reference.title, reference.target):
            continue
        if not credit and (is_name(reference.title) or _TAKEN_BY.match(reference.title)):
            credit = reference.title
        else:
            caption = f"{caption} {reference.title}".strip()
    lone = not draft.caption and len(photos) == 1 and bool(find_description(alone))
    described = tuple(Photo(r.target, line, "" if lone else r.text) for r, line in photos)
    return Figure(described, caption, credit, photos[0][1], draft.label)


def find_description(reference: Reference) -> str:
    """Typed alt text, unless it is only a file name."""
    return "" if is_file_name(reference.text, reference.target) else reference.text


def is_file_name(text: str, name: str) -> bool:
    """Whether an alt text only repeats a file's name (which is never read aloud)."""
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return not text or text in (stem, name) or bool(_FILE_NAME.match(text))


def write_figure(figure: Figure) -> str:
    """The figure as a clerk would type it."""
    photos = "\n".join(write_photo(p.description, p.name) for p in figure.photos)
    if not figure.caption and not figure.credit:
        return photos
    credit = f" ({figure.credit})" if figure.credit else ""
    return f"{photos}\n{figure.label or 'Ảnh:'} {figure.caption}{credit}"


def render_figure(figure: Figure, parent: Element, rendering: Rendering, *, sizes: str, lead: bool = False) -> None:
    """``figure.photo`` as contract §4 has it; for a feed a plain ``<figure>``."""
    first = rendering.photo_number + 1
    element = SubElement(parent, "figure")
    if not rendering.for_feed:
        element.set("class", "photo")
        element.set("id", rendering.take_id(f"anh-{first}"))
    for photo in figure.photos:
        rendering.photo_number += 1
        picture = rendering.pictures.get(photo.name)
        if picture is None:
            _render_missing(photo, element, rendering)
        elif rendering.for_feed:
            _render_plain(photo, picture, _alt(photo, figure), element, rendering)
        else:
            if len(figure.photos) == 1:
                element.set("data-shape", picture.shape)
            eager = lead and rendering.photo_number == first
            _render_photo(figure, photo, picture, element, rendering, sizes, eager)
    if figure.caption or figure.credit:
        caption = add(element, "figcaption", figure.caption)
        if figure.credit:
            caption.text = f"{caption.text} " if figure.caption else None
            credit = SubElement(caption, "small", {} if rendering.for_feed else {"class": "credit"})
            set_text(credit, figure.credit)


def find_sizes(figure: Figure, alone: str) -> str:
    """How wide a figure's photos are shown, given how wide one alone is."""
    return PAIR_SIZES if len(figure.photos) % 2 == 0 else alone


def _render_photo(
    figure: Figure, photo: Photo, picture: Picture, element: Element, rendering: Rendering, sizes: str, eager: bool
) -> None:
    number = rendering.photo_number
    alt = _alt(photo, figure) or ("" if figure.caption else f"Ảnh {number}/{rendering.photo_count}")
    link = SubElement(element, "a", {"href": full_address(picture)})
    if not alt:
        link.set("aria-label", f"Xem ảnh {number} cỡ lớn")
    link.append(render_picture(picture, alt=alt, sizes=sizes, eager=eager))


def _render_missing(photo: Photo, element: Element, rendering: Rendering) -> None:
    missing = SubElement(element, "span")
    if not rendering.for_feed:
        missing.set("class", "missing")
        missing.set("data-missing", photo.name)
    set_plain(missing, f"Chưa có ảnh: {photo.name}")


def _alt(photo: Photo, figure: Figure) -> str:
    """Typed description, unless it is a file name or only the caption again (contract §4)."""
    said = photo.description in (figure.caption, f"{figure.label} {figure.caption}")
    return "" if said or is_file_name(photo.description, photo.name) else photo.description


def _render_plain(photo: Photo, picture: Picture, alt: str, element: Element, rendering: Rendering) -> None:
    image = plain_image(picture)
    SubElement(
        element,
        "img",
        {
            "src": rendering.absolute(f"/anh/{image.name}"),
            "width": str(image.width),
            "height": str(image.height),
            "alt": alt,
        },
    )
