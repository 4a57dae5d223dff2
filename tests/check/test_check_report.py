"""What the office reads after a check, and what programs read."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

from newsroom.check import check_story, silence, write_json, write_report
from newsroom.model import Notice, Story

MakeStory = Callable[..., Story]

REPORT = """\
tin-tuc/2024/lop-hoc/index.md
  dòng 1 · LỖI · Bài chưa có ngày đăng.
      > Khai giảng lớp sơ cấp cứu
      Hãy thêm dòng “Ngày: …”. (date-missing)
  dòng 3 · CẦN XEM · “họat” viết sai dấu (×2).
      > …Hội Chữ thập đỏ tỉnh, các họat động nhân đạo tại cơ sở tiếp tục được đẩy mạnh, họat…
      Hãy sửa thành “hoạt”. (tone-misplaced)

trang/lien-he.md
  dòng 2 · GỢI Ý · Có dấu cách thừa trước dấu câu.
      > Điện thoại : 0200 0000 123
      Hãy sửa lại. (spacing-odd)

Đã soát 3 bài: 1 LỖI, 1 CẦN XEM, 1 GỢI Ý.
"""


def checked(story: Story, *others: Notice) -> Story:
    return replace(story, notices=(*others, *check_story(story)))


def stories(make_story: MakeStory) -> list[Story]:
    long_line = (
        "Trong quý III, dưới sự chỉ đạo của Hội Chữ thập đỏ tỉnh, các họat động nhân đạo tại cơ sở tiếp tục được "
        "đẩy mạnh, họat động hiến máu vượt kế hoạch."
    )
    missing = Notice("date-missing", "error", 1, "Bài chưa có ngày đăng.", "Hãy thêm dòng “Ngày: …”.")
    return [
        checked(make_story(f"Khai giảng lớp sơ cấp cứu\n\n{long_line}"), missing),
        checked(make_story("Bài không có lỗi", source="tin-tuc/2024/khac/index.md")),
        checked(make_story("Liên hệ\n\u00a0\u00a0Điện thoại : 0200 0000 123", source="trang/lien-he.md")),
    ]


def test_the_report_groups_by_story_quotes_the_line_and_counts(make_story: MakeStory) -> None:
    assert write_report(stories(make_story)) == REPORT


def test_a_report_without_notices_says_so(make_story: MakeStory) -> None:
    assert write_report([make_story("Tin")]) == "Đã soát 1 bài: không thấy gì cần sửa.\n"


def test_a_notice_about_another_file_names_it_and_quotes_nothing(make_story: MakeStory) -> None:
    notice = Notice("photo-refused", "error", 4, "Bảng sai.", file="tin-tuc/2024/lop-hoc/danh-sach.csv")
    text = write_report([replace(make_story("a\nb\nc\nd"), notices=(notice,))])
    assert "  tin-tuc/2024/lop-hoc/danh-sach.csv, dòng 4 · LỖI · Bảng sai.\n      (photo-refused)\n" in text


def test_json_has_the_contracts_fields_in_order(make_story: MakeStory) -> None:
    story = checked(make_story("Tin\n\nBồi dưỡng kỷ năng sơ cấp cứu"))
    text = write_json([story])
    assert list(json.loads(text)[0].items()) == [
        ("file", "tin-tuc/2024/lop-hoc/index.md"),
        ("line", 3),
        ("column", 11),
        ("level", "warning"),
        ("code", "phrase-slip"),
        ("message", "“kỷ năng” có lẽ viết nhầm, đúng ra là “kỹ năng”."),
        ("hint", "Hãy sửa thành “kỹ năng”."),
        ("found", "kỷ năng"),
        ("proposed", "kỹ năng"),
    ]
    assert "kỷ năng" in text


def test_json_of_nothing_is_an_empty_list(make_story: MakeStory) -> None:
    assert json.loads(write_json([make_story("Tin")])) == []


def test_a_reason_silences_one_code_and_no_other(make_story: MakeStory) -> None:
    notices = check_story(make_story("họat động, kỷ năng"))
    kept = silence(notices, [("tone-misplaced", "trích nguyên văn")])
    assert [n.code for n in kept] == ["phrase-slip"]


def test_a_code_without_a_reason_silences_nothing(make_story: MakeStory) -> None:
    notices = check_story(make_story("họat động"))
    assert silence(notices, [("tone-misplaced", " ")]) == notices


def test_what_cannot_be_published_cannot_be_silenced_but_a_guess_can() -> None:
    missing = Notice("photo-missing", "error", 1, "Thiếu ảnh.")
    guess = Notice("encoding-legacy", "error", 2, "Có vẻ là TCVN3.")
    allow = [("photo-missing", "ảnh gửi sau"), ("encoding-legacy", "tên riêng nước ngoài")]
    assert silence([missing, guess], allow) == (missing,)
