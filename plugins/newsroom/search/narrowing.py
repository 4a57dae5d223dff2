"""Which year and category each page of an index belongs to: what a search can be narrowed to.

Pagefind has filters of its own, but writes them in another order each time,
under other names.  The same index must give the same bytes, so this table takes
their place; it is fetched when a reader first narrows a search.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

_STORY = re.compile(r"tin-tuc/(\d{4})/")
_SIGNATURE = b"pagefind_dcd"


def write_table(index: Path, categories: Mapping[str, str]) -> str:
    """JSON: year → category's address → names of the fragments by which Pagefind knows its pages.

    Args:
        index: folder that Pagefind has written.
        categories: page → address of its category; empty where it has none.
    """
    table: dict[str, dict[str, list[str]]] = {}
    for page, name in sorted(_read_fragments(index)):
        if story := _STORY.match(page):
            table.setdefault(story[1], {}).setdefault(categories[page], []).append(name)
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + "\n"


def _read_fragments(index: Path) -> Iterator[tuple[str, str]]:
    for file in (index / "fragment").glob("*.pf_fragment"):
        fragment = json.loads(gzip.decompress(file.read_bytes()).removeprefix(_SIGNATURE))
        yield f"{fragment['url'].lstrip('/')}index.html", file.stem
