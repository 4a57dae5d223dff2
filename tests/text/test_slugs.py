from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import slugify, slugify_file
from tests.text.vietnamese import sentences

SAFE = re.compile("[a-z0-9]+(-[a-z0-9]+)*")


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đại hội đại biểu", "dai-hoi-dai-bieu"),
        ("Ðại hội, ðoàn viên", "dai-hoi-doan-vien"),
        ("Người dân ở ấp Ẩm Thượng", "nguoi-dan-o-ap-am-thuong"),
        ("  Tổng kết: 33/33 đơn vị — “Tết Nhân ái” 2023…  ", "tong-ket-33-33-don-vi-tet-nhan-ai-2023"),
        ("Xã Ea H'leo", "xa-ea-h-leo"),
        ("Straße, Señor Müller", "strasse-senor-muller"),
        ("Красный", "krasnyi"),
        ("12.000 m²", "12-000-m2"),
        ("❤️ 🇻🇳", ""),
        ("", ""),
        ("con", "con-0"),
        ("COM1", "com1-0"),
        ("con người", "con-nguoi"),
    ],
)
def test_a_text_becomes_an_address(text: str, slug: str) -> None:
    assert slugify(text) == slug


@given(sentences)
def test_composed_decomposed_and_capital_text_have_one_address(sentence: str) -> None:
    slug = slugify(sentence)
    assert SAFE.fullmatch(slug)
    assert slugify(unicodedata.normalize("NFD", sentence)) == slugify(sentence.upper()) == slug
    assert len(slug.split("-")) == len(sentence.split())


@given(st.text())
def test_any_text_with_a_letter_or_a_digit_has_a_safe_address(text: str) -> None:
    slug = slugify(text)
    assert bool(SAFE.fullmatch(slug)) or (slug == "" and not any(map(str.isalnum, text)))
    assert slugify(slug) == slug


def test_letters_of_no_known_script_are_spelt_by_their_numbers() -> None:
    assert slugify("\U00013000\U00013001") == "13000-13001"


def test_a_long_address_is_cut_between_words() -> None:
    assert slugify("Hội nghị tổng kết", limit=12) == "hoi-nghi"
    assert slugify("Hội nghị tổng kết", limit=8) == "hoi-nghi"
    assert slugify("Hội nghị tổng kết", limit=100) == "hoi-nghi-tong-ket"
    assert slugify("a" * 300, limit=80) == "a" * 80


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ảnh đại hội (1).JPG", "anh-dai-hoi-1.jpg"),
        (unicodedata.normalize("NFD", "Ảnh Đẹp.jpeg"), "anh-dep.jpeg"),
        ("IMG_0001.HEIC", "img-0001.heic"),
        ("Kế hoạch 12.2026.docx", "ke-hoach-12-2026.docx"),
        ("C:\\Anh\\le.PNG", "le.png"),
        ("../../thoat.jpg", "thoat.jpg"),
        ("danh sách", "danh-sach"),
        (".jpg", "jpg"),
        ("aux.txt", "aux-0.txt"),
        ("anh.tệp lạ", "anh-tep-la"),
    ],
)
def test_a_file_keeps_its_ending(name: str, slug: str) -> None:
    assert slugify_file(name) == slug
