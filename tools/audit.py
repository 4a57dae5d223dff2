"""Audit the published site with Nu Html Checker and Lighthouse, on a machine that has node and java.

    make audit            (or: python tools/audit.py [--runs 3] [--page /tin-tuc/ …])

Checks every page and style sheet of ``public/``, then measures a few pages as a middling phone loads
them, and prints a table.  Exit status 1 when the checker says anything at all or a figure misses its aim.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.browser import FLAGS, chromium_path  # noqa: E402

TOOLS = ROOT / ".cache" / "audit"
PACKAGES = ("vnu-jar@26.9.27", "lighthouse@13.5.0")
SITE = ROOT / "public"
PAGES = ("/", "/tin-tuc/2026/hop-mat-80-nam/", "/tin-tuc/2024/khen-thuong-nam-2023/", "/tim-kiem/")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
AIMS = {"largest-contentful-paint": 1200, "cumulative-layout-shift": 0, "total-blocking-time": 50}
DIGITS = {"largest-contentful-paint": -1, "cumulative-layout-shift": 3, "total-blocking-time": 0}
"""How finely a figure is told, and held against its aim: hundredths of a second, thousandths, milliseconds."""
PACKED = (".html", ".css", ".js", ".svg", ".xml", ".json", ".txt")


@dataclass(frozen=True)
class Score:
    """Medians of some runs: scores of 100, and figures in milliseconds, layout shift and bytes."""

    page: str
    scores: tuple[int, ...]
    figures: tuple[float, ...]
    weight: int

    @property
    def reached(self) -> bool:
        held = zip(self.figures, AIMS.values(), strict=True)
        return min(self.scores) == 100 and all(figure <= aim for figure, aim in held)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--runs", type=int, default=3, help="Lighthouse runs of each page; the median counts")
    options.add_argument("--page", action="append", help="measure this address instead of the usual four")
    chosen = options.parse_args()
    if missing := [tool for tool in ("npm", "node", "java") if not shutil.which(tool)]:
        print(f"make audit needs {', '.join(missing)}")
        return 2
    if not SITE.is_dir():
        print("make publish makes the site that is audited")
        return 2
    install()
    silent = check()
    with served() as host:
        rows = [measure(host, page, chosen.runs) for page in chosen.page or PAGES if file_of(page).is_file()]
    print(table(rows))
    return 0 if silent and all(row.reached for row in rows) else 1


def install() -> None:
    """Put the two tools where a clean-up finds them, once."""
    if not all((TOOLS / "node_modules" / name.partition("@")[0]).is_dir() for name in PACKAGES):
        quiet = ("--no-audit", "--no-fund", "--silent")
        subprocess.run([found("npm"), "install", *quiet, "--prefix", str(TOOLS), *PACKAGES], check=True)


def check() -> bool:
    """Nu Html Checker has nothing to say, not even a warning, of any page or style sheet."""
    jar = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    said = subprocess.run(
        [found("java"), "-jar", str(jar), "--also-check-css", "--skip-non-html", "--stdout", str(SITE)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    pages = sum(1 for _ in SITE.rglob("*.html"))
    sheets = sum(1 for _ in SITE.rglob("*.css"))
    print(said.stdout + said.stderr, end="")
    print(f"Nu Html Checker: {pages} pages, {sheets} style sheets, {len(said.stdout.splitlines())} messages")
    return not said.stdout and said.returncode == 0


def measure(host: str, page: str, runs: int) -> Score:
    """Load a page as Lighthouse's phone does: a slow processor, a 1.6 Mbit/s network."""
    reports = [report(host + page) for _ in range(runs)]
    audits = [found["audits"] for found in reports]
    return Score(
        page,
        tuple(round(median(found["categories"][name]["score"] * 100 for found in reports)) for name in CATEGORIES),
        tuple(
            round(median(found[name]["numericValue"] for found in audits), digits) for name, digits in DIGITS.items()
        ),
        round(median(found["total-byte-weight"]["numericValue"] for found in audits)),
    )


def report(url: str) -> dict[str, Any]:
    command = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"
    flags = " ".join(("--headless=new", *FLAGS))
    asked = [url, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"]
    environment = {**os.environ, "CHROME_PATH": chromium_path() or ""}
    said = subprocess.run([found("node"), str(command), *asked], env=environment, capture_output=True, check=True)
    report: dict[str, Any] = json.loads(said.stdout)
    return report


def table(rows: list[Score]) -> str:
    """Markdown, as it stands in docs/reach.md."""
    head = "| Page | Performance | Accessibility | Best practices | SEO | LCP | CLS | TBT | Weight |"
    lines = [
        f"| `{row.page}` | {' | '.join(map(str, row.scores))} | {row.figures[0] / 1000:.2f} s | {row.figures[1]:.3f} "
        f"| {row.figures[2]:.0f} ms | {row.weight / 1000:.0f} kB |"
        for row in rows
    ]
    return "\n".join((head, "|---|" + "---:|" * 8, *lines))


@contextmanager
def served() -> Iterator[str]:
    """The site on a port of this machine, packed and with headers as a careful host sends them."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Careful, directory=str(SITE)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


class Careful(SimpleHTTPRequestHandler):
    """Sends a file packed where that helps, under the policy of the contract."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 20
    """A head and its body leave together, as from a host that serves files."""

    def do_GET(self) -> None:
        file = file_of(self.path.partition("?")[0])
        packed = file.suffix in PACKED
        body = read(file, packed) if file.is_file() else b""
        policy = "default-src 'self'" + (" 'wasm-unsafe-eval'" if self.path.startswith("/tim-kiem/") else "")
        self.send_response(200 if file.is_file() else 404)
        self.send_header("Content-Type", self.guess_type(str(file)) + ("; charset=utf-8" if packed else ""))
        if file.suffix == ".html":
            self.send_header("Content-Security-Policy", policy)
        self.send_header("Cache-Control", "max-age=31536000")
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name of the method it stands for
        """Say nothing of each request."""


@cache
def read(file: Path, packed: bool) -> bytes:
    """A file as it is sent; packed once, as a host does when it is published."""
    return gzip.compress(file.read_bytes()) if packed else file.read_bytes()


def file_of(address: str) -> Path:
    path = SITE / address.lstrip("/")
    return path / "index.html" if address.endswith("/") else path


def found(command: str) -> str:
    """A command's full path: Windows starts npm.cmd by no other name."""
    path = shutil.which(command)
    assert path is not None
    return path


if __name__ == "__main__":
    raise SystemExit(main())
