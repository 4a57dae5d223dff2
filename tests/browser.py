"""Where the tests find a real browser, and how a machine without one gets it.

Run as a script (the set-up does) it makes sure that there is one::

    python tests/browser.py
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Route

NAMES = ("chromium", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge", "chromium-browser")

FLAGS = (
    *("--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars"),
    *(("--no-sandbox",) if hasattr(os, "geteuid") and os.geteuid() == 0 else ()),
)
"""Quiet towards the network, and able to start as root, as CI does."""


HOST = "https://trang-tin.example"
"""Where :func:`publish` puts a site; it exists in the browser alone."""


def publish(output: Path, context: BrowserContext) -> None:
    """Answer at :data:`HOST` with the files of an output folder, as strictly as a careful host does (promise 7)."""

    def answer(route: Route) -> None:
        path = output / route.request.url.removeprefix(HOST).partition("?")[0].lstrip("/")
        file = path / "index.html" if path.is_dir() else path
        if file.is_file():
            strict = {"Content-Security-Policy": "default-src 'self'"} if file.suffix == ".html" else None
            route.fulfill(path=file, headers=strict)
        else:
            route.fulfill(status=404)

    context.route("**/*", lambda route: route.abort())
    context.route(f"{HOST}/**", answer)


def chromium_path() -> str | None:
    """The machine's own Chromium, Chrome or Edge; None means Playwright's own, if it was installed."""
    found = (shutil.which(name) for name in NAMES)
    return next((path for path in found if path), None) or next(_usual_places(), None)


def _usual_places() -> Iterator[str]:
    roots = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
    programs = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
    places = [Path(root, program) for root in roots if root for program in programs]
    places += [
        Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
    ]
    return (str(place) for place in places if place.is_file())


def install_browser() -> bool:
    """Install a browser by the machine's own means; True when one is there afterwards."""
    if _is_debian_root():
        # Roboto is what the text of the site is set in on an Android phone.
        packages = ("chromium", "fonts-roboto-unhinted")
        _run("apt-get", "--quiet", "update")
        _run("apt-get", "--quiet", "--yes", "--no-install-recommends", "install", *packages)
        return chromium_path() is not None
    return _run(sys.executable, "-m", "playwright", "install", "chromium")


def _is_debian_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _run(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, check=False).returncode == 0


def main() -> int:
    """Make sure of a browser; 1 with a sentence on what to do when none can be had."""
    if chromium_path() or install_browser():
        return 0
    sys.stderr.write(
        "Kiểm thử cần một trình duyệt họ Chromium mà máy này không có và không tự cài được. "
        "Hãy cài Chromium, Chrome hoặc Edge (Debian: sudo apt-get install chromium) rồi chạy lại.\n"
    )
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
