"""Which files of ``content/`` are stories and pages, and which are nobody's.

Symbolic links are never followed: they may lead out of the site or round in
circles.  What editors, Windows and macOS leave behind counts for nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Literal

STORIES, PAGES = "tin-tuc", "trang"
"""Folders of ``content/`` (contract §2)."""

_JUNK = (".*", "*~", "~$*", "#*#", "*.tmp", "thumbs.db", "desktop.ini", "__macosx")

Kind = Literal["story", "page"]


@dataclass(frozen=True, slots=True)
class Source:
    """A text file that asks to be published.

    Attributes:
        name: path relative to ``content/``, forward slashes.
        kind: by its folder; None when it stands where neither stories nor pages do.
        fault: why it cannot even be opened, a Vietnamese sentence; empty when it can.
    """

    name: str
    kind: Kind | None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in ``content/``, sorted by name.

    Attributes:
        sources: every ``.md`` file.
        others: every other file, and links, which are not followed; published
            only when a story names them.
    """

    sources: tuple[Source, ...]
    others: tuple[str, ...]


def scan(content: Path) -> Scan:
    """Look through ``content/``.

    Raises:
        OSError: when a folder cannot be listed.
    """
    sources: list[Source] = []
    others: list[str] = []
    for entry, name in _walk(content):
        if name.lower().endswith(".md"):
            sources.append(Source(name, _find_kind(name), _find_fault(entry)))
        else:
            others.append(name)
    return Scan(tuple(sorted(sources, key=lambda source: source.name)), tuple(sorted(others)))


def _walk(content: Path) -> Iterator[tuple[os.DirEntry[str], str]]:
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(content / folder) as entries:
            for entry in entries:
                if is_junk(entry.name):
                    continue
                name = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    folders.append(name)
                else:
                    yield entry, name


def is_junk(name: str) -> bool:
    """Whether editors, Windows or macOS leave files of this name behind."""
    return any(fnmatch(name.lower(), pattern) for pattern in _JUNK)


def _find_kind(name: str) -> Kind | None:
    folder, _, rest = name.partition("/")
    if folder == STORIES and rest:
        return "story"
    return "page" if folder == PAGES and rest and "/" not in rest else None


def _find_fault(entry: os.DirEntry[str]) -> str:
    if entry.is_symlink():
        return "Tệp này là một liên kết (symlink), không phải tệp thật."
    found = entry.stat(follow_symlinks=False)
    if not stat.S_ISREG(found.st_mode):
        return "Đây không phải là một tệp thường."
    if os.name == "posix" and not found.st_mode & stat.S_IRUSR:  # root may read it, the office's own account may not
        return "Tệp này không cho đọc."
    return ""
