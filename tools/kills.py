"""Kill builds with SIGKILL at random moments: readers are served whole files, and the next build equals a clean one.

Usage: ``python -m tools.kills [KILLS] [--stories N] [--seed S]`` from the project's folder (``make kills``).

Each turn edits the site at random, has a clean build made aside by a process of its own, starts a build in
``output/`` (a preview: files put in their places, or the folder exchanged) or ``public/`` (strict), and kills it:
the whole process group, or its main process alone so that its workers live on; at a random moment, or just when
the switch has begun.  All the while a reader reads the output.  Held are:

- every file that the reader got, and every file that stands there after the kill, is one of the old output or of
  the new one, to the byte; a file of both is never missing; ``public/`` is all old or all new;
- the next build by a new process equals the clean one, file by file, and leaves nothing behind in the cache.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from pathlib import Path
from random import Random
from time import monotonic, sleep

from newsroom.engine.workshop import Workshop, find_workshop
from tests.engine.changes import Change
from tests.engine.office import Office
from tests.sites import NEWSROOM, environment, make_site

EDITS = ("title", "hour", "category", "tags", "author", "update", "summary", "opening", "ending", "lead")
CHANGES = (*EDITS, *EDITS, "photo", "attachment", "new story", "gone", "moved", "page")
MODES = {"preview": ("output", False), "preview, all pages": ("output", True), "strict": ("public", False)}
"""Name → folder, and whether a change is made that shows in every page."""

CLEAN, CLEAN_CACHE = "sach", ".cache-sach"
LASTING = frozenset({"lock", "made", "anh.txt", "so-cai.sqlite", "so-cai.seal", "manh.sqlite"})
"""What a finished build leaves in its corner of the cache."""

Files = Mapping[str, str]
"""Path → digest."""


@dataclass(eq=False)
class Reader(threading.Thread):
    """Reads a folder as a web server does, file by file, in no order, until it is told to stop.

    Attributes:
        wrong: what it got that it should not have.
        reads: how many files it got.
    """

    folder: Path
    old: Files
    new: Files
    wrong: list[str] = field(default_factory=list)
    reads: int = 0

    def __post_init__(self) -> None:
        super().__init__()
        self._over = threading.Event()
        self._dice = Random(0)

    def run(self) -> None:
        paths = sorted(self.old)
        while paths and not self._over.wait(0.001):
            path = self._dice.choice(paths)
            self.wrong += judge(path, digest_of(self.folder / path), self.old, self.new)
            self.reads += 1

    def stop(self) -> None:
        self._over.set()
        self.join()


@dataclass(frozen=True, slots=True)
class Kill:
    """What came of one turn.

    Attributes:
        when: seconds after the start, or empty where the build ended before.
        said: the last that the build said.
        found: which output stood there afterwards.
        wrong: what must not be.
    """

    mode: str
    whom: str
    when: str
    said: str
    found: str
    reads: int
    wrong: tuple[str, ...]


class Killing:
    """A site, and its two outputs as the last whole builds left them."""

    def __init__(self, root: Path, stories: int, seed: int) -> None:
        self.dice = Random(seed)
        self.site = make_site(root)
        self.office = Office(self.site, 0)
        self.office.now = "2023-12-30"
        for number in range(stories):
            tale = self.office.add(number * 7)
            self.office.keep(replace(tale, status="", expires="", tasks="", link=""))
        self.lasted: dict[str, float] = {}
        self.last: dict[str, Files] = {}

    def prepare(self) -> None:
        """Build both outputs, and once more after a change to learn how long each kind of build takes."""
        for mode, (folder, wide) in MODES.items():
            self.build(folder)
            self.edit(wide)
            started = monotonic()
            self.build(folder)
            self.lasted[mode] = monotonic() - started
            self.last[folder] = survey(self.site.root / folder)

    def turn(self, mode: str) -> Kill:
        """Edit, kill, look, build again, compare."""
        folder, wide = MODES[mode]
        self.build(folder)  # the other mode's edits
        old = survey(self.site.root / folder)
        self.edit(wide)
        new = self.build_clean(strict=folder == "public")
        reader = Reader(self.site.root / folder, old, new)
        reader.start()
        whom, when, said = self.kill(mode, folder)
        reader.stop()
        found = survey(self.site.root / folder)
        wrong = [*reader.wrong, *look(found, old, new, whole=folder == "public")]
        self.build(folder)
        wrong += [f"next build: {path}" for path in differences(survey(self.site.root / folder), new)]
        wrong += [f"left in the cache: {path}" for path in self.left_over()]
        return Kill(mode, whom, when, said, name(found, old, new), reader.reads, tuple(wrong))

    def edit(self, wide: bool) -> None:
        """A few random edits; ``wide``: and one that shows in every page."""
        for _ in range(self.dice.randint(1, 8)):
            Change(self.dice.choice(CHANGES), self.dice.randrange(999), self.dice.randrange(999)).happen(self.office)
        if wide:
            self.office.set("NEWSROOM_PHONE", f"'0200 0000 {self.dice.randrange(100, 999)}'")

    def kill(self, mode: str, folder: str) -> tuple[str, str, str]:
        """Start a build and kill it; (whom, seconds, last words)."""
        with tempfile.TemporaryFile() as said:
            process = self.start(folder, said.fileno())
            started = monotonic()
            if self.dice.random() < 0.5:
                self.wait_for_switch(process, find_workshop(self.site.root / folder, self.site.cache))
                sleep(self.dice.random() * 0.02)
            else:
                sleep(self.lasted[mode] * self.dice.random() ** 0.5)
            when = monotonic() - started
            over = process.poll() is not None
            whom = self.dice.choice(("all", "main"))
            if not over:
                os.killpg(process.pid, signal.SIGKILL) if whom == "all" else process.kill()
            process.wait()
            said.seek(0)
            words = said.read().decode("utf-8").strip().splitlines()
        return ("none", "", "") if over else (whom, f"{when:.2f}", words[-1][:24] if words else "")

    def wait_for_switch(self, process: subprocess.Popen[bytes], workshop: Workshop) -> None:
        """Wait until what was made begins to take its place: by a journal, or in one step."""
        before = workshop.output.stat().st_ino
        while process.poll() is None:
            begun = workshop.patch.exists() or workshop.ready.exists()
            if begun or not workshop.output.exists() or workshop.output.stat().st_ino != before:
                return

    def start(self, folder: str, out: int = subprocess.DEVNULL, **more: str) -> subprocess.Popen[bytes]:
        words = ["build", "-v", "--now", self.office.now, *(["--strict"] if folder == "public" else [])]
        command = [*NEWSROOM, *words, "--output", folder]
        return subprocess.Popen(
            command, cwd=self.site.root, env=environment(**more), stdout=out, stderr=out, start_new_session=True
        )

    def build(self, folder: str) -> None:
        """Build to the end.

        Raises:
            SystemExit: it was refused, which no edit here should lead to.
        """
        with tempfile.TemporaryFile() as said:
            if self.start(folder, said.fileno()).wait():
                said.seek(0)
                sys.exit(said.read().decode("utf-8"))

    def build_clean(self, *, strict: bool) -> Files:
        """What a build with an empty ledger gives; only photos are kept, whose names hold their digests."""
        shutil.rmtree(self.site.root / CLEAN, ignore_errors=True)
        shutil.rmtree(self.site.root / CLEAN_CACHE / "dung", ignore_errors=True)
        values = {"NEWSROOM_NOW": self.office.now, "NEWSROOM_STRICT": strict, "NEWSROOM_CACHE": CLEAN_CACHE}
        self.site.build(OUTPUT_PATH=str(self.site.root / CLEAN), **values)
        return survey(self.site.root / CLEAN)

    def left_over(self) -> list[str]:
        """Files in the cache that no finished build leaves there."""
        found = (path for path in (self.site.cache / "dung").rglob("*") if path.is_file())
        return [path.name for path in found if path.name not in LASTING]


# ── What must hold ───────────────────────────────────────────────────────────


def look(found: Files, old: Files, new: Files, *, whole: bool) -> list[str]:
    """What is wrong with an output after a kill."""
    if whole and found not in (old, new):
        return ["neither the old output nor the new one"]
    paths = sorted({*found, *old, *new})
    return [said for path in paths for said in judge(path, found.get(path, ""), old, new)]


def judge(path: str, digest: str, old: Files, new: Files) -> list[str]:
    """What is wrong with one file; an empty digest where there is none."""
    if digest in (old.get(path, ""), new.get(path, "")):
        return []
    return [f"{path} is {'torn' if digest else 'missing'}"]


def differences(one: Files, other: Files) -> list[str]:
    return [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)]


def name(found: Files, old: Files, new: Files) -> str:
    """Which output stands there."""
    if found == old:
        return "old"
    changed = differences(old, new)
    done = sum(found.get(path) == new.get(path) for path in changed)
    return "new" if found == new else f"{done} of {len(changed)} new"


def survey(folder: Path) -> Files:
    """Digest of every file of a folder."""
    return {
        Path(parent, file).relative_to(folder).as_posix(): digest_of(Path(parent, file))
        for parent, _, files in os.walk(folder)
        for file in files
    }


def digest_of(file: Path) -> str:
    """Digest of a file's bytes; empty where there is none."""
    try:
        return blake2b(file.read_bytes(), digest_size=16).hexdigest()
    except (FileNotFoundError, NotADirectoryError):
        return ""


def main() -> int:
    """1 when anything was not as it must be."""
    parser = argparse.ArgumentParser()
    parser.add_argument("kills", nargs="?", type=int, default=50)
    parser.add_argument("--stories", type=int, default=150)
    parser.add_argument("--seed", type=int, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        killing = Killing(Path(folder) / "site", given.stories, given.seed)
        killing.prepare()
        lasted = ", ".join(f"{mode} {seconds:.1f} s" for mode, seconds in killing.lasted.items())
        print(f"{given.stories} stories, {len(killing.last['output'])} files; builds not killed: {lasted}")
        return report(lambda mode: killing.turn(mode), given.kills)


def report(turn: Callable[[str], Kill], kills: int) -> int:
    """Kill so many builds, and print a line for each."""
    print(f"{'':>3} {'mode':<19}{'killed':<7}{'at s':>6}  {'last said':<25}{'output':<15}{'reads':>6}  verdict")
    killed: list[Kill] = []
    while len(killed) < kills:
        kill = turn(list(MODES)[len(killed) % len(MODES)])
        if kill.whom == "none" and not kill.wrong:
            continue  # it ended before its time
        killed.append(kill)
        verdict = "; ".join(kill.wrong[:3]) or "whole, and mended"
        row = f"{len(killed):3} {kill.mode:<19}{kill.whom:<7}{kill.when:>6}  {kill.said:<25}{kill.found:<15}"
        print(f"{row}{kill.reads:6}  {verdict}", flush=True)
    states = Counter(kill.found if kill.found in ("old", "new") else "part" for kill in killed)
    wrong = sum(bool(kill.wrong) for kill in killed)
    stood = f"{states['old']} old, {states['new']} new, {states['part']} with some files of each"
    print(f"{kills} kills: {stood}; {sum(k.reads for k in killed)} files read meanwhile; {wrong} faults")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
