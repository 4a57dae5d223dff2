"""Where a typed link leads: another site, another story, a file beside the story, a place on the page.

Only http, https, mailto and tel leave the site; nothing active becomes a link
(contract §6, promise 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from newsroom.model import Attachment, Link, Notice, Picture, Story
from newsroom.photos import full_address

_SCHEME = re.compile(r"\s*([a-zA-Z][a-zA-Z0-9+.\-]*)\s*:")
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}/?(.*)$")
_BESIDE = frozenset({"attach", "static", "filename"})
_DRIVE = re.compile(r"[a-zA-Z]:[\\/]")


@dataclass(frozen=True, slots=True)
class Target:
    """A resolved link: its address, and for an attachment its type and size in words."""

    address: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkContext:
    """What a story's links can lead to.

    Attributes:
        source: the story's file, relative to ``content/``.
        attachments, pictures: typed name → file.
        addresses: source path of every story and page → its address.
    """

    source: str
    attachments: Mapping[str, Attachment]
    pictures: Mapping[str, Picture]
    addresses: Mapping[str, str]


def find_target(target: str, context: LinkContext) -> Target | None:
    """Where a typed target leads, or None when that is nowhere, or nowhere safe."""
    if is_unsafe(target):
        return None
    if target.startswith("#"):
        return Target(target if target.startswith(("#muc-", "#anh-", "#nhiem-vu-")) else f"#muc-{target[1:]}")
    if _SCHEME.match(target):
        return Target(target)
    if target.startswith("/"):
        return Target(target) if not target.startswith("//") else None
    name = beside_name(target)
    if name in context.attachments:
        attachment = context.attachments[name]
        return Target(attachment.address, write_size(attachment))
    if name in context.pictures:
        return Target(full_address(context.pictures[name]))
    return _find_story(target, context)


def is_unsafe(target: str) -> bool:
    """Whether a target is active (``javascript:``, ``data:``) or points into the writer's own machine."""
    seen = unquote(target).translate(dict.fromkeys(range(33)))
    if _DRIVE.match(seen) or seen.startswith(("\\", "//")):
        return True
    scheme = _SCHEME.match(seen)
    return bool(scheme and scheme.group(1).lower() not in _SAFE)


def beside_name(target: str) -> str:
    """The file name in a target that means a file beside the story."""
    if match := _PLACEHOLDER.match(target):
        return match.group(2) if match.group(1) in _BESIDE else ""
    return target.removeprefix("./")


def is_file_beside(target: str) -> bool:
    """Whether a target can only mean a file beside the story."""
    if is_unsafe(target) or target.startswith(("#", "/")) or _SCHEME.match(target):
        return False
    name = beside_name(target)
    return bool(name) and "/" not in name and not name.lower().endswith(".md") and "." in name


def may_lead_to_story(target: str) -> bool:
    """Whether a target can only mean another story or page, whichever of them are published."""
    if is_unsafe(target) or target.startswith(("#", "/")) or _SCHEME.match(target):
        return False
    return _typed_path(target).endswith(".md")


def find_linked(story: Story, addresses: Mapping[str, str]) -> tuple[str, ...]:
    """Where the story's links to other stories and pages lead; an empty text for one that leads nowhere.

    The story's own text and these addresses are all that its rendered body follows from.

    Args:
        addresses: source path of everything that has a page → its address.
    """
    context = LinkContext(story.source, {}, {}, addresses)
    targets = (_find_story(typed, context) for typed in story.leads)
    return tuple(target.address if target else "" for target in targets)


def _find_story(target: str, context: LinkContext) -> Target | None:
    path, fragment = _typed_path(target), target.partition("#")[2]
    if not path.endswith(".md"):
        return None
    folder = context.source.rpartition("/")[0]
    for base in (folder, folder.rpartition("/")[0], "", "tin-tuc"):
        joined = _joined(base, path)
        if joined in context.addresses:
            return Target(context.addresses[joined] + (f"#muc-{fragment}" if fragment else ""))
    return None


def _typed_path(target: str) -> str:
    path = target.partition("#")[0]
    match = _PLACEHOLDER.match(path)
    if match and match.group(1) != "filename":
        return ""
    return unquote(match.group(2) if match else path)


def _joined(base: str, path: str) -> str:
    """A path under a folder, without ``.`` and ``..``; empty where it leads out of ``content/``."""
    parts: list[str] = []
    for part in f"{base}/{path}".split("/"):
        if part == "..":
            if not parts:
                return ""
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)


def check_links(links: Sequence[Link], context: LinkContext, anchors: frozenset[str]) -> Iterator[Notice]:
    """Links that are unsafe, broken, or lead to a place the page does not have."""
    for link in links:
        if is_unsafe(link.target):
            yield Notice(
                "link-unsafe",
                "error",
                link.line,
                f"Liên kết “{link.text}” không an toàn nên không được dùng.",
                "Chỉ dùng địa chỉ bắt đầu bằng https://, mailto: hoặc tel:.",
                found=link.target,
            )
        elif is_file_beside(link.target) and find_target(link.target, context) is None:
            yield Notice(
                "attachment-missing",
                "error",
                link.line,
                f"Không có tệp “{beside_name(link.target)}” cạnh bài.",
                "Hãy chép tệp vào thư mục của bài, hoặc sửa lại tên tệp.",
                found=link.target,
            )
        elif link.target.startswith("#"):
            found = find_target(link.target, context)
            if found and found.address.removeprefix("#") not in anchors:
                yield Notice(
                    "link-broken",
                    "warning",
                    link.line,
                    f"Trong bài không có mục “{link.target}”.",
                    "Hãy sửa lại tên mục trong liên kết.",
                    found=link.target,
                )
        elif find_target(link.target, context) is None:
            yield Notice(
                "link-broken",
                "error",
                link.line,
                f"Không có bài hay tệp nào tên “{link.target}” như liên kết đã gõ.",
                "Hãy kiểm tra lại tên tệp hoặc địa chỉ.",
                found=link.target,
            )


def write_size(attachment: Attachment) -> str:
    """Type and size as readers know them: ``PDF, 245 KB``, ``XLSX, 1,2 MB``."""
    kind = PurePosixPath(urlsplit(attachment.address).path).suffix.lstrip(".").upper() or "tệp"
    kilobytes = max(1, round(attachment.size / 1024))
    if kilobytes < 1000:
        return f"{kind}, {kilobytes} KB"
    return f"{kind}, {attachment.size / 1024 / 1024:.1f} MB".replace(".", ",")
