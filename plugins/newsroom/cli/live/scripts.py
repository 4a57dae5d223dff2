"""What the preview adds to the site: one script element in each page it serves, and the files that loads."""

from __future__ import annotations

from functools import cache
from pathlib import Path

BASE = "/-/"
"""Addresses under which no page of the site can lie."""

EVENTS = f"{BASE}events"
NOTICES = f"{BASE}notices.json"

_FOLDER = Path(__file__).resolve().parent / "page"
_END_OF_HEAD = b"</head>"


def add_script(page: bytes, build: str) -> bytes:
    """A page with the preview's script, which knows from which build the page is."""
    script = f'<script type="module" src="{BASE}reload.js?build={build}"></script>\n'.encode()
    before, end, after = page.partition(_END_OF_HEAD)
    return before + script + end + after


@cache
def read_script(name: str) -> bytes | None:
    """A file of the preview's own, by its name under :data:`BASE`; None where there is none."""
    return next((file.read_bytes() for file in sorted(_FOLDER.iterdir()) if file.name == name), None)


_BARE = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Xem thử</title>
</head>
<body><p>{sentence}</p></body>
</html>
"""


def write_bare_page(sentence: str) -> bytes:
    """A page that shows a sentence, where the site has none to show."""
    return _BARE.format(sentence=sentence).encode()
