"""Tiny sites for the tests of the engine and the commands: the real theme, settings and plugins."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican.settings import read_settings
from PIL import Image

from newsroom.engine import NewsroomPelican
from newsroom.engine.built import Built
from newsroom.errors import Refusal

ROOT = Path(__file__).resolve().parent.parent

STORY = """\
Tiêu đề: {title}
Ngày: {date}

{body}
"""


@dataclass
class Words:
    """A reporter that remembers."""

    said: list[str] = field(default_factory=list)
    warned: list[str] = field(default_factory=list)

    def say(self, sentence: str) -> None:
        self.said.append(sentence)

    def warn(self, sentence: str) -> None:
        self.warned.append(sentence)

    @contextmanager
    def track(self, label: str) -> Iterator[Callable[[int, int], None]]:
        yield lambda done, total: None


@dataclass
class Site:
    """A site of its own, with the project's settings and theme.

    Attributes:
        words: what the last builds said.
    """

    root: Path
    words: Words = field(default_factory=Words)

    @property
    def output(self) -> Path:
        return self.root / "output"

    @property
    def cache(self) -> Path:
        return self.root / ".cache"

    def write(self, path: str, text: str) -> Path:
        """Write a file of the site."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return file

    def tell(self, name: str, title: str, date: str = "2023-01-06", body: str = "Nội dung.", head: str = "") -> str:
        """Write a story; gives its path relative to the site."""
        typed = f"{head}\n{STORY}" if head else STORY
        path = f"content/tin-tuc/2023/{name}/index.md"
        self.write(path, typed.format(title=title, date=date, body=body))
        return path

    def paint(self, path: str, colour: str = "teal", size: tuple[int, int] = (48, 36)) -> Path:
        """Make a JPEG."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, colour).save(file, "JPEG")
        return file

    def open(self, **values: Any) -> NewsroomPelican:
        """The site, with settings in place of those in its file."""
        return NewsroomPelican(read_settings(str(self.root / "pelicanconf.py"), override=dict(values)))

    def build(self, **values: Any) -> Built:
        """Build in this process."""
        return self.open(**values).build(self.words)

    def refuse(self, **values: Any) -> list[str]:
        """The sentences with which a build is refused; fails when it is not."""
        try:
            self.build(**values)
        except Refusal as refusal:
            return list(refusal.faults)
        raise AssertionError("the build was not refused")

    def files(self, folder: str = "output") -> dict[str, bytes]:
        """Path → bytes of everything under a folder."""
        base = str(self.root / folder)
        found: dict[str, bytes] = {}
        for parent, _, names in os.walk(base):
            under = parent[len(base) + 1 :].replace(os.sep, "/")
            for name in names:
                with open(f"{parent}/{name}", "rb") as file:
                    found[f"{under}/{name}" if under else name] = file.read()
        return found


def make_site(root: Path) -> Site:
    """A site without stories."""
    site = Site(root)
    (root / "content").mkdir(parents=True)
    shutil.copytree(ROOT / "theme", root / "theme")
    for name in ("pelicanconf.py", "publishconf.py"):
        shutil.copyfile(ROOT / name, root / name)
    return site


def environment(**more: str) -> dict[str, str]:
    """The environment of a command: this one's, with the plugins on the path."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **more}


NEWSROOM = [sys.executable, "-c", "import sys; from newsroom.cli import main; sys.exit(main())"]
PELICAN = [sys.executable, "-m", "pelican"]


def start(site: Site, command: list[str], **more: Any) -> subprocess.Popen[bytes]:
    """Start a command in the site's folder."""
    options = {"cwd": site.root, "env": environment(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **more}
    return subprocess.Popen(command, **options)


def run(site: Site, command: list[str], **more: Any) -> tuple[int, str, str]:
    """Run a command in the site's folder; gives its status and what it wrote."""
    process = start(site, command, **more)
    out, err = process.communicate(timeout=100)
    return process.returncode, (out or b"").decode("utf-8"), (err or b"").decode("utf-8")
