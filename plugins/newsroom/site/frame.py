"""What every page shows around its content."""

from __future__ import annotations

from newsroom.settings import Settings
from newsroom.site.addresses import THEME
from newsroom.views import LinkView, SiteView


def site_view(settings: Settings) -> SiteView:
    """Masthead, menu and footer of every page, from settings alone."""
    return SiteView(
        name=settings.name,
        wordmark=settings.wordmark,
        address=settings.address,
        menu=_links(settings.menu),
        office=settings.office,
        phone=settings.phone,
        email=settings.email,
        responsible=settings.responsible,
        source_note=settings.source_note,
        notes=settings.notes,
        foot=_links(settings.foot),
        logo=THEME + settings.logo if settings.logo else "",
        description=settings.description,
    )


def _links(pairs: tuple[tuple[str, str], ...]) -> tuple[LinkView, ...]:
    return tuple(LinkView(text, address) for text, address in pairs)
