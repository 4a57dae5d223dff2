"""The story page (contract §4) and what stands after the story."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from newsroom.markup import find_linked, render_body
from newsroom.model import Inputs, LinkView, PageView, Story, StoryView, TemplateOutput
from newsroom.site.addresses import output_path
from newsroom.site.cards import write_moment
from newsroom.site.edition import Edition
from newsroom.site.faults import fault_views, placed
from newsroom.site.headlines import render_headline
from newsroom.site.illustrations import make_social_view
from newsroom.site.machines import describe_path, describe_story, write_data
from newsroom.site.standfirst import find_standfirst, write_description
from newsroom.text.dates import write_date, write_long_date

RELATED = 4
"""How many stories of the same category follow a story."""


def plan_stories(edition: Edition) -> Iterator[TemplateOutput]:
    """A page for every story that has an address: listed, hidden, and (in a preview) faulty ones."""
    news = edition.news
    shown = [story for story in (*news.stories, *news.hidden) if story.kind == "story"]
    for story in (*shown, *placed(news)):
        view = partial(make_story_view, edition, story)
        yield TemplateOutput(output_path(story.address), "story", view, _made_from(edition, story), story.source)


def _made_from(edition: Edition, story: Story) -> Inputs:
    """All that the view follows from, without making it: the story's own and what others lend it."""
    neighbours = edition.neighbours(story)
    tags = tuple(link.address for link in edition.tag_links(story)) if story.head.tags else ()
    return (
        *(story.page_print, story.address, story.source in edition.places, _banner(edition, story)),
        *(edition.category_link(story).address, tags, find_linked(story, edition.links)),
        tuple((other.head.title, other.address) if other else None for other in neighbours),
        tuple(map(edition.card_inputs, _find_related(edition, story, neighbours))),
        tuple((fault.line, fault.message, fault.hint, fault.file) for fault in fault_views(story)),
    )


def make_story_view(edition: Edition, story: Story) -> StoryView:
    """All that the story's page shows."""
    head = story.head
    category = edition.category_link(story)
    newer, older = edition.neighbours(story)
    page = _page(edition, story, category)
    return StoryView(
        page=page,
        headline=render_headline(page.title),
        body=render_body(story, links=edition.links, target="page", settings=edition.settings),
        date=write_moment(head.date),
        date_text=write_long_date(head.date) if head.date else "",
        updated=write_moment(head.updated),
        updated_text=write_date(head.updated) if head.updated else "",
        category=category,
        tags=edition.tag_links(story),
        author=head.author,
        summary=find_standfirst(story),
        newer=LinkView(newer.head.title, newer.address) if newer else None,
        older=LinkView(older.head.title, older.address) if older else None,
        related=edition.cards(_find_related(edition, story, (newer, older))),
        image=make_social_view(story, edition.settings),
        photos=bool(story.pictures),
        faults=fault_views(story),
        banner=_banner(edition, story),
    )


def _page(edition: Edition, story: Story, category: LinkView) -> PageView:
    listed = story.source in edition.places
    description = write_description(story)
    return PageView(
        title=story.head.title or "Bài chưa có tiêu đề",
        address=story.address,
        description=description,
        section=edition.section_of(category.address),
        robots=listed,
        data=_data(edition, story, category, description) if listed else "",
    )


def _data(edition: Edition, story: Story, category: LinkView, description: str) -> Markup:
    settings = edition.settings
    path = ((category.text, category.address), (story.head.title, story.address))
    article = describe_story(story, description, make_social_view(story, settings).address, category, settings)
    return write_data(article, describe_path(settings, *path))


def _find_related(edition: Edition, story: Story, shown: tuple[Story | None, ...]) -> tuple[Story, ...]:
    """The category's stories nearest in time, so that a new story changes only its neighbours' pages."""
    topic = edition.find_category(story.head.category)
    here = edition.category_places.get(story.source)
    if topic is None or here is None:
        return ()
    reach = RELATED + len(shown)
    near = range(max(0, here - reach), min(len(topic.stories), here + reach + 1))
    above = {story.source, *(other.source for other in shown if other)}
    others = [there for there in near if topic.stories[there].source not in above]
    nearest = sorted(others, key=lambda there: (abs(there - here), there))[:RELATED]
    return tuple(topic.stories[there] for there in sorted(nearest))


def _banner(edition: Edition, story: Story) -> str:
    expires = story.head.expires
    if story.head.status == "draft":
        return "Bản nháp: bài này chưa được đăng."
    if expires and expires <= edition.news.today:
        return f"Đã hết hạn từ ngày {write_date(expires)}."
    return ""
