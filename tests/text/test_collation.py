from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from newsroom.text import collation_key
from newsroom.text.collation import ALPHABET
from tests.text.vietnamese import WORDS, words

IN_ORDER = [
    ["da", "dz", "đa", "e", "ea", "ê", "ma", "mà", "mả", "mã", "má", "mạ", "mac"],
    ["an", "Ân", "bơ", "Dũng", "Đặng", "đèn"],
    ["hoa", "hoa hồng", "hoa tai", "hòa", "hòa bình", "hoan"],
    ["o", "ô", "ơ", "u", "ư", "y"],
    ["2 giờ", "a", "я"],
    ["ba", "Ba", "bà", "Bà"],
]


def test_words_stand_in_the_order_of_a_vietnamese_dictionary() -> None:
    for expected in IN_ORDER:
        shuffled = expected[::-1]
        assert sorted(shuffled, key=collation_key) == expected


def test_the_alphabet_has_its_own_letters_in_their_places() -> None:
    assert ALPHABET == "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"


def test_the_seat_of_a_tone_does_not_count() -> None:
    assert collation_key("hòa")[0] == collation_key("hoà")[0]
    assert sorted(["hoả", "hoà b", "hòa a"], key=collation_key) == ["hòa a", "hoà b", "hoả"]


@given(st.lists(words, max_size=4).map(" ".join))
def test_unicode_form_does_not_count(text: str) -> None:
    assert collation_key(unicodedata.normalize("NFD", text)) == collation_key(text)


@given(st.permutations(WORDS))
def test_any_shuffle_sorts_to_one_order(shuffled: list[str]) -> None:
    assert sorted(shuffled, key=collation_key) == sorted(WORDS, key=collation_key)


@given(st.text(), st.text())
def test_any_two_texts_can_be_compared(a: str, b: str) -> None:
    assert (collation_key(a) < collation_key(b)) or (collation_key(a) >= collation_key(b))
