"""Why an output is made again: one of a closed list of reasons, never a bare yes."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why an output was written, or would be."""

    NEW = "new-output"
    MISSING = "output-missing"
    TAMPERED = "output-tampered"
    PROGRAM = "program-changed"
    SETTINGS = "settings-changed"
    TEMPLATE = "template-changed"
    THEME = "theme-changed"
    STORY = "story-changed"
    NEIGHBOUR = "neighbour-changed"
    LIST = "list-changed"
    FILE = "file-changed"


WORDS = {
    Reason.NEW: "chưa có",
    Reason.MISSING: "đã mất khỏi thư mục xuất bản",
    Reason.TAMPERED: "bị sửa bên ngoài chương trình",
    Reason.PROGRAM: "chương trình đã đổi",
    Reason.SETTINGS: "cài đặt đã đổi",
    Reason.TEMPLATE: "mẫu trang đã đổi",
    Reason.THEME: "tệp giao diện đã đổi",
    Reason.STORY: "bài đã đổi",
    Reason.NEIGHBOUR: "bài liền kề, bài liên quan hoặc liên kết của bài đã đổi",
    Reason.LIST: "danh sách bài trong đó đã đổi",
    Reason.FILE: "tệp đính kèm đã đổi",
}
"""What the office reads."""
