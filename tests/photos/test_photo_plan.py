"""What is made of a photo is decided before any pixel is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from newsroom.model import Derivative, Picture
from newsroom.photos import RECIPE, Recipe, nearest_shape, plan_derivatives, read_picture
from newsroom.photos.plan import SHAPES

DIGEST = "0123456789abcdef0123456789abcdef"


def widths(derivatives: tuple[Derivative, ...], format_: str) -> list[int]:
    return [derivative.width for derivative in derivatives if derivative.format == format_]


def test_a_phones_photo_is_planned_in_five_widths() -> None:
    assert plan_derivatives("Toàn cảnh Đại hội (1)", DIGEST, 4000, 3000) == (
        Derivative("toan-canh-dai-hoi-1-0123456789ab-240.avif", 240, 180, "avif"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-400.avif", 400, 300, "avif"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-800.avif", 800, 600, "avif"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-1200.avif", 1200, 900, "avif"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-1600.avif", 1600, 1200, "avif"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-400.jpg", 400, 300, "jpeg"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-800.jpg", 800, 600, "jpeg"),
        Derivative("toan-canh-dai-hoi-1-0123456789ab-1600.jpg", 1600, 1200, "jpeg"),
    )


@pytest.mark.parametrize(
    ("width", "height", "modern", "fallback"),
    [
        (1600, 1200, [240, 400, 800, 1200, 1600], [400, 800, 1600]),
        (1650, 1200, [240, 400, 800, 1200, 1600], [400, 800, 1600]),
        (1250, 900, [240, 400, 800, 1250], [400, 800, 1250]),
        (1000, 750, [240, 400, 800, 1000], [400, 800, 1000]),
        (810, 600, [240, 400, 810], [400, 810]),
        (640, 480, [240, 400, 640], [400, 640]),
        (300, 400, [240, 300], [300]),
        (1, 1, [1], [1]),
        (20000, 10, [16000], [16000]),
        (10, 20000, [8], [8]),
        (1, 20000, [1], [1]),
        (20000, 5000, [240, 400, 800, 1200, 1600], [400, 800, 1600]),
    ],
)
def test_no_photo_is_enlarged_and_none_is_made_twice_in_nearly_one_size(
    width: int, height: int, modern: list[int], fallback: list[int]
) -> None:
    planned = plan_derivatives("anh", DIGEST, width, height)
    assert (widths(planned, "avif"), widths(planned, "jpeg")) == (modern, fallback)


@given(st.integers(1, 30000), st.integers(1, 30000))
def test_every_derivative_fits_its_original(width: int, height: int) -> None:
    planned = plan_derivatives("anh", DIGEST, width, height)
    assert len({made.name for made in planned}) == len(planned)
    for made in planned:
        assert 1 <= made.width <= min(width, RECIPE.longest_side)
        assert 1 <= made.height <= min(height, RECIPE.longest_side)
        assert abs(made.height - made.width * height / width) <= 0.5 or 1 in (made.width, made.height)
    for format_ in ("avif", "jpeg"):
        made_widths = widths(planned, format_)
        assert made_widths == sorted(set(made_widths))
        assert made_widths[-1] >= min(width, 1600, max(1, width * RECIPE.longest_side // height))


@given(st.integers(50, 30000), st.integers(50, 30000))
def test_the_shape_is_kept_within_two_parts_in_a_hundred(width: int, height: int) -> None:
    for made in plan_derivatives("anh", DIGEST, width, height)[:-1]:
        if made.height > 1 and made.width >= 25:
            assert abs(made.width * height / (made.height * width) - 1) <= 0.021


def test_a_graphic_stays_as_it_is() -> None:
    assert plan_derivatives("Mã QR", DIGEST, 900, 901, graphic=True) == (
        Derivative("ma-qr-0123456789ab-900.png", 900, 901, "png"),
    )


@pytest.mark.parametrize(
    ("stem", "slug"),
    [
        ("IMG_0001", "img-0001"),
        ("Đại hội", "dai-hoi"),
        ('"><img onerror=alert(1)>', "img-onerror-alert-1"),
        ("…", "anh"),
        ("a" * 240, "a" * 60),
    ],
)
def test_the_name_is_plain_ascii_and_short(stem: str, slug: str) -> None:
    assert plan_derivatives(stem, DIGEST, 100, 100)[0].name == f"{slug}-0123456789ab-100.avif"


@pytest.mark.parametrize(
    ("width", "height", "shape"),
    [
        (3000, 4000, "3x4"),
        (4000, 3000, "4x3"),
        (2000, 3000, "2x3"),
        (3000, 2000, "3x2"),
        (1920, 1080, "16x9"),
        (1000, 990, "1x1"),
        (1080, 2400, "2x3"),
        (20000, 10, "2x1"),
    ],
)
def test_a_gallery_is_told_the_nearest_shape(width: int, height: int, shape: str) -> None:
    assert nearest_shape(width, height) == shape


@given(st.integers(1, 30000), st.integers(1, 30000))
def test_no_other_shape_is_nearer(width: int, height: int) -> None:
    def gap(shape: str) -> float:
        ratio = SHAPES[shape] * height / width
        return max(ratio, 1 / ratio)

    assert gap(nearest_shape(width, height)) <= min(map(gap, SHAPES)) * (1 + 1e-9)


def test_the_plan_says_what_is_then_made(
    story: Path,
    scene: Callable[..., Image.Image],
    publish: Callable[[Path], tuple[Picture, dict[str, Image.Image]]],
    shelf: Path,
) -> None:
    scene(1001, 1335).save(story / "doc.jpg", exif=b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0")
    picture, images = publish(story / "doc.jpg")
    assert (picture.original, picture.width, picture.height, picture.shape) == (
        "tin-tuc/2023/2023-01-06-hoi-nghi/doc.jpg",
        1335,
        1001,
        "4x3",
    )
    assert {path.name for path in shelf.iterdir()} == {"ledger.txt", *images}
    for made in picture.derivatives:
        assert images[made.name].size == (made.width, made.height)
        assert images[made.name].format == made.format.upper()


def test_planning_touches_nothing(story: Path, content: Path, scene: Callable[..., Image.Image]) -> None:
    scene().save(story / "anh.jpg")
    before = sorted(content.rglob("*"))
    assert read_picture(story / "anh.jpg", content) == read_picture(story / "anh.jpg", content)
    assert sorted(content.rglob("*")) == before


def test_a_changed_original_or_recipe_gets_other_names(
    story: Path, content: Path, scene: Callable[..., Image.Image]
) -> None:
    path = story / "anh.jpg"
    scene().save(path)
    first = read_picture(path, content)
    assert read_picture(path, content, Recipe(jpeg_quality=79)).digest != first.digest
    path.write_bytes(path.read_bytes() + b"\0")
    assert read_picture(path, content).digest != first.digest


def test_the_recipe_in_words_is_the_same_everywhere() -> None:
    assert Recipe().text.splitlines()[:4] == [
        "version=2",
        "widths=(240, 400, 800, 1200, 1600)",
        "fallback_widths=(400, 800, 1600)",
        "too_near=0.9",
    ]
