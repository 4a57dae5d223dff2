"""STORY → FILE: one invented story as each program reads it.

All three get the same words.  Ours gets them as an office types them; the
others get heads they know, a Markdown image where ours has a photo and its
caption, and numbered paragraphs where ours has tasks or awards.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from posixpath import dirname, relpath

from decade.stories import Block, Invented

Find = Callable[[int], Invented]
"""Number → story, for links."""

SIGNED = "Văn phòng tỉnh Hội"


def write_ours(story: Invented, find: Find) -> str:
    """The office's form: bare heads, photos with caption lines, lists without Markdown, a sign-off."""
    head = [
        f"Tiêu đề: {story.title}",
        f"Ngày: {story.date:%d/%m/%Y %H:%M}",
        f"Chuyên mục: {story.category}",
        f"Từ khóa: {', '.join(story.tags)}",
        f"slug: {story.slug}",
        *([f"Tóm tắt: {story.summary}"] if story.summary else []),
        *([f"Địa chỉ cũ: {story.alias}"] if story.alias else []),
    ]
    parts = [_write_ours(block, story, find) for block in story.blocks]
    return "\n".join(head) + "\n\n" + "\n\n".join([*parts, " " * 60 + SIGNED]) + "\n"


def _write_ours(block: Block, story: Invented, find: Find) -> str:
    match block.kind:
        case "photo":
            return f"![]({block.lines[0]})\nẢnh: {block.lines[1]}"
        case "tasks":
            return _numbered("Hội đề ra các nhiệm vụ sau:", block, "\n\n")
        case "awards":
            return "DANH SÁCH KHEN THƯỞNG\n\n" + _numbered("* Cá nhân:", block, "\n")
        case _:
            return _write_text(block, story, find, "{filename}")


def write_stock(story: Invented, find: Find) -> str:
    """Pelican's own Markdown form."""
    head = [
        f"Title: {story.title}",
        f"Date: {story.date:%Y-%m-%d %H:%M}",
        f"Category: {story.category}",
        f"Tags: {', '.join(story.tags)}",
        f"Slug: {story.slug}",
        *([f"Summary: {story.summary}"] if story.summary else []),
    ]
    return "\n".join(head) + "\n\n" + _write_plain(story, find, "{filename}")


def write_hugo(story: Invented, find: Find) -> str:
    """Hugo's form; years and months are taxonomies, the only lists of dates Hugo pages and feeds."""
    head = {
        "title": story.title,
        "date": f"{story.date:%Y-%m-%dT%H:%M:00+07:00}",
        "slug": story.slug,
        "chuyen-muc": [story.category],
        "tu-khoa": story.tags,
        "nam": [f"{story.date:%Y}"],
        "luu-tru": [f"{story.date:%Y}"],
        "thang": [f"{story.date:%Y-%m}"],
        **({"summary": story.summary} if story.summary else {}),
        **({"aliases": [story.alias]} if story.alias else {}),
    }
    return json.dumps(head, ensure_ascii=False, indent=1) + "\n\n" + _write_plain(story, find, "")


def _write_plain(story: Invented, find: Find, prefix: str) -> str:
    parts = [_write_markdown(block, story, find, prefix) for block in story.blocks]
    return "\n\n".join([*parts, SIGNED]) + "\n"


def _write_markdown(block: Block, story: Invented, find: Find, prefix: str) -> str:
    match block.kind:
        case "photo":
            return f"![{block.lines[1]}]({block.lines[0]})"
        case "tasks":
            return _numbered("Hội đề ra các nhiệm vụ sau:", block, "\n\n")
        case "awards":
            return "DANH SÁCH KHEN THƯỞNG\n\n" + _numbered("Cá nhân:", block, "\n\n")
        case _:
            return _write_text(block, story, find, prefix)


def _numbered(lead_in: str, block: Block, between: str) -> str:
    return f"{lead_in}\n\n" + between.join(f"{n}/ {line}" for n, line in enumerate(block.lines, start=1))


def _write_text(block: Block, story: Invented, find: Find, prefix: str) -> str:
    text = " ".join(block.lines)
    if block.kind != "link":
        return text
    other = find(block.number)
    path = relpath(other.file, dirname(story.file)) if prefix else f"/{other.file}"
    return text % f"[{other.title}]({prefix}{path})"
