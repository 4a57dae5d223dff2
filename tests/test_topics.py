"""Categories and tags: one topic or two, its name, its slug, its stories."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from newsroom.model import Document, Head, Story
from newsroom.text.dates import ZONE
from newsroom.topics import Topic, group_categories, group_tags, topic_key


def story_of(day: int, category: str = "Tin tức", tags: tuple[str, ...] = ()) -> Story:
    date = datetime(2023, 1, 1, tzinfo=ZONE) + timedelta(days=day)
    head = Head(title=f"Tin số {day}", date=date, category=category, tags=tags)
    return Story(
        f"tin-tuc/2023/tin-{day}/index.md",
        "story",
        head,
        Document(),
        f"tin-{day}",
        f"/tin-tuc/2023/tin-{day}/",
        f"id-{day}",
    )


def news_of(*categories: str) -> tuple[Story, ...]:
    """Stories, newest first, given from the oldest to the newest."""
    return tuple(story_of(day, name) for day, name in enumerate(categories))[::-1]


def shown(topics: tuple[Topic, ...]) -> list[tuple[str, str, int]]:
    return [(topic.name, topic.address, len(topic.stories)) for topic in topics]


def test_names_that_differ_only_in_case_form_or_spacing_are_one_topic_named_as_the_oldest_story_names_it() -> None:
    topics = group_categories(news_of("Hiến máu", "HIẾN MÁU", unicodedata.normalize("NFD", "hiến máu"), "Hiến  máu "))
    assert shown(topics) == [("Hiến máu", "/chuyen-muc/hien-mau/", 4)]


def test_names_that_differ_in_a_mark_are_two_topics_and_the_first_used_keeps_the_bare_slug() -> None:
    topics = group_categories(news_of("hiền mẫu", "hiến máu", "Hiến Máu"))
    assert shown(topics) == [
        ("hiến máu", "/chuyen-muc/hien-mau-2/", 2),
        ("hiền mẫu", "/chuyen-muc/hien-mau/", 1),
    ]


def test_a_new_story_never_moves_a_topic_that_stands() -> None:
    before = {t.key: t.slug for t in group_categories(news_of("hiến máu", "hiền mẫu"))}
    after = {t.key: t.slug for t in group_categories(news_of("hiến máu", "hiền mẫu", "hiên mâu", "hiền mẫu"))}
    assert before.items() <= after.items()
    assert after[topic_key("hiên mâu")] == "hien-mau-3"


def test_a_name_that_looks_like_a_numbered_slug_gets_one_of_its_own() -> None:
    topics = group_categories(news_of("Đợt 2", "Đợt", "đốt", "đột"))
    assert sorted(t.slug for t in topics) == ["dot", "dot-2", "dot-3", "dot-4"]


def test_topics_come_in_the_order_of_their_newest_stories() -> None:
    topics = group_categories(news_of("Nhân đạo", "Thông báo", "Hiến máu", "Nhân đạo"))
    assert [t.name for t in topics] == ["Nhân đạo", "Hiến máu", "Thông báo"]
    assert [s.head.title for s in topics[0].stories] == ["Tin số 3", "Tin số 0"]


def test_a_story_that_names_a_tag_twice_is_listed_once_and_a_blank_tag_is_none() -> None:
    topics = group_tags((story_of(0, tags=("Tết", " ", "tết", "Đắk Hà")),))
    assert shown(topics) == [("Tết", "/tu-khoa/tet/", 1), ("Đắk Hà", "/tu-khoa/dak-ha/", 1)]


def test_a_name_without_letters_still_has_an_address() -> None:
    assert shown(group_categories(news_of("…"))) == [("…", "/chuyen-muc/muc/", 1)]


@given(st.lists(st.text(max_size=8), max_size=12))
def test_slugs_are_unique_and_every_named_story_is_in_its_topic(names: list[str]) -> None:
    stories = news_of(*names)
    topics = group_categories(stories)
    by_key = {topic.key: topic for topic in topics}
    assert len({topic.slug for topic in topics}) == len(topics) == len(by_key)
    for story in stories:
        if story.head.category.split():
            assert story in by_key[topic_key(story.head.category)].stories
