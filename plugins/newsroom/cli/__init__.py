"""The office's commands: ``newsroom build``, ``check``, ``serve``.

The edge of the whole: here words become calls, and outcomes become sentences
and exit statuses (contract §1: 0 done, 1 refused or faults found, 2 wrong usage).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from newsroom.cli.progress import choose_reporter
from newsroom.cli.words import HELP, Help, WrongUsage, parse_words
from newsroom.engine import DONE, PlainReporter, flush_streams, require_utf8, settle_streams

__all__ = ["main"]

WRONG_USAGE = 2

_SELDOM = 200_000
"""New objects after which Python looks for rubbish: modules and thousands of stories are kept, and looking through
them is dear."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what the office asks.

    Args:
        words: the command line after the program's name; by default this process's own.

    Returns:
        The exit status.
    """
    require_utf8()
    settle_streams()
    gc.set_threshold(_SELDOM)
    try:
        return _answer(sys.argv[1:] if words is None else words)
    finally:
        flush_streams()
        gc.freeze()  # what is left is not looked through once more on the way out


def _answer(words: Sequence[str]) -> int:
    plain = PlainReporter.on_terminal()
    try:
        command = parse_words(words)
    except WrongUsage as wrong:
        plain.warn(f"{wrong} Gõ “newsroom help” để xem cách dùng.")
        return WRONG_USAGE
    if isinstance(command, Help):
        plain.say(HELP)
        return DONE
    from newsroom.cli.commands import run  # brings Pelican, which whoever asks for help need not wait for

    gc.freeze()  # what is loaded now stays
    return run(command, choose_reporter(command.chatty))
