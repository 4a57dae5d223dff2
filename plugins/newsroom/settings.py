"""The office's settings: every ``NEWSROOM_*`` name, read once into one frozen object.

The documented settings file is ``pelicanconf.py``.  An unknown name, a wrong
type or an address that is no ``https://…`` is a fault of the site, and all of
them are named together.
"""

from __future__ import annotations

import difflib
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from newsroom.errors import Place, SiteFault
from newsroom.text.dates import ZONE

PREFIX = "NEWSROOM_"


@dataclass(frozen=True, slots=True)
class Settings:
    """All that the newsroom reads from the settings file.

    Attributes:
        content, output, theme, cache: absolute folders.
        address: public address, ``https://…`` without a final slash.
        name: full name of the office.
        wordmark: the name in one or two parts; the second starts a line on a phone.
        description: one sentence about the site.
        menu: (text, address) of the sections, in order.
        front: names of the categories shown on the front page.
        office: lines of the footer's address.
        phone, email, responsible: of the footer; empty lines are left out.
        source_note: how to quote the site.
        notes: legal and licence lines of the footer.
        foot: (text, address) of the footer's links.
        logo: file under ``theme/static/`` or empty.
        feed_namespace: fixed UUID from which ids of feed entries are made; never change it.
        hub: WebSub hub that is told of changed feeds (``newsroom ping``), or empty.
        offer_sheets: whether the sheets of award lists may be downloaded unless a story says otherwise.
        hide_names: show honoured people by their initials, unless a story's head says otherwise.
        withdrawn: people who asked to be taken out: a name, or a (name, unit) pair.
        roll_indexed: whether search engines may show the roll of honour.
        strict: refuse when any story has a fault.
        index: make the search index too, from the finished pages, and publish it with them.
        executor: ``package.module:function`` that starts where photos are made; empty for this machine.
        drafts: show drafts with a banner (``newsroom serve``).
        today: the clock; decides only which stories are due or expired.
    """

    content: Path
    output: Path
    theme: Path
    cache: Path
    address: str
    name: str
    wordmark: tuple[str, ...]
    description: str
    menu: tuple[tuple[str, str], ...]
    front: tuple[str, ...]
    office: tuple[str, ...]
    phone: str
    email: str
    responsible: str
    source_note: str
    notes: tuple[str, ...]
    foot: tuple[tuple[str, str], ...]
    logo: str
    feed_namespace: uuid.UUID
    hub: str
    offer_sheets: bool
    hide_names: bool
    withdrawn: tuple[str | tuple[str, ...], ...]
    roll_indexed: bool
    strict: bool
    index: bool
    executor: str
    drafts: bool
    today: date


_FOLDERS = {"content": "PATH", "output": "OUTPUT_PATH", "theme": "THEME"}

_DEFAULTS: dict[str, Any] = {
    "cache": ".cache",
    "wordmark": (),
    "description": "",
    "menu": (),
    "front": (),
    "office": (),
    "phone": "",
    "email": "",
    "responsible": "",
    "source_note": "Ghi rõ nguồn khi sử dụng tin, ảnh của trang này.",
    "notes": (),
    "foot": (("Theo dõi tin mới", "/theo-doi/"),),
    "logo": "",
    "feed_namespace": "7b2c9a52-5a0e-5f0c-9a8f-3d9f6c1e4b77",
    "hub": "",
    "offer_sheets": True,
    "hide_names": False,
    "withdrawn": (),
    "roll_indexed": True,
    "strict": False,
    "index": False,
    "executor": "",
    "drafts": False,
    "now": "",
}

_KNOWN = frozenset(f.name for f in fields(Settings)) - {"today", *_FOLDERS} | {"now"}


def read_settings(values: Mapping[str, Any], file: str = "pelicanconf.py") -> Settings:
    """Read Pelican's settings into the newsroom's.

    Args:
        values: the settings Pelican has read, folders already absolute.
        file: the settings file, for messages.

    Raises:
        SiteFault: naming every unknown, missing or malformed setting at once.
    """
    faults: list[str] = []
    given = {k.removeprefix(PREFIX).lower(): v for k, v in values.items() if k.startswith(PREFIX)}
    faults += [_why_unknown(name) for name in sorted(given.keys() - _KNOWN)]
    got: dict[str, Any] = {**_DEFAULTS, **{k: v for k, v in given.items() if k in _KNOWN}}
    for name in ("address", "name"):
        if not got.get(name):
            faults.append(f"Thiếu {PREFIX}{name.upper()}.")
            got[name] = ""
    for name, default in _DEFAULTS.items():
        if not _same_kind(got[name], default):
            faults.append(f"{PREFIX}{name.upper()} phải là {_kind(default)}, không phải {got[name]!r}.")
            got[name] = default
    faults += _why_address(got["address"])
    faults += _why_hub(got["hub"])
    faults += _why_withdrawn(got["withdrawn"])
    try:
        got["feed_namespace"] = uuid.UUID(str(got["feed_namespace"]))
    except ValueError:
        faults.append(f"{PREFIX}FEED_NAMESPACE phải là một UUID.")
    now = str(got.pop("now"))
    try:
        today = date.fromisoformat(now) if now else datetime.now(ZONE).date()
    except ValueError:
        faults.append(f"{PREFIX}NOW phải là ngày dạng 2026-01-31, không phải {now!r}.")
        today = date.min
    if faults:
        raise SiteFault(" ".join(faults), "Hãy sửa lại tệp cài đặt rồi chạy lại.", Place(file))
    root = Path(values["PATH"]).resolve().parent
    frozen = {k: _freeze(v) for k, v in got.items()}
    frozen |= {name: Path(values[key]).resolve() for name, key in _FOLDERS.items()}
    frozen["address"] = str(got["address"]).rstrip("/")
    frozen["cache"] = (root / str(got["cache"])).resolve()
    frozen["wordmark"] = frozen["wordmark"] or (frozen["name"],)
    return Settings(**frozen, today=today)


def _why_unknown(name: str) -> str:
    nearest = difflib.get_close_matches(name, sorted(_KNOWN), n=1)
    if nearest:
        return f"Không có cài đặt {PREFIX}{name.upper()}; có phải là {PREFIX}{nearest[0].upper()}?"
    known = ", ".join(PREFIX + k.upper() for k in sorted(_KNOWN))
    return f"Không có cài đặt {PREFIX}{name.upper()}; các tên có thể dùng: {known}."


def _why_address(address: object) -> list[str]:
    if not address:
        return []
    parts = _split(address)
    if parts and parts.scheme == "https" and parts.netloc and not parts.query and not parts.fragment:
        return []
    return [f"{PREFIX}ADDRESS phải là địa chỉ dạng https://ten-mien.vn, không phải {address!r}."]


def _why_hub(hub: object) -> list[str]:
    parts = _split(hub)
    if not hub or (parts and parts.scheme in ("http", "https") and parts.netloc and not parts.fragment):
        return []
    return [f"{PREFIX}HUB phải là địa chỉ dạng https://…, hoặc để trống, không phải {hub!r}."]


def _split(address: object) -> SplitResult | None:
    try:
        return urlsplit(str(address))
    except ValueError:
        return None


def _why_withdrawn(entries: Any) -> list[str]:
    """A name that nobody can be found by must not go unnoticed."""
    wrong = [
        e
        for e in entries
        if not _is_name(e) and not (isinstance(e, (tuple, list)) and len(e) == 2 and all(map(_is_name, e)))
    ]
    return [f"{PREFIX}WITHDRAWN gồm các họ tên, hoặc các cặp (họ tên, đơn vị); {e!r} không đọc được." for e in wrong]


def _is_name(text: object) -> bool:
    return isinstance(text, str) and any(map(str.isalpha, text))


def _same_kind(value: object, default: object) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, (tuple, list))
    return isinstance(value, type(default))


def _kind(default: object) -> str:
    if isinstance(default, bool):
        return "True hoặc False"
    return "một danh sách" if isinstance(default, tuple) else "một chuỗi chữ"


def _freeze(value: Any) -> Any:
    return tuple(_freeze(v) for v in value) if isinstance(value, (list, tuple)) else value
