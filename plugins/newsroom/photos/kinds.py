"""What a file really is, told from its first bytes, whatever its name says."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from newsroom.photos.faults import PhotoFault

Kind = Literal["jpeg", "png", "gif", "webp", "bmp", "tiff", "avif", "heif"]

HEAD_BYTES = 4096
"""How much of a file :func:`tell_kind` wants to see."""

_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
)
_HEIF_BRANDS = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"))
_AVIF_BRANDS = frozenset((b"avif", b"avis"))
_RAW_SUFFIXES = frozenset(".arw .cr2 .cr3 .dng .nef .nrw .orf .pef .raf .rw2 .srw".split())
_MARKUP = re.compile(rb"<(!doctype\s+html|html|head|body|script|meta|title)\b", re.I)
_SVG = re.compile(rb"<(\w+:)?svg\b|<!doctype\s+svg", re.I)


def tell_kind(head: bytes, name: str) -> Kind:
    """Tell which kind of picture a file is.

    Args:
        head: its first :data:`HEAD_BYTES` bytes.
        name: its name, for messages and for camera raw files, which look like TIFF.

    Raises:
        PhotoFault: it is none that is published; the sentence says what it is instead.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _RAW_SUFFIXES:
        raise _refused(name, "là ảnh thô (RAW) của máy ảnh")
    if suffix in (".svg", ".svgz") or _SVG.search(head):
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{name}” là hình SVG; tệp loại này có thể chứa mã chạy được nên không được đăng.",
            "Hãy xuất hình ra PNG rồi dùng tệp PNG đó.",
        )
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    if head[4:8] == b"ftyp":
        return _tell_boxed(head, name)
    raise _not_a_photo(head, name)


def _tell_boxed(head: bytes, name: str) -> Kind:
    """HEIF and AVIF share a container with films; the brands tell them apart (ISO/IEC 23008-12)."""
    length = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[i : i + 4] for i in range(16, length - 3, 4))}
    if brands & _AVIF_BRANDS:
        return "avif"
    if brands & _HEIF_BRANDS:
        return "heif"
    raise _refused(name, "là phim hoặc loại ảnh chưa dùng được")


def _not_a_photo(head: bytes, name: str) -> PhotoFault:
    if _MARKUP.search(head):
        return PhotoFault(
            "photo-unreadable",
            f"Tệp “{name}” là một trang web đã lưu, không phải ảnh.",
            "Hãy mở lại trang đó, bấm chuột phải vào đúng tấm ảnh, chọn lưu hình ảnh rồi chép tệp mới vào.",
        )
    if not head.strip(b"\0"):
        return PhotoFault(
            "photo-unreadable",
            f"Ảnh “{name}” bị hỏng: trong tệp chỉ có số không.",
            "Hãy chép lại ảnh từ máy chụp hoặc từ người gửi.",
        )
    for magic, what in _OTHERS:
        if head.startswith(magic):
            return _refused(name, what)
    return PhotoFault(
        "photo-unreadable",
        f"Tệp “{name}” không phải là ảnh, hoặc đã hỏng từ những byte đầu.",
        "Hãy mở thử tệp trên máy; nếu không xem được thì chép lại từ nguồn.",
    )


_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "là tệp PDF"),
    (b"PK\x03\x04", "là tệp nén hoặc văn bản Word, Excel"),
    (b"\xd0\xcf\x11\xe0", "là văn bản Word, Excel đời cũ"),
    (b"8BPS", "là bản thiết kế Photoshop"),
    (b"\xff\x0a", "là ảnh JPEG XL, loại chưa dùng được"),
    (b"\0\0\0\x0cJXL ", "là ảnh JPEG XL, loại chưa dùng được"),
    (b"\0\0\0\x0cjP  ", "là ảnh JPEG 2000, loại không dùng cho trang web"),
    (b"\0\0\x01\0", "là biểu tượng của Windows"),
    (b"%!PS", "là bản in PostScript"),
)


def _refused(name: str, what: str) -> PhotoFault:
    return PhotoFault(
        "photo-refused",
        f"Tệp “{name}” {what}, không đăng được như một tấm ảnh.",
        "Hãy xuất ảnh ra JPEG (ảnh chụp) hoặc PNG (hình vẽ, mã QR) rồi dùng tệp đó.",
    )
