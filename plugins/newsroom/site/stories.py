"""The story page (contract §4) and what stands after the story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from markupsafe import Markup

from newsroom.markup import render_body
from newsroom.model import Story
from newsroom.site.addresses import NEWS, output_path, place_of
from newsroom.site.cards import write_moment
from newsroom.site.edition import Edition
from newsroom.site.faults import fault_views, placed
from newsroom.site.headlines import render_headline
from newsroom.site.illustrations import make_social_view
from newsroom.site.machines import describe_path, describe_story, write_data
from newsroom.site.standfirst import find_standfirst, write_description
from newsroom.text.dates import write_date, write_long_date
from newsroom.topics import topic_key
from newsroom.views import Bundle, Inputs, LinkView, PageView, StoryView, TemplateOutput

RELATED = 4
"""How many stories of the same category follow a story."""

_REACH = RELATED + 2
"""How far away in its category such a story may stand: the newer and the older one are shown already."""


def plan_stories(edition: Edition) -> Iterator[TemplateOutput | Bundle]:
    """A page for every story that has an address: listed, hidden, and (in a preview) faulty ones."""
    news = edition.news
    for year, months in edition.years.items():
        yield from (_bundle_month(edition, year, month) for month in months)
    hidden = [story for story in news.hidden if story.kind == "story"]
    lines = "\n".join(f"{edition.page_line(story)} {_banner(edition, story)}" for story in hidden)
    yield Bundle("tin-tuc/an", lines, partial(_plan, edition, hidden), _PLACES if hidden else frozenset())
    yield from _plan(edition, placed(news))


def plan_months_of(edition: Edition, stories: Iterable[Story]) -> Iterator[Bundle]:
    """The pages of all months in which some listed stories stand."""
    for year, month in dict.fromkeys((story.date.year, story.date.month) for story in stories if story.date):
        yield _bundle_month(edition, year, month)


def _bundle_month(edition: Edition, year: int, month: int) -> Bundle:
    found = edition.years[year][month]
    lines = "\n".join(_list_lines(edition, found, edition.places[found[0].source]))
    return Bundle(f"tin-tuc/{year}/{month:02}", lines, partial(_plan, edition, found), _PLACES)


_PLACES = place_of(NEWS)


def _plan(edition: Edition, stories: Iterable[Story]) -> Iterator[TemplateOutput]:
    return (plan_story(edition, story) for story in stories)


def plan_story(edition: Edition, story: Story) -> TemplateOutput:
    """The page of one story."""
    view = partial(make_story_view, edition, story)
    return TemplateOutput(output_path(story.address), "story", view, _made_from(edition, story), story.source)


def _list_lines(edition: Edition, found: tuple[Story, ...], start: int) -> Iterator[str]:
    """What the pages of stories that stand together among all follow from: themselves and what is near them."""
    yield str(edition.count_recent(found))
    yield from map(edition.page_line, found)
    everything, stop = edition.news.stories, start + len(found)
    yield from map(edition.card_line, (*everything[max(0, start - 1) : start], *everything[stop : stop + 1]))
    places: dict[str, list[int]] = defaultdict(list)
    for story in found:
        places[topic_key(story.category)].append(edition.category_places[story.source])
    for key, within in places.items():
        topic = edition.find_category(key)
        if topic is not None:
            near = topic.stories[max(0, within[0] - _REACH) : within[-1] + _REACH + 1]
            yield f"{key} {len(near)}"
            yield from map(edition.card_line, near)


def _made_from(edition: Edition, story: Story) -> Inputs:
    """All that the view follows from, without making it: the story's own and what others lend it."""
    neighbours = edition.neighbours(story)
    return (
        *(edition.page_line(story), story.source in edition.places, _banner(edition, story)),
        edition.is_recent(story),
        tuple((other.head.title, other.address) if other else None for other in neighbours),
        tuple(map(edition.card_line, _find_related(edition, story, neighbours))),
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
        newer=_link_to(newer),
        older=_link_to(older),
        related=edition.cards(_find_related(edition, story, (newer, older))),
        image=make_social_view(story, edition.settings, edition.is_recent(story)),
        photos=bool(story.pictures),
        faults=fault_views(story),
        banner=_banner(edition, story),
    )


def _link_to(story: Story | None) -> LinkView | None:
    return LinkView(render_headline(story.head.title), story.address) if story else None


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
    image = make_social_view(story, settings, edition.is_recent(story)).address
    article = describe_story(story, description, image, category, settings)
    return write_data(article, describe_path(settings, *path))


def _find_related(edition: Edition, story: Story, shown: tuple[Story | None, ...]) -> tuple[Story, ...]:
    """The category's stories nearest in time, so that a new story changes only its neighbours' pages."""
    topic = edition.find_category(story.head.category)
    here = edition.category_places.get(story.source)
    if topic is None or here is None:
        return ()
    near = range(max(0, here - _REACH), min(len(topic.stories), here + _REACH + 1))
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
