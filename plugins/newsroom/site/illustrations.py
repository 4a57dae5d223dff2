"""Which of a story's photos stands for it: on cards, on the front page, in social networks."""

from __future__ import annotations

from xml.etree import ElementTree

from markupsafe import Markup

from newsroom.model import Story
from newsroom.site.addresses import PHOTOS

SOCIAL_WIDTH = 1200
"""Width in pixels that Facebook asks of a share picture; the nearest JPEG is named."""


def find_social_image(story: Story) -> str:
    """Root-relative address of the lead photo for share previews, or empty."""
    picture = story.lead_picture
    files = [d for d in picture.derivatives if d.format in ("jpeg", "png")] if picture else []
    if not files:
        return ""
    return PHOTOS + min(files, key=lambda d: (abs(d.width - SOCIAL_WIDTH), -d.width)).name


def markup_of(element: ElementTree.Element) -> Markup:
    """An element as HTML that templates show as it is; the serialiser escapes its text."""
    return Markup(ElementTree.tostring(element, encoding="unicode", method="html"))
