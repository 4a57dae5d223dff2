"""The sample content built by the newsroom, cold and warm, beside stock Pelican on the same stories in one run.

Usage: ``python benchmarks/sample.py [rounds]`` (5 rounds without an argument).

Every build is a fresh process; the programs take turns, so that a busy machine
troubles them alike, and the medians are printed.  Stock Pelican gets the same
text under heads it can read, its own ``simple`` theme, and the photos copied as
they are: it makes no derivatives and marks up none of the office's conventions,
so its time is a floor rather than a rival.  Memory is the largest process of a
build, workers included.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.markup import read_story  # noqa: E402
from newsroom.model import Story  # noqa: E402
from newsroom.settings import Settings, read_settings  # noqa: E402

OURS = ("-c", "import sys; from newsroom.cli import main; sys.exit(main(['build', '--now', '2026-01-31']))")
STOCK = ("-m", "pelican", "-q", "-s", "stock.py")

STOCK_SETTINGS = """\
SITENAME = "Stock"
SITEURL = "https://example.org"
DEFAULT_LANG = "vi"
TIMEZONE = "Asia/Ho_Chi_Minh"
PATH = "stories"
OUTPUT_PATH = "stock"
ARTICLE_PATHS = STATIC_PATHS = ["tin-tuc"]
PAGE_PATHS = ["trang"]
THEME = "simple"
READERS = {"rst": None, "html": None}
PLUGINS = []
DELETE_OUTPUT_DIRECTORY = False
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build cost: wall and CPU seconds, and MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


def main(rounds: int) -> None:
    """Print a line for each way of building."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        stories = lay_out(site)
        costs: dict[str, list[Cost]] = {"newsroom, cold": [], "newsroom, warm": [], "stock Pelican": []}
        for _ in range(rounds):
            forget(site, ".cache", "output")
            costs["newsroom, cold"].append(measure(site, OURS))
            costs["newsroom, warm"].append(measure(site, OURS))
            forget(site, "stock")
            costs["stock Pelican"].append(measure(site, STOCK))
        print(f"{len(stories)} stories and pages, {rounds} rounds, medians; {count(site / 'output')} files written by")
        print(f"the newsroom, {count(site / 'stock')} by stock Pelican")
        report(costs)


def lay_out(site: Path) -> list[Story]:
    """Copy the project's site, and once more as stock Pelican can read it."""
    for name in ("content", "theme"):
        shutil.copytree(ROOT / name, site / name)
    shutil.copyfile(ROOT / "pelicanconf.py", site / "pelicanconf.py")
    shutil.copytree(ROOT / "content", site / "stories")
    (site / "stock.py").write_text(STOCK_SETTINGS, encoding="utf-8", newline="\n")
    settings = plain_settings(site)
    stories = [read_story(path, settings) for path in sorted((site / "content").rglob("*.md"))]
    for story in stories:
        (site / "stories" / story.source).write_text(write_for_stock(story), encoding="utf-8", newline="\n")
    return stories


def plain_settings(site: Path) -> Settings:
    """What reading a story asks of the settings."""
    folders = {"PATH": str(site / "content"), "OUTPUT_PATH": str(site / "output"), "THEME": str(site / "theme")}
    return read_settings({**folders, "NEWSROOM_ADDRESS": "https://example.org", "NEWSROOM_NAME": "x"})


def write_for_stock(story: Story) -> str:
    """The story with a head that Pelican's own reader understands; its text line by line as typed."""
    head = story.head
    lines = [f"Title: {head.title or story.slug}", f"Slug: {story.slug}"]
    if head.date:
        lines += [f"Date: {head.date:%Y-%m-%d %H:%M}", f"Category: {head.category}"]
    if head.tags:
        lines.append(f"Tags: {', '.join(head.tags)}")
    return "\n".join([*lines, "", *text_of(story)]) + "\n"


def text_of(story: Story) -> list[str]:
    """The lines after the head: from the first line that a block of the document stands on."""
    begins = [line for block in story.document.blocks if (line := getattr(block, "line", 0))]
    return list(story.lines[min(begins, default=1) - 1 :])


def measure(site: Path, command: tuple[str, ...]) -> Cost:
    """Run a build in the site's folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    started = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command], cwd=site, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    assert process.stderr
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.decode()}")
    return Cost(perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def forget(site: Path, *names: str) -> None:
    for name in names:
        shutil.rmtree(site / name, ignore_errors=True)


def count(folder: Path) -> int:
    return sum(path.is_file() for path in folder.rglob("*"))


def report(costs: dict[str, list[Cost]]) -> None:
    """Print medians, and how they compare with stock Pelican's."""

    def middle(name: str, part: Callable[[Cost], float]) -> float:
        return median(part(cost) for cost in costs[name])

    base = middle("stock Pelican", lambda cost: cost.cpu)
    print(f"{'':16}{'wall s':>8}{'CPU s':>8}{'CPU ratio':>11}{'peak MiB':>10}")
    for name in costs:
        cpu = middle(name, lambda cost: cost.cpu)
        wall, peak = middle(name, lambda cost: cost.wall), middle(name, lambda cost: cost.peak)
        print(f"{name:16}{wall:8.2f}{cpu:8.2f}{cpu / base:11.2f}{peak:10.0f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
