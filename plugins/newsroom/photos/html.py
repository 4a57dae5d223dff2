"""A picture → the elements that show it. Addresses are root-relative, under ``/anh/``."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from newsroom.model import Derivative, Picture

ADDRESS = "/anh/"
"""Where derivatives are published (contract §3)."""

_PLAIN_WIDTH = 800
"""What a browser without ``srcset``, or a feed reader, is given: a phone's full width at two dots a pixel."""

_MODERN = {"avif": "image/avif", "webp": "image/webp"}


def render_picture(picture: Picture, *, alt: str, sizes: str, eager: bool = False) -> Element:
    """Render a picture in all its widths.

    Args:
        alt: description for those who cannot see it; may be empty (contract §4).
        sizes: the ``sizes`` of HTML: how wide the theme shows it, e.g. ``(min-width: 64rem) 36.5rem, 100vw``.
        eager: True for the one photo a page opens with: fetched first and at once.

    Returns:
        ``<picture>`` with a ``<source>`` for each modern format and an ``<img>``.
    """
    plain = plain_image(picture)
    shown = _bound_sizes(sizes, picture)
    element = Element("picture")
    for format_, media_type in _MODERN.items():
        modern = [derivative for derivative in picture.derivatives if derivative.format == format_]
        if modern:
            SubElement(element, "source", {"type": media_type, "srcset": _srcset(modern), "sizes": shown})
    SubElement(
        element,
        "img",
        {
            "src": f"{ADDRESS}{plain.name}",
            "srcset": _srcset(_plain(picture)),
            "sizes": shown,
            "width": str(plain.width),
            "height": str(plain.height),
            "alt": alt,
            **({"fetchpriority": "high"} if eager else {"loading": "lazy"}),
            "decoding": "async",
        },
    )
    return element


def full_address(picture: Picture) -> str:
    """Address of the largest version that every browser shows: where a click on the photo leads."""
    return f"{ADDRESS}{_plain(picture)[-1].name}"


def plain_image(picture: Picture) -> Derivative:
    """The one JPEG or PNG to give where only one can be given, as in feeds."""
    plain = _plain(picture)
    return next((derivative for derivative in plain if derivative.width >= _PLAIN_WIDTH), plain[-1])


def _plain(picture: Picture) -> list[Derivative]:
    """Versions that every browser shows, from narrow to wide."""
    return [derivative for derivative in picture.derivatives if derivative.format not in _MODERN]


def _srcset(derivatives: Sequence[Derivative]) -> str:
    return ", ".join(f"{ADDRESS}{derivative.name} {derivative.width}w" for derivative in derivatives)


def _bound_sizes(sizes: str, picture: Picture) -> str:
    """Keep a small picture small: from ``sizes`` a browser takes its natural width, and would blow it up."""
    own = _plain(picture)[-1].width
    if own < picture.width:
        return sizes
    return ", ".join(_bound_size(size.strip(), own) for size in _split(sizes))


def _bound_size(size: str, own: int) -> str:
    """``(min-width: 64rem) 36.5rem`` → ``(min-width: 64rem) min(36.5rem, 300px)``."""
    start = _split_point(size)
    return f"{size[:start]}min({size[start:]}, {own}px)"


def _split_point(size: str) -> int:
    """Where the length begins, after the last blank outside brackets."""
    depth, start = 0, 0
    for at, letter in enumerate(size):
        depth += (letter == "(") - (letter == ")")
        if letter == " " and depth == 0:
            start = at + 1
    return start


def _split(sizes: str) -> list[str]:
    """The entries of ``sizes``: split at commas outside brackets."""
    parts, depth = [""], 0
    for letter in sizes:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
