"""Changed code is taken in by a new process: the only way in which nothing old is left."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

_PROBE = ("-c", "import newsroom.cli.serve")


def why_not_startable(changed: Sequence[Path]) -> str:
    """Why a new process would not come up with the code that is on the disk; empty when it would."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    probe = subprocess.run([sys.executable, *_PROBE], env=environment, stderr=subprocess.PIPE, check=False)
    if probe.returncode == 0:
        return ""
    words = probe.stderr.decode("utf-8", errors="replace").strip().splitlines() or ["không rõ lý do"]
    names = ", ".join(path.name for path in changed[:3])
    return f"{names}: Mã chương trình vừa sửa không chạy được ({words[-1]}). Hãy sửa lại tệp rồi lưu."


def restart(port: int) -> NoReturn:
    """Begin again as a new process with the same words, at the same port; the browser is open already."""
    words = [word for word in sys.orig_argv[1:] if word != "--open"]
    words = [sys.executable, *words, "--port", str(port)]
    if os.name == "nt":  # a process there cannot become another one
        raise SystemExit(follow_process(words))
    os.execv(words[0], words)


def follow_process(words: Sequence[str]) -> int:
    """Run a command to its end, and give its exit status.

    Ctrl-C reaches the command as well, which ends in its own way: this process only waits for that.
    """
    with subprocess.Popen(words) as process:
        while True:
            with suppress(KeyboardInterrupt):
                return process.wait()
