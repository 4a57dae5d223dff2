"""WORDS → COMMAND: what the office types, understood or refused in Vietnamese."""

from __future__ import annotations

import argparse
import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from newsroom.errors import NewsroomError
from newsroom.text.dates import DateFault, parse_date

HELP = """\
Cách dùng: newsroom LỆNH [TÙY CHỌN]     (chạy trong thư mục của trang tin)

  newsroom build     dựng trang để xem thử, vào thư mục output/
      --strict           từ chối nếu còn bất kỳ lỗi nào (dùng khi xuất bản)
      --now NGÀY         coi như hôm nay là NGÀY (31/01/2026 hoặc 2026-01-31)
      --output THƯ_MỤC   dựng vào thư mục khác
      --settings TỆP     dùng tệp cài đặt khác (mặc định: pelicanconf.py)
      -v                 nói rõ từng bước
      --index            lập cả chỉ mục cho trang tìm kiếm
  newsroom index     như newsroom build --index: dựng trang kèm chỉ mục tìm kiếm
  newsroom why TỆP   cho biết vì sao một trang hay tệp của bản dựng được làm lại, và nó phụ thuộc những gì
  newsroom verify    dựng sạch vào chỗ riêng rồi so từng tệp với bản đang có
      --strict, --now, --output, --settings: như khi dựng bản đang có
      --audit            soi cả việc trang có trình bày dữ liệu mà nó không khai báo
  newsroom check     soát mọi bài, không dựng gì
      --format text|json cách in kết quả (mặc định: text)
      --now, --settings  như trên
  newsroom serve     xem thử trên máy này, cả bài nháp; tự dựng lại khi có thay đổi
      --port SỐ          cổng (mặc định: 8000)
      --open             mở luôn trong trình duyệt
      --index            lập chỉ mục tìm kiếm sau mỗi lần dựng
      --now, --settings  như trên
  newsroom ping      báo cho trạm phát tin (NEWSROOM_HUB) các bản tin RSS vừa thay đổi
      --settings         như trên
  newsroom help      in bản hướng dẫn này

Kết thúc với mã 0 khi xong, 1 khi bị từ chối hoặc có lỗi, 2 khi gõ sai lệnh."""


@dataclass(frozen=True, slots=True)
class Help:
    """Show how the commands are used."""


@dataclass(frozen=True, slots=True)
class Common:
    """What every command takes.

    Attributes:
        settings: the settings file.
        now: the clock, ``2026-01-31``; empty means today.
        chatty: tell each step.
    """

    settings: Path
    now: str
    chatty: bool


@dataclass(frozen=True, slots=True)
class Build(Common):
    """Build the site; ``output`` is None for the folder that the settings name.

    Attributes:
        index: make the search index too, whatever the settings say.
    """

    strict: bool
    output: Path | None
    index: bool = False


@dataclass(frozen=True, slots=True)
class Check(Common):
    """Check every story."""

    json: bool


@dataclass(frozen=True, slots=True)
class Serve(Common):
    """Preview on this machine; ``open`` shows it in the browser."""

    port: int
    open: bool = False
    index: bool = False


@dataclass(frozen=True, slots=True)
class Why(Common):
    """Tell why an output was last made."""

    file: str


@dataclass(frozen=True, slots=True)
class Verify(Build):
    """Compare the output with a clean build.

    Attributes:
        audit: look for undeclared reads too.
    """

    audit: bool = False


@dataclass(frozen=True, slots=True)
class Ping(Common):
    """Tell the hub which feeds have changed."""


Command = Build | Verify | Why | Check | Serve | Ping


class WrongUsage(NewsroomError):
    """The words make no command; its text is a Vietnamese sentence."""


def parse_words(words: Sequence[str]) -> Command | Help:
    """Understand a command line.

    Raises:
        WrongUsage: saying what is wrong with it.
    """
    if not words:
        raise WrongUsage("Thiếu tên lệnh.")
    name, *options = words
    if name in ("help", "-h", "--help") or any(option in ("-h", "--help") for option in options):
        return Help()
    if name not in _COMMANDS:
        near = difflib.get_close_matches(name, _COMMANDS, n=1)
        raise WrongUsage(f"Không có lệnh “{name}”" + (f"; có phải là “{near[0]}”?" if near else "."))
    return _COMMANDS[name](options)


def _parse_build(options: list[str]) -> Build:
    given = _build_parser().parse_args(options)
    return Build(given.settings, given.now or "", given.chatty, given.strict, given.output, given.index)


def _parse_verify(options: list[str]) -> Verify:
    parser = _build_parser()
    parser.add_argument("--audit", action="store_true")
    given = parser.parse_args(options)
    build = (given.settings, given.now or "", given.chatty, given.strict, given.output, given.index)
    return Verify(*build, audit=given.audit)


def _build_parser() -> _Parser:
    parser = _Parser()
    parser.add_argument("--strict", action="store_true")
    parser.add_argument("--index", action="store_true")
    parser.add_argument("--output", type=Path)
    return parser


def _parse_why(options: list[str]) -> Why:
    parser = _Parser()
    parser.add_argument("file", nargs="?")
    given = parser.parse_args(options)
    if given.file is None:
        raise WrongUsage("Thiếu tên tệp hoặc địa chỉ trang sau “why”.")
    return Why(given.settings, given.now or "", given.chatty, given.file)


def _parse_index(options: list[str]) -> Build:
    return _parse_build([*options, "--index"])


def _parse_check(options: list[str]) -> Check:
    parser = _Parser()
    parser.add_argument("--format", type=_parse_format, default=False)
    given = parser.parse_args(options)
    return Check(given.settings, given.now or "", given.chatty, given.format)


def _parse_serve(options: list[str]) -> Serve:
    parser = _Parser()
    parser.add_argument("--port", type=_parse_port, default=8000)
    parser.add_argument("--open", action="store_true")
    parser.add_argument("--index", action="store_true")
    given = parser.parse_args(options)
    return Serve(given.settings, given.now or "", given.chatty, given.port, given.open, given.index)


def _parse_ping(options: list[str]) -> Ping:
    given = _Parser().parse_args(options)
    return Ping(given.settings, given.now or "", given.chatty)


_COMMANDS: dict[str, Callable[[list[str]], Command]] = {
    "build": _parse_build,
    "index": _parse_index,
    "verify": _parse_verify,
    "why": _parse_why,
    "check": _parse_check,
    "serve": _parse_serve,
    "ping": _parse_ping,
}


class _Parser(argparse.ArgumentParser):
    """The options of one command; faults are raised, in Vietnamese, instead of printed."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)
        self.add_argument("--settings", type=Path, default=Path("pelicanconf.py"))
        self.add_argument("--now", type=_parse_now)
        self.add_argument("-v", "--verbose", dest="chatty", action="store_true")

    def error(self, message: str) -> NoReturn:
        for pattern, sentence in _SENTENCES:
            if found := pattern.fullmatch(message):
                raise WrongUsage(sentence.format(*found.groups()))
        raise WrongUsage("Không hiểu các tùy chọn của lệnh.")


_SENTENCES = (
    (re.compile(r"unrecognized arguments: (.*)", re.DOTALL), "Không có tùy chọn “{0}”."),
    (re.compile(r"argument ([^:]*): expected one argument"), "Tùy chọn {0} thiếu giá trị."),
    (re.compile(r"argument ([^:]*): ignored explicit argument (.*)", re.DOTALL), "Tùy chọn {0} không nhận giá trị."),
    (re.compile(r"argument ([^:]*): (.*)", re.DOTALL), "Tùy chọn {0}: {1}"),
)
"""What :mod:`argparse` says in English → what the office reads."""


def _parse_now(text: str) -> str:
    try:
        return parse_date(text).date().isoformat()
    except DateFault as fault:
        raise argparse.ArgumentTypeError(f"{fault.message} {fault.hint}") from fault


def _parse_format(text: str) -> bool:
    if text not in ("text", "json"):
        raise argparse.ArgumentTypeError(f"không có cách in “{text}”; chỉ có text và json.")
    return text == "json"


def _parse_port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là số cổng (từ 0 đến 65535).")
    return int(text)
