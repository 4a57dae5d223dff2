"""An original, read: its header and its digest, and from them the whole plan. No pixel is decoded."""

from __future__ import annotations

import os
from pathlib import Path

from newsroom.model import Picture
from newsroom.photos.faults import PhotoFault
from newsroom.photos.header import read_header
from newsroom.photos.kinds import HEAD_BYTES, tell_kind
from newsroom.photos.names import show_name
from newsroom.photos.plan import nearest_shape, plan_derivatives
from newsroom.photos.recipe import RECIPE, Recipe
from newsroom.photos.source import digest_original, open_original
from newsroom.photos.wholeness import is_whole


def read_picture(path: Path, content: Path, recipe: Recipe = RECIPE) -> Picture:
    """Plan a photo for the web.

    Args:
        path: the original, as :func:`newsroom.photos.find_photo` gives it, under ``content``.
        content: the folder of all sources.

    Raises:
        PhotoFault: the photo cannot be published as it stands.
    """
    name = show_name(path.name)
    with open_original(path, content, recipe) as file:
        kind = tell_kind(file.read(HEAD_BYTES), name)
        size = os.fstat(file.fileno()).st_size
        if not is_whole(file, kind, size):
            raise PhotoFault(
                "photo-unreadable",
                f"Ảnh “{name}” bị cụt: tệp thiếu phần cuối, có lẽ do chép dở dang.",
                "Hãy chép lại ảnh từ máy chụp hoặc từ người gửi.",
            )
        header = read_header(file, kind, size, name, recipe)
        digest = digest_original(file, recipe)
    return Picture(
        original=path.relative_to(content).as_posix(),
        digest=digest,
        width=header.width,
        height=header.height,
        derivatives=plan_derivatives(
            path.stem, digest, header.width, header.height, graphic=header.graphic, recipe=recipe
        ),
        shape=nearest_shape(header.width, header.height),
        animated=header.animated,
    )
