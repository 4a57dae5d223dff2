"""Who took a photo: ``(Ảnh: X)``, ``- Ảnh: X``, ``Ảnh nguồn X``, and names that can sign.

The names and units here also serve the sign-off: a line that can credit a
photo can sign a story.
"""

from __future__ import annotations

import re

LONGEST_NAME = 70
"""Characters a credit or a signing name may have."""

_BRACKETED = re.compile(r"(?i)[(\[][\s*_]*((?:nguồn\s+ảnh|ảnh)\b[^()\[\]*_]{0,80})[*_]*[)\]]\s*\.?$")
_TRAILING = re.compile(r"(?:[-–—.;,|]\s*(?=[Ảả])|\s(?=Ả))((?:Ảnh|ẢNH|ảnh)\s?:\s?[^:]{1,70})$")
_SOURCE = re.compile(
    r"(?:[-–—.;,|]|\s)\s*((?:Ảnh nguồn|Nguồn ảnh|Ảnh tư liệu|Ảnh minh họa|Ảnh minh hoạ)\b[^.]{0,60}\.?)$"
)
_JOINER = re.compile(r"[\s\-–—|]+$")

_UNIT = re.compile(
    r"(?i)(?:văn phòng"
    r"|ban (?:tổ chức|biên tập|truyền thông|chấp hành|thường vụ|tuyên|công tác|kiểm tra|thư ký|chăm sóc|thông tin)"
    r"|hội (?:chữ thập đỏ|ctđ|cựu|nông|liên hiệp|đồng)|ctđ|phòng |trung tâm |tổ (?:ảnh|truyền thông|công tác|thư ký)"
    r"|đội (?:tình nguyện|ctxk|thanh niên)|câu lạc bộ|clb|thường trực|đoàn (?:trường|thanh niên|khối)|nhóm |chi hội"
    r"|ubnd|ttxvn|tỉnh hội|phóng viên|cộng tác viên|cán bộ)\b"
)
_PRESS = frozenset({"PV", "CTV", "BBT", "BTC", "NV", "TH"})
_VERBS = re.compile(
    r"(?i)\b(?:đã|sẽ|được|đang|là|có|cho|tại|khi|trong|cũng|vừa|nhận|gửi|trao|tặng|dự|tham|phát biểu|phối hợp"
    r"|thông báo|kính|mời|báo cáo|triển khai|hướng dẫn|gồm|vào|về|từ|để|với"
    r"|bế mạc|kết thúc|khai mạc|tổng kết|diễn ra|quyết định)\b"
)
_HONORIFICS = frozenset("Ông Bà Anh Chị Em Cháu Mẹ Cụ Bác Cô Chú Thầy Bé Đồng Đ/c Gia Các Hai Ba".split())
"""Words before a name that speak of someone in the picture, not of who took it."""

_INITIALS = re.compile(r"(?:[^\W\d_]{1,3}\.){1,3}\s?[^\W\d_]{2,12}$|(?:[^\W\d_]{1,3}\.){2,3}$")
_WORD = re.compile(r"[^\W\d_][^\W\d_'’]*\.?$")


def split_credit(caption: str) -> tuple[str, str]:
    """Caption and credit of a caption line; the credit keeps its label, loses its brackets."""
    for pattern in (_BRACKETED, _TRAILING, _SOURCE):
        match = pattern.search(caption)
        if match and match.start():
            return _JOINER.sub("", caption[: match.start() + (caption[match.start()] == ".")]), match.group(1).strip()
    return caption, ""


def is_name(text: str) -> bool:
    """Whether a text is nothing but people's or units' names (``Hà Vy``, ``H.QUỲNH``, ``Văn phòng tỉnh Hội``)."""
    text = text.strip(" *_")
    if not text or len(text) > LONGEST_NAME or any(c.isdigit() for c in text) or text[-1] in ":;?!,":
        return False
    return is_unit(text) or all(_is_person(part) for part in re.split(r"\s*(?:,|&|–|-|\bvà\b)\s*", text))


def is_unit(text: str) -> bool:
    """Whether a text names an office and says nothing about it."""
    return bool(_UNIT.match(text)) and len(text.split()) <= 12 and text[-1] not in ".:;" and not _VERBS.search(text)


def _is_person(text: str) -> bool:
    text = re.sub(r"\s*\([^()]*\)$", "", text).strip()
    if text in _PRESS or _INITIALS.match(text):
        return True
    words = text.split()
    if words and words[0].rstrip(".") in ("PV", "CTV", "NB", "Nhà"):
        words = words[1:]
    if not 2 <= len(words) <= 5 or words[0] in _HONORIFICS:
        return False
    return all(_WORD.match(w) and w[0].isupper() for w in words)
