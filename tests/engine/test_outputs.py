"""What a build writes, refused where two collide or a path leaves the output folder."""

from __future__ import annotations

from newsroom.engine.outputs import check_outputs
from newsroom.model import BytesOutput, CopyOutput, TemplateOutput
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
