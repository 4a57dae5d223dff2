"""A typed head while it is read: its texts and dates by key, and the notices on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from newsroom.markup.head import Entry, TypedHead
from newsroom.model import Notice
from newsroom.text.dates import DateFault, parse_date


@dataclass(slots=True)
class HeadReading:
    """A typed head and what was found wrong with it so far."""

    typed: TypedHead
    notices: list[Notice] = field(default_factory=list)

    def text(self, key: str) -> str:
        """The value of a key, or empty."""
        entry = self.typed.entries.get(key)
        return entry.text.strip() if entry else ""

    def line(self, key: str) -> int:
        """The line of a key; 1 when it is missing."""
        entry = self.typed.entries.get(key)
        return entry.line if entry else 1

    def values(self, key: str) -> tuple[str, ...]:
        """The values of a key that holds a list."""
        entry = self.typed.entries.get(key) or Entry((), 1)
        return tuple(v.strip() for v in entry.values if v.strip())

    def note(self, code: str, line: int, message: str, hint: str, found: str = "", proposed: str = "") -> None:
        """Note a fault; only what can be published all the same is a warning."""
        level = "warning" if code in ("head-missing", "key-unknown") else "error"
        self.notices.append(Notice(code, level, line, message, hint, found=found, proposed=proposed))  # type: ignore[arg-type]

    def date(self, key: str) -> datetime | None:
        """The date of a key; None, with a notice, when it cannot be read."""
        text = self.text(key)
        if not text:
            return None
        try:
            return parse_date(text)
        except DateFault as fault:
            self.note(fault.code, self.line(key), fault.message, fault.hint, text, fault.proposed)
            return None
