"""Spreadsheets become grids of clean text; what could harm is refused before anything opens it."""

from __future__ import annotations

import contextlib
import struct
import tempfile
import time
import unicodedata
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.sheets import SheetFault, Workbook, read_sheet
from tests.sheets.office import HEADER, PEOPLE, make_csv, make_xlsx, save

URN = "urn:oasis:names:tc:opendocument:xmlns:"
OLD = Path(__file__).parent / "danh-sach.xls"
ROWS = (("STT", "Họ và tên", "Ngày"), ("1", "Nông Thị Vỹ", "03/01/2025"))


def read(folder: Path, name: str, raw: bytes) -> Workbook:
    path = folder / name
    path.write_bytes(raw)
    return read_sheet(path)


def why(folder: Path, name: str, raw: bytes) -> SheetFault:
    with pytest.raises(SheetFault) as caught:
        read(folder, name, raw)
    return caught.value


def test_cells_read_as_a_reader_sees_them(tmp_path: Path) -> None:
    book = read(tmp_path, "a.xlsx", make_xlsx((1, 1.0, 3.5, True, date(2025, 1, 3), "  a\n b "), (None,) * 6))
    assert book.grids[0].rows == (("1", "1", "3,5", "có", "03/01/2025", "a b"),)


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_csv_of_any_office_reads_the_same(tmp_path: Path, delimiter: str, encoding: str) -> None:
    (grid,) = read(tmp_path, "a.csv", make_csv(*ROWS, delimiter=delimiter, encoding=encoding)).grids
    assert (grid.rows, grid.notices) == (ROWS, ())


def test_csv_saved_by_excel_as_ansi_is_read_and_reported(tmp_path: Path) -> None:
    text = make_csv(*ROWS, encoding="utf-8").decode("utf-8")
    (grid,) = read(tmp_path, "a.csv", b"".join(map(write_1258, text))).grids
    assert grid.rows == ROWS
    assert [(n.code, n.level) for n in grid.notices] == [("encoding-unreadable", "error")]


def write_1258(letter: str) -> bytes:
    """A letter in Windows-1258: the base letter, then the tone as a mark of its own."""
    try:
        return letter.encode("cp1258")
    except UnicodeEncodeError:
        base, *marks = unicodedata.normalize("NFD", letter)
        tones = [m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323"]
        hats = [m for m in marks if m not in tones]
        return unicodedata.normalize("NFC", base + "".join(hats)).encode("cp1258") + "".join(tones).encode("cp1258")


def test_decomposed_letters_are_joined_and_told_once(tmp_path: Path) -> None:
    (grid,) = read(
        tmp_path, "a.xlsx", make_xlsx(*[[unicodedata.normalize("NFD", c) for c in row] for row in ROWS])
    ).grids
    assert grid.rows == ROWS
    assert [(n.code, n.line) for n in grid.notices] == [("unicode-decomposed", 1)]


def test_a_quote_that_never_closes_is_named_with_its_line(tmp_path: Path) -> None:
    fault = why(tmp_path, "a.csv", 'STT;Tên\n1;A\n2;"B\n3;C\n'.encode())
    assert (fault.code, fault.row) == ("sheet-unreadable", 3)


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Nháp").sheet_state = "hidden"
    found = read(tmp_path, "a.xlsx", save(book))
    assert (len(found.grids), found.hidden) == (1, ("Nháp",))


def test_a_formula_without_its_result_is_known(tmp_path: Path) -> None:
    (grid,) = read(tmp_path, "a.xlsx", make_xlsx(("Tên", "=1+1"), ("A", 2))).grids
    assert grid.formulas == {(1, 1)}


def test_an_old_workbook_reads_like_a_new_one(tmp_path: Path) -> None:
    new = read(tmp_path, "a.xlsx", make_xlsx(HEADER, *PEOPLE))
    assert read_sheet(OLD).grids[0].rows == new.grids[0].rows


def open_cell(cell: tuple[str, str]) -> str:
    return f'<table:table-cell office:value-type="{cell[0]}><text:p>{cell[1]}</text:p></table:table-cell>'


def test_an_open_document_reads_like_a_workbook(tmp_path: Path) -> None:
    typed = (
        [('string"', heading) for heading in ROWS[0]],
        [('float" office:value="1"', "1"), ('string"', "Nông Thị Vỹ"), ('date" office:date-value="2025-01-03"', "x")],
    )
    cells = "".join(f"<table:table-row>{''.join(map(open_cell, row))}</table:table-row>" for row in typed)
    names = "".join(f' xmlns:{n}="{URN}{n}:1.0"' for n in ("office", "table", "text"))
    content = (
        f"<office:document-content{names}><office:body><office:spreadsheet>"
        f'<table:table table:name="Danh sách">{cells}<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    ).encode()
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'<manifest:manifest xmlns:manifest="{URN}manifest:1.0"/>'.encode()
    raw = zipped(mimetype=mime, **{"META-INF__manifest.xml": manifest, "content.xml": content})
    (grid,) = read(tmp_path, "a.ods", raw).grids
    assert (grid.name, grid.rows) == ("Danh sách", ROWS)


def test_the_bytes_say_the_kind_not_the_name(tmp_path: Path) -> None:
    assert read(tmp_path, "a.xls", make_xlsx(*ROWS)).grids[0].rows == ROWS
    assert why(tmp_path, "b.xls", b"<table><tr><td>STT</td></tr></table>").code == "sheet-unreadable"


def zipped(**parts: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return made.getvalue()


def lying_bomb() -> bytes:
    """A part of 90 MB that both directories of the archive call one byte long."""
    raw = bytearray(zipped(**{"xl__worksheets__sheet1.xml": b"0" * 90_000_000}))
    for at, offset in ((raw.find(b"PK\x03\x04"), 22), (raw.find(b"PK\x01\x02"), 24)):
        struct.pack_into("<I", raw, at + offset, 1)
    return bytes(raw)


def far_cell() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active["XFD1048576"] = 1
    return save(book)


def old_with(record: bytes) -> bytes:
    """The old workbook with its last records written over."""
    raw = bytearray(OLD.read_bytes())
    at = raw.find(b"\x09\x08\x10\x00\x00\x06\x10\x00")
    raw[at + 20 : at + 20 + len(record)] = record
    return bytes(raw)


def named_like(name: str) -> bytes:
    """The old workbook with its stream under another name: what a lock or a macro leaves in the directory."""
    raw = bytearray(OLD.read_bytes())
    at = raw.find("Workbook".encode("utf-16-le"))
    raw[at : at + 66] = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    return bytes(raw)


@pytest.mark.parametrize(
    ("name", "raw", "code"),
    [
        ("bomb.xlsx", lambda: zipped(**{"xl__worksheets__sheet1.xml": b"0" * 210_000_000}), "sheet-refused"),
        ("lie.xlsx", lying_bomb, "sheet-unreadable"),
        ("far.xlsx", far_cell, "sheet-refused"),
        ("far.xls", lambda: old_with(struct.pack("<HHHH", 0x00FD, 10, 65535, 255) + bytes(6)), "sheet-refused"),
        ("macro.xlsm", lambda: make_xlsx(*ROWS), "sheet-refused"),
        ("macro.xlsx", lambda: zipped(**{"xl__vbaProject.bin": b"x"}), "sheet-refused"),
        ("locked.xls", lambda: old_with(struct.pack("<HHHH", 0x002F, 4, 1, 1)), "sheet-unreadable"),
        ("locked.xlsx", lambda: named_like("EncryptedPackage"), "sheet-unreadable"),
        ("macro.xls", lambda: named_like("_VBA_PROJECT_CUR"), "sheet-refused"),
        ("cut.xlsx", lambda: make_xlsx(*ROWS)[:-900], "sheet-unreadable"),
        ("cut.xls", lambda: OLD.read_bytes()[:700], "sheet-unreadable"),
        ("empty.xlsx", lambda: b"", "sheet-unreadable"),
        ("long.csv", lambda: b"a;b\n" * 70_000, "sheet-refused"),
        ("photo.csv", lambda: bytes(range(256)) * 9, "sheet-unreadable"),
    ],
)
def test_hostile_files_are_refused_in_a_sentence_and_soon(tmp_path: Path, name: str, raw: object, code: str) -> None:
    made = raw()  # type: ignore[operator]
    begun = time.perf_counter()
    assert why(tmp_path, name, made).code == code
    assert time.perf_counter() - begun < 2


def test_repeated_cells_of_an_open_document_do_not_unfold(tmp_path: Path) -> None:
    row = b'<table:table-row table:number-rows-repeated="900000"><table:table-cell office:value-type="string"/>'
    content = b"<office:body><table:table>" + row + b"</table:table-row></table:table></office:body>"
    mime = b"application/vnd.oasis.opendocument.spreadsheet"
    assert why(tmp_path, "a.ods", zipped(mimetype=mime, **{"content.xml": content})).code == "sheet-refused"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from([make_xlsx(HEADER, *PEOPLE), OLD.read_bytes()]), st.data())
def test_damage_anywhere_is_a_fault_or_a_grid_and_nothing_else(raw: bytes, data: st.DataObject) -> None:
    broken = bytearray(raw)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(1, len(raw)))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "damaged.xlsx")
        path.write_bytes(broken[:cut])
        with contextlib.suppress(SheetFault):
            assert isinstance(read_sheet(path), Workbook)
