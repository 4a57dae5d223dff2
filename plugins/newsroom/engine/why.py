"""What the ledger knows of one output: why it was last made, and what it follows from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from newsroom.engine.ledger import Ledger, Row
from newsroom.engine.reasons import WORDS, Reason
from newsroom.engine.work import ABOUT, DIGEST, REASON, TEMPLATE
from newsroom.engine.workshop import find_workshop
from newsroom.errors import SiteFault
from newsroom.settings import Settings


def explain_output(output: str, settings: Settings) -> tuple[str, ...]:
    """Sentences about an output of the last build.

    Args:
        output: its path, its address, or where it lies on this machine.

    Raises:
        SiteFault: the last build left no such output.
    """
    workshop = find_workshop(settings.output, settings.cache)
    name = settings.output.name
    if not workshop.ledger.exists():
        raise SiteFault(f"Chưa có lần dựng nào vào {name}/.", "Hãy chạy newsroom build trước.")
    ledger = Ledger(workshop.ledger)
    try:
        row = next(filter(None, (ledger.find("outputs", path) for path in read_place(output, settings.output))), None)
    finally:
        ledger.close()
    if row is None:
        raise SiteFault(f"Lần dựng cuối không viết ra {output}.", f"Hãy gõ đường dẫn trong {name}/ hoặc địa chỉ trang.")
    return tuple(_tell(row, settings))


def read_place(output: str, folder: PurePath) -> Iterator[str]:
    """Paths in an output folder that may be meant, the likeliest first.

    Args:
        output: a path in the folder, an address of the site, or where a file lies on this machine,
            which under Windows begins with a drive and may be typed in capitals or not.
        folder: the output folder, absolute.
    """
    kind = type(folder)
    for typed in (output, unquote(urlsplit(output).path)):
        place = kind(typed.replace("\\", "/"))
        for start in (folder, kind(folder.name), kind("/")):
            if place.is_relative_to(start):
                place = place.relative_to(start)
        yield place.as_posix()
        yield (place / "index.html").as_posix()


def _tell(row: Row, settings: Settings) -> Iterator[str]:
    reason = Reason(row[REASON])
    yield f"{settings.output.name}/{row[0]}: làm lại lần cuối vì {WORDS[reason]} ({reason.value})."
    source = str(row[ABOUT]).partition("\n")[0]
    if source:
        yield f"Trang của bài {settings.content.name}/{source}."
    if row[TEMPLATE]:
        yield "Phụ thuộc: chương trình, cài đặt, mẫu trang cùng các mẫu nó gọi, và những gì trang này trình bày."
    yield f"Dấu vân tay của tệp: {row[DIGEST]}."
