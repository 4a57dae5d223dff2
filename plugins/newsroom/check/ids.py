"""Ids that a rename would change: subscribers would see an old story as a new one (contract §5).

An id grows from the name of the story's folder.  Who renames the folder keeps
the id by a line ``id: …`` in the head; this finds where that line is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from newsroom.model import Notice, Story

_ALIKE = 0.5
"""From this share of common letters on, two names may be one story's (difflib's ratio)."""

_MOST_PAIRS = 20_000
"""Above this many, an archive is being moved, and only aliases count: comparing all names would take minutes."""

_PREFIX = re.compile(r"\d{4}-\d{2}-\d{2}-")


def find_lost_ids(before: Mapping[str, str], stories: Iterable[Story]) -> dict[str, tuple[Notice, ...]]:
    """Notices, by source, at stories whose id was another one before.

    A source that kept its name is certain.  Of a renamed one there is only
    evidence: its old id is nowhere any more, and a source without a past has
    an alias with the old name, or a name like it.  A story that was deleted or
    withdrawn, and one that is really new, give no notice.

    Args:
        before: source → id of every story that readers have been told of.
        stories: all there are now, in any order, whatever their status.
    """
    now = {story.source: story for story in stories if story.kind == "story"}
    ids = {story.id for story in now.values()}
    lost = {source: old for source, old in before.items() if old and old not in ids}
    shown = [now[source] for source in sorted(now) if now[source].head.status in ("published", "hidden")]
    notices: dict[str, tuple[Notice, ...]] = {
        story.source: (_changed(lost[story.source]),) for story in shown if story.source in lost
    }
    gone = sorted(lost.keys() - now.keys())
    new = [story for story in shown if story.source not in before]
    for old, story in _pair(gone, new):
        notices[story.source] = (_renamed(old, lost[old]),)
    return notices


def _pair(gone: Sequence[str], new: Sequence[Story]) -> Iterator[tuple[str, Story]]:
    """The likeliest pairs first; each source and each story at most once."""
    measure = _likeness if len(gone) * len(new) <= _MOST_PAIRS else _follows
    likely = [(measure(old, story), old, story) for story in new for old in gone]
    taken: set[str] = set()
    for score, old, story in sorted(likely, key=lambda found: (-found[0], found[1], found[2].source)):
        if score >= _ALIKE and taken.isdisjoint((old, story.source)):
            taken.update((old, story.source))
            yield old, story


def _likeness(old: str, story: Story) -> float:
    """2 where an alias names the old story; else how much the names have in common, from 0 to 1."""
    return _follows(old, story) or SequenceMatcher(None, _name(old), _name(story.source), autojunk=False).ratio()


def _follows(old: str, story: Story) -> float:
    """2 where an alias names the old story, else 0."""
    name = _name(old)
    return 2 if any(alias.strip("/").rpartition("/")[2] == name for alias in story.head.aliases) else 0


def _name(source: str) -> str:
    """Name of a story's folder, or of a loose file, without its date."""
    path = source.removesuffix("/index.md").removesuffix(".md")
    return _PREFIX.sub("", path.rpartition("/")[2], count=1)


def _changed(old: str) -> Notice:
    message = "Mã nhận dạng của bài đã đổi, nên người theo dõi sẽ thấy tin này thêm một lần."
    return _notice(message, f"Hãy đặt lại dòng “id: {old}” ở phần đầu bài.", old)


def _renamed(source: str, old: str) -> Notice:
    message = f"Bài này có lẽ là {source} đổi tên; người theo dõi sẽ thấy nó như một tin mới."
    return _notice(message, f"Nếu đúng là bài cũ, hãy thêm dòng “id: {old}” vào phần đầu bài.", old)


def _notice(message: str, hint: str, old: str) -> Notice:
    return Notice("id-changed", "warning", 1, message, hint, proposed=f"id: {old}")
