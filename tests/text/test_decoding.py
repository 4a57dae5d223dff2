from __future__ import annotations

import codecs

import pytest
from hypothesis import given

from newsroom.model import Notice
from newsroom.text import clean
from tests.text.vietnamese import sentences, write_1258, write_tcvn3, write_vni

STORY = "Title: Lễ phát động tháng hành động vì trẻ nghèo\nDate: 2026-01-05\n\nNgười dân các xã đến dự đông đủ.\n"
LINES = tuple(STORY.splitlines())

SAVE = "Lưu lại bằng UTF-8: trong Notepad chọn Lưu thành (Save as), mục Mã hóa (Encoding) chọn UTF-8."


def unreadable(encoding: str, hint: str = SAVE) -> tuple[Notice, ...]:
    message = f"Tệp không ở dạng UTF-8; có vẻ là {encoding}."
    return (Notice("encoding-unreadable", "error", 1, message, hint, found=encoding),)


@pytest.mark.parametrize(
    "raw",
    [
        STORY.encode("utf-16"),
        codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"),
        STORY.encode("utf-16-le"),
        STORY.encode("utf-16-be"),
        STORY.encode("utf-32"),
    ],
)
def test_a_file_with_two_or_four_bytes_a_letter_is_refused_and_still_shown(raw: bytes) -> None:
    assert (clean(raw).lines, clean(raw).notices) == (LINES, unreadable("UTF-16"))


def test_a_file_in_windows_1258_is_refused_and_still_shown() -> None:
    source = clean(write_1258(STORY))
    assert (source.lines, source.notices) == (LINES, unreadable("Windows-1258"))


def test_a_file_in_tcvn3_is_refused_and_still_shown() -> None:
    source = clean(write_tcvn3(STORY).encode("latin-1"))
    hint = "Chuyển mã bằng UniKey (Ctrl+Shift+F6) từ TCVN3 (ABC) sang Unicode, rồi lưu lại bằng UTF-8."
    assert (source.lines, source.notices) == (LINES, unreadable("TCVN3 (ABC)", hint))


def test_a_file_in_vni_is_refused_and_still_shown() -> None:
    source = clean(write_vni(STORY).encode("cp1252"))
    hint = "Chuyển mã bằng UniKey (Ctrl+Shift+F6) từ VNI Windows sang Unicode, rồi lưu lại bằng UTF-8."
    assert (source.lines, source.notices) == (LINES, unreadable("VNI Windows", hint))


def test_a_western_file_is_refused_and_still_shown() -> None:
    source = clean("Le café est fermé, Señor Müller".encode("cp1252"))
    assert (source.lines, source.notices) == (("Le café est fermé, Señor Müller",), unreadable("Windows-1252"))


@given(sentences)
def test_the_code_table_of_any_sentence_is_recognised(sentence: str) -> None:
    assert clean(write_1258(sentence)).lines == (sentence,)
    assert clean(write_tcvn3(sentence).encode("latin-1")).lines == (sentence,)
    assert clean(write_vni(sentence).encode("cp1252")).lines == (sentence,)


def test_a_damaged_utf_8_file_is_refused_at_the_first_bad_line() -> None:
    raw = STORY.encode().replace("Người".encode(), "Ngườ".encode()[:-1] + b"i")
    source = clean(raw.replace(b"\n", b"\r\n"))
    assert source.lines == (*LINES[:3], LINES[3].replace("Người", "Ngư\ufffdi"))
    assert source.notices == (
        Notice(
            "encoding-unreadable",
            "error",
            4,
            "Tệp là UTF-8 nhưng bị hỏng 1 chỗ, chỗ đầu tiên ở dòng 4.",
            "Tìm các dấu � trong bài, gõ lại những chữ đó, rồi lưu lại bằng UTF-8.",
            found="\ufffd",
        ),
    )


def test_letters_lost_before_the_file_was_saved_are_worth_a_warning() -> None:
    (notice,) = clean("Một\nHai\nNg\ufffdời, ng\ufffdời".encode()).notices
    assert (notice.code, notice.level, notice.line, notice.message) == (
        "encoding-unreadable",
        "warning",
        3,
        "Có 2 dấu � thay cho chữ đã mất từ trước khi bài tới đây.",
    )


def test_a_photo_called_a_story_is_refused_as_no_text_at_all() -> None:
    source = clean(b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00" * 20)
    assert source.lines == ()
    assert [notice.message for notice in source.notices] == [
        "Tệp này không phải văn bản thuần (có thể là tệp Word, ảnh hoặc tệp nén bị đổi tên)."
    ]


def test_a_few_zero_bytes_do_not_make_a_text_a_photo() -> None:
    for text in ("Một câu\x00 có ký tự lạ", "0\x00\x80"):
        assert [notice.code for notice in clean(text.encode()).notices] == ["character-control"]
