"""Settings of an invented office for the tests of its site."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from newsroom.settings import Settings, read_settings
from tests.site.newsstand import THEME
from tests.site.sample import build_sample


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an invented office."""
    return read_settings(
        {
            "PATH": str(tmp_path / "content"),
            "OUTPUT_PATH": str(tmp_path / "output"),
            "THEME": str(THEME),
            "NEWSROOM_ADDRESS": "https://hoi.example.vn",
            "NEWSROOM_NAME": "Hội Chữ thập đỏ tỉnh Hải Lâm",
            "NEWSROOM_WORDMARK": ["Hội Chữ thập đỏ", "tỉnh Hải Lâm"],
            "NEWSROOM_DESCRIPTION": "Tin của Hội.",
            "NEWSROOM_MENU": [("Tin tức", "/tin-tuc/"), ("Hiến máu", "/chuyen-muc/hien-mau/")],
            "NEWSROOM_FRONT": ["Hiến máu"],
            "NEWSROOM_OFFICE": ["Số 12, đường Bờ Sông"],
            "NEWSROOM_PHONE": "0200 0000 123",
            "NEWSROOM_EMAIL": "vanphong@example.vn",
            "NEWSROOM_RESPONSIBLE": "Văn phòng tỉnh Hội",
            "NEWSROOM_NOW": "2023-02-01",
        }
    )


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The sample site's output folder, built once for all workers."""
    own = tmp_path_factory.getbasetemp()
    root = (own if worker_id == "master" else own.parent) / "mau"
    with FileLock(f"{root}.lock"):
        if not root.exists():
            build_sample(root)
    return root / "output"
