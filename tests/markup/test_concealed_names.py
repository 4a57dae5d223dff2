"""Names in tables made from sheets: hidden, withdrawn, and the originals that would give them away."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.markup import read_story, render_body
from newsroom.model import Story
from newsroom.settings import Settings, read_settings
from tests.sheets.office import HEADER, PEOPLE, make_xlsx

LINK = "[Danh sách khen thưởng](danh-sach.xlsx)"


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    folders = {"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"}
    return read_settings(
        {key: str(tmp_path / name) for key, name in folders.items()}
        | {"NEWSROOM_ADDRESS": "https://hoi.example.vn", "NEWSROOM_NAME": "Hội"}
    )


def tell(office: Settings, body: str = LINK, head: str = "") -> Story:
    folder = office.content / "tin-tuc" / "2025" / "2025-01-16-khen-thuong"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "danh-sach.xlsx").write_bytes(make_xlsx(HEADER, *PEOPLE))
    text = f"{head}Tiêu đề: Khen thưởng\nNgày: 16/01/2025\n\n{body}\n"
    (folder / "index.md").write_text(text, encoding="utf-8", newline="\n")
    return read_story(folder / "index.md", office)


def shown(story: Story, office: Settings) -> str:
    return render_body(story, links={}, target="page", settings=office)


@pytest.mark.parametrize("head", ["", "Tên người: viết tắt\n"])
def test_hidden_names_are_initials_in_the_table_and_the_original_stays_at_home(office: Settings, head: str) -> None:
    private = office if head else replace(office, hide_names=True)
    story = tell(private, head=head)
    body = shown(story, private)
    assert "<td>Bà N.T.V.</td><td>Chủ tịch</td>" in body
    assert "Nông" not in body
    assert story.attachments == ()


def test_a_story_that_shows_its_names_offers_its_sheet(office: Settings) -> None:
    private = replace(office, hide_names=True)
    story = tell(private, head="Tên người: đầy đủ\n")
    assert "<td>Bà Nông Thị Vỹ</td>" in shown(story, private)
    assert len(story.attachments) == 1


def test_a_withdrawn_person_leaves_the_table_and_the_offered_original_is_a_fault(office: Settings) -> None:
    without = replace(office, withdrawn=("Lý Văn Dũ",))
    story = tell(without)
    body = shown(story, without)
    assert "Lý Văn Dũ" not in body
    assert "<td>Bà Lò Thị Hiên</td>" in body
    assert [(n.code, n.level, n.file, n.line, n.message) for n in story.notices if n.code == "person-withdrawn"] == [
        (
            "person-withdrawn",
            "error",
            "tin-tuc/2025/2025-01-16-khen-thuong/danh-sach.xlsx",
            3,
            "Tệp cho tải về vẫn có tên “Ông Lý Văn Dũ”, người đã đề nghị được gỡ khỏi trang.",
        )
    ]
    kept = tell(without, "{khen-thuong: danh-sach.xlsx, không tải}")
    assert [n.code for n in kept.notices if n.code == "person-withdrawn"] == []
