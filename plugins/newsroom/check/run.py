"""Run the registered rules over one story."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.check.rules import RULES
from newsroom.model import Notice, Story

GUESSED_ERRORS = frozenset({"encoding-legacy", "person-withdrawn"})
"""Codes at ``error`` that rest on a guess, so that a story may overrule them.  Every other error
means that something asked for cannot be published, which no reason mends (contract §6.1)."""


def check_story(story: Story) -> tuple[Notice, ...]:
    """Every editorial notice of a story, by line, column and code.  Never raises on any text.

    A line in a legacy encoding has only that fault: its letters mean nothing yet.
    """
    legacy = {notice.line for notice in story.notices if notice.code == "encoding-legacy"}
    notices = (notice for rule in RULES for notice in rule.check(story) if notice.line not in legacy)
    return tuple(sorted(notices, key=lambda n: (n.line, n.column, n.code)))


def silence(notices: Iterable[Notice], allow: Iterable[tuple[str, str]]) -> tuple[Notice, ...]:
    """Drop the notices whose code the story's head silences.

    Args:
        notices: in any order, which is kept.
        allow: ``head.allow``, (code, reason) pairs; one without a reason silences
            nothing (contract §1).
    """
    silenced = {code for code, reason in allow if reason.strip()}
    return tuple(n for n in notices if n.code not in silenced or (n.level == "error" and n.code not in GUESSED_ERRORS))
