"""What a build writes, refused where two collide or a path leaves the output folder."""

from __future__ import annotations

import re
from pathlib import PureWindowsPath

import pytest

from newsroom.engine import anew
from newsroom.engine.lengths import count_room
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


DEEP = PureWindowsPath("C:/Users/Nguyễn Thị Hồng/Documents/Trang tin của Hội")
ROOM = count_room(DEEP / "output", DEEP / ".cache/dung/0123456789ab/stage")
MOVE = "hoặc chuyển cả thư mục trang tin đến gần gốc ổ đĩa hơn, ví dụ D:\\trang-tin."


def story_page(slug: str) -> TemplateOutput:
    path = f"tin-tuc/2023/{slug}/index.html"
    return TemplateOutput(path, "story", lambda: None, about=f"tin-tuc/2023/{slug}/index.md")


def test_windows_takes_259_characters_with_the_folder_and_the_stage_is_the_deeper_one() -> None:
    assert (
        259 - len(r"C:\Users\Nguyễn Thị Hồng\Documents\Trang tin của Hội\.cache\dung\0123456789ab\stage" + "\\") == ROOM
    )
    fits = CopyOutput("a/" + "x" * (ROOM - len("a/.pdf")) + ".pdf", "tin-tuc/a/x.pdf")
    longer = CopyOutput("a/" + "x" * (ROOM - len("a/.pdf") + 1) + ".pdf", "tin-tuc/a/x.pdf")
    assert check_outputs([fits, longer]) == check_outputs([fits], room=ROOM) == []
    assert [str(fault) for fault in check_outputs([longer], room=ROOM)] == [
        f"Đường dẫn {longer.path} (tệp tin-tuc/a/x.pdf) dài hơn mức Windows cho phép 1 ký tự. "
        f"Hãy đặt tên tệp ngắn hơn, {MOVE}"
    ]


def test_a_story_whose_folder_windows_could_not_make_is_named_with_the_remedy() -> None:
    least = ROOM - 12 - len("tin-tuc/2023/")  # a folder needs room for a file's short name
    fits, longer = story_page("b" * least), story_page("b" * (least + 1))
    assert check_outputs([fits], room=ROOM) == []
    assert [str(fault) for fault in check_outputs([longer], room=ROOM)] == [
        f"Đường dẫn {longer.path} (bài {longer.about}) dài hơn mức Windows cho phép 1 ký tự. "
        f"Hãy đặt tên thư mục bài, hoặc dòng “Slug:” ở đầu bài, ngắn hơn, {MOVE}"
    ]
    many = [story_page(f"{number:02}" + "b" * least) for number in range(12)]
    (fault,) = check_outputs(many, room=ROOM)
    assert fault.fault.startswith("Thư mục trang tin nằm quá sâu: 12 tệp có đường dẫn dài hơn mức Windows cho phép, ")


def test_a_path_that_is_too_long_refuses_the_build_before_anything_is_written(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.tell("2023-01-06-" + "dai" * 30, "Bài A")
    monkeypatch.setattr(anew, "find_room", lambda workshop: 100)
    page, card = site.refuse()
    assert page.startswith(f"Đường dẫn tin-tuc/2023/{'dai' * 30}/index.html (bài tin-tuc/2023/2023-01-06-dai")
    assert "(ảnh giới thiệu bài do chương trình vẽ)" in card
    assert not site.output.exists()
    monkeypatch.undo()
    site.build()


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
