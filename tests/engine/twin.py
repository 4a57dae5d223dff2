"""The twin of a site: what a clean build makes of it."""

from __future__ import annotations

import atexit
import hashlib
import os
import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from newsroom.engine import NewsroomPelican
from newsroom.engine.built import Built
from newsroom.errors import Refusal
from tests.sites import Site, Words

MEMORY = Path("/dev/shm")
ENOUGH = 1 << 30
"""Room, in bytes, from which on sites are made in memory: a strict build waits for the disk at every file."""

OUTPUT, CACHE = "sach", ".cache-sach"
PICTURES = "anh"


def make_folder() -> Path:
    """A new folder for a site: in memory where there is room."""
    with suppress(OSError):
        if shutil.disk_usage(MEMORY).free > ENOUGH:
            return Path(tempfile.mkdtemp(dir=MEMORY))
    return Path(tempfile.mkdtemp())


def try_to_build(site: NewsroomPelican) -> tuple[list[str], Built | None]:
    """The sentences of a refusal, or what came of the build."""
    try:
        return [], site.build(Words())
    except Refusal as refusal:
        return list(refusal.faults), None


@dataclass(frozen=True)
class Clean:
    """What a clean build gave.

    Attributes:
        refusal: its sentences; nothing where it was not refused.
    """

    refusal: list[str]
    files: dict[str, bytes]
    folders: set[str]


@dataclass
class Twin:
    """A clean build beside a site, without ledger, pieces or output of an earlier one.

    It is made whenever a byte, a name, a setting or the clock has changed; after a step that changed none of them
    (a forged output, a lost cache, a new process) what it gave the last time is what it would give again.
    """

    site: Site
    _made_from: str = ""
    _clean: Clean = field(default_factory=lambda: Clean([], {}, set()))

    def build(self, values: dict[str, Any]) -> Clean:
        """What a clean build gives now."""
        made_from = print_sources(self.site.root, repr(sorted(values.items())))
        if made_from != self._made_from:
            self._clean = self._build(values)
            self._made_from = made_from
        return self._clean

    def _build(self, values: dict[str, Any]) -> Clean:
        root = self.site.root
        shutil.rmtree(root / OUTPUT, ignore_errors=True)
        forget(root / CACHE)
        first = not self._made_from
        if first:
            copy_pictures(_shelf(), root / CACHE / PICTURES)
        places = {"OUTPUT_PATH": str(root / OUTPUT), "NEWSROOM_CACHE": CACHE}
        with patch("os.sched_getaffinity", lambda process: {0}, create=True):  # alone, where the other may spread
            refusal, _ = try_to_build(self.site.open(**values, **places))
        if first:
            copy_pictures(root / CACHE / PICTURES, _shelf())
        return Clean(refusal, self.site.files(OUTPUT), list_folders(root / OUTPUT))


def forget(folder: Path) -> None:
    """Empty a cache but for derivatives: their names hold their digests, so that to make them again proves nothing."""
    for path in folder.glob("*"):
        if path.is_dir() and path.name != PICTURES:
            shutil.rmtree(path)
        elif path.is_file():
            path.unlink()


def copy_pictures(source: Path, target: Path) -> None:
    """Let a folder have another's derivatives too."""
    target.mkdir(parents=True, exist_ok=True)
    for name in {path.name for path in source.glob("*")} - {path.name for path in target.iterdir()}:
        shutil.copyfile(source / name, target / name)


def print_sources(root: Path, given: str) -> str:
    """Digest of all that a build may follow from: names and bytes of stories, photos, theme and settings."""
    mark = hashlib.sha256(given.encode())
    paths = [root / "pelicanconf.py"]
    for folder in ("content", "theme"):
        for parent, folders, names in os.walk(root / folder):
            folders.sort()
            paths += (Path(parent, name) for name in ("", *sorted(names)))
    for path in paths:
        leads = path.readlink() if path.is_symlink() else ""
        mark.update(f"\0{path}\0{leads}\0".encode())
        if path.is_file():
            mark.update(hashlib.sha256(path.read_bytes()).digest())
    return mark.hexdigest()


def list_folders(base: Path) -> set[str]:
    """Paths of all folders under one."""
    walked = os.walk(base)
    return {os.path.relpath(f"{parent}/{name}", base) for parent, folders, _ in walked for name in folders}


@cache
def _shelf() -> Path:
    """Derivatives of the photos with which every history begins."""
    folder = make_folder()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder
