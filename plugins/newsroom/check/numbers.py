"""What a long number is, by the words around it: a bank account, a person's papers, or a code."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["account", "papers", "code", ""]

_LABEL = re.compile(
    r"(?P<account>tài khoản|(?<!\w)s?tk(?!\w)|số tk|account)"
    r"|(?P<papers>(?<!\w)(?:cccd|cmnd|cmtnd|cmt|đdcn)(?!\w)|căn cước|chứng minh (?:nhân dân|thư)|định danh|hộ chiếu)"
    r"|(?P<code>(?<!\w)(?:mã|mst)(?!\w)|vận đơn|biên lai|hóa đơn|hoá đơn|công văn|giao dịch|số hiệu|số máy|imei)",
    re.IGNORECASE,
)
_BANK_AFTER = re.compile(
    r"\W{0,4}(?:tại|mở tại|thuộc)?\W{0,2}(?:ngân hàng|nh(?!\w)|kho bạc|\w*bank(?!\w)|bidv|mb(?!\w))", re.IGNORECASE
)
_NEW_SENTENCE = re.compile(r"[;!?]|\.\s")
_REACH = 80
"""Characters looked at before a number."""


def find_kind(text: str, start: int, end: int) -> Kind:
    """What the nearest label before a number says, or a bank named right after it.

    A word for papers speaks for its own sentence only: readers are often told to
    bring theirs.
    """
    kind: Kind = ""
    for match in _LABEL.finditer(text, max(0, start - _REACH), start):
        said = _kind_of(match)
        if said != "papers" or not _NEW_SENTENCE.search(text, match.end(), start):
            kind = said
    return kind or ("account" if _BANK_AFTER.match(text, end, end + 40) else "")


def find_kind_of_heading(heading: str) -> Kind:
    """What a column's heading says of its numbers."""
    match = _LABEL.search(heading)
    return _kind_of(match) if match else ""


def _kind_of(match: re.Match[str]) -> Kind:
    return "account" if match["account"] else "papers" if match["papers"] else "code"
