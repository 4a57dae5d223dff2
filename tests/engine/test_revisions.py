"""A new text of a known story: only what can show it is planned, and it comes out as if everything had been."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.engine.build import Built
from newsroom.engine.ledger import ReadOnlyLedger
from newsroom.engine.workshop import find_workshop
from tests.engine.office import BLOCKS, SENTENCES, Office
from tests.sites import Site, make_site

STORY = "2023-01-04-bai-3"


def fill(site: Site) -> Site:
    for number in range(6):
        site.tell(f"2023-01-0{number + 1}-bai-{number}", f"Bài số {number}", date=f"2023-01-0{number + 1}")
    return site


def is_revised(built: Built) -> bool:
    return built.planned is not None and built.planned.revised


def remembered(site: Site) -> dict[str, list[tuple[object, ...]]]:
    """What the ledger knows, but for stamps and for why outputs were made."""
    settings = site.open().ready_settings()
    ledger = ReadOnlyLedger(find_workshop(settings.output, settings.cache).ledger)
    try:
        outputs = sorted((row[0], *row[5:8], row[9]) for row in ledger.read("outputs"))
        return {"outputs": outputs} | {name: sorted(ledger.read(name)) for name in ("bundles", "facts", "details")}
    finally:
        ledger.close()


def test_where_a_text_alone_has_changed_no_other_story_is_planned(site: Site) -> None:
    fill(site).build()
    site.tell(STORY, "Bài số 3", date="2023-01-04", body="Nội dung mới.")
    built = site.build()
    assert is_revised(built)
    assert {path for path, _ in built.reasons} == {
        *("tin-tuc/2023/bai-3/index.html", "rss.xml", "atom.xml", "feed.json"),
        *("chuyen-muc/tin-tuc/rss.xml", "luu-tru/2023/atom.xml"),
    }


@pytest.mark.parametrize("title", ["Bài số 3", "Bài khác"])
def test_a_published_site_is_revised_only_by_a_text(site: Site, title: str) -> None:
    fill(site).build(NEWSROOM_STRICT=True)
    site.tell(STORY, title, date="2023-01-04", body="Nội dung mới.")
    assert is_revised(site.build(NEWSROOM_STRICT=True)) == (title == "Bài số 3")


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    edits=st.lists(
        st.tuples(st.integers(0, 999), st.sampled_from((*SENTENCES, *BLOCKS[:3])), st.booleans()),
        min_size=4,
        max_size=8,
    )
)
def test_a_revision_leaves_what_a_build_of_everything_would_leave(
    edits: list[tuple[int, str, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    office = Office(make_site(tmp_path_factory.mktemp("toa") / "soan"), 24)
    site, values = office.site, {"NEWSROOM_NOW": "2023-02-09", "NEWSROOM_DRAFTS": True}
    site.build(**values)
    for dice, text, first in edits:
        tale = office.pick(dice)
        assert tale is not None
        office.keep(replace(tale, body=(text, *tale.body) if first else (*tale.body, text)))
        site.build(**values)
        left, pages = remembered(site), site.files()
        again = site.open(**values).build(site.words, tell_all=True)
        assert again.reasons == ()
        assert (remembered(site), site.files()) == (left, pages)


def test_notices_that_stories_earn_together_are_told_again_after_a_revision(site: Site) -> None:
    fill(site)
    site.tell("2023-01-08-dan", "Dẫn đi đâu", date="2023-01-08", body="[Xem](../2023-01-09-khong-co/index.md)")
    site.tell("2023-01-09-trung", "Trùng", date="2023-01-09", head="Slug: bai-0")
    first = site.build().report
    assert len(first.errors) == 3
    site.tell(STORY, "Bài số 3", date="2023-01-04", body="Nội dung mới.")
    built = site.build()
    assert is_revised(built)
    assert built.report == first
    assert built.planned is not None
    assert sum(bool(story.notices) for story in built.planned.stories) == 3


def test_a_plan_that_cannot_tell_what_a_text_changes_is_asked_for_everything(site: Site) -> None:
    fill(site).build()
    site.tell(STORY, "Bài số 3", date="2023-01-04", body="Nội dung mới.")
    pelican = site.open()
    pelican.offer(lambda news, settings: ())
    assert not is_revised(pelican.build(site.words))
