"""Which files of content/ are stories, and which are nobody's."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

import newsroom.engine.scan as scanning
from newsroom.engine.scan import Source, scan


def lay(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")
    return root


def test_stories_and_pages_are_known_by_their_folders(tmp_path: Path) -> None:
    content = lay(
        tmp_path,
        "tin-tuc/2023/2023-01-06-hop/index.md",
        "tin-tuc/2023/2023-01-06-hop/anh.jpg",
        "tin-tuc/tin-le.md",
        "trang/gioi-thieu.md",
        "trang/con/sau.md",
        "doc-toi.md",
    )
    assert scan(content).sources == (
        Source("doc-toi.md", None),
        Source("tin-tuc/2023/2023-01-06-hop/index.md", "story"),
        Source("tin-tuc/tin-le.md", "story"),
        Source("trang/con/sau.md", None),
        Source("trang/gioi-thieu.md", "page"),
    )
    assert scan(content).others == ("tin-tuc/2023/2023-01-06-hop/anh.jpg",)


def test_what_editors_and_desktops_leave_behind_counts_for_nothing(tmp_path: Path) -> None:
    content = lay(
        tmp_path,
        "tin-tuc/.DS_Store",
        "tin-tuc/._bai.md",
        "tin-tuc/bai.md~",
        "tin-tuc/~$bang.docx",
        "tin-tuc/Thumbs.db",
        "tin-tuc/desktop.ini",
        ".env",
        ".git/config.md",
    )
    assert scan(content).sources == scan(content).others == ()


def test_links_are_not_followed_so_a_loop_ends_and_nothing_outside_is_read(tmp_path: Path) -> None:
    content = lay(tmp_path / "content", "tin-tuc/bai.md")
    lay(tmp_path, "ngoai.md")
    (content / "tin-tuc" / "vong").symlink_to(content / "tin-tuc", target_is_directory=True)
    (content / "tin-tuc" / "la.md").symlink_to(tmp_path / "ngoai.md")
    found = scan(content)
    assert [source.name for source in found.sources] == ["tin-tuc/bai.md", "tin-tuc/la.md"]
    assert found.sources[1].fault == "Tệp này là một liên kết (symlink), không phải tệp thật."
    assert found.others == ("tin-tuc/vong",)


def test_a_junction_of_windows_is_a_link_and_a_folder_of_onedrive_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = lay(tmp_path, "tin-tuc/bai/index.md", "tin-tuc/may/index.md", "tin-tuc/noi/index.md")
    tags, is_junction = {"noi": 0xA0000003, "may": 0x9000301A}, scanning.is_junction

    def look(entry: os.DirEntry[str]) -> bool:
        found = SimpleNamespace(st_reparse_tag=tags.get(entry.name, 0))
        return is_junction(cast("os.DirEntry[str]", SimpleNamespace(stat=lambda follow_symlinks: found)))

    assert len(scan(content).sources) == 3
    with monkeypatch.context() as windows:
        windows.setattr(scanning, "_JUNCTIONS", True)
        assert len(scan(content).sources) == 3
        windows.setattr(scanning, "is_junction", look)
        found = scan(content)
    assert [source.name for source in found.sources] == ["tin-tuc/bai/index.md", "tin-tuc/may/index.md"]
    assert found.links == {"tin-tuc/noi"}


def test_a_pipe_or_a_locked_file_is_never_waited_for(tmp_path: Path) -> None:
    content = lay(tmp_path, "tin-tuc/khoa.md")
    (content / "tin-tuc/khoa.md").chmod(0)
    os.mkfifo(content / "tin-tuc/ong.md")
    assert [source.fault for source in scan(content).sources] == [
        "Tệp này không cho đọc.",
        "Đây không phải là một tệp thường.",
    ]
