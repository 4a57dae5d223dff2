"""The office's commands: Vietnamese words in, sentences and exit statuses out."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from newsroom.cli import main
from newsroom.cli.live.board import Board
from newsroom.cli.live.server import served
from newsroom.cli.words import HELP, Build, Check, Help, Ping, Serve, WrongUsage, parse_words
from newsroom.errors import SiteFault
from tests.sites import NEWSROOM, Site, make_site, run, start


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site without stories, and the commands stand in it."""
    made = make_site(tmp_path / "site")
    monkeypatch.chdir(made.root)
    return made


Said = pytest.CaptureFixture[str]


# ── Words ────────────────────────────────────────────────────────────────────


def test_commands_and_their_options_are_understood() -> None:
    settings = Path("pelicanconf.py")
    assert parse_words(["build"]) == Build(settings, "", False, False, None)
    assert parse_words(["build", "--strict", "--now", "31/01/2026", "--output", "x", "-v"]) == Build(
        settings, "2026-01-31", True, True, Path("x")
    )
    assert parse_words(["check", "--format", "json"]) == Check(settings, "", False, True)
    assert parse_words(["serve", "--port", "0", "--settings", "a.py"]) == Serve(Path("a.py"), "", False, 0)
    assert parse_words(["ping", "--settings", "a.py"]) == Ping(Path("a.py"), "", False)
    assert parse_words(["help"]) == parse_words(["build", "--help"]) == Help()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ([], "Thiếu tên lệnh."),
        (["biuld"], "Không có lệnh “biuld”; có phải là “build”?"),
        (["xyz"], "Không có lệnh “xyz”."),
        (["build", "--stict"], "Không có tùy chọn “--stict”."),
        (["build", "--output"], "Tùy chọn --output thiếu giá trị."),
        (["build", "--strict=1"], "Tùy chọn --strict không nhận giá trị."),
        (["build", "--now", "2026"], "Tùy chọn --now: Ngày “2026” chưa đủ ngày, tháng, năm. "
         "Gõ ngày theo mẫu 13/01/2023 hoặc 2023-01-13, có thể thêm giờ: 13/01/2023 15:30."),
        (["check", "--format", "xml"], "Tùy chọn --format: không có cách in “xml”; chỉ có text và json."),
        (["serve", "--port", "70000"], "Tùy chọn --port: “70000” không phải là số cổng (từ 0 đến 65535)."),
    ],
)  # fmt: skip
def test_wrong_usage_is_a_sentence_and_status_2(words: list[str], sentence: str, capsys: Said) -> None:
    with pytest.raises(WrongUsage) as wrong:
        parse_words(words)
    assert str(wrong.value) == sentence
    assert main(words) == 2
    assert capsys.readouterr() == ("", f"{sentence} Gõ “newsroom help” để xem cách dùng.\n")


def test_help_is_no_fault(capsys: Said) -> None:
    assert main(["help"]) == 0
    assert capsys.readouterr() == (f"{HELP}\n", "")


# ── Settings ─────────────────────────────────────────────────────────────────


def refused(capsys: Said) -> str:
    assert main(["build"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_outside_a_site_a_command_says_where_to_stand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    monkeypatch.chdir(tmp_path)
    assert refused(capsys) == (
        "Không thấy tệp cài đặt pelicanconf.py. "
        "Hãy chạy lệnh trong thư mục của trang tin, hoặc chỉ rõ tệp bằng --settings.\n"
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("x = (\n", "pelicanconf.py, dòng 1: Tệp cài đặt không dùng được (SyntaxError: '(' was never closed"),
        ("\n1 / 0\n", "pelicanconf.py, dòng 2: Tệp cài đặt không dùng được (ZeroDivisionError: division by zero)."),
        ("PATH = 'khong-co'\n", "pelicanconf.py: Tệp cài đặt không dùng được (ValueError: "),
        ("PATH = 'content'\n", "Tệp cài đặt phải có dòng PELICAN_CLASS = NewsroomPelican."),
    ],
)
def test_a_settings_file_that_cannot_be_used_is_a_sentence(site: Site, capsys: Said, text: str, sentence: str) -> None:
    site.write("pelicanconf.py", text)
    assert refused(capsys).startswith(sentence)


def test_an_unknown_setting_is_named_with_its_nearest(site: Site, capsys: Said) -> None:
    with (site.root / "pelicanconf.py").open("a", encoding="utf-8") as file:
        file.write("NEWSROOM_ADRESS = 'x'\n")
    assert refused(capsys).startswith("pelicanconf.py: Không có cài đặt NEWSROOM_ADRESS; có phải là NEWSROOM_ADDRESS?")


# ── Commands ─────────────────────────────────────────────────────────────────


def test_build_says_what_it_built_and_when_the_clock_will_change_it(site: Site, capsys: Said) -> None:
    site.tell("2023-01-06-a", "Bài A")
    site.tell("2023-02-01-b", "Bài B", date="2023-02-01")
    assert main(["build", "--now", "31/01/2023", "--output", "ra/ngoai"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Đã dựng xong ngoai/: 1 bài, 0 trang (")
    assert out.endswith("Trang tin sẽ tự thay đổi vào ngày 01/02/2023: hãy dựng lại ngày đó.\n")
    assert err == ""
    assert (site.root / "ra/ngoai/tin-tuc/2023/a/index.html").is_file()
    assert not site.output.exists()


def test_a_strict_build_names_every_fault_and_a_preview_counts_them(site: Site, capsys: Said) -> None:
    site.tell("2023-01-06-a", "Bài A", body="![](mot.jpg)")
    site.tell("2023-01-07-b", "Bài B", body="![](hai.jpg)")
    assert main(["build", "--strict"]) == 1
    out, err = capsys.readouterr()
    assert (out, len(err.splitlines())) == ("", 3)
    assert err.splitlines()[2] == "Chưa dựng được trang: 2 lỗi. Bản đã có trước đó vẫn giữ nguyên."
    assert main(["build"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Bản xem thử còn 2 lỗi phải sửa trước khi đăng; xem trang /loi/."
    )


def test_check_prints_a_report_or_json_alone_and_looks_at_drafts_too(site: Site, capsys: Said) -> None:
    source = site.tell("2023-01-06-a", "Bài A", body="![](mot.jpg)", head="Trạng thái: nháp")
    assert main(["check", "--format", "json"]) == 1
    out, err = capsys.readouterr()
    (row,) = [row for row in json.loads(out) if row["level"] == "error"]
    assert (f"content/{row['file']}", row["line"], row["code"]) == (source, 5, "photo-missing")
    assert list(row) == ["file", "line", "column", "level", "code", "message", "hint", "found", "proposed"]
    assert err == ""
    assert main(["check"]) == 1
    assert "LỖI" in capsys.readouterr().out
    site.tell("2023-01-06-a", "Bài A")
    assert main(["check"]) == 0
    assert not site.output.exists()


def test_what_check_finds_at_error_is_what_a_strict_build_refuses(site: Site, capsys: Said) -> None:
    photo = site.paint("content/tin-tuc/2023/2023-01-06-a/hong.jpg", size=(640, 480))
    data = bytearray(photo.read_bytes())
    data[len(data) // 3 : len(data) * 2 // 3] = b"\xff\xd8\x00\xc4" * (len(data) // 12)
    photo.write_bytes(data)
    site.tell("2023-01-06-a", "Bài A", body="![Ảnh hỏng](hong.jpg)\n\n[x](khong-co.pdf) [y]({filename}khong-co.md)")
    assert main(["check", "--format", "json"]) == 1
    rows = [row for row in json.loads(capsys.readouterr().out) if row["level"] == "error"]
    assert main(["build", "--strict"]) == 1
    said = capsys.readouterr().err.splitlines()[:-1]
    assert len(rows) == len(said) == 3
    for row in rows:
        sentence = f"content/{row['file']}, dòng {row['line']}: {row['message']} {row['hint']}"
        assert sentence in said


# ── Serving ──────────────────────────────────────────────────────────────────


def fetch(address: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_the_preview_serves_pages_and_its_own_404_but_no_listings(tmp_path: Path) -> None:
    (tmp_path / "anh").mkdir()
    (tmp_path / "index.html").write_bytes(b"front")
    with served(tmp_path, 0, Board()) as port:
        address = f"http://127.0.0.1:{port}"
        status, front = fetch(f"{address}/")
        assert (status, front[:5]) == (200, b"front")
        assert fetch(f"{address}/anh/")[0] == 404
        (tmp_path / "404.html").write_bytes(b"lost")
        for path in ("khong-co/", "..%2f..%2fetc/passwd"):
            status, lost = fetch(f"{address}/{path}")
            assert (status, lost[:4]) == (404, b"lost")


def test_a_port_that_is_taken_is_a_sentence(tmp_path: Path) -> None:
    with served(tmp_path, 0, Board()) as port, pytest.raises(SiteFault) as fault, served(tmp_path, port, Board()):
        pass
    assert str(fault.value).startswith(f"Không mở được cổng {port} (")
    assert str(fault.value).endswith(f"Hãy tắt chương trình đang dùng cổng đó, hoặc thử --port {port + 1}.")


def test_serve_shows_drafts_builds_again_at_a_change_and_leaves_the_output_alone(site: Site) -> None:
    site.tell("2023-01-06-a", "Bài nháp A", body="CHUA-DANG", head="Trạng thái: nháp")
    process = start(site, [*NEWSROOM, "serve", "--port", "0"])
    try:
        assert process.stdout
        lines = (line.decode("utf-8") for line in process.stdout)
        address = next(line.split()[3] for line in lines if line.startswith("Xem thử tại"))
        assert b"CHUA-DANG" in fetch(f"{address}tin-tuc/2023/a/")[1]
        site.tell("2023-01-06-a", "Bài nháp A", body="DA-SUA", head="Trạng thái: nháp")
        assert next(lines).startswith("Đã dựng xong xem-thu/: 1 bài")
        assert b"DA-SUA" in fetch(f"{address}tin-tuc/2023/a/")[1]
    finally:
        process.terminate()
        process.communicate(timeout=20)
    assert not site.output.exists()


def test_the_command_line_ends_with_the_status_of_its_command(site: Site) -> None:
    assert run(site, [*NEWSROOM, "khong-co"])[0] == 2
    assert run(site, [*NEWSROOM, "build"])[0] == 0
