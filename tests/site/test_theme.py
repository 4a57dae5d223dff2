"""The theme: templates see two names, pages load nothing from elsewhere, every link leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields, replace
from datetime import date
from html.parser import HTMLParser

import pytest
from jinja2 import Environment, meta, nodes

from newsroom.engine.styles import read_style
from newsroom.model import Award, Document, Figure, Gallery, Item, ItemList, Notice, Paragraph, Photo
from newsroom.settings import Settings
from newsroom.views import (
    ArchiveIndexView,
    ArchiveView,
    BareView,
    FaultsView,
    FollowView,
    FrontView,
    LibraryView,
    ListView,
    PageView,
    RedirectView,
    RollIndexView,
    RollView,
    SearchView,
    SiteView,
    StaticView,
    StoryView,
    TaskIndexView,
    TasksView,
)
from tests.site.newsstand import THEME, Site, news_of, page_of, picture_of, story_of

VIEWS: dict[str, type] = {
    "404": BareView,
    "archive": ArchiveView,
    "archives": ArchiveIndexView,
    "base": PageView,
    "faults": FaultsView,
    "follow": FollowView,
    "front": FrontView,
    "library": LibraryView,
    "list": ListView,
    "page": StaticView,
    "redirect": RedirectView,
    "roll": RollView,
    "roll_index": RollIndexView,
    "search": SearchView,
    "story": StoryView,
    "task_index": TaskIndexView,
    "tasks": TasksView,
}
TEMPLATES = sorted(path.relative_to(THEME / "templates").as_posix() for path in (THEME / "templates").rglob("*.html"))
STYLES = sorted((THEME / "static" / "css").glob("*.css"))
JINJA = Environment(autoescape=True)


class Page(HTMLParser):
    """What a page holds: its ids, its headings, its links, and what it loads."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.active: list[str] = []
        self.scripts: list[dict[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.active += [name for name in found if name == "style" or name.startswith("on")]
        # A data block is no script: no browser runs it.
        self.scripts += [found] if tag == "script" and found.get("type") != "application/ld+json" else []
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" else []
        loads = tag == "link" and found["rel"] in ("stylesheet", "icon", "preload")
        self.loads += [found["href"]] if loads else []
        self.loads += [found[name] for name in ("src", "srcset") if name in found]


@pytest.fixture
def site(settings: Settings) -> Site:
    """A site on which every template and every part of it is used."""
    award = Gallery((Figure((Photo("a.jpg", 1),), "Trao Bằng khen"),), awards=True, label="Ảnh khen thưởng, 1 ảnh")
    tasks = ItemList("tasks", (Item("1/", ("Việc một.",), value=1), Item("2/", ("Việc hai.",), value=2)))
    text = Document((Paragraph(("Đoạn đầu.",)), award, tasks))
    photo = (("a.jpg", picture_of("a.jpg")),)
    typed = "Đã làm được {nhiem-vu: 2021/1 đạt 40 %, hoàn thành}."
    year = {"tasks_year": 2021, "document": Document((tasks,))}
    report = {"document": Document((Paragraph((typed,), 1),)), "lines": (typed,)}
    notice = Notice("photo-missing", "error", 3, "Không thấy ảnh.", "Hãy chép ảnh vào.")
    stories = [
        story_of(
            f"Bài {n}",
            f"20{20 + n // 30}-{1 + n % 12:02}-{1 + n % 28:02}",
            category=("Tin tức", "Hiến máu", "hiền mẫu", "Hiền Máu")[n % 4],
            tags=("Tết", "tết ", "tệt"),
            summary="Tóm tắt." if n % 2 else "",
            document=text if n % 3 else Document(),
            pictures=photo if n % 3 else (),
            notices=(notice,) if n == 5 else (),
            aliases=(f"/cu/{n}/",) if n < 3 else (),
        )
        for n in range(95)
    ]
    stories += [story_of("Nhiệm vụ", "2021-01-08", **year), story_of("Kết quả", "2021-12-08", **report)]
    honoured = (Award("Bà Vi Thị Ánh", "xã Ea Tân", "Giấy khen", "9/QĐ-CTĐ", 2021, figure=1, decided="2021-12-01"),)
    stories += [story_of(f"Khen {n}", f"2021-12-0{n}", document=replace(text, awards=honoured)) for n in (1, 2)]
    hidden = (story_of("Hết hạn", "2023-01-01", expires=date(2023, 1, 20)), page_of("Trang ẩn"))
    faulty = (story_of("Lạc", "2023-01-02", notices=(notice,)),)
    return Site(news_of(stories, hidden=hidden, pages=(page_of("Giới thiệu", document=text),), faulty=faulty), settings)


def test_every_planned_template_is_in_the_theme_and_has_its_view(site: Site) -> None:
    planned = {page.template for page in site.pages}
    assert planned == set(VIEWS) - {"base"}
    assert {f"{name}.html" for name in VIEWS} == {name for name in TEMPLATES if "/" not in name}
    for page in site.pages:
        assert isinstance(page.make_view(), VIEWS[page.template])


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_sees_only_the_site_and_its_view(name: str) -> None:
    tree = JINJA.parse((THEME / "templates" / name).read_text(encoding="utf-8"))
    imported = {name for node in tree.find_all(nodes.FromImport) for name in node.names}
    assert meta.find_undeclared_variables(tree) - imported <= {"site", "view"}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_reads_only_fields_that_exist(name: str) -> None:
    tree = JINJA.parse((THEME / "templates" / name).read_text(encoding="utf-8"))
    known = {"site": names_of(SiteView), "view": names_of(VIEWS.get(name.removesuffix(".html"), PageView)) | {"page"}}
    read = [(node.node, node.attr) for node in tree.find_all(nodes.Getattr)]
    for owner, attribute in read:
        if isinstance(owner, nodes.Name) and owner.name in known:
            assert attribute in known[owner.name]
        if isinstance(owner, nodes.Getattr) and owner.attr == "page":
            assert attribute in names_of(PageView)


def names_of(view: type) -> set[str]:
    return {field.name for field in fields(view)}


def test_every_page_has_one_headline_unique_ids_and_nothing_active(site: Site) -> None:
    for output in site.pages:
        page = Page(site.html(output.path))
        assert page.tags.count("h1") == 1, output.path
        assert page.tags.count("main") == 1, output.path
        assert not [name for name, count in Counter(page.ids).items() if count > 1], output.path
        assert not {"style", "iframe", "object"} & set(page.tags), output.path
        assert all(
            {"defer", "type"} & script.keys() and script["src"].startswith("/theme/js/") for script in page.scripts
        ), output.path
        assert not page.active, output.path


def test_every_link_of_every_page_leads_to_a_page_or_a_feed(site: Site) -> None:
    answered = {f"/{output.path}".removesuffix("index.html") for output in site.outputs}
    feeds = re.compile(r"/(?:(?:[a-z0-9-]+/){0,2}rss\.xml|atom\.xml|feed\.json)")
    for output in site.pages:
        html = site.html(output.path)
        page = Page(html)
        for link in page.links:
            address, _, anchor = link.partition("#")
            assert not anchor or address or anchor in page.ids, (output.path, link)
            if address.startswith("/") and not address.startswith("/anh/"):
                assert address in answered or feeds.fullmatch(address), (output.path, link)


def test_no_page_loads_anything_from_another_host(site: Site) -> None:
    for output in site.pages:
        for load in Page(site.html(output.path)).loads:
            assert load.startswith(("/theme/", "/anh/")), (output.path, load)


def test_what_pages_load_from_the_theme_is_there(site: Site) -> None:
    loads = {load for output in site.pages for load in Page(site.html(output.path)).loads if load.startswith("/theme/")}
    assert loads
    assert [load for load in loads if not (THEME / "static" / load.removeprefix("/theme/")).is_file()] == []


def test_style_sheets_stay_small_and_load_only_the_font() -> None:
    texts = {path.name: path.read_text(encoding="utf-8") for path in STYLES}
    assert len(read_style(THEME / "static" / "css" / "site.css", THEME)) <= 12_000
    assert {url for text in texts.values() for url in re.findall(r"url\(([^)]*)\)", text)} == {
        '"../chu/be-vietnam-pro-600.woff2"'
    }


def test_text_is_never_upper_cased_hyphenated_or_small() -> None:
    css = "\n".join(path.read_text(encoding="utf-8") for path in STYLES)
    assert "text-transform" not in css
    assert re.findall(r"hyphens: (\w+)", css) == ["none"]
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;}]*?([\d.]+)rem", css)]
    assert min(sizes) >= 0.9375


def test_red_is_the_margin_line_and_nothing_else() -> None:
    css = {path.name: path.read_text(encoding="utf-8") for path in STYLES}
    uses = [line for text in css.values() for line in re.findall(r"([\w-]+): [^;{}]*var\(--margin\)", text)]
    assert uses == ["border-left"] * len(uses)
    assert uses
