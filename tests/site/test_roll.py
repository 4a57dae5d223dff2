"""The roll of honour: its pages, its downloads, its filter, and whose names it shows."""

# ruff: noqa: E501 - a page stands here as it is published

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.model import Award, Document, Story
from newsroom.settings import Settings
from newsroom.site.rollfiles import write_cell
from newsroom.views import BytesOutput
from tests.site.newsstand import THEME, Site, news_of, story_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CERTIFICATE = Award(
    "", form="Bằng khen của UBND tỉnh", decision="7/QĐ-UBND", year=2022, decided="2022-12-28", body="UBND tỉnh"
)
LETTER = Award("", form="Giấy khen", decision="9/QĐ-CTĐ", year=2022, decided="2022-12-30", body="tỉnh Hội")
AWARDS = (
    replace(CERTIFICATE, who="Hội Chữ thập đỏ xã Ea Tân", collective=True, figure=2),
    replace(CERTIFICATE, who="Ông Nguyễn Văn Ân", unit="xã Ea Tân", office="Đội trưởng"),
    replace(CERTIFICATE, who="Bà Nguyễn Vân Anh", unit="=HYPERLINK(1)"),
    replace(LETTER, who="Bà Hòa", unit="phường Đông"),
)
YEAR_AFTER = (replace(LETTER, who="Nguyễn Văn Ân", unit="Đội trưởng xã Ea Tân", year=2023, decision="1/QĐ-CTĐ"),)
STORY = story_of("Khen thưởng", "2023-01-06", document=Document(awards=AWARDS))
AFTER = story_of("Khen thưởng năm sau", "2024-01-06", document=Document(awards=YEAR_AFTER))


def main(settings: Settings, *stories: Story, year: int = 2022) -> str:
    return Site(news_of(stories), settings).main(f"khen-thuong/{year}/index.html")


def file(settings: Settings, kind: str, *stories: Story) -> bytes:
    output = Site(news_of(stories), settings).find(f"khen-thuong/2022/khen-thuong.{kind}")
    assert isinstance(output, BytesOutput)
    return output.make()


def test_a_year_lists_everyone_under_the_form_and_the_decision_in_the_office_s_order(settings: Settings) -> None:
    assert (
        main(settings, STORY, AFTER)
        == """\
<header class="row"><h1>Bảng ghi công năm 2022</h1>
<p class="p-summary">1 tập thể, 3 cá nhân được khen thưởng, theo thứ tự trong các quyết định.</p>
<nav aria-label="Chọn năm"><ul class="choices">
<li><a href="/khen-thuong/2023/">2023</a></li>
<li><a href="/khen-thuong/2022/" aria-current="true">2022</a></li>
</ul></nav>
<p class="filter" hidden><label for="loc">Tìm tên hoặc đơn vị</label> <input id="loc" type="text" autocomplete="off" spellcheck="false" aria-describedby="loc_so"> <output id="loc_so" for="loc">4/4</output></p>
</header>
<section class="row honours" aria-labelledby="bang-khen-cua-ubnd-tinh"><h2 id="bang-khen-cua-ubnd-tinh">Bằng khen của UBND tỉnh</h2>
<div class="flow">
<p>Quyết định số <span class="nowrap">7/QĐ-UBND</span> <span class="nowrap">ngày 28/12/2022.</span> <span class="nowrap">1 tập thể</span>, <span class="nowrap">2 cá nhân</span>. <a href="/tin-tuc/2023/khen-thuong/">Xem tin <span class="nowrap">ngày 06/01/2023</span></a></p>
<table aria-labelledby="bang-khen-cua-ubnd-tinh">
<thead class="sr"><tr><th scope="col">Tập thể, cá nhân</th><th scope="col">Đơn vị, thành tích</th></tr></thead>
<tbody>
<tr><th scope="rowgroup" colspan="2">Tập thể · <a href="/tin-tuc/2023/khen-thuong/#anh-2">Xem ảnh</a></th></tr>
<tr id="kt-2023-khen-thuong-1"><th scope="row">Hội Chữ thập đỏ xã Ea Tân</th><td></td></tr>
</tbody>
<tbody>
<tr><th scope="rowgroup" colspan="2">Cá nhân</th></tr>
<tr id="kt-2023-khen-thuong-2"><th scope="row">Ông Nguyễn Văn Ân</th><td>Đội trưởng, xã Ea Tân<br>Cũng được khen: <a href="/khen-thuong/2023/#kt-2024-khen-thuong-nam-sau-1">Giấy khen, 2023</a></td></tr>
<tr id="kt-2023-khen-thuong-3"><th scope="row">Bà Nguyễn Vân Anh</th><td>=HYPERLINK(1)</td></tr>
</tbody>
</table>
</div></section>
<section class="row honours" aria-labelledby="giay-khen"><h2 id="giay-khen">Giấy khen</h2>
<div class="flow">
<p>Quyết định số <span class="nowrap">9/QĐ-CTĐ</span> <span class="nowrap">ngày 30/12/2022</span> của tỉnh Hội. <span class="nowrap">1 cá nhân</span>. <a href="/tin-tuc/2023/khen-thuong/">Xem tin <span class="nowrap">ngày 06/01/2023</span></a></p>
<table aria-labelledby="giay-khen">
<thead class="sr"><tr><th scope="col">Tập thể, cá nhân</th><th scope="col">Đơn vị, thành tích</th></tr></thead>
<tbody>
<tr><th scope="rowgroup" colspan="2">Cá nhân</th></tr>
<tr id="kt-2023-khen-thuong-4"><th scope="row">Bà Hòa</th><td>phường Đông</td></tr>
</tbody>
</table>
</div></section>
<div class="row related"><p class="choices"><a href="/khen-thuong/2022/khen-thuong.csv" download>Tải về bảng CSV (mở bằng Excel)</a> <a href="/khen-thuong/2022/khen-thuong.json" download>Tải về dạng JSON</a></p></div>
"""
    )


def test_all_years_stand_in_one_list(settings: Settings) -> None:
    index = Site(news_of([STORY, AFTER]), settings).main("khen-thuong/index.html")
    assert (
        '<h2 id="nam-2022"><a href="/khen-thuong/2022/">Năm 2022</a></h2>\n<div class="flow"><p>1 tập thể, 3 cá nhân</p>'
        in index
    )
    assert '<a href="/khen-thuong/2022/#giay-khen">Giấy khen</a> <small>1 cá nhân</small>' in index


def test_a_form_that_a_story_lists_in_two_places_stands_together(settings: Settings) -> None:
    people, teams = AWARDS[1], replace(LETTER, who="Hội Chữ thập đỏ xã Sông Vang", collective=True)
    story = story_of("Khen thưởng", "2023-01-06", document=Document(awards=(AWARDS[0], teams, people, AWARDS[3])))
    page = main(settings, story)
    assert page.count("<table") == 2
    assert page.index(AWARDS[0].who) < page.index(people.who) < page.index(teams.who) < page.index(AWARDS[3].who)


def test_one_name_in_two_units_or_twice_in_a_list_may_be_two_people(settings: Settings) -> None:
    elsewhere = replace(YEAR_AFTER[0], unit="xã khác")
    twice = replace(STORY, facts=replace(STORY.facts, awards=(*STORY.facts.awards[:2], STORY.facts.awards[1])))
    unnamed = replace(YEAR_AFTER[0], unit="")
    for story in (elsewhere, unnamed):
        other = story_of("Năm sau", "2024-01-06", document=Document(awards=(story,)))
        assert "Cũng được khen" not in main(settings, STORY, other)
    assert "Cũng được khen" not in main(settings, twice, AFTER)


def test_awards_of_one_person_that_sound_the_same_are_told_apart_by_number_or_day(settings: Settings) -> None:
    spring = replace(YEAR_AFTER[0], decision="1/QĐ-CTĐ", decided="2023-02-01")
    stories = [
        story_of(f"Đợt {n}", f"2024-01-0{n}", document=Document(awards=(award,)))
        for n, award in enumerate((spring, replace(spring, decision="", decided="2023-05-08")), start=1)
    ]
    assert sorted(re.findall(r'-dot-(\d)-1">([^<]*)</a>', main(settings, STORY, *stories))) == [
        ("1", "Giấy khen, 2023 (số 1/QĐ-CTĐ)"),
        ("2", "Giấy khen, 2023 (ngày 08/05/2023)"),
    ]


def test_a_spreadsheet_runs_nothing_of_the_download_and_reads_its_letters(settings: Settings) -> None:
    raw = file(settings, "csv", STORY)
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert rows[0][:3] == ["Năm", "Tập thể, cá nhân", "Đối tượng"]
    assert rows[2] == [
        *("2022", "Ông Nguyễn Văn Ân", "Cá nhân", "Đội trưởng", "xã Ea Tân", "Bằng khen của UBND tỉnh"),
        *("UBND tỉnh", "7/QĐ-UBND", "28/12/2022", "https://hoi.example.vn/tin-tuc/2023/khen-thuong/", ""),
    ]
    assert rows[3][4] == "'=HYPERLINK(1)"
    assert rows[1][-1] == "https://hoi.example.vn/tin-tuc/2023/khen-thuong/#anh-2"


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    cell = write_cell(text)
    assert cell.removeprefix("'") == text.removeprefix("'")
    assert not cell.lstrip(" \u00a0").startswith(("=", "+", "-", "@", "\t", "\r"))


def test_the_same_is_told_to_programs(settings: Settings) -> None:
    told = json.loads(file(settings, "json", STORY))
    assert [award["who"] for award in told["awards"]] == [award.who for award in AWARDS]
    assert told["awards"][1] == {
        "who": "Ông Nguyễn Văn Ân",
        "kind": "person",
        "office": "Đội trưởng",
        "unit": "xã Ea Tân",
        "form": "Bằng khen của UBND tỉnh",
        "body": "UBND tỉnh",
        "decision": "7/QĐ-UBND",
        "decided": "2022-12-28",
        "url": "https://hoi.example.vn/khen-thuong/2022/#kt-2023-khen-thuong-2",
        "story": "https://hoi.example.vn/tin-tuc/2023/khen-thuong/",
        "photo": None,
    }


def test_hidden_names_are_initials_everywhere_and_lead_nowhere(settings: Settings) -> None:
    private = replace(settings, hide_names=True)
    page, table, told = main(private, STORY, AFTER), file(private, "csv", STORY), file(private, "json", STORY)
    for text in (page, table.decode(), told.decode()):
        assert "Nguyễn" not in text
        assert "Ông N.V.Â." in text
        assert "Hội Chữ thập đỏ xã Ea Tân" in text
    assert "Cũng được khen" not in page


def test_a_story_may_hide_its_names_or_show_them_against_the_setting(settings: Settings) -> None:
    hidden = replace(STORY, head=replace(STORY.head, names="initials"))
    assert "Nguyễn" not in main(settings, hidden, AFTER)
    shown = replace(STORY, head=replace(STORY.head, names="full"))
    assert "Ông Nguyễn Văn Ân" in main(replace(settings, hide_names=True), shown)


@pytest.mark.parametrize("entry", ["nguyễn văn ân", "Ông Nguyễn Văn Ân", ("Nguyễn Văn Ân", "xã Ea Tân")])
def test_a_withdrawn_person_is_in_nothing_that_is_made(settings: Settings, entry: str | tuple[str, str]) -> None:
    without = replace(settings, withdrawn=(entry,))
    site = Site(news_of([STORY, AFTER]), without)
    made = [site.html(page.path) for page in site.pages]
    made += [output.make().decode() for output in site.outputs if isinstance(output, BytesOutput)]
    assert [text for text in made if "Văn Ân" in text] == []
    assert "Bà Nguyễn Vân Anh" in main(without, STORY)


def test_a_namesake_of_another_unit_stays(settings: Settings) -> None:
    assert "Ông Nguyễn Văn Ân" in main(replace(settings, withdrawn=(("Nguyễn Văn Ân", "xã khác"),)), STORY)


def test_the_roll_can_be_kept_from_search_engines(settings: Settings) -> None:
    quiet = Site(news_of([STORY]), replace(settings, roll_indexed=False))
    for path in ("khen-thuong/index.html", "khen-thuong/2022/index.html"):
        assert '<meta name="robots" content="noindex">' in quiet.html(path)
    sitemap = quiet.find("sitemap.xml")
    assert isinstance(sitemap, BytesOutput)
    assert b"/khen-thuong/" not in sitemap.make().replace(b"/tin-tuc/2023/khen-thuong/", b"")


def test_an_edit_touches_only_the_years_that_it_speaks_of(settings: Settings) -> None:
    def inputs(*stories: Story) -> dict[str, object]:
        return {page.path: page.made_from for page in Site(news_of(stories), settings).pages if page.template == "roll"}

    other = story_of("Khác", "2022-01-06", document=Document(awards=(replace(LETTER, who="Bà Lý", year=2021),)))
    more = story_of("Khác", "2022-01-06", document=Document(awards=(replace(LETTER, who="Bà Vi", year=2021),)))
    before, after = inputs(STORY, AFTER, other), inputs(STORY, AFTER, more)
    changed = [path for path in before if before[path] != after[path]]
    assert changed == ["khen-thuong/2021/index.html"]


# ── In a browser ─────────────────────────────────────────────────────────────


@contextmanager
def opened(browser: Browser, html: str, **options: object) -> Iterator[Page]:
    """The page as the site serves it, files of the theme from the disk."""
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()

    def answer(route: object) -> None:
        address = route.request.url.partition("//hoi.example.vn")[2]  # type: ignore[attr-defined]
        path = THEME / "static" / address.removeprefix("/theme/")
        if address.startswith("/theme/") and path.is_file():
            route.fulfill(path=path)  # type: ignore[attr-defined]
        else:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")  # type: ignore[attr-defined]

    page.route("**/*", answer)
    page.goto("https://hoi.example.vn/")
    yield page
    context.close()


def shown(page: Page) -> list[str]:
    return page.locator("tr[id]:visible th").all_inner_texts()


@pytest.fixture
def html(settings: Settings) -> str:
    return Site(news_of([STORY, AFTER]), settings).html("khen-thuong/2022/index.html")


def test_the_filter_finds_what_a_reader_means(browser: Browser, html: str) -> None:
    with opened(browser, html) as page:
        for typed, found in (
            ("nguyen van an", ["Ông Nguyễn Văn Ân", "Bà Nguyễn Vân Anh"]),
            ("Nguyễn Văn Ân", ["Ông Nguyễn Văn Ân"]),
            ("nguyễn văn an", ["Ông Nguyễn Văn Ân"]),
            ("Nguyễn Văn Ấn", []),
            ("van", ["Ông Nguyễn Văn Ân", "Bà Nguyễn Vân Anh"]),
            ("dong", ["Bà Hòa"]),
            ("đông", ["Bà Hòa"]),
            ("đong", []),
            ("hoà", ["Bà Hòa"]),
            ("xã ea", ["Hội Chữ thập đỏ xã Ea Tân", "Ông Nguyễn Văn Ân"]),
        ):
            page.get_by_label("Tìm tên hoặc đơn vị").fill(typed)
            assert shown(page) == found, typed
            assert page.locator("output").inner_text() == f"{len(found)}/4"
        assert page.locator("section:visible").count() == 1


def test_the_filter_is_used_by_keyboard_and_gives_everything_back(browser: Browser, html: str) -> None:
    with opened(browser, html) as page:
        page.get_by_role("link", name="2022").focus()
        page.keyboard.press("Tab")
        page.keyboard.type("hoa")
        assert shown(page) == ["Bà Hòa"]
        assert page.locator("section:visible h2").all_inner_texts() == ["Giấy khen"]
        page.keyboard.press("Control+A")
        page.keyboard.press("Delete")
        assert len(shown(page)) == 4


def test_without_scripts_a_small_phone_shows_everyone_and_no_dead_field(browser: Browser, html: str) -> None:
    with opened(browser, html, java_script_enabled=False, viewport={"width": 320, "height": 600}) as page:
        assert len(shown(page)) == 4
        assert not page.locator("#loc").is_visible()
    with opened(browser, html, viewport={"width": 320, "height": 600}) as page:
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_paper_shows_the_table_and_neither_field_nor_downloads(browser: Browser, html: str) -> None:
    with opened(browser, html) as page:
        page.emulate_media(media="print")
        assert len(shown(page)) == 4
        assert not page.locator("#loc").is_visible()
        assert not page.get_by_text("Tải về bảng CSV").is_visible()


def test_the_filter_is_small() -> None:
    assert (THEME / "static" / "js" / "filter.js").stat().st_size <= 1000
