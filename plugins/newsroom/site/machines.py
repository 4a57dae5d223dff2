"""What a page tells machines in JSON-LD (schema.org): whose it is, where it stands, what it reports.

It stands in the page as a data block, which no browser runs.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup

from newsroom.model import Story
from newsroom.settings import Settings
from newsroom.site.addresses import FRONT, SEARCH, THEME
from newsroom.views import LinkView

_HEADLINE = 110
"""Characters of a headline that Google takes."""

_UNSAFE = re.compile("[<>&\u2028\u2029]")
"""No text can end the block or begin a comment in it: JSON may spell any letter by its number."""


def write_data(*things: dict[str, Any]) -> Markup:
    """Things as the content of ``<script type="application/ld+json">``."""
    text = json.dumps({"@context": "https://schema.org", "@graph": things}, ensure_ascii=False, separators=(",", ":"))
    return Markup(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def describe_office(settings: Settings) -> tuple[dict[str, Any], dict[str, Any]]:
    """The office, and its site with the address of its search."""
    home = settings.address + FRONT
    office = {
        "@type": "NGO",
        "@id": f"{home}#toa-soan",
        "name": settings.name,
        "url": home,
        "description": settings.description,
        "logo": f"{settings.address}{THEME}{settings.logo}" if settings.logo else "",
        "address": ", ".join(settings.office),
        "telephone": settings.phone,
        "email": settings.email,
    }
    site = {
        "@type": "WebSite",
        "@id": f"{home}#trang",
        "url": home,
        "name": settings.name,
        "inLanguage": "vi",
        "publisher": {"@id": office["@id"]},
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{settings.address}{SEARCH}?q={{q}}",
            "query-input": "required name=q",
        },
    }
    return _without_blanks(office), site


def describe_story(
    story: Story, description: str, image: str, category: LinkView, settings: Settings
) -> dict[str, Any]:
    """The story as a ``NewsArticle``."""
    head, address = story.head, settings.address + story.address
    changed = head.updated or head.date
    publisher = {"@type": "NGO", "name": settings.name, "url": settings.address + FRONT}
    return _without_blanks(
        {
            "@type": "NewsArticle",
            "mainEntityOfPage": address,
            "url": address,
            "headline": head.title[:_HEADLINE],
            "description": description,
            "image": settings.address + image,
            "datePublished": head.date.isoformat() if head.date else "",
            "dateModified": changed.isoformat() if changed else "",
            "articleSection": category.text,
            "keywords": ", ".join(head.tags),
            "inLanguage": "vi",
            "author": {"@type": "Person", "name": head.author} if head.author else publisher,
            "publisher": publisher,
        }
    )


def describe_path(settings: Settings, *steps: tuple[str, str]) -> dict[str, Any]:
    """Where a page stands: (name, address) from the section down to the page itself."""
    places = (("Trang chính", FRONT), *steps)
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": name, "item": settings.address + address}
            for n, (name, address) in enumerate(places, start=1)
        ],
    }


def write_path(settings: Settings, *steps: tuple[str, str]) -> Markup:
    """Where a page stands, as all that it tells machines; ``steps`` as of :func:`describe_path`."""
    return write_data(describe_path(settings, *steps))


def _without_blanks(thing: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in thing.items() if value}
