"""What templates see, and what a build writes: views and outputs, made of the values of :mod:`newsroom.model`.

Frozen plain values as those are, so that each can be compared, fingerprinted and sent to a worker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from newsroom.model import Level, Picture, Slot, TaskPart

# ── Views: what templates see, and all they see ──────────────────────────────


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link in a menu or a line of metadata."""

    text: str
    address: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows around its content; made from settings alone.

    Attributes:
        name: the office's full name.
        wordmark: its name in one or two parts (second part on a line of its own on a phone).
        address: https address of the site without a final slash.
        menu: sections, none marked current.
        office: lines of the footer's address block, plain text.
        phone, email: shown as links in the footer; may be empty.
        responsible: who answers for the content; may be empty.
        source_note: how to quote the site ("Ghi rõ nguồn …").
        notes: further legal or licence lines of the footer.
        foot: links in the footer.
        logo: address of the Society's logo, or empty.
        description: one sentence about the site.
    """

    name: str
    wordmark: tuple[str, ...]
    address: str
    menu: tuple[LinkView, ...]
    office: tuple[str, ...]
    phone: str
    email: str
    responsible: str
    source_note: str
    notes: tuple[str, ...]
    foot: tuple[LinkView, ...]
    logo: str
    description: str


@dataclass(frozen=True, slots=True)
class Card:
    """A story in a list.

    Attributes:
        date: ISO 8601 with zone.
        date_text: ``06/01/2023``.
        day_text: ``06/01``.
        headline: the title with its numbers kept on one line with their nouns.
        thumb: ``<picture>`` of the lead photo, or empty.
    """

    title: str
    headline: Markup
    address: str
    date: str
    date_text: str
    day_text: str
    category: LinkView
    thumb: Markup


@dataclass(frozen=True, slots=True)
class FaultView:
    """A notice as a preview page shows it."""

    line: int
    message: str
    hint: str
    level: Level
    file: str = ""


@dataclass(frozen=True, slots=True)
class PageView:
    """What every page needs: its own title, address and section.

    Attributes:
        title: of the page, plain text.
        address: root-relative; also the canonical address.
        description: for machines and the standfirst of lists.
        section: address of the menu entry that is current, or empty.
        feed: address of the feed that belongs to this page.
        robots: False for pages that must not be indexed.
        data: what the page tells machines, JSON-LD, escaped for a data block; may be empty.
    """

    title: str
    address: str
    description: str = ""
    section: str = ""
    feed: str = "/rss.xml"
    robots: bool = True
    data: Markup | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class ImageView:
    """A picture that machines are told of: root-relative address, size in pixels, description."""

    address: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story's page.

    Attributes:
        headline: the title with its numbers kept on one line with their nouns.
        body: the rendered document.
        date_text: ``Thứ Sáu, ngày 06/01/2023``.
        updated, updated_text: empty when never updated.
        summary: standfirst; empty when it equals the first paragraph.
        newer, older: neighbours in time, or None.
        related: the category's stories nearest in time, newest first, neighbours left out.
        image: the picture for social networks.
        photos: True where the story has photos.
        faults: notices at ``error``, in a preview.
        banner: sentence above the story (draft, expired), or empty.
    """

    page: PageView
    headline: Markup
    body: Markup
    date: str
    date_text: str
    updated: str
    updated_text: str
    category: LinkView | None
    tags: tuple[LinkView, ...]
    author: str
    summary: str
    newer: LinkView | None
    older: LinkView | None
    related: tuple[Card, ...]
    image: ImageView
    photos: bool
    faults: tuple[FaultView, ...]
    banner: str


@dataclass(frozen=True, slots=True)
class FrontView:
    """The front page.

    Attributes:
        lead: of the newest stories the first with a photo, or the newest; None on an empty site.
        lead_summary: its standfirst, else the beginning of its text.
        lead_picture: its photo, eager and large.
        slots: the first days of the newest blood-donation timetable.
        slots_story: the story that holds the timetable.
        latest: the next newest.
        sections: (title, address, cards) of the categories of interest.
        awards: figures of the newest award gallery, rendered, or empty.
        awards_story: the story they belong to.
    """

    page: PageView
    lead: Card | None
    lead_date_text: str
    lead_summary: str
    lead_picture: Markup
    slots: tuple[Slot, ...]
    slots_story: Card | None
    latest: tuple[Card, ...]
    sections: tuple[tuple[str, str, tuple[Card, ...]], ...]
    awards: Markup
    awards_story: Card | None


@dataclass(frozen=True, slots=True)
class ListView:
    """A list of stories: all news, a category, a tag, a year.

    Attributes:
        groups: (heading, heading id, cards); heading may be empty.
        sections: links above the list (categories or years).
        newer, older: neighbouring pages of the list.
    """

    page: PageView
    groups: tuple[tuple[str, str, tuple[Card, ...]], ...]
    sections: tuple[LinkView, ...]
    sections_label: str
    newer: LinkView | None
    older: LinkView | None


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month in the register of all years: its page and how many stories it holds."""

    text: str
    address: str
    count: int


@dataclass(frozen=True, slots=True)
class YearView:
    """A year in the register of all years; months newest first."""

    year: int
    address: str
    count: int
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True)
class ArchiveIndexView:
    """``/luu-tru/``: every year and month that has stories, newest first."""

    page: PageView
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True)
class ArchiveView:
    """A year's or month's register of headlines: groups of (heading, id, cards), no thumbs.

    Attributes:
        years: links to the archive of every year.
        newer, older: the neighbouring year or month that has stories.
    """

    page: PageView
    years: tuple[LinkView, ...]
    groups: tuple[tuple[str, str, tuple[Card, ...]], ...]
    newer: LinkView | None
    older: LinkView | None


@dataclass(frozen=True, slots=True)
class TaskStepView:
    """A story on a task's timeline.

    Attributes:
        date: ISO 8601 with zone.
        date_text: ``17/03``, with its year where that is not the tasks' own.
        words: what the story says about the task; may be empty.
    """

    date: str
    date_text: str
    story: LinkView
    words: str


@dataclass(frozen=True, slots=True)
class TaskView:
    """One of the year's tasks.

    Attributes:
        marker: as typed.
        runs_in: whether the marker is words that stand in the text (``Một là,``).
        state: ``none``, ``doing`` or ``done``; ``state_text`` says it.
        figure: the newest figure as typed, or empty.
        bar: how much of a bar the figure fills, 0 to 100; None where the figure tells no share.
        steps: newest first.
    """

    marker: str
    runs_in: bool
    anchor: str
    text: str
    parts: tuple[TaskPart, ...]
    state: str
    state_text: str
    figure: str
    bar: int | None
    steps: tuple[TaskStepView, ...]


@dataclass(frozen=True, slots=True)
class TasksView:
    """``/nhiem-vu/2023/``.

    Attributes:
        summary: how many tasks are in which state.
        story: the story that sets them, called by its date.
        years: links to every year that has tasks.
        download: address of the same as JSON.
    """

    page: PageView
    summary: str
    story: LinkView
    years: tuple[LinkView, ...]
    tasks: tuple[TaskView, ...]
    download: str


@dataclass(frozen=True, slots=True)
class TaskYearView:
    """A year in the list of all years of tasks; ``states`` of its tasks in their order."""

    year: int
    address: str
    summary: str
    states: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TaskIndexView:
    """``/nhiem-vu/``: every year that has tasks, newest first."""

    page: PageView
    years: tuple[TaskYearView, ...]


@dataclass(frozen=True, slots=True)
class AlbumView:
    """A story with a gallery, in the library of photos.

    Attributes:
        headline: the title with its numbers kept on one line with their nouns.
        address: of the story.
        date, date_text: ISO 8601 with zone; ``06/01/2023``.
        photos: how many the story shows.
        cover: ``<picture>`` of the lead photo, or empty.
        shape: of the cover, as on figures of a gallery.
    """

    headline: Markup
    address: str
    date: str
    date_text: str
    photos: int
    cover: Markup
    shape: str


@dataclass(frozen=True, slots=True)
class LibraryView:
    """``/thu-vien-anh/`` or a year of it: groups of (heading, id, albums).

    Attributes:
        years: links to every year's page; empty while one page holds all.
    """

    page: PageView
    years: tuple[LinkView, ...]
    groups: tuple[tuple[str, str, tuple[AlbumView, ...]], ...]


@dataclass(frozen=True, slots=True)
class HonourView:
    """A row of the roll.

    Attributes:
        who: as the office typed it, or initials.
        unit: unit, position or merit; may be empty.
        others: links to the same person's or collective's other awards.
    """

    anchor: str
    who: str
    unit: str
    others: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class HonourGroupView:
    """Collectives or people of one list; ``photo`` is the address of the photo that shows them, or empty."""

    title: str
    photo: str
    honours: tuple[HonourView, ...]


@dataclass(frozen=True, slots=True)
class HonourListView:
    """What one story lists under one decision.

    Attributes:
        number: of the decision, or empty.
        rest: its day and who decided, then how many are honoured.
        story: called by its date.
    """

    number: str
    rest: str
    story: LinkView
    groups: tuple[HonourGroupView, ...]


@dataclass(frozen=True, slots=True)
class HonourFormView:
    """A form of award and its lists."""

    title: str
    anchor: str
    lists: tuple[HonourListView, ...]


@dataclass(frozen=True, slots=True)
class RollView:
    """``/khen-thuong/2023/``.

    Attributes:
        summary: how many collectives and people are honoured.
        count: of rows, for the filter.
        years: links to every year of the roll.
        csv, json: addresses of the downloads.
    """

    page: PageView
    summary: str
    count: int
    years: tuple[LinkView, ...]
    forms: tuple[HonourFormView, ...]
    csv: str
    json: str


@dataclass(frozen=True, slots=True)
class RollYearView:
    """A year in the list of all years of the roll; ``forms`` are (name, address, how many)."""

    year: int
    address: str
    summary: str
    forms: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class RollIndexView:
    """``/khen-thuong/``: every year of the roll, newest first."""

    page: PageView
    years: tuple[RollYearView, ...]


@dataclass(frozen=True, slots=True)
class StaticView:
    """A page such as Giới thiệu; ``photos`` as of :class:`StoryView`, ``faults`` in a preview."""

    page: PageView
    headline: Markup
    body: Markup
    photos: bool
    faults: tuple[FaultView, ...]


@dataclass(frozen=True, slots=True)
class FaultsView:
    """``/loi/``: everything at ``error``, by story, with a link where there is a page."""

    page: PageView
    stories: tuple[tuple[str, str, tuple[FaultView, ...]], ...]


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed to follow: what it carries, its root-relative path, and its address as one types it."""

    title: str
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class FollowView:
    """``/theo-doi/``.

    Attributes:
        main: all news.
        readers: pages of common readers at which the main feed can be followed.
        others: the main feed in other formats.
        subjects: tasks, awards, and each category.
    """

    page: PageView
    main: FeedView
    readers: tuple[LinkView, ...]
    others: tuple[FeedView, ...]
    subjects: tuple[FeedView, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """``/tim-kiem/``: what a search can be narrowed to, and where to go without one.

    Attributes:
        years: links to the archive of every year, newest first.
        categories: links to every category.
    """

    page: PageView
    years: tuple[LinkView, ...]
    categories: tuple[LinkView, ...]


@dataclass(frozen=True, slots=True)
class BareView:
    """A page that shows nothing but its template's words (404)."""

    page: PageView


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page at an old address that leads to the new one, which is its canonical address."""

    page: PageView


View = (
    StoryView
    | FrontView
    | ListView
    | ArchiveIndexView
    | ArchiveView
    | RollIndexView
    | RollView
    | TaskIndexView
    | TasksView
    | LibraryView
    | StaticView
    | FaultsView
    | FollowView
    | SearchView
    | BareView
    | RedirectView
)


# ── Outputs: what a build writes ─────────────────────────────────────────────

Inputs = tuple[object, ...]
"""Plain values (texts, numbers, None, tuples of them) from which an output follows,
besides the settings, the templates and the program itself.  The engine makes an
output again when its inputs have changed, and only then."""


@dataclass(frozen=True, slots=True)
class TemplateOutput:
    """A page: a template applied to ``site`` and ``view``.

    Attributes:
        path: relative to the output folder, forward slashes.
        template: name under ``theme/templates/`` without ``.html``.
        make_view: gives the frozen view; called once, only when the page is rendered.
        made_from: what the view follows from; None where the view itself is cheap
            enough to be made at every build and compared.
        about: source of the story whose page this is; empty for any other page.
    """

    path: str
    template: str
    make_view: Callable[[], View]
    made_from: Inputs | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class BytesOutput:
    """A file made by code, such as a feed; ``make`` is pure, ``made_from`` as of :class:`TemplateOutput`."""

    path: str
    make: Callable[[], bytes]
    made_from: Inputs | None = None


@dataclass(frozen=True, slots=True)
class CopyOutput:
    """A file of ``content/`` published as it is (an attachment)."""

    path: str
    original: str


@dataclass(frozen=True, slots=True)
class PictureOutput:
    """The derivatives of a picture that some page uses."""

    picture: Picture
    path: str = field(default="anh")


Output = TemplateOutput | BytesOutput | CopyOutput | PictureOutput


@dataclass(frozen=True, slots=True)
class Bundle:
    """Outputs that stand or fall together: while ``made_from`` is what it was, not one of them is even planned.

    Ten years of news have ten thousand pages, of which an edit changes a few; a
    plan that can say so of many outputs at once makes an edit cost what it changes.

    Attributes:
        name: tells it from every other bundle of the site.
        made_from: lines from which the outputs, their paths and all that *they* are made from
            follow, besides the settings, the templates and the program itself.  It may hold
            more than that, which only costs time.
        plan: gives the outputs; pure.
        places: first segments of the addresses of its pages.
    """

    name: str
    made_from: str
    plan: Callable[[], Iterable[Output]]
    places: frozenset[str] = frozenset()


def unbundle(planned: Iterable[Output | Bundle]) -> Iterator[Output]:
    """Every output, those of bundles in their bundle's place."""
    for each in planned:
        if isinstance(each, Bundle):
            yield from each.plan()
        else:
            yield each
