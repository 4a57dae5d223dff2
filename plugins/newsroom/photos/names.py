"""Names of photos as typed: how to show them in a sentence, and which lead out of the story's folder."""

from __future__ import annotations

import re
import unicodedata

from newsroom.photos.faults import PhotoFault

_SCHEME = re.compile(r"(?!file:)(?:(?:https?|ftp|data|blob|cid|mailto|javascript):|\w[\w+.-]+://|//)", re.I)
_MACHINE = re.compile(r"file:|[a-z]:|[/\\]", re.I)


def show_name(name: str) -> str:
    """A file name fit for a message: printable, and not longer than a line."""
    plain = "".join(c if c.isprintable() else "�" for c in unicodedata.normalize("NFC", name))
    return plain if len(plain) <= 80 else f"{plain[:60]}…{plain[-15:]}"


def refuse_elsewhere(reading: str, name: str) -> None:
    """Refuse addresses, paths of a machine, ways out of the folder and hidden files.

    Args:
        reading: one of the ways to understand the name.
        name: as typed, for the sentence.

    Raises:
        PhotoFault: each kind with a sentence of its own.
    """
    shown = show_name(name)
    if _SCHEME.match(reading):
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{shown}” nằm ở một địa chỉ trên mạng; trang này chỉ đăng ảnh đặt cạnh bài viết.",
            "Hãy tải ảnh về, chép vào cùng thư mục với bài rồi chỉ ghi tên tệp.",
        )
    if _MACHINE.match(reading):
        raise PhotoFault(
            "photo-refused",
            f"“{shown}” là đường dẫn trên máy tính, người đọc không mở được.",
            "Hãy chép ảnh vào cùng thư mục với bài rồi chỉ ghi tên tệp.",
        )
    parts = re.split(r"[/\\]", reading)
    if ".." in parts:
        raise PhotoFault(
            "photo-refused",
            f"“{shown}” chỉ ra ngoài thư mục của bài viết.",
            "Mỗi bài chỉ dùng ảnh trong thư mục của mình: hãy chép ảnh vào đó rồi chỉ ghi tên tệp.",
        )
    if any(part.startswith(".") and part != "." for part in parts):
        raise PhotoFault(
            "photo-refused",
            f"“{shown}” là tệp ẩn (tên bắt đầu bằng dấu chấm) nên không được đăng.",
            "Hãy đổi tên tệp, bỏ dấu chấm ở đầu, nếu đó đúng là ảnh cần đăng.",
        )
