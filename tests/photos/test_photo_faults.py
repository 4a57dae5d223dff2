"""Originals that cannot be published: each is refused by a sentence, without waiting and without much memory."""

from __future__ import annotations

import io
import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from newsroom.model import Picture
from newsroom.photos import PhotoFault, read_picture, render_pictures

Scene = Callable[..., Image.Image]

CUT = "bị cụt: tệp thiếu phần cuối, có lẽ do chép dở dang. Hãy chép lại ảnh từ máy chụp hoặc từ người gửi."


def fault_of(path: Path, content: Path) -> PhotoFault:
    with pytest.raises(PhotoFault) as caught:
        read_picture(path, content)
    assert caught.value.hint.endswith(".")
    return caught.value


def jpeg(scene: Image.Image, **options: object) -> bytes:
    file = io.BytesIO()
    scene.save(file, "JPEG", quality=90, **options)
    return file.getvalue()


def png(width: int, height: int, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


@pytest.mark.parametrize("progressive", [False, True])
@pytest.mark.parametrize("keep", [0.4, 0.9, -200, -2])
def test_a_jpeg_cut_off_anywhere_is_a_fault(
    story: Path, content: Path, scene: Scene, progressive: bool, keep: float
) -> None:
    whole = jpeg(scene(), progressive=progressive)
    path = story / "cut.jpg"
    path.write_bytes(whole[: int(len(whole) * keep) if keep > 0 else int(keep)])
    fault = fault_of(path, content)
    assert (fault.code, str(fault)) == ("photo-unreadable", f"Ảnh “cut.jpg” {CUT}")


@pytest.mark.parametrize("format_", ["PNG", "WEBP", "BMP", "AVIF"])
@pytest.mark.parametrize("keep", [0.4, 0.9])
def test_other_pictures_cut_off_are_faults_too(
    story: Path, content: Path, scene: Scene, format_: str, keep: float
) -> None:
    path = story / "cut.anh"
    scene().save(path, format_)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    assert str(fault_of(path, content)) == f"Ảnh “cut.anh” {CUT}"


def test_a_thumbnail_of_the_camera_does_not_pass_for_the_end_of_the_photo(
    story: Path, content: Path, scene: Scene
) -> None:
    thumbnail = jpeg(scene(160, 120))
    exif = b"Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0" + thumbnail
    whole = jpeg(scene(), exif=exif)
    (story / "cut.jpg").write_bytes(whole[:-200])
    assert str(fault_of(story / "cut.jpg", content)) == f"Ảnh “cut.jpg” {CUT}"


def test_a_jpeg_with_something_after_its_end_is_whole(story: Path, content: Path, shelf: Path, scene: Scene) -> None:
    path = story / "poly.jpg"
    path.write_bytes(jpeg(scene()) + b"<script>alert('poly')</script>PK\x03\x04")
    picture = read_picture(path, content)
    assert render_pictures([picture], content, shelf) == ()
    assert all(b"alert" not in (shelf / made.name).read_bytes() for made in picture.derivatives)


WEB = "là một trang web đã lưu, không phải ảnh."


@pytest.mark.parametrize(
    ("name", "data", "code", "message"),
    [
        ("web.jpg", b"<!DOCTYPE html><script>alert(1)</script>", "photo-unreadable", f"Tệp “web.jpg” {WEB}"),
        ("web.jpg", b"\xef\xbb\xbf\n<HTML><p>404", "photo-unreadable", f"Tệp “web.jpg” {WEB}"),
        ("rong.jpg", b"", "photo-unreadable", "Ảnh “rong.jpg” là tệp rỗng (0 byte)."),
        ("0.jpg", bytes(9000), "photo-unreadable", "Ảnh “0.jpg” bị hỏng: trong tệp chỉ có số không."),
        (
            "x.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "photo-refused",
            "Ảnh “x.svg” là hình SVG; tệp loại này có thể chứa mã chạy được nên không được đăng.",
        ),
        (
            "lol.svg",
            b"<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol 'lol'><!ENTITY lol1 '&lol;&lol;'>]>",
            "photo-refused",
            "Ảnh “lol.svg” là hình SVG; tệp loại này có thể chứa mã chạy được nên không được đăng.",
        ),
        (
            "svg.png",
            b"<?xml version='1.0'?>\n<!-- x -->\n<svg:svg/>",
            "photo-refused",
            "Ảnh “svg.png” là hình SVG; tệp loại này có thể chứa mã chạy được nên không được đăng.",
        ),
        ("bai.jpg", b"%PDF-1.7", "photo-refused", "Tệp “bai.jpg” là tệp PDF, không đăng được như một tấm ảnh."),
        (
            "bai.docx",
            b"PK\x03\x04",
            "photo-refused",
            "Tệp “bai.docx” là tệp nén hoặc văn bản Word, Excel, không đăng được như một tấm ảnh.",
        ),
        (
            "in.psd",
            b"8BPS\0\x01",
            "photo-refused",
            "Tệp “in.psd” là bản thiết kế Photoshop, không đăng được như một tấm ảnh.",
        ),
        (
            "may.cr2",
            b"II*\0\x10\0\0\0CR\x02\0",
            "photo-refused",
            "Tệp “may.cr2” là ảnh thô (RAW) của máy ảnh, không đăng được như một tấm ảnh.",
        ),
        (
            "phim.jpg",
            b"\0\0\0\x14ftypmp42\0\0\0\0isom",
            "photo-refused",
            "Tệp “phim.jpg” là phim hoặc loại ảnh chưa dùng được, không đăng được như một tấm ảnh.",
        ),
        (
            "chu.jpg",
            "Không phải ảnh".encode(),
            "photo-unreadable",
            "Tệp “chu.jpg” không phải là ảnh, hoặc đã hỏng từ những byte đầu.",
        ),
        (
            "hong.png",
            b"\x89PNG\r\n\x1a\n" + b"\0\0\0\0IEND\xaeB`\x82",
            "photo-unreadable",
            "Ảnh “hong.png” bị hỏng, máy không đọc được.",
        ),
    ],
)
def test_what_is_no_photo_is_named_for_what_it_is(
    story: Path, content: Path, name: str, data: bytes, code: str, message: str
) -> None:
    (story / name).write_bytes(data)
    fault = fault_of(story / name, content)
    assert (fault.code, fault.message) == (code, message)


@pytest.mark.parametrize(("width", "height", "rows"), [(30000, 30000, bytes(10**6)), (65000, 65000, bytes(310))])
def test_a_bomb_is_refused_by_its_header(story: Path, content: Path, width: int, height: int, rows: bytes) -> None:
    (story / "bomb.png").write_bytes(png(width, height, rows))
    fault = fault_of(story / "bomb.png", content)
    assert fault == PhotoFault(
        "photo-refused",
        f"Ảnh “bomb.png” rộng {width} × {height} điểm ảnh, quá lớn để xử lý (giới hạn 120 triệu điểm ảnh).",
        "Hãy thu nhỏ ảnh (cạnh dài khoảng 4.000 điểm ảnh là đủ) rồi dùng tệp đó.",
    )


def test_a_panorama_of_a_hundred_megapixels_is_read(story: Path, content: Path) -> None:
    Image.new("L", (20000, 5000), 128).save(story / "toan-canh.jpg")
    picture = read_picture(story / "toan-canh.jpg", content)
    assert (picture.width, picture.height, picture.shape) == (20000, 5000, "2x1")


NO_FILE = "“{}” không phải là tệp ảnh (mà là thư mục, ống dẫn hoặc thiết bị)."


def test_a_pipe_is_not_waited_for(story: Path, content: Path) -> None:
    os.mkfifo(story / "ong.jpg")
    fault = fault_of(story / "ong.jpg", content)
    assert (fault.code, fault.message) == ("photo-refused", NO_FILE.format("ong.jpg"))


def test_a_folder_named_like_a_photo_is_refused(story: Path, content: Path) -> None:
    (story / "thu-muc.jpg").mkdir()
    assert fault_of(story / "thu-muc.jpg", content).message == NO_FILE.format("thu-muc.jpg")


def test_a_photo_without_read_permission_is_a_fault_even_for_the_superuser(
    story: Path, content: Path, scene: Scene
) -> None:
    scene().save(story / "cam.jpg")
    (story / "cam.jpg").chmod(0o200)
    fault = fault_of(story / "cam.jpg", content)
    assert (fault.code, fault.message) == ("photo-unreadable", "Không có quyền đọc ảnh “cam.jpg”.")


def test_a_link_out_of_the_content_is_refused(story: Path, content: Path, tmp_path: Path, scene: Scene) -> None:
    scene().save(tmp_path / "rieng.jpg")
    (story / "lien-ket.jpg").symlink_to(tmp_path / "rieng.jpg")
    fault = fault_of(story / "lien-ket.jpg", content)
    assert (fault.code, fault.message) == (
        "photo-refused",
        "Ảnh “lien-ket.jpg” là lối tắt dẫn ra ngoài thư mục nội dung.",
    )


def test_a_photo_gone_since_it_was_found_is_missing(story: Path, content: Path) -> None:
    assert fault_of(story / "x.jpg", content).code == "photo-missing"


@pytest.mark.parametrize("mode", ["I", "F"])
def test_measurements_stored_as_a_picture_are_refused(story: Path, content: Path, mode: str) -> None:
    Image.new(mode, (40, 30)).save(story / "do.tif")
    assert fault_of(story / "do.tif", content).message == (
        f"Ảnh “do.tif” dùng kiểu màu của phần mềm chuyên dụng ({mode}), trang web không hiện được."
    )


def test_damage_inside_the_pixels_shows_when_they_are_made_and_hides_no_other_photo(
    story: Path, content: Path, shelf: Path, scene: Scene
) -> None:
    scene(1200, 900).save(story / "lanh.jpg")
    whole = bytearray(png(1200, 900, bytes(900 * 3601)))
    at = whole.index(b"IDAT") + 40
    whole[at : at + 400] = os.urandom(400)
    (story / "hong.png").write_bytes(whole + bytes(600_000))
    pictures = [read_picture(story / name, content) for name in ("hong.png", "lanh.jpg")]
    assert render_pictures(pictures, content, shelf) == (
        (
            pictures[0],
            PhotoFault(
                "photo-unreadable",
                "Ảnh “hong.png” bị hỏng, máy không đọc được.",
                "Hãy chép lại ảnh từ máy chụp hoặc từ người gửi; nếu vẫn hỏng thì chọn ảnh khác.",
            ),
        ),
    )
    assert files(shelf) == {"ledger.txt", *names(pictures[1])}


def test_a_photo_changed_since_it_was_planned_is_not_published_under_the_old_name(
    story: Path, content: Path, shelf: Path, scene: Scene
) -> None:
    scene().save(story / "anh.jpg")
    picture = read_picture(story / "anh.jpg", content)
    scene(480, 640).save(story / "anh.jpg")
    ((_, fault),) = render_pictures([picture], content, shelf)
    assert fault.message == "Ảnh “anh.jpg” vừa bị thay đổi trong lúc dựng trang."
    assert files(shelf) == set()


def names(picture: Picture) -> set[str]:
    return {derivative.name for derivative in picture.derivatives}


def files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
