"""One address, one story: what two stories must not both claim (contract §2, §3)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from newsroom.engine.prints import print_inputs
from newsroom.model import Notice, Story
from newsroom.settings import Settings

RESERVED = frozenset(
    {"tin-tuc", "chuyen-muc", "tu-khoa", "luu-tru", "khen-thuong", "nhiem-vu"}
    | {"thu-vien-anh", "tim-kiem", "theo-doi", "anh", "theme", "loi", "pagefind", "nginx"}
)
"""First segments of the site's own addresses: no page of the office may take one."""

NOWHERE = "/loi/"
"""Address of a story that has none of its own: a preview lists it there (contract §1)."""

_OWN = re.compile(
    r"/|/(?:tin-tuc|luu-tru|khen-thuong|nhiem-vu)(?:/\d{4})?(?:/\d\d)?(?:/trang/\d+)?"
    r"|/(?:chuyen-muc|tu-khoa)(?:/[^/]+)?(?:/trang/\d+)?|/(?:thu-vien-anh|tim-kiem|theo-doi)"
    r"|/(?:anh|theme|loi|pagefind|nginx)(?:/.*)?|/(?:404\.html|index\.html|[^/]+\.(?:xml|json|txt))"
)
"""Addresses that the site's own pages and files may need (contract §3)."""

_PLAIN = re.compile(r"[\w/.-]+", re.ASCII).fullmatch
"""An address without host, query or foreign letters, as nearly all are."""

_Owners = Mapping[str, list[Story]]


def check_claims(stories: Iterable[Story], settings: Settings) -> dict[str, tuple[Notice, ...]]:
    """Notices, by source, of all that is claimed twice or already taken by the site itself.

    Withdrawn stories claim nothing; drafts only where drafts are shown.
    """
    claimants = [story for story in stories if is_asked_for(story, settings)]
    notices: dict[str, list[Notice]] = defaultdict(list)
    for story, notice in _check_all(claimants):
        notices[story.source].append(notice)
    return {source: tuple(found) for source, found in notices.items()}


def print_claims(story: Story) -> str:
    """Digest of all that :func:`check_claims` asks of a story."""
    head = story.head
    said = head.status, has_unknown_status(story), head.tasks_year, head.aliases
    return print_inputs((story.source, story.kind, story.address, story.id, *said))


def has_unknown_status(story: Story) -> bool:
    """Whether the story's status means nothing."""
    return bool(story.notices) and any(notice.code == "status-unknown" for notice in story.errors)


def is_asked_for(story: Story, settings: Settings) -> bool:
    """Whether the office wants the story on the site, today or on its day.

    A status that means nothing may mean that: it has to be looked at.
    """
    if has_unknown_status(story):
        return True
    return story.status != "withdrawn" and (story.status != "draft" or settings.drafts)


def _check_all(stories: list[Story]) -> Iterator[tuple[Story, Notice]]:
    for owners in _group(stories, lambda story: [story.source]).values():
        for story in owners if len(owners) > 1 else ():
            message = f"Có hai tệp cùng tên {story.source}, chỉ khác nhau ở cách máy ghi dấu tiếng Việt."
            yield story, Notice("address-taken", "error", 1, message, "Hãy giữ lại một tệp và xóa tệp kia.")
    addresses = _group(stories, lambda story: [fold_address(story.address)] if has_address(story) else [])
    for address, owners in addresses.items():
        hint = "Hãy đặt Slug khác cho một trong các bài đó."
        yield from _check_shared(owners, "address-duplicate", f"cùng địa chỉ {address}/", hint)
    for owners in _group(stories, lambda story: [story.id] if story.id and has_address(story) else []).values():
        hint = "Hãy thêm vào bài mới hơn một dòng “id:” riêng, ví dụ id: <năm>-<tên thư mục>."
        yield from _check_shared(owners, "id-duplicate", "cùng mã nhận dạng trong bản tin RSS", hint)
    setting = [story for story in stories if "tasks_year" in story.traits]
    for year, owners in _group(setting, lambda story: [str(story.head.tasks_year)]).items():
        hint = "Hãy để dòng “nhiem-vu:” của năm đó ở một bài mà thôi."
        yield from _check_shared(owners, "task-year-shared", f"cùng nhiệm vụ năm {year}", hint)
    moved = [story for story in stories if "aliases" in story.traits]
    for alias, owners in _group(moved, lambda story: map(fold_address, story.head.aliases)).items():
        hint = "Hãy bỏ địa chỉ cũ này khỏi các bài không phải chủ của nó."
        yield from _check_shared(owners, "address-duplicate", f"cùng địa chỉ cũ {alias}", hint)
        yield from _check_alias(owners, alias, addresses)
    for story in stories:
        yield from _check_taken(story)


def has_address(story: Story) -> bool:
    """Whether the story has an address of its own, not one under ``/loi/``."""
    return bool(story.address) and not story.address.startswith(NOWHERE)


def fold_address(address: str) -> str:
    """What makes two addresses one: no host, no letter case (Windows and macOS know none), no final slash."""
    if address[:1] == "/" and _PLAIN(address):
        return f"/{address.strip('/')}".lower()
    parts = urlsplit(address.strip())
    query = f"?{parts.query}" if parts.query else ""
    return f"/{parts.path.strip('/')}{query}".casefold()


def _group(stories: list[Story], claims: Callable[[Story], Iterable[str]]) -> _Owners:
    owners: dict[str, list[Story]] = defaultdict(list)
    for story in stories:
        for claim in sorted(set(claims(story))):
            owners[claim].append(story)
    return owners


def _check_shared(owners: list[Story], code: str, same: str, hint: str) -> Iterator[tuple[Story, Notice]]:
    for story in owners if len(owners) > 1 else ():
        others = ", ".join(other.source for other in owners if other is not story)
        yield story, Notice(code, "error", 1, f"Bài này có {same} với {others}.", hint)


def _check_alias(owners: list[Story], alias: str, addresses: _Owners) -> Iterator[tuple[Story, Notice]]:
    for story in owners:
        for other in addresses.get(alias, ()):
            if other is not story:
                message = f"Địa chỉ cũ {alias} nay là địa chỉ của {other.source}."
                yield (
                    story,
                    Notice("address-duplicate", "error", 1, message, "Hãy bỏ địa chỉ cũ này khỏi phần đầu bài."),
                )


def _check_taken(story: Story) -> Iterator[tuple[Story, Notice]]:
    if story.kind == "page" and has_address(story):
        own = fold_address(story.address)
        if own.strip("/").partition("/")[0] in RESERVED:
            message = f"Địa chỉ {own}/ là của chính trang tin."
            yield story, Notice("address-taken", "error", 1, message, "Hãy đổi tên tệp hoặc đặt Slug khác.")
    for alias in map(fold_address, story.head.aliases if "aliases" in story.traits else ()):
        if _OWN.fullmatch(alias):
            message = f"Địa chỉ cũ {alias} là của chính trang tin."
            yield story, Notice("address-taken", "error", 1, message, "Hãy bỏ địa chỉ cũ này khỏi phần đầu bài.")
