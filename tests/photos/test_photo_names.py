"""From a name as typed to the file beside the story, and nowhere else."""

from __future__ import annotations

import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.photos import PhotoFault, find_photo

NFD = unicodedata.normalize("NFD", "đại hội.jpg")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("toan-canh.jpg", "toan-canh.jpg"),
        ("./toan-canh.jpg", "toan-canh.jpg"),
        ("  toan-canh.jpg ", "toan-canh.jpg"),
        ("{static}toan-canh.jpg", "toan-canh.jpg"),
        ("{attach}toan-canh.jpg", "toan-canh.jpg"),
        ("{Static}./toan-canh.jpg", "toan-canh.jpg"),
        ("toàn cảnh (1).jpg", "toàn cảnh (1).jpg"),
        ("toàn%20cảnh%20(1).jpg", "toàn cảnh (1).jpg"),
        ("to%C3%A0n%20c%E1%BA%A3nh%20(1).jpg", "toàn cảnh (1).jpg"),
        ("đại hội.jpg", NFD),
        ("anh/le-trao.jpg", "anh/le-trao.jpg"),
        (r"anh\le-trao.jpg", "anh/le-trao.jpg"),
        (r".\anh\le-trao.jpg", "anh/le-trao.jpg"),
        ("IMG_0001.jpg", "IMG_0001.JPG"),
        ("img_0001.jpg", "IMG_0001.JPG"),
        ("100%.jpg", "100%.jpg"),
        ("50%20.jpg", "50%20.jpg"),
        ("-x.jpg", "-x.jpg"),
        ('"><img onerror=x>.jpg', '"><img onerror=x>.jpg'),
    ],
)
def test_what_a_clerk_may_type_is_understood(story: Path, typed: str, kept: str) -> None:
    (story / kept).parent.mkdir(exist_ok=True)
    (story / kept).write_bytes(b"x")
    found = find_photo(story, typed)
    assert unicodedata.normalize("NFC", found.relative_to(story).as_posix()) == unicodedata.normalize("NFC", kept)
    assert found.read_bytes() == b"x"


MACHINE = (
    "“{}” là đường dẫn trên máy tính, người đọc không mở được. "
    "Hãy chép ảnh vào cùng thư mục với bài rồi chỉ ghi tên tệp."
)
OUTSIDE = (
    "“{}” chỉ ra ngoài thư mục của bài viết. "
    "Mỗi bài chỉ dùng ảnh trong thư mục của mình: hãy chép ảnh vào đó rồi chỉ ghi tên tệp."
)
NETWORK = (
    "Ảnh “{}” nằm ở một địa chỉ trên mạng; trang này chỉ đăng ảnh đặt cạnh bài viết. "
    "Hãy tải ảnh về, chép vào cùng thư mục với bài rồi chỉ ghi tên tệp."
)
HIDDEN = (
    "“{}” là tệp ẩn (tên bắt đầu bằng dấu chấm) nên không được đăng. "
    "Hãy đổi tên tệp, bỏ dấu chấm ở đầu, nếu đó đúng là ảnh cần đăng."
)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/home/vanphong/anh.jpg", MACHINE),
        ("{static}/anh.jpg", MACHINE),
        (r"C:\Users\Hoa\anh.jpg", MACHINE),
        ("C:/Users/Hoa/anh.jpg", MACHINE),
        (r"\\may-chu\chung\anh.jpg", MACHINE),
        ("file:///home/vanphong/anh.jpg", MACHINE),
        ("%2Fetc%2Fpasswd", MACHINE),
        ("../anh.jpg", OUTSIDE),
        (r"..\anh.jpg", OUTSIDE),
        ("anh/../../anh.jpg", OUTSIDE),
        ("%2e%2e/anh.jpg", OUTSIDE),
        ("{static}../anh.jpg", OUTSIDE),
        ("https://example.vn/anh.jpg", NETWORK),
        ("HTTP://example.vn/anh.jpg", NETWORK),
        ("//example.vn/anh.jpg", NETWORK),
        ("data:image/png;base64,AAAA", NETWORK),
        (".anh.jpg", HIDDEN),
        ("._anh.jpg", HIDDEN),
        (".git/anh.jpg", HIDDEN),
    ],
)
def test_a_name_that_leads_elsewhere_is_refused_with_its_own_sentence(story: Path, typed: str, sentence: str) -> None:
    (story.parent / "anh.jpg").write_bytes(b"x")
    (story / ".anh.jpg").write_bytes(b"x")
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, typed)
    assert (caught.value.code, str(caught.value)) == ("photo-refused", sentence.format(typed))


def test_a_missing_photo_is_named(story: Path) -> None:
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "khong-co.jpg")
    assert caught.value == PhotoFault(
        "photo-missing",
        "Không thấy ảnh “khong-co.jpg” bên cạnh bài viết.",
        "Hãy chép tệp ảnh vào cùng thư mục với bài, hoặc sửa lại tên ảnh trong bài.",
    )


def test_a_slip_of_the_pen_is_answered_with_the_nearest_name(story: Path) -> None:
    (story / "Toàn cảnh hội nghị.jpeg").write_bytes(b"x")
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "toàn cảnh hội ngị.jpg")
    assert caught.value.hint == "Có phải là “Toàn cảnh hội nghị.jpeg”? Nếu đúng, hãy sửa lại tên trong bài."


def test_an_unknown_placeholder_is_named(story: Path) -> None:
    (story / "anh.jpg").write_bytes(b"x")
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "{statc}anh.jpg")
    assert str(caught.value) == (
        "Không thấy ảnh “{statc}anh.jpg”; “{statc}” không phải là cách ghi quen dùng. "
        "Hãy chỉ ghi tên tệp đặt cạnh bài, không cần gì đứng trước."
    )


@pytest.mark.parametrize("typed", ["", "   ", "{static}"])
def test_a_photo_without_a_name_is_a_fault(story: Path, typed: str) -> None:
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, typed)
    assert caught.value.message == "Chỗ này có ảnh nhưng chưa ghi tên tệp."


def test_the_exact_name_comes_before_one_that_differs_in_case(story: Path) -> None:
    (story / "anh.JPG").write_bytes(b"upper")
    (story / "anh.jpg").write_bytes(b"lower")
    assert find_photo(story, "anh.jpg").read_bytes() == b"lower"
    assert find_photo(story, "anh.JPG").read_bytes() == b"upper"


def test_two_files_that_a_name_may_mean_are_both_named(story: Path) -> None:
    (story / "anh.JPG").write_bytes(b"upper")
    (story / "anh.jpg").write_bytes(b"lower")
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "anh.Jpg")
    assert caught.value.message == "Không rõ “anh.Jpg” là tệp nào: trong thư mục có “anh.JPG”, “anh.jpg”."


def test_a_link_out_of_the_storys_folder_is_refused(story: Path) -> None:
    outside = story.parent / "anh.jpg"
    outside.write_bytes(b"x")
    (story / "lien-ket.jpg").symlink_to(outside)
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "lien-ket.jpg")
    assert caught.value.message == "Ảnh “lien-ket.jpg” là lối tắt dẫn ra ngoài thư mục của bài viết."


def test_a_folder_that_links_out_is_refused(story: Path) -> None:
    (story.parent / "anh.jpg").write_bytes(b"x")
    (story / "anh").symlink_to(story.parent)
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "anh/anh.jpg")
    assert caught.value.code == "photo-refused"


def test_a_link_inside_the_folder_is_followed(story: Path) -> None:
    (story / "that.jpg").write_bytes(b"x")
    (story / "lien-ket.jpg").symlink_to("that.jpg")
    assert find_photo(story, "lien-ket.jpg").read_bytes() == b"x"


def test_a_link_to_nothing_is_a_missing_photo(story: Path) -> None:
    (story / "lien-ket.jpg").symlink_to("khong-con.jpg")
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "lien-ket.jpg")
    assert (caught.value.code, caught.value.message) == (
        "photo-missing",
        "Ảnh “lien-ket.jpg” chỉ là lối tắt tới một tệp không còn nữa.",
    )


def test_links_in_a_ring_end(story: Path) -> None:
    (story / "a.jpg").symlink_to("b.jpg")
    (story / "b.jpg").symlink_to("a.jpg")
    (story / "vong").symlink_to(".")
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "a.jpg")
    assert caught.value.message == "Ảnh “a.jpg” là lối tắt chạy vòng, không dẫn tới tệp nào."
    with pytest.raises(PhotoFault):
        find_photo(story, "vong/" * 30 + "khong-co.jpg")


def test_a_very_long_name_is_shortened_in_the_sentence(story: Path) -> None:
    with pytest.raises(PhotoFault) as caught:
        find_photo(story, "a" * 240 + ".jpg")
    assert caught.value.message == f"Không thấy ảnh “{'a' * 60}…{'a' * 11}.jpg” bên cạnh bài viết."


HOSTILE = st.text(st.sampled_from(list('ab./\\:%2eEfF{}~ \0\n"<>*?|áầ\u0301-')), max_size=24)
PARTS = st.lists(st.sampled_from(["..", ".", "anh.jpg", "anh", "ngoai.jpg", "%2e%2e", "C:", "", "vong"]), max_size=5)


@settings(max_examples=150, deadline=None)
@given(HOSTILE | PARTS.map("/".join) | PARTS.map("\\".join) | PARTS.map("%2F".join))
def test_no_name_ever_leads_out_of_the_storys_folder(name: str) -> None:
    with tempfile.TemporaryDirectory() as base:
        folder = Path(base, "bai")
        (folder / "anh").mkdir(parents=True)
        (folder / "anh.jpg").write_bytes(b"x")
        Path(base, "ngoai.jpg").write_bytes(b"x")
        (folder / "vong").symlink_to(base)
        with suppress(PhotoFault):
            assert find_photo(folder, name).resolve().is_relative_to(folder.resolve())
