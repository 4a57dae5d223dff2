"""Where a build's time goes: its own functions and those they call, by the part of the program they stand in.

A profiler slows what makes many small calls, so these are shares, not seconds;
what worker processes do is not seen.
"""

from __future__ import annotations

import pstats
from pathlib import Path

RUN = "import cProfile; cProfile.run({code!r}, {file!r})"

_PARTS = (
    ("theme/templates/", "templates"),
    ("plugins/newsroom/", "newsroom "),
    ("site-packages/", ""),
    ("xml/etree/", "xml"),
)


def profiled(code: str, file: Path) -> str:
    """The code of a build that leaves a profile behind."""
    return RUN.format(code=code, file=str(file))


def read_shares(file: Path) -> list[tuple[str, float]]:
    """(part, share of all time), the largest first; what is built in counts for whoever called it."""
    spent: dict[str, float] = {}
    for (name, _, function), (_, _, own, _, callers) in pstats.Stats(str(file)).stats.items():  # type: ignore[attr-defined]
        if name == "~" and callers:
            for (caller, _, _), (_, _, within, _) in callers.items():
                _add(spent, caller, within)
        elif "cProfile" not in function:
            _add(spent, name, own)
    whole = sum(spent.values())
    return sorted(((part, own / whole) for part, own in spent.items()), key=lambda pair: -pair[1])


def _add(spent: dict[str, float], file: str, seconds: float) -> None:
    part = find_part(file)
    spent[part] = spent.get(part, 0.0) + seconds


def find_part(file: str) -> str:
    """The folder of the newsroom, the distribution, or the rest.

    >>> find_part("/x/plugins/newsroom/markup/html.py"), find_part("/x/site-packages/jinja2/runtime.py")
    ('newsroom markup', 'jinja2')
    """
    path = file.replace("\\", "/")
    if "importlib" in path:
        return "imports"
    for mark, prefix in _PARTS:
        _, found, rest = path.rpartition(mark)
        if found:
            return prefix + rest.split("/")[0].removesuffix(".py") if prefix in ("newsroom ", "") else prefix
    return "Python"
