"""What a camera wrote about the place, the time and the phone is published nowhere."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image, PngImagePlugin

from newsroom.model import Picture

Publish = Callable[[Path], tuple[Picture, dict[str, Image.Image]]]

SECRET = "May-anh-cua-chi-Hoa"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf about="{SECRET}"/></x:xmpmeta>'.encode()

TRACES = [
    SECRET.encode(), b"Exif", b"EXIF", b"eXIf", b"xmp", b"XMP", b"adobe", b"Adobe", b"Photoshop", b"ICC_PROFILE",
    b"iCCP", b"tEXt", b"zTXt", b"iTXt", b"tIME", b"pHYs", b"JFXX", b"MPF", b"prof", b"Pillow",
]  # fmt: skip

HARMLESS = {
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression", "timestamp", "duration",
}  # fmt: skip
"""What decoders always tell of a file; none of it comes from the original."""


def tell_all(scene: Image.Image) -> bytes:
    """EXIF of a phone: its name, its owner, the donor's house, its own notes, a thumbnail."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B], exif[0x0112] = SECRET, SECRET, SECRET, 1
    exif[0x8825] = {1: "N", 2: (20.0, 51.0, 7.25), 3: "E", 4: (106.0, 40.0, 9.5), 29: "2023:01:06"}
    exif[0x8769] = {0x927C: SECRET.encode() * 20, 0xA431: SECRET, 0x9003: "2023:01:06 08:00:00"}
    thumbnail = io.BytesIO()
    scene.resize((160, 120)).save(thumbnail, "JPEG")
    return exif.tobytes() + thumbnail.getvalue()


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "heic", "avif", "tif", "gif"])
@pytest.mark.parametrize("turned", [False, True])
def test_no_published_file_carries_anything_of_its_original(
    story: Path,
    scene: Callable[..., Image.Image],
    publish: Publish,
    p3_profile: bytes,
    shelf: Path,
    suffix: str,
    turned: bool,
) -> None:
    pillow_heif.register_heif_opener()
    image = scene(450, 300)
    path = story / f"ong-ba.{suffix}"
    exif = tell_all(image)
    if turned:
        exif = exif.replace(b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x01", b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06")
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Author", SECRET)
    notes.add_itxt("XML:com.adobe.xmp", XMP.decode())
    options = {"pnginfo": notes} if suffix == "png" else {"comment": SECRET, "dpi": (300, 300)}
    image.save(path, exif=exif, xmp=XMP, icc_profile=p3_profile, quality=90, **options)
    assert SECRET.encode() in path.read_bytes()
    _, images = publish(path)
    for name, published in images.items():
        data = (shelf / name).read_bytes()
        assert [trace for trace in TRACES if trace in data] == []
        assert set(published.info) <= HARMLESS
        assert not published.getexif()
        assert published.info.get("jfif_density", (1, 1)) == (1, 1)


def test_the_name_of_the_original_is_all_that_stays(
    story: Path, scene: Callable[..., Image.Image], publish: Publish
) -> None:
    scene().save(story / "Lễ trao quà.jpg")
    picture, _ = publish(story / "Lễ trao quà.jpg")
    assert {made.name.rsplit("-", 2)[0] for made in picture.derivatives} == {"le-trao-qua"}
