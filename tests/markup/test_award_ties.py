"""Photos show whom their captions name; numbers in the text agree with the list, or are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsroom.markup import read_story, render_body
from newsroom.markup.document import parse_document
from newsroom.model import Document
from newsroom.settings import read_settings

LIST = """I/ BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH

* Tập thể:

1/ Hội Chữ thập đỏ xã Ea Tân

* Cá nhân:

1/ Ông Lý Văn Dũ - Hội viên
2/ Bà Lò Thị Hiên - Giảng viên

II/ GIẤY KHEN CỦA TỈNH HỘI

* Cá nhân:

1/ Ông Vương Đình Cẩn
"""


def read(text: str) -> Document:
    return parse_document(list(enumerate(text.splitlines(), start=1)))


def figures(*captions: str) -> dict[str, int]:
    photos = "\n\n".join(f"![](a{n}.jpg)\nẢnh: {caption}" for n, caption in enumerate(captions))
    return {award.who: award.figure for award in read(f"{photos}\n\n{LIST}").awards}


DU, HIEN, CAN, TAN = "Ông Lý Văn Dũ", "Bà Lò Thị Hiên", "Ông Vương Đình Cẩn", "Hội Chữ thập đỏ xã Ea Tân"


@pytest.mark.parametrize(
    ("captions", "expected"),
    [
        (
            ("Trao Bằng khen của Chủ tịch UBND tỉnh cho tập thể", "Trao Bằng khen cho các cá nhân", "Trao Giấy khen"),
            {TAN: 1, DU: 2, HIEN: 2, CAN: 3},
        ),
        (("Trao Bằng khen của Thủ tướng Chính phủ",), {TAN: 0, DU: 0, HIEN: 0, CAN: 0}),
        (("Trao Bằng khen cho cá nhân", "Cá nhân nhận Bằng khen"), {TAN: 0, DU: 0, HIEN: 0, CAN: 0}),
        (("Bà Lò Thị Hiên nhận Bằng khen", "Trao Bằng khen cho các cá nhân"), {TAN: 0, DU: 2, HIEN: 1, CAN: 0}),
        (("Toàn cảnh hội nghị", "Các đại biểu dự hội nghị"), {TAN: 0, DU: 0, HIEN: 0, CAN: 0}),
    ],
)
def test_a_caption_shows_those_it_names_and_nobody_when_two_fit(
    captions: tuple[str, ...], expected: dict[str, int]
) -> None:
    assert figures(*captions) == expected


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Chủ tịch UBND tỉnh tặng Bằng khen cho 01 tập thể, 02 cá nhân.", []),
        ("Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể, 02 cá nhân.", ["03 tập thể"]),
        ("Tỉnh Hội tặng Giấy khen cho 05 tập thể và 09 cá nhân.", ["09 cá nhân"]),
        ("Tỉnh Hội tặng Giấy khen cho 09 cá nhân, trong đó có các cá nhân sau.", []),
        ("Tặng Bằng khen và Giấy khen cho 09 cá nhân.", []),
        ("Ba năm qua, 1.209 cá nhân đã được tặng Giấy khen 12/12 tập thể.", []),
        ("Huyện tặng Giấy khen cho 4 cá nhân; xã tặng Giấy khen cho 7 cá nhân.", []),
        ("Tặng Giấy khen theo Quyết định số 12/QĐ-CTĐ cho 04 cá nhân.", ["04 cá nhân"]),
    ],
)
def test_a_count_that_the_list_does_not_bear_out_is_told(sentence: str, found: list[str]) -> None:
    notices = read(f"{sentence}\n\n{LIST}").notices
    assert [(n.code, n.level, n.line, n.found) for n in notices] == [("award-count", "warning", 1, f) for f in found]


def page(text: str, folder: Path, **settings: object) -> str:
    """The body of a story with stand-ins for its photos."""
    office = read_settings(
        {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "ra"), "THEME": str(folder / "theme")}
        | {"NEWSROOM_ADDRESS": "https://hoi.example.vn", "NEWSROOM_NAME": "Hội", **settings}
    )
    path = office.content / "tin-tuc" / "2025" / "2025-01-16-khen-thuong" / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"Tiêu đề: Khen\nNgày: 16/01/2025\n\n{text}", encoding="utf-8")
    return render_body(read_story(path, office), links={}, target="page", settings=office)


def test_a_photo_group_stands_beside_those_it_honours(tmp_path: Path) -> None:
    text = f"![](a.jpg)\nẢnh: Trao Bằng khen cho các cá nhân\n\n![](b.jpg)\nẢnh: Quang cảnh lễ trao\n\n{LIST}"
    assert page(text, tmp_path).startswith(
        '<section class="gallery awards" aria-label="Ảnh khen thưởng, 2 ảnh"><div class="tier">'
        '<figure class="photo" id="anh-1"><span class="missing" data-missing="a.jpg">Chưa có ảnh: a.jpg</span>'
        "<figcaption>Trao Bằng khen cho các cá nhân</figcaption></figure>"
        '<ul class="names" aria-label="Được khen thưởng"><li><b>Ông Lý Văn Dũ</b> <small>Hội viên</small></li>'
        "<li><b>Bà Lò Thị Hiên</b> <small>Giảng viên</small></li></ul></div>"
        '<figure class="photo" id="anh-2">'
    )


def test_names_beside_a_photo_are_hidden_like_all_names_that_are_derived(tmp_path: Path) -> None:
    text = f"![](a.jpg)\nẢnh: Trao Bằng khen cho các cá nhân\n\n{LIST}"
    assert "<li><b>Ông L.V.D.</b>" in page(text, tmp_path, NEWSROOM_HIDE_NAMES=True)
    withdrawn = page(text, tmp_path, NEWSROOM_WITHDRAWN=["Lý Văn Dũ"])
    assert '<ul class="names" aria-label="Được khen thưởng"><li><b>Bà Lò Thị Hiên</b>' in withdrawn
