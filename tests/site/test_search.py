"""Search: marks may be left out, đ too; only what is listed is found; nothing is fetched before it is asked for."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.search.extract import extract_page
from newsroom.search.index import make_index
from newsroom.search.parts import plan_parts
from tests.holding import held
from tests.sites import Site, make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'"

STORIES = (
    # name, title, date, category, text
    ("hoi-nghi", "Hội nghị Chữ thập đỏ tỉnh", "2023-01-06", "Hội nghị", "Sáng nay, cán bộ họp bàn việc nhân đạo."),
    (
        "hoa-giai-cu",
        "Tổ hoà giải",
        "2023-02-06",
        "Tin tức",
        "Tổ gồm năm người ở Đắk Lắk, do bà Đặng Thị Hương đứng đầu.",
    ),
    (
        "hoa-giai-moi",
        "Buổi hòa giải",
        "2022-02-06",
        "Tin tức",
        "Hai nhà đã bắt tay nhau. Đường dây nóng: 0200 0000 123.",
    ),
    ("hien-mau", "Ngày hội hiến máu", "2023-03-06", "Hiến máu", "Hàng trăm người hiến máu dưới mưa <b>&amp; gió."),
    ("hien-mau-thieu-nhi", "Vở kịch hiền mẫu", "2022-03-06", "Tin tức", "Người hiền mẫu của xóm nhỏ."),
    ("khong-dau", "Ban tin khong dau", "2022-04-06", "Tin tức", "hoi nghi chu thap do"),
)
ABSENT = (
    ("an", "Bài ẩn", "Trạng thái: ẩn"),
    ("go", "Bài gỡ", "Trạng thái: gỡ"),
    ("het", "Bài hết hạn", "Hết hạn: 2023-01-02"),
)


class Server(SimpleHTTPRequestHandler):
    """The site as a web server serves it, with its policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, template: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Server, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    site = make_site(tmp_path_factory.mktemp("search") / "site")
    for name, title, date, category, text in STORIES:
        site.tell(name, title, date, text, head=f"Chuyên mục: {category}")
    for name, title, line in ABSENT:
        site.tell(name, title, "2023-01-01", "Kín xyzq.", head=line)
    site.write("content/trang/gioi-thieu.md", "Tiêu đề: Giới thiệu\n\nTrụ sở ở đường Bờ Sông.\n")
    site.build(NEWSROOM_INDEX=True, NEWSROOM_NOW="2023-04-01")
    return site


@pytest.fixture(scope="module")
def address(site: Site) -> Iterator[str]:
    with served(site.output) as address:
        yield address


@dataclass
class Visit:
    """A reader on the search page, and all that their browser fetched and said."""

    page: Page
    fetched: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def search(self, query: str, answer: str = "") -> list[str]:
        """Titles found, best first."""
        from playwright.sync_api import expect

        self.page.fill("#q", query)
        self.page.keyboard.press("Enter")
        expect(self.page.locator("#so_tin")).to_contain_text(answer or f"“{query}”")
        self.page.wait_for_load_state("networkidle")
        if not answer:  # something was found: its titles are written when their texts have come
            self.page.locator("#ket_qua a").first.wait_for()
        return self.page.locator("#ket_qua a").all_inner_texts()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    context = browser.new_context()
    visit = Visit(context.new_page())
    visit.page.on("request", lambda request: visit.fetched.append(request.url.removeprefix(address)))
    visit.page.on("console", lambda message: visit.said.append(message.text))
    visit.page.on("pageerror", lambda error: visit.said.append(str(error)))
    visit.page.goto(f"{address}/tim-kiem/", wait_until="networkidle")
    yield visit
    context.close()


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("hoi nghi chu thap do", {"Ban tin khong dau", "Hội nghị Chữ thập đỏ tỉnh"}),
        ("hội nghị", {"Hội nghị Chữ thập đỏ tỉnh"}),
        ("hoà giải", {"Tổ hoà giải", "Buổi hòa giải"}),
        ("hòa giải", {"Tổ hoà giải", "Buổi hòa giải"}),
        ("dak lak", {"Tổ hoà giải"}),
        ("Đắk Lắk", {"Tổ hoà giải"}),
        ("dang thi huong", {"Tổ hoà giải"}),
        ("duong day nong", {"Buổi hòa giải"}),
        ("duong bo song", {"Giới thiệu"}),
    ],
)
def test_marks_may_be_typed_or_left_out(visit: Visit, query: str, first: set[str]) -> None:
    assert set(visit.search(query)[: len(first)]) == first
    assert visit.said == []


def test_marks_typed_right_rank_first(visit: Visit) -> None:
    assert visit.search("hiến máu")[:2] == ["Ngày hội hiến máu", "Vở kịch hiền mẫu"]
    assert visit.search("hiền mẫu")[:2] == ["Vở kịch hiền mẫu", "Ngày hội hiến máu"]


def test_excerpts_are_spelled_as_the_story_is(visit: Visit) -> None:
    visit.search("dak lak")
    item = visit.page.locator("#ket_qua li").first
    assert item.locator("p").inner_text().strip() == "Tổ gồm năm người ở Đắk Lắk, do bà Đặng Thị Hương đứng đầu."
    assert item.locator("mark").all_inner_texts() == ["Đắk", "Lắk,"]
    assert item.locator("small").inner_text() == "Thứ Hai, ngày 06/02/2023 · Tin tức"
    assert item.locator("a").get_attribute("href") == "/tin-tuc/2023/hoa-giai-cu/"


def test_only_whole_words_are_marked_where_there_are_any(visit: Visit) -> None:
    visit.search("nha")
    assert set(visit.page.locator("#ket_qua li").first.locator("mark").all_inner_texts()) <= {"nhà", "Nhà", "nhân"}
    visit.search("duong day")
    assert visit.page.locator("#ket_qua li").first.locator("mark").all_inner_texts() == ["Đường", "dây"]


def test_signs_of_html_in_a_story_are_shown_as_text(visit: Visit) -> None:
    visit.search("dưới mưa")
    assert "dưới mưa <b>&amp; gió." in visit.page.locator("#ket_qua p").first.inner_text()


def test_a_search_is_narrowed_by_year_and_category_and_stands_in_the_address(visit: Visit, address: str) -> None:
    visit.search("hoà giải")
    visit.page.select_option("#nam", "2022")
    visit.page.locator("#ket_qua li").nth(1).wait_for(state="detached")
    assert visit.page.locator("#ket_qua a").all_inner_texts() == ["Buổi hòa giải"]
    assert visit.page.url == f"{address}/tim-kiem/?q=ho%C3%A0+gi%E1%BA%A3i&nam=2022"
    visit.page.goto(f"{address}/tim-kiem/?q=hien+mau&muc=%2Fchuyen-muc%2Fhien-mau%2F")
    visit.page.locator("#ket_qua li").first.wait_for()
    assert visit.page.locator("#ket_qua a").all_inner_texts() == ["Ngày hội hiến máu"]
    assert visit.page.input_value("#q") == "hien mau"


def test_hidden_withdrawn_and_expired_stories_are_not_found(visit: Visit) -> None:
    assert visit.search("xyzq", "“xyzq”") == []
    assert visit.page.locator("#so_tin").inner_text() == "Không tin nào có “xyzq”."


def test_nothing_is_fetched_before_the_reader_types(visit: Visit) -> None:
    assert [path for path in visit.fetched if "pagefind" in path] == []
    visit.search("hội nghị")
    assert "/pagefind/pagefind.js" in visit.fetched


def test_without_javascript_the_archives_are_listed(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/tim-kiem/")
    assert page.locator("noscript").inner_text().startswith("Trình duyệt này không chạy JavaScript")
    assert page.get_by_role("navigation", name="Năm").locator("a").all_inner_texts() == ["2023", "2022"]
    assert not page.locator("#tim").is_visible()
    context.close()


def test_without_an_index_the_page_says_where_to_go(browser: Browser, site: Site, tmp_path: Path) -> None:
    site.build(OUTPUT_PATH=str(tmp_path / "xem"), NEWSROOM_NOW="2023-04-01")
    assert not (tmp_path / "xem" / "pagefind").exists()
    with served(tmp_path / "xem") as address:
        context = browser.new_context()
        visit = Visit(context.new_page())
        visit.page.goto(f"{address}/tim-kiem/")
        assert visit.search("hội nghị", "Chưa mở được chỉ mục tìm kiếm.") == []
        context.close()


# ── The index ────────────────────────────────────────────────────────────────


def test_the_index_is_the_same_whenever_it_is_made(site: Site) -> None:
    before = site.files()
    again = site.build(NEWSROOM_INDEX=True, NEWSROOM_NOW="2023-04-01")
    assert again.changed == 0
    assert site.files() == before
    assert {name.split("/")[1] for name in before if name.startswith("pagefind/") and name.count("/") == 1} >= {
        "pagefind.js",
        "pagefind-worker.js",
        "wasm.unknown.pagefind",
        "pagefind-entry.json",
        "parts.json",
    }
    assert not [name for name in before if "pagefind" in name and ("-ui" in name or name.endswith(".css"))]


def test_a_build_without_an_index_leaves_no_old_one(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.tell("mot", "Một")
    site.build(NEWSROOM_INDEX=True)
    assert json.loads(site.files()["pagefind/parts.json"]) == [{"at": "/pagefind/", "first": "2023-01-06"}]
    site.build()
    assert not [name for name in site.files() if name.startswith("pagefind/")]


def test_what_is_held_of_another_part_is_never_published_with_this_one(site: Site, tmp_path: Path) -> None:
    rest = tmp_path / "index" / "la.pf_meta"
    rest.parent.mkdir()
    rest.touch()
    with held("unlink", rest), pytest.raises(PermissionError):
        list(make_index(site.output, tmp_path, lambda done, total: None))
    assert rest.exists()


def test_a_site_without_stories_can_be_indexed(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.build(NEWSROOM_INDEX=True)
    assert [name for name in site.files() if name.startswith("pagefind/")] == ["pagefind/parts.json"]


def test_without_pagefind_the_build_is_refused_and_the_last_output_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path / "site")
    site.build()
    before = site.files()
    site.tell("mot", "Một")
    monkeypatch.setitem(sys.modules, "pagefind_bin", None)
    assert site.refuse(NEWSROOM_INDEX=True)[0].startswith(
        "Máy này chưa có Pagefind, chương trình lập chỉ mục tìm kiếm."
    )
    assert site.files() == before


def test_only_the_article_that_asks_for_it_is_indexed() -> None:
    assert extract_page("<article class='h-entry'>Bài ẩn</article>") is None
    assert extract_page("<p>data-pagefind-body</p>") is None


def pages_of(year: int, count: int) -> list[tuple[str, str]]:
    return [(f"{year}-01-{n + 1:02}", f"tin-tuc/{year}/{n}/index.html") for n in range(count)]


def test_parts_hold_whole_years_and_the_newest_stands_in_front() -> None:
    pages = [*pages_of(2021, 2), *pages_of(2022, 2), *pages_of(2023, 2), ("", "gioi-thieu/index.html")]
    newest, middle, oldest = plan_parts(pages, largest=3)
    assert (newest.folder, newest.first) == ("pagefind", "2023-01-01")
    assert newest.pages[-1] == "gioi-thieu/index.html"
    assert (middle.folder, middle.first, len(middle.pages)) == ("pagefind/2", "2022-01-01", 2)
    assert (oldest.folder, oldest.first, len(oldest.pages)) == ("pagefind/1", "2021-01-01", 2)


def test_a_year_too_large_for_a_part_is_cut_by_days() -> None:
    newest, older = plan_parts(pages_of(2023, 5), largest=3)
    assert (newest.first, len(newest.pages), older.first, len(older.pages)) == ("2023-01-04", 2, "2023-01-01", 3)


@given(st.dictionaries(st.integers(2000, 2030), st.integers(1, 9), max_size=12), st.integers(1, 9))
def test_every_page_is_in_one_part_and_no_part_is_too_large(years: dict[int, int], largest: int) -> None:
    pages = [page for year, count in years.items() for page in pages_of(year, count)]
    parts = plan_parts(pages, largest)
    assert sorted(page for part in parts for page in part.pages) == sorted(path for _, path in pages)
    assert all(len(part.pages) <= largest for part in parts)
    assert len({part.folder for part in parts}) == len(parts)


@given(st.integers(2001, 2030), st.integers(1, 9))
def test_a_new_story_changes_the_newest_part_alone(year: int, largest: int) -> None:
    pages = [page for y in range(2000, year + 1) for page in pages_of(y, largest // 2 + 1)]
    before = plan_parts(pages, largest)
    after = plan_parts([*pages, (f"{year}-12-31", f"tin-tuc/{year}/moi/index.html")], largest)
    assert {part.pages for part in before[1:]} <= {part.pages for part in after}
