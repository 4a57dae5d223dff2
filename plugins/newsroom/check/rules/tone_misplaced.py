"""tone-misplaced: dấu thanh hay dấu móc đặt sai chỗ.

Chỉ báo những chữ sai theo cả cách bỏ dấu cũ lẫn cách mới: “họat”, “qúy”,
“đựơc”, “đuợc”. “hòa” và “hoà”, “ủy” và “uỷ” đều đúng. Tên người, tên đất viết
thế nào là quyền của người mang tên, nên không báo.

Sai::

    Họat động nhân đạo năm qua được đẩy mạnh.

Báo: `Họat`, nên là `Hoạt`.

Đúng::

    Hoạt động nhân đạo năm qua được đẩy mạnh.
    Uỷ ban và Ủy ban, tổ hoà giải và tổ hòa giải đều đúng.
    Ông Nguyễn Văn Tòan ở xã Krông Nâu dự họp.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from newsroom.check.people import stands_in_name
from newsroom.check.prose import Prose, find_spans, parse_prose
from newsroom.check.wording import write_lines, write_times
from newsroom.model import Notice, Story
from newsroom.text.syllables import find_misplaced, why_misplaced

CODE = "tone-misplaced"


def check(story: Story) -> Iterator[Notice]:
    """One notice per distinct word, at its first place, with its count."""
    prose = parse_prose(story.lines)
    right = find_misplaced(prose.words)
    if not right:
        return
    for word, places in _find_places(prose, right.keys()).items():
        proposed = why_misplaced(word) or right[word.lower()]
        lines = [line for line, _ in places]
        yield Notice(
            CODE,
            "warning",
            places[0][0],
            f"“{word}” viết sai dấu{write_times(len(places))}.",
            f"Hãy sửa thành “{proposed}”{write_lines(lines)}.",
            column=places[0][1],
            found=word,
            proposed=proposed,
        )


def _find_places(prose: Prose, wrong: Container[str]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = {}
    for (start, end), word in zip(find_spans(prose.lowered), prose.words, strict=True):
        if word in wrong and not stands_in_name(prose.text, start, end):
            places.setdefault(prose.text[start:end], []).append(prose.place(start))
    return places
