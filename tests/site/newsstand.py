"""A small newsroom made by hand, and the theme's own environment to render it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from newsroom.markup import find_facts
from newsroom.model import Derivative, Document, Head, News, Picture, Story
from newsroom.settings import Settings
from newsroom.site import plan_pages, site_view
from newsroom.text.dates import ZONE
from newsroom.text.slugs import slugify
from newsroom.views import Output, TemplateOutput, unbundle

THEME = Path(__file__).parents[2] / "theme"

_OF_STORY = ("document", "notices", "pictures", "attachments", "lines")


def story_of(title: str, day: str, **parts: Any) -> Story:
    """A listed story; ``parts`` are fields of the story where it has them, else of its head."""
    when = datetime.fromisoformat(day).replace(tzinfo=ZONE)
    slug = slugify(title)
    of_story: dict[str, Any] = {"document": Document()} | {n: parts.pop(n) for n in _OF_STORY if n in parts}
    head = Head(title=title, date=when, **parts)
    source, address = f"tin-tuc/{when.year}/{slug}/index.md", f"/tin-tuc/{when.year}/{slug}/"
    story = Story(source, "story", head, slug=slug, address=address, id=slug, **of_story)
    return replace(story, facts=find_facts(story))


def page_of(title: str, **parts: Any) -> Story:
    """A static page; ``parts`` are fields of the story."""
    slug = slugify(title)
    fields: dict[str, Any] = {"document": Document()} | parts
    page = Story(f"trang/{slug}.md", "page", Head(title=title), slug=slug, address=f"/{slug}/", id=slug, **fields)
    return replace(page, facts=find_facts(page))


def picture_of(name: str) -> Picture:
    """A planned landscape photo."""
    widths = (400, 800, 1200)
    files = tuple(
        Derivative(f"{slugify(name)}-{width}.{suffix}", width, width * 2 // 3, kind)
        for kind, suffix in (("avif", "avif"), ("jpeg", "jpg"))
        for width in widths
    )
    return Picture(f"tin-tuc/2023/{name}", "d1", 2400, 1600, files, "3x2")


def news_of(stories: Iterable[Story] = (), **others: tuple[Story, ...]) -> News:
    """News in the site's total order: by date, then slug, then source, newest first."""
    ordered = sorted(sorted(stories, key=lambda s: (s.slug, s.source)), key=lambda s: str(s.head.date), reverse=True)
    parts = {"hidden": (), "pages": (), "faulty": ()} | others
    return News(tuple(ordered), **parts, today=date(2023, 2, 1))


class Site:
    """Everything planned for some news, rendered on demand as the engine would."""

    def __init__(self, news: News, settings: Settings) -> None:
        self.settings = settings
        self.outputs: list[Output] = list(unbundle(plan_pages(news, settings)))
        self._jinja = Environment(
            loader=FileSystemLoader(THEME / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )

    @property
    def pages(self) -> list[TemplateOutput]:
        """Outputs made by a template."""
        return [output for output in self.outputs if isinstance(output, TemplateOutput)]

    def find(self, path: str) -> Output:
        """The one output at a path."""
        (found,) = [output for output in self.outputs if output.path == path]
        return found

    def html(self, path: str) -> str:
        """A page as it is published."""
        output = self.find(path)
        assert isinstance(output, TemplateOutput)
        template = self._jinja.get_template(f"{output.template}.html")
        return template.render(site=site_view(self.settings), view=output.make_view())

    def main(self, path: str) -> str:
        """What stands between masthead and footer."""
        return self.html(path).partition('<main id="noi_dung">\n')[2].partition("</main>")[0]
