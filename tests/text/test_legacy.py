from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.text.legacy import Legacy, find_legacy
from newsroom.text.tcvn3 import CAPITALS, SMALL
from tests.text.vietnamese import (
    ASIDES,
    TCVN3,
    WORDS,
    sentences,
    words,
    write_mojibake,
    write_tcvn3,
    write_vni,
)

T, V, M = "TCVN3 (ABC)", "VNI Windows", "UTF-8 bị đọc nhầm"


@given(sentences)
def test_any_sentence_in_tcvn3_is_found_and_proposed_as_it_was(sentence: str) -> None:
    assert [(f.encoding, f.proposed) for f in find_legacy([write_tcvn3(sentence)])] == [(T, sentence)]


@given(sentences)
def test_any_sentence_in_vni_is_found_and_proposed_as_it_was(sentence: str) -> None:
    assert [(f.encoding, f.proposed) for f in find_legacy([write_vni(sentence)])] == [(V, sentence)]


@given(sentences)
def test_any_sentence_in_capitals_in_vni_is_found_and_proposed_as_it_was(sentence: str) -> None:
    shouted = sentence.upper()
    assert [(f.encoding, f.proposed) for f in find_legacy([write_vni(shouted)])] == [(V, shouted)]


@given(sentences)
def test_any_sentence_in_mojibake_is_found_and_proposed_as_it_was(sentence: str) -> None:
    for broken in (write_mojibake(sentence), sentence.encode().decode("latin-1")):
        assert [(f.encoding, f.proposed) for f in find_legacy([broken])] == [(M, sentence)]


@given(st.lists(st.one_of(words, words.map(str.upper), words.map(str.title), st.sampled_from(ASIDES)), max_size=30))
def test_a_sound_sentence_with_names_prices_and_quotations_raises_no_alarm(spoken: list[str]) -> None:
    assert find_legacy([" ".join(spoken)]) == []


@given(st.lists(st.one_of(words, st.sampled_from(ASIDES)), max_size=8), st.sampled_from(" \u00a0\t"))
def test_a_sound_sentence_in_french_quotation_marks_raises_no_alarm(spoken: list[str], space: str) -> None:
    assert find_legacy([f"«{space.join(spoken)}»", f"“{space.join(spoken).upper()}”"]) == []


@pytest.mark.parametrize(
    "line",
    [
        "Nuñez, Müller, Señor, Citroën",
        "Loïc",
        "Le président de la République est né à Genève, où il a été élu en août",
        "El niño comió mañana en Perú; la señora Peña, año 2020",
        "Für Mädchen und Söhne aus Köln, schöne Grüße",
        "Røde Kors, Bjørn Sørensen",
        "Giá £5, ¥500, ©2023, §12, 25°C, m², ½ viên, 5 µm, 10µm",
        "µm",
        "½",
        "«Em học quá»…",
        "“XÃ HỘI ĐÃ”",
        "“XÃ”",
        "Buôn Ñui, buôn Ñung",
        "Người Việt\u00ad Nam hiến\u00ad máu",
        "co\u00adlour and in\u00adfor\u00adma\u00adtion",
        "Inhandao®, Zalo©",
        "· an toàn",
        "L« và l·, n·x",
        "họat động, đựơc, qúy, baó caó, taị",
        "ÐT: 0200, ÐC: 12",
        "Tỉnh Quảng Ðông",
    ],
)
def test_what_only_looks_odd_raises_no_alarm(line: str) -> None:
    assert find_legacy([line]) == []


@pytest.mark.parametrize(
    ("line", "encoding", "proposed"),
    [
        ("Hµ Néi", T, "Hà Nội"),
        ("KÝnh göi:", T, "Kính gửi:"),
        ("N¨m", T, "Năm"),
        ("title: Héi nghÞ tæng kÕt n¨m 2022, ®¹i biÓu", T, "title: Hội nghị tổng kết năm 2022, đại biểu"),
        ("HéI NGHÞ TæNG KÕT N¡M", T, "HỘI NGHỊ TỔNG KẾT NĂM"),
        ("Së Y TÕ HUYÖN", T, "SỞ Y TẾ HUYỆN"),
        ("§¹i héi §¶ng bé x·", T, "Đại hội Đảng bộ xã"),
        ("Ng\u00adêi viÕt: Mai", T, "Người viết: Mai"),
        ("Hoäi vieân luùc ñoù", V, "Hội viên lúc đó"),
        ("Baùo caùo coâng taùc", V, "Báo cáo công tác"),
        ("THOÂNG BAÙO HOÄI CHÖÕ THAÄP ÑOÛ", V, "THÔNG BÁO HỘI CHỮ THẬP ĐỎ"),
        ("Há»™i nghá»‹", M, "Hội nghị"),
        ("lÃ  ngÆ°á»\x9di", M, "là người"),
        ("â€œTáº¿tâ€\x9d â€“ 2023â€¦", M, "“Tết” – 2023…"),
        ("ThĂ¡ng NhĂ¢n Ä‘áº¡o", M, "Tháng Nhân đạo"),
    ],
)
def test_a_line_in_an_old_encoding_is_read(line: str, encoding: str, proposed: str) -> None:
    assert [(f.encoding, f.proposed) for f in find_legacy([line])] == [(encoding, proposed)]


def test_sound_words_around_a_pasted_quotation_are_left_alone() -> None:
    line = "Ông Bùi Văn Định nói: Héi nghÞ tæng kÕt n¨m, có đủ đại biểu."
    assert find_legacy([line]) == [
        Legacy(T, 1, 1, line, "Ông Bùi Văn Định nói: Hội nghị tổng kết năm, có đủ đại biểu.")
    ]


def test_one_finding_is_given_for_each_paragraph() -> None:
    lines = ["Héi nghÞ tæng kÕt", "2023", "n¨m häc", "", "Câu này đúng.", "", "Hoäi vieân luùc ñoù", "phaùt bieåu"]
    assert find_legacy(lines) == [
        Legacy(T, 1, 3, "Héi nghÞ tæng kÕt", "Hội nghị tổng kết\n2023\nnăm học"),
        Legacy(V, 7, 8, "Hoäi vieân luùc ñoù", "Hội viên lúc đó\nphát biểu"),
    ]


def test_a_word_too_short_to_convict_is_found_in_the_company_of_its_like() -> None:
    assert find_legacy(["Hïng"]) == []
    assert find_legacy(["Héi nghÞ tæng kÕt", "", "Hïng"])[1] == Legacy(T, 3, 3, "Hïng", "Hùng")


def test_a_long_paragraph_is_quoted_by_its_beginning_and_proposed_whole() -> None:
    line = write_tcvn3(" ".join(WORDS))
    (finding,) = find_legacy([line])
    assert finding.found == line[:60] + "…"
    assert finding.proposed == " ".join(WORDS)


def test_every_letter_of_tcvn3_is_known() -> None:
    assert {letter: code for code, letter in (SMALL | CAPITALS).items()} == TCVN3
    assert len(TCVN3) == 74


def test_a_long_hostile_line_is_judged_in_time() -> None:
    for piece in ("n¨m ", "Hoäi ", "Há»™i ", "á»", "A¨", "«ä»"):
        assert len(find_legacy([piece * 100_000])) <= 1
