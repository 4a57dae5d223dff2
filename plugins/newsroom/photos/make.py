"""One picture's derivatives, made: what a worker process does. Imports no more than it needs."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from newsroom.held import insist
from newsroom.model import Derivative, Picture, SocialCard
from newsroom.photos.encode import encode, encode_card
from newsroom.photos.faults import PhotoFault
from newsroom.photos.header import BROKEN, broken
from newsroom.photos.kinds import HEAD_BYTES, Kind, tell_kind
from newsroom.photos.names import show_name
from newsroom.photos.pixels import read_graphic, read_photo, shrink
from newsroom.photos.recipe import Recipe
from newsroom.photos.source import digest_original, open_original

TEMPORARY = ".tam"
"""Ending of a file that is being written ("tạm")."""


def make_picture(picture: Picture, content: Path, folder: Path, recipe: Recipe) -> PhotoFault | None:
    """Make all derivatives of a picture, each written whole or not at all.

    Args:
        picture: as planned.
        content: the folder of all sources.
        folder: the existing folder for derivatives.

    Returns:
        The fault of a photo that cannot be decoded; None when all went well.

    Raises:
        OSError: the folder cannot be written to; no fault of the photo.
    """
    try:
        encoded = list(_encode_all(picture, content, recipe))
    except PhotoFault as fault:
        return fault
    except BROKEN:
        return broken(show_name(Path(picture.original).name))
    for derivative, data in encoded:
        _save(folder / derivative.name, data)
    return None


def _encode_all(picture: Picture, content: Path, recipe: Recipe) -> Iterator[tuple[Derivative, bytes]]:
    if picture.social and not picture.original:
        yield from _encode_social(picture, picture.social, recipe, None)
        return
    path = content / picture.original
    name = show_name(path.name)
    with open_original(path, content, recipe) as file:
        kind = tell_kind(file.read(HEAD_BYTES), name)
        if digest_original(file, recipe) != picture.digest:
            raise PhotoFault(
                "photo-unreadable",
                f"Ảnh “{name}” vừa bị thay đổi trong lúc dựng trang.",
                "Hãy đợi chép xong rồi chạy lại.",
            )
        if picture.social:
            yield from _encode_social(picture, picture.social, recipe, (file, kind, (picture.width, picture.height)))
            return
        widest = max(picture.derivatives, key=lambda derivative: derivative.width)
        if widest.format == "png":
            image = read_graphic(file, kind)
        else:
            image = read_photo(file, kind, (widest.width, widest.height))
    for derivative in sorted(picture.derivatives, key=lambda d: (-d.width, d.format)):
        size = (derivative.width, derivative.height)
        if image.size != size:
            image = shrink(image, size)
        yield derivative, encode(image, derivative.format, recipe)


def _encode_social(
    picture: Picture, card: SocialCard, recipe: Recipe, photo: tuple[BinaryIO, Kind, tuple[int, int]] | None
) -> Iterator[tuple[Derivative, bytes]]:
    from newsroom.photos.card import draw_beside, draw_card, draw_cropped  # letters are loaded where some are drawn

    (file,) = picture.derivatives
    if photo is None:
        yield file, encode_card(draw_card(card))
    else:
        image = draw_beside(card, *photo) if card.title else draw_cropped(*photo)
        yield file, encode(image, file.format, recipe)


def _save(path: Path, data: bytes) -> None:
    """Write aside, then rename: whoever looks sees the whole file or none."""
    temporary = path.with_name(f"{path.name}.{secrets.token_hex(4)}{TEMPORARY}")
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        insist(lambda: os.replace(temporary, path))
    finally:
        with suppress(OSError):  # a rest is swept later; what went wrong before it is to be told
            temporary.unlink(missing_ok=True)
