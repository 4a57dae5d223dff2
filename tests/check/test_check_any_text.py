"""Whatever is typed, the checker answers, soon, and about what stands there."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.check import check_story, write_json, write_report
from newsroom.model import Story

MakeStory = Callable[..., Story]

PIECES = st.sampled_from(
    "họat|Tòan|kỷ năng|500 xuất quà|“ |” | ,| :|a,b|70.39.580.000|1,000.000 đồng|Ghi chú: có ảnh|[chèn ảnh]|xxx|{title}"
    "|CCCD 099085000123|STK 001185000123|anh Lò Văn Én 0900.000.123|Liên hệ:|cháu Lò Én|sinh ngày 2/3/2015|bại não"
    "|![](a.jpg)|[a_b.pdf](a_b.pdf)|\t|||---|title:|slug: a|```|`|<!--|-->|\u00a0|İ|ﬁ|²|\u0301|\x00|\u2028| ".split("|")
)
LINES = st.lists(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=8).map("".join), max_size=12)


@settings(max_examples=200, deadline=None)
@given(LINES.map("\n".join))
def test_no_text_raises_and_notices_are_sorted_and_true(make_story: MakeStory, text: str) -> None:
    story = make_story(text)
    notices = check_story(story)
    assert list(notices) == sorted(notices, key=lambda n: (n.line, n.column, n.code))
    for notice in notices:
        typed = " ".join(story.lines[notice.line - 1 :])[notice.column - 1 :]
        assert " ".join(typed.split()).startswith(" ".join(notice.found.split())[:300].strip())
    assert write_report([story])
    assert write_json([story])
    assert check_story(story) == notices


HOSTILE = (
    "1 1. 1.000. ( ]( ](a <!-- ` @ www. Nguyễn Én. họat Qúy,a x ? (ảnh [chèn ghi\u00a0chú:\u00a0chờ\u00a0a\u00a0 {{ | "
    "đăng\u00a0bài\u00a0 1.1. “\u00a0” \u00a0. \u00a0 kỷ\u00a0năng\u00a0 cháu\u00a0A\u00a0 sinh\u00a0 0900000123\u00a0 "
    "CCCD\u00a0001185000123\u00a0 a\t0900000123\t"
).split(" ")


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("ending", ["", "\n"])
def test_time_grows_with_the_text_and_not_with_its_square(make_story: MakeStory, piece: str, ending: str) -> None:
    small, large = (seconds_for(make_story((piece + ending) * (size // len(piece)))) for size in (5_000, 40_000))
    assert large < 24 * small + 0.05


def seconds_for(story: Story) -> float:
    start = time.process_time()
    check_story(story)
    return time.process_time() - start
