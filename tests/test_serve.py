"""The preview: real files, the real server, and a real browser that nobody touches after it was opened."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from newsroom.cli.live import server
from newsroom.cli.live.board import Board
from newsroom.cli.live.places import Moved, find_place
from newsroom.cli.live.preview import Preview
from newsroom.cli.live.server import insist, served
from newsroom.cli.live.watching import Inbox, watching
from newsroom.cli.serve import follow
from newsroom.cli.words import Serve
from tests.sites import NEWSROOM, STORY, Site, Words, environment, make_site, start

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGE = "/tin-tuc/2023/a/"
LONG = "\n\n".join(f"Đoạn thứ {number} của bài." for number in range(200))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return make_site(tmp_path / "site")


# ── Addresses ────────────────────────────────────────────────────────────────


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "ra"
    for name in ("index.html", "bai/index.html", "anh/a.jpg"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    (tmp_path / "mat.txt").write_text("x", encoding="utf-8")
    return folder


def test_an_address_is_a_file_of_the_output_or_nothing(output: Path) -> None:
    assert find_place(output, "/") == output / "index.html"
    assert find_place(output, "/bai/") == output / "bai" / "index.html"
    assert find_place(output, "/bai") == Moved("/bai/")
    assert find_place(output, "/anh/a.jpg") == output / "anh" / "a.jpg"
    assert find_place(output, "/anh") is None
    assert find_place(output, "/anh/") is None


@pytest.mark.parametrize(
    "address",
    ["/../mat.txt", "/bai/../../mat.txt", "/%2e%2e/mat.txt", "/..%2fmat.txt", "/..\\mat.txt", "/C:/mat.txt",
     "/./index.html", "//mat.txt", "/index.html%00", "/index.html\0", "mat.txt", "", "*", "/bai//index.html",
     "/.git/config"],
)  # fmt: skip
def test_no_address_leads_out_of_the_output(output: Path, address: str) -> None:
    assert find_place(output, address) is None


# ── The server ───────────────────────────────────────────────────────────────


def ask(port: int, path: str, host: str = "", method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host or f"127.0.0.1:{port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def test_only_names_of_this_machine_are_answered(output: Path) -> None:
    with served(output, 0, Board()) as port:
        for host in ("localhost", f"LOCALHOST:{port}", "127.0.0.1", f"[::1]:{port}"):
            assert ask(port, "/", host)[0] == 200
        for host in ("hoi.example.vn", f"hoi.example.vn:{port}", "127.0.0.1.example.vn", "localhost.example.vn", " "):
            for path in ("/", "/anh/a.jpg", "/-/events", "/-/notices.json"):
                status, _, body = ask(port, path, host)
                assert (status, body.decode()) == (403, "Bản xem thử chỉ dành cho máy này (http://127.0.0.1).")


def test_the_server_listens_on_this_machine_alone(output: Path) -> None:
    with served(output, 0, Board()) as port:
        assert ask(port, "/")[0] == 200
        with pytest.raises(OSError, match=r"."):
            http.client.HTTPConnection("127.0.0.2", port, timeout=5).connect()


def test_the_script_stands_in_answers_and_in_no_file(output: Path) -> None:
    page = b"<!doctype html><html><head><title>x</title></head><body></body></html>"
    (output / "index.html").write_bytes(page)
    board = Board()
    with served(output, 0, board) as port:
        _, headers, body = ask(port, "/")
        script = f'<script type="module" src="/-/reload.js?build={board.word.build}"></script>\n</head>'
        assert body.decode() == page.decode().replace("</head>", script)
        assert headers["Cache-Control"] == "no-store"
        assert headers["Content-Type"] == "text/html; charset=utf-8"
        assert headers["X-Content-Type-Options"] == "nosniff"
        status, headers, body = ask(port, "/", method="HEAD")
        assert (status, int(headers["Content-Length"]), body) == (200, len(page) + len(script) - len("</head>"), b"")
        assert ask(port, "/anh/a.jpg")[1]["Cache-Control"] == "max-age=31536000, immutable"
        assert ask(port, "/bai?x=1")[1]["Location"] == "/bai/"
        assert ask(port, "/-/reload.js")[1]["Content-Type"] == "text/javascript; charset=utf-8"
        assert ask(port, "/-/..%2fserver.py")[0] == ask(port, "/-/")[0] == ask(port, "/-/x.js")[0] == 404
        assert ask(port, "/", method="POST")[0] == 501
    assert (output / "index.html").read_bytes() == page


def test_a_file_that_is_being_replaced_is_asked_for_again() -> None:
    refusals = [PermissionError(13, "bận"), PermissionError(13, "bận")]

    def read() -> str:
        if refusals:
            raise refusals.pop()
        return "trang"

    assert insist(read, pause=0) == "trang"
    assert refusals == []
    with pytest.raises(FileNotFoundError):
        insist(lambda: Path("khong-co").read_text(encoding="utf-8"), pause=0)


def test_a_file_that_stays_held_is_answered_with_a_page_that_says_so(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(place: Path) -> bytes:
        raise PermissionError(13, "bận", str(place))

    monkeypatch.setattr(server, "_ATTEMPTS", 1)
    with served(output, 0, Board()) as port:
        monkeypatch.setattr(Path, "read_bytes", refuse)
        status, headers, body = ask(port, "/bai/")
    assert (status, headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert "Chương trình khác đang giữ trang này. Hãy tải lại trang sau giây lát." in body.decode()


# ── Changes ──────────────────────────────────────────────────────────────────


def test_what_is_saved_as_soon_as_the_watchers_are_at_work_is_in_the_inbox(site: Site) -> None:
    inbox, story = Inbox(), site.root / site.tell("2023-01-06-a", "Bài A")
    with watching(inbox, [site.root / "content"], site.root, Words()):
        site.tell("2023-01-06-a", "Bài B")
        assert inbox.take() == {story}
        settings = site.write("pelicanconf.py", "x")
        site.write("ghi-chu.txt", "x")
        assert inbox.take() == {settings}


def test_the_inbox_gives_all_that_has_come_and_tells_when_it_is_closed() -> None:
    inbox = Inbox()
    inbox.put(frozenset({Path("a")}))
    inbox.put(frozenset({Path("b")}))
    assert inbox.take() == {Path("a"), Path("b")}
    inbox.put(frozenset({Path("c")}))
    inbox.close()
    assert inbox.take() is None


# ── Builds ───────────────────────────────────────────────────────────────────


def command(site: Site, now: str = "2023-02-01") -> Serve:
    return Serve(site.root / "pelicanconf.py", now, False, 0)


def page_of(preview: Preview, address: str = PAGE) -> str:
    return (preview.settings.output / address.strip("/") / "index.html").read_text(encoding="utf-8")


def test_the_site_stays_open_until_its_settings_change(site: Site) -> None:
    story = site.root / site.tell("2023-01-06-a", "Bài A")
    preview = Preview(command(site), Words())
    assert preview.rebuild(frozenset()).built
    opened = preview.site
    site.tell("2023-01-06-a", "Bài B")
    assert preview.rebuild(frozenset({story})).built
    assert preview.site is opened
    assert "Bài B" in page_of(preview)
    file = site.root / "pelicanconf.py"
    was = file.read_text(encoding="utf-8")
    site.write("pelicanconf.py", f"{was}\nNEWSROOM_NAME = 'Hội khác'\n")
    assert preview.rebuild(frozenset({file})).built
    assert "Hội khác" in page_of(preview)
    site.write("pelicanconf.py", "1 / 0\n")
    for changes in ({file}, {story}):
        outcome = preview.rebuild(frozenset(changes))
        assert outcome.refused[0] == (
            "pelicanconf.py, dòng 1: Tệp cài đặt không dùng được (ZeroDivisionError: division by zero). "
            "Hãy sửa lại tệp rồi chạy lại."
        )
    site.write("pelicanconf.py", was)
    assert preview.rebuild(frozenset({file})).built
    assert "Hội khác" not in page_of(preview)
    assert not site.output.exists()


def test_settings_that_name_other_folders_and_changed_code_ask_for_a_new_process(site: Site) -> None:
    preview = Preview(command(site), Words())
    assert preview.rebuild(frozenset()).built
    file = site.root / "pelicanconf.py"
    site.write("them.py", "x = 1\n")
    assert preview.rebuild(frozenset({site.root / "them.py"})).restart
    preview = Preview(command(site), Words())
    (site.root / "theme").rename(site.root / "giao-dien")
    site.write("pelicanconf.py", file.read_text(encoding="utf-8").replace('THEME = "theme"', 'THEME = "giao-dien"'))
    assert preview.rebuild(frozenset({file})).restart


@dataclass
class Meddler(Words):
    """A reporter that saves something while pages are being rendered, once."""

    meddle: list[Callable[[], Any]] = field(default_factory=list)

    @contextmanager
    def track(self, label: str) -> Iterator[Callable[[int, int], None]]:
        if label == "Dựng trang" and self.meddle:
            self.meddle.pop()()
        yield lambda done, total: None


def test_what_is_saved_during_a_build_is_in_the_next_one(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="CU")
    reporter = Meddler(meddle=[lambda: site.tell("2023-01-06-a", "Bài A", body="MOI")])
    preview, inbox = Preview(command(site), reporter), Inbox()
    with watching(inbox, preview.folders, site.root, reporter):
        builds = follow(preview, inbox, Board(), reporter)
        next(builds)
        assert "CU" in page_of(preview)
        next(builds)
        assert "MOI" in page_of(preview)


def open_preview(site: Site) -> Preview:
    preview = Preview(command(site), Words())
    preview.prepare(preview.rebuild(frozenset()))
    return preview


def test_a_saved_story_is_on_its_page_before_the_build_which_finds_nothing_to_mend_in_it(site: Site) -> None:
    for name in "abc":
        site.tell(f"2023-01-06-{name}", f"Bài {name.upper()}", body="CU")
    preview = open_preview(site)
    file = site.root / site.tell("2023-01-06-a", "Bài A", body="MOI")
    assert preview.show(frozenset({file})) == {"tin-tuc/2023/a/index.html"}
    shown = preview.settings.output.joinpath("tin-tuc/2023/a/index.html").read_bytes()
    assert b"MOI" in shown
    built = preview.rebuild(frozenset({file})).built
    assert built
    assert "tin-tuc/2023/a/index.html" not in built.added
    assert preview.settings.output.joinpath("tin-tuc/2023/a/index.html").read_bytes() == shown


def test_a_folder_that_is_reported_with_its_file_does_not_keep_the_page_waiting(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="CU")
    preview = open_preview(site)
    file = site.root / site.tell("2023-01-06-a", "Bài A", body="MOI")
    assert preview.show(frozenset({file, *list(file.parents)[:3]})) == {"tin-tuc/2023/a/index.html"}
    assert preview.show(frozenset({file.parent})) == frozenset()


def test_a_refused_build_holds_the_ledger_no_longer_and_what_was_found_is_still_told(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="![](mot.jpg)")
    preview, inbox, board = Preview(command(site), Words()), Inbox(), Board()
    builds = follow(preview, inbox, board, Words())
    next(builds)
    assert count_open_ledgers(site) == 1
    theme = site.write("theme/templates/story.html", "{% if %}")
    inbox.put(frozenset({theme}))
    assert next(builds).built is None
    assert count_open_ledgers(site) == 0
    assert preview.show(frozenset({site.root / "content/tin-tuc/2023/2023-01-06-a/index.md"})) == frozenset()
    assert "photo-missing" in {row["code"] for row in board.findings.about(PAGE)["notices"]}


def count_open_ledgers(site: Site) -> int:
    """How many files that are open in this process are the preview's ledger."""
    (ledger,) = site.cache.rglob("so-cai.sqlite")
    found = 0
    for name in os.listdir("/dev/fd"):
        with suppress(OSError):
            found += os.path.samestat(os.fstat(int(name)), ledger.stat())
    return found


@pytest.mark.parametrize(
    "change",
    [
        {"date": "2023-01-07"},
        {"head": "Trạng thái: nháp"},
        {"head": "Chuyên mục: Thông báo"},
        {"head": "Slug: khac"},
        {"body": "![](anh.jpg)"},
    ],
)
def test_a_story_that_stands_elsewhere_after_a_save_waits_for_the_build(site: Site, change: dict[str, str]) -> None:
    site.tell("2023-01-06-a", "Bài A")
    site.paint("content/tin-tuc/2023/2023-01-06-a/anh.jpg")
    preview = open_preview(site)
    file = site.root / site.tell("2023-01-06-a", "Bài A", **change)
    assert preview.show(frozenset({file})) == frozenset()


def test_nothing_is_shown_of_what_is_no_story_or_is_gone(site: Site) -> None:
    gone = site.tell("2023-01-06-a", "Bài A")
    preview = open_preview(site)
    new = site.tell("2023-01-08-moi", "Mới", date="2023-01-08")
    (site.root / gone).unlink()
    for file in (gone, new, "theme/templates/story.html"):
        assert preview.show(frozenset({site.root / file})) == frozenset()


def test_the_terminal_is_told_a_warning_once(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài A", body="![](mot.jpg)")
    reporter, inbox = Words(), Inbox()
    builds = follow(Preview(command(site), reporter), inbox, Board(), reporter)
    next(builds)
    warned = list(reporter.warned)
    assert "mot.jpg" in warned[0]
    inbox.put(frozenset())
    next(builds)
    assert reporter.warned == warned
    assert len(reporter.said) == 2
    inbox.close()
    assert list(builds) == []


def test_who_waits_for_the_new_process_leaves_ctrl_c_to_it() -> None:
    child = "import os, signal, sys; os.kill(os.getppid(), signal.SIGINT); sys.exit(6 + sum(range(10**6)) % 2)"
    call = f"sys.exit(follow_process([sys.executable, '-c', {child!r}]))"
    parent = f"import sys; from newsroom.cli.live.restart import follow_process; {call}"
    done = subprocess.run([sys.executable, "-c", parent], capture_output=True, env=environment(), check=False)
    assert (done.returncode, done.stderr) == (6, b"")


# ── In a browser ─────────────────────────────────────────────────────────────


@dataclass
class Served:
    """A running ``newsroom serve``."""

    site: Site
    process: subprocess.Popen[bytes]
    address: str

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])


@contextmanager
def serving(site: Site, port: int = 0) -> Iterator[Served]:
    process = start(site, [*NEWSROOM, "serve", "--now", "01/02/2023", "--port", str(port)])
    try:
        assert process.stdout
        lines = (line.decode("utf-8") for line in process.stdout)
        yield Served(site, process, next(line.split()[3] for line in lines if line.startswith("Xem thử tại")))
    finally:
        process.terminate()
        process.communicate(timeout=20)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport={"width": 1000, "height": 700}) as context:
        yield context.new_page()


def save(site: Site, path: str, text: str) -> None:
    """Save in one step: a file that is empty for a moment would make a page of its own."""
    site.write("luu.tmp", text).replace(site.root / path)


def overlay(page: Page) -> str:
    """What the overlay says, once it is there and open or closed."""
    page.locator("#newsroom-preview aside").wait_for()
    return page.locator("#newsroom-preview details").inner_text()


def test_a_saved_story_shows_by_itself_at_the_same_place_of_the_page(site: Site, page: Page) -> None:
    site.tell("2023-01-06-a", "Bài A", body=f"MỞ ĐẦU\n\n{LONG}")
    with serving(site) as preview:
        page.goto(f"{preview.address}{PAGE[1:]}")
        page.evaluate("scrollTo(0, 2500)")
        assert page.evaluate("scrollY") == 2500
        site.tell("2023-01-06-a", "Bài A", body=f"ĐÃ SỬA\n\n{LONG}")
        page.get_by_text("ĐÃ SỬA").wait_for()
        page.wait_for_function("scrollY === 2500")
        files = site.files(".cache/xem-thu")
        assert f"{PAGE[1:]}index.html" in files
        assert not [name for name, data in files.items() if b"/-/" in data and name.endswith(".html")]


def test_a_server_that_starts_again_is_followed(site: Site, page: Page) -> None:
    site.tell("2023-01-06-a", "Bài A", body="CŨ")
    with serving(site) as preview:
        page.goto(f"{preview.address}{PAGE[1:]}")
        assert "CŨ" in page.inner_text("main")
    site.tell("2023-01-06-a", "Bài A", body="MỚI")
    assert overlay(page) == (
        "Đã dừng xem thử\n\nCửa sổ xem thử đã đóng. Mở lại (xem-thu.bat hoặc make serve) thì trang này tự theo tiếp."
    )
    with serving(site, preview.port):
        page.get_by_text("MỚI", exact=True).wait_for()


def test_the_overlay_names_file_and_line_of_this_story_and_counts_the_others(site: Site, page: Page) -> None:
    site.tell("2023-01-06-a", "Bài A", body="![](mot.jpg)\n\nNội dung , một.")
    site.tell("2023-01-06-b", "Bài B", body="![](hai.jpg)")
    with serving(site) as preview:
        page.goto(f"{preview.address}{PAGE[1:]}")
        page.locator("#newsroom-preview summary").click()
        told = overlay(page).split("\n\n")
        assert told[0] == "Bài này: 1 lỗi, 1 chỗ cần xem, 2 gợi ý · Bài khác: 1 lỗi, 1 chỗ cần xem"
        assert told[1] == "content/tin-tuc/2023/2023-01-06-a/index.md"
        assert told[2].startswith("LỖI dòng 4: ")
        assert "mot.jpg" in told[2]
        assert "(photo-missing)" in told[2]
        site.tell("2023-01-06-a", "Bài A")
        page.locator("summary", has_text=re.compile("^Bài khác: 1 lỗi, 1 chỗ cần xem$")).wait_for()


def test_a_refused_build_says_why_on_any_page_and_is_forgotten_when_mended(site: Site, page: Page) -> None:
    site.tell("2023-01-06-a", "Bài A", body="CŨ")
    template = site.root / "theme/templates/story.html"
    good = template.read_text(encoding="utf-8")
    with serving(site) as preview:
        for address in ("", PAGE[1:]):
            page = page.context.new_page()  # the one before may be reloading itself, which would end this visit
            page.goto(f"{preview.address}{address}")
            save(site, "theme/templates/story.html", f"{good}{{% if %}}\n")
            page.get_by_text("Chưa dựng lại được trang").wait_for()
            assert "theme/templates/story.html, dòng" in overlay(page)
            save(site, "theme/templates/story.html", good)
            page.locator("#newsroom-preview").wait_for(state="hidden")
        save(site, "theme/templates/story.html", f"{good}{{% if %}}\n")
        page.get_by_text("Chưa dựng lại được trang").wait_for()
        site.tell("2023-01-06-a", "Bài A", body="MỚI")
        assert "CŨ" in page.inner_text("main")
        save(site, "theme/templates/story.html", good)
        page.get_by_text("MỚI", exact=True).wait_for()


def test_a_page_that_moved_says_where_it_is_now(site: Site, page: Page) -> None:
    story = "content/tin-tuc/tin.md"
    site.write(story, STORY.format(title="A", date="2023-01-06", body="ĐẦU"))
    with serving(site) as preview:
        page.goto(f"{preview.address}{PAGE[1:]}")
        save(site, story, STORY.format(title="B", date="2023-01-06", body="SAU"))
        page.get_by_role("heading", name="Không có trang này").wait_for()
        page.get_by_text("nay ở").wait_for()
        assert overlay(page) == ("Bài này không còn ở địa chỉ này\n\nBài content/tin-tuc/tin.md nay ở /tin-tuc/2023/b/")
        assert page.inner_text("h1") == "Không có trang này"
        save(site, story, STORY.format(title="B", date="2023-13-45", body="SAU"))
        page.get_by_text("chưa có địa chỉ").wait_for()
        assert "LỖI dòng 2: " in overlay(page)
        (site.root / story).unlink()
        page.get_by_text("không còn trên trang").wait_for()
        save(site, story, STORY.format(title="A", date="2023-01-06", body="TRỞ LẠI"))
        page.get_by_text("TRỞ LẠI").wait_for()


def test_pages_out_of_sight_leave_their_connections_to_others_and_catch_up(site: Site, browser: Browser) -> None:
    hide = """hidden => {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
    }"""
    site.tell("2023-01-06-a", "Bài A", body="CŨ")
    with serving(site) as preview, browser.new_context() as context:
        for _ in range(8):  # a browser opens six connections to a server, and no more
            page = context.new_page()
            page.goto(f"{preview.address}{PAGE[1:]}")
            page.evaluate(hide, True)
        site.tell("2023-01-06-a", "Bài A", body="ĐÃ SỬA")
        page.evaluate(hide, False)
        page.get_by_text("ĐÃ SỬA").wait_for()
        assert "CŨ" in context.pages[0].inner_text("main")
        context.pages[0].evaluate(hide, False)
        context.pages[0].get_by_text("ĐÃ SỬA").wait_for()


def test_changed_code_begins_a_new_process_at_the_same_port(site: Site, page: Page) -> None:
    site.tell("2023-01-06-a", "Bài A", body="CŨ")
    site.write("them.py", "X = 1\n")
    with serving(site) as preview:
        page.goto(f"{preview.address}{PAGE[1:]}")
        save(site, "them.py", "X = 2\n")
        assert preview.process.stdout
        lines = (line.decode("utf-8").strip() for line in preview.process.stdout)
        assert "Mã chương trình đã thay đổi: đang khởi động lại bản xem thử." in lines
        assert f"Xem thử tại {preview.address} (nhấn Ctrl-C để dừng)." in lines
        site.tell("2023-01-06-a", "Bài A", body="MỚI")
        page.get_by_text("MỚI", exact=True).wait_for()
