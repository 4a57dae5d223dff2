"""Tasks of a year, and what stories say about them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.markup import read_story, render_body
from newsroom.markup.reports import parse_percent, parse_report, write_report
from newsroom.model import Story, TaskPart
from newsroom.settings import Settings, read_settings

HEAD = "Tiêu đề: Bài\nNgày: 06/01/2023\n"


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    folders = {"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"}
    return read_settings(
        {key: str(tmp_path / name) for key, name in folders.items()}
        | {"NEWSROOM_ADDRESS": "https://hoi.example.vn", "NEWSROOM_NAME": "Hội"}
    )


def read(office: Settings, body: str, head: str = HEAD) -> Story:
    path = office.content / "tin-tuc" / "2023" / "bai" / "index.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}\n{body}\n", encoding="utf-8", newline="\n")
    return read_story(path, office)


@pytest.mark.parametrize(
    ("typed", "number", "state", "figure", "percent"),
    [
        ("{nhiem-vu: 2023/4}", "4", "", "", None),
        ("{nhiem-vu: 2023/4 hoàn thành}", "4", "done", "", None),
        ("{Nhiệm vụ: 2023/04: Đang thực hiện}", "4", "doing", "", None),
        ("{nhiem-vu: 2023/4 đạt 127 %}", "4", "", "127 %", 127),
        ("{nhiem-vu: 2023/2.1 đạt 112,6% kế hoạch}", "2.1", "", "112,6% kế hoạch", 113),
        ("{nhiem-vu: 2023/đ) đạt 29/41 xã, phường, hoàn thành}", "đ", "done", "29/41 xã, phường", 71),
        ("{nhiem-vu: 2023/4 hoàn thành đạt 5.120/5.000 đơn vị máu}", "4", "done", "5.120/5.000 đơn vị máu", 102),
        ("{nhiem-vu: 2023/4 chưa hoàn thành}", "4", "", "", None),
        ("{nhiem-vu: 2023/4 hoàn thành 80%}", "4", "", "", None),
    ],
)
def test_a_marker_says_which_task_its_state_and_its_figure(
    typed: str, number: str, state: str, figure: str, percent: int | None
) -> None:
    report = parse_report(typed)
    assert report is not None
    assert (report.year, report.number, report.state, report.figure, report.percent) == (
        2023,
        number,
        state,
        figure,
        percent,
    )


@pytest.mark.parametrize("typed", ["{nhiem-vu: 4/2023}", "{nhiem-vu: 2023}", "{nhiem-vu: }", "{nhiem-vu: 23/4}"])
def test_a_marker_without_a_year_and_a_number_means_nothing(typed: str) -> None:
    assert parse_report(typed) is None


@given(st.text(st.characters(exclude_characters="{}\n"), max_size=60))
def test_what_was_read_from_a_marker_can_be_written_and_read_again(words: str) -> None:
    report = parse_report(f"{{nhiem-vu: 2023/4 {words}}}")
    if report:
        again = parse_report(write_report(report))
        assert again is not None
        assert (again.year, again.number, again.state, again.figure) == (
            report.year,
            report.number,
            report.state,
            report.figure,
        )


@given(st.text(st.sampled_from("0123456789.,/ %"), max_size=30))
def test_no_figure_breaks_the_reading_of_percent(figure: str) -> None:
    assert parse_percent(figure) is None or parse_percent(figure) >= 0  # type: ignore[operator]


def test_a_report_is_a_link_with_its_state_in_words(office: Settings) -> None:
    story = read(
        office, "Nhận 6.350 đơn vị {nhiem-vu: 2023/4 đạt 127 %}.\n\n{nhiem-vu: 2023/5}\n\nXem `{nhiem-vu: 2023/6}`."
    )
    assert [(report.number, report.line) for report in story.facts.reports] == [("4", 4), ("5", 6)]
    assert render_body(story, links={}, target="page", settings=office) == (
        '<p>Nhận 6.350 đơn vị <a href="/nhiem-vu/2023/#nhiem-vu-4" class="report">(nhiệm vụ 4 năm 2023: đạt '
        '<span class="nowrap">127 %</span>)</a>.</p>\n'
        '<p><a href="/nhiem-vu/2023/#nhiem-vu-5" class="report">Nhiệm vụ 5 năm 2023</a></p>\n'
        "<p>Xem <code>{nhiem-vu: 2023/6}</code>.</p>"
    )
    assert '<a href="https://hoi.example.vn/nhiem-vu/2023/#nhiem-vu-5">Nhiệm vụ 5 năm 2023</a>' in render_body(
        story, links={}, target="feed", settings=office
    )


def test_a_marker_that_nobody_can_read_is_a_fault_with_its_line(office: Settings) -> None:
    story = read(office, "Đoạn đầu.\n\nXong {nhiem-vu: 4/2023} và {nhiem-vu: 2023/4 tạm dừng}.")
    assert [(n.code, n.level, n.line, n.found) for n in story.notices] == [
        ("task-report-odd", "warning", 6, "tạm dừng"),
        ("task-unknown", "error", 6, "{nhiem-vu: 4/2023}"),
    ]
    assert "Xong {nhiem-vu: 4/2023} và" in render_body(story, links={}, target="page", settings=office)


def test_tasks_keep_the_numbers_and_the_points_of_the_office(office: Settings) -> None:
    body = "Năm nay:\n\n1/ Việc **một**:\na) ý thứ nhất;\n- [x] ý đã xong.\n\n3/ Việc ba."
    one, three = read(office, body, f"{HEAD}Nhiệm vụ: 2024\n").facts.tasks
    assert (one.year, one.number, one.marker, one.text, one.anchor, one.line) == (
        2024,
        "1",
        "1/",
        "Việc một:",
        "nhiem-vu-1",
        7,
    )
    assert one.parts == (TaskPart("a)", "ý thứ nhất;"), TaskPart("", "ý đã xong.", True))
    assert (three.number, three.anchor) == ("3", "nhiem-vu-3")


def test_words_are_numbers_and_check_boxes_are_counted(office: Settings) -> None:
    head = f"{HEAD}nhiem-vu: 2024\n"
    words = read(office, "Một là, việc một.\n\nHai là, việc hai.", head).facts.tasks
    assert [(task.number, task.marker) for task in words] == [("1", "Một là,"), ("2", "Hai là,")]
    boxes = read(office, "- [x] Việc đã xong\n- [ ] Việc chưa xong", head).facts.tasks
    assert [(task.number, task.marker, task.checked) for task in boxes] == [("1", "1.", True), ("2", "2.", False)]


def test_a_story_sets_tasks_only_where_its_head_says_so(office: Settings) -> None:
    assert read(office, "Năm 2023 có 2 nhiệm vụ sau:\n\n1/ Việc một.\n\n2/ Việc hai.").facts.tasks == ()
