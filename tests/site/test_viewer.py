"""The viewer over a story's photos, in a real browser: keys, swipe, addresses, focus, and life without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser import HOST, publish
from tests.site.newsstand import THEME
from tests.sites import make_site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORY = f"{HOST}/tin-tuc/2023/chuyen-di/"
BODY = """\
Mở đầu.

![](a.jpg)
Ảnh: Đoàn lên đường. Ảnh: Mai Phương

Giữa bài.

![](b.jpg)
![Hai người trao túi quà](c.jpg)
Ảnh: Trao quà cho bà con

Kết.

![Cầu treo](d.jpg)
"""
SIZES = {"a": (2000, 1500), "b": (1500, 2000), "c": (1600, 900), "d": (300, 200)}
DESK = {"viewport": {"width": 1280, "height": 800}}
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}

SHOWN = """() => {
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest("dialog figure");
  return middle && [middle.querySelector("img").src.match(/anh.(\\w)-/)[1], middle.innerText.trim()];
}"""
"""Which photo stands in the middle of the screen, and its caption; null when the viewer is closed."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a story of four photos, and one of none."""
    site = make_site(tmp_path_factory.mktemp("xem-anh"))
    site.tell("chuyen-di", "Chuyến đi", body=BODY)
    site.tell("khong-anh", "Không ảnh")
    for name, size in SIZES.items():
        site.paint(f"content/tin-tuc/2023/chuyen-di/{name}.jpg", size=size)
    site.build()
    return site.output


@pytest.fixture
def page(browser: Browser, output: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of a desk's browser, or of what the test asks for; no script of it may fail."""
    options: dict[str, Any] = getattr(request, "param", DESK)
    context = browser.new_context(**options)
    publish(output, context)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield page
    context.close()
    assert faults == []


on_a_phone = pytest.mark.parametrize("page", [PHONE], indirect=True, ids=["phone"])


def shown(page: Page) -> Any:
    return page.evaluate(SHOWN)


def wait_for(page: Page, name: str) -> None:
    page.wait_for_function(f"name => (({SHOWN})() || [])[0] === name", arg=name)


def open_photo(page: Page, number: int) -> None:
    """Click on a photo and wait: the viewer's script is fetched only then."""
    page.get_by_role("link", name=f"Xem ảnh {number} cỡ lớn").click()
    page.locator("dialog[open]").wait_for()


def focused(page: Page) -> Any:
    return page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.innerText")


def test_a_click_opens_the_photo_and_escape_returns_to_its_link(page: Page) -> None:
    page.goto(STORY)
    open_photo(page, 2)
    assert shown(page) == ["b", "Trao quà cho bà con"]
    assert page.url == f"{STORY}#anh-2"
    assert page.get_by_role("dialog", name="Xem ảnh").get_by_role("status").inner_text() == "Ảnh 2/4"
    assert focused(page) == "Đóng"
    page.keyboard.press("Escape")
    page.wait_for_url(STORY)
    assert shown(page) is None
    assert focused(page) == "Xem ảnh 2 cỡ lớn"


def test_arrow_keys_go_from_photo_to_photo_and_no_further(page: Page) -> None:
    page.goto(STORY)
    page.get_by_role("link", name="Xem ảnh 1 cỡ lớn").press("Enter")
    wait_for(page, "a")
    seen = []
    for key in ("ArrowLeft", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"):
        page.keyboard.press(key)
        seen.append((shown(page), page.url.partition("#")[2]))
    assert seen == [
        (["a", "Đoàn lên đường. Ảnh: Mai Phương"], "anh-1"),
        (["b", "Trao quà cho bà con"], "anh-2"),
        (["c", "Trao quà cho bà con"], "anh-3"),
        (["d", "Cầu treo"], "anh-4"),
        (["d", "Cầu treo"], "anh-4"),
        (["c", "Trao quà cho bà con"], "anh-3"),
    ]
    page.keyboard.press("Control+ArrowRight")
    assert shown(page)[0] == "c"


def test_buttons_do_what_they_say(page: Page) -> None:
    page.goto(STORY)
    open_photo(page, 1)
    before, after = page.get_by_role("button", name="Ảnh trước"), page.get_by_role("button", name="Ảnh sau")
    assert [button.get_attribute("aria-disabled") for button in (before, after)] == ["true", "false"]
    after.click()
    assert shown(page)[0] == "b"
    before.click()
    assert shown(page)[0] == "a"
    page.get_by_role("button", name="Đóng").click()
    page.wait_for_url(STORY)
    assert shown(page) is None


def test_back_closes_the_viewer_and_forward_opens_it_again(page: Page) -> None:
    page.goto(f"{HOST}/tin-tuc/")
    page.goto(STORY)
    open_photo(page, 2)
    page.keyboard.press("ArrowRight")
    page.go_back()
    assert (page.url, shown(page)) == (STORY, None)
    page.go_forward()
    assert (page.url, shown(page)[0]) == (f"{STORY}#anh-3", "c")
    page.keyboard.press("Escape")
    page.wait_for_url(STORY)
    page.go_back()
    assert page.url == f"{HOST}/tin-tuc/"


def test_an_address_leads_to_one_photo_and_closing_stays_on_the_page(page: Page) -> None:
    page.goto(f"{HOST}/tin-tuc/")
    page.goto(f"{STORY}#anh-3")
    wait_for(page, "c")
    page.keyboard.press("Escape")
    page.wait_for_url(STORY)
    assert page.evaluate("document.activeElement.querySelector('img').alt") == "Hai người trao túi quà"
    page.go_back()
    assert page.url == f"{HOST}/tin-tuc/"


def test_other_addresses_of_the_page_open_nothing(page: Page) -> None:
    page.goto(f"{STORY}#anh-9")
    assert shown(page) is None
    page.goto(f"{STORY}#noi_dung")
    assert shown(page) is None


@on_a_phone
def test_a_swipe_goes_to_the_next_photo_and_stops_there(page: Page) -> None:
    page.goto(STORY)
    page.get_by_role("link", name="Xem ảnh 1 cỡ lớn").tap()
    wait_for(page, "a")
    swipe(page, -250)
    wait_for(page, "b")
    page.wait_for_url(f"{STORY}#anh-2")
    assert page.get_by_role("status").inner_text() == "Ảnh 2/4"
    swipe(page, 250)
    wait_for(page, "a")
    page.wait_for_url(f"{STORY}#anh-1")


def swipe(page: Page, distance: int) -> None:
    """A finger put down, drawn along and lifted."""
    finger = page.context.new_cdp_session(page)
    start = 180 - distance // 2
    for kind, x in (("touchStart", start), *(("touchMove", start + distance * n // 10) for n in range(1, 11))):
        finger.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 300}]})
    finger.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@on_a_phone
def test_two_fingers_enlarge_a_photo(page: Page) -> None:
    page.goto(f"{STORY}#anh-1")
    wait_for(page, "a")
    fingers = page.context.new_cdp_session(page)
    for kind, reach in (("touchStart", 30), *(("touchMove", 30 + 8 * n) for n in range(1, 12))):
        points = [{"x": 180 + way * reach, "y": 300, "id": id_} for id_, way in enumerate((-1, 1))]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    fingers.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_function("() => visualViewport.scale > 1.5", timeout=5_000)
    assert shown(page)[0] == "a"


def test_large_versions_are_fetched_when_asked_for_and_no_sooner(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(STORY, wait_until="networkidle")
    assert [url for url in fetched if "-1600." in url] == []
    with page.expect_request("**/b-*-1500.avif"), page.expect_request("**/a-*-1600.avif"):
        open_photo(page, 1)
    assert [url for url in fetched if "-1600." in url and "/c-" in url] == []


def test_no_photo_is_blown_up_or_cut(page: Page) -> None:
    for number, name in enumerate(SIZES, start=1):
        page.goto(f"{STORY}#anh-{number}")
        page.reload()
        wait_for(page, name)
        image = page.locator("dialog img").nth(number - 1)
        assert image.evaluate("image => getComputedStyle(image).objectFit") == "scale-down"
        wide, tall = image.evaluate("image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])")
        assert (wide, tall) == (min(SIZES[name][0], 1600), round(SIZES[name][1] * min(1, 1600 / SIZES[name][0])))


@pytest.mark.parametrize("page", [DESK | {"java_script_enabled": False}], indirect=True, ids=["no script"])
def test_without_scripts_the_link_is_the_large_photo(page: Page) -> None:
    page.goto(f"{STORY}#anh-2")
    assert page.get_by_role("dialog").count() == 0
    page.get_by_role("link", name="Xem ảnh 2 cỡ lớn").click()
    page.wait_for_url(f"{HOST}/anh/b-*-1500.jpg")


def test_the_viewer_comes_with_the_first_touch_of_a_photo_and_where_it_cannot_run_the_photo_opens(
    page: Page,
) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto(STORY, wait_until="networkidle")
    assert f"{HOST}/theme/js/viewer.js" not in fetched
    page.route("**/viewer.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.evaluate("document.querySelector('.photo > a').onpointerenter = null")
    page.get_by_role("link", name="Xem ảnh 2 cỡ lớn").click()
    page.wait_for_url(f"{HOST}/anh/b-*-1500.jpg")


def test_a_key_held_down_leaves_the_link_to_the_browser(page: Page) -> None:
    page.goto(STORY)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Xem ảnh 2 cỡ lớn").click(modifiers=["ControlOrMeta"])
    assert opened.value is not page
    assert shown(page) is None


def test_a_page_without_photos_loads_no_viewer(output: Path) -> None:
    page = (output / "tin-tuc" / "2023" / "khong-anh" / "index.html").read_text(encoding="utf-8")
    assert "viewer.js" not in page
    assert "viewer" not in page


def test_the_viewer_is_small() -> None:
    assert len((THEME / "static" / "js" / "viewer.js").read_bytes()) < 3_100
    assert len((THEME / "static" / "css" / "viewer.css").read_bytes()) <= 700
