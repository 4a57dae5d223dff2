"""Let a real reader, newsboat, follow the feeds of a small site while the office works on it.

Usage: ``python -m tools.audit_feeds`` from the project's folder (``make audit``).
Needs newsboat (``apt install newsboat``), which runs without a terminal here.
A subscriber must see each story once, an updated one once again, and nothing
again after a rename; a withdrawn one is not shown as new.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from tests.sites import Site, make_site

FEEDS = ("rss.xml", "atom.xml")
"""newsboat reads no JSON Feed."""

FOLDER = "content/tin-tuc/2023"


def main() -> int:
    """Follow, work, follow again; 1 when the reader saw anything but what it should."""
    if shutil.which("newsboat") is None:
        print("newsboat is not installed: apt install newsboat")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        site = make_site(Path(folder) / "site")
        write_stories(site)
        site.build()
        with served(site.output) as address:
            reader = Reader(Path(folder) / "reader", address)
            return 0 if all([*follow(site, reader)]) else 1


def follow(site: Site, reader: Reader) -> Iterator[bool]:
    """Every visit of the reader, and whether it found just what it should."""
    yield judge("a first visit shows each story once", reader, ["Bài A", "Bài B", "Bài C"])
    yield judge("a second visit shows nothing", reader, [])
    works: tuple[tuple[str, Callable[[Site], object], list[str]], ...] = (
        ("a new build of the same", lambda site: None, []),
        ("an edited story is shown once", edit, ["Bài B"]),
        ("a renamed folder that keeps its id", rename, []),
        ("a story with another title, address and domain", readdress, []),
        ("a new story is shown once", lambda site: site.tell("2023-02-01-d", "Bài D", date="2023-02-01"), ["Bài D"]),
        ("a withdrawn story", withdraw, []),
    )
    for name, work, expected in works:
        work(site)
        site.build(NEWSROOM_ADDRESS="https://moi.example.org" if "domain" in name else "https://hoi.example.vn")
        yield judge(name, reader, expected)


def judge(name: str, reader: Reader, expected: list[str]) -> bool:
    """Let the reader visit every feed, and say what it saw."""
    seen = reader.visit()
    good = all(seen[feed] == expected for feed in FEEDS)
    print(f"{'ok  ' if good else 'FAIL'} {name}: {seen}")
    return good


# ── The office at work ───────────────────────────────────────────────────────


def write_stories(site: Site) -> None:
    site.tell("2023-01-05-a", "Bài A", date="2023-01-05")
    site.tell("2023-01-06-b", "Bài B")
    site.tell("2023-01-07-c", "Bài C", date="2023-01-07", head="id: bai-c-2023")


def edit(site: Site) -> None:
    site.tell("2023-01-06-b", "Bài B", body="Nội dung đã sửa.", head="Cập nhật: 2023-01-09 10:00")


def rename(site: Site) -> None:
    (site.root / FOLDER / "2023-01-07-c").rename(site.root / FOLDER / "2023-01-07-ten-moi")


def readdress(site: Site) -> None:
    site.tell("2023-01-05-a", "Bài A, tiêu đề mới", date="2023-01-05", head="Slug: dia-chi-moi")


def withdraw(site: Site) -> None:
    site.tell("2023-01-06-b", "Bài B", head="Trạng thái: gỡ")


# ── The reader ───────────────────────────────────────────────────────────────


@dataclass
class Reader:
    """newsboat with a home of its own for each feed: it knows an id only once, whatever feed has it.

    It has read all that it was shown.

    Attributes:
        home: its folder.
        address: where the site is served.
    """

    home: Path
    address: str

    def visit(self) -> dict[str, list[str]]:
        """Fetch every feed; gives, by feed, the titles that are new to the reader or changed, oldest first."""
        return {feed: self._visit_one(feed) for feed in FEEDS}

    def _visit_one(self, feed: str) -> list[str]:
        home, url = self.home / feed, f"{self.address}/{feed}"
        home.mkdir(parents=True, exist_ok=True)
        (home / "urls").write_text(f"{url}\n", encoding="utf-8")
        (home / "config").write_text(f'reset-unread-on-update "{url}"\n', encoding="utf-8")
        files = ("-u", home / "urls", "-c", home / "cache.db", "-C", home / "config")
        environment = {"HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}
        subprocess.run(["newsboat", *files, "-x", "reload"], env=environment, check=True, timeout=60)
        with closing(sqlite3.connect(home / "cache.db")) as cache:
            unread = cache.execute("SELECT title FROM rss_item WHERE unread = 1 ORDER BY pubDate").fetchall()
            cache.execute("UPDATE rss_item SET unread = 0")
            cache.commit()
        return [title for (title,) in unread]


class Silent(SimpleHTTPRequestHandler):
    """Serves and says nothing, of dates neither: two builds here may stand in one second, which HTTP cannot tell."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer as if the reader came for the first time."""
        del self.headers["If-Modified-Since"]
        return super().send_head()

    def send_header(self, keyword: str, value: str) -> None:
        """Leave out the date by which the reader would drop an answer of the same second, unread."""
        if keyword != "Last-Modified":
            super().send_header(keyword, value)

    def log_message(self, template: str, *args: object) -> None:
        """Nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as the block runs; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
