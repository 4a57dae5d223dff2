from __future__ import annotations

import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.model import Notice
from newsroom.text import Source, clean, fold_spaces
from tests.text.vietnamese import sentences, write_tcvn3

INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u180b-\u180f\u200b\u200c\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff"
    "\U000f0000-\U0010ffff]"
)

hostile = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("aeđĐðÐ 1#*\r\n\t\x0b\x0c\x85\x93\u00a0\u00ad\u0301\u0302\u0323\u200b\u200d\u202e\u2028"),
        st.sampled_from("\ufe0f\u20e3\ufeff\ufffd\uf0b7\ufffe☎👩🏽🏴\U000e0067\U000e007f🇻🇳¨µ®á»™Ãñäù"),
    )
)


def codes(source: Source) -> list[tuple[str, str, int]]:
    return [(notice.code, notice.level, notice.line) for notice in source.notices]


def lines(text: str) -> tuple[str, ...]:
    return clean(text.encode()).lines


# ── What holds for any file ──────────────────────────────────────────────────


@given(st.binary())
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf\xff")
@example(b"\xed\xa0\xbd")
@example(b"\xed\xa0\xbd\xed\xb8\x80")
def test_any_bytes_are_read_without_raising(raw: bytes) -> None:
    for line in clean(raw).lines:
        assert unicodedata.is_normalized("NFC", line)
        assert not INVISIBLE.search(line)


@given(hostile)
def test_a_clean_line_is_nfc_and_free_of_invisible_and_control_characters(text: str) -> None:
    for line in clean(text.encode("utf-8", "surrogatepass")).lines:
        assert unicodedata.is_normalized("NFC", line)
        assert not INVISIBLE.search(line)


@given(hostile)
def test_cleaning_what_is_clean_changes_nothing(text: str) -> None:
    once = clean(text.encode("utf-8", "surrogatepass"))
    again = clean("".join(line + "\n" for line in once.lines).encode())
    assert again.lines == once.lines
    assert again.dropped == ()
    assert {notice.code for notice in again.notices} <= {"encoding-legacy", "encoding-unreadable"}


@given(hostile)
def test_every_visible_letter_and_digit_survives(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    assert letters("".join(clean(raw).lines)) == letters(text)


def letters(text: str) -> Counter[str]:
    lowered = re.sub(r"([^\w\s\x00-\x7f]{30})[^\w\s\x00-\x7f]+", r"\1", text)
    composed = unicodedata.normalize("NFD", unicodedata.normalize("NFC", INVISIBLE.sub("", lowered)))
    return Counter(letter for letter in composed.translate(str.maketrans("ðÐ", "đĐ")) if letter.isalnum())


@given(sentences)
def test_a_file_in_good_order_gives_its_lines_and_no_notice(sentence: str) -> None:
    text = f"Tiêu đề: {sentence}\n\n\t– {sentence}…\u00a0\u00a0  “{sentence.upper()}” 50%\n"
    assert clean(text.encode()) == Source((f"Tiêu đề: {sentence}", "", text.split("\n")[2]))


# ── Lines ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(end: str) -> None:
    assert clean(b"\xef\xbb\xbf" + end.join(["Một", "", "Hai", ""]).encode()) == Source(("Một", "", "Hai"))


def test_an_empty_file_has_no_lines() -> None:
    assert clean(b"") == Source(())
    assert clean(b"\n") == Source(("",))


def test_spaces_of_every_kind_are_kept_for_the_parser() -> None:
    assert lines("\u00a0 \u00a0 Văn phòng\tHội  xã ") == ("\u00a0 \u00a0 Văn phòng\tHội  xã ",)


def test_folding_spaces_leaves_one_space_between_words() -> None:
    assert fold_spaces("\u00a0 \t Văn\u00a0\u00a0phòng \u2003 Hội\n") == "Văn phòng Hội"


def test_breaks_inside_a_line_become_a_space_so_that_line_numbers_stay_those_of_the_editor() -> None:
    source = clean("\x0cCHỦ TỊCH\x0bHồ Lan\u2028Anh\x0b\nHai".encode())
    assert source.lines == ("CHỦ TỊCH Hồ Lan Anh", "Hai")
    assert codes(source) == [("character-control", "warning", 1)]


# ── One notice for each kind of trouble ──────────────────────────────────────


def test_decomposed_text_is_composed_and_told_once() -> None:
    text = unicodedata.normalize("NFD", "Mở đầu\n\nẢnh: Lễ phát động")
    assert clean(("Dong dau\n" + text).encode()) == Source(
        ("Dong dau", "Mở đầu", "", "Ảnh: Lễ phát động"),
        (
            Notice(
                "unicode-decomposed",
                "hint",
                2,
                "Văn bản ở dạng Unicode tổ hợp (10 dấu rời); trang đã chuyển sang dựng sẵn.",
                "Lần sau chọn bảng mã Unicode (dựng sẵn) trong UniKey, hoặc dán bài qua Notepad.",
                column=2,
                found="Mở",
            ),
        ),
    )


def test_letters_composed_by_halves_as_old_windows_leaves_them_are_composed_too() -> None:
    assert lines("Hô\u0323i nghi\u0323 tô\u0309ng kê\u0301t") == ("Hội nghị tổng kết",)


def test_the_icelandic_letter_becomes_the_vietnamese_one() -> None:
    assert clean("Mừng Ðại hội, CTÐ xã ðã họp".encode()) == Source(
        ("Mừng Đại hội, CTĐ xã đã họp",),
        (
            Notice(
                "letter-eth",
                "hint",
                1,
                "Có 3 chữ Ð, ð (chữ của tiếng Iceland) thay cho Đ, đ; trang đã đổi sang Đ, đ.",
                "Gõ lại chữ Đ, đ bằng bộ gõ tiếng Việt để việc tìm kiếm trong tệp gốc cũng đúng.",
                column=6,
                found="Ðại",
                proposed="Đại",
            ),
        ),
    )


def test_an_icelandic_name_keeps_its_letter_and_a_place_name_does_not() -> None:
    assert lines("Guðrún và Davíð từ Inðônêxia") == ("Guðrún và Davíð từ Inđônêxia",)


def test_invisible_characters_are_left_out_and_named() -> None:
    source = clean("tình nguyện\u00ad viên\nvận\u200b\u200b động\ufeff".encode())
    assert source == Source(
        ("tình nguyện viên", "vận động"),
        (
            Notice(
                "character-invisible",
                "hint",
                1,
                "Có 4 ký tự vô hình (U+200B ×2, U+00AD, U+FEFF); trang đã bỏ đi.",
                "Thường do dán từ trang web, Zalo hay tệp PDF; dán dạng chữ thuần (Ctrl+Shift+V) thì không còn.",
                column=12,
                found="U+200B ×2, U+00AD, U+FEFF",
            ),
        ),
        ("\u00ad", "\u200b", "\ufeff"),
    )


def test_a_mark_that_turns_text_around_is_worth_a_warning() -> None:
    assert codes(clean("tài khoản \u202e123\u202c".encode())) == [("character-invisible", "warning", 1)]


@pytest.mark.parametrize("emoji", ["🇻🇳", "❤️", "👩‍⚕️", "👨‍👩‍👧", "👩🏽‍🚒", "1️⃣", "☎️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏳️‍🌈"])
def test_an_emoji_keeps_its_joiners(emoji: str) -> None:
    assert clean(f"Cảm ơn {emoji} bà con".encode()) == Source((f"Cảm ơn {emoji} bà con",))


@pytest.mark.parametrize("stray", ["a\u200db", "❤\u200da", "a\ufe0f", "1\ufe0f", "a\U000e0061\U000e0062", "👩\u200d"])
def test_a_joiner_outside_an_emoji_is_left_out(stray: str) -> None:
    assert lines(stray) == ("".join(sign for sign in stray if sign in "ab1❤👩"),)


def test_control_characters_and_private_letters_are_left_out_and_named() -> None:
    source = clean("Một\x00 hai\x1b ba\ufffe bốn\ue000".encode())
    assert source.lines == ("Một hai ba bốn",)
    assert [(notice.code, notice.found) for notice in source.notices] == [
        ("character-control", "U+0000, U+001B, U+E000, U+FFFE")
    ]
    assert source.dropped == ("\x00", "\x1b", "\ue000", "\ufffe")


def test_what_word_draws_with_a_symbol_font_becomes_a_bullet() -> None:
    source = clean("\uf0b7 Thăm hỏi\n \u00a0\uf0a7\tTặng quà".encode())
    assert source.lines == ("• Thăm hỏi", " \u00a0•\tTặng quà")
    assert codes(source) == [("character-control", "warning", 1)]
    assert source.dropped == ()


def test_windows_quotation_marks_read_as_controls_are_put_right() -> None:
    assert lines("\x93Tết Nhân ái\x94 2023 \x96 2024\x85") == ("“Tết Nhân ái” 2023 – 2024…",)


def test_emoji_written_as_surrogates_come_whole_and_a_lone_half_is_left_out() -> None:
    source = clean(
        "vui 😀 lẻ \ud83d".encode("utf-16-le", "surrogatepass")
        .decode("utf-16-le", "surrogatepass")
        .encode("utf-8", "surrogatepass")
    )
    assert source.lines == ("vui 😀 lẻ ",)
    assert clean(b"vui \xed\xa0\xbd\xed\xb8\x80") == Source(("vui 😀",))


def test_a_tower_of_marks_is_lowered() -> None:
    source = clean(("Z" + "\u0301\u0323" * 100_000).encode())
    assert source.lines == (unicodedata.normalize("NFC", "Z" + "\u0301\u0323" * 15),)
    assert codes(source)[0] == ("character-control", "warning", 1)


# ── Legacy encodings ─────────────────────────────────────────────────────────


def test_a_legacy_paragraph_is_told_with_its_proposal_and_never_converted() -> None:
    source = clean("Câu này đúng.\n\nNg\u00adêi cao tuæi v\u00adît khã, kÐm ¨n\n".encode())
    assert source.lines == ("Câu này đúng.", "", "Ngêi cao tuæi vît khã, kĐm ¨n")
    assert source.notices == (
        Notice(
            "encoding-legacy",
            "error",
            3,
            "Đoạn này còn ở bảng mã cũ (TCVN3 (ABC)), người đọc không đọc được.",
            "Chuyển mã đoạn này bằng UniKey (Ctrl+Shift+F6) từ TCVN3 (ABC) sang Unicode, hoặc chép câu đề nghị vào.",
            found="Ng\u00adêi cao tuæi v\u00adît khã, kÐm ¨n",
            proposed="Người cao tuổi vượt khó, kém ăn",
        ),
    )


@given(sentences)
def test_a_file_in_which_all_is_tcvn3_gives_one_notice_for_each_paragraph(sentence: str) -> None:
    source = clean(f"{write_tcvn3(sentence)}\n\n{write_tcvn3(sentence)}\n".encode())
    assert [(notice.code, notice.line, notice.proposed) for notice in source.notices] == [
        ("encoding-legacy", 1, sentence),
        ("encoding-legacy", 3, sentence),
    ]


# ── Size ─────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "piece",
    [
        "\u200d",
        "\u0301\u0323",
        "\u00ad",
        "\x0b",
        " ",
        "\u00a0\uf0b7",
        "\U000e0041",
        "ð",
        "aðe",
        "e\u0302\u0301",
        "\x93",
    ],
)
def test_a_megabyte_of_hostile_text_is_cleaned_in_time(piece: str) -> None:
    line = "a" + piece * (1_000_000 // len(piece.encode())) + "\u200b"
    (cleaned,) = clean(line.encode()).lines
    assert cleaned.startswith(("a", "á", "ạ"))
