"""Which folder may be replaced as a whole: never one that holds sources, never a stranger's."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from newsroom.engine.workshop import Workshop
from newsroom.errors import SiteFault
from newsroom.junk import is_junk
from newsroom.settings import Settings

_HISTORIES = (".git", ".hg", ".svn")
_SOURCES = frozenset({".md", ".py", ".toml", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".psd"})
_ELSEWHERE = "Hãy đặt OUTPUT_PATH (hoặc --output) vào một thư mục khác."


def check_places(settings: Settings, workshop: Workshop) -> list[SiteFault]:
    """What forbids replacing the output folder; touches nothing."""
    return list(_check_sources(settings)) or list(_check_output(workshop))


def keep_stranger(workshop: Workshop, cache: Path) -> Path | None:
    """Copy aside an output folder that this newsroom did not make, before it is replaced.

    A site built by other means, or before the cache was lost, may hold
    something that exists nowhere else.

    Returns:
        The copy, or None where there was nothing to keep.

    Raises:
        OSError: it cannot be copied.
    """
    if not _list_strange(workshop):
        return None
    kept = next(place for place in _places_for(cache, workshop.output.name) if not place.exists())
    shutil.copytree(workshop.output, kept, symlinks=True)
    return kept


def _places_for(cache: Path, name: str) -> Iterator[Path]:
    number = 1
    while True:
        yield cache / "ban-cu" / f"{name}-{number}"
        number += 1


def _check_sources(settings: Settings) -> Iterator[SiteFault]:
    output, root = settings.output, settings.content.parent
    for folder, what in ((settings.content, "bài viết"), (settings.theme, "giao diện"), (root, "dự án")):
        if folder.is_relative_to(output):
            yield SiteFault(f"Thư mục xuất bản {output.name}/ chứa chính thư mục {what} {folder.name}/.", _ELSEWHERE)
            return
        if folder != root and output.is_relative_to(folder):
            yield SiteFault(f"Thư mục xuất bản {output.name}/ nằm trong thư mục {what} {folder.name}/.", _ELSEWHERE)
            return
    if settings.cache.is_relative_to(output):
        yield SiteFault(f"Thư mục xuất bản {output.name}/ chứa chính bộ nhớ đệm {settings.cache.name}/.", _ELSEWHERE)


def _check_output(workshop: Workshop) -> Iterator[SiteFault]:
    output = workshop.output
    if not output.exists():
        return
    if not output.is_dir():
        yield SiteFault(f"{output.name} là một tệp, không phải thư mục xuất bản.", "Hãy đổi tên hoặc dời tệp đó đi.")
    elif not _is_writable(output):
        fault = f"Thư mục xuất bản {output.name}/ không cho ghi."
        yield SiteFault(fault, "Hãy cấp quyền ghi cho thư mục đó (ví dụ: chmod u+w).")
    elif histories := [name for name in _HISTORIES if (output / name).exists()]:
        fault = f"Thư mục xuất bản {output.name}/ có {histories[0]}, thứ sẽ mất khi thay cả thư mục."
        yield SiteFault(fault, _ELSEWHERE)
    elif foreign := _list_foreign(_list_strange(workshop)):
        fault = f"Thư mục {output.name}/ có sẵn tệp không phải của trang tin ({', '.join(foreign[:3])})."
        yield SiteFault(fault, _ELSEWHERE)


def _list_strange(workshop: Workshop) -> list[str]:
    """Names in an output folder that was not made here, nor is being made: before a switch begins, all was kept."""
    if workshop.made.exists() or workshop.ready.exists() or not workshop.output.exists():
        return []
    return [entry.name for entry in sorted(workshop.output.iterdir()) if not is_junk(entry.name)]


def _list_foreign(names: list[str]) -> list[str]:
    """Names that tell that a folder is no built site; none when it looks like one."""
    sources = [name for name in names if Path(name).suffix.lower() in _SOURCES]
    return sources or ([] if "index.html" in names else names)


def _is_writable(folder: Path) -> bool:
    # The super-user may write anywhere; a folder closed to its owner was closed on purpose.
    closed = os.name == "posix" and not folder.stat().st_mode & stat.S_IWUSR
    return os.access(folder, os.W_OK) and not closed
