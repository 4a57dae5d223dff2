"""What lies beside a story's text: attachments and sheets, found by the names typed in it."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsroom.junk import is_junk
from newsroom.markup.links import beside_name, is_file_beside
from newsroom.markup.sheets import SheetFile
from newsroom.model import Attachment, Link
from newsroom.settings import Settings
from newsroom.sheets import SheetFault, Workbook, read_sheet
from newsroom.text.slugs import slugify_file

PHOTO_FILE = re.compile(r"(?i)\.(?:jpe?g|png|gif|webp|heic|heif|avif|svg|bmp|tiff?)$")


class Desk:
    """The folder of one story; every sheet in it is read once.

    Attributes:
        offered: whether sheets may be downloaded where the story does not say; not while names are hidden.
    """

    def __init__(self, folder: Path, settings: Settings, *, offered: bool) -> None:
        self._folder = folder
        self._settings = settings
        self.offered = offered
        self._sheets: dict[str, SheetFile | None] = {}

    def find_sheet(self, name: str) -> SheetFile | None:
        """The spreadsheet of that name, read, or why it cannot be; None when there is no such file."""
        if name not in self._sheets:
            path = _find_file(self._folder, name)
            self._sheets[name] = SheetFile(self._original(path), _read(path), self.offered) if path else None
        return self._sheets[name]

    def read_attachments(self, links: Sequence[Link], address: str) -> Iterator[tuple[str, Attachment]]:
        """Files beside the story that its links name; a link to anything else is checked later."""
        seen: set[str] = set()
        for link in links:
            if not is_file_beside(link.target) or PHOTO_FILE.search(link.target):
                continue
            name = beside_name(link.target)
            found = _find_file(self._folder, name)
            if found is None or name in seen:
                continue
            seen.add(name)
            yield (
                name,
                Attachment(name, self._original(found), address + slugify_file(found.name), found.stat().st_size),
            )

    def list_read(self, attachments: Sequence[tuple[str, Attachment]]) -> tuple[str, ...]:
        """Sheets that were read and are not attachments, relative to ``content/``."""
        offered = {attachment.original for _, attachment in attachments}
        return tuple(sheet.path for sheet in self._sheets.values() if sheet and sheet.path not in offered)

    def _original(self, path: Path) -> str:
        return path.relative_to(self._settings.content).as_posix()


def _read(path: Path) -> Workbook | SheetFault:
    try:
        return read_sheet(path)
    except SheetFault as fault:
        return fault
    except OSError:
        return SheetFault("sheet-unreadable", "Không đọc được bảng tính này.", "Hãy kiểm tra quyền đọc của tệp.")


def _find_file(folder: Path, name: str) -> Path | None:
    """The regular file of that name in the folder itself: the exact one, else one in another Unicode form."""
    wanted = unicodedata.normalize("NFC", name)
    with os.scandir(folder) as entries:
        files = [entry.name for entry in entries if entry.is_file(follow_symlinks=False) and not is_junk(entry.name)]
    found = [own for own in files if unicodedata.normalize("NFC", own) == wanted]
    return folder / min(found, key=lambda own: (own != name, own)) if found else None
