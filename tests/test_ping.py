"""``newsroom ping`` against a real hub on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from newsroom.cli import main
from tests.sites import Site, make_site

ADDRESS = "https://chuthapdo.example.vn"


@dataclass
class Hub:
    """A hub that writes down what it is told.

    Attributes:
        status: what it answers.
    """

    address: str = ""
    status: int = 204
    told: list[dict[str, list[str]]] = field(default_factory=list)


@pytest.fixture
def hub() -> Iterator[Hub]:
    made = Hub()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            made.told.append({"path": [self.path], **parse_qs(body)})
            self.send_response(made.status)
            self.end_headers()

        def log_message(self, template: str, *args: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    made.address = f"http://127.0.0.1:{server.server_address[1]}/bao"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield made
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    made = make_site(tmp_path / "site")
    made.tell("2023-01-06-a", "Bài A", head="Chuyên mục: Hiến máu")
    monkeypatch.chdir(made.root)
    return made


def set_hub(site: Site, address: str) -> None:
    with (site.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write(f"NEWSROOM_HUB = {address!r}\n")


def urls(hub: Hub) -> list[str]:
    said = [message["hub.url"][0].removeprefix(ADDRESS) for message in hub.told]
    hub.told.clear()
    return said


def test_the_hub_is_told_once_of_each_changed_feed(site: Site, hub: Hub, capsys: pytest.CaptureFixture[str]) -> None:
    set_hub(site, hub.address)
    assert main(["build"]) == main(["ping"]) == 0
    assert hub.told[0] == {"path": ["/bao"], "hub.mode": ["publish"], "hub.url": [f"{ADDRESS}/atom.xml"]}
    assert urls(hub) == [
        *("/atom.xml", "/chuyen-muc/hien-mau/rss.xml", "/feed.json"),
        *("/khen-thuong/rss.xml", "/nhiem-vu/rss.xml", "/rss.xml"),
    ]
    assert capsys.readouterr().out.endswith("Đã báo cho trạm phát tin: 6 bản tin RSS có thay đổi.\n")
    assert main(["build"]) == main(["ping"]) == 0
    assert urls(hub) == []
    site.tell("2023-01-07-b", "Bài B", date="2023-01-07", head="Chuyên mục: Nhân đạo")
    assert main(["build"]) == main(["ping"]) == 0
    assert urls(hub) == ["/atom.xml", "/chuyen-muc/nhan-dao/rss.xml", "/feed.json", "/rss.xml"]


def test_a_hub_that_refuses_is_a_warning_and_told_again_next_time(
    site: Site, hub: Hub, capsys: pytest.CaptureFixture[str]
) -> None:
    set_hub(site, hub.address)
    hub.status = 503
    assert main(["build"]) == main(["ping"]) == 0
    assert urls(hub) == ["/atom.xml"]
    assert capsys.readouterr().err == (
        f"Trạm phát tin {hub.address} từ chối {ADDRESS}/atom.xml (mã 503). "
        "Trang tin vẫn được xuất bản; lần sau sẽ báo lại.\n"
    )
    hub.status = 202
    assert main(["ping"]) == 0
    assert len(urls(hub)) == 6


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "https://khong-co.invalid/"])
def test_a_hub_that_is_not_there_fails_nothing(site: Site, capsys: pytest.CaptureFixture[str], address: str) -> None:
    main(["build"])
    set_hub(site, address)
    assert main(["ping"]) == 0
    err = capsys.readouterr().err
    assert err.startswith(f"Không báo được cho trạm phát tin {address} (")
    assert err.endswith("). Trang tin vẫn được xuất bản.\n")


def test_without_a_hub_nothing_is_done_and_nothing_said(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build"])
    capsys.readouterr()
    assert main(["ping"]) == 0
    assert capsys.readouterr() == ("", "")


def test_a_damaged_record_only_costs_messages(site: Site, hub: Hub) -> None:
    set_hub(site, hub.address)
    main(["build"])
    for damage in ("{", "[]", '{"hub": "x", "told": 3}', f'{{"hub": "{hub.address}", "told": 3}}'):
        (site.cache / "da-bao.json").write_text(damage, encoding="utf-8")
        assert main(["ping"]) == 0
        assert len(urls(hub)) == 6
