"""The search page: a form for readers with JavaScript, the archives for everyone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from newsroom.site.addresses import SEARCH, output_path
from newsroom.site.archives import year_address
from newsroom.site.edition import Edition
from newsroom.site.machines import write_path
from newsroom.views import LinkView, PageView, SearchView, TemplateOutput


def plan_search(edition: Edition) -> Iterator[TemplateOutput]:
    """``/tim-kiem/``."""
    yield TemplateOutput(output_path(SEARCH), "search", partial(make_search_view, edition))


def make_search_view(edition: Edition) -> SearchView:
    """The years and categories that have stories."""
    description = f"Tìm trong mọi tin của {edition.settings.name}, gõ có dấu hay không dấu đều được."
    title = "Tìm kiếm"
    path = write_path(edition.settings, (title, SEARCH))
    return SearchView(
        page=PageView(title, SEARCH, description, section=edition.section_of(SEARCH), data=path),
        years=tuple(LinkView(str(year), year_address(year)) for year in edition.years),
        categories=tuple(LinkView(topic.name, topic.address) for topic in edition.categories),
    )
