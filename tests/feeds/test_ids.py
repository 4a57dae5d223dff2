"""Ids: a subscriber sees each story once, whatever becomes of its title, date, address or domain."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import feedparser
import pytest

from newsroom.model import Story
from newsroom.text.dates import ZONE


def ids_of(feeds: dict[str, bytes]) -> list[str]:
    """Ids of the entries, the same in all three formats."""
    rss = [entry.id for entry in feedparser.parse(feeds["rss.xml"]).entries]
    atom = [entry.id for entry in feedparser.parse(feeds["atom.xml"]).entries]
    assert rss == atom == [item["id"] for item in json.loads(feeds["feed.json"])["items"]]
    assert len(set(rss)) == len(rss)
    return rss


def moved(story: Story) -> Story:
    return replace(story, slug="dia-chi-moi", address="/tin-tuc/2023/dia-chi-moi/", source="tin-tuc/2022/x/index.md")


def retitled(story: Story) -> Story:
    return replace(story, head=replace(story.head, title="Tiêu đề mới"))


def redated(story: Story) -> Story:
    return replace(story, head=replace(story.head, date=datetime(2020, 2, 2, tzinfo=ZONE)))


@pytest.mark.parametrize("change", [retitled, redated, moved])
def test_an_id_survives_a_change_of_its_story(make_story: Any, make_feeds: Any, change: Any) -> None:
    story = make_story()
    assert ids_of(make_feeds(change(story))) == ids_of(make_feeds(story)) == [f"urn:uuid:{story.id}"]


def test_ids_survive_a_new_domain_and_a_new_name_of_the_office(make_story: Any, make_feeds: Any, settings: Any) -> None:
    stories = [make_story(name) for name in "abc"]
    elsewhere = replace(settings, address="https://hoichuthapdo.example.org", name="Hội Chữ thập đỏ tỉnh Hải Sơn")
    before, after = make_feeds(*stories), make_feeds(*stories, settings=elsewhere)
    assert ids_of(before) == ids_of(after)
    assert feedparser.parse(before["atom.xml"]).feed.id == feedparser.parse(after["atom.xml"]).feed.id


def test_ids_survive_another_order(make_story: Any, make_feeds: Any) -> None:
    stories = [make_story(name) for name in "abc"]
    assert ids_of(make_feeds(*reversed(stories))) == ids_of(make_feeds(*stories))[::-1]


def test_an_id_the_office_chose_stands_as_it_is(make_story: Any, make_feeds: Any) -> None:
    chosen = "tag:chuthapdo.example.vn,2023:tet-nhan-ai"
    assert ids_of(make_feeds(make_story(id=chosen))) == [chosen]


def test_a_chosen_id_without_a_scheme_becomes_an_iri_in_atom_alone(
    make_story: Any, make_feeds: Any, settings: Any
) -> None:
    story = make_story(id="bai-tet-2023")
    feeds = make_feeds(story)
    (rss,) = feedparser.parse(feeds["rss.xml"]).entries
    (atom,) = feedparser.parse(feeds["atom.xml"]).entries
    (old,) = feedparser.parse(feeds["luu-tru/2023/atom.xml"]).entries
    (elsewhere,) = feedparser.parse(
        make_feeds(story, settings=replace(settings, address="https://moi.example.org"))["atom.xml"]
    ).entries
    assert rss.id == "bai-tet-2023"
    assert atom.id == old.id == elsewhere.id
    assert atom.id.startswith("urn:uuid:")


def test_a_uuid_is_one_id_however_it_is_typed(make_story: Any, make_feeds: Any) -> None:
    plain = "88580ec4-e51c-5abf-a19c-351f8f7b0720"
    for typed in (plain.upper(), f"{{{plain}}}", f"urn:uuid:{plain}"):
        assert ids_of(make_feeds(make_story(id=typed))) == [f"urn:uuid:{plain}"]
