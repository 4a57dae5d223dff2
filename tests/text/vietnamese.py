"""Vietnamese to test with, and the old encodings written independently of the package's own tables."""

from __future__ import annotations

import unicodedata

from hypothesis import strategies as st

WORDS = """
bà cá cả mã bạn năm rằm nắng thẳng sẵn gặp dân cần đất phẩm mẫu nhật bè bé kẻ vẽ hẹn quê bền biết biển lễ viện
tình kính tỉnh nghĩ thị phòng có đỏ rõ học đông đồng số tổng chỗ hội cơ giờ lớp sở đỡ trợ cùng giúp của lũ phụ
thư từ sức gửi chữ thực kỳ quý kỷ quỹ kỵ người được hướng rượu chia sẻ yêu thương xã thôn buôn trẻ nghèo
tặng quà hiến máu khắc phục hậu quả thiên tai vượt khó khen thưởng tập thể cá nhân xuất sắc hòa hoà thủy thuỷ
""".split()
"""Words that hold every letter of the alphabet with every tone."""

ASIDES = """
Nuñez Müller Señor Citroën Noël Loïc São £5 ¥500 ©2023 §12 25°C m² ½ ¼ 5µm 10µm «Vì nhau» Zalo® SpO2 30% 1/2 7g30
Krông H'leo TP.HCM 458/HD-CTĐ “Tết” – …. 17-20/11 Zürich Köln café résumé naïve São João señora ÐT: CTÐ
""".split()
"""What stands beside them in sound stories: foreign names, prices, units, quotations, abbreviations."""

words = st.sampled_from(WORDS)
sentences = st.lists(words, min_size=8, max_size=20, unique=True).map(" ".join)

TONE_MARKS = "\u0300\u0301\u0303\u0309\u0323"

# TCVN 5712:1993 VN3, as glibc's iconv has it: code in hex, letter.
_TCVN3 = """
a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ caấ cbậ
ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ eaờ ebở ecỡ edớ
eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ
"""
TCVN3 = {entry[2:]: chr(int(entry[:2], 16)) for entry in _TCVN3.split()}


def write_tcvn3(text: str) -> str:
    """Text as a ``.VnTime`` font stores it, seen as Latin-1; a capital with a tone takes the small one's code."""
    return "".join(TCVN3.get(letter) or TCVN3.get(letter.lower(), letter) for letter in text)


def write_vni(text: str) -> str:
    """Text as a VNI-Windows font stores it, seen as Latin-1."""
    return "".join(map(_write_vni_letter, unicodedata.normalize("NFC", text)))


def _write_vni_letter(letter: str) -> str:
    base, tone, hat = _take_apart(letter.lower())
    if base in "iy" and (base + tone) in _VNI_WHOLE:
        code = _VNI_WHOLE[base + tone]
    elif hat in ("\u0302", "\u0306"):
        code = base + _VNI_HATS[hat][("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323").index(tone)]
    else:
        code = _VNI_WHOLE.get(base + hat, base) + _VNI_TONES[tone]
    return code.upper() if letter.isupper() else code


_VNI_TONES = {"": "", "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï"}
_VNI_HATS = {"\u0302": "âáàåãä", "\u0306": "êéèúüë"}
_VNI_WHOLE = {
    "i\u0301": "í",
    "i\u0300": "ì",
    "i\u0309": "æ",
    "i\u0303": "ó",
    "i\u0323": "ò",
    "y\u0323": "î",
    "o\u031b": "ô",
    "u\u031b": "ö",
    "đ": "ñ",
}


def write_1258(text: str) -> bytes:
    """Text as Windows-1258 stores it: letters with hats composed, tones behind them."""
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", text):
        base, tone, hat = _take_apart(letter)
        letters += unicodedata.normalize("NFC", base + hat), tone
    return "".join(letters).encode("cp1258")


def write_mojibake(text: str) -> str:
    """UTF-8 seen as Windows-1252, its five holes as Latin-1 has them."""
    return "".join(bytes([code]).decode("cp1252" if code not in _HOLES else "latin-1") for code in text.encode())


_HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)


def _take_apart(letter: str) -> tuple[str, str, str]:
    """Base letter, tone, hat or horn."""
    decomposed = unicodedata.normalize("NFD", letter)
    tone = "".join(mark for mark in decomposed[1:] if mark in TONE_MARKS)
    return decomposed[0], tone, "".join(mark for mark in decomposed[1:] if mark not in TONE_MARKS)
