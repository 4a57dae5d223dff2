"""A sheet named in a story becomes tables and awards, whatever order and spelling its columns have."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.markup import check_references, read_story, render_body
from newsroom.markup.document import parse_document
from newsroom.markup.sheets import SheetFile
from newsroom.markup.write import write_document
from newsroom.model import Award, AwardSheet, Paragraph, Story
from newsroom.settings import Settings, read_settings
from newsroom.sheets import Grid, Workbook
from tests.sheets.office import HEADER, PEOPLE, Cell, make_csv, make_xlsx

LINK = "[Danh sách khen thưởng](danh-sach.xlsx)"


@pytest.fixture
def office(tmp_path: Path) -> Settings:
    folders = {"PATH": "content", "OUTPUT_PATH": "output", "THEME": "theme"}
    return read_settings(
        {key: str(tmp_path / name) for key, name in folders.items()}
        | {"NEWSROOM_ADDRESS": "https://hoi.example.vn", "NEWSROOM_NAME": "Hội"}
    )


def tell(office: Settings, body: str, name: str, raw: bytes) -> Story:
    folder = office.content / "tin-tuc" / "2025" / "2025-01-16-khen-thuong"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(raw)
    (folder / "index.md").write_text(f"Tiêu đề: Khen thưởng\nNgày: 16/01/2025\n\n{body}\n", encoding="utf-8")
    return read_story(folder / "index.md", office)


def said(story: Story) -> list[tuple[str, str, str, int]]:
    return [(n.code, n.level, n.file.rpartition("/")[2], n.line) for n in story.notices]


def shown(story: Story, office: Settings) -> str:
    return render_body(story, links={}, target="page", settings=office)


OFFICIAL: tuple[Sequence[Cell], ...] = (
    ("HỘI CHỮ THẬP ĐỎ VIỆT NAM", None, None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("TỈNH HẢI LÂM", None, None, None, "Độc lập - Tự do - Hạnh phúc"),
    (),
    ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA TỈNH HỘI NĂM 2024",),
    ("(Kèm theo Quyết định số 98/QĐ-CTĐ ngày 10/01/2025 của Ban Thường vụ tỉnh Hội)",),
    ("STT", "HỌ VÀ TÊN", "Chức vụ", "Nơi công tác", "Ghi chú"),
    (1, 2, 3, 4, 5),
    ("I", "TẬP THỂ"),
    (1, "Hội Chữ thập đỏ xã Ea Tân"),
    ("II", "CÁ NHÂN"),
    (1, "Ông Lý Văn Dũ", "Hội viên", "Xã Nậm Cắn Thượng"),
    (2, "Bà Lò Thị Hiên", "Giảng viên", None, "hiến máu 21 lần"),
    (None, None, None, "Hải Lâm, ngày 10 tháng 01 năm 2025"),
    (None, "Người lập", None, "TM. BAN THƯỜNG VỤ"),
    (None, "Hà Vy", None, "Trần Thị Khuê"),
)


def test_a_sheet_as_an_office_makes_it_becomes_awards_and_a_table(office: Settings) -> None:
    story = tell(office, LINK, "danh-sach.xlsx", make_xlsx(*OFFICIAL, merged=("A4:E4", "A5:E5", "D11:D12")))
    common = Award(
        "",
        form="GIẤY KHEN CỦA TỈNH HỘI",
        decision="98/QĐ-CTĐ",
        year=2025,
        line=4,
        body="Ban Thường vụ tỉnh Hội",
        decided="2025-01-10",
        sheet="danh-sach.xlsx",
    )
    assert story.document.awards == (
        replace(common, who="Hội Chữ thập đỏ xã Ea Tân", collective=True, row=9),
        replace(common, who="Ông Lý Văn Dũ", unit="Xã Nậm Cắn Thượng", office="Hội viên", row=11),
        replace(common, who="Bà Lò Thị Hiên", unit="Xã Nậm Cắn Thượng", office="Giảng viên", row=12),
    )
    assert said(story) == []
    label = f"Bảng: {OFFICIAL[3][0]} {OFFICIAL[4][0]}"[:120]
    assert shown(story, office) == (
        '<p><a href="/tin-tuc/2025/khen-thuong/danh-sach.xlsx" class="attachment">Danh sách khen thưởng '
        f"<small>(XLSX, {round(story.attachments[0][1].size / 1024)} KB)</small></a></p>\n"
        f'<div class="scroll" role="region" aria-label="{label}" tabindex="0"><table>'
        "<caption>DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA TỈNH HỘI NĂM 2024<br>(Kèm theo Quyết định số "
        '<span class="nowrap">98/QĐ-CTĐ</span> ngày 10/01/2025 của Ban Thường vụ tỉnh Hội)</caption>'
        '<thead><tr><th scope="col">STT</th><th scope="col">HỌ VÀ TÊN</th><th scope="col">Chức vụ</th>'
        '<th scope="col">Nơi công tác</th><th scope="col">Ghi chú</th></tr></thead>'
        '<tbody><tr><th scope="rowgroup" colspan="5">I. TẬP THỂ</th></tr>'
        "<tr><td>1</td><td>Hội Chữ thập đỏ xã Ea Tân</td><td></td><td></td><td></td></tr></tbody>"
        '<tbody><tr><th scope="rowgroup" colspan="5">II. CÁ NHÂN</th></tr>'
        "<tr><td>1</td><td>Ông Lý Văn Dũ</td><td>Hội viên</td><td>Xã Nậm Cắn Thượng</td><td></td></tr>"
        "<tr><td>2</td><td>Bà Lò Thị Hiên</td><td>Giảng viên</td><td>Xã Nậm Cắn Thượng</td>"
        "<td>hiến máu 21 lần</td></tr>"
        "</tbody></table></div>"
    )


def read_grid(rows: Sequence[Sequence[str]]) -> tuple[Award, ...]:
    book = Workbook((Grid("", tuple(map(tuple, rows))),))
    return parse_document([(1, LINK)], find_sheet=lambda name: SheetFile(f"a/{name}", book)).awards


def test_sections_name_the_form_and_the_title_the_decision() -> None:
    found = read_grid(
        [
            ["DANH SÁCH KHEN THƯỞNG (Quyết định số 98/QĐ-CTĐ ngày 10/01/2025 của Ban Thường vụ tỉnh Hội)"],
            ["TT", "Họ và tên", "Đơn vị"],
            ["A. GIẤY KHEN CỦA TỈNH HỘI"],
            ["1", "Bà Lò Thị Hiên", "Xã Ea Tân"],
            ["B. BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"],
            ["1", "Ông Lý Văn Dũ", "Xã Ea Tân"],
        ]
    )
    assert [(a.who, a.form, a.decision, a.tier) for a in found] == [
        ("Bà Lò Thị Hiên", "GIẤY KHEN CỦA TỈNH HỘI", "98/QĐ-CTĐ", "A. GIẤY KHEN CỦA TỈNH HỘI"),
        ("Ông Lý Văn Dũ", "BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH", "", "B. BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH"),
    ]


SPELLINGS = (
    ("STT", "TT", "Số TT", "số thứ tự"),
    ("Họ và tên", "HỌ TÊN", "Ho va ten", "Họ, tên", "Họ và tên cá nhân"),
    ("Chức vụ", "CHỨC DANH"),
    ("Đơn vị", "Nơi công tác", "Đơn vị công tác"),
    ("Hình thức", "Hình thức khen thưởng", "DANH HIỆU"),
    ("Số QĐ", "Quyết định", "Số quyết định", "QĐ số"),
    ("Ngày QĐ", "Ngày ký", "Ngày, tháng, năm quyết định", "ngày"),
)


def typed(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


ROWS = [[typed(cell) for cell in row] for row in PEOPLE]
EXPECTED = read_grid([HEADER, *ROWS])


def test_the_plain_list_reads_as_it_stands() -> None:
    assert [(a.who, a.office, a.unit, a.form, a.decision, a.decided) for a in EXPECTED] == [
        ("Bà Nông Thị Vỹ", "Chủ tịch", "Hội Chữ thập đỏ xã Ea Tân", "Bằng khen", "12/QĐ-UBND", "2025-01-03"),
        ("Ông Lý Văn Dũ", "Hội viên", "Xã Nậm Cắn Thượng", "Giấy khen", "98/QĐ-CTĐ", "2025-01-10"),
        ("Bà Lò Thị Hiên", "Giảng viên", "Trường Cao đẳng Y tế", "Giấy khen", "98/QĐ-CTĐ", "2025-01-10"),
    ]


@settings(max_examples=200, deadline=None)
@given(st.permutations(range(len(HEADER))), st.data())
def test_columns_in_any_order_and_spelling_give_the_same_awards(order: list[int], data: st.DataObject) -> None:
    header = [data.draw(st.sampled_from(SPELLINGS[i])) for i in order]
    forms = [str, str.upper, str.lower, lambda text: unicodedata.normalize("NFD", text)]
    header = [data.draw(st.sampled_from(forms))(heading) for heading in header]
    blanks = data.draw(st.integers(0, 3))
    rows = [["", ""]] * blanks + [header] + [[row[i] for i in order] for row in ROWS]
    assert [replace(a, row=a.row - blanks) for a in read_grid(rows)] == list(EXPECTED)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(st.text(max_size=12), max_size=9), max_size=12), st.integers(0, 12))
def test_any_cells_at_all_are_read_without_a_fault(rows: list[list[str]], at: int) -> None:
    rows.insert(min(at, len(rows)), list(HEADER))
    found = read_grid(rows)
    assert all(award.who for award in found)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((HEADER, (1, "A", "x", "y", "Giấy khen"), (2,)), ("sheet-row-odd", "error", 3)),
        (
            (HEADER, PEOPLE[0], (2, None, "Hội viên", "Xã A", "Giấy khen", "1/QĐ-CTĐ", "")),
            ("sheet-row-odd", "error", 3),
        ),
        ((HEADER, PEOPLE[0], PEOPLE[0]), ("sheet-row-odd", "warning", 3)),
        ((HEADER, PEOPLE[0], (), PEOPLE[1]), ("sheet-row-odd", "hint", 3)),
        ((HEADER, (1, "=A2", "x", "y", "Giấy khen", "", "")), ("sheet-row-odd", "error", 2)),
        ((HEADER, (1, "A", "x", "y", "Giấy khen", "1/QĐ-CTĐ", 45667)), ("sheet-row-odd", "warning", 2)),
        ((HEADER, (1, "A", "x", "y", "#REF!", "1/QĐ-CTĐ", "")), ("sheet-row-odd", "error", 2)),
        ((HEADER, PEOPLE[0], (None, "B", "x", "y", "Giấy khen", "", ""), PEOPLE[1]), ("sheet-row-odd", "warning", 3)),
    ],
)
def test_an_odd_row_is_told_by_its_number(
    office: Settings, rows: tuple[Sequence[Cell], ...], expected: tuple[str, str, int]
) -> None:
    as_csv = any(len(row) == 1 for row in rows)
    name = "danh-sach.csv" if as_csv else "danh-sach.xlsx"
    raw = make_csv(*rows) if as_csv else make_xlsx(*rows)
    story = tell(office, LINK.replace("danh-sach.xlsx", name), name, raw)
    code, level, line = expected
    assert (code, level, name, line) in said(story)


def test_the_story_may_keep_the_original_to_itself(office: Settings) -> None:
    raw = make_xlsx((*HEADER, "Số CCCD"), (*PEOPLE[0], "001200000001"))
    kept = tell(office, "{khen-thuong: danh-sach.xlsx, không tải}", "danh-sach.xlsx", raw)
    assert (kept.attachments, kept.beside, said(kept)) == (
        (),
        ("tin-tuc/2025/2025-01-16-khen-thuong/danh-sach.xlsx",),
        [],
    )
    assert "001200000001" not in shown(kept, office)
    assert "CCCD" not in shown(kept, office)
    offered = tell(office, "{khen-thuong: danh-sach.xlsx}", "danh-sach.xlsx", raw)
    assert ("private-id", "error", "danh-sach.xlsx", 1) in said(offered)
    assert [name for name, _ in offered.attachments] == ["danh-sach.xlsx"]


def test_a_setting_keeps_every_original(office: Settings) -> None:
    story = tell(replace(office, offer_sheets=False), LINK, "danh-sach.xlsx", make_xlsx(HEADER, *PEOPLE))
    assert (story.attachments, len(story.facts.awards)) == ((), 3)
    assert list(check_references(story, {})) == []
    assert shown(story, office).startswith("<p>Danh sách khen thưởng</p>\n")


def test_a_sheet_that_lists_no_awards_stays_an_attachment(office: Settings) -> None:
    raw = make_xlsx(("STT", "Họ và tên", "Số lần hiến"), (1, "Bà Nông Thị Vỹ", 3))
    story = tell(office, "[Kết quả hiến máu](ket-qua.xlsx)", "ket-qua.xlsx", raw)
    assert story.document.blocks == (Paragraph(("[Kết quả hiến máu](ket-qua.xlsx)",), 4),)
    assert (story.facts.awards, said(story), len(story.attachments)) == ((), [], 1)


def test_what_cannot_be_read_is_told_and_a_missing_file_too(office: Settings) -> None:
    broken = tell(office, LINK, "danh-sach.xlsx", b"PK not a workbook")
    assert said(broken) == [("sheet-unreadable", "error", "danh-sach.xlsx", 1)]
    gone = tell(office, "{khen-thuong: khong-co.xlsx}", "danh-sach.xlsx", b"")
    assert said(gone) == [("attachment-missing", "error", "", 4)]


def test_formulas_and_markup_in_cells_are_text(office: Settings) -> None:
    hostile = ("+cmd|' /C calc'!A0", "[x](javascript:alert(1))", "<b>x</b>", "**a**", "@SUM(A1)")
    rows = [(i, *[text] * 6) for i, text in enumerate(hostile, start=1)]
    story = tell(office, LINK, "danh-sach.xlsx", make_xlsx(HEADER, *rows))
    assert [a.who for a in story.facts.awards] == list(hostile)
    assert "<td>[x](javascript:alert(1))</td><td>" in shown(story, office)
    assert "<td>&lt;b&gt;x&lt;/b&gt;</td><td>" in shown(story, office)


def test_a_sheet_is_written_back_as_it_was_typed(office: Settings) -> None:
    for line in (LINK, "{khen-thuong: danh-sach.xlsx}", "{khen-thuong: danh-sach.xlsx, không tải}"):
        story = tell(office, line, "danh-sach.xlsx", make_xlsx(HEADER, *PEOPLE))
        assert isinstance(story.document.blocks[0], AwardSheet)
        assert write_document(story.document) == f"{line}\n"
