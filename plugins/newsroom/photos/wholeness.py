"""Whether a picture's file has its end: copies broken off half-way are common.

Only the structure is walked, no pixel is decoded, so that a phone's photo takes
a few milliseconds.  What this cannot see (damage inside the pixels) shows when
the derivatives are made, and is a fault there.
"""

from __future__ import annotations

import re
from typing import BinaryIO

from newsroom.photos.kinds import Kind

_JPEG_SCAN = 0xDA
_JPEG_END = b"\xff\xd9"
_MARKER = re.compile(rb"[^\xff]*\xff+[^\x00\xff]")
"""Whatever a camera left between segments is passed over, as decoders do."""


def is_whole(file: BinaryIO, kind: Kind, size: int) -> bool:
    """Whether nothing is missing at the end of a picture's file.

    What stands after the picture's own end (a second picture, a film, a ZIP) does not matter.

    Args:
        file: open for reading; left at an arbitrary place.
        size: of the file, in bytes.
    """
    file.seek(0)
    if kind == "jpeg":
        return _is_whole_jpeg(file.read())
    if kind == "png":
        return _is_whole_png(file, size)
    if kind == "webp":
        head = file.read(8)
        return size >= 8 + int.from_bytes(head[4:8], "little")
    if kind == "bmp":
        head = file.read(6)
        return size >= int.from_bytes(head[2:6], "little")
    if kind in ("avif", "heif"):
        return _has_whole_boxes(file, size)
    return True  # GIF and TIFF: the first frame may be whole all the same


def _is_whole_jpeg(data: bytes) -> bool:
    """Walk the segments to the first scan; in what follows an end of image is one (ITU T.81, annex B).

    Pixels never hold a marker's two bytes, and tables between scans hardly ever can: should one
    hide a missing end, it shows when the pixels are decoded.
    """
    at = 2
    while match := _MARKER.match(data, at):
        marker = data[match.end() - 1]
        if marker == _JPEG_SCAN:
            return data.endswith(_JPEG_END, match.end()) or _JPEG_END in data[match.end() :]
        at = match.end() + max(2, int.from_bytes(data[match.end() : match.end() + 2], "big"))
    return False


def _is_whole_png(file: BinaryIO, size: int) -> bool:
    """Walk the chunks to IEND (PNG, third edition, 5.3)."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        head = file.read(8)
        at += 12 + int.from_bytes(head[:4], "big")
        if head[4:] == b"IEND":
            return at <= size
    return False


def _has_whole_boxes(file: BinaryIO, size: int) -> bool:
    """Walk the outermost boxes; the last must end where the file does, or before (ISO/IEC 14496-12, 4.2)."""
    at, boxes = 0, 0
    while at + 8 <= size:
        file.seek(at)
        head = file.read(16)
        length = int.from_bytes(head[:4], "big")
        if length == 1:
            length = int.from_bytes(head[8:16], "big")
        if length == 0:
            return True  # "to the end of the file"
        if length < 8:
            return boxes > 1
        at += length
        boxes += 1
    return at <= size
