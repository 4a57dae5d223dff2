"""PICTURES → CACHE: the derivatives that this build's pages use, and the photos that could not be made."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from newsroom.engine.derivatives import name_pictures
from newsroom.engine.prints import print_text
from newsroom.engine.reading import add_notices
from newsroom.engine.workshop import Workshop
from newsroom.markup import find_figures
from newsroom.model import Derivative, Notice, Picture, Story
from newsroom.photos import PhotoFault, prune
from newsroom.views import Output, PictureOutput

Broken = dict[tuple[Derivative, ...], PhotoFault]
"""Derivatives that could not be made → what is wrong with their original."""


def list_pictures(outputs: Iterable[Output]) -> tuple[Picture, ...]:
    """The pictures that some page uses, each once."""
    used = {output.picture.derivatives: output.picture for output in outputs if isinstance(output, PictureOutput)}
    return tuple(used.values())


def prune_pictures(workshop: Workshop, folder: Path, paths: Iterable[str]) -> None:
    """Remove from the cache what neither this output nor any other made from this cache uses.

    Called with the workshop locked, so that no other build is making pictures meanwhile.

    Args:
        paths: of everything in the output.
    """
    names = sorted(name_pictures(paths))
    with suppress(OSError):  # only room on the disk is lost
        workshop.note_pictures(names)
        prune(folder, frozenset(workshop.list_pictures()))


def blame(story: Story, faults: Broken) -> Story:
    """The story without the photos that could not be made, and with a notice at each."""
    broken = [(name, picture) for name, picture in story.pictures if picture.derivatives in faults]
    if not broken:
        return story
    lines: dict[str, int] = {}
    for photo in (photo for figure in find_figures(story.document.blocks) for photo in figure.photos):
        lines.setdefault(photo.name, photo.line)
    notices = tuple(_notice(faults[picture.derivatives], lines.get(name, 1), name) for name, picture in broken)
    sound = tuple(pair for pair in story.pictures if pair not in broken)
    return add_notices(_print_anew(replace(story, pictures=sound)), notices)


def _print_anew(story: Story) -> Story:
    """With prints that tell the story from what it is with all its photos: nothing made of one passes for the other."""
    left = "\n".join(name for name, _ in story.pictures)
    return replace(
        story,
        page_print=print_text(f"{story.page_print}\n{left}"),
        card_print=print_text(f"{story.card_print}\n{left}"),
        files_print=print_text(f"{story.files_print}\n{left}"),
    )


def _notice(fault: PhotoFault, line: int, name: str) -> Notice:
    return Notice(fault.code, "error", line, fault.message, fault.hint, found=name)
