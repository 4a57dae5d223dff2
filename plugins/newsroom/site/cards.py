"""A story in a list: headline, date, section, thumb."""

from __future__ import annotations

from datetime import datetime

from markupsafe import Markup

from newsroom.model import Story
from newsroom.photos import render_picture
from newsroom.site.headlines import render_headline
from newsroom.site.illustrations import markup_of
from newsroom.text.dates import write_date, write_day
from newsroom.views import Card, LinkView

THUMB_SIZES = "(min-width: 64rem) 9rem, 6.5rem"
"""Widest a thumb gets in ``theme/static/css/parts.css``."""


def make_card(story: Story, category: LinkView) -> Card:
    """The story as lists show it; ``category`` links to its list."""
    date = story.head.date
    return Card(
        title=story.head.title,
        headline=render_headline(story.head.title),
        address=story.address,
        date=write_moment(date),
        date_text=write_date(date) if date else "",
        day_text=write_day(date) if date else "",
        category=category,
        thumb=_render_thumb(story),
    )


def write_moment(moment: datetime | None) -> str:
    """ISO 8601 with the zone, as ``<time datetime>`` takes it; empty when unknown."""
    return moment.isoformat() if moment else ""


def _render_thumb(story: Story) -> Markup:
    picture = story.lead_picture
    if picture is None:
        return Markup("")
    return markup_of(render_picture(picture, alt="", sizes=THUMB_SIZES))
