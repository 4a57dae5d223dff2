"""What a build writes, refused where two collide or a path leaves the output folder."""

from __future__ import annotations

import re

import pytest

from newsroom.engine.outputs import check_outputs
from newsroom.errors import Refusal
from newsroom.views import BytesOutput, CopyOutput, TemplateOutput
from tests.sites import Site


def make() -> bytes:
    return b""


def faults(*outputs: BytesOutput | CopyOutput | TemplateOutput) -> list[str]:
    return [str(fault) for fault in check_outputs(outputs)]


def test_two_outputs_at_one_path_are_both_named_also_when_only_their_case_differs() -> None:
    assert faults(CopyOutput("a/x.pdf", "tin-tuc/a/X.pdf"), BytesOutput("a/X.pdf", make)) == [
        "Hai nguồn cùng ghi vào a/X.pdf: tệp tin-tuc/a/X.pdf và một tệp do chương trình viết. "
        "Hãy sửa phần mở rộng hoặc tệp giao diện tạo ra nó."
    ]


def test_a_path_cannot_be_a_file_and_a_folder() -> None:
    assert faults(BytesOutput("a", make), BytesOutput("a-b", make), BytesOutput("a/b/c", make)) == [
        "a vừa là tệp vừa là thư mục của a/b/c. Hãy sửa phần mở rộng hoặc tệp giao diện tạo ra nó."
    ]


def test_a_path_stays_inside_the_output_folder_and_is_an_address() -> None:
    paths = ["../thoat", "/etc/x", "a//b", "a/./b", "C:\\x", "a\\b", "ảnh.jpg", "a b", "x.", ".env", "", "a/"]
    assert [path for path in paths if not faults(BytesOutput(path, make))] == []
    assert faults(*(BytesOutput(path, make) for path in ["_headers", "a.b/c~d-e_f.html", "404.html"])) == []


def test_the_files_of_the_theme_are_published_but_not_what_desktops_leave_there(site: Site) -> None:
    site.write("theme/static/.DS_Store", "x")
    site.write("theme/static/css/~$base.css", "x")
    site.write("theme/static/css/moi.css", "p{}")
    site.build()
    files = site.files("output/theme")
    assert files["css/moi.css"] == b"p{}"
    assert not any("DS_Store" in path or "~" in path for path in files)


def test_a_style_sheet_is_published_with_the_sheets_that_it_imports_in_their_places(site: Site) -> None:
    site.write("theme/static/css/chu.css", "p{color:red}\n")
    site.write("theme/static/css/nen.css", '/* Nền. */\n@import "chu.css";\nb{}\n')
    away = '@import "chu.css" print;\n@import "https://a.vn/x.css";\n'
    site.write("theme/static/css/moi.css", f'{away}@import "nen.css";\ni{{}}\n')
    site.build()
    assert site.files("output/theme")["css/moi.css"] == f"{away}/* Nền. */\np{{color:red}}\nb{{}}\ni{{}}\n".encode()


def test_a_style_sheet_that_imports_nothing_or_itself_is_a_fault_of_the_site(site: Site) -> None:
    site.write("theme/static/css/moi.css", 'p{}\n@import "khac.css";\n')
    fault = "theme/static/css/moi.css, dòng 2: Tệp kiểu chữ này gọi đến khac.css, mà tệp đó không có trong giao diện."
    with pytest.raises(Refusal, match=re.escape(fault)):
        site.build()
    site.write("theme/static/css/khac.css", '@import "moi.css";\n')
    with pytest.raises(Refusal, match=r"gọi đến khac\.css, mà tệp đó đã gọi đến tệp này"):
        site.build()
