"""The elements that show a picture."""

from __future__ import annotations

import pickle
from xml.etree.ElementTree import fromstring, tostring

import pytest

import newsroom.photos
from newsroom.model import Picture
from newsroom.photos import (
    PhotoFault,
    full_address,
    nearest_shape,
    plain_image,
    plan_derivatives,
    register,
    render_picture,
)

SIZES = "(min-width: 64rem) 36.5rem, calc(100vw - 2rem)"


def picture(width: int, height: int, *, graphic: bool = False) -> Picture:
    derivatives = plan_derivatives("anh", "0" * 32, width, height, graphic=graphic)
    return Picture("tin-tuc/a/anh.jpg", "0" * 32, width, height, derivatives, nearest_shape(width, height))


def html(shown: Picture, *, alt: str = "", sizes: str = SIZES, eager: bool = False) -> str:
    return tostring(render_picture(shown, alt=alt, sizes=sizes, eager=eager), encoding="unicode")


def test_a_photo_is_offered_in_two_formats_and_all_its_widths() -> None:
    assert html(picture(4000, 3000), alt="Đại biểu") == (
        '<picture><source type="image/avif" srcset="/anh/anh-000000000000-240.avif 240w, '
        "/anh/anh-000000000000-400.avif 400w, "
        "/anh/anh-000000000000-800.avif 800w, /anh/anh-000000000000-1200.avif 1200w, "
        f'/anh/anh-000000000000-1600.avif 1600w" sizes="{SIZES}" />'
        '<img src="/anh/anh-000000000000-800.jpg" srcset="/anh/anh-000000000000-400.jpg 400w, '
        f'/anh/anh-000000000000-800.jpg 800w, /anh/anh-000000000000-1600.jpg 1600w" sizes="{SIZES}" '
        'width="800" height="600" alt="Đại biểu" loading="lazy" decoding="async" /></picture>'
    )


def test_the_lead_photo_is_fetched_first() -> None:
    image = fromstring(html(picture(4000, 3000), eager=True))[-1]
    assert image.get("fetchpriority") == "high"
    assert "loading" not in image.attrib


def test_a_small_photo_is_not_blown_up_to_the_width_of_the_column() -> None:
    source, image = fromstring(html(picture(300, 200)))
    bound = "(min-width: 64rem) min(36.5rem, 300px), min(calc(100vw - 2rem), 300px)"
    assert (source.get("sizes"), image.get("sizes")) == (bound, bound)
    assert (image.get("src"), image.get("width"), image.get("height")) == (
        "/anh/anh-000000000000-300.jpg",
        "300",
        "200",
    )


def test_a_graphic_has_one_lossless_file() -> None:
    assert html(picture(1080, 1080, graphic=True), sizes="100vw") == (
        '<picture><img src="/anh/anh-000000000000-1080.png" srcset="/anh/anh-000000000000-1080.png 1080w" '
        'sizes="min(100vw, 1080px)" width="1080" height="1080" alt="" loading="lazy" decoding="async" /></picture>'
    )


@pytest.mark.parametrize(
    ("shown", "full", "plain"),
    [
        (picture(4000, 3000), "/anh/anh-000000000000-1600.jpg", (800, 600, "jpeg")),
        (picture(1000, 750), "/anh/anh-000000000000-1000.jpg", (800, 600, "jpeg")),
        (picture(500, 300), "/anh/anh-000000000000-500.jpg", (500, 300, "jpeg")),
        (picture(900, 900, graphic=True), "/anh/anh-000000000000-900.png", (900, 900, "png")),
    ],
)
def test_a_click_leads_to_the_largest_and_a_feed_gets_the_middle_one(
    shown: Picture, full: str, plain: tuple[int, int, str]
) -> None:
    assert full_address(shown) == full
    given = plain_image(shown)
    assert (given.width, given.height, given.format) == plain


def test_a_hostile_description_stays_text() -> None:
    hostile = '"><script>alert(1)</script>'
    assert fromstring(html(picture(300, 200), alt=hostile))[-1].get("alt") == hostile


def test_every_door_opens() -> None:
    assert [name for name in newsroom.photos.__all__ if not hasattr(newsroom.photos, name)] == []
    assert not hasattr(newsroom.photos, "no_such_door")
    register()


def test_a_fault_survives_the_way_home_from_a_worker() -> None:
    fault = PhotoFault("photo-missing", "Không thấy ảnh “a.jpg”.", "Hãy chép ảnh vào.")
    assert pickle.loads(pickle.dumps(fault)) == fault
    assert str(fault) == "Không thấy ảnh “a.jpg”. Hãy chép ảnh vào."
