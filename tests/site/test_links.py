"""Nothing leads nowhere: every link, anchor, photo and style of the published sample is there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.sample import addresses, file_of

OWN = "https://chuthapdo.example.vn"


@dataclass(frozen=True)
class Page:
    """Ids of a page, where it leads and what it loads."""

    ids: frozenset[str]
    links: tuple[str, ...]
    loads: tuple[str, ...]


class Reading(HTMLParser):
    """Collects what :class:`Page` holds."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids |= {found["id"]} if "id" in found else set()
        loads = tag != "a" and found.get("rel") in ("stylesheet", "icon", "preload", None)
        if "href" in found:
            (self.loads if loads else self.links).append(found["href"])
        if found.get("property") in ("og:image", "og:url"):
            self.links.append(found["content"])
        self.loads += [found["src"]] if "src" in found else []
        self.loads += [candidate.split()[0] for candidate in found.get("srcset", "").split(",") if candidate.strip()]


@pytest.fixture(scope="module")
def pages(sample: Path) -> dict[str, Page]:
    """Address → page, of the whole site."""
    read = {address: Reading(file_of(sample, address).read_text(encoding="utf-8")) for address in addresses(sample)}
    return {address: Page(frozenset(page.ids), tuple(page.links), tuple(page.loads)) for address, page in read.items()}


def test_every_link_and_every_anchor_is_answered(sample: Path, pages: dict[str, Page]) -> None:
    broken = []
    for address, page in pages.items():
        for link in page.links:
            url = urlsplit(link.removeprefix(OWN))
            if url.scheme:
                continue
            target = url.path or address
            there = file_of(sample, target).is_file()
            if not there or (url.fragment and unquote(url.fragment) not in pages[target].ids):
                broken.append((address, link))
    assert broken == []


def test_links_to_other_hosts_name_a_scheme_that_leads_somewhere(pages: dict[str, Page]) -> None:
    schemes = {urlsplit(link).scheme for page in pages.values() for link in page.links}
    assert schemes <= {"", "https", "mailto", "tel"}


def test_every_photo_style_and_script_is_there_and_our_own(sample: Path, pages: dict[str, Page]) -> None:
    loads = {load for page in pages.values() for load in page.loads}
    assert {load for load in loads if load.startswith("/anh/")}
    assert [load for load in loads if not load.startswith("/") or not file_of(sample, load).is_file()] == []


def test_every_file_that_a_style_names_is_there(sample: Path) -> None:
    for sheet in (sample / "theme" / "css").glob("*.css"):
        for _, name in re.findall(r"(url\(|@import )\"([^\"]+)\"", sheet.read_text(encoding="utf-8")):
            assert (sheet.parent / name).is_file(), (sheet.name, name)


def test_the_sitemap_names_pages_that_exist(sample: Path) -> None:
    named = re.findall(r"<loc>([^<]+)</loc>", (sample / "sitemap.xml").read_text(encoding="utf-8"))
    assert named
    assert [loc for loc in named if not file_of(sample, loc.removeprefix(OWN)).is_file()] == []


def test_every_photo_published_is_shown_somewhere(sample: Path, pages: dict[str, Page]) -> None:
    shown = {Path(url).name for page in pages.values() for url in (*page.loads, *page.links)}
    feeds = "".join(path.read_text(encoding="utf-8") for path in sample.glob("*.*") if path.suffix != ".html")
    orphans = [path.name for path in (sample / "anh").iterdir() if path.name not in shown and path.name not in feeds]
    assert orphans == []
