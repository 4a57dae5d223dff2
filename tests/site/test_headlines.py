"""Headlines: numbers keep to their nouns, and not a character is changed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from newsroom.site.headlines import render_headline


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Tổng kết năm 2022, đề ra 10 nhiệm vụ năm 2023", ["năm 2022", "10 nhiệm vụ", "năm 2023"]),
        ("Khen thưởng 8 tập thể và 13 cá nhân", ["8 tập thể", "13 cá nhân"]),
        ("1.240 suất quà về xã", ["1.240 suất quà"]),
        ("Cụm số 1 họp ngày 12/3", ["số 1", "ngày 12/3"]),
        ("Lịch công tác tuần 48", ["tuần 48"]),
        ("Báo cáo quý I và lần thứ VII", ["quý I", "thứ VII"]),
        ("Quyết định 12/QĐ-CTĐ", []),
        ("Sáng 7g30", []),
        ("Không có số", []),
    ],
)
def test_a_number_stays_on_one_line_with_what_it_counts(title: str, kept: list[str]) -> None:
    assert re.findall(r'<span class="nowrap">(.*?)</span>', render_headline(title)) == kept


@given(st.text(max_size=60))
def test_a_headline_that_is_copied_is_the_headline_as_typed(title: str) -> None:
    bare = re.sub(r'<span class="nowrap">(.*?)</span>', r"\1", str(render_headline(title)), flags=re.DOTALL)
    assert "<" not in bare
    assert Markup(bare).unescape() == title
