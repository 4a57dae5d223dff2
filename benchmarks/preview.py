"""The preview: from saving a story to its page in the browser's hands, and what a thousand rebuilds leave behind.

    python benchmarks/preview.py [N] [--saves S] [--keep FOLDER]

``newsroom serve`` runs on the archive of ``benchmarks/archive.py`` (N stories, 1,000 without an argument) as a
process of its own; this one listens to its events as an open page does, saves one story S times (1,000 without
an argument; half of them also changing the title, which other pages show) and fetches that page after each
rebuild.  Printed are the medians and the worst of each part of the way, and the server's memory as it goes (Linux),
with the slope of a line through it, beside its limit: a leak is what goes on growing after the first saves.
The machine's own time to paint the page is not counted.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import linear_regression, median, quantiles
from time import perf_counter
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "plugins")]

from decade.edits import Archive  # noqa: E402
from decade.sites import NEWSROOM, NOW, ROOT, make_site  # noqa: E402

SERVE = (
    f"import sys; from newsroom.cli import main; sys.exit(main(['serve', '--port', '0', '--now', '{NOW}', "
    "'--settings', 'pelicanconf.py']))"
)
STORY = "content/tin-tuc/2025/2025-06-01-xem-thu/index.md"
ADDRESS = "/tin-tuc/2025/xem-thu/"
TEXT = "Tiêu đề: Xem thử{title}\nNgày: 2025-06-01\nChuyên mục: Nhân đạo\n\n{body}\n\nLần lưu thứ {turn}.\n"
BODY = "\n\n".join(["Sáng 1/6, Hội Chữ thập đỏ tỉnh trao quà cho các em nhỏ của xã Sông Vang."] * 12)

LIMIT = 150
"""Milliseconds from save to page that the project set itself at 10,000 stories."""

STEPS = 10
"""So many lines are printed, and memory is read as often."""

SETTLED = 2
"""Steps after which caches are warm and memory may be expected to stand."""

LEAK = 2.0
"""KiB of memory for each rebuild: less than one story of it kept, over all of a long day's saves 2 MiB."""


@dataclass(frozen=True, slots=True)
class Way:
    """Milliseconds from a save until work begins, the page is announced, it has come, and all is built."""

    noticed: float
    shown: float
    fetched: float
    built: float


@dataclass(frozen=True, slots=True)
class Preview:
    """A running preview and a page that listens."""

    process: subprocess.Popen[bytes]
    port: int
    words: Iterator[dict[str, Any]]

    def fetch(self) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        connection.request("GET", ADDRESS)
        try:
            return connection.getresponse().read()
        finally:
            connection.close()

    def memory(self) -> float:
        """MiB that the server holds; 0 where the system does not tell."""
        status = Path(f"/proc/{self.process.pid}/status")
        lines = status.read_text(encoding="ascii").splitlines() if status.exists() else []
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("stories", nargs="?", type=int, default=1000)
    parser.add_argument("--saves", type=int, default=1000)
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        run(given.keep or Path(folder) / "site", given.stories, given.saves)


def run(folder: Path, count: int, saves: int) -> None:
    """Measure and print."""
    if not folder.exists():
        archive = Archive(count)
        make_site(NEWSROOM, folder, archive.all(), archive.find)
        save(folder, 0)
    started = perf_counter()
    with serving(folder) as preview:
        print(f"{count} stories; first build and start {perf_counter() - started:.1f} s, {preview.memory():.0f} MiB")
        print(f"{'saves':>8}{'noticed ms':>12}{'page ms':>9}{'p95 ms':>8}{'worst ms':>10}{'all ms':>9}{'MiB':>7}")
        build = next(preview.words)["build"]
        ways: list[Way] = []
        held: list[tuple[int, float]] = []
        step = max(saves // STEPS, 1)
        for turn in range(1, saves + 1):
            build, way = follow_save(folder, preview, build, turn)
            ways.append(way)
            if turn % step == 0:
                held.append((turn, preview.memory()))
                report(turn, ways[-step:], held[-1][1])
        report(saves, ways, preview.memory())
        print(f"limit at 10,000 stories: {LIMIT} ms from save to page")
        tell_growth(held[SETTLED - 1 :])


def save(folder: Path, turn: int) -> None:
    path = folder / STORY
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = folder / "aside.tmp"
    title = f", lần {' '.join(str(turn))}" if turn % 2 else ""  # of few words: those of social cards are kept drawn
    aside.write_text(TEXT.format(title=title, body=BODY, turn=turn), encoding="utf-8", newline="\n")
    aside.replace(path)


def follow_save(folder: Path, preview: Preview, before: str, turn: int) -> tuple[str, Way]:
    """Save once, wait for the announcement, fetch the page, and let the build come to its end."""
    started = perf_counter()
    save(folder, turn)
    noticed = shown = fetched = 0.0
    for word in preview.words:
        noticed = noticed or perf_counter() - started
        if not shown and word["build"] != before:
            shown = perf_counter() - started
            if f"Lần lưu thứ {turn}.".encode() not in preview.fetch():
                sys.exit(f"Save {turn} does not show.")
            fetched = perf_counter() - started
        if shown and not word["busy"]:
            break
    built = perf_counter() - started
    return word["build"], Way(noticed * 1000, shown * 1000, fetched * 1000, built * 1000)


def report(turn: int, ways: list[Way], memory: float) -> None:
    whole = [way.fetched for way in ways]
    high = quantiles(whole, n=20)[-1] if len(whole) > 1 else whole[0]
    noticed, built = median(way.noticed for way in ways), median(way.built for way in ways)
    print(
        f"{turn:8}{noticed:12.0f}{median(whole):9.0f}{high:8.0f}{max(whole):10.0f}{built:9.0f}{memory:7.0f}", flush=True
    )


def tell_growth(held: list[tuple[int, float]]) -> None:
    """Fit a line through the memory after so many saves, and print how steep it is."""
    if len(held) > 2 and held[-1][1]:
        slope = linear_regression(*zip(*held, strict=True)).slope * 1024
        verdict = "no leak" if slope <= LEAK else "A LEAK"
        print(f"memory from save {held[0][0]} on: {slope:+.2f} KiB a rebuild (limit {LEAK:.1f}): {verdict}")


@contextmanager
def serving(folder: Path) -> Iterator[Preview]:
    """Run the preview, from its first build on."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    command = [sys.executable, "-c", SERVE]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        assert process.stdout
        address = next(line.split()[3] for line in map(bytes.decode, process.stdout) if line.startswith("Xem thử tại"))
        port = int(address.rstrip("/").rpartition(":")[2])
        # A pipe that nobody empties would hold the server up after some hundred builds.
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield Preview(process, port, listen(port))
    finally:
        process.terminate()
        process.wait()


def listen(port: int) -> Iterator[dict[str, Any]]:
    """What the server's events say, one by one."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/-/events")
    answer = connection.getresponse()
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line.removeprefix(b"data: "))


if __name__ == "__main__":
    main()
