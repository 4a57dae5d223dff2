"""A plugin that cannot be had refuses the build, and all of them are named together."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import newsroom
from newsroom.engine.plugins import load_plugins
from tests.sites import Site


@pytest.fixture
def ours(tmp_path: Path) -> Iterator[Path]:
    """A folder in which plugins of the newsroom are looked for."""
    newsroom.__path__.append(str(tmp_path))
    yield tmp_path
    newsroom.__path__.remove(str(tmp_path))
    for name in [name for name in sys.modules if name.startswith("newsroom.thu_")]:
        del sys.modules[name]


def test_every_plugin_that_cannot_be_had_is_named_in_one_go(ours: Path) -> None:
    (ours / "thu_tot.py").write_text("def register(): pass\n", encoding="utf-8")
    (ours / "thu_thieu.py").write_text("import goi_khong_co\n", encoding="utf-8")
    (ours / "thu_hong.py").write_text("1 / 0\n", encoding="utf-8")
    (ours / "thu_cam.py").write_text("def register(): raise RuntimeError('không được')\n", encoding="utf-8")
    (ours / "thu_trong.py").write_text("", encoding="utf-8")
    names = ["tot", "thieu", "hong", "cam", "trong", "khong_co"]
    plugins, faults = load_plugins([*(f"newsroom.thu_{name}" for name in names), "sitemap"])
    remedy = "Hãy sửa PLUGINS trong tệp cài đặt hoặc cài lại phần mở rộng đó."
    assert [plugin.__name__ for plugin in plugins] == ["newsroom.thu_tot"]
    assert [str(fault) for fault in faults] == [
        "Không nạp được phần mở rộng “newsroom.thu_thieu” (ModuleNotFoundError: No module named 'goi_khong_co'). "
        + remedy,
        f"Không nạp được phần mở rộng “newsroom.thu_hong” (ZeroDivisionError: division by zero). {remedy}",
        f"Phần mở rộng “newsroom.thu_cam” không đăng ký được (RuntimeError: không được). {remedy}",
        "Phần mở rộng “newsroom.thu_trong” không đăng ký được (AttributeError: module 'newsroom.thu_trong' "
        f"has no attribute 'register'). {remedy}",
        "Không nạp được phần mở rộng “newsroom.thu_khong_co” (ModuleNotFoundError: No module named "
        f"'newsroom.thu_khong_co'). {remedy}",
        "Phần mở rộng “sitemap” dựa vào các bước của Pelican mà trang tin này không dùng. Hãy bỏ tên đó khỏi PLUGINS.",
    ]


def test_faults_of_settings_and_plugins_are_named_together_and_nothing_is_written(site: Site) -> None:
    faults = site.refuse(PLUGINS=["newsroom.khong_co", "sitemap"], NEWSROOM_NAM="x")
    assert faults[0] == (
        "pelicanconf.py: Không có cài đặt NEWSROOM_NAM; có phải là NEWSROOM_NAME? Hãy sửa lại tệp cài đặt rồi chạy lại."
    )
    assert [fault.split("”")[0] for fault in faults[1:]] == [
        "Không nạp được phần mở rộng “newsroom.khong_co",
        "Phần mở rộng “sitemap",
    ]
    assert not site.output.exists()
    assert not site.cache.exists()
