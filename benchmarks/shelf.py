"""What photos cost a build in which none of them changed: every original and every derivative is looked at.

    python benchmarks/shelf.py [--photos 1000] [--rounds 15]

A site with so many photos of twelve megapixels is laid out, two to a story, all derivatives of each. What files hold
does not matter for looking at them, so their bytes are invented and no pixel is made. Measured are

- originals: what photos add to the scan of all sources, which takes their stamps;
- output: the published derivatives, compared with the ledger, as each build does;
- shelf: ``render_pictures`` asked for everything there is, as a build does that has something to make.

The goal of the project is 40 ms for each thousand photos. On a machine with other work trust the processor's
milliseconds; of each the median is taken.
"""

from __future__ import annotations

import argparse
import hashlib
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from newsroom.engine.files import FILE_MODE
from newsroom.engine.ledger import Ledger
from newsroom.engine.scan import scan
from newsroom.engine.survey import SURVEYED, stamps_of, survey
from newsroom.model import Picture
from newsroom.photos import plan_derivatives, render_pictures
from newsroom.photos.shelf import TICK, record

LIMIT = 40.0
"""Milliseconds for a thousand photos."""

Cost = tuple[float, float]
"""Milliseconds by the clock and of the processor."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--photos", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()

    def measure(work: Callable[[], object]) -> Cost:
        wall, processor = zip(*(time_once(work) for _ in range(options.rounds)), strict=True)
        share = 1000 / options.photos
        return statistics.median(wall) * share, statistics.median(processor) * share

    with tempfile.TemporaryDirectory() as base:
        content, output, shelf = Path(base, "content"), Path(base, "output"), Path(base, "anh")
        stories = [lay_out_story(number, content) for number in range(options.photos // 2)]
        bare = measure(lambda: scan(content))
        (output / "anh").mkdir(parents=True)
        shelf.mkdir()
        pictures = [lay_out(number, stories[number % len(stories)], content) for number in range(options.photos)]
        names = [derivative.name for picture in pictures for derivative in picture.derivatives]
        fill((shelf, output / "anh"), names)
        record(shelf, names, time.time_ns())
        ledger = remember(output, [f"anh/{name}" for name in names], Path(base, "ledger.sqlite"))
        found = measure(lambda: scan(content))
        published = measure(lambda: look_at_output(output, ledger))
        shelved = measure(lambda: look_at_shelf(pictures, content, shelf))
        ledger.close()
    originals = found[0] - bare[0], found[1] - bare[1]
    report("originals and output, as where nothing changed", originals, published)
    report("originals and shelf", originals, shelved)


def report(what: str, originals: Cost, derivatives: Cost) -> None:
    wall, processor = originals[0] + derivatives[0], originals[1] + derivatives[1]
    print(
        f"a thousand photos, {what}: {wall:.1f} ms, {processor:.1f} ms of processor "
        f"({originals[1]:.1f} and {derivatives[1]:.1f}); limit {LIMIT:.0f}"
    )


def lay_out_story(number: int, content: Path) -> Path:
    folder = content / "tin-tuc" / str(2015 + number % 10) / f"tin-{number:06}"
    folder.mkdir(parents=True)
    (folder / "index.md").write_bytes(b"Tin\n")
    return folder


def lay_out(number: int, story: Path, content: Path) -> Picture:
    """A photo beside a story, as it would be planned."""
    digest = hashlib.blake2b(str(number).encode(), digest_size=16).hexdigest()
    original = story / f"IMG_{number:05}.jpg"
    original.write_bytes(digest.encode())
    derivatives = plan_derivatives(original.stem, digest, 4000, 3000)
    return Picture(original.relative_to(content).as_posix(), digest, 4000, 3000, derivatives, "4x3")


def fill(folders: tuple[Path, ...], names: list[str]) -> None:
    """Make the derivatives, and wait until the clock has gone on so far that their stamps prove something."""
    for folder in folders:
        for name in names:
            (folder / name).write_bytes(name.encode())
            (folder / name).chmod(FILE_MODE)
    time.sleep(2 * TICK / 1e9)


def remember(output: Path, paths: list[str], file: Path) -> Ledger:
    ledger = Ledger(file)
    rows = ((path, *stamp, "0" * 32, "anh", "", "new", "") for path, stamp in stamps_of(output, paths, time.time_ns()))
    ledger.write("outputs", rows)
    ledger.write("folders", ((path, *stamp) for path, stamp in stamps_of(output, ("", "anh"), time.time_ns())))
    ledger.seal()
    return ledger


def look_at_output(output: Path, ledger: Ledger) -> None:
    found = survey(output, ledger.read("outputs", SURVEYED), ledger.read("folders"), lambda path: "")
    assert found.is_sound
    assert not found.moved


def look_at_shelf(pictures: list[Picture], content: Path, shelf: Path) -> None:
    made: list[int] = []
    assert render_pictures(pictures, content, shelf, lambda done, total: made.append(total)) == ()
    assert not made


def time_once(work: Callable[[], object]) -> Cost:
    started, worked = time.perf_counter(), time.process_time()
    work()
    return (time.perf_counter() - started) * 1000, (time.process_time() - worked) * 1000


if __name__ == "__main__":
    main()
