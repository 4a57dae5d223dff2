"""What a picture's header tells: size, orientation, frames; the one door to Pillow's readers."""

from __future__ import annotations

import struct
import warnings
import zlib
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from PIL import ExifTags, Image

from newsroom.photos.faults import PhotoFault
from newsroom.photos.kinds import Kind
from newsroom.photos.recipe import Recipe

BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, ArithmeticError, AttributeError,
    RuntimeError, MemoryError, struct.error, zlib.error, Image.DecompressionBombError,
)  # fmt: skip
"""What Pillow and its codecs raise at damaged files; they share no base and document none."""

_FORMATS: dict[Kind, str] = {
    "jpeg": "JPEG",
    "png": "PNG",
    "gif": "GIF",
    "webp": "WEBP",
    "bmp": "BMP",
    "tiff": "TIFF",
    "avif": "AVIF",
    "heif": "HEIF",
}
_ANIMATED: frozenset[Kind] = frozenset(("gif", "png", "webp", "avif"))
"""Kinds whose further frames are a film; those of the others are pages, previews or depth maps."""

_UPRIGHT: frozenset[Kind] = frozenset(("tiff", "heif"))
"""Kinds that their decoder already turns upright."""

_LOSSLESS: frozenset[Kind] = frozenset(("png", "gif"))

# Sizes are judged by the recipe, before any pixel is decoded; Pillow's own limit
# would refuse or warn of the panoramas that the recipe allows.
Image.MAX_IMAGE_PIXELS = None


@dataclass(frozen=True, slots=True)
class Header:
    """What can be said of a picture without decoding it.

    Attributes:
        width, height: upright, in pixels.
        orientation: 1 to 8, as in EXIF; how the stored pixels are to be turned.
        animated: True for a film of several frames.
        graphic: True for a light drawing (screenshot, QR code) that stays lossless.
    """

    width: int
    height: int
    orientation: int
    animated: bool
    graphic: bool


def read_header(file: BinaryIO, kind: Kind, size: int, name: str, recipe: Recipe) -> Header:
    """Read a picture's header.

    Args:
        file: open for reading.
        size: of the file, in bytes.
        name: for messages.

    Raises:
        PhotoFault: there is none to read, or the picture is too large or of a mode that is no photo's.
    """
    try:
        with quietly(), open_image(file, kind) as image:
            stored = image.size
            mode = image.mode
            orientation = find_orientation(image, kind)
            animated = kind in _ANIMATED and bool(getattr(image, "is_animated", False))
    except ImportError as error:
        raise _no_heif(name) from error
    except BROKEN as error:
        raise broken(name) from error
    _refuse_size(stored, name, recipe)
    if mode in ("I", "F", "LAB", "HSV"):
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{name}” dùng kiểu màu của phần mềm chuyên dụng ({mode}), trang web không hiện được.",
            "Hãy xuất lại ảnh ra JPEG hoặc PNG thông thường.",
        )
    width, height = stored if orientation < 5 else stored[::-1]
    graphic = kind in _LOSSLESS and _is_light(size, width, height, recipe)
    return Header(width, height, orientation, animated, graphic)


def open_image(file: BinaryIO, kind: Kind) -> Image.Image:
    """Open a picture with the one decoder of its kind, nothing decoded yet.

    Raises:
        ImportError: an iPhone photo, and the optional library for it is not installed.
    """
    if kind == "heif":
        _learn_heif()
    file.seek(0)
    return Image.open(file, formats=(_FORMATS[kind],))


def quietly() -> warnings.catch_warnings[None]:
    """Pillow warns of flaws in a camera's notes, which are not published anyway."""
    return warnings.catch_warnings(action="ignore")


@cache
def _learn_heif() -> None:
    """Teach Pillow iPhone photos, once; an optional library, loaded only when such a photo is there."""
    from pillow_heif import register_heif_opener

    register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


def find_orientation(image: Image.Image, kind: Kind) -> int:
    """EXIF orientation of the stored pixels; 1 where there is none or it is nonsense."""
    block = image.info.get("exif")
    if kind in _UPRIGHT or not isinstance(block, bytes):
        return 1
    exif = Image.Exif()
    try:
        exif.load(block)
        value = exif.get(ExifTags.Base.Orientation, 1)
    except BROKEN:
        return 1  # damaged notes of the camera do not make the photo worse
    return value if isinstance(value, int) and 1 <= value <= 8 else 1


def broken(name: str) -> PhotoFault:
    """The fault of a picture whose inside is damaged."""
    return PhotoFault(
        "photo-unreadable",
        f"Ảnh “{name}” bị hỏng, máy không đọc được.",
        "Hãy chép lại ảnh từ máy chụp hoặc từ người gửi; nếu vẫn hỏng thì chọn ảnh khác.",
    )


def _is_light(size: int, width: int, height: int, recipe: Recipe) -> bool:
    """Flat areas pack well: few bytes per pixel tell drawings from photographs before any is decoded."""
    return (
        size <= min(recipe.graphic_bytes, recipe.graphic_slack + recipe.graphic_density * width * height)
        and max(width, height) <= recipe.graphic_side
    )


def _refuse_size(size: tuple[int, int], name: str, recipe: Recipe) -> None:
    width, height = size
    if width < 1 or height < 1:
        raise broken(name)
    if width * height > recipe.most_pixels:
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{name}” rộng {width} × {height} điểm ảnh, quá lớn để xử lý "
            f"(giới hạn {recipe.most_pixels // 1_000_000} triệu điểm ảnh).",
            "Hãy thu nhỏ ảnh (cạnh dài khoảng 4.000 điểm ảnh là đủ) rồi dùng tệp đó.",
        )


def _no_heif(name: str) -> PhotoFault:
    return PhotoFault(
        "photo-refused",
        f"Ảnh “{name}” là ảnh HEIC của iPhone, máy này chưa cài phần đọc loại ảnh đó.",
        "Hãy cài thêm thư viện pillow-heif, hoặc xuất ảnh ra JPEG rồi dùng tệp đó.",
    )
