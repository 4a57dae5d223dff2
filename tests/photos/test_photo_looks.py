"""Published photos look like their originals, however these were stored."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pillow_heif
import pytest
from cykooz_resizer import CpuExtensions, FilterType, ResizeAlg, ResizeOptions, Resizer
from PIL import Image, ImageChops, ImageStat

from newsroom.model import Picture
from newsroom.photos.pixels import shrink

Publish = Callable[[Path], tuple[Picture, dict[str, Image.Image]]]
Scene = Callable[..., Image.Image]

LYING = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""How a camera held otherwise stores an upright scene, by EXIF orientation."""


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean difference of two pictures of one size, in levels of 255."""
    assert one.size == other.size
    return max(ImageStat.Stat(ImageChops.difference(one.convert("RGB"), other.convert("RGB"))).mean)


def assert_looks_like(images: dict[str, Image.Image], original: Image.Image, tolerance: float = 4) -> None:
    assert images
    for image in images.values():
        assert image.mode in ("RGB", "L", "P")
        assert difference(image, original.resize(image.size, Image.Resampling.LANCZOS)) < tolerance


def exif_of(orientation: int) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("suffix", ["jpg", "webp", "tif", "png", "heic", "avif"])
def test_a_photo_taken_sideways_is_published_upright(
    story: Path, scene: Scene, publish: Publish, orientation: int, suffix: str
) -> None:
    pillow_heif.register_heif_opener()
    turn = LYING[orientation]
    upright = scene(360, 240)
    stored = upright.transpose(turn) if turn is not None else upright
    path = story / f"anh.{suffix}"
    if suffix == "heic":  # its encoder takes the orientation from here, and turns the container as phones do
        stored.info["exif"] = exif_of(orientation).tobytes()
        stored.save(path, quality=92)
    else:
        stored.save(path, exif=exif_of(orientation), quality=92)
    picture, images = publish(path)
    assert (picture.width, picture.height, picture.shape) == (360, 240, "3x2")
    assert_looks_like(images, upright)


@pytest.mark.parametrize("orientation", [0, 9, 300])
def test_an_orientation_that_does_not_exist_is_none(
    story: Path, scene: Scene, publish: Publish, orientation: int
) -> None:
    scene().save(story / "anh.jpg", exif=exif_of(orientation), quality=92)
    _, images = publish(story / "anh.jpg")
    assert_looks_like(images, scene())


def test_damaged_notes_of_the_camera_do_no_harm(story: Path, scene: Scene, publish: Publish) -> None:
    scene().save(story / "anh.jpg", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff\x12\x01", quality=92)
    _, images = publish(story / "anh.jpg")
    assert_looks_like(images, scene())


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK", "YCbCr", "P", "1", "LA", "RGBA"])
@pytest.mark.parametrize("size", [(900, 640), (90, 120)])
def test_every_way_of_storing_colour_is_published(
    story: Path, scene: Scene, publish: Publish, mode: str, size: tuple[int, int]
) -> None:
    stored = scene(*size).quantize(64) if mode == "P" else scene(*size).convert(mode)
    path = story / "anh.tif"
    stored.save(path)
    _, images = publish(path)
    tolerance = 30 if mode == "1" else 6  # fine dots become grey
    assert_looks_like(images, stored.convert("RGB"), tolerance)


def test_a_print_shops_cmyk_jpeg_is_published_in_rgb(story: Path, scene: Scene, publish: Publish) -> None:
    scene(700, 500).convert("CMYK").save(story / "in.jpg", quality=92)
    _, images = publish(story / "in.jpg")
    assert {image.mode for image in images.values()} == {"RGB"}
    assert_looks_like(images, scene(700, 500), 6)


def test_a_progressive_jpeg_is_published(story: Path, scene: Scene, publish: Publish) -> None:
    scene(1400, 1000).save(story / "anh.jpg", progressive=True, quality=92)
    _, images = publish(story / "anh.jpg")
    assert_looks_like(images, scene(1400, 1000))


def test_a_scanners_sixteen_bits_keep_their_greys(story: Path, publish: Publish) -> None:
    grey = Image.linear_gradient("L").resize((600, 400))
    deep = Image.new("I;16", grey.size)
    deep.frombytes(b"".join(struct.pack("<H", value * 257) for value in grey.tobytes()))
    deep.save(story / "quet.png")
    _, images = publish(story / "quet.png")
    assert_looks_like(images, grey, 3)


def test_sixteen_bits_of_colour_are_published(story: Path, publish: Publish) -> None:
    row = b"\0" + b"".join(struct.pack(">HHH", x * 257, 0x8000, 65535 - x * 257) for x in range(256))
    (story / "mau.png").write_bytes(png(256, 100, 16, 2, row * 100))
    _, images = publish(story / "mau.png")
    wanted = Image.new("RGB", (256, 1))
    wanted.putdata([(x, 128, 255 - x) for x in range(256)])
    assert_looks_like(images, wanted.resize((256, 100)), 3)


@pytest.mark.parametrize("light", [True, False])
def test_what_can_be_seen_through_stands_on_white(story: Path, scene: Scene, publish: Publish, light: bool) -> None:
    upright = scene() if light else Image.effect_noise((640, 480), 90).convert("RGB")
    stored = upright.copy()
    stored.putalpha(Image.new("L", upright.size, 64))
    stored.save(story / "trong.png")
    picture, images = publish(story / "trong.png")
    assert {made.format for made in picture.derivatives} == ({"png"} if light else {"avif", "jpeg"})
    pale = Image.blend(Image.new("RGB", upright.size, "white"), upright, 64 / 255)
    assert_looks_like(images, pale, 8)


def test_a_palette_with_a_see_through_colour_stands_on_white(story: Path, publish: Publish) -> None:
    drawing = Image.new("P", (120, 80), 1)
    drawing.putpalette([255, 0, 0, 0, 0, 200])
    drawing.paste(0, (0, 0, 60, 80))
    drawing.save(story / "hinh.gif", transparency=0)
    _, images = publish(story / "hinh.gif")
    (image,) = images.values()
    rgb = image.convert("RGB")
    assert (rgb.getpixel((10, 40)), rgb.getpixel((110, 40))) == ((255, 255, 255), (0, 0, 200))


def to_srgb(p3: tuple[int, int, int]) -> tuple[float, ...]:
    """Display P3 with gamma 2.2 to sRGB (IEC 61966-2-1), by hand."""
    red, green, blue = ((value / 255) ** 2.2 for value in p3)
    x = 0.51512 * red + 0.29198 * green + 0.15710 * blue
    y = 0.24120 * red + 0.69225 * green + 0.06657 * blue
    z = -0.00105 * red + 0.04189 * green + 0.78407 * blue
    linear = (
        3.1338561 * x - 1.6168667 * y - 0.4906146 * z,
        -0.9787684 * x + 1.9161415 * y + 0.0334540 * z,
        0.0719453 * x - 0.2289914 * y + 1.4052427 * z,
    )
    return tuple(255 * (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055) for v in linear)


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp"])
def test_an_iphones_wide_colours_become_srgb(story: Path, publish: Publish, p3_profile: bytes, suffix: str) -> None:
    shown = (200, 110, 60)
    Image.new("RGB", (500, 400), shown).save(story / f"p3.{suffix}", icc_profile=p3_profile, quality=95)
    _, images = publish(story / f"p3.{suffix}")
    wanted = to_srgb(shown)
    assert max(abs(a - b) for a, b in zip(wanted, shown, strict=True)) > 8  # the profile matters
    for image in images.values():
        mean = ImageStat.Stat(image.convert("RGB")).mean
        assert max(abs(a - b) for a, b in zip(mean, wanted, strict=True)) < 4


def test_a_damaged_colour_profile_is_passed_over(story: Path, scene: Scene, publish: Publish) -> None:
    scene().save(story / "anh.jpg", icc_profile=b"not a profile" * 40, quality=92)
    _, images = publish(story / "anh.jpg")
    assert_looks_like(images, scene())


def test_a_profile_for_other_colours_is_passed_over(
    story: Path, scene: Scene, publish: Publish, p3_profile: bytes
) -> None:
    scene().convert("L").save(story / "anh.jpg", icc_profile=p3_profile, quality=92)
    _, images = publish(story / "anh.jpg")
    assert_looks_like(images, scene().convert("L"))


@pytest.mark.parametrize("format_", ["GIF", "WEBP", "PNG", "AVIF"])
def test_of_a_moving_picture_the_first_frame_is_shown(
    story: Path, scene: Scene, publish: Publish, format_: str
) -> None:
    first = scene(300, 200)
    first.save(story / "anim.gif", format_, save_all=True, append_images=[Image.new("RGB", (300, 200), "black")])
    picture, images = publish(story / "anim.gif")
    assert picture.animated
    assert_looks_like(images, first, 6)


def test_the_second_picture_of_a_double_camera_is_no_film(story: Path, scene: Scene, publish: Publish) -> None:
    scene().save(story / "mpo.jpg", "MPO", save_all=True, append_images=[scene(320, 240)], quality=92)
    picture, images = publish(story / "mpo.jpg")
    assert not picture.animated
    assert_looks_like(images, scene())


@pytest.mark.parametrize("size", [(1, 1), (2, 1), (1, 3), (16, 16)])
def test_the_tiniest_picture_is_published(story: Path, publish: Publish, size: tuple[int, int]) -> None:
    Image.new("RGB", size, (200, 30, 40)).save(story / "nho.jpg")
    picture, images = publish(story / "nho.jpg")
    assert [(made.width, made.height) for made in picture.derivatives] == [size, size]
    assert_looks_like(images, Image.new("RGB", size, (200, 30, 40)), 6)


@pytest.mark.parametrize("size", [(20000, 10), (10, 20000), (300, 3000), (40000, 30)])
def test_a_strip_keeps_its_shape(story: Path, scene: Scene, publish: Publish, size: tuple[int, int]) -> None:
    strip = Image.linear_gradient("L").resize(size).convert("RGB")
    strip.save(story / "dai.jpg", quality=92)
    _, images = publish(story / "dai.jpg")
    for image in images.values():
        assert abs(image.width / image.height * size[1] / size[0] - 1) <= 0.02
    assert_looks_like(images, strip)


@pytest.mark.parametrize("mode", ["L", "RGB", "RGBA", "CMYK"])
@pytest.mark.parametrize("size", [(150, 100), (97, 61), (224, 1), (1, 149), (1, 1)])
def test_every_processor_makes_the_same_pixels(mode: str, size: tuple[int, int]) -> None:
    bands = [Image.effect_noise((225, 149), 500) for _ in Image.new(mode, (1, 1)).getbands()]
    noise = Image.merge(mode, bands)
    plain = Resizer()
    plain.cpu_extensions = CpuExtensions.none
    expected = Image.new(mode, size)
    plain.resize_pil(noise, expected, ResizeOptions(ResizeAlg.convolution(FilterType.lanczos3)))
    assert shrink(noise, size).tobytes() == expected.tobytes()


def test_what_is_transparent_lends_its_colour_to_no_neighbour() -> None:
    image = Image.new("RGBA", (300, 200), (0, 0, 255, 0))
    image.paste((200, 40, 30, 255), (101, 0, 300, 200))
    blue, seen = shrink(image, (100, 67)).getchannel("B"), shrink(image, (100, 67)).getchannel("A")
    blue.paste(0, mask=seen.point(lambda alpha: 255 if alpha < 128 else 0))
    assert (blue.getextrema(), seen.getextrema()) == ((0, 32), (0, 255))


def test_a_portrait_stays_a_portrait(story: Path, scene: Scene, publish: Publish) -> None:
    scene(450, 600).save(story / "doc.jpg", quality=92)
    picture, images = publish(story / "doc.jpg")
    assert picture.shape == "3x4"
    assert_looks_like(images, scene(450, 600))


def qr_code(side: int, dot: int) -> Image.Image:
    """Black and white squares as in a QR code, from a fixed recipe."""
    code = Image.new("1", (side, side), 1)
    code.putdata([zlib.crc32(bytes((x, y))) & 1 for y in range(side) for x in range(side)])
    return code.resize((side * dot, side * dot), Image.Resampling.NEAREST)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA"])
@pytest.mark.parametrize(("side", "dot"), [(29, 1), (29, 8), (57, 32)])
def test_a_qr_code_is_published_square_for_square(
    story: Path, publish: Publish, mode: str, side: int, dot: int
) -> None:
    code = qr_code(side, dot).convert(mode)
    code.save(story / "qr.png")
    _, images = publish(story / "qr.png")
    (image,) = images.values()
    assert image.format == "PNG"
    assert difference(image, code) == 0


def test_a_screenshot_stays_sharp_and_a_photo_saved_as_png_gets_light(
    story: Path, scene: Scene, publish: Publish
) -> None:
    screenshot = Image.new("RGB", (540, 960), "white")
    screenshot.paste((32, 32, 32), (100, 100, 400, 112))
    screenshot.save(story / "man-hinh.png")
    _, images = publish(story / "man-hinh.png")
    (image,) = images.values()
    assert difference(image, screenshot) == 0
    noisy = Image.effect_noise((700, 500), 60).convert("RGB")
    noisy.save(story / "anh.png")
    picture, _ = publish(story / "anh.png")
    assert {made.format for made in picture.derivatives} == {"avif", "jpeg"}


def png(width: int, height: int, depth: int, colour: int, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
