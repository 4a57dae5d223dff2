"""Names that editors, Windows and macOS leave behind; what bears one counts for nothing and is never published."""

from __future__ import annotations

import re
from fnmatch import translate

_JUNK = (".*", "*~", "~$*", "#*#", "*.tmp", "thumbs.db", "desktop.ini", "__macosx")
match_junk = re.compile("|".join(map(translate, _JUNK)), re.IGNORECASE).match
"""The same as :func:`is_junk` for whoever asks a hundred thousand times; what it gives counts as its truth."""


def is_junk(name: str) -> bool:
    """Whether a file or folder of this name is nobody's."""
    return match_junk(name) is not None
