"""link-text-filename: chữ của đường dẫn chỉ là tên tệp.

Bạn đọc, nhất là người nghe máy đọc, không hiểu “12_KH_CTĐ.docx” là gì. Hãy viết
tên của văn bản.

Sai::

    [12_KH_CTĐ.docx](12_KH_CTĐ.docx)

Báo: `12_KH_CTĐ.docx`.

Đúng::

    [Kế hoạch số 12 về hiến máu năm 2024](12_KH_CTĐ.docx)
    [Tải danh sách Giấy khen (PDF, 245 KB)](danh-sach-giay-khen.pdf)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from newsroom.model import Link, Notice, Story

CODE = "link-text-filename"

_ENDING = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|txt|csv|zip|rar|7z|jpe?g|png|gif|webp|heic|mp[34]|mov)$", re.IGNORECASE
)
_SIZE = re.compile(r"\([^()]*\)$")
_ASKS = re.compile(r"(?:tải|xem|mở|tệp|file|văn bản|danh sách|mẫu|bản) ", re.IGNORECASE)
_MACHINE_MADE = re.compile(r"[_\d-]")


def check(story: Story) -> Iterator[Notice]:
    """One notice per link whose visible text is a file name."""
    for link in story.document.links:
        text = _SIZE.sub("", link.text.strip(" *`")).strip(" *`")
        if _is_filename(text, link):
            line = story.lines[link.line - 1] if 0 < link.line <= len(story.lines) else ""
            yield Notice(
                CODE,
                "warning",
                link.line,
                f"Chữ của đường dẫn là tên tệp “{text}”.",
                "Hãy viết tên của văn bản, ví dụ “Kế hoạch hiến máu năm 2024”.",
                column=max(line.find(f"[{link.text}"), -1) + 2 if link.text in line else 1,
                found=text,
            )


def _is_filename(text: str, link: Link) -> bool:
    name = re.sub(r"^\{\w+\}", "", unquote(link.target)).replace("\\", "/").rpartition("/")[2]
    if _ENDING.search(text):
        return text == name or not _ASKS.match(text)
    stem = _ENDING.sub("", name)
    return text == stem != name and " " not in text and bool(_MACHINE_MADE.search(text))
