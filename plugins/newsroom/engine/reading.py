"""CONTENT → STORIES: every source read once, each with all its notices."""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsroom.check import check_story, silence
from newsroom.engine.claims import NOWHERE, check_claims
from newsroom.engine.foreign import fenced
from newsroom.engine.offers import ReadStory
from newsroom.engine.reporter import Reporter
from newsroom.engine.scan import PAGES, STORIES, Scan, Source, scan
from newsroom.errors import Place
from newsroom.model import Document, Head, Notice, Story
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True)
class Reading:
    """All that ``content/`` holds.

    Attributes:
        stories: every story and page, whatever its status, by source.
        idle: files that no story names, relative to ``content/``; they are not published.
    """

    stories: tuple[Story, ...]
    idle: tuple[str, ...]


def read_content(settings: Settings, read_story: ReadStory, reporter: Reporter) -> Reading:
    """Read ``content/`` and check it; a source that cannot be read becomes a story with a notice.

    Raises:
        SiteFault: when the reader itself breaks on a file, which it never should.
        OSError: when a folder cannot be listed.
    """
    found = scan(settings.content)
    stories = []
    with reporter.track("Đọc bài") as progress:
        for count, source in enumerate(found.sources, start=1):
            story = _read(source, settings, read_story)
            stories.append(add_notices(story, check_story(story)))
            progress(count, len(found.sources))
    claimed = check_claims(stories, settings)
    return Reading(
        tuple(add_notices(story, claimed.get(story.source, ())) for story in stories), _find_idle(found, stories)
    )


def add_notices(story: Story, notices: tuple[Notice, ...]) -> Story:
    """The story with further notices, in line order, without those its head silences."""
    merged = silence(dict.fromkeys((*story.notices, *notices)), story.head.allow)
    return replace(story, notices=tuple(sorted(merged, key=lambda n: (n.line, n.column))))


def _read(source: Source, settings: Settings, read_story: ReadStory) -> Story:
    if source.fault:
        return _unread(source, "encoding-unreadable", source.fault, "Hãy thay bằng một tệp .md thường, đọc được.")
    if source.kind is None:
        where = f"Bài đặt trong content/{STORIES}/, trang đặt ngay trong content/{PAGES}/."
        return _unread(source, "source-misplaced", "Tệp này nằm ngoài thư mục bài viết nên chưa được đăng.", where)
    place = Place(f"{settings.content.name}/{source.name}")
    with fenced("Chương trình không đọc nổi tệp này", "Hãy gửi tệp cho người phụ trách kỹ thuật.", place):
        try:
            return read_story(settings.content / source.name, settings)
        except OSError as error:
            fault = f"Không đọc được tệp này ({error.strerror or error})."
            return _unread(source, "encoding-unreadable", fault, "Hãy kiểm tra quyền đọc của tệp.")


def _unread(source: Source, code: str, message: str, hint: str) -> Story:
    notice = Notice(code, "error", 1, message, hint)
    return Story(source.name, source.kind or "story", Head(), Document(), "", NOWHERE, "", notices=(notice,))


def _find_idle(found: Scan, stories: list[Story]) -> tuple[str, ...]:
    used = {picture.original for story in stories for _, picture in story.pictures}
    used |= {attachment.original for story in stories for _, attachment in story.attachments}
    used |= {name for story in stories for name in story.beside}
    return tuple(name for name in found.others if name not in used)
