"""From a photo's name as typed in a story to the file beside the story.

Clerks type names by hand or carry them over from Word, Windows and Macs.
What is unambiguous is understood: Unicode form, ``{static}``, ``./``, ``%20``,
a backslash, the case of letters.  What leads out of the story's folder is not.
The typed name never touches the disk: it is only compared with what a folder holds.
"""

from __future__ import annotations

import difflib
import os
import re
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from newsroom.junk import is_junk
from newsroom.photos.faults import PhotoFault
from newsroom.photos.names import refuse_elsewhere, show_name

_PLACEHOLDER = re.compile(r"\{(\w*)\}")


def find_photo(folder: Path, name: str) -> Path:
    """Find the file that a story means by a photo's name.

    Args:
        folder: the story's own folder.
        name: as typed.

    Returns:
        An existing entry under ``folder``; what kind of entry it is, is for
        :func:`newsroom.photos.read_picture` to judge.

    Raises:
        PhotoFault: the name leads elsewhere, is ambiguous, or there is no such file.
    """
    bare = _without_placeholder(name.strip())
    found = _find(folder, bare, name)
    if found is None:
        raise _missing(folder, name, bare)
    _refuse_escape(folder, found, name)
    return found


def find_entry(folder: Path, name: str) -> Path | None:
    """The entry that a name means, whether or not it can be used; None where none or several may be meant."""
    with suppress(PhotoFault):
        return _find(folder, _without_placeholder(name.strip()), name)
    return None


def _find(folder: Path, bare: str, name: str) -> Path | None:
    for reading in _readings(bare):
        refuse_elsewhere(reading, name)
        parts = [part for part in reading.split("/") if part not in ("", ".")]
        found = _walk(folder, parts, name)
        if found is not None:
            return found
    return None


def _without_placeholder(name: str) -> str:
    """Drop ``{static}`` and ``{attach}``: both mean the file beside the story (contract §2)."""
    match = _PLACEHOLDER.match(name)
    if match and match[1].lower() in ("static", "attach"):
        return name[match.end() :].strip()
    return name


def _readings(name: str) -> Iterator[str]:
    """What the name may mean, from exactly as typed to most lenient."""
    decoded = unquote(name)
    yield from dict.fromkeys((name, name.replace("\\", "/"), decoded, decoded.replace("\\", "/")))


def _walk(folder: Path, parts: list[str], name: str) -> Path | None:
    if not parts:
        return None
    current = folder
    for part in parts:
        entry = _entry(current, part, name)
        if entry is None:
            return None
        current = current / entry
    return current


def _entry(folder: Path, part: str, name: str) -> str | None:
    """The entry of a folder that a name means: the exact one, else the only one that is nearly so."""
    try:
        entries = sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        raise PhotoFault(
            "photo-unreadable",
            f"Không mở được thư mục chứa ảnh “{show_name(name)}” ({error.strerror}).",
            "Hãy kiểm tra quyền đọc của thư mục rồi chạy lại.",
        ) from error
    if part in entries:
        return part
    for key in (_composed, _with_any_suffix_case, _folded):
        near = _same(entries, part, key)
        if len(near) > 1:
            raise _ambiguous(name, near)
        if near:
            return near[0]
    return None


def _same(entries: list[str], part: str, key: Callable[[str], str]) -> list[str]:
    wanted = key(part)
    return [entry for entry in entries if key(entry) == wanted]


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _with_any_suffix_case(name: str) -> str:
    stem, dot, suffix = _composed(name).rpartition(".")
    return f"{stem}{dot}{suffix.lower()}"


def _folded(name: str) -> str:
    return _composed(_composed(name).casefold())


def _ambiguous(name: str, entries: list[str]) -> PhotoFault:
    listed = ", ".join(f"“{show_name(entry)}”" for entry in entries)
    return PhotoFault(
        "photo-refused",
        f"Không rõ “{show_name(name)}” là tệp nào: trong thư mục có {listed}.",
        "Hãy đổi tên để các tệp khác nhau rõ ràng, rồi ghi đúng tên trong bài.",
    )


def _refuse_escape(folder: Path, found: Path, name: str) -> None:
    """A shortcut may be followed only inside the story's folder."""
    shown = show_name(name)
    try:
        real = found.resolve(strict=True)
    except FileNotFoundError as error:
        raise PhotoFault(
            "photo-missing",
            f"Ảnh “{shown}” chỉ là lối tắt tới một tệp không còn nữa.",
            "Hãy chép chính tệp ảnh vào thư mục của bài.",
        ) from error
    except (OSError, RuntimeError) as error:  # before Python 3.13 a loop of links is a RuntimeError
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{shown}” là lối tắt chạy vòng, không dẫn tới tệp nào.",
            "Hãy xóa lối tắt và chép chính tệp ảnh vào thư mục của bài.",
        ) from error
    if not real.is_relative_to(folder.resolve()):
        raise PhotoFault(
            "photo-refused",
            f"Ảnh “{shown}” là lối tắt dẫn ra ngoài thư mục của bài viết.",
            "Hãy chép chính tệp ảnh vào thư mục của bài.",
        )


def _missing(folder: Path, name: str, bare: str) -> PhotoFault:
    shown = show_name(name)
    if not bare:
        return PhotoFault(
            "photo-missing", "Chỗ này có ảnh nhưng chưa ghi tên tệp.", "Hãy ghi tên tệp ảnh, ví dụ hoi-nghi.jpg."
        )
    placeholder = _PLACEHOLDER.match(name.strip())
    if placeholder and bare.startswith("{"):
        return PhotoFault(
            "photo-missing",
            f"Không thấy ảnh “{shown}”; “{{{placeholder[1]}}}” không phải là cách ghi quen dùng.",
            "Hãy chỉ ghi tên tệp đặt cạnh bài, không cần gì đứng trước.",
        )
    near = _nearest(folder, bare)
    hint = (
        f"Có phải là “{show_name(near)}”? Nếu đúng, hãy sửa lại tên trong bài."
        if near
        else "Hãy chép tệp ảnh vào cùng thư mục với bài, hoặc sửa lại tên ảnh trong bài."
    )
    return PhotoFault("photo-missing", f"Không thấy ảnh “{shown}” bên cạnh bài viết.", hint)


def _nearest(folder: Path, bare: str) -> str | None:
    try:
        entries = sorted(entry for entry in os.listdir(folder) if not is_junk(entry))
    except OSError:
        return None
    by_key = {_folded(entry): entry for entry in entries if Path(entry).suffix not in ("", ".md", ".txt")}
    wanted = _folded(re.split(r"[/\\]", bare)[-1])
    found = difflib.get_close_matches(wanted, list(by_key), n=1, cutoff=0.75)
    return by_key[found[0]] if found else None
