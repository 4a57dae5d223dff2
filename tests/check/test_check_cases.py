"""What each rule reports and what it leaves alone, line by line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from newsroom.check import check_story
from newsroom.model import Story
from newsroom.settings import ZONE

MakeStory = Callable[..., Story]


def found(story: Story, code: str) -> list[tuple[str, str]]:
    return [(n.found, n.proposed) for n in check_story(story) if n.code == code]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("TÒAN TỈNH HỌAT ĐỘNG", [("TÒAN", "TOÀN"), ("HỌAT", "HOẠT")]),
        ("Qúy III, cán bộ đựơc tập huấn, đuợc cấp thẻ", [("Qúy", "Quý"), ("đựơc", "được"), ("đuợc", "được")]),
        ("Ngày Tòan dân hiến máu tình nguyện", [("Tòan", "Toàn")]),
        ("**họat** động, họat\u00a0động", [("họat", "hoạt")]),
        ("Ông Nguyễn Văn Tòan, bà Qúy, chị Lê Thị Hòai dự", []),
        ("NGUYỄN VĂN TÒAN", []),
        ("Xã Phước Tòan, thôn Tòan Thắng", []),
        ("Khánh Hòa, Khánh Hoà, Thúy, Thuý, ủy, uỷ, tùy, tuỳ, quý, gìn, giếng, khuỷu", []),
        ("Krông Nâu, Ea H'leo, Buôn Đôn, Inhandao, SpO2, Zalo, Oresol, Nuñez, café", []),
        ("Tệp [ảnh](họat-dong.jpg), `họat`, https://vd.vn/họat, họat@vd.vn", [("họat", "hoạt")]),
    ],
)
def test_tone_misplaced(make_story: MakeStory, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(make_story(text), "tone-misplaced") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KỶ NĂNG, Kỷ năng, kỷ năng", [("KỶ NĂNG", "KỸ NĂNG"), ("Kỷ năng", "Kỹ năng"), ("kỷ năng", "kỹ năng")]),
        ("Nâng cao nâng lực cán bộ", [("nâng lực", "năng lực")]),
        ("nâng lực lượng xung kích lên 20 người", []),
        ("Trao 500 xuất quà và mỗi xuất ăn", [("xuất quà", "suất quà"), ("xuất ăn", "suất ăn")]),
        ("Thủ kho xuất quà cho đoàn; xuất ăn", []),
        ("cá nhân suất sắc", [("suất sắc", "xuất sắc")]),
        ("bồi dưỡng kỷ\nnăng sơ cứu", [("kỷ năng", "kỹ năng")]),
        ("thế kỷ, năng lực; kỷ. Năng", []),
        ("thành tựu chung; hồ sơ xuất cảnh; lịch sử lý luận; tiêu chuẩn đoán trước; cảm xúc tích cực", []),
        ("định hướng ứng dụng số; nghiên cứu kỹ luật; tìm kỹ nguyên nhân; đảm bảo lũ không về", []),
        ("Tựu chung lại, cần bổ xung", [("Tựu chung", "Tựu trung"), ("bổ xung", "bổ sung")]),
        ("Thực hiện Chỉ chị 03 và chỉ chị số 5", [("Chỉ chị", "Chỉ thị"), ("chỉ chị số", "chỉ thị số")]),
        ("Ở nhà chỉ chị Lan biết", []),
        ("Hội Chữ thập đò tỉnh", [("Chữ thập đò", "Chữ thập đỏ")]),
        ("nhà hảo tâm dấu tên; con dấu tên cơ quan", [("hảo tâm dấu tên", "hảo tâm giấu tên")]),
        ("Đội xuất sắc dành giải Nhất", [("xuất sắc dành giải", "xuất sắc giành giải")]),
    ],
)
def test_phrase_slip(make_story: MakeStory, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(make_story(text), "phrase-slip") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“ Mỗi tổ chức ” và “ một địa chỉ ”.", [("“ Mỗi", "“Mỗi")]),
        ("Đạt kế hoạch .", [("hoạch .", "hoạch.")]),
        ("Bạn đã hiến máu chưa ?", [("chưa ?", "chưa?")]),
        ("Địa điểm : hội trường", [("điểm :", "điểm:")]),
        ("hội nghị,tập huấn", [("nghị,tập", "nghị, tập")]),
        ("kết thúc lớp học.Các học viên", [("học.Các", "học. Các")]),
        ("đạt yêu cầu ./.", []),
        ("chương trình …. tại; nhân đạo… tham gia . . . hết", []),
        ("ĐT .......... ngày ....../....../2024; 5 : 3; 7:30", []),
        ("TP.HCM, Tp.Hồ Chí Minh, ThS.BS, N.Hân, tp.Huế, 1.000,5", []),
        ("STT\tTên ,\tGhi chú\n| a | b , |", []),
        ("Trang www.vi-du.vn/a,b và https://vi-du.vn/x?y=1,z", []),
        ("Bảng `mã,số` và [tệp](a,b.pdf)", []),
    ],
)
def test_spacing_odd(make_story: MakeStory, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(make_story(text), "spacing-odd") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70.39.580.000 đồng", [("70.39.580.000", "")]),
        ("1.0000.000đ/suất", [("1.0000.000", "")]),
        ("1500.000 đồng", [("1500.000", "1.500.000")]),
        ("15.00 đồng", [("15.00", "")]),
        ("1,000.000 và 1.234,000 đồng", [("1,000.000", "1.000.000"), ("1.234,000", "1.234.000")]),
        ("1.095.000.000.000 đồng; 2.060.000.000đ; 1.234.567,5; 30,75%; 3,2 tấn; 2.5 triệu đồng", []),
        ("22.4.1976-22.4.2024; 23.11.1946; 02.04.08.2018; 12.5 đồng chí Én đi công tác", []),
        ("0900.000.123; 0269.3.000.111; +84.269.3000.111; 84.269.3000.111; 1800.588.123", []),
        ("2.1.3; mục 5.2.100; phiên bản 1.10.123; 192.168.1.100; 000.00.12.H56", []),
        ("Số tài khoản: 480.20.1001234; STK 711.10.000.123 tại ngân hàng", []),
        ("1,234,567.50 USD; 1,000,000 đồng; 2.1,2.2", []),
    ],
)
def test_digits_odd(make_story: MakeStory, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(make_story(text), "digits-odd") == expected


@pytest.mark.parametrize(
    "text",
    [
        "(Ghi chú: chờ anh Sủn duyệt rồi mới đăng)",
        "* Ghi chú: ảnh số 2 cắt bớt bên phải, lấy ảnh trong Zalo.",
        "Lưu ý BTV: giữ nguyên chức danh.",
        "Kính gửi BBT trang tin,",
        "Gửi Ban Biên tập bài và 3 ảnh.",
        "Note: xem lại số liệu",
        "(Ghi chú của người viết: cần kiểm tra lại tên xã)",
        "Ghi chú (nội bộ): không đăng ảnh số 3",
        "Ghi chú cho biên tập: đổi tít",
    ],
)
def test_a_line_to_the_editor_is_a_note(make_story: MakeStory, text: str) -> None:
    assert found(make_story(f"Tin.\n\n   {text}\n"), "note-left-in") == [(text, "")]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Anh/chị đăng bài giúp em với ạ.", "đăng bài giúp em"),
        ("Sửa giúp em chỗ này nhé.", "Sửa giúp em"),
        ("Bài chưa được duyệt.", "Bài chưa được duyệt"),
        ("Bài sửa lần 2, chưa duyệt", "Bài sửa lần 2, chưa duyệt"),
        ("Nhờ chị đăng giúp.", "đăng giúp"),
        ("(Thiếu ảnh)", "(Thiếu ảnh)"),
        ("Trao xxx suất quà ngày xx/xx.", "xxx"),
        ("TODO thêm tên xã", "TODO"),
        ("Ảnh lễ trao (ảnh minh họa lấy sau)", "(ảnh minh họa lấy sau)"),
        ("Tổng 120 người (kiểm tra lại)", "(kiểm tra lại)"),
        ("[chèn ảnh 2]", "[chèn ảnh 2]"),
        ("[Hình ảnh]", "[Hình ảnh]"),
        ("{title} và {{ tên }}", "{title}"),
        ("Có ??? người dự", "???"),
        ("Bỏ đoạn này nếu dài.", "Bỏ đoạn này"),
        ("Xem Error! Reference source not found.", "Error! Reference source not found"),
    ],
)
def test_a_piece_left_for_the_editor_is_a_note(make_story: MakeStory, text: str, note: str) -> None:
    assert found(make_story(text), "note-left-in")[0] == (note, "")


@pytest.mark.parametrize(
    "text",
    [
        "Ghi chú: (*) Số liệu đến 11 giờ.",
        "Ghi chú: Người hiến máu ăn nhẹ, mang theo giấy tờ tùy thân.",
        "Ghi chú: danh sách có hình thức khen kèm theo; xem ảnh bên dưới.",
        "Lưu ý: không uống rượu bia; gửi ảnh thẻ trước ngày 5/6.",
        "Nhiều người đăng giúp thông tin; bản kế hoạch chưa được phê duyệt",
        "Kính gửi: Các Hội cơ sở trực thuộc",
        "Đại hội lần thứ XXX, khóa XXX",
        "Giúp đỡ bà con; chữa giúp mái nhà; hộ nghèo; đăng ký giúp em nhỏ",
        "Giấy khen (có danh sách kèm theo); (ảnh hưởng của bão số 3, sẽ bổ sung sau)",
        "Soạn tin NHANDAO [tên] [năm sinh]; xem {static}a.pdf và {nhiem-vu: 2023/4}",
        "[Tải ảnh](a.zip), ![chèn](b.jpg), ![ảnh](c.jpg)",
        "Danh sách sẽ được gửi sau; bài viết chưa có hồi kết; Vì sao lại thế???",
        "Số 0900xxx123 đã được che",
    ],
)
def test_what_is_written_for_readers_is_no_note(make_story: MakeStory, text: str) -> None:
    assert found(make_story(text), "note-left-in") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[12_KH_CTĐ.docx](12_KH_CTĐ.docx)", [("12_KH_CTĐ.docx", "")]),
        ("Xem **[Ke hoach thang 5.pdf](ke-hoach.pdf)**", [("Ke hoach thang 5.pdf", "")]),
        ("[danh-sach_02](danh-sach_02.xlsx)", [("danh-sach_02", "")]),
        ("[bao-cao.pdf (PDF, 2 MB)]({static}bao-cao.pdf)", [("bao-cao.pdf", "")]),
        ("[Kế hoạch](ke-hoach.pdf), [Tải tệp ke-hoach.pdf](ke-hoach.pdf), [tại đây](a.pdf)", []),
        ("[vi-du.vn](https://vi-du.vn), [](a.pdf), ![a.jpg](a.jpg)", []),
    ],
)
def test_link_text_filename(make_story: MakeStory, text: str, expected: list[tuple[str, str]]) -> None:
    assert found(make_story(text), "link-text-filename") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ông A, căn cước công dân số: 099085000123, cấp năm 2021", ["099085000123"]),
        ("Số CCCD 001 285 000 123; CMND 090000123.", ["001 285 000 123", "090000123"]),
        ("Bà Én (001185000123) nhận 01 suất", ["001185000123"]),
        ("hộ chiếu số C1234567", ["C1234567"]),
        ("Họ tên\tSố CMND\tThôn\nLò Én\t090000123\tNậm Mơ", ["090000123"]),
        ("Họ tên\tSố tài khoản\nLò Én\t001185000123", []),
        ("Tài khoản: 0000 431 101 000 999; STK: 001185000123; 001185000456 (Ngân hàng Hải Lâm)", []),
        ("TK 001185000123, CCCD 099085000123", ["099085000123"]),
        ("Số 001185000123/QĐ; 123456789 đồng; 100.200.300.400 đồng; mã vận đơn 001185000123", []),
        ("mang theo CCCD, gọi 0900000123; năm sinh 1985; 97 người; 097999999999; 001985000123", []),
    ],
)
def test_private_id(make_story: MakeStory, text: str, expected: list[str]) -> None:
    assert [number for number, _ in found(make_story(text), "private-id")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1/ Nguyễn Văn Sủn, thôn 3, ĐT 0900 000 123", ["0900 000 123"]),
        ("Anh Sủn (0900000123) ủng hộ 500.000 đồng", ["0900000123"]),
        ("Số điện thoại của bà Lò Thị Én: +84 900 000 123", ["+84 900 000 123"]),
        ("Gia đình có số điện thoại 0900-000-123", ["0900-000-123"]),
        ("Họ và tên\tĐịa chỉ\tSĐT\nLò Én\tNậm Mơ\t0900000123", ["0900000123"]),
        ("Họ và tên\tNội dung\tSĐT liên hệ\nLò Én\tTrực lễ\t0900000123", []),
        ("Liên hệ:\nChị Ổn: 0900.000.123", []),
        ("LỊCH TRỰC TẾT:\n- Đ/c Lò Văn Én: 0900.000.123\n- Đ/c Vi Văn Sủn: 0900.000.456", []),
        ("* Liên hệ: đồng chí Lò Văn Én, 0900.000.123", []),
        ("ĐT/Zalo: 0900.000.123 (chị Ổn)", []),
        ("Đường dây nóng 0900.000.123; tổng đài 0200 0000 123", []),
        ("+84 269 3000 111 là số tổng đài.", []),
        ("Nhà thuốc số 3 Nguyễn Trãi, 0900.000.123", []),
        ("Ông Én ủng hộ 0900.000.123.000 đồng, tài khoản 0900000123456", []),
    ],
)
def test_private_phone(make_story: MakeStory, text: str, expected: list[str]) -> None:
    assert [number for number, _ in found(make_story(text), "private-phone")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Em Lò Văn Sủn (sinh 02/3/2012)", ["Em Lò Văn Sủn (sinh 02/3/2012"]),
        ("Giàng A Pủa, sinh ngày 5 tháng 6 năm 2015", ["Giàng A Pủa, sinh ngày 5 tháng 6 năm 2015"]),
        ("Họ tên\tNgày sinh\nLò Én\t02/3/2012\nVi Sủn\t02/3/1980", ["02/3/2012"]),
        ("Họ tên\tNgày trao\nLò Én\t02/3/2024", []),
        ("![](a.jpg)\nBé Lò Thị Én 5 tuổi mắc bệnh bạch cầu", ["Bé Lò Thị Én 5 tuổi mắc bệnh"]),
        ("![](a.jpg)\nem Lò Én, lớp 5, bại não. Em Lò Én, lớp 5, bại não", ["em Lò Én, lớp 5, bại não"]),
        ("Bé Lò Thị Én 5 tuổi mắc bệnh bạch cầu", []),
        ("![](a.jpg)\nCháu Lò Thị Én, có mẹ bị bệnh nặng, được tặng xe đạp", []),
        ("![](a.jpg)\nEm Lò Văn Én, sinh năm 1998, vượt lên khuyết tật", []),
        ("![](a.jpg)\nCháu Lò Thị Én ôm con gấu. Đoàn thăm Khoa Ung thư", []),
        ("![](a.jpg)\nTrao quà cho các cháu khuyết tật, cháu mồ côi", []),
        ("Vệ sinh ngày 12/5/2024; học sinh 12/5/2024; Giáng sinh 24/12/2023; khai sinh ngày 1/1/2020", []),
        ("Ông Lò Én sinh ngày 02/9/1961; dân sinh 2/9/2023", []),
    ],
)
def test_private_child(make_story: MakeStory, text: str, expected: list[str]) -> None:
    assert [child for child, _ in found(make_story(text), "private-child")] == expected


def test_without_a_date_only_a_child_who_is_called_one_has_a_private_birthday(make_story: MakeStory) -> None:
    assert found(make_story("Cháu Lò Én, sinh ngày 02/3/2012", date=None), "private-child")
    assert not found(make_story("Lò Én, sinh ngày 02/3/2012", date=None), "private-child")


def test_who_was_a_child_is_told_by_the_storys_date(make_story: MakeStory) -> None:
    later = make_story("Cháu Lò Én, sinh ngày 02/3/2012", date=datetime(2031, 1, 1, tzinfo=ZONE))
    assert not found(later, "private-child")


def test_a_title_that_announces_a_roster_makes_its_numbers_contacts(make_story: MakeStory) -> None:
    text = "Anh Lò Văn Én, 0900.000.123"
    assert found(make_story(text), "private-phone")
    assert not found(make_story(text, title="Lịch trực Tết Nguyên đán"), "private-phone")
