"""What honours and tasks cost at 10,000 stories with 50,000 awards, beside all else that a cold build makes.

    python benchmarks/roll.py [--stories N]

One story in ten honours fifty people, one in five of them for the second time;
every year sets ten tasks, and one story in five reports on one.  Cold: every
page and download of the roll and of the tasks, against reading all stories and
making all pages and feeds (limit 10 %).  Edit: the look-ups that every build
makes, and the outputs whose inputs one changed award changes.  CPU seconds,
without the disk and without photos, of which these stories have none.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from jinja2 import Environment, FileSystemLoader

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.check import check_story  # noqa: E402
from newsroom.feeds import plan_feeds  # noqa: E402
from newsroom.markup import read_story  # noqa: E402
from newsroom.model import News, Story  # noqa: E402
from newsroom.settings import Settings, read_settings  # noqa: E402
from newsroom.site import plan_pages, site_view  # noqa: E402
from newsroom.site.edition import Edition  # noqa: E402
from newsroom.site.roll import plan_roll  # noqa: E402
from newsroom.site.tasks import plan_tasks  # noqa: E402
from newsroom.views import BytesOutput, TemplateOutput, unbundle  # noqa: E402

YEARS = range(2007, 2027)
FAMILY, MIDDLE, GIVEN = (
    "Nông Hồ Lò Vi Đinh Vương Lý Cao".split(),
    "Văn Thị Đức Mỹ Quốc".split(),
    "Vỹ Ẩn Sáo Dũ Én".split(),
)
PARAGRAPH = (
    "Sáng 18/01, Hội Chữ thập đỏ tỉnh tổ chức hội nghị với 187 đại biểu, trao 6.850 suất quà trị giá 5 tỷ đồng. "
)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=int, default=10_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        settings = make_settings(Path(folder))
        began = time.process_time()
        stories = tuple(tell(settings, number) for number in range(asked.stories))
        reading = time.process_time() - began
        templates = Environment(
            loader=FileSystemLoader(ROOT / "theme" / "templates"), autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        news = arrange(stories)
        everything = measure_all(news, settings, templates)
        awards = sum(len(story.facts.awards) for story in stories)
        print(f"{len(stories)} stories, {awards} awards")
        print(f"reading and checking {reading:.1f} s, pages and feeds {everything:.1f} s")
        cold, outputs = measure_cold(news, settings, templates)
        print(f"cold: {cold:.2f} s for {outputs} outputs, {100 * cold / (reading + everything):.1f} % of a cold build")
        look, made, count = measure_edit(stories, settings, templates)
        print(f"edit of one award: {look * 1000:.0f} ms to look, {made * 1000:.0f} ms for {count} outputs")


def make_settings(folder: Path) -> Settings:
    folders = {"PATH": str(folder / "content"), "OUTPUT_PATH": str(folder / "output"), "THEME": str(ROOT / "theme")}
    return read_settings({**folders, "NEWSROOM_ADDRESS": "https://example.org", "NEWSROOM_NAME": "Hội"})


def tell(settings: Settings, number: int) -> Story:
    """Write one story, read it and check it as a build does."""
    year = YEARS[number if number < len(YEARS) else number // 10 % len(YEARS)]
    head, body = f"Tiêu đề: Bài số {number}\nNgày: {year}-{1 + number % 12:02}-{1 + number % 28:02}\n", PARAGRAPH * 6
    if number < len(YEARS):
        head += f"nhiem-vu: {year}\n"
        body = "\n\n".join(f"{n}/ {PARAGRAPH}" for n in range(1, 11))
    elif number % 10 == 0:
        rows = (f"{n}/ Ông {name(number * 5 + n)} - Hội xã Ea Tân" for n in range(1, 51))
        body = "BẰNG KHEN CỦA UBND TỈNH\n\n* Cá nhân:\n\n" + "\n".join(rows)
    elif number % 5 == 1:
        body += f"\n\nĐã làm {{nhiem-vu: {year}/{1 + number % 9} đạt {number % 120} %}}."
    path = settings.content / "tin-tuc" / str(year) / f"bai-{number}" / "index.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"{head}\n{body}\n", encoding="utf-8", newline="\n")
    story = read_story(path, settings)
    check_story(story)
    return story


def name(serial: int) -> str:
    """A name; one in five has been there before."""
    person = serial if serial % 5 else serial // 3
    given = f"{GIVEN[person // 40 % 5]} {GIVEN[person // 200 % 5]}{person // 1000}"
    return f"{FAMILY[person % 8]} {MIDDLE[person // 8 % 5]} {given}"


def arrange(stories: Iterable[Story]) -> News:
    ordered = sorted(stories, key=lambda s: (str(s.head.date), s.slug), reverse=True)
    return News(tuple(ordered), (), (), (), date(2026, 12, 31))


def measure_all(news: News, settings: Settings, templates: Environment) -> float:
    """Seconds of making every page and feed."""
    began = time.process_time()
    outputs = [*unbundle(plan_pages(news, settings)), *unbundle(plan_feeds(news, settings))]
    make((o for o in outputs if isinstance(o, (TemplateOutput, BytesOutput))), settings, templates)
    return time.process_time() - began


def measure_cold(news: News, settings: Settings, templates: Environment) -> tuple[float, int]:
    """Seconds of everything that honours and tasks write."""
    began = time.process_time()
    outputs = plan(news, settings)
    make(outputs, settings, templates)
    return time.process_time() - began, len(outputs)


def measure_edit(stories: tuple[Story, ...], settings: Settings, templates: Environment) -> tuple[float, float, int]:
    """Seconds to plan again, and to make what one changed award changes."""
    before = {output.path: output.made_from for output in plan(arrange(stories), settings)}
    place = next(i for i, story in enumerate(stories) if story.facts.awards)
    path = settings.content / stories[place].source
    path.write_text(path.read_text(encoding="utf-8").replace("Ông ", "Bà ", 1), encoding="utf-8", newline="\n")
    edited = list(stories)
    edited[place] = read_story(path, settings)
    news = arrange(edited)
    began = time.process_time()
    outputs = plan(news, settings)
    looked = time.process_time()
    changed = [output for output in outputs if before[output.path] is None or before[output.path] != output.made_from]
    make(changed, settings, templates)
    return looked - began, time.process_time() - looked, len(changed)


def plan(news: News, settings: Settings) -> list[TemplateOutput | BytesOutput]:
    edition = Edition(replace(news), settings)
    return list(unbundle((*plan_roll(edition), *plan_tasks(edition))))


def make(outputs: Iterable[TemplateOutput | BytesOutput], settings: Settings, templates: Environment) -> None:
    """Make outputs and write them, as a build does."""
    site = site_view(settings)
    for output in outputs:
        if isinstance(output, BytesOutput):
            data = output.make()
        else:
            template = templates.get_template(f"{output.template}.html")
            data = template.render(site=site, view=output.make_view()).encode()
        place = settings.output / output.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)


if __name__ == "__main__":
    main()
