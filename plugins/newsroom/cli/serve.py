"""``newsroom serve``: a preview on this machine alone, built again at every change."""

from __future__ import annotations

import threading
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchfiles import watch

from newsroom.cli.commands import run_on_site
from newsroom.cli.words import Serve
from newsroom.engine import DONE, NewsroomPelican, Reporter
from newsroom.errors import SiteFault

HOST = "127.0.0.1"
"""The preview shows drafts: it is for this machine and no other."""

_BEAT = 200
"""Milliseconds until the watcher, once at work, lets the first build begin."""

_STOPPED = 128
"""Exit statuses from here on mean that a signal stopped the build."""


def serve(command: Serve, reporter: Reporter) -> int:
    """Build, serve, and build again at every change, until told to stop."""

    def preview(site: NewsroomPelican) -> int:
        settings = site.ready_settings()
        output = settings.cache / "xem-thu"
        values = {"OUTPUT_PATH": str(output), "NEWSROOM_DRAFTS": True, "NEWSROOM_STRICT": False}
        watched = (settings.content, settings.theme, command.settings.absolute())
        with served(output, command.port) as port:
            address = f"http://{HOST}:{port}/"
            for count, _ in enumerate(_changes(watched, reporter)):
                # The settings are read again each time: they too may have changed.
                status = run_on_site(command, values, reporter, lambda site: site.publish(reporter))
                if status >= _STOPPED:
                    break
                if count == 0:
                    _welcome(address, command, reporter)
        return DONE

    return run_on_site(command, {}, reporter, preview)


def _changes(watched: tuple[Path, ...], reporter: Reporter) -> Iterator[None]:
    """Once at first, when the watcher is at work already, then at every change; none is lost during a build."""
    begun = False
    try:
        for changes in watch(*watched, rust_timeout=_BEAT, yield_on_timeout=True):
            if changes or not begun:
                begun = True
                yield
    except KeyboardInterrupt:
        reporter.say("Đã dừng xem thử.")


def _welcome(address: str, command: Serve, reporter: Reporter) -> None:
    reporter.say(f"Xem thử tại {address} (nhấn Ctrl-C để dừng).")
    if command.open:
        webbrowser.open(address)


@contextmanager
def served(folder: Path, port: int) -> Iterator[int]:
    """Serve a folder for as long as the block runs; gives the port.

    Args:
        port: 0 for any that is free.

    Raises:
        SiteFault: the port is taken.
    """
    try:
        server = ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(folder)))
    except OSError as error:
        fault = f"Không mở được cổng {port} ({error.strerror or error})."
        raise SiteFault(fault, f"Hãy tắt chương trình đang dùng cổng đó, hoặc thử --port {port + 1}.") from error
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Handler(SimpleHTTPRequestHandler):
    """Serves the preview as a web server would serve the site: no listings, its own 404 page."""

    extensions_map = {  # noqa: RUF012 - declared so by the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".avif": "image/avif",
        ".html": "text/html; charset=utf-8",
        ".woff2": "font/woff2",
    }

    def end_headers(self) -> None:
        """A browser must ask again each time: the next build may be a second away."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def list_directory(self, path: Any) -> None:
        """A folder without a page is no page."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing stands at an address."""
        page = Path(self.directory) / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, template: str, *args: Any) -> None:
        """Say nothing: the office need not read each request."""
