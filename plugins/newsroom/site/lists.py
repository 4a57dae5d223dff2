"""Lists of stories: all news, a year, a category, a tag."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from newsroom.model import Story
from newsroom.site.addresses import NEWS, output_path, place_of
from newsroom.site.edition import Edition
from newsroom.site.machines import write_path
from newsroom.site.numbering import ListPage, list_page_address, plan_list
from newsroom.text.dates import write_month
from newsroom.views import Bundle, Inputs, LinkView, ListView, PageView, TemplateOutput

Group = tuple[str, str]
"""Heading and its id."""


@dataclass(frozen=True, slots=True)
class Listing:
    """One list, however many pages it has.

    Attributes:
        address: of its newest page; ends in ``/``.
        stories: newest first.
        group: heading and heading id under which a story stands.
        feed: address of the feed with the same stories.
        sections: links to sibling lists, shown on the newest page only, so that
            a full page does not change when a sibling appears.
    """

    address: str
    title: str
    description: str
    stories: tuple[Story, ...]
    group: Callable[[Story], Group]
    feed: str = "/rss.xml"
    sections: tuple[LinkView, ...] = ()
    sections_label: str = ""


def plan_lists(edition: Edition) -> Iterator[Bundle]:
    """Every page of every list."""
    for listing in listings(edition):
        head = (listing.title, listing.description, listing.feed, *_sections_of(listing))
        lines = "\n".join((repr(head), *map(edition.card_line, listing.stories)))
        place = place_of(listing.address)
        yield Bundle(listing.address, lines, partial(_plan, edition, listing), place)


def _plan(edition: Edition, listing: Listing) -> Iterator[TemplateOutput]:
    for page in plan_list(len(listing.stories)):
        path = output_path(list_page_address(listing.address, page.number))
        view = partial(make_list_view, edition, listing, page)
        yield TemplateOutput(path, "list", view, _made_from(edition, listing, page))


def _made_from(edition: Edition, listing: Listing, page: ListPage) -> Inputs:
    return (
        *(listing.title, listing.description, listing.feed, page.number, page.newer, page.older),
        () if page.number else _sections_of(listing),
        tuple(map(edition.card_line, listing.stories[page.start : page.stop])),
    )


def _sections_of(listing: Listing) -> Inputs:
    return tuple((link.text, link.address, link.current) for link in listing.sections)


def listings(edition: Edition) -> Iterator[Listing]:
    """All lists of the site, in the order of their addresses' kinds (contract §3)."""
    yield _all_news(edition)
    yield from _years(edition)
    yield from _categories(edition)
    yield from _tags(edition)


def make_list_view(edition: Edition, listing: Listing, page: ListPage) -> ListView:
    """One page of a list, its stories under headings."""
    stories = listing.stories[page.start : page.stop]
    groups = ((key, edition.cards(tuple(found))) for key, found in groupby(stories, key=listing.group))
    return ListView(
        page=PageView(
            title=f"{listing.title}, trang {page.number}" if page.number else listing.title,
            address=list_page_address(listing.address, page.number),
            description=listing.description,
            section=edition.section_of(listing.address),
            feed=listing.feed,
            data=write_path(edition.settings, *_path(listing)),
        ),
        groups=tuple((heading, anchor, cards) for (heading, anchor), cards in groups),
        sections=() if page.number else listing.sections,
        sections_label=listing.sections_label,
        newer=_neighbour(listing, page.newer),
        older=_neighbour(listing, page.older),
    )


def _path(listing: Listing) -> Iterator[tuple[str, str]]:
    if listing.address.startswith(NEWS) and listing.address != NEWS:
        yield "Tin tức", NEWS
    yield listing.title, listing.address


def _neighbour(listing: Listing, number: int | None) -> LinkView | None:
    if number is None:
        return None
    return LinkView(f"Trang {number}" if number else "Trang mới nhất", list_page_address(listing.address, number))


def _all_news(edition: Edition) -> Listing:
    return Listing(
        address=NEWS,
        title="Tin tức",
        description=f"Mọi tin của {edition.settings.name}, mới nhất trước.",
        stories=edition.news.stories,
        group=_group_by_month_and_year,
        sections=_category_links(edition, NEWS),
        sections_label="Chuyên mục",
    )


def _years(edition: Edition) -> Iterator[Listing]:
    for year in edition.years:
        address = f"{NEWS}{year}/"
        yield Listing(
            address=address,
            title=f"Tin tức năm {year}",
            description=f"Tin của {edition.settings.name} trong năm {year}.",
            stories=edition.stories_of_year(year),
            group=_group_by_month,
            sections=tuple(LinkView(str(other), f"{NEWS}{other}/", other == year) for other in edition.years),
            sections_label="Chọn năm",
        )


def _categories(edition: Edition) -> Iterator[Listing]:
    for topic in edition.categories:
        yield Listing(
            address=topic.address,
            title=topic.name,
            description=f"Tin của {edition.settings.name} trong chuyên mục {topic.name}.",
            stories=topic.stories,
            group=_group_by_year,
            feed=f"{topic.address}rss.xml",
            sections=_category_links(edition, topic.address),
            sections_label="Chuyên mục",
        )


def _tags(edition: Edition) -> Iterator[Listing]:
    for topic in edition.tags:
        yield Listing(
            address=topic.address,
            title=f"Từ khóa: {topic.name}",
            description=f"Tin của {edition.settings.name} có từ khóa {topic.name}.",
            stories=topic.stories,
            group=_group_by_year,
            feed=f"{topic.address}rss.xml",
        )


def _category_links(edition: Edition, current: str) -> tuple[LinkView, ...]:
    names = [("Tất cả", NEWS), *((topic.name, topic.address) for topic in edition.categories)]
    return tuple(LinkView(name, address, address == current) for name, address in names)


def _group_by_month(story: Story) -> Group:
    return (f"Tháng {story.head.date.month}", f"thang-{story.head.date.month}") if story.head.date else ("", "")


def _group_by_month_and_year(story: Story) -> Group:
    date = story.head.date
    return (write_month(date), f"thang-{date.month}-{date.year}") if date else ("", "")


def _group_by_year(story: Story) -> Group:
    return (f"Năm {story.head.date.year}", f"nam-{story.head.date.year}") if story.head.date else ("", "")
