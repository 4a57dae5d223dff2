"""Searching ten years of news: what the index costs to make, and what a first search costs a reader.

    python benchmarks/search.py [N] [--keep FOLDER]

N stories (1,000 without an argument) are invented.  The newsroom builds the first few; the articles of all of them,
with the marks that the theme gives an article, are laid beside.  The index is made in a process of its own, and a
real Chromium, with nothing in its cache, makes one search for each of ten queries.  What counts is every byte it
fetches for that on top of the page itself, as Brotli (quality 11) sends it: Pagefind, its WebAssembly,
the index, ten results.  Limits the project set itself: 1 GiB for the index, 500 kB for the median query.
Needs ``pip install brotli``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from time import perf_counter
from typing import Any
from urllib.parse import quote

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT / "plugins"), str(ROOT)]

import brotli  # noqa: E402
from decade.measure import Cost, measure  # noqa: E402
from decade.sites import NEWSROOM, make_site, remember  # noqa: E402
from decade.stories import Invented  # noqa: E402
from playwright.sync_api import Browser, Response, expect, sync_playwright  # noqa: E402

from newsroom.text.slugs import slugify  # noqa: E402
from tests.browser import FLAGS, chromium_path  # noqa: E402

QUERIES = (
    "hoi nghi chu thap do",
    "hội nghị",
    "hoà giải",
    "dak lak",
    "hien mau tinh nguyen",
    "bằng khen",
    "nha tinh thuong",
    "Đặng Thị Hương",
    "cứu trợ bão lũ",
    "xe lan",
)
INDEX_MIB, SEARCH_KB = 1024, 500
FEW = 20

BUILD = "import sys; from newsroom.cli import main; sys.exit(main(['build']))"
INDEX = """\
import shutil, sys
from pathlib import Path
from newsroom.search import make_index
for path, file in make_index(Path('output'), Path('bench').absolute(), lambda done, total: None):
    place = Path('output', path)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, place)
"""


@dataclass(frozen=True, slots=True)
class Searched:
    """One first search: results named, bytes as Brotli sends them, requests, seconds until the results stand there."""

    query: str
    said: str
    size: int
    requests: int
    seconds: float


class Quiet(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, template: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def build(folder: Path, count: int) -> Cost:
    """A small site with the articles of all stories, and their index, made in a process of its own."""
    find = remember(count)
    stories = list(map(find, range(1, count + 1)))
    few = (replace(s, blocks=tuple(b for b in s.blocks if b.kind == "text")) for s in stories[:FEW])
    make_site(NEWSROOM, folder, few, find)
    run = partial(measure, folder=folder, environment={"PYTHONPATH": str(ROOT / "plugins")})
    run([sys.executable, "-c", BUILD])
    for story in stories:
        page = folder / "output" / "tin-tuc" / str(story.date.year) / story.slug / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(write_article(story), encoding="utf-8")
    return run([sys.executable, "-c", INDEX], watched=True)


def write_article(story: Invented) -> str:
    """The story's article as ``theme/templates/story.html`` marks it."""
    lines = [line for block in story.blocks if block.kind != "photo" for line in block.lines]
    lines += [block.lines[1] for block in story.blocks if block.kind == "photo"]
    category = f'href="/chuyen-muc/{slugify(story.category)}/" data-pagefind-meta="muc"'
    body = "".join(f"<p>{escape(line.replace('**', ''))}</p>\n" for line in lines)
    return f"""<article class="h-entry" data-pagefind-body>
<header class="row"><h1 class="p-name">{escape(story.title)}</h1>
<p class="meta" data-pagefind-ignore>
<time class="dt-published" datetime="{story.date:%Y-%m-%d}" data-pagefind-meta="ngay">{story.date:%d/%m/%Y}</time>
<a class="p-category" {category}>{escape(story.category)}</a>
</p>
<p class="p-summary">{escape(story.summary)}</p>
</header>
<div class="e-content">
{body}</div>
</article>"""


def search(browser: Browser, address: str, query: str) -> Searched:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/tim-kiem/", wait_until="networkidle")
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    started = perf_counter()
    page.goto(f"{address}/tim-kiem/?q={quote(query)}")
    expect(page.locator("#so_tin")).to_contain_text("“", timeout=120_000)
    seconds = perf_counter() - started
    page.wait_for_load_state("networkidle")
    fetched = [answer for answer in answers if "/pagefind/" in answer.url]
    size = sum(min(len(body), len(brotli.compress(body))) for body in (answer.body() for answer in fetched))
    said = page.locator("#so_tin").inner_text()
    context.close()
    return Searched(query, said, size, len(fetched), seconds)


def report(count: int, indexed: Cost, searches: list[Searched], output: Path) -> None:
    files = [file for file in (output / "pagefind").rglob("*") if file.is_file()]
    print(
        f"{count:,} stories: index in {indexed.wall:.0f} s ({indexed.cpu:.0f} s of CPU),",
        end=" ",
    )
    print(f"{indexed.memory:.0f} MiB at most (limit {INDEX_MIB}); {len(files):,} files,", end=" ")
    print(f"{sum(file.stat().st_size for file in files) / 1e6:.1f} MB\n")
    print("| query | kB | requests | s | answer |\n|---|--:|--:|--:|---|")
    for s in searches:
        print(f"| {s.query} | {s.size / 1000:.0f} | {s.requests} | {s.seconds:.1f} | {s.said} |")
    print(f"\nmedian {median(s.size for s in searches) / 1000:.0f} kB (limit {SEARCH_KB})")


def main() -> None:
    parser = argparse.ArgumentParser(description="What searching costs.")
    parser.add_argument("count", type=int, nargs="?", default=1000)
    parser.add_argument("--keep", type=Path, help="folder to work in, which must not exist yet")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary, "site")
        indexed = build(folder, given.count)
        with served(folder / "output") as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium_path(), args=list(FLAGS))
            searches = [search(browser, address, query) for query in QUERIES]
            browser.close()
        report(given.count, indexed, searches, folder / "output")


if __name__ == "__main__":
    main()
