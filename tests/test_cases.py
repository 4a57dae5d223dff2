"""Every story of tests/cases reads as its expectation says, and gives exactly the notices it should.

A case is ``NN-name.md``, typed as an office types, and ``NN-name.expect.md``, which says in words and in
YAML what a reader must see; ``judge.py`` compares.  Stories of ``more/`` lie in folders of their own.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image

from newsroom.check import check_story, silence
from newsroom.markup import check_own_links, check_references, read_story, render_body
from newsroom.model import Story
from newsroom.settings import Settings, read_settings
from tests.judge import Page, check_case

CASES = Path(__file__).parent / "cases"
STORIES = sorted(p for p in CASES.rglob("*.md") if not p.name.endswith(".expect.md"))


@pytest.mark.parametrize("case", STORIES, ids=lambda p: p.stem)
def test_a_story_reads_as_its_expectation_says(case: Path, tmp_path: Path) -> None:
    expected = read_expectation(case)
    settings, story = read_case(case, expected, tmp_path)

    page = tmp_path / "index.html"
    page.write_text(write_page(story, settings), encoding="utf-8")

    assert check_case(Page(page), expected) == []


@pytest.mark.parametrize("case", STORIES, ids=lambda p: p.stem)
def test_a_story_gives_exactly_the_notices_it_should(case: Path, tmp_path: Path) -> None:
    expected = read_expectation(case)
    _, story = read_case(case, expected, tmp_path)
    tolerated = set(expected.get("notices_may", ()))

    links = (*check_own_links(story), *check_references(story, {}))
    found = silence([*story.notices, *links, *check_story(story)], story.head.allow)

    wanted = [(n["line"], n["code"], *([n["found"]] if "found" in n else [])) for n in expected["notices"]]
    named = {(line, code): len(rest) for line, code, *rest in wanted}
    given = [
        (n.line, n.code, *([n.found] if named.get((n.line, n.code)) else []))
        for n in found
        if n.code not in tolerated or (n.line, n.code) in named
    ]
    assert sorted(dict.fromkeys(given)) == sorted(wanted)


def read_expectation(case: Path) -> dict[str, Any]:
    text = case.with_suffix(".expect.md").read_text(encoding="utf-8")
    block = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)
    assert block
    return yaml.safe_load(block.group(1))


def read_case(case: Path, expected: dict[str, Any], folder: Path) -> tuple[Settings, Story]:
    """Lay the case out as an office does, with stand-ins for its photos and attachments, and read it."""
    content = folder / "content"
    year = content / "tin-tuc" / "2024"
    path = year / case.stem / "index.md" if case.parent.name == "more" else year / case.name
    path.parent.mkdir(parents=True)
    path.write_bytes(case.read_bytes())
    for name in [name for figure in expected.get("figures") or [] for name in figure["images"]]:
        Image.new("RGB", (1200, 900), "#8a6").save(
            path.parent / name, format=(name.lower().endswith("png") and "PNG") or "JPEG"
        )
    for name in [*expected.get("files", ()), "danh-sach-giay-khen.pdf"]:
        (path.parent / name).write_bytes(b"%PDF-1.4 a stand-in")
    settings = read_settings(
        {
            "PATH": str(content),
            "OUTPUT_PATH": str(folder / "output"),
            "THEME": str(folder / "theme"),
            "NEWSROOM_ADDRESS": "https://example.vn",
            "NEWSROOM_NAME": "Hội",
        }
    )
    return settings, read_story(path, settings)


def write_page(story: Story, settings: Settings) -> str:
    body = render_body(story, links={}, target="page", settings=settings)
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f'<link rel="canonical" href="https://example.vn{story.address}"></head>'
        f'<body><h1>{escape(story.head.title)}</h1><div class="e-content">{body}</div></body></html>'
    )
