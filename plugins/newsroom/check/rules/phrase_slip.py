"""phrase-slip: chữ có thật nhưng dùng nhầm, như “kỷ năng” thay vì “kỹ năng”.

Máy soát chính tả không thấy lỗi này vì từng tiếng đều có nghĩa; vì vậy có danh
sách cụm từ ở tệp ``phrases.txt``, mỗi dòng một lỗi. Muốn thêm một lỗi hay hay
gặp ở cơ quan mình, thêm một dòng vào đó.

Sai::

    Lớp học bồi dưỡng kỷ năng sơ cấp cứu cho 40 người.

Báo: `kỷ năng`, nên là `kỹ năng`.

Đúng::

    Lớp học bồi dưỡng kỹ năng sơ cấp cứu cho 40 người.
    Thành tựu chung của cả nước; hồ sơ xuất khẩu; nâng lực lượng lên gấp đôi.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsroom.check.phrases import find_slips, has_slip
from newsroom.check.prose import find_spans, parse_prose
from newsroom.check.wording import write_lines, write_times
from newsroom.model import Notice, Story

CODE = "phrase-slip"


@dataclass(slots=True)
class _Seen:
    proposed: str
    places: list[tuple[int, int]] = field(default_factory=list)


def check(story: Story) -> Iterator[Notice]:
    """One notice per distinct slip as typed, at its first place, with its count."""
    prose = parse_prose(story.lines)
    if not has_slip(prose.words):
        return
    seen: dict[str, _Seen] = {}
    for start, end, proposed in find_slips(prose.text, prose.words, find_spans(prose.lowered)):
        found = " ".join(prose.text[start:end].split())
        seen.setdefault(found, _Seen(proposed)).places.append(prose.place(start))
    for found, slip in seen.items():
        line, column = slip.places[0]
        yield Notice(
            CODE,
            "warning",
            line,
            f"“{found}” có lẽ viết nhầm, đúng ra là “{slip.proposed}”{write_times(len(slip.places))}.",
            f"Hãy sửa thành “{slip.proposed}”{write_lines([at for at, _ in slip.places])}.",
            column=column,
            found=found,
            proposed=slip.proposed,
        )
