"""What everything depends on: this program, what it is built on, and the office's settings."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution, requires, version
from pathlib import Path
from re import MULTILINE, match, search

from newsroom.engine.prints import DIGEST_BYTES, digest, print_files
from newsroom.junk import is_junk
from newsroom.settings import Settings

_PACKAGE = Path(__file__).parent.parent

_NOT_SHOWN = frozenset({"content", "output", "theme", "cache", "strict", "index", "today"})
"""Settings that no page follows from: where things lie, how strict to be, whether to index, the clock (contract §1)."""


@cache
def print_program() -> str:
    """Fingerprint of the newsroom's own files, and of the versions of Python and all that it stands on.

    Asked once a process: what is loaded does not change any more.
    """
    files = sorted((file.relative_to(_PACKAGE).as_posix(), file) for file in _list_own())
    return digest("\n".join((print_files(files), sys.version, *_versions())).encode())


def _list_own() -> Iterator[Path]:
    for folder, folders, names in os.walk(_PACKAGE):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (Path(folder, name) for name in names if not name.endswith((".pyc", ".pyo")))


def _versions() -> Iterator[str]:
    for line in _list_needed():
        found = match(r"[\w.-]+", line)
        if found and "extra ==" not in line:
            try:
                yield f"{found[0]} {_find_version(found[0])}"
            except PackageNotFoundError:
                yield f"{found[0]} -"


def _find_version(name: str) -> str:
    """As ``importlib.metadata.version`` says, which reads all that a distribution tells of itself for it."""
    known = search(r"^Version: *(.+)$", distribution(name).read_text("METADATA") or "", MULTILINE)
    return known[1] if known else version(name)


def _list_needed() -> Sequence[str]:
    try:
        return requires("newsroom") or ()
    except PackageNotFoundError:
        return _DEPENDENCIES


_DEPENDENCIES = (
    *("pelican", "Markdown", "Jinja2", "MarkupSafe", "Pillow", "pillow-heif", "cykooz.resizer"),
    *("feedgen", "lxml", "PyYAML"),
)
"""What shows in pages, for a newsroom that runs from its sources without being installed."""


def print_settings(settings: Settings, root: Path) -> str:
    """Fingerprint of the settings that show in pages.

    Args:
        root: folder of the settings files; a template filter may be written in any of them, so that
            all of them count.
    """
    shown = [f"{f.name}={getattr(settings, f.name)!r}" for f in fields(settings) if f.name not in _NOT_SHOWN]
    files = sorted(file for file in root.glob("*.py") if file.is_file())
    whole = hashlib.blake2b("\n".join(shown).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES)
    whole.update(print_files((file.name, file) for file in files).encode())
    return whole.hexdigest()


def print_theme(theme: Path) -> str:
    """Fingerprint of all files of the theme, those in linked folders too: templates are read through links.

    Raises:
        OSError: one cannot be read.
    """
    return print_files((file.relative_to(theme).as_posix(), file) for file in list_theme(theme))


def list_theme(folder: Path, above: frozenset[str] = frozenset()) -> Iterator[Path]:
    """Files of a theme, or of a folder of it, in the order of names; links are followed, but not round in circles.

    Args:
        above: where the folders that it lies in really are.
    """
    place = os.path.realpath(folder)
    for path in sorted(folder.iterdir()) if place not in above else ():
        if is_junk(path.name):
            continue
        if path.is_dir():
            yield from list_theme(path, above | {place})
        elif path.is_file():
            yield path
