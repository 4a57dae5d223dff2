"""How fast office text becomes HTML, beside stock Python-Markdown on the same stories.

    python benchmarks/text.py [--rounds N] [--big MEGABYTES]

Three figures, in one run: cleaning + parsing + rendering against Python-Markdown
with ``extra`` (both reuse one instance; limit 1.3 times), all editorial checks
together (limit 2 ms a story), and one very long story (limits: linear time, 300 MiB).
"""

from __future__ import annotations

import argparse
import statistics
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import markdown

from newsroom.check import check_story
from newsroom.markup.document import parse_document
from newsroom.markup.head import parse_head
from newsroom.markup.render import render_body
from newsroom.model import Head, Story
from newsroom.settings import Settings, read_settings
from newsroom.text.cleaning import clean

PARAGRAPH = (
    "Năm 2023, Hội Chữ thập đỏ tỉnh vận động được 4.120 suất quà, trị giá 2.060.000.000 đồng, đạt 127 % kế hoạch; "
    "các cấp Hội tổ chức 21 lớp sơ cấp cứu cho 630 người, tiếp nhận **1.845 đơn vị máu** theo Kế hoạch 12/KH-CTĐ."
)
STORY = "\n\n".join(
    [
        "![Hội trường](hoi-truong.jpg)\nẢnh: Toàn cảnh hội nghị",
        PARAGRAPH,
        "Năm 2024 Hội đề ra các nhiệm vụ sau:",
        *(f"{n}/ {PARAGRAPH}" for n in range(1, 8)),
        "* Đối tượng:\n+ Người từ đủ 18 đến 60 tuổi;\n+ Cân nặng từ 42 kg.",
        PARAGRAPH,
        "                        Văn phòng tỉnh Hội",
    ]
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--big", type=float, default=5.0, help="megabytes of the long story")
    asked = parser.parse_args()
    settings = make_settings()
    raw = STORY.encode()
    stock = markdown.Markdown(extensions=["extra"])

    def ours() -> None:
        render_body(read(raw), links={}, target="page", settings=settings)

    def theirs() -> None:
        stock.reset()
        stock.convert(STORY)

    story = read(raw)
    times = in_turns(asked.rounds, {"ours": ours, "stock": theirs, "checks": lambda: check_story(story)})
    print(f"{len(raw)} bytes a story, median of {asked.rounds} rounds taken in turns")
    print(
        f"  clean + parse + render   {times['ours'] * 1e3:7.2f} ms"
        f"   {times['ours'] / times['stock']:.2f} × stock (limit 1.3)"
    )
    print(f"  Python-Markdown, extra   {times['stock'] * 1e3:7.2f} ms")
    print(f"  all checks together      {times['checks'] * 1e3:7.2f} ms   (limit 2 ms)")
    measure_long(asked.big, settings)


def measure_long(megabytes: float, settings: Settings) -> None:
    """Time of a long story and of half of it (linear: about 2), and its peak memory."""
    spent = []
    for part in (megabytes / 2, megabytes):
        raw = ("\n\n".join([STORY] * max(1, int(part * 1e6 / len(STORY.encode()))))).encode()
        before = time.process_time()
        render_body(read(raw), links={}, target="page", settings=settings)
        spent.append(time.process_time() - before)
    tracemalloc.start()
    render_body(read(raw), links={}, target="page", settings=settings)
    peak = tracemalloc.get_traced_memory()[1] / 2**20
    print(
        f"  one story of {len(raw) / 1e6:.1f} MB     {spent[1]:7.2f} s"
        f"    {spent[1] / spent[0]:.2f} × half of it (linear: 2)"
    )
    print(f"  its peak memory          {peak:7.0f} MiB  (limit 300)")


def in_turns(rounds: int, works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median CPU seconds of each work, one round of each after the other."""
    spent: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            before = time.process_time()
            work()
            spent[name].append(time.process_time() - before)
    return {name: statistics.median(values) for name, values in spent.items()}


def read(raw: bytes) -> Story:
    """A story as the reader makes it, without its photos."""
    source = clean(raw)
    parse_head(source.lines)
    document = parse_document([(i + 1, line) for i, line in enumerate(source.lines)])
    return Story("a.md", "story", Head(title="Bài đo"), document, "a", "/a/", "a", lines=source.lines)


def make_settings() -> Settings:
    """Settings of a site that is never built."""
    here = Path.cwd()
    folders = {"PATH": str(here / "content"), "OUTPUT_PATH": str(here / "output"), "THEME": str(here / "theme")}
    return read_settings({**folders, "NEWSROOM_ADDRESS": "https://example.vn", "NEWSROOM_NAME": "Hội"})


if __name__ == "__main__":
    main()
