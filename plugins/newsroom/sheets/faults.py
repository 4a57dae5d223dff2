"""The one way in which a spreadsheet says no: a sentence for the office and what to do about it."""

from __future__ import annotations

from typing import Literal

from newsroom.errors import NewsroomError

SheetCode = Literal["sheet-unreadable", "sheet-refused"]


class SheetFault(NewsroomError):
    """A spreadsheet that cannot be read as it stands; becomes a notice of its story.

    Attributes:
        code: ``sheet-unreadable`` broken, locked or of another kind; ``sheet-refused``
            it may harm readers or this machine (macros, size).
        message: what is wrong, one Vietnamese sentence.
        hint: what to do about it.
        row: row of the file, 1 when the whole file is meant.
    """

    def __init__(self, code: SheetCode, message: str, hint: str, row: int = 1) -> None:
        super().__init__(code, message, hint, row)
        self.code: SheetCode = code
        self.message = message
        self.hint = hint
        self.row = row

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"


SAVE_AGAIN = "Hãy mở bảng bằng Excel hoặc LibreOffice, lưu lại thành tệp .xlsx mới rồi đặt cạnh bài."


def broken() -> SheetFault:
    """The file is damaged, or is not what its name says."""
    return SheetFault(
        "sheet-unreadable", "Không mở được bảng tính này: tệp hỏng hoặc không phải bảng tính.", SAVE_AGAIN
    )


def locked() -> SheetFault:
    """The file asks for a password."""
    return SheetFault(
        "sheet-unreadable",
        "Bảng tính này có mật khẩu nên không đọc được.",
        "Hãy mở tệp, bỏ mật khẩu rồi lưu lại.",
    )


def too_large(what: str) -> SheetFault:
    """The file is larger than any list an office makes."""
    return SheetFault(
        "sheet-refused",
        f"Bảng tính này quá lớn ({what}).",
        "Hãy chép riêng danh sách sang một bảng tính mới, chỉ gồm các dòng có chữ.",
    )


def armed() -> SheetFault:
    """The file holds a program."""
    return SheetFault(
        "sheet-refused",
        "Bảng tính này có macro (chương trình chạy kèm) nên không được đăng.",
        "Hãy lưu lại thành tệp .xlsx thường (Excel Workbook), không có macro.",
    )
