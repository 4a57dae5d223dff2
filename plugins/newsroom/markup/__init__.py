"""Story text → document → HTML; the plugin that offers the engine its reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsroom.doors import later, open_doors

if TYPE_CHECKING:
    from newsroom.markup.facts import find_award_gallery, find_facts
    from newsroom.markup.links import find_linked
    from newsroom.markup.render import check_own_links, check_references, find_figures, render_body
    from newsroom.markup.story import read_story

__all__ = [
    "check_own_links",
    "check_references",
    "find_award_gallery",
    "find_facts",
    "find_figures",
    "find_linked",
    "read_story",
    "register",
    "render_body",
]

__getattr__ = open_doors(
    __name__,
    {
        "facts": "find_award_gallery find_facts",
        "links": "find_linked",
        "render": "check_own_links check_references find_figures render_body",
        "story": "read_story",
    },
)


def register() -> None:
    """Let the engine read stories."""
    from pelican import signals  # Pelican takes longer to import than a story to read

    signals.initialized.connect(_offer_reader)


def _offer_reader(pelican: Any) -> None:
    pelican.offer_reader(later(__name__, "read_story"))
