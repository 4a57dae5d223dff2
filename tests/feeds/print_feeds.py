"""Print every feed of twelve stories: run by test_same_bytes.py as on other machines."""

from __future__ import annotations

import sys
import uuid
from datetime import date, datetime, timedelta
from pathlib import Path

from newsroom.feeds import plan_feeds
from newsroom.model import Document, Head, News, Paragraph, Story
from newsroom.settings import read_settings
from newsroom.text.dates import ZONE
from newsroom.views import BytesOutput, unbundle

CATEGORIES = ("Hiến máu", "Nhân đạo", "Thông báo")
NAMESPACE = uuid.UUID("7b2c9a52-5a0e-5f0c-9a8f-3d9f6c1e4b77")
TAGS = ("Tết", "Đắk Hà", "hiến máu", "hiền mẫu", "Ủng hộ")


def main(folder: Path) -> None:
    settings = read_settings(
        {
            "PATH": str(folder / "content"),
            "OUTPUT_PATH": str(folder / "output"),
            "THEME": str(folder / "theme"),
            "NEWSROOM_ADDRESS": "https://chuthapdo.example.vn",
            "NEWSROOM_NAME": "Hội Chữ thập đỏ tỉnh Hải Lâm",
        }
    )
    stories = tuple(make_story(number) for number in range(12, 0, -1))
    for output in unbundle(plan_feeds(News(stories, (), (), (), date(2026, 1, 31)), settings)):
        assert isinstance(output, BytesOutput)
        sys.stdout.buffer.write(f"== {output.path}\n".encode() + output.make())


def make_story(number: int) -> Story:
    moment = datetime(2022, 6, 1, 7, 30, tzinfo=ZONE) + timedelta(days=40 * number)
    head = Head(
        title=f"Tin số {number} 🩸",
        date=moment,
        updated=moment + timedelta(hours=number),
        category=CATEGORIES[number % 3],
        tags=TAGS[number % 4 : number % 4 + 2],
        author="Mai Phương" if number % 2 else "",
        summary=f"Tóm tắt của tin số {number}.",
    )
    name = f"tin-so-{number}"
    return Story(
        source=f"tin-tuc/{moment.year}/{name}/index.md",
        kind="story",
        head=head,
        document=Document((Paragraph((f"Nội dung của tin số {number}.",), 1),)),
        slug=name,
        address=f"/tin-tuc/{moment.year}/{name}/",
        id=str(uuid.uuid5(NAMESPACE, name)),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
