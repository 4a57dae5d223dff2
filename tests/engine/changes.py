"""CHANGES: what may happen to one story of :mod:`tests.engine.office`, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.engine.office import AUTHORS, BLOCKS, CATEGORIES, DAYS, SENTENCES, TAGS, Office, Tale

EDITS: dict[str, Callable[[Tale, int], Tale]] = {
    "title": lambda tale, dice: replace(tale, title=f"Tin sửa tên lần {dice}"),
    "date": lambda tale, dice: replace(tale, date=tale.date[:4] + DAYS[dice % len(DAYS)][4:]),
    "hour": lambda tale, dice: replace(tale, date=f"{tale.date[:10]} {dice % 24:02}:30"),
    "category": lambda tale, dice: replace(tale, category=CATEGORIES[dice % len(CATEGORIES)]),
    "new category": lambda tale, dice: replace(tale, category=f"Mục mới {dice % 3}"),
    "tags": lambda tale, dice: replace(tale, tags=tuple(TAGS[(dice + step) % len(TAGS)] for step in range(dice % 4))),
    "author": lambda tale, dice: replace(tale, author=AUTHORS[dice % len(AUTHORS)]),
    "status": lambda tale, dice: replace(tale, status=("", "nháp", "ẩn", "gỡ")[dice % 4]),
    "expiry": lambda tale, dice: replace(tale, expires=DAYS[dice % len(DAYS)]),
    "slug": lambda tale, dice: replace(tale, slug=("", "chung", "rieng", "Sai Slug!")[dice % 4]),
    "update": lambda tale, dice: replace(tale, updated=f"2023-12-{dice % 28 + 1:02}"),
    "lead": lambda tale, dice: replace(tale, lead=tale.photos[dice % len(tale.photos)] if tale.photos else ""),
    "alias": lambda tale, dice: replace(tale, alias=("", "/cu/", "/?p=12", "/tin-tuc/2022/tin-3/")[dice % 4]),
    "tasks": lambda tale, dice: replace(tale, tasks=("", "2022", "2023")[dice % 3]),
    "summary": lambda tale, dice: replace(tale, summary=f"Sapô lần {dice}."),
    "id": lambda tale, dice: replace(tale, id=f"tin-rieng-{dice}"),
    "names": lambda tale, dice: replace(tale, names="full" if tale.names == "initials" else "initials"),
    "opening": lambda tale, dice: replace(tale, body=(SENTENCES[dice % 4], *tale.body[1:])),
    "block": lambda tale, dice: replace(tale, body=(tale.body[0], BLOCKS[dice % len(BLOCKS)], *tale.body[2:])),
    "ending": lambda tale, dice: replace(tale, body=(*tale.body, f"Thêm {dice} suất quà.")),
    "report": lambda tale, dice: replace(tale, body=(*tale.body, f"Xong {{nhiem-vu: 2023/{dice % 4} đạt {dice} %}}.")),
    "photos": lambda tale, dice: replace(tale, photos=tale.photos[1:]),
    "missing photo": lambda tale, dice: replace(tale, photos=(*tale.photos, f"khong-co-{dice}.jpg")),
}


OTHERS = ("link", "photo", "attachment", "new story", "gone", "moved", "page", "clock")
WHAT = (*EDITS, *OTHERS)
"""Everything that may happen."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happens: to which story, what, and which of its kinds."""

    what: str
    which: int
    dice: int

    def happen(self, office: Office) -> None:
        """Let it."""
        tale = office.pick(self.which)
        if tale is None:
            return
        match self.what:
            case "photo":
                for photo in tale.photos:
                    office.paint(tale, photo, self.dice)
            case "link":
                if target := office.pick(self.dice):
                    office.keep(replace(tale, link=target.name))
            case "attachment":
                if not tale.loose:
                    office.keep(replace(tale, attachment="Danh sách.pdf"))
                    office.attach(office.tales[tale.name], self.dice)
            case "new story":
                office.add(self.dice)
            case "gone":
                office.drop(tale)
            case "moved":
                office.move(tale, f"{tale.name[:10]}-doi-ten-{self.dice}")
            case "page":
                office.site.write("content/trang/gioi-thieu.md", f"Tiêu đề: Giới thiệu {self.dice}\n\nNội dung.\n")
            case "clock":
                office.now = DAYS[self.dice % len(DAYS)]
            case _:
                office.keep(EDITS[self.what](tale, self.dice))
