"""Which of a story's photos stands for it: on cards, on the front page, in social networks."""

from __future__ import annotations

from functools import lru_cache
from xml.etree import ElementTree

from markupsafe import Markup

from newsroom.model import Picture, SocialCard, Story
from newsroom.photos import plan_social
from newsroom.settings import Settings
from newsroom.site.addresses import PHOTOS
from newsroom.text.slugs import slugify
from newsroom.topics import NAMELESS
from newsroom.views import ImageView


def plan_social_picture(story: Story, settings: Settings, recent: bool) -> Picture:
    """What social networks show of a story: its lead photo, or a card that names it.

    Args:
        recent: True for a story that may be shared any day. Older ones without a photo
            share a card that names their category, so that an old archive of thousands
            of texts costs neither the drawing nor thousands of files on the server.
    """
    lead = story.lead_picture
    if lead or recent:
        return plan_social(story.slug, lead, SocialCard(story.head.title, settings.name))
    return _plan_shared(story.head.category, settings.name)


@lru_cache(maxsize=256)
def _plan_shared(category: str, office: str) -> Picture:
    return plan_social(slugify(category) or NAMELESS, None, SocialCard(category, office))


def make_social_view(story: Story, settings: Settings, recent: bool) -> ImageView:
    """The social picture as the page names it."""
    (file,) = plan_social_picture(story, settings, recent).derivatives
    return ImageView(PHOTOS + file.name, file.width, file.height, story.head.title)


def markup_of(element: ElementTree.Element) -> Markup:
    """An element as HTML that templates show as it is; the serialiser escapes its text."""
    return Markup(ElementTree.tostring(element, encoding="unicode", method="html"))
