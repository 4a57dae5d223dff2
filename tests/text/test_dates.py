from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.errors import NewsroomError
from newsroom.text import ZONE, DateFault, parse_date, write_date, write_day, write_long_date, write_month

days = st.dates(date(1945, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("typed", "moment"),
    [
        ("2023-01-13", "2023-01-13T00:00:00+07:00"),
        ("2023/1/3", "2023-01-03T00:00:00+07:00"),
        ("2023-01-13 15:30", "2023-01-13T15:30:00+07:00"),
        ("2023-01-13T15:30:05", "2023-01-13T15:30:05+07:00"),
        ("2023-01-13T08:30:00Z", "2023-01-13T15:30:00+07:00"),
        ("2023-01-13 23:30:00.25 +00:00", "2023-01-14T06:30:00+07:00"),
        ("2023-01-13T10:30+0900", "2023-01-13T08:30:00+07:00"),
        ("13/01/2023", "2023-01-13T00:00:00+07:00"),
        ("05/06/2026", "2026-06-05T00:00:00+07:00"),
        ("13-01-2023", "2023-01-13T00:00:00+07:00"),
        ("13.1.2023", "2023-01-13T00:00:00+07:00"),
        ("13 / 01 / 2023", "2023-01-13T00:00:00+07:00"),
        ("13/01/2023 15:30", "2023-01-13T15:30:00+07:00"),
        ("13/01/2023, 07h30", "2023-01-13T07:30:00+07:00"),
        ("13/01/2023 - 05:10", "2023-01-13T05:10:00+07:00"),
        ("13/01/2023, 7 giờ 30 phút", "2023-01-13T07:30:00+07:00"),
        ("15:30 13/01/2023", "2023-01-13T15:30:00+07:00"),
        ("7g30 ngày 13/01/2023", "2023-01-13T07:30:00+07:00"),
        ("Thứ Sáu, ngày 13/01/2023", "2023-01-13T00:00:00+07:00"),
        ("Chủ nhật - 15/01/2023 23:33", "2023-01-15T23:33:00+07:00"),
        ("Thứ 6 - 13/01/2023", "2023-01-13T00:00:00+07:00"),
        ("ngày 13 tháng 01 năm 2023", "2023-01-13T00:00:00+07:00"),
        ("nga\u0300y\u00a013 tha\u0301ng 1 na\u0306m 2023", "2023-01-13T00:00:00+07:00"),
        ("29/02/2024", "2024-02-29T00:00:00+07:00"),
    ],
)
def test_a_date_is_read_as_the_office_types_it(typed: str, moment: str) -> None:
    assert parse_date(typed).isoformat() == moment
    assert parse_date(typed).tzinfo is ZONE


@pytest.mark.parametrize(
    "typed",
    ["2023", "2023-01", "2012-02", "01/2023", "1-2023", "tháng 1 năm 2023", "tháng 1/2023", "13/01", "năm 2023"],
)
def test_a_date_that_leaves_the_day_or_the_year_to_guess_is_partial(typed: str) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(typed)
    assert (caught.value.code, caught.value.message, caught.value.proposed) == (
        "date-partial",
        f"Ngày “{typed}” chưa đủ ngày, tháng, năm.",
        "",
    )


@pytest.mark.parametrize(
    ("typed", "message", "proposed"),
    [
        ("31/02/2023", "Không có ngày “31/02/2023” trên lịch.", ""),
        ("01/13/2023", "Không có ngày “01/13/2023” trên lịch.", "13/01/2023"),
        ("2023-13-01", "Không có ngày “2023-13-01” trên lịch.", "2023-01-13"),
        ("00/01/2023", "Không có ngày “00/01/2023” trên lịch.", ""),
        ("13/01/0206", "Năm 0206 trong ngày “13/01/0206” nằm ngoài khoảng 1945–2100.", ""),
        ("31/12/1944", "Năm 1944 trong ngày “31/12/1944” nằm ngoài khoảng 1945–2100.", ""),
        ("2101-01-01", "Năm 2101 trong ngày “2101-01-01” nằm ngoài khoảng 1945–2100.", ""),
        ("13/01/23", "Không đọc được ngày “13/01/23”.", "13/01/2023"),
        ("13/01-2023", "Không đọc được ngày “13/01-2023”.", ""),
        ("hôm qua", "Không đọc được ngày “hôm qua”.", ""),
        ("", "Không đọc được ngày “”.", ""),
        ("13/01/2023 25:00", "Giờ trong “13/01/2023 25:00” không thể đúng.", ""),
        ("13/01/2023 12:60", "Giờ trong “13/01/2023 12:60” không thể đúng.", ""),
        ("2023-01-13 10:00+24:00", "Giờ trong “2023-01-13 10:00+24:00” không thể đúng.", ""),
    ],
)
def test_an_impossible_date_is_refused_with_the_likely_one_where_there_is_one(
    typed: str, message: str, proposed: str
) -> None:
    with pytest.raises(DateFault) as caught:
        parse_date(typed)
    assert (caught.value.code, caught.value.message, caught.value.proposed) == ("date-invalid", message, proposed)
    assert caught.value.hint.startswith("Gõ ngày theo mẫu 13/01/2023")
    assert isinstance(caught.value, NewsroomError)


@given(days)
def test_every_day_is_read_back_as_it_is_written(day: date) -> None:
    midnight = datetime(day.year, day.month, day.day, tzinfo=ZONE)
    assert parse_date(write_date(day)) == parse_date(write_long_date(day)) == parse_date(day.isoformat()) == midnight


@given(st.text(st.sampled_from("0123456789/-.: Tthágnăm+")))
def test_any_text_is_a_date_in_range_or_a_fault(typed: str) -> None:
    fault: DateFault | None = None
    try:
        moment = parse_date(typed)
    except DateFault as caught:
        fault = caught
    if fault is None:
        assert 1944 <= moment.year <= 2101
    else:
        assert fault.code in ("date-partial", "date-invalid")
        assert not fault.proposed or parse_date(fault.proposed)


def test_a_hostile_date_is_refused_in_time_and_quoted_in_part() -> None:
    with pytest.raises(DateFault) as caught:
        parse_date("1" * 1_000_000)
    assert len(caught.value.message) < 120


def test_dates_are_written_as_an_office_writes_them() -> None:
    friday = datetime(2023, 1, 6, 15, 30, tzinfo=ZONE)
    assert write_long_date(friday) == "Thứ Sáu, ngày 06/01/2023"
    assert write_long_date(date(2023, 1, 8)) == "Chủ Nhật, ngày 08/01/2023"
    assert write_date(friday) == "06/01/2023"
    assert write_day(friday) == "06/01"
    assert write_month(friday) == "Tháng 1 năm 2023"
