"""Where derivatives of pictures lie, in the cache and in the output."""

from __future__ import annotations

from collections.abc import Iterable

FOLDER = "anh"
"""Folder of the cache that holds the derivatives; also their address (contract §3)."""

_PLACE = f"{FOLDER}/"


def is_picture(path: str) -> bool:
    """Whether a path of the output is a derivative's."""
    return path.startswith(_PLACE)


def name_pictures(paths: Iterable[str]) -> list[str]:
    """Names, in the cache, of the derivatives among paths of the output."""
    return [path.removeprefix(_PLACE) for path in paths if is_picture(path)]
