"""What a phone loads of real stories: the size it needs, no more, and nothing jumps when it comes."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import HOST, publish
from tests.sites import ROOT, make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORIES = ("2024/2024-01-18-khen-thuong-nam-2023", "2025/2025-05-19-mot-ngay-o-bep-an-nhan-ai")
PHONE = {"viewport": {"width": 360, "height": 740}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
LEAD_BYTES = 60_000

IMAGES = """async () => {
  const images = [...document.querySelectorAll("main img")].filter(image => image.checkVisibility());
  for (const image of images) {
    image.loading = "eager";
    image.closest("a").style.contentVisibility = "visible";
  }
  await Promise.all(images.map(image => image.decode()));
  return images.map(image => [
    image.currentSrc.split("/").pop(), image.width, image.height, image.srcset,
    Math.abs(image.getAttribute("width") / image.getAttribute("height") - image.naturalWidth / image.naturalHeight),
  ]);
}"""
"""Every image seen: its file, its size on the page, its choice of files, how far its written shape is from its own."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of a few sample stories."""
    site = make_site(tmp_path_factory.mktemp("anh-that"))
    for story in STORIES:
        shutil.copytree(ROOT / "content" / "tin-tuc" / story, site.root / "content" / "tin-tuc" / story)
    site.build()
    return site.output


@pytest.fixture
def page(browser: Browser, output: Path) -> Iterator[Page]:
    context = browser.new_context(**PHONE)
    publish(output, context)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ["/", *(f"/tin-tuc/{s[:5]}{s[16:]}/" for s in STORIES), "/thu-vien-anh/"])
def test_every_photo_of_a_page_has_its_true_shape_and_a_choice_of_files(page: Page, address: str) -> None:
    page.goto(HOST + address)
    images = page.evaluate(IMAGES)
    assert images
    for name, width, height, srcset, bent in images:
        assert name.endswith(".avif"), name
        assert " 400w, " in srcset
        assert bent < 0.01, name
        assert 0 < width <= 360, name
        assert height > 0, name


@pytest.mark.parametrize("address", ["/", *(f"/tin-tuc/{s[:5]}{s[16:]}/" for s in STORIES)])
def test_the_lead_photo_costs_a_phone_little(page: Page, output: Path, address: str) -> None:
    page.goto(HOST + address, wait_until="networkidle")
    lead = page.locator("main img").first.evaluate("image => image.currentSrc")
    assert lead.endswith("-800.avif")
    assert (output / "anh" / lead.rpartition("/")[2]).stat().st_size <= LEAD_BYTES
