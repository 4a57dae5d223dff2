"""The sample site as it is published, with small photos so that it is built in a few seconds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote

from PIL import Image

from tests.sites import ROOT, make_site

EVERYTHING = """\
Mở đầu có `mã`, [liên kết](https://example.vn/mot-dia-chi-rat-dai-khong-co-cho-nao-de-ngat-dong) và **chữ đậm**[^1].

## Mục lớn

### Mục nhỏ

> Một câu trích dẫn.

    khối chữ giữ nguyên, dài hơn một dòng của điện thoại và không được làm rộng trang

---

- [ ] việc chưa làm
- [x] việc đã xong

- gạch đầu dòng
  + gạch trong gạch

![](anh.jpg)
![](anh.jpg)
Ảnh: Hai ảnh, một chú thích

Giữa hai ảnh.

![](thieu.jpg)
Ảnh: Ảnh này chưa có

| STT | Họ và tên | Đơn vị | Số tiền | Ghi chú |
|---|---|---|---|---|
| 1 | Nguyễn Thị Ước Nguyện | Trường Trung học phổ thông Sông Vang | 1.000.000 đồng | không |

Năm nay có 2 nhiệm vụ trọng tâm:

1/ Việc thứ nhất.

2/ Việc thứ hai.

[^1]: Chú thích cuối bài.
"""


def build_sample(root: Path) -> Path:
    """Build ``content/`` and one story that uses every construct; gives the output folder."""
    site = make_site(root)
    for file in sorted((ROOT / "content").rglob("*.*")):
        target = root / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        if file.suffix.lower() in (".jpg", ".jpeg", ".png"):
            with Image.open(file) as photo:
                photo.thumbnail((480, 480))
                photo.save(target, photo.format)
        else:
            shutil.copyfile(file, target)
    head = "Địa chỉ cũ: /default.aspx?ItemID=9418, /tin-cu/du-thu/\nTừ khóa: một, hai\nCập nhật: 2023-02-01"
    site.tell("du-thu", "Mọi thứ một bài có thể có: 8 tập thể", body=EVERYTHING, head=head)
    site.paint("content/tin-tuc/2023/du-thu/anh.jpg", size=(400, 300))
    site.tell("khong-anh", "Bài không có ảnh", body="Một đoạn văn ngắn.\n\n" * 20)
    site.build(NEWSROOM_NOW="2026-11-24")
    return site.output


def addresses(output: Path) -> list[str]:
    """Root-relative addresses of every page."""
    files = sorted(output.rglob("*.html"))
    return [f"/{file.relative_to(output).as_posix()}".removesuffix("index.html") for file in files]


def file_of(output: Path, address: str) -> Path:
    """The file with which an address is answered, whether it is there or not."""
    path = output / unquote(address.lstrip("/"))
    return path / "index.html" if address.endswith("/") else path


def kinds(output: Path) -> list[str]:
    """Pages each of which shows some element that none before it showed: all there is, seen once."""
    found: list[str] = []
    seen: set[tuple[str, str]] = set()
    every = addresses(output)
    for address in sorted(every, key=lambda address: (address != "/", address.count("/") < 4, address)):
        html = file_of(output, address).read_text(encoding="utf-8")
        shown = set(re.findall(r"<(\w+)(?:[^>]*? class=\"([^\"]*)\")?", html.partition("<body>")[2]))
        if shown - seen and 'http-equiv="refresh"' not in html:
            found.append(address)
            seen |= shown
    return found
