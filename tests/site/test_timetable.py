"""The blood-donation days on the front page, read from the timetable a story holds."""

# ruff: noqa: E501 - a section stands here as it is published

from __future__ import annotations

from newsroom.model import Document, Table
from newsroom.settings import Settings
from tests.site.newsstand import Site, news_of, story_of

TIMETABLE = Table(
    ("STT", "Ngày", "Địa điểm", "Thời gian"),
    (
        ("1", "Thứ Ba, 05/3", "Hội trường **UBND** phường", "7g30 - 11g00"),
        ("2", "08/03/2024 (Thứ Sáu)", "Trường Cao đẳng Y tế", ""),
        ("", "Tổng cộng", "", ""),
        ("3", "CN, 17/3", "", "6g30"),
    ),
)


def front_of(
    settings: Settings, *tables: Table, title: str = "Lịch hiến máu tháng 3", category: str = "Tin tức"
) -> str:
    story = story_of(title, "2024-02-26", category=category, document=Document(tables))
    return Site(news_of([story]), settings).main("index.html")


def test_days_with_a_date_and_a_place_stand_on_the_front_page_as_typed(settings: Settings) -> None:
    section = front_of(settings, TIMETABLE).partition('<h2 id="lich_hien_mau">Lịch hiến máu</h2>\n')[2]
    assert (
        section.partition("</section>")[0]
        == """\
<div><ul class="slots">
<li><time class="day" datetime="03-05">05/3</time> <div>Hội trường UBND phường <small>Thứ Ba, 7g30 - 11g00</small></div></li>
<li><time class="day" datetime="03-08">08/03</time> <div>Trường Cao đẳng Y tế <small>Thứ Sáu</small></div></li>
</ul>
<a class="more" href="/tin-tuc/2024/lich-hien-mau-thang-3/"><span>Lịch hiến máu \
<span class="nowrap">tháng 3</span></span></a></div>
"""
    )


def test_other_tables_and_other_subjects_make_no_timetable(settings: Settings) -> None:
    assert "slots" not in front_of(settings, TIMETABLE, title="Lịch công tác tuần")
    assert "slots" not in front_of(settings, Table(("Họ tên", "Đơn vị"), (("A", "05/3"),)))
    assert "slots" not in front_of(settings, Table((), TIMETABLE.rows))
    assert "slots" in front_of(settings, Table(("a",), ()), TIMETABLE, title="Tháng 3", category="Hiến Máu")


def test_an_impossible_day_is_not_announced(settings: Settings) -> None:
    rows = (("1", "45/3", "Nhà văn hóa", ""), ("2", "5/13", "Nhà văn hóa", ""))
    assert "slots" not in front_of(settings, Table(TIMETABLE.header, rows))
