"""STORIES → SITES: the same archive laid out for the newsroom, for stock Pelican and for Hugo."""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import Image

from decade.stories import FIRST, Invented, invent
from decade.writing import Find, write_hugo, write_ours, write_stock

BENCHMARKS = Path(__file__).resolve().parent.parent
ROOT = BENCHMARKS.parent
NOW = "2026-01-31"

STOCK = """\
SITENAME = "Hội Chữ thập đỏ tỉnh Hải Lâm"
SITEURL = "https://chuthapdo.example.vn"
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
PATH = "content"
OUTPUT_PATH = "output"
ARTICLE_PATHS = STATIC_PATHS = ["tin-tuc"]
PAGE_PATHS = ["trang"]
ARTICLE_URL = "tin-tuc/{date:%Y}/{slug}/"
ARTICLE_SAVE_AS = ARTICLE_URL + "index.html"
YEAR_ARCHIVE_SAVE_AS = "luu-tru/{date:%Y}/index.html"
MONTH_ARCHIVE_SAVE_AS = "luu-tru/{date:%Y}/{date:%m}/index.html"
DEFAULT_PAGINATION = 20
NUMBERED = "{base_name}/trang/{number}/"
PAGINATION_PATTERNS = [(1, "{url}", "{save_as}"), (2, NUMBERED, NUMBERED + "index.html")]
FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "atom.xml"
FEED_ALL_RSS = "rss.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
CATEGORY_FEED_RSS = "chuyen-muc/{slug}/rss.xml"
TAG_FEED_RSS = "tu-khoa/{slug}/rss.xml"
THEME = "simple"
READERS = {"rst": None, "html": None}
PLUGINS = []
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
GZIP_CACHE = False
CACHE_PATH = "cache"
"""


@dataclass(frozen=True, slots=True)
class Program:
    """One of the programs that build the archive.

    Attributes:
        name: as the command line knows it.
        write: a story in the program's own form.
        lay_out: what its folder holds beside the stories.
        output: where it writes, in its folder.
        made: folders in which the program keeps what it made; without them a build is cold.
    """

    name: str
    write: Callable[[Invented, Find], str]
    lay_out: Callable[[Path], None]
    output: str
    made: tuple[str, ...]


def make_site(program: Program, folder: Path, stories: Iterable[Invented], find: Find) -> None:
    """Lay out a program's folder with all stories."""
    folder.mkdir(parents=True)
    program.lay_out(folder)
    for story in stories:
        save_story(program, folder, story, find)


def save_story(program: Program, folder: Path, story: Invented, find: Find) -> None:
    """Write (or overwrite) a story and its photos."""
    path = folder / "content" / story.file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(program.write(story, find), encoding="utf-8", newline="\n")
    for photo in story.photos:
        (path.parent / photo).write_bytes(make_photo(photo))


def delete_story(folder: Path, story: Invented) -> None:
    """Remove a story, with its folder if it has one."""
    path = folder / "content" / story.file
    if story.foldered:
        shutil.rmtree(path.parent)
    else:
        path.unlink()


def make_photo(name: str) -> bytes:
    """A photo of its own digest: one small picture, with its name as the JPEG's comment."""
    comment = name.encode()
    start = _picture()
    return start[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2, "big") + comment + start[2:]


@lru_cache(maxsize=1)
def _picture() -> bytes:
    kept = io.BytesIO()
    Image.linear_gradient("L").resize((120, 90)).convert("RGB").save(kept, "JPEG", quality=80)
    return kept.getvalue()


def remember(count: int) -> Find:
    """Number → story, each invented once."""
    return lru_cache(maxsize=None)(lambda number: invent(number, count))


def _lay_out_ours(folder: Path) -> None:
    shutil.copytree(ROOT / "theme", folder / "theme")
    shutil.copyfile(ROOT / "pelicanconf.py", folder / "pelicanconf.py")
    shutil.copytree(ROOT / "content" / "trang", folder / "content" / "trang")


def _lay_out_stock(folder: Path) -> None:
    (folder / "pelicanconf.py").write_text(STOCK, encoding="utf-8", newline="\n")
    _copy_pages(folder, lambda title, body: f"Title: {title}\n\n{body}")


def _lay_out_hugo(folder: Path) -> None:
    shutil.copytree(BENCHMARKS / "hugo", folder, dirs_exist_ok=True)
    shutil.copytree(ROOT / "theme" / "static", folder / "static" / "theme")
    _copy_pages(folder, lambda title, body: f"---\ntitle: {title}\n---\n{body}")
    for name, head in _hugo_heads():
        _save(folder / "content" / name, f"---\n{head}\n---\n")


def _hugo_heads() -> Iterator[tuple[str, str]]:
    """(file, head) of Hugo's lists that need one."""
    yield "luu-tru.md", "title: Lưu trữ\nlayout: archives\nurl: /luu-tru/"
    yield "tin-tuc/_index.md", "title: Tin tức"
    yield "trang/_index.md", 'build: {"render": "never"}'
    for year in range(FIRST.year, int(NOW[:4])):
        yield f"nam/{year}/_index.md", f'title: Tin tức năm {year}\noutputs: ["html"]'
        yield f"luu-tru/{year}/_index.md", f'title: Lưu trữ năm {year}\noutputs: ["html", "atom"]'
        for month in range(1, 13):
            yield f"thang/{year}-{month:02}/_index.md", f'title: Lưu trữ tháng {month} năm {year}\noutputs: ["html"]'


def _copy_pages(folder: Path, write: Callable[[str, str], str]) -> None:
    for page in sorted((ROOT / "content" / "trang").glob("*.md")):
        title, _, body = page.read_text(encoding="utf-8").removeprefix("---\n").partition("\n")
        _save(folder / "content" / "trang" / page.name, write(title.partition(": ")[2], body.partition("---\n")[2]))


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


NEWSROOM = Program("newsroom", write_ours, _lay_out_ours, "output", (".cache", "output"))
HUGO = Program("hugo", write_hugo, _lay_out_hugo, "public", ("public", "resources", "cache"))
STOCK_PELICAN = Program("stock", write_stock, _lay_out_stock, "output", ("output", "cache"))
PROGRAMS = {program.name: program for program in (NEWSROOM, HUGO, STOCK_PELICAN)}
