"""How much a run of histories has seen: steps, builds, revisions, and how often each thing happened."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from functools import wraps
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from newsroom.engine.built import Built

CHATTY = bool(os.environ.get("NEWSROOM_HISTORY_PROGRESS"))


class Tally:
    """Counts of one run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.histories = 0
        self.builds: Counter[str] = Counter()
        self.happened: Counter[str] = Counter()
        self._began = time.monotonic()

    def count_build(self, built: Built | None) -> None:
        """Remember what kind of build it was."""
        self.builds["builds"] += 1
        if built is None:
            self.builds["refused"] += 1
        elif built.planned is None:
            self.builds["found nothing to do"] += 1
        elif built.planned.revised:
            self.builds["revised only"] += 1

    def end_history(self) -> None:
        """Say where the run is."""
        self.histories += 1
        self._say(f"{self.histories} histories, {self.happened.total()} steps, {_list(self.builds)}")

    def end(self) -> None:
        """Say what happened in all."""
        self._say(f"over: {self.happened.total()} steps, {_list(self.builds)}; {_list(self.happened)}")

    def _say(self, sentence: str) -> None:
        if CHATTY:
            print(f"{self.name}, {time.monotonic() - self._began:.0f} s: {sentence}", file=sys.stderr, flush=True)


def may_happen(**drawn: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """A rule of a state machine that counts how often it is followed in the machine's ``tally``."""

    def make_rule(happen: Callable[..., None]) -> Any:
        @wraps(happen)
        def counted(machine: Any, **values: Any) -> None:
            machine.tally.happened[happen.__name__] += 1
            happen(machine, **values)

        return rule(**drawn)(counted)

    return make_rule


def _list(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in counts.most_common())
