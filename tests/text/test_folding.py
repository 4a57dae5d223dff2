from __future__ import annotations

import unicodedata

from hypothesis import given

from newsroom.text import case_key, fold, same_words
from tests.text.vietnamese import sentences


def test_a_search_finds_a_word_without_its_marks() -> None:
    assert fold("Đường dây nóng Ðoàn, họat động") == "duong day nong doan, hoat dong"
    assert fold("hoà giải") == fold("hòa giải") == fold("HÒA GIẢI") == "hoa giai"
    assert fold("Señor Müller, Straße") == "senor muller, strasse"


@given(sentences)
def test_composed_decomposed_and_capital_text_fold_alike(sentence: str) -> None:
    assert fold(sentence).isascii()
    assert fold(unicodedata.normalize("NFD", sentence)) == fold(sentence.upper()) == fold(sentence)


@given(sentences)
def test_a_name_is_the_same_in_any_case_and_unicode_form(sentence: str) -> None:
    assert case_key(unicodedata.normalize("NFD", sentence.upper())) == case_key(sentence)


def test_names_that_differ_in_a_mark_are_two_names() -> None:
    assert case_key("hiến máu") != case_key("hiền mẫu")


def test_texts_with_the_same_words_say_the_same() -> None:
    assert same_words("Quang cảnh Lễ phát động.", unicodedata.normalize("NFD", "“Quang cảnh\u00a0lễ  phát động”"))
    assert not same_words("Hiến máu", "Hiền mẫu")
    assert not same_words("Hiến máu", "Hiến máu năm 2026")
