"""Which format, at which quality: bytes and CPU of encoders at equal perceived quality (SSIMULACRA2).

    pip install ssimulacra2
    python benchmarks/photo_formats.py FOLDER [--width 800] [--score 74] [--most 10]

FOLDER holds real photographs as JPEG (see ``benchmarks/photos.py``). Each is scaled to the width and
encoded at several qualities; bytes are interpolated at the score that all are compared at.
The tables of ``docs/photos.md`` come from here.
"""

from __future__ import annotations

import argparse
import io
import math
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image
from ssimulacra2 import compute_ssimulacra2

ENCODERS: dict[str, tuple[str, dict[str, object], tuple[int, ...]]] = {
    "JPEG, progressive": ("JPEG", {"progressive": True, "subsampling": "4:2:0"}, (66, 74, 82)),
    "WebP, method 4": ("WEBP", {"method": 4}, (65, 75, 85)),
    **{
        f"AVIF, speed {speed}": ("AVIF", {"speed": speed, "max_threads": 1, "subsampling": "4:2:0"}, (52, 60, 68))
        for speed in (10, 8, 7, 6)
    },
}
"""Name → Pillow format, options, qualities to try; the first is what the others are compared with."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One photograph, encoded once."""

    quality: int
    size: int
    score: float
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, default=800)
    parser.add_argument("--score", type=float, default=74)
    parser.add_argument("--most", type=int, default=10)
    options = parser.parse_args()
    photographs = list(read_photographs(options.folder, options.width))[: options.most]
    reference: list[float] = []
    for name, (format_, settings, qualities) in ENCODERS.items():
        trials = [[try_once(photo, format_, settings, quality) for quality in qualities] for photo in photographs]
        sizes = [interpolate(row, options.score, [math.log(trial.size) for trial in row]) for row in trials]
        reference = reference or sizes
        relative = math.exp(statistics.mean(a - b for a, b in zip(sizes, reference, strict=True)))
        at = statistics.mean(interpolate(row, options.score, [trial.quality for trial in row]) for row in trials)
        seconds = statistics.mean(trial.seconds for row in trials for trial in row)
        print(f"{name}: bytes {relative:.2f}, at quality {at:.0f}, {1000 * seconds:.0f} ms CPU", flush=True)


def read_photographs(folder: Path, width: int) -> Iterator[Image.Image]:
    for path in sorted(folder.rglob("*.jpg")):
        with Image.open(path) as image:
            if image.width * image.height >= 5_000_000 and not path.is_symlink():
                height = round(image.height * width / image.width)
                yield image.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)


def try_once(photo: Image.Image, format_: str, settings: dict[str, object], quality: int) -> Trial:
    file = io.BytesIO()
    started = time.process_time()
    photo.save(file, format_, quality=quality, **settings)
    seconds = time.process_time() - started
    with tempfile.TemporaryDirectory() as folder:
        before, after = f"{folder}/before.png", f"{folder}/after.png"
        photo.save(before, compress_level=1)
        with Image.open(file) as image:
            image.convert("RGB").save(after, compress_level=1)
        score = float(compute_ssimulacra2(before, after))
    return Trial(quality, len(file.getvalue()), score, seconds)


def interpolate(trials: Sequence[Trial], score: float, values: Sequence[float]) -> float:
    """The value at a score, on the straight line between the two trials that enclose it, or the nearest two."""
    points = sorted(zip((trial.score for trial in trials), values, strict=True))
    (s0, v0), (s1, v1) = next(
        (pair for pair in pairwise(points) if pair[0][0] <= score <= pair[1][0]),
        (points[0], points[1]) if score < points[0][0] else (points[-2], points[-1]),
    )
    return v0 + (v1 - v0) * (score - s0) / (s1 - s0)


if __name__ == "__main__":
    main()
