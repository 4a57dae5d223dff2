from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from viet_text_tools import normalize_diacritics

from newsroom.text import why_misplaced
from newsroom.text.syllables import is_syllable
from tests.text.vietnamese import TONE_MARKS, WORDS, words

VOWELS = "aăâeêioôơuưy"


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("họat", "hoạt"),
        ("Họat", "Hoạt"),
        ("TÒAN", "TOÀN"),
        ("khỏan", "khoản"),
        ("góoc", "goóc"),
        ("ngòai", "ngoài"),
        ("xóay", "xoáy"),
        ("đựơc", "được"),
        ("ngừơi", "người"),
        ("nghìên", "nghiền"),
        ("hùynh", "huỳnh"),
        ("xúât", "xuất"),
        ("qúy", "quý"),
        ("Qúy", "Quý"),
        ("qủa", "quả"),
        ("gía", "giá"),
        ("gìơ", "giờ"),
        ("cuả", "của"),
        ("taị", "tại"),
        ("nghiã", "nghĩa"),
        ("đuợc", "được"),
        ("ĐUỢC", "ĐƯỢC"),
        ("truờng", "trường"),
        ("ngưòi", "người"),
        ("ruợu", "rượu"),
        ("đụơc", "được"),
    ],
)
def test_a_tone_or_horn_that_is_wrong_in_either_style_is_put_right(typed: str, right: str) -> None:
    assert why_misplaced(typed) == right


@pytest.mark.parametrize(
    "word",
    """
    hòa hoà thủy thuỷ ủy uỷ Thuý Thúy túy tuý loé lóe Hoà Hòa gì gìn giếng già giữa quý quốc quờ quýt huơ thuở khuỷu
    khuya mía múa của ngoéo ngoằn ngoèo xoong moóc goòng Huế khuấy yếu uống ướt tuýp được người rượu
    Ea Krông Búk leo Đắk Nuôl Hờ Năng Inhandao SpO2 Oresol Zalo covid Nuñez Müller Señor Noël Lucía García Noé Túan
    họat2 hhọat 123 Họatt đượớc
    """.split(),
)
def test_right_words_both_styles_and_names_are_left_alone(word: str) -> None:
    assert why_misplaced(word) is None


def test_a_word_that_is_no_word_is_left_alone() -> None:
    assert why_misplaced("") is None
    assert why_misplaced("họat động") is None
    assert why_misplaced("ọ" * 1_000_000) is None


@given(words)
def test_every_right_word_is_a_syllable_and_gives_no_alarm(word: str) -> None:
    for cased in (word, word.upper(), word.title()):
        assert is_syllable(cased)
        assert why_misplaced(cased) is None


@pytest.mark.parametrize("word", ["kính", "Quỳnh", "giêng", "gì", "ghế", "nghỉ", "ốc", "ỷ"])
def test_what_is_spelt_by_the_rules_is_a_syllable(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["kýnh", "cế", "ngỉ", "ghà", "ọat", "cảt", "béc2", "fan", "họat", "Nuñez", "aờn", "", "x"]
)
def test_what_breaks_the_rules_is_not(word: str) -> None:
    assert not is_syllable(word)


@given(words, st.integers(0, 6))
def test_a_tone_moved_to_another_vowel_is_judged_as_viet_text_tools_judges_it(word: str, seat: int) -> None:
    moved = move_tone(word, seat)
    old, new = normalize_diacritics(moved), normalize_diacritics(moved, new_style=True)
    proposed = why_misplaced(moved)
    assert (proposed is not None) == (moved not in (old, new))
    assert proposed in (None, old, new)


def move_tone(word: str, seat: int) -> str:
    decomposed = unicodedata.normalize("NFD", word)
    tone = "".join(mark for mark in decomposed if mark in TONE_MARKS)
    letters = list(unicodedata.normalize("NFC", "".join(mark for mark in decomposed if mark not in TONE_MARKS)))
    seats = [at for at, letter in enumerate(letters) if letter in VOWELS]
    letters[seats[seat % len(seats)]] += tone
    return unicodedata.normalize("NFC", "".join(letters))


def test_the_words_hold_every_letter_with_every_tone() -> None:
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in ("", *TONE_MARKS)}
    assert letters | {"đ"} <= set("".join(WORDS))
