"""All feeds of an archive, cold, beside feedgen alone filled with the same finished entries; then one edit.

Usage: ``python benchmarks/feeds.py [stories]`` (10,000 stories without an argument).
CPU seconds, both in one run.  The goals: at most 1.5 times the floor, 200 MiB, and
100 ms for an archive of a year's 1,000 stories when one of them was edited.
"""

from __future__ import annotations

import sys
import tempfile
import uuid
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import process_time

from feedgen.feed import FeedGenerator

from newsroom.feeds import plan_feeds
from newsroom.feeds.entries import Entry, read_entry
from newsroom.feeds.plan import plan_channels
from newsroom.model import Document, Head, News, Paragraph, Pieces, Story
from newsroom.settings import Settings, read_settings
from newsroom.text.dates import ZONE
from newsroom.views import BytesOutput, unbundle

CATEGORIES = ("Tin tức", "Hiến máu", "Nhân đạo", "Khen thưởng", "Thông báo")
PARAGRAPH = (
    "Sáng nay, tại nhà văn hóa phường Đông Hà Mới, Hội Chữ thập đỏ tỉnh Hải Lâm tổ chức trao quà cho các hộ gia đình "
    "có hoàn cảnh khó khăn; mỗi suất quà gồm gạo, dầu ăn, chăn ấm và 500.000 đồng tiền mặt."
)
PER_DAY = 2


def main(count: int) -> None:
    """Print what our feeds and feedgen's floor cost."""
    with tempfile.TemporaryDirectory() as folder:
        settings = make_settings(Path(folder))
        stories = tuple(make_story(number) for number in range(count, 0, -1))
        news = News(stories, (), (), (), date(2026, 1, 31))
        ours, size = measure(
            output.make for output in unbundle(plan_feeds(news, settings)) if isinstance(output, BytesOutput)
        )
        peak = peak_mib()
        entries = {story.source: read_entry(story, {}, settings) for story in stories}
        writing, _ = measure(list_writers(stories, entries, settings))
        floor, floor_size = measure(list_floor(stories, entries, settings))
        print(f"{count} stories: every feed {ours:.2f} s CPU, {size / 2**20:.1f} MiB written, peak {peak:.0f} MiB")
        print(f"  bodies rendered before: {writing:.2f} s; feedgen alone: {floor:.2f} s, {floor_size / 2**20:.1f} MiB")
        print(f"  ratio {writing / floor:.2f}")
        planning, edited, members = measure_edit(settings)
        print(f"{members} stories of one year, one edited: planned in {planning * 1000:.0f} ms, ", end="")
        print(f"its archive written in {edited * 1000:.0f} ms CPU")


def measure_edit(settings: Settings, members: int = 1000) -> tuple[float, float, int]:
    """CPU seconds for planning all feeds, and for writing a year's archive of which one story is not remembered."""
    stories = tuple(replace(make_story(n, per_day=3), page_print=str(n)) for n in range(members, 0, -1))
    pieces = Remembered()
    write_year(stories, pieces, settings)
    edited = (replace(stories[0], page_print="edited"), *stories[1:])
    return *write_year(edited, pieces, settings), members


def write_year(stories: tuple[Story, ...], pieces: Pieces, settings: Settings) -> tuple[float, float]:
    started = process_time()
    news = News(stories, (), (), (), date(2026, 1, 31), pieces=pieces)
    (archive,) = (output for output in unbundle(plan_feeds(news, settings)) if output.path == "luu-tru/2010/atom.xml")
    planned = process_time()
    assert isinstance(archive, BytesOutput)
    archive.make()
    return planned - started, process_time() - planned


@dataclass
class Remembered:
    """Pieces in memory; the engine's lie in a file."""

    known: dict[str, bytes] = field(default_factory=dict)

    def expect(self, keys: Sequence[str]) -> None:
        """All of it is at hand."""

    def recall(self, key: str, make: Callable[[], bytes]) -> bytes:
        if key not in self.known:
            self.known[key] = make()
        return self.known[key]


def measure(makers: Iterable[Callable[[], bytes]]) -> tuple[float, int]:
    """CPU seconds and bytes of all feeds."""
    started = process_time()
    size = sum(len(make()) for make in makers)
    return process_time() - started, size


def list_writers(
    stories: tuple[Story, ...], entries: dict[str, Entry], settings: Settings
) -> Iterator[Callable[[], bytes]]:
    """Our feeds, filled with finished entries."""
    for channel, members, written in plan_channels(News(stories, (), (), (), date(2026, 1, 31)), settings):
        pieces = (written.write_piece(entries[story.source]) for story in members)
        yield partial(written.write_feed, channel, pieces)


def list_floor(
    stories: tuple[Story, ...], entries: dict[str, Entry], settings: Settings
) -> Iterator[Callable[[], bytes]]:
    """The same feeds as plain feedgen writes them: no photos, no archive links, no JSON."""
    for channel, members, _ in plan_channels(News(stories, (), (), (), date(2026, 1, 31)), settings):
        ready = [entries[story.source] for story in members]
        if channel.path.endswith("/rss.xml"):
            yield partial(write_plain_rss, ready, settings)
        elif channel.archive:
            yield partial(write_plain_atom, ready, settings)


def write_plain_rss(entries: list[Entry], settings: Settings) -> bytes:
    return bytes(fill_feedgen(entries, settings).rss_str(pretty=True))


def write_plain_atom(entries: list[Entry], settings: Settings) -> bytes:
    return bytes(fill_feedgen(entries, settings).atom_str(pretty=True))


def fill_feedgen(entries: list[Entry], settings: Settings) -> FeedGenerator:
    """feedgen as its manual shows it."""
    feed = FeedGenerator()
    feed.id(settings.address)
    feed.title(settings.name)
    feed.description(settings.name)
    feed.link(href=settings.address, rel="alternate")
    for entry in entries:
        made = feed.add_entry(order="append")
        made.id(entry.id)
        made.title(entry.title)
        made.link(href=entry.address)
        made.published(entry.published)
        made.updated(entry.updated)
        made.summary(entry.summary)
        made.content(entry.content, type="html")
        for name in entry.names:
            made.category(term=name)
    return feed


def make_settings(folder: Path) -> Settings:
    """Settings of an office whose folders are ``folder``'s."""
    return read_settings(
        {
            "PATH": str(folder / "content"),
            "OUTPUT_PATH": str(folder / "output"),
            "THEME": str(folder / "theme"),
            "NEWSROOM_ADDRESS": "https://chuthapdo.example.vn",
            "NEWSROOM_NAME": "Hội Chữ thập đỏ tỉnh Hải Lâm",
        }
    )


def make_story(number: int, per_day: int = PER_DAY) -> Story:
    """A story of about 3 kB without photos."""
    moment = datetime(2010, 1, 1, 8, tzinfo=ZONE) + timedelta(days=number // per_day, hours=number % per_day)
    name = f"tin-so-{number}"
    return Story(
        source=f"tin-tuc/{moment.year}/{name}/index.md",
        kind="story",
        head=Head(
            title=f"Trao quà Tết Nhân ái, đợt {number}",
            date=moment,
            category=CATEGORIES[number % len(CATEGORIES)],
            summary=PARAGRAPH[:120],
        ),
        document=Document(tuple(Paragraph((PARAGRAPH,), line) for line in range(1, 11))),
        slug=name,
        address=f"/tin-tuc/{moment.year}/{name}/",
        id=str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
    )


def peak_mib() -> float:
    """Largest resident size of this process so far; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
