"""The values that travel between the parts: notices, documents, stories, pictures, news.

Everything here is frozen and holds plain values only, so that a value can be
compared, hashed, sent to a worker process or fingerprinted.  Text is NFC.
Inline text (``str`` fields documented as *inline*) is Markdown source of one
line; only :mod:`newsroom.markup` turns it into HTML.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import Literal, Protocol

Level = Literal["error", "warning", "hint"]

CODES: frozenset[str] = frozenset(
    """
    title-missing date-missing date-invalid date-partial key-unknown head-missing
    address-duplicate address-taken status-unknown slug-unsafe id-duplicate id-changed tags-many text-empty
    source-misplaced
    encoding-unreadable encoding-legacy unicode-decomposed letter-eth
    character-invisible character-control
    photo-missing photo-unreadable photo-refused photo-uncaptioned photo-undescribed
    photo-animated
    caption-ambiguous caption-orphan credit-or-caption
    number-missing number-repeated markers-mixed
    tone-misplaced phrase-slip spacing-odd digits-odd note-left-in
    link-broken link-unsafe link-text-filename attachment-missing
    html-shown comment-dropped text-bounded
    private-id private-phone private-child person-withdrawn
    task-unknown task-report-odd task-year-shared names-unknown
    sheet-unreadable sheet-refused sheet-headings sheet-row-odd sheet-hidden award-count
    """.split()
)
"""The closed list of notice codes (contract §1, extended)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the office should look at.  Messages are Vietnamese sentences.

    Attributes:
        code: one of :data:`CODES`.
        level: ``error`` cannot be published as it stands, ``warning`` look at
            it, ``hint`` style.
        line: 1-based line in the file; 1 when the whole file is meant.
        message: what is wrong.
        hint: what to do about it.
        column: 1-based column in the line.
        found: the text at fault, as typed.
        proposed: the text to put in its place, where a rule has one.
        file: path relative to ``content/``; empty means "the story's own file"
            and is filled in when the story is read.
    """

    code: str
    level: Level
    line: int
    message: str
    hint: str = ""
    column: int = 1
    found: str = ""
    proposed: str = ""
    file: str = ""

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"unknown notice code {self.code!r}")


# ── The document: what a story's text means ─────────────────────────────────


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo as a story names it.

    Attributes:
        name: file name as typed (NFC), relative to the story's folder.
        line: source line.
        description: typed text for those who cannot see the photo; inline-free.
    """

    name: str
    line: int
    description: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """One or several photos with at most one caption and one credit.

    Attributes:
        photos: in typed order.
        caption: inline; without its label ``Ảnh:``.
        credit: inline; with its label as typed (``Ảnh: Mai Phương``).
        line: source line of the first photo.
        label: the caption's label as typed (``Ảnh:``, ``Ảnh 1, 2 và 3:``), not shown.
    """

    photos: tuple[Photo, ...]
    caption: str = ""
    credit: str = ""
    line: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """Figures in a row, or figures that show an award ceremony.

    Attributes:
        label: what the gallery shows, for screen readers; plain text.
        brief: True for the small row of a front page.
    """

    figures: tuple[Figure, ...]
    awards: bool
    label: str
    brief: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text.

    Attributes:
        lines: inline; each is shown on a line of its own (hard wraps are joined).
        label: bold lead-in without its asterisk (``Đối tượng:``, ``Điều 1.``); inline.
    """

    lines: tuple[str, ...]
    line: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section head.

    Attributes:
        level: 2 to 4.
        text: inline, with its typed marker (``I/ BẰNG KHEN``).
    """

    level: int
    text: str
    line: int = 0


@dataclass(frozen=True, slots=True)
class Item:
    """One list item.

    Attributes:
        marker: as typed (``1/``, ``đ)``, ``2.1.``, ``-``, ``Một là,``).
        lines: inline; the item's own text.
        children: blocks under the item: nested lists, continuation paragraphs.
        value: the number of a whole-number marker, else None.
        checked: state of a check box ``[ ]``/``[x]``; None where there is none.
    """

    marker: str
    lines: tuple[str, ...]
    line: int = 0
    children: tuple[Block, ...] = ()
    value: int | None = None
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """Tasks, points or bullets, numbered exactly as the office typed them."""

    kind: Literal["tasks", "points", "bullets"]
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has as many cells as the header or the widest row.

    Attributes:
        header: inline cells; empty tuple when the table has no header row.
        rows: inline cells.
        label: what the table shows, for screen readers; plain text.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    line: int = 0
    label: str = ""


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The two-column head of an official document, faked with spaces by the office."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class SignOff:
    """Who signs the story, one line or several; inline, padding gone."""

    lines: tuple[str, ...]
    line: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A deliberate ``>`` quotation."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A deliberate fenced block, shown letter for letter; ``language`` as typed after the fence."""

    text: str
    line: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A typed separator line (``---``, ``***``)."""

    line: int = 0


@dataclass(frozen=True, slots=True)
class Footnotes:
    """Notes named by ``[^name]`` in the text: (name, inline text) pairs in typed order."""

    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row of a sheet.

    Attributes:
        number: row as a spreadsheet program counts it.
        cells: plain text, as many as the header has.
        section: True for a row that heads those below it (``I. TẬP THỂ``); its text is the first cell.
        honoured: whether the row lists someone; an odd row is shown, but is nobody.
    """

    number: int
    cells: tuple[str, ...]
    section: bool = False
    honoured: bool = False


@dataclass(frozen=True, slots=True)
class SheetTable:
    """One sheet of a workbook that lists honourees.

    Attributes:
        title: lines above the header, plain text.
        header: plain cells.
    """

    title: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True, slots=True)
class AwardSheet:
    """A list of honourees kept in a spreadsheet beside the story, shown as tables.

    Attributes:
        name: of the file, as typed.
        text: of the typed link; empty when typed as ``{khen-thuong: …}``.
        offered: whether readers may download the original.
        said: ``tải`` or ``không tải`` where the story says so itself, else empty.
    """

    name: str
    text: str
    tables: tuple[SheetTable, ...]
    offered: bool = True
    said: str = ""
    line: int = 0


Block = (
    Paragraph
    | Heading
    | Figure
    | Gallery
    | ItemList
    | Table
    | AwardSheet
    | Letterhead
    | SignOff
    | Quote
    | Code
    | Rule
    | Footnotes
)


@dataclass(frozen=True, slots=True)
class Award:
    """One honoured collective or person, as the office lists them.

    Attributes:
        who: name as typed (``Bà Vi Thị Ánh``).
        unit: unit, office or merit typed after the name.
        form: form of award (``Bằng khen của Chủ tịch UBND tỉnh``).
        decision: decision number (``1187/QĐ-UBND``).
        year: year of the decision or of the story.
        collective: True for a unit, False for a person.
        line: source line; of an award from a sheet the line that names the sheet.
        body: who decides, as typed (``Chủ tịch UBND tỉnh``).
        decided: day of the decision: ISO (``2022-12-28``), or as typed where that is no date.
        tier: the heading above the list, as typed (``I/ BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH``).
        figure: number of the photo group that shows them, as in its id ``anh-3``; 0 when none does.
        sheet: name of the sheet that lists them, as typed in the story; empty for the story's own text.
        row: row of the sheet as a spreadsheet program counts it, else 0.
        office: position, where a column of its own gives it (``Chủ tịch``).
        key: what all awards of the same person or collective share; empty where nobody can be sure.
    """

    who: str
    unit: str = ""
    form: str = ""
    decision: str = ""
    year: int = 0
    collective: bool = False
    line: int = 0
    body: str = ""
    decided: str = ""
    tier: str = ""
    figure: int = 0
    sheet: str = ""
    row: int = 0
    office: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link typed in a story: its target as typed, its visible text, its line."""

    target: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Document:
    """A story's text, understood.

    Attributes:
        blocks: in reading order.
        links: every typed link, in reading order.
        awards: honourees in the office's order.
        notices: doubts met while reading.
        dropped: words of the source that are not shown: comments, decoration,
            caption labels; nothing else may enter.
    """

    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    awards: tuple[Award, ...] = ()
    notices: tuple[Notice, ...] = ()
    dropped: tuple[str, ...] = ()


# ── Stories ──────────────────────────────────────────────────────────────────

Status = Literal["published", "draft", "hidden", "withdrawn"]

Day = date
"""The type ``date`` inside :class:`Head`, where that name means the story's own date."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the text (contract §2).

    Attributes:
        title: plain text, as typed.
        date: with the zone Asia/Ho_Chi_Minh; None when missing or invalid.
        tasks_year: ``nhiem-vu: 2023``, the year whose tasks this story sets.
        names: how people are shown who are honoured here: ``initials``, ``full``, or
            as the settings say (empty).
        allow: codes this story silences, each with the office's reason.
    """

    title: str = ""
    date: datetime | None = None
    updated: datetime | None = None
    category: str = "Tin tức"
    tags: tuple[str, ...] = ()
    author: str = ""
    summary: str = ""
    slug: str = ""
    status: Status = "published"
    lead: str = ""
    aliases: tuple[str, ...] = ()
    expires: Day | None = None
    id: str = ""
    tasks_year: int | None = None
    names: Literal["", "initials", "full"] = ""
    allow: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Derivative:
    """One file made from an original photo.

    Attributes:
        name: file name under ``/anh/``; holds the digest, so it never changes meaning.
        width, height: in pixels.
        format: ``avif``, ``jpeg``, ``webp`` or ``png``.
    """

    name: str
    width: int
    height: int
    format: str


@dataclass(frozen=True, slots=True)
class SocialCard:
    """The words of a social picture; empty where a photo fills it.

    Attributes:
        title: of the story, plain text.
        office: who speaks, plain text.
    """

    title: str
    office: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo planned for the web: nothing made yet, everything known.

    Attributes:
        original: path relative to ``content/``, forward slashes.
        digest: hex digest of the original's bytes and the recipe.
        width, height: of the upright original, in pixels.
        derivatives: modern format first, each format from narrow to wide.
        shape: nearest of 2x3 3x4 1x1 4x3 3x2 16x9 2x1 (direction.md).
        animated: True when only the first frame is shown.
        social: the words of a social picture, whose ``original`` may be empty; None of any other picture.
    """

    original: str
    digest: str
    width: int
    height: int
    derivatives: tuple[Derivative, ...]
    shape: str
    animated: bool = False
    social: SocialCard | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file offered beside a story.

    Attributes:
        name: as typed.
        original: path relative to ``content/``.
        address: ``/tin-tuc/<yyyy>/<slug>/<slugified name>.<ext>``.
        size: in bytes.
    """

    name: str
    original: str
    address: str
    size: int


@dataclass(frozen=True, slots=True)
class Slot:
    """One blood-donation day of a timetable.

    Attributes:
        date: month and day, ``03-05`` (HTML's yearless date).
        day_text: day and month as typed, ``05/3``.
        place: as typed.
        detail: weekday and hours as typed; may be empty.
    """

    date: str
    day_text: str
    place: str
    detail: str


@dataclass(frozen=True, slots=True)
class TaskPart:
    """A point under one of the year's tasks: marker as typed, plain text, state of its check box if it has one."""

    marker: str
    text: str
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One of the tasks that a story sets for a year (head key ``nhiem-vu``).

    Attributes:
        number: by which other stories name it: the marker without its sign (``4``, ``2.1``, ``đ``);
            of words (``Một là,``) the number they mean, of a check box its place.
        marker: as typed; the place of a task that has only a check box.
        text: plain text.
        anchor: its id on the page of the year's tasks; never changes while the number stands.
        line: source line.
        checked: state of its check box; None where there is none.
        parts: the points under it, of every depth, in reading order.
    """

    year: int
    number: str
    marker: str
    text: str
    anchor: str
    line: int
    checked: bool | None = None
    parts: tuple[TaskPart, ...] = ()


@dataclass(frozen=True, slots=True)
class TaskReport:
    """What a story says about a task: ``{nhiem-vu: 2023/4 đạt 127 %}``.

    Attributes:
        number: of the task, see :class:`Task`.
        state: ``done`` or ``doing`` where the words say so, else empty.
        figure: what was reached, as typed (``127 %``, ``5.120/5.000 đơn vị máu``); may be empty.
        percent: the figure as a whole number of percent; None where it tells none.
        words: all that was typed after the number.
        line: source line.
        typed: the whole marker as typed.
    """

    year: int
    number: str
    state: Literal["", "doing", "done"] = ""
    figure: str = ""
    percent: int | None = None
    words: str = ""
    line: int = 0
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What other pages than its own show of a story's text, found once when the story is read.

    The text of a story that did not change is not read again, so whatever a
    plan or a view needs of many stories stands here: plain values, and frozen
    values of this module made of them.

    Attributes:
        opening: the first paragraph, plain text; empty when there is none.
        slots: the first days of its first timetable of blood donation.
        award_figures: how many figures its first award gallery holds, 0 without one.
        links: typed targets that may lead to other stories and pages, each once.
        awards: everyone honoured, in the office's order.
        tasks: the tasks it sets for the year of its head, in the office's order.
        reports: what it says about the tasks of any year, in reading order.
        album: how many photos the text shows, when two or more of them stand in a
            gallery, else 0.
    """

    opening: str = ""
    slots: tuple[Slot, ...] = ()
    award_figures: int = 0
    links: tuple[str, ...] = ()
    awards: tuple[Award, ...] = ()
    tasks: tuple[Task, ...] = ()
    reports: tuple[TaskReport, ...] = ()
    album: int = 0

    def told(self) -> Facts:
        """What lists and other pages show, whatever the story's own page shows besides."""
        return replace(self, opening="", links=())


@dataclass(frozen=True, slots=True)
class Story:
    """A story or a page, read.

    Attributes:
        source: path of its text file relative to ``content/``, forward slashes.
        kind: ``story`` (``tin-tuc/``) or ``page`` (``trang/``).
        slug: ASCII.
        address: root-relative, ends in ``/``; under ``/loi/`` when the story has
            no address of its own.
        id: stable id (contract §5).
        pictures: typed photo name → plan, for every photo that could be read.
        attachments: typed name → file.
        notices: everything found, in line order, silenced codes left out.
        lines: the file's cleaned lines; ``lines[n - 1]`` is source line n.
        facts: what other pages show of the text.
        beside: files that were read besides photos and attachments (a sheet that is
            not offered for download, a photo that cannot be used); paths relative
            to ``content/``.
        page_print: digest of all of the story's own that its page is made from;
            empty where nobody remembers pages.
        card_print: digest of what a list shows of it; empty likewise.
        files_print: digest of its pictures and attachments with their bytes; empty
            where it has none, and where nobody remembers pages.
    """

    source: str
    kind: Literal["story", "page"]
    head: Head
    document: Document
    slug: str
    address: str
    id: str
    pictures: tuple[tuple[str, Picture], ...] = ()
    attachments: tuple[tuple[str, Attachment], ...] = ()
    notices: tuple[Notice, ...] = ()
    lines: tuple[str, ...] = ()
    facts: Facts = Facts()
    page_print: str = ""
    card_print: str = ""
    files_print: str = ""
    beside: tuple[str, ...] = ()

    @property
    def errors(self) -> tuple[Notice, ...]:
        """Notices that keep the story from being published."""
        return tuple(n for n in self.notices if n.level == "error")

    @property
    def photos(self) -> dict[str, Picture]:
        """Typed photo name → plan."""
        return dict(self.pictures)

    # ── What is asked of every story at every build; the engine has it at hand without the rest ──

    @property
    def status(self) -> Status:
        """:attr:`Head.status`."""
        return self.head.status

    @property
    def date(self) -> datetime | None:
        """:attr:`Head.date`."""
        return self.head.date

    @property
    def updated(self) -> datetime | None:
        """:attr:`Head.updated`."""
        return self.head.updated

    @property
    def expires(self) -> Day | None:
        """:attr:`Head.expires`."""
        return self.head.expires

    @property
    def category(self) -> str:
        """:attr:`Head.category`."""
        return self.head.category

    @property
    def tags(self) -> tuple[str, ...]:
        """:attr:`Head.tags`."""
        return self.head.tags

    @property
    def leads(self) -> tuple[str, ...]:
        """:attr:`Facts.links`, asked of every story."""
        return self.facts.links

    @property
    def facts_print(self) -> str:
        """Digest of :meth:`Facts.told`; empty where there is nothing to tell."""
        told = self.facts.told()
        return "" if told == Facts() else blake2b(repr(told).encode(errors="surrogatepass"), digest_size=12).hexdigest()

    @property
    def traits(self) -> frozenset[str]:
        """Names of the :class:`Facts` of which there are any: asked of every story, where facts are asked of few.

        ``award_row`` stands for an award gallery of several figures, ``aliases`` and
        ``tasks_year`` for those of the head.
        """
        facts, head = self.facts, self.head
        more = {"award_row": facts.award_figures > 1, "aliases": head.aliases, "tasks_year": head.tasks_year}
        found = [name for name in Facts.__slots__ if getattr(facts, name)]
        return frozenset((*found, *(name for name, there in more.items() if there)))

    @property
    def lead_picture(self) -> Picture | None:
        """The photo that stands for the story: the head's ``lead``, else the first in the text."""
        photos = self.photos
        return photos.get(self.head.lead) or next(iter(photos.values()), None)


class Pieces(Protocol):
    """Finished parts of outputs, remembered between builds: a feed of a thousand stories is put together from them."""

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """The very bytes that ``make`` gives, or gave under this key in an earlier build by the same program.

        Args:
            key: digest of the part's kind and of all that it follows from.
            make: pure; called only where nothing is remembered.
        """

    def expect(self, keys: Sequence[str]) -> None:
        """Look up together what is about to be recalled; what was expected before is forgotten."""


@dataclass(frozen=True, slots=True)
class NoPieces:
    """Remembers nothing: every part is made."""

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What ``make`` gives."""
        return make()

    def expect(self, keys: Sequence[str]) -> None:
        """Nothing is looked up."""


Earned = tuple[tuple[str, tuple[Notice, ...]], ...]
"""(source, notices) that stories have earned together with others, in the order they were added."""


@dataclass(frozen=True, slots=True)
class Outline:
    """Which stories are published, in which order, and what they make up: of each no more than its source.

    Places are those of :attr:`stories`, the newest being 0, parted by spaces;
    sources are parted by line ends.

    Attributes:
        stories, hidden, pages, withdrawn: sources, as in :class:`News`.
        months: (year, month, how many stories), newest first.
        categories, tags: (key, name, slug, places) of each topic, in the order of :mod:`newsroom.topics`.
        traits: (name, places) of each of :attr:`Story.traits`.
        faulty: (source, address) of stories without an address of their own.
        earned: notices that no story has by itself.
    """

    stories: str
    hidden: str
    pages: str
    withdrawn: str
    months: tuple[tuple[int, int, int], ...]
    categories: tuple[tuple[str, str, str, str], ...]
    tags: tuple[tuple[str, str, str, str], ...]
    traits: tuple[tuple[str, str], ...]
    faulty: tuple[tuple[str, str], ...] = ()
    earned: Earned = ()


@dataclass(frozen=True, slots=True)
class News:
    """All that is to be published, in the site's one total order.

    Attributes:
        stories: listed stories, newest first: by date, then slug, then source.
        hidden: stories with a page of their own that no list shows: ``hidden``,
            expired, and (in ``serve``) drafts.
        pages: static pages by slug.
        faulty: stories without an address of their own (preview only).
        today: the clock of this build; decides only what is due or expired.
        withdrawn: stories that were taken back, in the same order: their feeds tell readers
            to forget them for as long as the source says so; nothing else may show them.
        pieces: what earlier builds made of these stories; decides only what is made again.
        outline: which of them make up what, where that is known without asking each.
    """

    stories: tuple[Story, ...]
    hidden: tuple[Story, ...]
    pages: tuple[Story, ...]
    faulty: tuple[Story, ...]
    today: date
    withdrawn: tuple[Story, ...] = ()
    pieces: Pieces = field(default=NoPieces(), compare=False, repr=False)
    outline: Outline | None = field(default=None, compare=False, repr=False)
