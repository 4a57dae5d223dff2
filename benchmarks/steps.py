"""What a story costs on its way from its file to its page and its entry in a feed: CPU of each step of a cold build.

    python benchmarks/steps.py [N] [--rounds R]

N stories of ``benchmarks/archive.py`` (500 without an argument), in one process, nothing else of a build around
them; of R rounds the best counts.  Photos are planned but not made.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "plugins")]

from decade.edits import Archive  # noqa: E402
from decade.sites import NEWSROOM, NOW, make_site  # noqa: E402
from markupsafe import Markup  # noqa: E402
from pelican.settings import read_settings as read_pelican  # noqa: E402

from newsroom.check import check_story  # noqa: E402
from newsroom.contents import contents_of  # noqa: E402
from newsroom.engine.kept import Kept, pack  # noqa: E402
from newsroom.engine.news import arrange  # noqa: E402
from newsroom.engine.records import make_record  # noqa: E402
from newsroom.engine.scan import scan  # noqa: E402
from newsroom.engine.stage import Stage  # noqa: E402
from newsroom.engine.surroundings import Surroundings  # noqa: E402
from newsroom.engine.templates import Templates  # noqa: E402
from newsroom.feeds.entries import read_entry  # noqa: E402
from newsroom.feeds.formats import ATOM  # noqa: E402
from newsroom.markup import read_story, render_body  # noqa: E402
from newsroom.settings import read_settings  # noqa: E402
from newsroom.site import stories as pages  # noqa: E402
from newsroom.site.edition import Edition  # noqa: E402
from newsroom.site.frame import site_view  # noqa: E402

Step = Callable[[Any], Any]


def main() -> None:
    """Lay out an archive, take its stories through every step, and print what each costs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="steps-") as base:
        folder = Path(base) / "site"
        archive = Archive(asked.stories)
        make_site(NEWSROOM, folder, archive.all(), archive.find)
        os.chdir(folder)
        best: dict[str, float] = {}
        for turn in range(asked.rounds):
            for name, cost in take_steps(folder, turn):
                best[name] = min(cost, best.get(name, cost))
    for name, cost in best.items():
        print(f"{name:44}{cost:7.3f} ms")
    print(f"{'together':44}{sum(best.values()):7.3f} ms")


def take_steps(folder: Path, turn: int) -> Iterator[tuple[str, float]]:
    """Every step for every story, with its milliseconds a story."""
    values = read_pelican("pelicanconf.py", {"NEWSROOM_NOW": NOW})
    settings = read_settings(values)
    found = scan(settings.content)
    around = Surroundings(settings.content, found, time.time_ns())
    kept = Kept(settings.cache)

    stories, cost = run(lambda source: read_story(settings.content / source.name, settings), found.sources)
    yield "read: text, head, document, facts", cost
    both = run(lambda source: check_story(read_story(settings.content / source.name, settings)), found.sources)[1]
    yield "check, right after reading", both - cost
    pairs = zip(found.sources, stories, strict=True)
    yield "record for the ledger", run(lambda pair: make_record(*pair, around), pairs)[1]
    yield "keep the document aside", run(lambda s: kept.put(s.source, pack(s.document)), stories)[1]
    yield "find it again, for page and for feed", 2 * run(lambda s: kept.find(s.source), stories)[1]

    news = arrange(stories, settings)
    edition, links = Edition(news, settings), contents_of(news).addresses
    bodies, cost = run(lambda s: render_body(s, links=links, target="page", settings=settings), news.stories)
    yield "body of the page", cost
    made: dict[str, Markup] = {story.source: body for story, body in zip(news.stories, bodies, strict=True)}
    pages.render_body = lambda story, **_: made[story.source]
    views, cost = run(lambda s: pages.make_story_view(edition, s), news.stories)
    pages.render_body = render_body
    yield "the rest of the view", cost
    templates = Templates(values, site_view(settings), "")
    templates.render("story", views[0])
    written, cost = run(lambda view: templates.render("story", view), views)
    yield "template", cost
    stage = Stage(folder / f"stage-{turn}", folder / "none")
    stage.open()
    yield "write the page", run(lambda n: stage.write(f"{n}/index.html", written[n]), range(len(written)))[1]

    plain = [story for story in news.stories if not story.lead_picture]
    entries, cost = run(lambda s: read_entry(s, links, settings), plain)
    yield "body and entry of the feed", cost
    pieces, cost = run(lambda entry: ATOM.save_piece(ATOM.write_piece(entry)), entries)
    yield "its XML", cost
    yield "pack it for the next build", run(lambda piece: zlib.compress(piece, 1), pieces)[1]


def run(step: Step, things: Iterable[Any]) -> tuple[list[Any], float]:
    """What a step gives for each thing, and its milliseconds of CPU for one."""
    things = list(things)
    began = time.process_time()
    results = [step(thing) for thing in things]
    return results, (time.process_time() - began) * 1000 / len(things)


if __name__ == "__main__":
    main()
