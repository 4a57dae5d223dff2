"""STYLE LAYERS → ONE SHEET: a sheet is published with the sheets that it imports in their places.

A theme is written in small layers and read in one request::

    @import "tokens.css";
    @import "base.css";

The theme needs no build step for it: to a browser its own files mean the same.  Only a plain import of a sheet
beside it is taken in; one with a condition, or from elsewhere, stays as it is typed.
"""

from __future__ import annotations

import re
from pathlib import Path

from newsroom.errors import Place, SiteFault

_IMPORT = re.compile(r'^@import "([\w-]+\.css)";\r?\n', re.MULTILINE)
_REMEDY = "Hãy sửa dòng này rồi chạy lại."


def read_style(file: Path, theme: Path) -> bytes:
    """A style sheet of a theme as it is published.

    Raises:
        SiteFault: it imports a sheet that is not there, or one that imports it back.
        OSError: it cannot be read.
    """
    return _read(file, theme, ()).encode("utf-8", "surrogateescape")


def _read(file: Path, theme: Path, around: tuple[Path, ...]) -> str:
    text = file.read_bytes().decode("utf-8", "surrogateescape")

    def take_in(found: re.Match[str]) -> str:
        sheet = file.with_name(found[1])
        if sheet.is_file() and sheet not in (*around, file):
            return _read(sheet, theme, (*around, file))
        why = "đã gọi đến tệp này" if sheet.is_file() else "không có trong giao diện"
        name = f"{theme.name}/{file.relative_to(theme).as_posix()}"
        place = Place(name, text.count("\n", 0, found.start()) + 1)
        raise SiteFault(f"Tệp kiểu chữ này gọi đến {found[1]}, mà tệp đó {why}.", _REMEDY, place)

    return _IMPORT.sub(take_in, text)
