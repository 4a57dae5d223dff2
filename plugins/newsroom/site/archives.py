"""The archive: a register of headlines by year and month, to run a finger down."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from newsroom.model import Story
from newsroom.site.addresses import ARCHIVE, output_path, place_of
from newsroom.site.edition import Edition
from newsroom.site.machines import write_path
from newsroom.views import (
    ArchiveIndexView,
    ArchiveView,
    Bundle,
    Inputs,
    LinkView,
    MonthView,
    PageView,
    TemplateOutput,
    YearView,
)


def plan_archives(edition: Edition) -> Iterator[TemplateOutput | Bundle]:
    """The register of all years, of each year and of each month that has stories."""
    yield TemplateOutput(output_path(ARCHIVE), "archives", partial(make_index_view, edition))
    every_month = [address for _, address in _every_month(edition)]
    place = place_of(ARCHIVE)
    for year, months in edition.years.items():
        first, last = (every_month.index(month_address(year, month)) for month in (max(months), min(months)))
        near = (tuple(edition.years), every_month[max(0, first - 1) : last + 2])
        lines = "\n".join((repr(near), *map(edition.card_line, edition.stories_of_year(year))))
        yield Bundle(year_address(year), lines, partial(_plan_year, edition, year), place)


def _plan_year(edition: Edition, year: int) -> Iterator[TemplateOutput]:
    years, every_month = tuple(edition.years), _every_month(edition)
    inputs: Inputs = (years, tuple(map(edition.card_line, edition.stories_of_year(year))))
    yield TemplateOutput(output_path(year_address(year)), "archive", partial(make_year_view, edition, year), inputs)
    for month, found in edition.years[year].items():
        near = _neighbours(every_month, month_address(year, month))
        beside = tuple(link.address if link else "" for link in near)
        view = partial(make_month_view, edition, year, month)
        inputs = (years, beside, tuple(map(edition.card_line, found)))
        yield TemplateOutput(output_path(month_address(year, month)), "archive", view, inputs)


def year_address(year: int) -> str:
    """Address of a year's archive."""
    return f"{ARCHIVE}{year}/"


def month_address(year: int, month: int) -> str:
    """Address of a month's archive."""
    return f"{ARCHIVE}{year}/{month:02}/"


def make_index_view(edition: Edition) -> ArchiveIndexView:
    """``/luu-tru/``."""
    page = _page(edition, "Lưu trữ", ARCHIVE, f"Mọi tin của {edition.settings.name} theo năm và tháng.")
    return ArchiveIndexView(page, tuple(_year(year, months) for year, months in edition.years.items()))


def make_year_view(edition: Edition, year: int) -> ArchiveView:
    """``/luu-tru/2023/``: a group for each month."""
    address = year_address(year)
    newer, older = _neighbours([(str(other), year_address(other)) for other in edition.years], address)
    groups = edition.years[year].items()
    return ArchiveView(
        page=_page(edition, f"Lưu trữ năm {year}", address, f"Tin của {edition.settings.name} trong năm {year}."),
        years=_year_links(edition, year),
        groups=tuple((f"Tháng {month}", f"thang-{month}", edition.cards(found)) for month, found in groups),
        newer=newer,
        older=older,
    )


def make_month_view(edition: Edition, year: int, month: int) -> ArchiveView:
    """``/luu-tru/2023/01/``: one group."""
    address = month_address(year, month)
    newer, older = _neighbours(_every_month(edition), address)
    name = f"tháng {month} năm {year}"
    return ArchiveView(
        page=_page(
            *(edition, f"Lưu trữ {name}", address, f"Tin của {edition.settings.name} trong {name}."),
            (f"Lưu trữ năm {year}", year_address(year)),
        ),
        years=_year_links(edition, year),
        groups=((f"Tháng {month}", f"thang-{month}", edition.cards(edition.years[year][month])),),
        newer=newer,
        older=older,
    )


def _page(edition: Edition, title: str, address: str, description: str, *above: tuple[str, str]) -> PageView:
    top = () if address == ARCHIVE else (("Lưu trữ", ARCHIVE),)
    path = write_path(edition.settings, *top, *above, (title, address))
    return PageView(title, address, description, section=edition.section_of(ARCHIVE), data=path)


def _year(year: int, months: Mapping[int, tuple[Story, ...]]) -> YearView:
    views = tuple(MonthView(f"Tháng {m}", month_address(year, m), len(found)) for m, found in months.items())
    return YearView(year, year_address(year), sum(view.count for view in views), views)


def _year_links(edition: Edition, current: int) -> tuple[LinkView, ...]:
    return tuple(LinkView(str(year), year_address(year), year == current) for year in edition.years)


def _every_month(edition: Edition) -> list[tuple[str, str]]:
    return [
        (f"Tháng {month} năm {year}", month_address(year, month))
        for year, months in edition.years.items()
        for month in months
    ]


def _neighbours(row: list[tuple[str, str]], address: str) -> tuple[LinkView | None, LinkView | None]:
    """Links to what stands before (newer) and after (older) ``address`` in a row from new to old."""
    links = [None, *(LinkView(text, other) for text, other in row), None]
    place = [other for _, other in row].index(address)
    return links[place], links[place + 2]
