"""The library of photos: every story that holds a gallery, as an album under its year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from newsroom.model import Story
from newsroom.photos import render_picture
from newsroom.site.addresses import LIBRARY, output_path, place_of
from newsroom.site.cards import write_moment
from newsroom.site.edition import Edition
from newsroom.site.headlines import render_headline
from newsroom.site.illustrations import markup_of
from newsroom.site.machines import write_path
from newsroom.text.dates import write_date
from newsroom.views import AlbumView, Bundle, LibraryView, LinkView, PageView, TemplateOutput

COVER_SIZES = "(min-width: 64rem) 27rem, (min-width: 36rem) 50vw, 100vw"
"""Width of a photo of a gallery in ``theme/static/css/parts.css``."""

_TITLE = "Thư viện ảnh"

ONE_PAGE = 36
"""So many albums stand on one page; more, and each year has a page of its own."""


def plan_library(edition: Edition) -> Iterator[Bundle]:
    """``/thu-vien-anh/``, and ``/thu-vien-anh/2023/`` for each year once there are many albums."""
    yield Bundle(LIBRARY, write_lines(edition), partial(_plan, edition), place_of(LIBRARY))


def write_lines(edition: Edition) -> str:
    """What all of it follows from."""
    return "\n".join(f"{story.facts_print} {story.card_print}" for story in edition.albums)


def _plan(edition: Edition) -> Iterator[TemplateOutput]:
    for address, stories in library_pages(edition):
        prints = tuple((story.source, story.card_print, story.facts.album) for story in stories)
        yield TemplateOutput(
            output_path(address),
            "library",
            partial(make_library_view, edition, address, stories),
            made_from=(_find_years(edition), prints),
        )


def library_pages(edition: Edition) -> list[tuple[str, tuple[Story, ...]]]:
    """(address, stories with a gallery, newest first) of every page of the library."""
    years = _find_years(edition)
    pages = [(f"{LIBRARY}{year}/", tuple(s for s in edition.albums if _year_of(s) == year)) for year in years]
    return [(LIBRARY, edition.albums[:ONE_PAGE]), *pages]


def make_library_view(edition: Edition, address: str, stories: tuple[Story, ...]) -> LibraryView:
    """One page of the library."""
    title = _TITLE if address == LIBRARY else f"{_TITLE} năm {_year_of(stories[0])}"
    above = () if address == LIBRARY else ((_TITLE, LIBRARY),)
    description = f"Các bộ ảnh của {edition.settings.name}, mới nhất trước."
    links = (LinkView(str(year), f"{LIBRARY}{year}/", f"{LIBRARY}{year}/" == address) for year in _find_years(edition))
    return LibraryView(
        page=PageView(
            title,
            address,
            description,
            section=edition.section_of(LIBRARY),
            data=write_path(edition.settings, *above, (title, address)),
        ),
        years=tuple(links),
        groups=tuple(
            (f"Năm {year}", f"nam-{year}", tuple(map(_make_album, found)))
            for year, found in groupby(stories, key=_year_of)
        ),
    )


def _find_years(edition: Edition) -> tuple[int, ...]:
    """Years that have a page of their own, newest first: none while one page holds all albums."""
    return tuple(dict.fromkeys(map(_year_of, edition.albums))) if len(edition.albums) > ONE_PAGE else ()


def _year_of(story: Story) -> int:
    return story.head.date.year if story.head.date else 0


def _make_album(story: Story) -> AlbumView:
    picture = story.lead_picture
    date = story.head.date
    return AlbumView(
        headline=render_headline(story.head.title),
        address=story.address,
        date=write_moment(date),
        date_text=write_date(date) if date else "",
        photos=story.facts.album,
        cover=markup_of(render_picture(picture, alt="", sizes=COVER_SIZES)) if picture else Markup(""),
        shape=picture.shape if picture else "3x2",
    )
