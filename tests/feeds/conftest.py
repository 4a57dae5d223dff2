"""Stories, photos and settings for the feeds' tests."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from newsroom.feeds import plan_feeds
from newsroom.model import Derivative, Document, Head, News, Paragraph, Picture, Story
from newsroom.settings import Settings, read_settings
from newsroom.text.dates import ZONE
from newsroom.views import BytesOutput, unbundle

NAMESPACE = uuid.UUID("7b2c9a52-5a0e-5f0c-9a8f-3d9f6c1e4b77")

MakeStory = Callable[..., Story]
MakeFeeds = Callable[..., dict[str, bytes]]
MakePicture = Callable[[str], Picture]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return read_settings(
        {
            "PATH": str(tmp_path / "content"),
            "OUTPUT_PATH": str(tmp_path / "output"),
            "THEME": str(tmp_path / "theme"),
            "NEWSROOM_ADDRESS": "https://chuthapdo.example.vn",
            "NEWSROOM_NAME": "Hội Chữ thập đỏ tỉnh Hải Lâm",
            "NEWSROOM_DESCRIPTION": "Tin tức của Hội Chữ thập đỏ tỉnh Hải Lâm.",
            "NEWSROOM_FEED_NAMESPACE": str(NAMESPACE),
            "NEWSROOM_NOW": "2026-01-31",
        }
    )


@pytest.fixture
def make_story() -> MakeStory:
    """A story of one paragraph; any part of its head or of itself can be given."""

    def make(name: str = "tet-nhan-ai", text: str = "Chiều nay, Hội trao quà Tết.", **given: object) -> Story:
        moment = given.pop("date", datetime(2023, 1, 6, 15, 30, tzinfo=ZONE))
        assert isinstance(moment, datetime)
        parts = {key: given.pop(key) for key in ("id", "pictures", "document") if key in given}
        head = Head(title="Tết Nhân ái ở Đông Hà Mới", date=moment)
        story = Story(
            source=f"tin-tuc/{moment.year}/{name}/index.md",
            kind="story",
            head=replace(head, **given),  # type: ignore[arg-type]
            document=Document((Paragraph((text,), 1),)),
            slug=name,
            address=f"/tin-tuc/{moment.year}/{name}/",
            id=str(uuid.uuid5(NAMESPACE, name)),
        )
        return replace(story, **parts)  # type: ignore[arg-type]

    return make


@pytest.fixture
def make_picture(settings: Settings) -> MakePicture:
    """A picture whose derivatives lie in the cache, as they do when a feed is made."""

    def make(stem: str) -> Picture:
        folder = settings.cache / "anh"
        folder.mkdir(parents=True, exist_ok=True)
        files = tuple(
            Derivative(f"{stem}-0a1b2c-{width}.jpg", width, width * 3 // 4, "jpeg") for width in (400, 800, 1600)
        )
        for file in files:
            Image.linear_gradient("L").resize((file.width, file.height)).save(folder / file.name)
        return Picture(f"tin-tuc/2023/tet-nhan-ai/{stem}.jpg", "0a1b2c", 4000, 3000, files, "4x3")

    return make


@pytest.fixture
def make_feeds(settings: Settings) -> MakeFeeds:
    """Path → bytes of every feed of these stories, given newest first."""

    def make(*stories: Story, settings: Settings = settings) -> dict[str, bytes]:
        news = News(stories, (), (), (), date(2026, 1, 31))
        outputs = list(unbundle(plan_feeds(news, settings)))
        return {output.path: output.make() for output in outputs if isinstance(output, BytesOutput)}

    return make
