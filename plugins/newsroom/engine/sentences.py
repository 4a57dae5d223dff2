"""NOTICES AND COUNTS → what the office reads: one sentence a line, with file, line, fault and remedy."""

from __future__ import annotations

import errno
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsroom.engine.claims import is_asked_for
from newsroom.errors import Place, SiteFault
from newsroom.model import Level, Story
from newsroom.settings import Settings

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})

_MOST_IDLE = 8
"""How many unused files of a folder are named one by one."""


def write_notices(stories: Iterable[Story], level: Level, settings: Settings) -> Iterator[str]:
    """Notices of one level of every story that is asked for, by file and line."""
    found = [
        (notice.file or story.source, notice.line, f"{notice.message} {notice.hint}".strip())
        for story in stories
        if is_asked_for(story, settings)
        for notice in story.notices
        if notice.level == level
    ]
    for file, line, sentence in sorted(dict.fromkeys(found)):
        yield f"{Place(f'{settings.content.name}/{file}', line)}: {sentence}"


def write_idle(names: Iterable[str], settings: Settings) -> Iterator[str]:
    """Files that are not published because no story names them, folder by folder.

    Args:
        names: relative to ``content/``, sorted.
    """
    folders: dict[str, list[str]] = {}
    for name in names:
        folder, _, file = f"{settings.content.name}/{name}".rpartition("/")
        folders.setdefault(folder, []).append(file)
    for folder, files in folders.items():
        shown = ", ".join(files[:_MOST_IDLE]) + (f" và {len(files) - _MOST_IDLE} tệp nữa" if files[_MOST_IDLE:] else "")
        yield f"{folder}/: không đăng {shown}, vì không bài nào nhắc đến."


def explain(error: OSError) -> SiteFault:
    """A refusal of the operating system, in words."""
    name = Path(str(error.filename)).name if error.filename else "tệp"
    if error.errno in _FULL:
        return SiteFault(f"Đĩa đã đầy nên không ghi được {name}.", "Hãy dọn bớt đĩa rồi chạy lại.")
    if error.errno in _FORBIDDEN:
        where = error.filename or name
        return SiteFault(f"Không có quyền đọc hoặc ghi {where}.", "Hãy kiểm tra quyền của tệp hoặc thư mục đó.")
    return SiteFault(f"Máy báo lỗi với {name}: {error.strerror or error}.", "Hãy kiểm tra đĩa và thư mục rồi chạy lại.")
