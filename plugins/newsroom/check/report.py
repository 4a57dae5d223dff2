"""What ``newsroom check`` prints: a report to read, or JSON for programs (contract §1)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from newsroom.check.wording import shorten
from newsroom.model import Level, Notice, Story

LEVEL_WORDS: dict[Level, str] = {"error": "LỖI", "warning": "CẦN XEM", "hint": "GỢI Ý"}

QUOTE_WIDTH = 90
"""Characters of a source line that a report shows; fits a terminal."""


def write_report(stories: Sequence[Story]) -> str:
    """All notices in plain Vietnamese, grouped by story, with the line quoted and counts at the end.

    Stories without notices are counted but not named.  Ends in a line break.
    """
    groups = ["\n".join(_write_story(story)) for story in stories if story.notices]
    return "\n\n".join([*groups, _write_counts(stories)]) + "\n"


def write_json(stories: Sequence[Story]) -> str:
    """The notices as a JSON list; ``file`` is relative to ``content/``.  Ends in a line break."""
    rows = [_as_row(story, notice) for story in stories for notice in story.notices]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _write_story(story: Story) -> Iterator[str]:
    yield story.source
    for notice in story.notices:
        elsewhere = f"{notice.file}, " if notice.file not in ("", story.source) else ""
        yield f"  {elsewhere}dòng {notice.line} · {LEVEL_WORDS[notice.level]} · {notice.message}"
        if not elsewhere and (quote := _quote(story, notice)):
            yield f"      > {quote}"
        if notice.hint:
            yield f"      {notice.hint} ({notice.code})"
        else:
            yield f"      ({notice.code})"


def _quote(story: Story, notice: Notice) -> str:
    if not 0 < notice.line <= len(story.lines):
        return ""
    line = story.lines[notice.line - 1].replace("\t", " ").replace("\u00a0", " ")
    lead = len(line) - len(line.lstrip())
    return shorten(line.strip(), max(notice.column - 1 - lead, 0), QUOTE_WIDTH)


def _write_counts(stories: Sequence[Story]) -> str:
    counts = Counter(notice.level for story in stories for notice in story.notices)
    if not counts:
        return f"Đã soát {len(stories)} bài: không thấy gì cần sửa."
    told = ", ".join(f"{counts[level]} {word}" for level, word in LEVEL_WORDS.items() if counts[level])
    return f"Đã soát {len(stories)} bài: {told}."


def _as_row(story: Story, notice: Notice) -> dict[str, str | int]:
    return {
        "file": notice.file or story.source,
        "line": notice.line,
        "column": notice.column,
        "level": notice.level,
        "code": notice.code,
        "message": notice.message,
        "hint": notice.hint,
        "found": notice.found,
        "proposed": notice.proposed,
    }
