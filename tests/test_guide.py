"""The clerk's guide is true: its example is a story without a fault, and the words it teaches are understood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image

from newsroom.check import check_story
from newsroom.markup import read_story
from newsroom.model import Figure, Paragraph, SignOff, Story
from newsroom.settings import Settings, read_settings

GUIDE = (Path(__file__).resolve().parent.parent / "docs" / "huong-dan.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)
EXAMPLE = next(block for block in BLOCKS if block.startswith("Tiêu đề:"))
HEAD_TABLE = re.findall(r"^\| `([^`]+):` \|", GUIDE, re.MULTILINE)


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    folders = {"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"}
    return read_settings(
        {key: str(tmp_path / name) for key, name in folders.items()}
        | {"NEWSROOM_ADDRESS": "https://hoi.example.vn", "NEWSROOM_NAME": "Hội Chữ thập đỏ tỉnh Hải Lâm"}
    )


def read(text: str, office: Settings) -> Story:
    folder = office.content / "tin-tuc" / "2024" / "2024-03-12-trao-xe-dap-song-vang"
    folder.mkdir(parents=True)
    Image.new("RGB", (1600, 1200), "teal").save(folder / "trao-xe-dap.jpg")
    (folder / "index.md").write_text(text, encoding="utf-8", newline="\n")
    return read_story(folder / "index.md", office)


def test_the_example_of_the_guide_is_a_story_without_a_fault(office: Settings) -> None:
    story = read(EXAMPLE, office)
    assert (*story.notices, *check_story(story)) == ()
    assert story.address == "/tin-tuc/2024/trao-xe-dap-song-vang/"
    opening, figure, gift, byline = story.document.blocks
    assert isinstance(opening, Paragraph)
    assert isinstance(figure, Figure)
    assert figure.caption == "Các em học sinh nhận xe đạp tại sân trường"
    assert isinstance(gift, Paragraph)
    assert isinstance(byline, SignOff)
    assert byline.lines == ("Tin, ảnh: Thu Trang",)


def test_every_line_of_the_head_that_the_guide_teaches_is_known(office: Settings) -> None:
    head = "\n".join(f"{name}: 2024" for name in HEAD_TABLE)
    story = read(f"{head}\n\nNội dung.\n", office)
    assert len(HEAD_TABLE) == 14
    assert [notice for notice in story.notices if notice.code == "key-unknown"] == []


@pytest.mark.parametrize(("word", "status"), [("nháp", "draft"), ("ẩn", "hidden"), ("gỡ", "withdrawn")])
def test_the_words_for_a_status_are_understood(office: Settings, word: str, status: str) -> None:
    assert f"`{word}`" in GUIDE
    assert read(f"Tiêu đề: Tin\nNgày: 12/03/2024\nTrạng thái: {word}\n\nNội dung.\n", office).head.status == status


def test_the_reason_for_silencing_a_reminder_is_kept(office: Settings) -> None:
    line = next(block for block in BLOCKS if block.startswith("allow:"))
    story = read(f"Tiêu đề: Tin\nNgày: 12/03/2024\n{line}\nNội dung.\n", office)
    assert story.head.allow == (("private-phone", "số của đường dây nóng, được phép đăng"),)
    assert story.notices == ()
