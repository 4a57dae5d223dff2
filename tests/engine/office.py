"""An invented office and all that may happen to its site: what :mod:`test_any_history` draws from."""

from __future__ import annotations

import io
import os
import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from PIL import Image

from tests.sites import Site

CATEGORIES = ("", "Hiến máu", "hiến máu", "Hiền mẫu", "Nhân đạo", "Khen thưởng")
TAGS = ("Tết", "hiến máu", "hiền mẫu", "Sông Vang", "áo ấm", "TẾT", "tình nguyện")
AUTHORS = ("", "Thu Trang", "Trần Bình", "Trần Bính")
STATUSES = ("", "", "", "nháp", "ẩn", "gỡ")
DAYS = tuple(f"{year}-{month:02}-{day:02}" for year in (2022, 2023) for month in (1, 2, 12) for day in (1, 9, 28))
"""Dates of stories, of what expires, and of the clock."""

SENTENCES = (
    "Sáng nay, Hội Chữ thập đỏ tỉnh trao quà cho các hộ khó khăn.",
    "Toàn tỉnh vận động được 1.245 đơn vị máu.",
    "Chiều 9/1, các tình nguyện viên về xã Sông Vang.",
    "Buổi lễ có **đại diện** các xã, phường.",
)
BLOCKS = (
    "Đề ra 3 nhiệm vụ trọng tâm:\n\n1/ Vận động hiến máu.\n\n2/ Giúp 12 địa chỉ.\n\n3/ Dạy sơ cấp cứu.",
    "I/ BẰNG KHEN CỦA CHỦ TỊCH UBND TỈNH\n\n* Tập thể:\n\n1/ Hội xã Sông Vang\n\n* Cá nhân:\n\n1/ Bà Vi Thị Én",
    "Lịch hiến máu:\n\nNgày\tĐịa điểm\tGiờ\n05/3\tNhà văn hóa\t7 giờ\n09/3\tTrường An Khê\t8 giờ",
    "Tin, ảnh: Thu Trang",
    "Họat động này còn lỗi , cần sửa.",
)


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as the office has it in mind.

    Attributes:
        name: of its folder, which holds its first date and gives its address.
        loose: kept as a single file, without photos.
        photos: file names in the text, there or not.
        link: name of another story it leads to.
        attachment: file name of what it offers.
    """

    name: str
    title: str
    date: str
    body: tuple[str, ...]
    category: str = ""
    tags: tuple[str, ...] = ()
    author: str = ""
    status: str = ""
    expires: str = ""
    slug: str = ""
    updated: str = ""
    lead: str = ""
    alias: str = ""
    tasks: str = ""
    loose: bool = False
    photos: tuple[str, ...] = ()
    link: str = ""
    attachment: str = ""
    summary: str = ""
    id: str = ""
    names: str = ""

    @property
    def folder(self) -> str:
        """Where it and its photos lie."""
        return f"content/tin-tuc/{self.date[:4]}/{self.name}"

    @property
    def file(self) -> str:
        """Its text."""
        return f"{self.folder}.md" if self.loose else f"{self.folder}/index.md"

    def write(self, find: Callable[[str], Tale | None]) -> str:
        """Its text as a clerk types it."""
        keys = {
            "Tiêu đề": self.title,
            "Ngày": self.date,
            "Chuyên mục": self.category,
            "Từ khóa": ", ".join(self.tags),
            "Tác giả": self.author,
            "Trạng thái": self.status,
            "Hết hạn": self.expires,
            "Slug": self.slug,
            "Cập nhật": self.updated,
            "Ảnh chính": self.lead,
            "Địa chỉ cũ": self.alias,
            "Nhiệm vụ": self.tasks,
            "Tóm tắt": self.summary,
            "Id": self.id,
            "Tên người": self.names,
        }
        head = [f"{key}: {value}" for key, value in keys.items() if value]
        shown = [f"![]({photo})\nẢnh: Trao giấy khen tại {photo}" for photo in self.photos]
        return "\n".join(head) + "\n\n" + "\n\n".join([*self.body, *shown, *self._ends(find)]) + "\n"

    def _ends(self, find: Callable[[str], Tale | None]) -> list[str]:
        target = find(self.link)
        up = "../.." if not self.loose else ".."
        linked = [f"Xem [bài kia]({{filename}}{up}/{target.file.removeprefix('content/tin-tuc/')})."] if target else []
        return linked + ([f"[Danh sách kèm theo]({self.attachment})"] if self.attachment else [])


class Office:
    """A site with its stories, changed as an office (and its machines) would.

    Attributes:
        tales: the stories by name.
        now: the clock.
    """

    def __init__(self, site: Site, count: int) -> None:
        self.site = site
        self.tales: dict[str, Tale] = {}
        self.now = "2023-01-09"
        self.settings: dict[str, str] = {}
        self._plain = (site.root / "pelicanconf.py").read_text(encoding="utf-8")
        self._made = 0
        site.write("content/trang/gioi-thieu.md", "Tiêu đề: Giới thiệu\n\nHội Chữ thập đỏ tỉnh Hải Lâm.\n")
        for number in range(count):
            self.add(number)

    # ── Stories ───────────────────────────────────────────────────────────────

    def add(self, dice: int) -> Tale:
        """Write one more story; its traits follow from ``dice``."""
        self._made += 1
        number = self._made
        day = DAYS[dice % len(DAYS)]
        tale = Tale(
            name=f"{day}-tin-{number}",
            title=f"Tin số {number}: trao {dice % 40} suất quà",
            date=day,
            body=(SENTENCES[dice % 4], *BLOCKS[dice % 7 : dice % 7 + 1], f"Đoạn cuối của tin số {number}."),
            category=CATEGORIES[dice % 6],
            tags=tuple(TAGS[(dice + step) % 7] for step in range(dice % 3)),
            author=AUTHORS[dice % 4],
            status=STATUSES[dice // 3 % 6] if dice % 3 == 0 else "",
            expires=DAYS[dice % 18] if dice % 5 == 4 else "",
            tasks=day[:4] if dice % 14 == 0 else "",
            loose=dice % 4 == 1,
            link=next(iter(self.tales), "") if dice % 5 == 2 else "",
        )
        if not tale.loose:
            photos = tuple(f"anh {number}-{step}.jpg" for step in range(dice % 4))
            tale = replace(tale, photos=photos, attachment="Danh sách.pdf" if dice % 6 == 3 else "")
        self.keep(tale)
        for photo in tale.photos:
            self.paint(tale, photo, number)
        if tale.attachment:
            self.attach(tale, number)
        return tale

    def pick(self, dice: int) -> Tale | None:
        """One of the stories; None when there are none."""
        tales = list(self.tales.values())
        return tales[dice % len(tales)] if tales else None

    def keep(self, tale: Tale) -> None:
        """Save a story's text."""
        self.tales[tale.name] = tale
        self.site.write(tale.file, tale.write(self.tales.get))

    def drop(self, tale: Tale) -> None:
        """Delete a story with all that lies beside it."""
        del self.tales[tale.name]
        if tale.loose:
            (self.site.root / tale.file).unlink()
        else:
            shutil.rmtree(self.site.root / tale.folder)

    def move(self, tale: Tale, name: str) -> None:
        """Rename a story's folder (or file); links to it in other texts stay as they were typed."""
        moved = replace(tale, name=name)
        if name in self.tales or (self.site.root / moved.folder).exists():
            return
        ends = (tale.file, moved.file) if tale.loose else (tale.folder, moved.folder)
        (self.site.root / ends[0]).rename(self.site.root / ends[1])
        self.tales = {(name if key == tale.name else key): value for key, value in self.tales.items()}
        self.tales[name] = moved

    def place(self, tale: Tale, **changes: str) -> None:
        """Save a story that may lie in another year's folder from now on."""
        changed = replace(tale, **changes)
        if changed.folder != tale.folder:
            (self.site.root / changed.folder).parent.mkdir(parents=True, exist_ok=True)
            ends = (tale.file, changed.file) if tale.loose else (tale.folder, changed.folder)
            (self.site.root / ends[0]).rename(self.site.root / ends[1])
        self.keep(changed)

    def paint(self, tale: Tale, photo: str, dice: int) -> None:
        """Save a photo; each ``dice`` gives other bytes, all of one length."""
        path = self.site.root / tale.folder / photo
        if path.is_symlink():
            path.unlink()
        path.write_bytes(jpeg(dice))

    def attach(self, tale: Tale, dice: int) -> None:
        """Save an attachment; its length follows from ``dice``."""
        (self.site.root / tale.folder / tale.attachment).write_bytes(b"%PDF-1.7\n" + b"x" * (dice % 3000))

    # ── Everything else ───────────────────────────────────────────────────────

    def set(self, name: str, value: str) -> None:
        """Change a setting; an empty value puts it back as it was."""
        self.settings = {**self.settings, name: value}
        lines = [f"{key} = {given}" for key, given in self.settings.items() if given]
        self.site.write("pelicanconf.py", "\n".join([self._plain, *lines]) + "\n")

    def files_under(self, folder: str) -> list[Path]:
        """Files of a folder of the site, sorted."""
        base = self.site.root / folder
        return sorted(path for path in base.rglob("*") if path.is_file() and not path.is_symlink())


@cache
def jpeg(dice: int) -> bytes:
    """A tiny photo that differs from every other in its comment alone, and so in its digest."""
    kept = io.BytesIO()
    Image.new("RGB", (24, 18), "teal").save(kept, "JPEG")
    comment = f"{dice % 10_000:04}".encode()
    return kept.getvalue()[:2] + b"\xff\xfe\x00\x06" + comment + kept.getvalue()[2:]


@cache
def broken_inside() -> bytes:
    """A JPEG whose head says nothing of it, but whose pixels cannot be read to their end."""
    kept = io.BytesIO()
    Image.frombytes("RGB", (400, 300), random.Random(1).randbytes(360_000)).save(kept, "JPEG")
    data = bytearray(kept.getvalue())
    data[len(data) // 2 : len(data) // 2 + 4] = b"\xff\xd8\xff\xc4"
    return bytes(data)


def forge(path: Path, data: bytes) -> None:
    """Write other bytes into a file in place, and set its time back to what it was."""
    found = path.stat()
    with path.open("r+b") as file:
        file.write(data)
        file.truncate()
    os.utime(path, ns=(found.st_atime_ns, found.st_mtime_ns))
