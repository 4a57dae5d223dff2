"""The editorial checker: what an editor would mark in a story, as notices.

One rule is one file in :mod:`newsroom.check.rules`; its docstring is the
office's manual of that rule, with a wrong and a right example that the tests
execute.  Rules only look: nothing typed is ever changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.doors import open_doors

if TYPE_CHECKING:
    from newsroom.check.ids import find_lost_ids
    from newsroom.check.report import write_json, write_report
    from newsroom.check.run import check_story, silence

__all__ = ["check_story", "find_lost_ids", "silence", "write_json", "write_report"]

__getattr__ = open_doors(
    __name__,
    {
        "ids": "find_lost_ids",
        "report": "write_json write_report",
        "run": "check_story silence",
    },
)
