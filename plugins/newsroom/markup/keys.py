"""Keys of a story's head, their Vietnamese twins, and the key a typo meant."""

from __future__ import annotations

import re
from functools import lru_cache

from newsroom.text.folding import fold

KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "tieu-de"),
    "date": ("date", "ngay", "ngay-dang"),
    "updated": ("updated", "modified", "cap-nhat"),
    "category": ("category", "chuyen-muc"),
    "tags": ("tags", "tu-khoa"),
    "author": ("author", "tac-gia"),
    "summary": ("summary", "tom-tat"),
    "slug": ("slug",),
    "status": ("status", "trang-thai"),
    "lead": ("lead", "anh-chinh"),
    "aliases": ("aliases", "dia-chi-cu"),
    "expires": ("expires", "het-han"),
    "id": ("id",),
    "allow": ("allow", "cho-phep"),
    "tasks": ("nhiem-vu",),
    "names": ("names", "ten-nguoi"),
}
"""Key → its names, folded; each has a Vietnamese twin."""

SHOWN = {
    "title": "Tiêu đề",
    "date": "Ngày",
    "updated": "Cập nhật",
    "category": "Chuyên mục",
    "tags": "Từ khóa",
    "author": "Tác giả",
    "summary": "Tóm tắt",
    "slug": "Slug",
    "status": "Trạng thái",
    "lead": "Ảnh chính",
    "aliases": "Địa chỉ cũ",
    "expires": "Hết hạn",
    "id": "Id",
    "allow": "Allow",
    "tasks": "nhiem-vu",
    "names": "Tên người",
}
"""Key → how a message names it."""

NAMES = {name: key for key, names in KEYS.items() for name in names}
NEVER = frozenset({"anh", "tin", "kinh-gui", "nguon", "bai", "hinh", "tin-anh"})


@lru_cache(maxsize=256)
def fold_key(name: str) -> str:
    """A key as it is compared: no marks, lower case, hyphens."""
    return re.sub(r"[\s_\-]+", "-", fold(name))


def nearest_key(name: str) -> str:
    """The key within two edits of ``name``, or empty."""
    typed = fold_key(name)
    best, least = "", 3
    for known, key in NAMES.items():
        distance = _edits(typed, known)
        if distance < least and distance <= len(known) // 2:
            best, least = key, distance
    return best


def _edits(a: str, b: str) -> int:
    """Levenshtein distance with swaps of neighbours; 3 stands for "more than two"."""
    if abs(len(a) - len(b)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if older and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], 3)
