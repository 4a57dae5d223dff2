"""Same input, same bytes, so that servers answer 304: no clock, locale, zone or hash seed in a feed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_name("print_feeds.py")

MACHINES = [
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/St_Johns", "LC_ALL": "vi_VN.UTF-8", "PYTHONUTF8": "0"},
]


def print_feeds(folder: Path, machine: dict[str, str]) -> bytes:
    environment = {**os.environ, **machine, "PYTHONPATH": os.pathsep.join(sys.path)}
    ran = subprocess.run([sys.executable, str(SCRIPT), str(folder)], env=environment, capture_output=True, check=True)
    return ran.stdout


def test_other_machines_write_the_same_bytes(tmp_path: Path) -> None:
    first, second = (print_feeds(tmp_path / str(n), machine) for n, machine in enumerate(MACHINES))
    assert first.count(b"</rss>") == 11
    assert second == first


def test_a_feed_made_twice_is_the_same(make_story: Any, make_feeds: Any) -> None:
    stories = [make_story(name, tags=("Tết", "Quà")) for name in "abc"]
    assert make_feeds(*stories) == make_feeds(*stories)
