"""For whoever runs the web server: redirects from old addresses, and headers under which every page still works."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.settings import Settings
from newsroom.site.old_addresses import OldAddress, parse_old_address
from newsroom.views import BytesOutput
from tests.site.newsstand import Site, news_of, page_of, story_of
from tests.sites import make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

OLD = (
    "default.aspx?ItemID=9418",
    "/tin/cu.htm",
    "/xem.php?a=1&b=2",
    "http://cu.example.vn/Tin-cũ/",
    "/x y",
    "/",
    "/a;b",
)
NEW = "/tin-tuc/2023/hoi-hop/"


def made(path: str, settings: Settings, *aliases: str) -> list[str]:
    output = Site(news_of([story_of("Hội họp", "2023-01-06", aliases=aliases)]), settings).find(path)
    assert isinstance(output, BytesOutput)
    return output.make().decode("utf-8").splitlines()


def test_an_old_address_is_a_path_and_what_its_query_must_hold() -> None:
    assert [parse_old_address(alias) for alias in OLD] == [
        OldAddress("/default.aspx", "ItemID=9418", ("ItemID", "9418")),
        OldAddress("/tin/cu.htm"),
        OldAddress("/xem.php", "a=1&b=2"),
        OldAddress("/Tin-cũ/"),
        None,
        None,
        None,
    ]


@given(st.text(max_size=60))
def test_no_alias_breaks_out_of_its_line(alias: str) -> None:
    old = parse_old_address(alias)
    assert old is None or not re.search(r'[\x00-\x20"\'\\{};$]', old.path + old.query)


def test_hosts_of_static_pages_are_told_of_every_old_address(settings: Settings) -> None:
    assert made("_redirects", settings, *OLD) == [
        f"/default.aspx ItemID=9418 {NEW} 301",
        f"/tin/cu.htm {NEW} 301",
        f"/xem.php a=1 b=2 {NEW} 301",
        f"/Tin-c%C5%A9/ {NEW} 301",
    ]


def test_nginx_is_told_of_every_old_address_whatever_else_a_query_holds(settings: Settings) -> None:
    lines = made("nginx/http.conf", settings, *OLD, "/TIN/cu.htm")
    assert lines[: lines.index("map $uri $newsroom_cache {")] == [
        "map_hash_max_size 65536;",
        "map_hash_bucket_size 512;",
        'map "$uri" $newsroom_0 {',
        '    default "";',
        f'    "/tin/cu.htm" "{NEW}";',
        f'    "/tin/cu.htm/" "{NEW}";',
        f'    "/Tin-cũ" "{NEW}";',
        f'    "/Tin-cũ/" "{NEW}";',
        "}",
        'map "$uri?$args" $newsroom_1 {',
        "    default $newsroom_0;",
        f'    "/xem.php?a=1&b=2" "{NEW}";',
        "}",
        'map "$uri?$arg_itemid" $newsroom_new {',
        "    default $newsroom_1;",
        f'    "/default.aspx?9418" "{NEW}";',
        "}",
    ]


def test_a_site_without_old_addresses_has_no_redirect(settings: Settings) -> None:
    assert made("_redirects", settings) == []
    assert 'map "$uri?$args" $newsroom_new {' in made("nginx/http.conf", settings)


def test_every_page_has_a_policy_and_the_search_page_its_own(settings: Settings) -> None:
    stories = [story_of("Hội họp", "2023-01-06", aliases=("/cu/",), tags=("Tết",))]
    site = Site(news_of(stories, pages=(page_of("Giới thiệu"),)), settings)
    output = site.find("_headers")
    assert isinstance(output, BytesOutput)
    rules = parse_headers(output.make().decode("utf-8"))
    for page in site.pages:
        address = f"/{page.path}".removesuffix("index.html")
        policies = [value for name, value in headers_of(rules, address) if name == "Content-Security-Policy"]
        assert len(policies) == (page.template != "redirect"), address
        assert all(("wasm" in policy) == (address == "/tim-kiem/") for policy in policies), address


# ── In a browser ─────────────────────────────────────────────────────────────

Rules = list[tuple[str, list[tuple[str, str]]]]


def parse_headers(text: str) -> Rules:
    """Read ``_headers`` as its hosts do."""
    rules: Rules = []
    for line in text.splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            rules[-1][1].append((name, value))
        else:
            rules.append((line, []))
    return rules


def headers_of(rules: Rules, address: str) -> Iterator[tuple[str, str]]:
    for place, headers in rules:
        pattern = re.sub(r":\w+", "[^/]+", re.escape(place).replace(r"\*", ".*"))
        if re.fullmatch(pattern, address):
            yield from headers


class Host(SimpleHTTPRequestHandler):
    """Answers as a host does that reads ``_headers``."""

    def __init__(self, *args: Any, rules: Rules, **more: Any) -> None:
        self.rules = rules
        super().__init__(*args, **more)

    def end_headers(self) -> None:
        for name, value in headers_of(self.rules, self.path.partition("?")[0]):
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, template: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    site = make_site(tmp_path / "site")
    for n in (1, 2, 3):
        site.paint(f"content/tin-tuc/2023/hop/{n}.jpg")
    photos = "\n".join(f"![Tấm {n}]({n}.jpg)\n" for n in (1, 2, 3))
    site.tell("hop", "Hội họp </script><!-- <b>", body=f"Sáng nay họp.\n\n{photos}", head="Địa chỉ cũ: /cu/")
    site.tell("mau", "Hiến máu", "2023-02-06", head="Chuyên mục: Hiến máu\nTừ khóa: hiến máu")
    site.write("content/trang/gioi-thieu.md", "Tiêu đề: Giới thiệu\n\nTrụ sở.\n")
    site.build(NEWSROOM_INDEX=True)
    return site.output


def test_no_page_meets_its_policy_and_its_data_is_whole(built: Path, browser: Browser) -> None:
    rules = parse_headers((built / "_headers").read_text(encoding="utf-8"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, rules=rules, directory=str(built)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    context, said = browser.new_context(), []
    page = context.new_page()
    page.on("console", lambda message: said.append((page.url, message.text)))
    page.on("pageerror", lambda error: said.append((page.url, str(error))))
    pages = sorted(file.relative_to(built).as_posix() for file in built.rglob("*.html"))
    for path in [*pages, "tim-kiem/?q=hoi+hop"]:
        page.goto(f"http://127.0.0.1:{server.server_address[1]}/{path.removesuffix('index.html')}")
        page.wait_for_load_state("networkidle")
        blocks = page.locator('script[type="application/ld+json"]')
        for n in range(blocks.count()):
            assert blocks.nth(n).evaluate("block => JSON.parse(block.textContent)['@graph'].length > 0"), path
    assert said == []
    assert page.locator("#ket_qua a").first.inner_text() == "Hội họp </script><!-- <b>"
    context.close()
    server.shutdown()
    server.server_close()
    thread.join()
