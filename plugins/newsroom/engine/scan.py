"""Which files of ``content/`` are stories and pages, and which are nobody's.

Symbolic links and junctions are never followed: they may lead out of the site or round in
circles.  What editors, Windows and macOS leave behind counts for nothing.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from pathlib import Path
from typing import Literal

from newsroom.engine.stamps import Stamp, stamp_of, stamp_target
from newsroom.junk import match_junk

STORIES, PAGES = "tin-tuc", "trang"
"""Folders of ``content/`` (contract §2)."""

Kind = Literal["story", "page"]


@dataclass(frozen=True, slots=True)
class Source:
    """A text file that asks to be published.

    Attributes:
        name: path relative to ``content/``, forward slashes.
        kind: by its folder; None when it stands where neither stories nor pages do.
        fault: why it cannot even be opened, a Vietnamese sentence; empty when it can.
        stamp: by which a change of the file is noticed.
    """

    name: str
    kind: Kind | None
    fault: str = ""
    stamp: Stamp | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in ``content/``, sorted by name.

    Attributes:
        sources: every ``.md`` file.
        others: every other file, and links, which are not followed; published
            only when a story names them.
        stamps: of the others, by name; of a link, that of what it leads to, if anything.
        links: those of the others that are links, pipes and the like, and folders named as files are: a file may take
            their place.
    """

    sources: tuple[Source, ...]
    others: tuple[str, ...]
    stamps: Mapping[str, Stamp] = field(default_factory=dict, compare=False)
    links: frozenset[str] = frozenset()


def scan(content: Path) -> Scan:
    """Look through ``content/``.

    Raises:
        OSError: when a folder cannot be listed.
    """
    sources: list[Source] = []
    stamps: dict[str, Stamp] = {}
    links: set[str] = set()
    folders = [""]
    while folders:
        folder = folders.pop()
        start = f"{folder}/" if folder else ""
        with os.scandir(f"{content}/{folder}") as entries:
            for entry in entries:
                own = entry.name
                if match_junk(own):
                    continue
                if entry.is_dir(follow_symlinks=False) and not (_JUNCTIONS and is_junction(entry)):
                    folders.append(start + own)
                    if "." in own:
                        links.add(start + own)
                elif own[-3:].lower() == ".md":
                    sources.append(_look_at(start + own, entry.stat(follow_symlinks=False)))
                else:
                    found = entry.stat(follow_symlinks=False)
                    stamp = stamp_of(found)
                    if not stat.S_ISREG(found.st_mode):
                        stamp = stamp_target(f"{content}/{start}{own}") or stamp
                        links.add(start + own)
                    stamps[start + own] = stamp
    return Scan(tuple(sorted(sources, key=attrgetter("name"))), tuple(sorted(stamps)), stamps, frozenset(links))


_JUNCTIONS = os.name == "nt"
"""Whether a folder may be a junction; nobody else is asked."""

_JUNCTION = 0xA0000003
"""``stat.IO_REPARSE_TAG_MOUNT_POINT``, which that module has under Windows only."""


def is_junction(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a junction: a link of Windows that passes for a folder (a folder of OneDrive is none)."""
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def _look_at(name: str, found: os.stat_result) -> Source:
    return Source(name, _find_kind(name), _find_fault(found), stamp_of(found))


def _find_kind(name: str) -> Kind | None:
    folder, _, rest = name.partition("/")
    if folder == STORIES and rest:
        return "story"
    return "page" if folder == PAGES and rest and "/" not in rest else None


_SOUND = stat.S_IFREG | stat.S_IRUSR


def _find_fault(found: os.stat_result) -> str:
    if found.st_mode & _SOUND == _SOUND and stat.S_ISREG(found.st_mode):
        return ""
    if stat.S_ISLNK(found.st_mode):
        return "Tệp này là một liên kết (symlink), không phải tệp thật."
    if not stat.S_ISREG(found.st_mode):
        return "Đây không phải là một tệp thường."
    if os.name == "posix" and not found.st_mode & stat.S_IRUSR:  # root may read it, the office's own account may not
        return "Tệp này không cho đọc."
    return ""
