"""A story as feeds carry it: plain values, absolute addresses, characters that XML can hold."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from newsroom.errors import Place, SiteFault
from newsroom.markup import render_body
from newsroom.model import Derivative, Picture, Story
from newsroom.photos import plain_image
from newsroom.settings import Settings
from newsroom.topics import topic_key

PHOTOS = "anh"
"""Folder of derivatives, both in the cache and on the site."""

UNTITLED = "(Chưa có tiêu đề)"
"""Stands in a preview where a title is missing; a strict build refuses such a story."""

_MEDIA_TYPES = {"jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp", "avif": "image/avif"}

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (§2.2, Char) cannot hold, not even as a reference."""


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """One published file of a photo.

    Attributes:
        address: absolute.
        type: media type.
        length: in bytes, of the file itself.
        width, height: in pixels.
    """

    address: str
    type: str
    length: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed.

    Attributes:
        id: never changes, whatever becomes of title, date, address or domain.
        iri: the same as Atom needs it.
        title, author, summary: plain text; the last two may be empty.
        address: absolute address of the story's page.
        updated: the head's ``updated``, else ``published``.
        names: category and tags as typed, each once.
        content: the whole story as HTML with absolute addresses.
        photo: the lead photo, as large as its plain ``<img>``.
        thumb: the narrowest file of the same photo that every reader shows.
    """

    id: str
    iri: str
    title: str
    address: str
    published: datetime
    updated: datetime
    author: str
    names: tuple[str, ...]
    summary: str
    content: str
    photo: PhotoFile | None = None
    thumb: PhotoFile | None = None


def read_entry(story: Story, links: Mapping[str, str], settings: Settings) -> Entry:
    """Read a listed story; the files of its lead photo must be in the cache by now.

    Nothing enters but what :meth:`newsroom.feeds.press.Press.line` names.

    Args:
        links: source path → address of everything that has a page.

    Raises:
        SiteFault: a file of the lead photo is not in the cache.
    """
    head = story.head
    picture = story.lead_picture
    photo = _read_file(plain_image(picture), story, settings) if picture else None
    thumb = _read_file(_narrowest(picture), story, settings) if picture else None
    return Entry(
        id=entry_id(story),
        iri=entry_iri(story, settings),
        title=fit_for_xml(head.title) or UNTITLED,
        address=settings.address + story.address,
        published=published_at(story),
        updated=updated_at(story),
        author=fit_for_xml(head.author),
        names=_unique_names(story),
        summary=fit_for_xml(head.summary),
        content=fit_for_xml(str(render_body(story, links=links, target="feed", settings=settings))),
        photo=photo,
        thumb=thumb,
    )


def entry_id(story: Story) -> str:
    """The story's id as an IRI: a UUID as ``urn:uuid:``, an id the office chose as it is."""
    try:
        return uuid.UUID(story.id).urn
    except ValueError:
        return fit_for_xml(story.id)


def entry_iri(story: Story, settings: Settings) -> str:
    """The story's id for Atom: one of the office's own making has no scheme, and RFC 4287 (§4.2.6) asks for one."""
    plain = entry_id(story)
    return plain if _IRI.fullmatch(plain) else uuid.uuid5(feed_id("/atom.xml", settings), plain).urn


def feed_id(path: str, settings: Settings) -> uuid.UUID:
    """Id of the feed at a root-relative address, the same on every domain."""
    return uuid.uuid5(settings.feed_namespace, path)


def published_at(story: Story) -> datetime:
    """Date of a listed story; a story without one has no address and is never listed."""
    if story.date is None:
        raise ValueError(f"{story.source}: a listed story has a date")
    return story.date


def updated_at(story: Story) -> datetime:
    """When the story last changed by the office's word; never the build time (contract §5)."""
    return story.updated or published_at(story)


def fit_for_xml(text: str) -> str:
    """Drop what no XML document can hold: control characters, lone surrogates, U+FFFE, U+FFFF."""
    return _UNFIT.sub("", text)


def _unique_names(story: Story) -> tuple[str, ...]:
    names = (fit_for_xml(name) for name in (story.head.category, *story.head.tags))
    unique: dict[str, str] = {}
    for name in filter(str.strip, names):
        unique.setdefault(topic_key(name), name)
    return tuple(unique.values())


def _narrowest(picture: Picture) -> Derivative:
    plain = plain_image(picture)
    return min((d for d in picture.derivatives if d.format == plain.format), key=lambda d: d.width)


def _read_file(file: Derivative, story: Story, settings: Settings) -> PhotoFile:
    path = settings.cache / PHOTOS / file.name
    try:
        length = path.stat().st_size
    except FileNotFoundError as error:
        raise SiteFault(
            f"Chưa có tệp ảnh {file.name} khi ghi nguồn tin.",
            "Hãy xóa thư mục đệm rồi chạy lại; nếu vẫn lỗi, xin báo cho người phụ trách kỹ thuật.",
            Place(f"content/{story.source}"),
        ) from error
    return PhotoFile(
        address=f"{settings.address}/{PHOTOS}/{file.name}",
        type=_MEDIA_TYPES[file.format],
        length=length,
        width=file.width,
        height=file.height,
    )
