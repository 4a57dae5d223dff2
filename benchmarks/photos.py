"""How long a cold build of photos takes: ours, beside a plain Pillow loop and (where node is) sharp.

    python benchmarks/photos.py FOLDER [--count N] [--sharp NODE_FOLDER]

FOLDER holds real photographs as JPEG of 8 megapixels or more, for instance those of Debian's wallpapers::

    apt-get download mate-backgrounds lomiri-wallpapers-20.04 && for d in *.deb; do dpkg -x $d photos; done

From them N photographs of 12 megapixels are cut (24 without the option), stored as phones store them.
NODE_FOLDER is a folder in which ``npm install sharp`` was run. All contestants make the same widths in
the same formats, on the same processors, one after the other; wall seconds, ratios and bytes are printed.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageOps

from newsroom.model import Picture
from newsroom.photos import RECIPE, read_picture, render_pictures

SIZE = (4000, 3000)
WIDTHS = {"avif": RECIPE.widths, "jpeg": RECIPE.fallback_widths}

SHARP = """
const [folder, options] = [process.argv[2], JSON.parse(process.argv[3])];
const fs = require("fs"), path = require("path"), sharp = require("sharp");
sharp.cache(false);
const encode = {
  avif: image => image.avif({quality: options.avif, effort: options.effort, chromaSubsampling: "4:2:0"}),
  jpeg: image => image.jpeg({quality: options.jpeg, progressive: true}),
};
const one = async name => {
  for (const [format, widths] of Object.entries(options.widths))
    for (const width of widths)
      await encode[format](sharp(path.join(folder, name)).rotate().resize(width))
        .toFile(path.join(options.out, `${name}-${width}.${format}`));
};
const names = fs.readdirSync(folder).filter(name => name.endsWith(".jpg"));
const lane = async () => { while (names.length) await one(names.pop()); };
Promise.all(Array.from({length: options.lanes}, lane));
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=24)
    parser.add_argument("--sharp", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as base:
        content = Path(base, "content")
        cut_photographs(options.folder, content, options.count)
        ours = measure("ours", Path(base, "ours"), lambda out: make_ours(content, out))
        measure("ours again, nothing to do", Path(base, "ours"), lambda out: make_ours(content, out), ours)
        measure("plain Pillow loop", Path(base, "plain"), lambda out: make_plainly(content, out), ours)
        if options.sharp:
            for effort in (0, 1):
                make = make_with_sharp(options.sharp.resolve(), content, effort)
                measure(f"sharp, AVIF effort {effort}", Path(base, f"sharp{effort}"), make, ours)


def cut_photographs(folder: Path, content: Path, count: int) -> None:
    """Photographs of twelve megapixels, each another one or another part of one."""
    content.mkdir()
    large = [path for path in sorted(folder.rglob("*.jpg")) if not path.is_symlink() and is_large(path)]
    for number in range(count):
        with Image.open(large[number % len(large)]) as image:
            shift = 0.5 + (number // len(large) - 1) / 4
            photo = ImageOps.fit(image.convert("RGB"), SIZE, Image.Resampling.LANCZOS, centering=(shift, shift))
        photo.save(content / f"anh-{number:02}.jpg", quality=90)
    print(f"{count} photographs of 12 megapixels, from {len(large)} originals")


def is_large(path: Path) -> bool:
    with Image.open(path) as image:
        return image.width * image.height >= 8_000_000


def measure(name: str, out: Path, make: Callable[[Path], object], ours: float = 0) -> float:
    out.mkdir(exist_ok=True)
    started = time.perf_counter()
    make(out)
    took = time.perf_counter() - started
    size = sum(path.stat().st_size for path in out.iterdir() if path.suffix != ".txt")
    ratio = f", ours / this {ours / took:.2f}" if ours else ""
    print(f"{name}: {took:.2f} s, {size / 1e6:.2f} MB{ratio}", flush=True)
    return took


def make_ours(content: Path, out: Path) -> None:
    pictures: list[Picture] = [read_picture(path, content) for path in sorted(content.iterdir())]
    assert render_pictures(pictures, content, out) == ()


def make_plainly(content: Path, out: Path) -> None:
    """What a first attempt looks like: one process, every width from the whole picture."""
    for path in sorted(content.iterdir()):
        with Image.open(path) as image:
            upright = ImageOps.exif_transpose(image)
        for format_, widths in WIDTHS.items():
            for width in widths:
                small = upright.resize((width, upright.height * width // upright.width), Image.Resampling.LANCZOS)
                file = out / f"{path.stem}-{width}.{format_}"
                if format_ == "avif":
                    small.save(file, quality=RECIPE.avif_quality, speed=RECIPE.avif_speed)
                else:
                    small.save(file, quality=RECIPE.jpeg_quality, progressive=True)


def make_with_sharp(node_folder: Path, content: Path, effort: int) -> Callable[[Path], object]:
    def make(out: Path) -> None:
        options = {
            "out": str(out),
            "widths": WIDTHS,
            "avif": RECIPE.avif_quality,
            "jpeg": RECIPE.jpeg_quality,
            "effort": effort,
            "lanes": 2,
        }
        command = ["node", "-e", f"process.argv.splice(1, 0, ''); {SHARP}", str(content), json.dumps(options)]
        subprocess.run(command, cwd=node_folder, check=True)

    return make


if __name__ == "__main__":
    main()
