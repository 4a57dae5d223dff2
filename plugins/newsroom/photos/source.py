"""Opening an original: only a readable, regular file of the site is ever opened, and none is waited for."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import BinaryIO

from newsroom.photos.faults import PhotoFault
from newsroom.photos.names import show_name
from newsroom.photos.recipe import Recipe

_READABLE = stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH


def open_original(path: Path, content: Path, recipe: Recipe) -> BinaryIO:
    """Open an original for reading.

    Args:
        path: the file, found beside a story.
        content: the folder of all sources; nothing outside it is opened.

    Raises:
        PhotoFault: it is gone, empty, locked, too large, no file at all, or elsewhere.
    """
    name = show_name(path.name)
    try:
        real = path.resolve(strict=True)
        _refuse_oddities(real, os.stat(real), content, name, recipe)
        file = open(real, "rb", opener=_open_without_waiting)  # noqa: SIM115 - handed to the caller
    except FileNotFoundError as error:
        raise PhotoFault(
            "photo-missing",
            f"Không thấy ảnh “{name}” bên cạnh bài viết.",
            "Hãy chép tệp ảnh vào cùng thư mục với bài, hoặc sửa lại tên ảnh trong bài.",
        ) from error
    except PermissionError as error:
        raise _locked(name) from error
    except (OSError, RuntimeError) as error:  # before Python 3.13 a loop of links is a RuntimeError
        raise PhotoFault(
            "photo-unreadable",
            f"Máy không mở được ảnh “{name}”.",
            "Hãy thử mở tệp trên máy này; nếu không được thì chép lại từ nguồn.",
        ) from error
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise _no_file(name)
    return file


def digest_original(file: BinaryIO, recipe: Recipe) -> str:
    """Hex digest of an original's bytes and the recipe: what a derivative's name stands for."""
    file.seek(0)
    digest = hashlib.blake2b(recipe.text.encode(), digest_size=16)
    while block := file.read(1 << 20):
        digest.update(block)
    return digest.hexdigest()


def _open_without_waiting(path: str, flags: int) -> int:
    """A pipe put in the file's place since it was looked at must not stop the build for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _refuse_oddities(real: Path, status: os.stat_result, content: Path, name: str, recipe: Recipe) -> None:
    if not real.is_relative_to(content.resolve()):
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{name}” là lối tắt dẫn ra ngoài thư mục nội dung.",
            "Hãy chép chính tệp ảnh vào thư mục của bài.",
        )
    if not stat.S_ISREG(status.st_mode):
        raise _no_file(name)
    if not status.st_mode & _READABLE:  # the super-user could read it, the web server could not
        raise _locked(name)
    if status.st_size == 0:
        raise PhotoFault(
            "photo-unreadable",
            f"Ảnh “{name}” là tệp rỗng (0 byte).",
            "Hãy chép lại ảnh từ máy chụp hoặc từ người gửi.",
        )
    if status.st_size > recipe.most_bytes:
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{name}” nặng {status.st_size // 1_000_000} MB, quá giới hạn {recipe.most_bytes // 1_000_000} MB.",
            "Hãy xuất lại ảnh ra JPEG cỡ vừa rồi dùng tệp đó.",
        )


def _no_file(name: str) -> PhotoFault:
    return PhotoFault(
        "photo-refused",
        f"“{name}” không phải là tệp ảnh (mà là thư mục, ống dẫn hoặc thiết bị).",
        "Hãy đặt đúng tệp ảnh vào thư mục của bài.",
    )


def _locked(name: str) -> PhotoFault:
    return PhotoFault(
        "photo-unreadable",
        f"Không có quyền đọc ảnh “{name}”.",
        "Hãy mở quyền đọc cho tệp (trên Linux: chmod a+r), hoặc đóng chương trình đang giữ tệp.",
    )
