"""note-left-in: lời nhắn cho người biên tập còn sót trong bài.

Báo những dòng như “Ghi chú: bài có 2 ảnh, gửi sau”, “Kính gửi BBT”, “anh/chị
đăng giúp em”, “bài chưa duyệt”, chỗ trống “xxx”, “[chèn ảnh]”, “(ảnh minh họa
lấy sau)”, “{title}”. Ghi chú viết cho bạn đọc (dưới bảng, về giấy tờ cần mang)
thì không báo.

Sai::

    Ghi chú: bài có 3 ảnh, chị Thơm gửi sau.

Báo: `Ghi chú: bài có 3 ảnh, chị Thơm gửi sau.`.

Sai::

    Đợt này trao [chèn số liệu] suất quà cho bà con.

Báo: `[chèn số liệu]`.

Đúng::

    Ghi chú: (*) số liệu tính đến 11 giờ ngày 17/9.
    Ghi chú: người hiến máu mang theo giấy tờ tùy thân.
    Kính gửi: Hội Chữ thập đỏ các xã, phường.
    Đại hội lần thứ XXX; danh sách sẽ được gửi sau khi có kết quả.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.check.prose import Prose, parse_prose
from newsroom.markup.bounds import holds_any
from newsroom.model import Notice, Story

CODE = "note-left-in"

LONGEST = 300
"""A note is no longer; keeps ``found`` readable."""

_EDITOR = r"(?:bbt|btv|ban biên tập|biên tập viên|tòa soạn|toà soạn|quản trị web|quản trị trang|người đăng)"
_WORK = (
    r"gửi sau|bổ sung sau|cập nhật sau|lấy sau|chưa duyệt|chờ (?:\w+ ){0,3}duyệt|không đăng|chưa đăng|đăng giúp"
    rf"|(?:sửa|xem|kiểm tra|soát) lại|{_EDITOR}|biên tập|sếp"
    r"|(?:gửi|chèn|thêm|lấy|bổ sung|chọn|dùng|thay|đăng|chờ|ghép|cắt|thiếu|chưa có) (?:\w+ )?"
    r"(?:ảnh(?! (?:thẻ|hưởng))|hình(?! thức))"
    r"|có (?:\d+|một|hai|ba|bốn|năm) (?:ảnh|hình)"
)
_HELP = r"(?:giúp|giùm|dùm|hộ)"
_ME = r"(?:em|mình|tôi|với|nhé|ạ|tớ|cháu|bên)"
_TEMPLATE = r"(?:title|date|name|content|caption|image|author|summary|url|category|tags?|tiêu đề|ngày|nội dung|tên)"

_TO_EDITOR = (
    r"^[^\w\n]*+(?:ghi chú|lưu ý|note|nhắc|p/?s)(?: \(?nội bộ\)?| riêng| của [^:\n]{1,20})?\s?:(?!\W*\*)"
    rf"[^\n]*?(?<!\w)(?:{_WORK})(?!\w)[^\n]*"
)
_ADDRESSED = (
    r"^[^\w\n]*+(?:(?:kính )?gửi:? (?:\w+ )?|(?:ghi chú|lưu ý|nhắc|nhờ) (?:cho |với |gửi )?)"
    rf"(?:{_EDITOR}|biên tập)(?!\w)[^\n]*"
)
_LEFTOVER = (
    r"(?:todo|fixme|lorem ipsum|click here to enter text)(?!\w)"
    r"|error! (?:reference source|bookmark|hyperlink reference) not \w+"
)
_SQUARE = (
    r"\[(?:chèn|thêm|điền|bổ sung|cập nhật|kiểm tra|xem lại|hình ảnh|hình|ảnh(?! hưởng)|link|photo|sticker)(?!\w)"
    r"[^\[\]\n]{0,80}\](?![(:\[])"
)
_ROUND = (
    r"\((?:ảnh(?! hưởng)|hình|bài|tên|số liệu|chỗ này|đoạn này)(?!\w)[^()\n]{0,80}?(?<!\w)"
    r"(?:(?:lấy|gửi|bổ sung|chèn|cập nhật|thêm|có) sau|cần bổ sung|chờ bổ sung|chưa có)(?!\w)[^()\n]{0,40}\)"
)
_ROUND_ORDER = (
    r"\((?:chèn|kiểm tra lại|xem lại|cần bổ sung|chờ bổ sung|chưa có ảnh|thêm ảnh|thiếu ảnh|bổ sung ảnh)(?!\w)"
    r"[^()\n]{0,80}\)"
)
_FOR_ME = rf"(?:sửa|duyệt|chỉnh|biên tập|chèn|xem lại) (?:bài |tin |ảnh )?{_HELP} {_ME}(?!\w)"
_PLEASE_PUBLISH = rf"đăng(?: bài| tin| lên| web| trang| ảnh){{0,3}} {_HELP}(?: {_ME}(?!\w)|(?= ?(?:[.,;!?)\n]|\Z)))"
_UNAPPROVED = (
    r"(?:(?:bài|tin)(?: này| viết)? (?:chưa|đang chờ|chờ)(?: \w+){0,2} (?:duyệt|biên tập)"
    r"|bài (?:[^\s.;:]+ ){0,5}?chưa duyệt)(?!\w)"
)
_CUT = r"(?:không đăng|bỏ|xóa|xoá|cắt) (?:đoạn|dòng|câu|ý|phần) này(?!\w)"

_PATTERNS: tuple[tuple[str, str], ...] = (
    ("ghi chú|lưu ý|note|nhắc|p/s|ps:", _TO_EDITOR),
    ("bbt|btv|biên tập|soạn|quản trị|người đăng", _ADDRESSED),
    ("đăng ", _PLEASE_PUBLISH),
    ("sửa |duyệt |chỉnh |biên tập |chèn |xem lại ", _FOR_ME),
    (" duyệt| biên tập", _UNAPPROVED),
    ("đoạn này|dòng này|câu này|ý này|phần này", _CUT),
    ("todo|fixme|lorem|error!|click here", _LEFTOVER),
    ("xxx|xx/xx", r"x{3,}+(?!\w)|xx/xx(?!\w)"),
    ("???", r"(?<!\w)\?{3,}+"),
    ("[", _SQUARE),
    ("(", _ROUND),
    ("(", _ROUND_ORDER),
    ("{", rf"\{{\{{?\s?{_TEMPLATE}\s?\}}?\}}"),
)
_NOTES = tuple((hints.split("|"), re.compile(pattern, re.MULTILINE)) for hints, pattern in _PATTERNS)
"""Each with words one of which it needs: most stories have none of them and cost no search."""

_ORDINAL_BEFORE = re.compile(r"(?:thứ|khóa|khoá|kỳ|kì|lần|chương|phần|phụ lục|hội nghị|đại hội)\W*$")


def check(story: Story) -> Iterator[Notice]:
    """One notice per note, a whole line where the whole line is one."""
    prose = parse_prose(story.lines)
    text = prose.lowered
    matches = [m for hints, note in _NOTES if holds_any(text, hints) for m in note.finditer(text)]
    end = 0
    for match in sorted(matches, key=lambda m: m.span()):
        if match.start() >= end and _opens_word(text, match) and not _is_harmless(prose, match):
            end = match.end()
            yield _write_notice(prose, match)


def _opens_word(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()]
    return not (match[0][0].isalnum() and (before.isalnum() or before in ("_", "/", ".")) and before)


def _is_harmless(prose: Prose, match: re.Match[str]) -> bool:
    """``lần thứ XXX`` counts and ``todo`` may be a file's name: neither stands for something missing."""
    start, end = match.span()
    typed = prose.text[start:end]
    if typed == "XXX":
        return bool(_ORDINAL_BEFORE.search(prose.lowered[max(0, start - 12) : start]))
    return typed in ("todo", "fixme")


def _write_notice(prose: Prose, match: re.Match[str]) -> Notice:
    found = prose.typed(*match.span())
    lead = len(found) - len(found.lstrip())
    line, column = prose.place(match.start() + lead)
    return Notice(
        CODE,
        "warning",
        line,
        "Chỗ này có vẻ là lời nhắn cho người biên tập, không phải cho bạn đọc.",
        "Hãy xóa đi, hoặc viết lại cho bạn đọc, trước khi đăng.",
        column=column,
        found=found.strip()[:LONGEST],
    )
