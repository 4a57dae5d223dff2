#!/usr/bin/env python3
"""Set the project up in ``.venv``, then run a command there.

    python3 bootstrap.py [--test] [-- command …]

Needs Python 3.11 or newer and nothing else, on Debian, macOS and Windows
alike.  A set-up that is ready costs a few milliseconds; one that was cut short
is made again.  Every package is checked against the hashes of the lock.
With ``--test`` the test tools and a browser are set up as well; for a command that
makes the search index, Pagefind is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NoReturn

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parent
VENV = ".venv"
LOCK = "requirements.lock"
LOCKS = {"search": "requirements-search.lock", "test": "requirements-test.lock"}
"""What a set-up may have beyond the lock."""

INDEXING = frozenset({"index", "--index", "publishconf.py"})
"""Words of commands that make the search index."""

SCRIPTS = "Scripts" if os.name == "nt" else "bin"
PIP = ("-m", "pip", "--quiet", "--disable-pip-version-check", "--no-input", "install")
HASHED = (
    *("--require-hashes", "--no-build-isolation", "--use-pep517"),
    *("--only-binary", ":all:", "--no-binary", "feedgen"),
)
"""feedgen alone is published as source only; it is built by the setuptools of the lock."""


def main(arguments: list[str]) -> int:
    """Set up, then run the command that was asked for; its exit status is returned."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    if sys.version_info[:2] < OLDEST:
        _refuse(f"Bản Python đang dùng ({sys.version.split()[0]}) đã cũ; cần Python 3.11 trở lên.", _how_to_renew())
    test = arguments[:1] == ["--test"]
    rest = arguments[1:] if test else arguments
    extra = "test" if test else "search" if INDEXING & set(rest) else ""
    if rest and rest[0] != "--":
        sys.stderr.write("Cách dùng: python3 bootstrap.py [--test] [-- lệnh …]\n")
        return 2
    try:
        if not is_ready(ROOT, extra):
            set_up(ROOT, extra)
    except KeyboardInterrupt:
        _refuse("Việc cài đặt bị dừng giữa chừng.", "Lần chạy sau sẽ tự cài lại từ đầu.")
    except OSError as error:
        fault = f"Không đọc hoặc ghi được {error.filename or ROOT} ({error.strerror or error})."
        _refuse(fault, "Hãy kiểm tra quyền của thư mục và chỗ trống trên ổ đĩa rồi chạy lại.")
    return run(ROOT, rest[1:]) if rest[1:] else 0


# ── Ready or not ─────────────────────────────────────────────────────────────


def stamp(root: Path, extra: str = "") -> Path:
    """The empty file that says "this very set-up is complete".

    Its name covers the lock, ``pyproject.toml``, this script, the project's folder
    (scripts in ``.venv`` hold its path) and the version of Python.
    """
    digest = hashlib.sha256(f"{root} {sys.implementation.cache_tag}".encode())
    for name in (LOCK, "pyproject.toml", "bootstrap.py", *((LOCKS[extra],) if extra else ())):
        digest.update((root / name).read_bytes())
    return root / VENV / f".ready-{f'{extra}-' if extra else ''}{digest.hexdigest()[:16]}"


def is_ready(root: Path, extra: str = "") -> bool:
    """Whether nothing is left to set up."""
    return stamp(root, extra).is_file() and _python(root).is_file() and _has_home(root)


def _python(root: Path) -> Path:
    return root / VENV / SCRIPTS / ("python.exe" if os.name == "nt" else "python")


def _has_home(root: Path) -> bool:
    """Whether the Python that ``.venv`` was made with is there: under Windows its own is a mere launcher of that one.

    Reading where that was costs nothing; starting it would cost more than all else that a ready set-up does.
    """
    try:
        lines = (root / VENV / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    homes = [line.partition("=")[2].strip() for line in lines if line.startswith("home =")]
    # Looked at and not opened: the Python of Microsoft's Store is an alias that cannot be.
    return any(os.path.lexists(Path(home, _python(root).name) if os.name == "nt" else home) for home in homes)


# ── Setting up ───────────────────────────────────────────────────────────────


def set_up(root: Path, extra: str = "") -> None:
    """Make what is missing; a second set-up at the same time waits for the first.

    Raises:
        SystemExit: with a Vietnamese sentence that says what is wrong and what to do.
    """
    with _alone(root / f"{VENV}.lock"):
        if not is_ready(root):
            _make_environment(root)
            stamp(root).touch()
        if extra and not is_ready(root, extra):
            what = "công cụ kiểm thử" if extra == "test" else "chương trình lập chỉ mục tìm kiếm"
            _say(f"Đang cài {what}…")
            _install(root, what, *HASHED, "-r", LOCKS[extra])
            if extra == "test":
                _call(root, "trình duyệt", [str(_python(root)), "tests/browser.py"], shown=True)
            stamp(root, extra).touch()


def _make_environment(root: Path) -> None:
    from importlib.util import find_spec

    if not (find_spec("venv") and find_spec("ensurepip")):
        _refuse("Python trên máy này thiếu phần tạo môi trường riêng (venv).", _how_to_complete())
    _say("Lần đầu chạy: đang cài các thư viện vào thư mục .venv, mất khoảng một phút…")
    _call(root, "môi trường riêng .venv", [sys.executable, "-m", "venv", "--clear", VENV])
    builder = root / VENV / "builder.lock"
    builder.write_text(entry("setuptools", (root / LOCK).read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    _install(root, "phần dựng gói", *HASHED, "-r", str(builder))
    _install(root, "các thư viện", *HASHED, "-r", LOCK)
    _install(root, "trang tin", "--no-index", "--no-deps", "--no-build-isolation", ".")
    lead_home(root)


def lead_home(root: Path) -> None:
    """Let the Python of ``.venv`` find the plugins where they lie, so that an edited one is the one that runs.

    By the way from one folder to the other, in plain letters: before 3.12.4, Python under Windows reads such a file
    in a code page that lacks most Vietnamese letters, and pip's way (``--editable``) names the whole path.
    """
    import sysconfig

    packages = sysconfig.get_path("purelib", "venv", {"base": str(root / VENV)})
    way = os.path.relpath(root / "plugins", packages)
    Path(packages, "newsroom.pth").write_text(f"{way}\n", encoding="ascii", newline="\n")


def entry(name: str, lock: str) -> str:
    """One package's lines of a lock: its version and hashes."""
    lines = lock.splitlines()
    first = next(n for n, line in enumerate(lines) if line.startswith(f"{name}=="))
    last = next(n for n in range(first, len(lines)) if not lines[n].endswith("\\"))
    return "\n".join(lines[first : last + 1]) + "\n"


def _install(root: Path, what: str, *arguments: str) -> None:
    _call(root, what, [str(_python(root)), *PIP, *arguments])


def _call(root: Path, what: str, command: list[str], *, shown: bool = False) -> None:
    import subprocess

    done = subprocess.run(
        command,
        cwd=root,
        env=_environment(root),
        stdin=subprocess.DEVNULL,
        stdout=None if shown else subprocess.PIPE,
        stderr=None if shown else subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode and shown:
        raise SystemExit(done.returncode)
    if done.returncode:
        last = "".join(f"\n    {line}" for line in (done.stdout or "").splitlines()[-8:])
        _refuse(
            f"Không cài đặt xong {what}.",
            "Hãy đóng cửa sổ xem thử đang mở, kiểm tra kết nối mạng và chỗ trống trên ổ đĩa rồi chạy lại; "
            f"nếu vẫn vậy, hãy gửi thông báo này cho người phụ trách kỹ thuật.{last}",
        )


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Hold the set-up's lock; the system lets go of it even when this process is killed."""
    with path.open("a+b") as file:
        if not _try_lock(file):
            _say("Một lần cài đặt khác đang chạy, xin chờ…")
            while not _try_lock(file):
                _wait()
        yield


def _try_lock(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # what POSIX and Windows say of a lock that is held
        return False
    return True


def _wait() -> None:
    import time

    time.sleep(0.5)


# ── Running ──────────────────────────────────────────────────────────────────


def run(root: Path, command: list[str]) -> int:
    """Run a command of ``.venv`` in the current folder; on POSIX it takes this process's place."""
    import shutil

    environment = _environment(root)
    program = shutil.which(command[0], path=environment["PATH"])
    if program is None:
        sys.stderr.write(f"Không có lệnh `{command[0]}`.\n")
        return 127
    if os.name == "posix":
        os.execve(program, command, environment)
    return _follow([program, *command[1:]], environment)


def _follow(command: list[str], environment: dict[str, str]) -> int:
    import subprocess

    with subprocess.Popen(command, env=environment) as process:
        while True:
            # Ctrl+C reaches the command as well, which ends in its own way.
            with contextlib.suppress(KeyboardInterrupt):
                return process.wait()


def _environment(root: Path) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET")}
    path = os.pathsep.join([str(root / VENV / SCRIPTS), os.environ.get("PATH", os.defpath)])
    # Compiled modules lie in .venv too: a build writes nothing beside its sources.
    return {**kept, "VIRTUAL_ENV": str(root / VENV), "PATH": path, "PYTHONPYCACHEPREFIX": str(root / VENV / "pycache")}


# ── What is said ─────────────────────────────────────────────────────────────


def _how_to_renew() -> str:
    if os.name == "nt":
        return "Hãy tải bản mới ở trang python.org, cài đặt rồi chạy lại."
    return "Nếu máy có sẵn bản mới hơn, hãy gọi đúng tên nó, ví dụ: make site PYTHON=python3.12"


def _how_to_complete() -> str:
    if Path("/etc/debian_version").exists():
        return "Hãy chạy: sudo apt-get install python3-venv (hoặc nhờ người quản trị máy), rồi chạy lại."
    return "Hãy cài lại Python bản đầy đủ từ trang python.org rồi chạy lại."


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _refuse(fault: str, remedy: str) -> NoReturn:
    raise SystemExit(f"{fault} {remedy}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
