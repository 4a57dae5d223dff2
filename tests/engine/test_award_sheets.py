"""Award sheets in a whole build: faults are told with file and row; an edit of a sheet rebuilds what shows it."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.sheets.office import HEADER, PEOPLE, make_csv, make_xlsx
from tests.sites import Site

FOLDER = "content/tin-tuc/2023/2023-01-16-khen-thuong"


def fill(site: Site, name: str, raw: bytes) -> Path:
    site.tell("2023-01-16-khen-thuong", "Khen thưởng", "2023-01-16", f"Lời dẫn.\n\n[Danh sách khen thưởng]({name})")
    sheet = site.root / FOLDER / name
    sheet.write_bytes(raw)
    return sheet


def bomb(folder: Path) -> bytes:
    path = folder / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 400_000_000)
    return path.read_bytes()


LOST = make_csv(HEADER, *PEOPLE).replace("ễ".encode(), b"?").replace("ị".encode(), b"?").replace("ọ".encode(), b"?")


@pytest.mark.parametrize(
    ("name", "raw", "place"),
    [
        ("khen-thuong.csv", make_csv(HEADER, PEOPLE[0], (2, "Ông Lý Văn Dũ")), "khen-thuong.csv, dòng 3"),
        ("khen-thuong.csv", make_csv(HEADER, PEOPLE[0]) + b'2;"Ong;x;y;z;t;u\n', "khen-thuong.csv, dòng 3"),
        ("khen-thuong.csv", "STT;Họ tên;Đơn vị;Hình thức\n1;Đỗ Ân;Xã Á;Giấy khen\n".encode("cp1258", "replace"), ""),
        ("khen-thuong.csv", LOST, "khen-thuong.csv, dòng 1"),
        (
            "khen-thuong.xlsx",
            make_xlsx(HEADER, (1, "=B9", "x", "y", "Giấy khen", "1/QĐ", 45667)),
            "khen-thuong.xlsx, dòng 2",
        ),
        ("khen-thuong.xlsx", None, "khen-thuong.xlsx, dòng 1"),
    ],
)
def test_a_faulty_sheet_refuses_a_strict_build_with_its_name_and_row(
    site: Site, tmp_path: Path, name: str, raw: bytes | None, place: str
) -> None:
    fill(site, name, bomb(tmp_path) if raw is None else raw)
    faults = site.refuse(NEWSROOM_STRICT=True)
    assert any(fault.startswith(f"{FOLDER}/{place or name}") for fault in faults), faults


def test_an_edit_of_a_sheet_is_on_the_page_and_in_the_roll(site: Site) -> None:
    sheet = fill(site, "danh-sach.xlsx", make_xlsx(HEADER, *PEOPLE))
    site.build()
    sheet.write_bytes(
        make_xlsx(
            HEADER, *PEOPLE, (4, "Ông Vương Đình Cẩn", "", "Xã Ea Tân", "Giấy khen", "9/QĐ-CTĐ", date(2025, 1, 9))
        )
    )
    site.build()
    files = site.files()
    assert "Vương Đình Cẩn" in files["tin-tuc/2023/khen-thuong/index.html"].decode()
    assert "Vương Đình Cẩn" in files["khen-thuong/2025/index.html"].decode()
    assert files["tin-tuc/2023/khen-thuong/danh-sach.xlsx"] == sheet.read_bytes()


def test_a_sheet_kept_at_home_is_not_published_but_still_followed(site: Site) -> None:
    sheet = fill(site, "danh-sach.xlsx", make_xlsx(HEADER, *PEOPLE[:1]))
    site.tell("2023-01-16-khen-thuong", "Khen thưởng", "2023-01-16", "{khen-thuong: danh-sach.xlsx, không tải}")
    site.build()
    sheet.write_bytes(make_xlsx(HEADER, *PEOPLE))
    site.build()
    files = site.files()
    assert not [path for path in files if path.endswith(".xlsx")]
    assert "Lý Văn Dũ" in files["tin-tuc/2023/khen-thuong/index.html"].decode()
