"""CONTENT → OUTPUTS: everything that is known of a build before a page is rendered.

Plans are pure and cheap, so they are simply asked again where a photo turns out
to be broken while its derivatives are made.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsroom.engine.news import arrange
from newsroom.engine.offers import Offers
from newsroom.engine.outputs import plan_outputs
from newsroom.engine.pictures import FOLDER, Broken, blame, list_pictures
from newsroom.engine.reading import Look, Reading, read_content
from newsroom.engine.reporter import Reporter
from newsroom.engine.targets import check_targets
from newsroom.errors import SiteFault
from newsroom.model import News, NoPieces, Output, Picture, Pieces, Story
from newsroom.settings import Settings

_NO_PIECES = NoPieces()


@dataclass(frozen=True, slots=True)
class Planned:
    """A build, decided.

    Attributes:
        stories: every story and page with all its notices, whatever its status.
        idle: files of ``content/`` that no story names.
        news: what is published today.
        outputs: what will be written; their pictures are in the cache already.
        reading: what was read, and what was remembered.
        look: the scan it began with.
    """

    stories: tuple[Story, ...]
    idle: tuple[str, ...]
    news: News
    outputs: tuple[Output, ...]
    reading: Reading
    look: Look


def plan_build(
    settings: Settings, offers: Offers, reporter: Reporter, look: Look, pieces: Pieces = _NO_PIECES
) -> Planned:
    """Read what changed in ``content/``, make the pictures that pages use, and plan every output.

    Raises:
        SiteFault: a plugin that is needed offers nothing, or breaks.
        OSError: a folder cannot be listed, or the cache cannot be written.
    """
    if offers.read_story is None:
        raise SiteFault("PLUGINS thiếu newsroom.markup nên không đọc được bài nào.", "Hãy thêm vào tệp cài đặt.")
    reading = read_content(settings, offers.read_story, reporter, look)
    reading = replace(reading, stories=check_targets(reading.stories, settings))
    made: set[Picture] = set()
    broken: Broken = {}
    while True:
        planned = _plan(reading, broken, settings, offers, look, pieces)
        missing = tuple(picture for picture in list_pictures(planned.outputs) if picture not in made)
        failed = _render(missing, settings, offers, reporter)
        if not failed:
            return planned
        made.update(missing)
        broken |= failed


def _plan(reading: Reading, broken: Broken, settings: Settings, offers: Offers, look: Look, pieces: Pieces) -> Planned:
    stories = tuple(blame(story, broken) for story in reading.stories)
    news = replace(arrange(stories, settings), pieces=pieces)
    return Planned(stories, reading.idle, news, plan_outputs(offers.plans, news, settings), reading, look)


def _render(pictures: tuple[Picture, ...], settings: Settings, offers: Offers, reporter: Reporter) -> Broken:
    if not pictures:
        return {}
    if offers.render_pictures is None:
        raise SiteFault("PLUGINS thiếu newsroom.photos nên không làm được ảnh.", "Hãy thêm vào tệp cài đặt.")
    with reporter.track("Làm ảnh") as progress:
        shelf = settings.cache / FOLDER
        failed = offers.render_pictures(
            pictures, settings.content, shelf, reporter=progress, executor=settings.executor
        )
    return {picture.derivatives: fault for picture, fault in failed}
