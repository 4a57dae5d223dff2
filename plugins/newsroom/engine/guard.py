"""Which folder may be replaced as a whole: never one that holds sources, never a stranger's."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from newsroom.engine.scan import is_junk
from newsroom.engine.workshop import Workshop
from newsroom.errors import SiteFault
from newsroom.settings import Settings

_HISTORIES = (".git", ".hg", ".svn")
_SOURCES = frozenset({".md", ".py", ".toml", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".psd"})
_ELSEWHERE = "Hãy đặt OUTPUT_PATH (hoặc --output) vào một thư mục khác."


def check_places(settings: Settings) -> list[SiteFault]:
    """What forbids writing the output folder; touches nothing."""
    return [*_check_sources(settings), *_check_output(settings.output)]


def keep_stranger(workshop: Workshop, cache: Path) -> Path | None:
    """Copy aside an output folder that this newsroom did not make, before it is replaced.

    A site built by other means, or before the cache was lost, may hold
    something that exists nowhere else.

    Returns:
        The copy, or None where there was nothing to keep.

    Raises:
        SiteFault: the folder does not look like a built site; it is left alone.
        OSError: it cannot be copied.
    """
    output = workshop.output
    if workshop.made.exists() or not output.exists():
        return None
    names = [entry.name for entry in sorted(output.iterdir()) if not is_junk(entry.name)]
    if not names:
        return None
    foreign = [name for name in names if Path(name).suffix.lower() in _SOURCES]
    if foreign or "index.html" not in names:
        found = ", ".join((foreign or names)[:3])
        raise SiteFault(f"Thư mục {output.name}/ có sẵn tệp không phải của trang tin ({found}).", _ELSEWHERE)
    kept = next(place for place in _places_for(cache, output.name) if not place.exists())
    shutil.copytree(output, kept, symlinks=True)
    return kept


def _places_for(cache: Path, name: str) -> Iterator[Path]:
    number = 1
    while True:
        yield cache / "ban-cu" / f"{name}-{number}"
        number += 1


def _check_sources(settings: Settings) -> Iterator[SiteFault]:
    output, root = settings.output, settings.content.parent
    for folder, what in ((settings.content, "bài viết"), (settings.theme, "giao diện"), (root, "dự án")):
        if folder == output or folder.is_relative_to(output):
            yield SiteFault(f"Thư mục xuất bản {output.name}/ chứa chính thư mục {what} {folder.name}/.", _ELSEWHERE)
            return
        if folder != root and output.is_relative_to(folder):
            yield SiteFault(f"Thư mục xuất bản {output.name}/ nằm trong thư mục {what} {folder.name}/.", _ELSEWHERE)
            return
    if settings.cache == output or settings.cache.is_relative_to(output):
        yield SiteFault(f"Thư mục xuất bản {output.name}/ chứa chính bộ nhớ đệm {settings.cache.name}/.", _ELSEWHERE)


def _check_output(output: Path) -> Iterator[SiteFault]:
    if not os.path.lexists(output):
        return
    if not output.is_dir():
        yield SiteFault(f"{output.name} là một tệp, không phải thư mục xuất bản.", "Hãy đổi tên hoặc dời tệp đó đi.")
    elif not _is_writable(output):
        fault = f"Thư mục xuất bản {output.name}/ không cho ghi."
        yield SiteFault(fault, "Hãy cấp quyền ghi cho thư mục đó (ví dụ: chmod u+w).")
    else:
        for name in _HISTORIES:
            if (output / name).exists():
                yield SiteFault(
                    f"Thư mục xuất bản {output.name}/ có {name}, thứ sẽ mất khi thay cả thư mục.", _ELSEWHERE
                )


def _is_writable(folder: Path) -> bool:
    # The super-user may write anywhere; a folder closed to its owner was closed on purpose.
    closed = os.name == "posix" and not folder.stat().st_mode & stat.S_IWUSR
    return os.access(folder, os.W_OK) and not closed
