"""What the plugins offer to the engine; nothing of it is called before the engine decides to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.model import News, Output, Picture, Story
from newsroom.photos import PhotoFault
from newsroom.settings import Settings

Plan = Callable[[News, Settings], Iterable[Output]]
"""News → outputs; decides and touches nothing."""

ReadStory = Callable[[Path, Settings], Story]
"""Path of a source → the story, with its notices; raises on no text at all."""

RenderPictures = Callable[..., tuple[tuple[Picture, PhotoFault], ...]]
"""Makes the missing derivatives of pictures; answers with those that could not be made."""


@dataclass
class Offers:
    """Everything offered for one build.

    Attributes:
        read_story: of the markup plugin; None when it is not in ``PLUGINS``.
        render_pictures: of the photos plugin; None when it is not in ``PLUGINS``.
        plans: of every plugin that publishes something, in the order of ``PLUGINS``.
    """

    read_story: ReadStory | None = None
    render_pictures: RenderPictures | None = None
    plans: list[Plan] = field(default_factory=list)
