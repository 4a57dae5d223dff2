"""How long an output's path may be: Windows counts the whole path of a file, from its drive on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from newsroom.engine.workshop import Workshop
from newsroom.errors import SiteFault

UNBOUNDED = sys.maxsize

_FILE, _FOLDER = 259, 247
"""Characters of a path that Windows takes where nobody has allowed longer ones (MAX_PATH, with room in a folder for a
file's short name)."""

_SEVERAL = 10
"""From so many on it is the site that lies too deep, and not its names that are too long."""

_MOVE = "chuyển cả thư mục trang tin đến gần gốc ổ đĩa hơn, ví dụ D:\\trang-tin"


def find_room(workshop: Workshop) -> int:
    """How many characters an output's path may have on this machine."""
    if sys.platform == "win32" and not _may_be_longer():
        return count_room(workshop.stage, workshop.output)
    return UNBOUNDED


def count_room(*folders: PurePath) -> int:
    """How many characters a file's path may have in each of these folders, under Windows."""
    return _FILE - max(len(str(folder)) + 1 for folder in folders)


def is_too_long(path: str, room: int) -> bool:
    """Whether there is no room for an output, or for the folder it lies in."""
    return len(path) > room or len(path.rpartition("/")[0]) > room - (_FILE - _FOLDER)


def name_too_long(long: Sequence[tuple[str, str, str]], room: int) -> Iterable[SiteFault]:
    """What to say of outputs for which there is no room.

    Args:
        long: of each its path, what it is made from, and what of that could be shorter, in Vietnamese.
    """
    if len(long) >= _SEVERAL:
        path = max((path for path, _, _ in long), key=len)
        fault = f"Thư mục trang tin nằm quá sâu: {len(long)} tệp có đường dẫn dài hơn mức Windows cho phép"
        yield SiteFault(f"{fault}, dài nhất là {path}.", f"Hãy {_MOVE}.")
        return
    for path, source, remedy in long:
        over = max(len(path) - room, len(path.rpartition("/")[0]) - room + _FILE - _FOLDER)
        fault = f"Đường dẫn {path} ({source}) dài hơn mức Windows cho phép {over} ký tự."
        yield SiteFault(fault, f"Hãy {remedy}, hoặc {_MOVE}.")


def _may_be_longer() -> bool:
    """Whether this machine's administrator has allowed long paths; Python asks for nothing more."""
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SYSTEM\CurrentControlSet\Control\FileSystem") as key:
                return bool(winreg.QueryValueEx(key, "LongPathsEnabled")[0])
        except OSError:
            return False
    return True
