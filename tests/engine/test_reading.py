"""Every source is read once, and every notice about it comes together."""

from __future__ import annotations

import pytest

from newsroom.errors import Refusal
from newsroom.model import Story
from tests.sites import Site


def read(site: Site) -> Story:
    (story,) = site.open().check(site.words).stories
    return story


def test_notices_come_in_line_order_and_those_the_head_silences_do_not_come(site: Site) -> None:
    body = "Lớp tập huấn kỷ năng sơ cấp cứu.\n\nĐường dây nóng: [xem]({filename}khong-co.md)."
    site.tell("2023-01-06-a", "Lớp tập huấn", body=body)
    assert [(notice.line, notice.code) for notice in read(site).notices] == [(4, "phrase-slip"), (6, "link-broken")]
    allow = "allow: phrase-slip – trích nguyên văn"
    site.tell("2023-01-06-a", "Lớp tập huấn", body=body, head=allow)
    assert [(notice.line, notice.code) for notice in read(site).notices] == [(7, "link-broken")]


def test_an_error_that_keeps_a_story_from_being_whole_cannot_be_silenced(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="![](mot.jpg)", head="allow: photo-missing – sẽ bổ sung sau")
    assert "photo-missing" in [notice.code for notice in read(site).errors]


def test_a_file_that_cannot_be_read_is_a_story_with_a_notice(site: Site) -> None:
    source = site.root / site.tell("2023-01-06-a", "Bài A")
    source.chmod(0)
    assert site.refuse(NEWSROOM_STRICT=True) == [
        "content/tin-tuc/2023/2023-01-06-a/index.md, dòng 1: Tệp này không cho đọc. "
        "Hãy thay bằng một tệp .md thường, đọc được."
    ]


def test_a_reader_that_breaks_names_the_file(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A")
    opened = site.open()

    def burst(*_: object) -> Story:
        raise RecursionError("sâu quá")

    opened.offer_reader(burst)
    with pytest.raises(Refusal) as refusal:
        opened.build(site.words)
    assert list(refusal.value.faults) == [
        "content/tin-tuc/2023/2023-01-06-a/index.md: Chương trình không đọc nổi tệp này (RecursionError: sâu quá). "
        "Hãy gửi tệp cho người phụ trách kỹ thuật."
    ]
