"""Every rule's docstring is its manual, and what the manual says is so."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from newsroom.check import check_story
from newsroom.check.rules import RULES
from newsroom.model import CODES, Story

WRONG = re.compile(r"^Sai::\n\n(.+?)\n\nBáo: `(.+?)`(?:, nên là `(.+?)`)?\.\n", re.MULTILINE | re.DOTALL)
RIGHT = re.compile(r"^Đúng::\n\n(.+)\Z", re.MULTILINE | re.DOTALL)


def wrong_examples() -> Iterator[object]:
    for rule in RULES:
        assert isinstance(rule, ModuleType)
        for text, found, proposed in WRONG.findall(rule.__doc__ or ""):
            yield pytest.param(rule.CODE, textwrap.dedent(text), found, proposed, id=f"{rule.CODE}: {found}")


def right_examples() -> Iterator[object]:
    for rule in RULES:
        assert isinstance(rule, ModuleType)
        example = RIGHT.search(rule.__doc__ or "")
        assert example, f"{rule.CODE} has no right example"
        for line in textwrap.dedent(example[1]).strip().split("\n"):
            yield pytest.param(line, id=f"{rule.CODE}: {line[:40]}")


@pytest.mark.parametrize(("code", "text", "found", "proposed"), list(wrong_examples()))
def test_the_manuals_wrong_example_gives_exactly_its_notice(
    make_story: Callable[..., Story], code: str, text: str, found: str, proposed: str
) -> None:
    got = [(n.code, n.found, n.proposed) for n in check_story(make_story(text))]
    assert got == [(code, found, proposed)]


@pytest.mark.parametrize("line", list(right_examples()))
def test_the_manuals_right_example_gives_no_notice(make_story: Callable[..., Story], line: str) -> None:
    assert check_story(make_story(line)) == ()


def test_each_rule_is_registered_once_under_a_code_of_the_closed_list() -> None:
    codes = [rule.CODE for rule in RULES]
    assert len(codes) == len(set(codes))
    assert CODES.issuperset(codes)


def test_each_manual_opens_with_its_code_and_has_a_wrong_example() -> None:
    shown = {rule.CODE for rule in RULES if WRONG.search(rule.__doc__ or "")}
    assert shown == {rule.CODE for rule in RULES}
    assert all((rule.__doc__ or "").startswith(f"{rule.CODE}: ") for rule in RULES)
