"""The start of a command: what is not needed is not even loaded."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.sites import environment, make_site

WITNESS = """
import sys
from newsroom.cli import main
status = main(sys.argv[1:])
print(status, *sorted(sys.modules))
"""

RENDERERS = {"feedgen", "lxml", "pagefind_bin", "pillow_heif", "python_calamine", "yaml"}
"""What makes pages, pictures, feeds and the index, as far as Pelican itself does not load it."""


def loaded_by(*words: str, root: Path) -> set[str]:
    """Names of all modules that a command loads in a process of its own."""
    command = [sys.executable, "-c", WITNESS, *words]
    ran = subprocess.run(command, cwd=root, env=environment(), capture_output=True, encoding="utf-8", check=True)
    status, *modules = ran.stdout.splitlines()[-1].split()
    assert status == "0"
    return set(modules)


def tops(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_help_loads_neither_pelican_nor_anything_else_from_outside(tmp_path: Path) -> None:
    installed = packages_distributions().keys() - {"newsroom", "_distutils_hack"}
    assert tops(loaded_by("help", root=tmp_path)) & installed == set()


def test_a_build_in_which_nothing_changed_loads_nothing_that_reads_or_renders(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.tell("2023-01-06-a", "Bài A")
    first = loaded_by("build", "--now", "2023-02-01", root=site.root)
    assert {"newsroom.markup.story", "newsroom.views", "newsroom.feeds.plan", "lxml"} <= first
    again = loaded_by("build", "--now", "2023-02-01", root=site.root)
    parts = ("check", "feeds", "honours", "markup", "search", "sheets", "site")
    inside = {name for name in again if name.startswith(tuple(f"newsroom.{part}." for part in parts))}
    assert inside | again & {"newsroom.model", "newsroom.views", "newsroom.engine.anew"} == set()
    assert tops(again) & RENDERERS == set()


def test_a_saved_text_loads_what_makes_its_page_and_feeds_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    site.tell("2023-01-06-a", "Bài A")
    site.build()
    site.tell("2023-01-06-a", "Bài A", body="Câu khác.")
    loaded = loaded_by("build", root=site.root)
    assert {"newsroom.markup.story", "newsroom.site.stories"} <= loaded
    assert loaded & {"newsroom.site.plan", "newsroom.site.lists", "newsroom.site.roll"} == set()
    assert tops(loaded) & {"pagefind_bin", "pillow_heif", "python_calamine", "yaml"} == set()
