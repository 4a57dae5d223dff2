"""A finished output folder → the files of its search index."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from newsroom.errors import SiteFault
from newsroom.held import insist
from newsroom.search.extract import extract_page, find_category, find_day
from newsroom.search.narrowing import write_table
from newsroom.search.parts import Page, Part, plan_parts

PARTS, TABLE = "parts.json", "narrow.json"
"""What the search page reads first: which parts there are; and what it narrows a search by, in each part."""

_SHARED = ("pagefind.js", "pagefind-worker.js", "wasm.unknown.pagefind")
"""What every part needs once: it is published beside the newest."""

_OWN = ("pagefind-entry.json", "*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment")
"""What each part holds of its own.  The rest of what Pagefind writes is its screen elements, which we do not use."""


def make_index(site: Path, bench: Path, progress: Callable[[int, int], None]) -> Iterator[tuple[str, Path]]:
    """Make the search index of a site, part by part.

    Args:
        site: folder of the finished site; it is only read.
        bench: folder to work in; whatever it holds is lost.
        progress: told (pages indexed, pages in all).

    Yields:
        Where to publish a file, relative to the output folder, and the file; it is gone when the next is asked for.

    Raises:
        SiteFault: Pagefind is not installed, or fails.
        OSError: a folder cannot be read or written.
    """
    program = _find_program()
    # Pagefind refuses a site without pages; the search page says that there is no index.
    pages = list(_list_pages(site))
    parts = plan_parts(pages) if pages else ()
    total, done = sum(len(part.pages) for part in parts), 0
    for part in parts:
        _clear(bench)
        categories = _extract(part, site, bench / "pages")
        _run(program, bench)
        for name in _list_bundle(bench / "index", shared=part is parts[0]):
            yield f"{part.folder}/{name}", bench / "index" / name
        yield f"{part.folder}/{TABLE}", _write(bench / TABLE, write_table(bench / "index", categories))
        done += len(part.pages)
        progress(done, total)
    bench.mkdir(parents=True, exist_ok=True)
    yield f"pagefind/{PARTS}", _write(bench / PARTS, _write_parts(parts))
    shutil.rmtree(bench, ignore_errors=True)


def _clear(bench: Path) -> None:
    """Nothing of another part may stay: it would be published with this one."""
    with suppress(FileNotFoundError):
        insist(lambda: shutil.rmtree(bench))


def _find_program() -> Path:
    """Pagefind's own program; it is imported here since only a build with an index needs it installed."""
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError) as error:
        fault = "Máy này chưa có Pagefind, chương trình lập chỉ mục tìm kiếm."
        raise SiteFault(
            fault, "Hãy dựng bằng make index hoặc make publish, hoặc cài bằng pip install pagefind-bin."
        ) from error


def _list_pages(site: Path) -> Iterator[Page]:
    for file in sorted(site.rglob("index.html")):
        if page := extract_page(file.read_text(encoding="utf-8")):
            yield find_day(page), file.relative_to(site).as_posix()


def _extract(part: Part, site: Path, folder: Path) -> dict[str, str]:
    """Write what Pagefind shall read; gives the address of each page's category."""
    folder.mkdir(parents=True)
    categories = {}
    for page in part.pages:
        place = folder / page
        place.parent.mkdir(parents=True, exist_ok=True)
        text = extract_page((site / page).read_text(encoding="utf-8")) or ""
        categories[page] = find_category(text)
        _write(place, text)
    return categories


def _write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8", newline="\n")
    return file


def _run(program: Path, bench: Path) -> None:
    command = [str(program), "--site", "pages", "--output-path", "index", "--force-language", "vi", "--silent"]
    # Neither a settings file of the current folder nor the environment may change the index.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND")}
    done = subprocess.run(
        command, cwd=bench, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        fault = f"Pagefind không lập được chỉ mục tìm kiếm ({said[-1] if said else f'mã {done.returncode}'})."
        raise SiteFault(fault, "Hãy cài lại Pagefind, hoặc đặt NEWSROOM_INDEX = False để xuất bản không có chỉ mục.")


def _list_bundle(folder: Path, *, shared: bool) -> Iterator[str]:
    for pattern in (*_OWN, *(_SHARED if shared else ())):
        yield from sorted(file.relative_to(folder).as_posix() for file in folder.glob(pattern))


def _write_parts(parts: tuple[Part, ...]) -> str:
    """Newest part first: where it stands and the day it reaches back to."""
    return json.dumps([{"at": f"/{part.folder}/", "first": part.first} for part in parts], indent=0) + "\n"
