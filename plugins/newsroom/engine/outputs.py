"""NEWS → OUTPUTS: what a build writes, gathered from every plan, and refused where two collide."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from functools import partial
from pathlib import Path

from newsroom.engine.lengths import UNBOUNDED, is_too_long, name_too_long
from newsroom.engine.offers import Plan
from newsroom.engine.styles import read_style
from newsroom.engine.survey import list_folders
from newsroom.errors import SiteFault
from newsroom.junk import is_junk
from newsroom.model import News
from newsroom.settings import Settings
from newsroom.views import Bundle, BytesOutput, CopyOutput, Output, PictureOutput, TemplateOutput

_SEGMENT = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
"""A name that every file system and every web server takes as it is (RFC 3986, unreserved)."""


Plans = tuple[Output | Bundle, ...]
"""All that a build publishes."""


def plan_outputs(plans: Iterable[Plan], news: News, settings: Settings) -> Plans:
    """Everything this build publishes, in the order of its plans; nothing is rendered yet."""
    planned = [output for plan in plans for output in plan(news, settings)]
    return (*planned, *plan_theme(settings.theme))


def plan_theme(theme: Path) -> Iterator[BytesOutput]:
    """``theme/static/**`` as ``/theme/**``, in the order of names; style sheets with their layers in them."""
    folder = theme / "static"
    for file in sorted(folder.rglob("*")):
        inside = file.relative_to(folder)
        if not any(map(is_junk, inside.parts)) and file.is_file() and not file.is_symlink():
            read = partial(read_style, file, theme) if file.suffix == ".css" else partial(Path.read_bytes, file)
            yield BytesOutput(f"theme/{inside.as_posix()}", read)


def check_outputs(
    outputs: Iterable[Output], known: Container[str] = frozenset(), room: int = UNBOUNDED
) -> list[SiteFault]:
    """Paths that leave the output folder, cannot be an address or are too long, and paths claimed twice.

    Args:
        known: paths that were found sound before.
        room: how many characters a path may have, see :mod:`newsroom.engine.lengths`.
    """
    faults = []
    claims: dict[str, Output] = {}
    for output in outputs:
        for path in list_paths(output):
            if path not in known and not _is_safe(path):
                faults.append(SiteFault(f"Đường dẫn {path!r} ({_name(output)}) không dùng làm địa chỉ được.", _ASK))
            other = claims.setdefault(path.casefold(), output)
            if other is not output and not _is_same_picture(other, output):
                faults.append(SiteFault(f"Hai nguồn cùng ghi vào {path}: {_name(other)} và {_name(output)}.", _ASK))
    for path in sorted(claims.keys() & list_folders(claims) - {""}):
        inside = min(claim for claim in claims if claim.startswith(f"{path}/"))
        faults.append(SiteFault(f"{path} vừa là tệp vừa là thư mục của {inside}.", _ASK))
    if room < UNBOUNDED:
        faults += name_too_long([_tell_length(path, claims[path]) for path in claims if is_too_long(path, room)], room)
    return faults


_ASK = "Hãy sửa phần mở rộng hoặc tệp giao diện tạo ra nó."


def list_paths(output: Output) -> list[str]:
    """Paths that an output writes, relative to the output folder."""
    if isinstance(output, PictureOutput):
        return [f"{output.path}/{derivative.name}" for derivative in output.picture.derivatives]
    return [output.path]


def _is_safe(path: str) -> bool:
    return all(_SEGMENT.fullmatch(segment) and not segment.endswith(".") for segment in path.split("/"))


def _is_same_picture(one: Output, other: Output) -> bool:
    # A derivative's name holds the digest of its original and recipe: the same name is the same file.
    return isinstance(one, PictureOutput) and isinstance(other, PictureOutput)


def _name(output: Output) -> str:
    if isinstance(output, TemplateOutput):
        if output.about:
            return f"bài {output.about}"
        return f"mẫu {output.template}.html"
    if isinstance(output, CopyOutput):
        return f"tệp {output.original}"
    if isinstance(output, PictureOutput):
        return f"ảnh {output.picture.original}" if output.picture.original else "ảnh giới thiệu bài do chương trình vẽ"
    return "một tệp do chương trình viết"


def _tell_length(path: str, output: Output) -> tuple[str, str, str]:
    """Path, origin, and what of it could be shorter."""
    drawn = isinstance(output, PictureOutput) and not output.picture.original
    if drawn or (isinstance(output, TemplateOutput) and output.about):
        return path, _name(output), "đặt tên thư mục bài, hoặc dòng “Slug:” ở đầu bài, ngắn hơn"
    return path, _name(output), "đặt tên tệp ngắn hơn"
