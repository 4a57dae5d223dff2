"""Every kind of page for everyone: axe, keyboard, zoom, schemes, paper, no script, and few bytes."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import HOST, publish
from tests.site.sample import kinds

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORY = "/tin-tuc/2023/du-thu/"
PLAIN = "/tin-tuc/2023/khong-anh/"
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
CONTRAST = {"runOnly": ["color-contrast-enhanced"]}
"""AAA; all that a scheme can change."""
EVERYTHING = {"rules": {"color-contrast-enhanced": {"enabled": True}, "target-size": {"enabled": True}}}
"""Both rules are off by default."""

OUTLINES = """() => {
  const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
  const seen = box.bottom > 0 && box.top < innerHeight && style.clipPath === "none";
  return [at.innerText.trim(), seen && style.outlineStyle === "solid" && parseFloat(style.outlineWidth) >= 2];
}"""
"""The name of what has the focus, and whether one sees that it has."""

SMALL_TARGETS = """() => [...document.querySelectorAll("nav a, .choices :is(a, button), .more, .p-name a, .months a")]
  .filter(link => link.offsetHeight && link.offsetHeight < 44).map(link => link.innerText)"""


TIGHT = """() => [...document.querySelectorAll("h1, h2, h3, h4, p, li, a:not(sup a)")].filter(element => {
  const style = getComputedStyle(element);
  return parseFloat(style.lineHeight) < 1.35 * parseFloat(style.fontSize);
}).map(element => element.outerHTML)"""


@pytest.fixture
def page(browser: Browser, sample: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the published sample; no script may fail, no policy be broken, no other host be asked."""
    options: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}, **getattr(request, "param", {})}
    context = browser.new_context(base_url=HOST, **options)
    publish(sample, context)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
    page.on("request", lambda asked: faults.append(asked.url) if not asked.url.startswith(HOST) else None)
    yield page
    context.close()
    assert faults == []


def with_options(**options: Any) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("page", [options], indirect=True, ids=["-".join(options)])


def test_axe_finds_nothing_on_any_kind_of_page(page: Page, sample: Path) -> None:
    found = []
    for address in kinds(sample):
        page.goto(address)
        page.evaluate(AXE)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                only = CONTRAST if scheme == "dark" else EVERYTHING
                run = page.evaluate("only => axe.run({ resultTypes: ['violations'], ...only })", only)
                found += [
                    (address, width, scheme, violation["id"], [node["target"] for node in violation["nodes"]][:3])
                    for violation in run["violations"]
                ]
    assert found == []


def test_no_kind_of_page_is_wider_than_the_narrowest_screen(page: Page, sample: Path) -> None:
    """320 px is also a desk's screen at 400 % zoom; then text alone twice as large."""
    for address in kinds(sample):
        page.set_viewport_size({"width": 320, "height": 256})
        page.goto(address)
        assert page.evaluate("document.scrollingElement.scrollWidth") == 320, address
        page.set_viewport_size({"width": 640, "height": 512})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("document.scrollingElement.scrollWidth") == 640, address


def test_headings_leave_room_for_marks_and_nothing_moves(page: Page, sample: Path) -> None:
    """Also for whoever has not asked for less motion."""
    for address in kinds(sample):
        page.goto(address)
        assert page.evaluate(TIGHT) == [], address
        assert page.evaluate("document.getAnimations().length") == 0
        moving = """() => [...document.querySelectorAll("*")].filter(element =>
            getComputedStyle(element).transitionDuration !== "0s").length"""
        assert page.evaluate(moving) == 0


def test_a_full_line_holds_sixty_to_seventy_five_characters(page: Page) -> None:
    page.goto("/tin-tuc/2026/hop-mat-80-nam/")
    lines = page.evaluate("""() => [...document.querySelectorAll(".e-content > p")].map(text =>
        [text.innerText.length, text.offsetHeight / parseFloat(getComputedStyle(text).lineHeight)])""")
    length, rows = max(lines)
    assert 60 <= length / rows <= 75


def test_the_keyboard_reaches_everything_in_reading_order_and_shows_where_it_is(page: Page) -> None:
    page.goto(STORY)
    stops = page.locator("a[href]:not([tabindex='-1']), button, [tabindex='0']").evaluate_all(
        "all => all.filter(stop => stop.checkVisibility()).map(stop => stop.innerText.trim())"
    )
    walked = []
    for _ in stops:
        page.keyboard.press("Tab")
        walked.append(page.evaluate(OUTLINES))
    assert walked == [[name, True] for name in stops]
    assert stops[0] == "Đến nội dung chính"


def test_the_skip_link_leads_past_the_menu(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#noi_dung")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_menu_says_where_one_is(page: Page) -> None:
    page.goto("/tin-tuc/")
    current = page.get_by_role("navigation", name="Mục lục").locator("[aria-current]")
    assert current.all_inner_texts() == ["Tin tức"]
    assert current.evaluate("link => getComputedStyle(link).textDecorationLine") == "underline"


@with_options(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
def test_on_a_phone_every_target_is_large_enough_for_a_thumb(page: Page, sample: Path) -> None:
    for address in kinds(sample):
        page.goto(address)
        assert page.evaluate(SMALL_TARGETS) == [], address


@with_options(java_script_enabled=False)
def test_without_scripts_everything_is_there_but_the_aids_that_need_them(page: Page) -> None:
    page.goto(STORY)
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("link", name="Chia sẻ qua Facebook").is_visible()
    assert page.get_by_role("link", name="Địa chỉ cố định của bài").is_visible()
    page.get_by_role("navigation", name="Mục lục").get_by_role("link", name="Giới thiệu").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Giới thiệu"


@with_options(permissions=["clipboard-read", "clipboard-write"])
def test_a_story_is_copied_and_printed_at_a_press(page: Page) -> None:
    page.add_init_script("window.print = () => { document.title = 'đã in' }")
    page.goto(STORY)
    page.get_by_role("button", name="Chép địa chỉ").click()
    page.get_by_role("button", name="Đã chép").wait_for()
    fixed = page.locator("link[rel=canonical]").get_attribute("href")
    assert page.evaluate("navigator.clipboard.readText()") == fixed
    assert page.get_by_role("button", name="Chia sẻ", exact=True).count() == 0
    page.get_by_role("button", name="In bài này").click()
    assert page.title() == "đã in"


def test_a_phone_offers_its_own_share_sheet(page: Page) -> None:
    page.add_init_script("navigator.share = async what => { document.title = JSON.stringify(what) }")
    page.goto(STORY)
    title, fixed = page.title(), page.locator("link[rel=canonical]").get_attribute("href")
    page.get_by_role("button", name="Chia sẻ", exact=True).click()
    assert page.evaluate("JSON.parse(document.title)") == {"title": title, "url": fixed}


def test_dark_is_dark_and_paper_stays_white(page: Page) -> None:
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    page.emulate_media(color_scheme="dark")
    page.goto(STORY)
    assert page.evaluate(ground) == "rgb(26, 23, 18)"
    page.emulate_media(color_scheme="dark", media="print")
    assert page.evaluate(ground) == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"


def test_a_story_prints_on_a4_with_its_date_and_address_and_without_the_menus(page: Page) -> None:
    page.goto(STORY)
    page.emulate_media(media="print")
    assert page.get_by_text("Thứ Sáu, ngày 06/01/2023").is_visible()
    assert page.get_by_text("https://chuthapdo.example.vn/tin-tuc/2023/du-thu/", exact=True).is_visible()
    assert [nav.is_visible() for nav in page.get_by_role("navigation").all()] == []
    assert page.get_by_role("heading", name="Bài này").count() == 0
    sheet = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", page.pdf(prefer_css_page_size=True))
    assert sheet is not None
    assert [round(float(side) / 72 * 25.4) for side in sheet.groups()] == [210, 297]


@with_options(forced_colors="active")
def test_forced_colours_keep_focus_and_ticks_visible(page: Page) -> None:
    page.goto(STORY)
    page.keyboard.press("Tab")
    assert page.evaluate(OUTLINES) == ["Đến nội dung chính", True]
    boxes = page.get_by_role("checkbox")
    assert boxes.evaluate_all("all => all.map(box => parseFloat(getComputedStyle(box).borderTopWidth) > 3)") == [
        False,
        True,
    ]


@with_options(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True)
def test_a_phone_on_a_slow_line_fetches_the_lead_photo_alone_and_the_rest_when_it_is_near(page: Page) -> None:
    slow = {"offline": False, "latency": 600, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
    page.context.new_cdp_session(page).send("Network.emulateNetworkConditions", slow)
    assert page.evaluate("navigator.connection.effectiveType") == "3g"
    photos: list[str] = []
    page.on("request", lambda request: photos.append(request.url) if "/anh/" in request.url else None)
    page.goto("/", wait_until="networkidle")
    shown = page.locator("main img:visible")
    assert photos == [shown.first.evaluate("image => image.currentSrc")]
    height = page.evaluate("document.scrollingElement.scrollHeight")
    for image in shown.all():
        image.evaluate("image => image.closest('a').scrollIntoView()")
        image.evaluate("image => image.decode()")
    assert len(photos) == shown.count() > 5
    assert abs(page.evaluate("document.scrollingElement.scrollHeight") - height) < 100


def test_a_story_without_photos_is_light(page: Page, sample: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(HOST)))
    page.goto(PLAIN, wait_until="networkidle")
    assert len(asked) <= 8
    held = [(sample / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")).read_bytes() for path in asked]
    assert sum(min(len(gzip.compress(file)), len(file)) for file in held) <= 30_000
    assert sum(len(file) for path, file in zip(asked, held, strict=True) if path.endswith(".js")) <= 1_700
