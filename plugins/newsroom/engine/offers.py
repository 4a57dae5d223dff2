"""What the plugins offer to the engine; nothing of it is called before the engine decides to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from newsroom.model import News, Picture, Story
    from newsroom.photos import PhotoFault
    from newsroom.settings import Settings
    from newsroom.views import Bundle, Output, TemplateOutput

Plan: TypeAlias = "Callable[[News, Settings], Iterable[Output | Bundle]]"
"""News → outputs; decides and touches nothing."""

Revise: TypeAlias = "Callable[[News, Settings, tuple[Story, ...]], Iterable[Output | Bundle]]"
"""The same plan, as far as it follows from what the pages of a few listed stories say.

All else is as it was in a build that stands: the other stories, and of these the head, the files,
:meth:`newsroom.model.Facts.told`, the links and the notices."""

ReadStory: TypeAlias = "Callable[[Path, Settings], Story]"
"""Path of a source → the story, with its notices; raises on no text at all."""

RenderPictures: TypeAlias = "Callable[..., tuple[tuple[Picture, PhotoFault], ...]]"
"""Makes the missing derivatives of pictures; answers with those that could not be made."""


MakeIndex: TypeAlias = "Callable[[Path, Path, Callable[[int, int], None]], Iterator[tuple[str, Path]]]"
"""A finished site, a folder to work in, and progress → files of the search index and where each is published."""


OpenPages: TypeAlias = "Callable[[News, Settings], Callable[[Story], TemplateOutput]]"
"""News → what gives the page of a story that stands among them, as its author has just left it."""


@dataclass
class Offers:
    """Everything offered for one build.

    Attributes:
        read_story: of the markup plugin; None when it is not in ``PLUGINS``.
        render_pictures: of the photos plugin; None when it is not in ``PLUGINS``.
        make_index: of the search plugin; None when it is not in ``PLUGINS``.
        open_pages: of the site plugin; None when it is not in ``PLUGINS``.
        plans: of every plugin that publishes something, in the order of ``PLUGINS``.
        revisions: the same for a few new texts; None in the place of one that offers no such thing.
    """

    read_story: ReadStory | None = None
    render_pictures: RenderPictures | None = None
    make_index: MakeIndex | None = None
    open_pages: OpenPages | None = None
    plans: list[Plan] = field(default_factory=list)
    revisions: list[Revise | None] = field(default_factory=list)
