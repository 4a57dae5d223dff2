"""What a command costs: wall and CPU seconds, and the memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

PAUSE = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost.

    Attributes:
        wall: seconds.
        cpu: seconds of user and system time, of all its processes.
        memory: MiB at the highest; 0 when it was not watched.
    """

    wall: float
    cpu: float
    memory: float = 0.0


def measure(command: Sequence[str], folder: Path, environment: Mapping[str, str], *, watched: bool = False) -> Cost:
    """Run a command to its end; one that fails ends the benchmark with what it said.

    Args:
        watched: look at its memory meanwhile, which costs time itself.
    """
    with (folder / "said.txt").open("w+b") as said:
        started = perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=said
        )
        watch = Watch(process.pid) if watched else None
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            sys.exit(f"{' '.join(command)} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, watch.end() if watch else 0.0)


class Watch:
    """Looks at the proportional set size of a process and all its descendants until told to end (Linux)."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._highest = 0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def end(self) -> float:
        """Highest sum seen, in MiB."""
        self._ended.set()
        self._thread.join()
        return self._highest / 1024

    def _look(self) -> None:
        while not self._ended.wait(PAUSE):
            self._highest = max(self._highest, sum(map(_read_pss, _descendants(self._pid))))


def _descendants(pid: int) -> Iterator[int]:
    """The process, its children, and theirs; those that ended meanwhile are left out."""
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue
        for child in map(int, children):
            yield from _descendants(child)


def _read_pss(pid: int) -> int:
    """KiB of a process, what it shares counted by its share; 0 when it has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
