"""The preview's own web server: this machine alone, pages as a web server would give them, and live news.

Drafts and the notices about them are nobody else's business.  The server listens
on the loopback address, and answers only those who call it by a name of this
machine: a page from elsewhere whose host name was made to lead here (DNS
rebinding) is turned away.
"""

from __future__ import annotations

import json
import os
import re
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, urlsplit

from newsroom.cli.live.board import Board
from newsroom.cli.live.places import Moved, find_place, kind_of
from newsroom.cli.live.scripts import BASE, EVENTS, NOTICES, add_script, read_script, write_bare_page
from newsroom.errors import SiteFault

T = TypeVar("T")

HOST = "127.0.0.1"
"""The preview shows drafts: it is for this machine and no other."""

_OURSELVES = re.compile(r"(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?", re.IGNORECASE)

_PULSE = 15.0
"""Seconds after which a silent connection is written to, to learn whether anybody is left at its other end."""

_ATTEMPTS, _PAUSE = 20, 0.05
"""How often, and after how many seconds, a file is asked for again that is just being replaced."""

_LASTING = "/anh/"
"""Photos' names hold their digests (contract §3): a browser may keep them for ever."""


@contextmanager
def served(output: Path, port: int, board: Board) -> Iterator[int]:
    """Serve an output folder, which may come and go, for as long as the block runs; gives the port.

    Args:
        port: 0 for any that is free.

    Raises:
        SiteFault: the port is taken.
    """
    try:
        server = _Server((HOST, port), partial(Handler, output, board))
    except OSError as error:
        fault = f"Không mở được cổng {port} ({error.strerror or error})."
        raise SiteFault(fault, f"Hãy tắt chương trình đang dùng cổng đó, hoặc thử --port {port + 1}.") from error
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        board.close()
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    # Under Windows "reuse" would let two previews share one port, and the office see either.
    allow_reuse_address = os.name == "posix"
    # A page with thirty photos knocks thirty times at once.
    request_queue_size = 128

    def server_bind(self) -> None:
        if sys.platform == "win32":
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        super().server_bind()

    def handle_error(self, request: Any, client_address: Any) -> None:
        # A browser that hangs up in mid-answer is no fault.
        if not isinstance(sys.exception() if sys.version_info >= (3, 12) else sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    def __init__(self, output: Path, board: Board, *args: Any) -> None:
        self._output = output
        self._board = board
        super().__init__(*args)

    def do_GET(self) -> None:
        """Answer."""
        if not _OURSELVES.fullmatch(self.headers.get("Host", "")):
            sentence = "Bản xem thử chỉ dành cho máy này (http://127.0.0.1)."
            self._send(HTTPStatus.FORBIDDEN, kind_of(".txt"), sentence.encode())
            return
        asked = urlsplit(self.path)
        if asked.path == EVENTS:
            self._stream()
        elif asked.path == NOTICES:
            page = parse_qs(asked.query).get("page", [""])[0]
            self._send(HTTPStatus.OK, kind_of(".json"), _write_json(self._board.findings.about(page)))
        elif asked.path.startswith(BASE):
            self._send_script(asked.path.removeprefix(BASE))
        else:
            self._send_page(asked.path)

    do_HEAD = do_GET  # noqa: N815 - the base class names it

    def _send_script(self, name: str) -> None:
        script = read_script(name)
        if script is None:
            self._send(HTTPStatus.NOT_FOUND, kind_of(".txt"), "Không có tệp này.".encode())
        else:
            self._send(HTTPStatus.OK, kind_of(name), script)

    def _send_page(self, address: str) -> None:
        # Asked before the file is read: should the output change in between, the page reloads once too often.
        build = self._board.word.build
        try:
            place, body = insist(lambda: _find(self._output, address))
        except PermissionError:
            body = write_bare_page("Chương trình khác đang giữ trang này. Hãy tải lại trang sau giây lát.")
            self._send(HTTPStatus.SERVICE_UNAVAILABLE, kind_of(".html"), add_script(body, build))
            return
        if isinstance(place, Moved):
            self._send(HTTPStatus.FOUND, kind_of(".txt"), b"", Location=place.address)
            return
        if place is None:
            self._send(HTTPStatus.NOT_FOUND, kind_of(".html"), add_script(body, build))
            return
        if place.suffix == ".html":
            body = add_script(body, build)
        self._send(HTTPStatus.OK, kind_of(place.name), body, lasting=address.startswith(_LASTING))

    def _stream(self) -> None:
        """Tell the page how the preview stands, now and whenever that changes (server-sent events)."""
        self._begin(HTTPStatus.OK, "text/event-stream; charset=utf-8")
        turn = -1
        while self.command != "HEAD" and not self._board.closed:
            word = self._board.wait(turn, _PULSE)
            said = b": \n\n" if word.turn == turn else b"data: " + _write_json(asdict(word)) + b"\n\n"
            turn = word.turn
            self.wfile.write(said)

    def _send(self, status: HTTPStatus, kind: str, body: bytes, lasting: bool = False, **headers: str) -> None:
        self._begin(status, kind, lasting, **headers, **{"Content-Length": str(len(body))})
        if self.command != "HEAD":
            self.wfile.write(body)

    def _begin(self, status: HTTPStatus, kind: str, lasting: bool = False, **headers: str) -> None:
        self.send_response(status)
        keep = "max-age=31536000, immutable" if lasting else "no-store"
        safe = {"X-Content-Type-Options": "nosniff", "Cross-Origin-Resource-Policy": "same-origin"}
        for name, value in {"Content-Type": kind, "Cache-Control": keep, **safe, **headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def log_message(self, template: str, *args: Any) -> None:
        """Say nothing: the office need not read each request."""


def insist(act: Callable[[], T], pause: float = _PAUSE) -> T:
    """Do something that Windows refuses for the moment in which a file is replaced, or looked at by another program.

    Args:
        pause: seconds between two attempts.

    Raises:
        PermissionError: it is refused for longer than such a moment.
    """
    for _ in range(_ATTEMPTS - 1):
        with suppress(PermissionError):
            return act()
        time.sleep(pause)
    return act()


def _find(output: Path, address: str) -> tuple[Path | Moved | None, bytes]:
    """What answers for an address, and its bytes; where nothing does, those that say so."""
    place = find_place(output, address)
    if isinstance(place, Moved):
        return place, b""
    body = _read(place)
    if place is None or body is None:
        return None, _read(output / "404.html") or write_bare_page("Chưa có trang nào ở địa chỉ này.")
    return place, body


def _read(place: Path | None) -> bytes | None:
    """A file of the output, or None: the next build may just have taken it away."""
    if place is not None:
        with suppress(FileNotFoundError, NotADirectoryError):
            return place.read_bytes()
    return None


def _write_json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()
