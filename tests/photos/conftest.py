"""A story's folder, a shelf, and originals as cameras, scanners and print shops deliver them."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from newsroom.model import Picture
from newsroom.photos import read_picture, render_pictures

CORNERS = {
    "top left": (200, 30, 40),
    "top right": (30, 160, 60),
    "foot left": (40, 60, 190),
    "foot right": (230, 200, 40),
}
"""Colours of the four corners of a scene: they tell which side is up."""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def story(content: Path) -> Path:
    folder = content / "tin-tuc" / "2023" / "2023-01-06-hoi-nghi"
    folder.mkdir(parents=True)
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "anh"


@pytest.fixture
def scene() -> Callable[..., Image.Image]:
    return draw_scene


@pytest.fixture
def p3_profile() -> bytes:
    return write_profile()


@pytest.fixture
def publish(content: Path, shelf: Path) -> Callable[[Path], tuple[Picture, dict[str, Image.Image]]]:
    """Read and make one original; gives its plan and the published pictures by name, decoded."""

    def publish_one(path: Path) -> tuple[Picture, dict[str, Image.Image]]:
        picture = read_picture(path, content)
        assert render_pictures([picture], content, shelf) == ()
        images: dict[str, Image.Image] = {}
        for derivative in picture.derivatives:
            with Image.open(shelf / derivative.name) as image:
                image.load()
                images[derivative.name] = image
        return picture, images

    return publish_one


def draw_scene(width: int = 640, height: int = 480) -> Image.Image:
    """A picture that looks different from every side, with a soft middle as photographs have."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    draw = ImageDraw.Draw(image)
    wide, tall = width // 3, height // 3
    for corner, colour in CORNERS.items():
        left = 0 if corner.endswith("left") else width - wide
        top = 0 if corner.startswith("top") else height - tall
        draw.rectangle((left, top, left + wide - 1, top + tall - 1), fill=colour)
    return image


def write_profile() -> bytes:
    """A Display P3 profile with gamma 2.2, as small as ICC.1:2001 allows."""

    def number(value: float) -> bytes:
        return struct.pack(">i", round(value * 65536))

    def place(*xyz: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(number, xyz))

    text = b"Display P3"
    described = b"desc\0\0\0\0" + struct.pack(">I", len(text) + 1) + text + b"\0" * 79
    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    tags = {
        b"desc": described + b"\0" * (-len(described) % 4),
        b"cprt": b"text\0\0\0\0none\0\0\0\0",
        b"wtpt": place(0.9642, 1.0, 0.8249),
        b"rXYZ": place(0.51512, 0.24120, -0.00105),
        b"gXYZ": place(0.29198, 0.69225, 0.04189),
        b"bXYZ": place(0.15710, 0.06657, 0.78407),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    at = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    size = 128 + len(table) + len(body)
    head = struct.pack(
        ">I4sI4s4s4s12s4s", size, b"\0\0\0\0", 0x02400000, b"mntr", b"RGB ", b"XYZ ", b"\0" * 12, b"acsp"
    )
    head += b"\0" * 28 + b"".join(map(number, (0.9642, 1.0, 0.8249)))
    return head.ljust(128, b"\0") + table + body
