"""Hostile text: half of it and all of it, for every construct; linear work takes about twice as long.

    python benchmarks/hostile.py [--bytes N] [names …]

Prints CPU seconds of reading (cleaning and parsing) and of rendering, each with its ratio to half the text.
"""

from __future__ import annotations

import argparse
import time

from newsroom.markup.document import parse_document
from newsroom.markup.render import render_document
from newsroom.text.cleaning import clean

FRAGMENTS = {
    "photo sign": "![",
    "photo open": "![](",
    "photo line": "![](a.jpg)\n",
    "photos apart": "![](a.jpg)\n\n",
    "caption": "Ảnh: a\n",
    "caption between photos": "![](a.jpg)\n\nẢnh: b\n\n",
    "numbered caption": "![](a.jpg)\n\nẢnh 1: b\n\n",
    "credit": "(Ảnh: ",
    "link": "[a](",
    "bracket": "[",
    "stars": "** ",
    "underscores": "_a",
    "backticks": "`",
    "angle": "<a ",
    "comment open": "<!--",
    "comment": "<!-- -->\n",
    "task": "1/ a\n",
    "doubtful task": "1/ 2 a\n",
    "point": "a) b\n",
    "roman": "I. A\n",
    "bullet": "- a\n",
    "check box": "- [ ",
    "quote": "> a\n",
    "quote signs": ">",
    "label": "* a:\n",
    "article": "Điều 1. a\n",
    "capitals": "ABC DEF\n\n",
    "columns": "Nơi nhận:     TM. BAN\n",
    "sign-off": "                    Hà Vy\n\n",
    "byline": "Tin: Hà Vy\n\n",
    "tabs": "a\tb\n",
    "pipes": "|a|b|\n",
    "rule": "---\n",
    "heading": "# ",
    "spaces": " ",
    "address": "http://a",
    "code number": "12/QĐ-A ",
    "account": "0000 ",
    "footnote": "[^1]: a\n",
    "fence": "```\n",
    "wrapped line": "a " * 35 + "\n",
}
"""Construct → what is repeated."""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bytes", type=int, default=1_000_000)
    parser.add_argument("names", nargs="*", default=list(FRAGMENTS))
    asked = parser.parse_args()
    for name in asked.names:
        half, whole = (measure(FRAGMENTS[name], size) for size in (asked.bytes // 2, asked.bytes))
        read, render = (f"{b:6.2f} s ({b / max(a, 0.01):4.1f}×)" for a, b in zip(half, whole, strict=True))
        print(f"{name:24} read {read}   render {render}", flush=True)


def measure(fragment: str, size: int) -> tuple[float, float]:
    """CPU seconds of reading and of rendering so many bytes of a fragment."""
    raw = (fragment * (size // len(fragment.encode()) + 1)).encode()
    before = time.process_time()
    lines = clean(raw).lines
    document = parse_document([(i + 1, line) for i, line in enumerate(lines)])
    between = time.process_time()
    render_document(document)
    return between - before, time.process_time() - between


if __name__ == "__main__":
    main()
