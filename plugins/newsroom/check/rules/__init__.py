"""The rules, in the order in which an editor reads: words, signs, notes, links, private data.

A rule is a module with ``CODE`` and ``check``.  To add one, write its file and
name it here; a code that is new also goes into :data:`newsroom.model.CODES`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from newsroom.check.rules import (
    digits_odd,
    link_text_filename,
    note_left_in,
    phrase_slip,
    private_child,
    private_id,
    private_phone,
    spacing_odd,
    tone_misplaced,
)
from newsroom.model import Notice, Story


class Rule(Protocol):
    """What every rule module offers; its docstring is the rule's manual."""

    CODE: str

    def check(self, story: Story) -> Iterator[Notice]:
        """Yield the story's notices with this rule's code."""


RULES: tuple[Rule, ...] = (
    tone_misplaced,
    phrase_slip,
    spacing_odd,
    digits_odd,
    note_left_in,
    link_text_filename,
    private_id,
    private_phone,
    private_child,
)
