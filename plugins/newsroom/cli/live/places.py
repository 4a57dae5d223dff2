"""ADDRESS → FILE of the output, and nothing but the output."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
"""Every name that a build gives (it refuses others); ``..``, drives, devices' colons and escapes are none."""

KINDS = {
    ".atom": "application/atom+xml",
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml; charset=utf-8",
}
"""By ending; written out because each system believes something else."""

OTHER_KIND = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Moved:
    """A folder was asked for by its name alone; its page has a final slash."""

    address: str


def find_place(output: Path, address: str) -> Path | Moved | None:
    """The file that answers for an address; None where there is none.

    Args:
        address: path of a request, without its query.
    """
    names = address.removeprefix("/").split("/")
    folders, last = names[:-1], names[-1]
    if not address.startswith("/") or not all(map(_NAME.fullmatch, (*folders, last or "index.html"))):
        return None
    place = output.joinpath(*folders, last or "index.html")
    if place.is_file():
        return place
    return Moved(f"{address}/") if last and (place / "index.html").is_file() else None


def kind_of(name: str) -> str:
    """The media type of a file, by its name or by the ending alone."""
    return KINDS.get(name[name.rfind(".") :].lower(), OTHER_KIND)
