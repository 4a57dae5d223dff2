"""OUTCOMES → WHAT OPEN PAGES ARE TOLD: one word that changes, and threads that wait for it to."""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass, replace

from newsroom.cli.live.findings import Findings
from newsroom.cli.live.preview import Outcome


@dataclass(frozen=True, slots=True)
class Word:
    """How the preview stands.

    Attributes:
        turn: grows whenever anything below changes.
        build: names the output that is served, across restarts; a page that was made from another one reloads.
        busy: a build is running.
        refused: the last build was refused, and the output is older than what is on the disk.
    """

    turn: int
    build: str
    busy: bool = False
    refused: bool = False


def _is_page(path: str) -> bool:
    return path.endswith(".html")


class Board:
    """What was last posted; the builder writes, the server's threads read and wait."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._run = secrets.token_hex(4)
        self._builds = 0
        self._closed = False
        self._word = Word(0, f"{self._run}.0")
        self._findings = Findings()

    @property
    def word(self) -> Word:
        """How the preview stands now."""
        return self._word

    @property
    def findings(self) -> Findings:
        """What the last build found."""
        return self._findings

    @property
    def closed(self) -> bool:
        """Whether the preview is over."""
        return self._closed

    def begin(self) -> None:
        """A build has begun."""
        self._tell(replace(self._word, busy=True))

    def show(self) -> None:
        """The page of a story has been put in its place, while the build goes on."""
        self._builds += 1
        self._tell(replace(self._word, build=f"{self._run}.{self._builds}", refused=False))

    def post(self, outcome: Outcome, shown: frozenset[str] = frozenset()) -> None:
        """A build has ended.

        Args:
            shown: paths of pages that were shown before; where no other page changed, none has to be loaded again.
        """
        built = outcome.built
        done = bool(shown) and built is not None and not any(map(_is_page, built.added))
        self._builds += built is not None and not done
        self._findings = self._findings.after(outcome)
        self._tell(replace(self._word, build=f"{self._run}.{self._builds}", busy=False, refused=not outcome.built))

    def close(self) -> None:
        """Let all who wait go."""
        self._closed = True
        self._tell(self._word)

    def wait(self, turn: int, seconds: float) -> Word:
        """The word once it is another than that of ``turn``, or when the time is over, or the board closed."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self._word.turn != turn, seconds)
            return self._word

    def _tell(self, word: Word) -> None:
        with self._news:
            self._word = replace(word, turn=self._word.turn + 1)
            self._news.notify_all()
