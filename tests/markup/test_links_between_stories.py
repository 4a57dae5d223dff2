"""Links between stories: what a story's body follows from besides its own text."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.markup import find_linked, read_story, render_body
from newsroom.model import Document, Facts, Head, Story
from newsroom.settings import Settings, read_settings

TEXT = """\
Tiêu đề: Tin có nhiều liên kết
Ngày: 06/01/2023

## Xem [đề mục](../muc/index.md)

Đoạn văn có [liên kết]({filename}../doan/index.md#phan-hai) và [nơi khác](https://example.org/a.md).

1/ Việc một, xem [việc](../viec/index.md).

- Điểm, xem [điểm](diem.md).

> Trích [lời](../loi/index.md)

| Ngày | Nơi |
|---|---|
| 05/3 | [Nhà văn hóa](../o/index.md) |

Như [đã đưa](../doan/index.md#phan-hai)[^1], [ảnh](anh.jpg), [tờ]({static}to.pdf), [mục](#muc) và [gốc](/lien-he/).

[^1]: Theo [ghi chú](../ghi/index.md).
"""

TARGETS = (
    "../muc/index.md",
    "{filename}../doan/index.md#phan-hai",
    "../viec/index.md",
    "diem.md",
    "../loi/index.md",
    "../o/index.md",
    "../doan/index.md#phan-hai",
    "../ghi/index.md",
)
NAMES = ("muc", "doan", "viec", "loi", "o", "ghi")
ADDRESSES = {f"tin-tuc/2023/{name}/index.md": f"/tin-tuc/2023/{name}/" for name in NAMES}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folders = {"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"}
    paths = {name: str(tmp_path / folder) for name, folder in folders.items()}
    return read_settings({**paths, "NEWSROOM_ADDRESS": "https://hoi.example.vn", "NEWSROOM_NAME": "Hội"})


@pytest.fixture
def story(settings: Settings) -> Story:
    file = settings.content / "tin-tuc" / "2023" / "nguon" / "index.md"
    file.parent.mkdir(parents=True)
    file.write_text(TEXT, encoding="utf-8", newline="\n")
    return read_story(file, settings)


def test_the_facts_name_every_link_that_may_lead_to_a_story_once(story: Story) -> None:
    assert sorted(story.facts.links) == sorted(TARGETS)


def test_links_lead_where_the_addresses_say_or_nowhere(story: Story) -> None:
    found = dict(zip(story.facts.links, find_linked(story, ADDRESSES), strict=True))
    assert found["../viec/index.md"] == "/tin-tuc/2023/viec/"
    assert found["{filename}../doan/index.md#phan-hai"] == "/tin-tuc/2023/doan/#muc-phan-hai"
    assert found["diem.md"] == ""


@pytest.mark.parametrize("name", NAMES)
def test_a_body_changes_exactly_when_a_linked_address_does(story: Story, settings: Settings, name: str) -> None:
    def render(addresses: dict[str, str]) -> str:
        return str(render_body(story, links=addresses, target="page", settings=settings))

    moved = ADDRESSES | {f"tin-tuc/2023/{name}/index.md": "/tin-tuc/2023/da-chuyen/"}
    unrelated = ADDRESSES | {"tin-tuc/2023/khac/index.md": "/tin-tuc/2023/khac/"}
    assert render(moved) != render(ADDRESSES)
    assert find_linked(story, moved) != find_linked(story, ADDRESSES)
    assert render(unrelated) == render(ADDRESSES)
    assert find_linked(story, unrelated) == find_linked(story, ADDRESSES)


@pytest.mark.parametrize(
    ("typed", "leads"),
    [
        ("./../doan/./index.md", True),
        ("..//doan/index.md", True),
        ("doan/index.md", True),
        ("2023/doan/index.md", True),
        ("tin-tuc/2023/doan/index.md", True),
        ("../../../../doan/index.md", False),
        ("..", False),
    ],
)
def test_a_path_may_be_typed_as_seen_from_the_story_or_from_the_folders_above(typed: str, leads: bool) -> None:
    facts = Facts(links=(typed,))
    story = Story("tin-tuc/2023/nguon/index.md", "story", Head(), Document(), "", "", "", facts=facts)
    assert find_linked(story, ADDRESSES) == ("/tin-tuc/2023/doan/" if leads else "",)
