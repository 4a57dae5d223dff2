"""A PAGE → WHAT PAGEFIND READS OF IT: the article that asks to be found, its đ spelled so that it folds.

Pagefind takes the marks off every letter that Unicode composes from a letter and
a mark, in the index and in the query alike.  It knows no such thing of đ, which
is a letter of its own.  So the index spells đ as ḓ, "d with a circumflex below":
that one does fold to d, still counts as the better match where the reader types
it, and no Vietnamese text has it.  ``theme/static/js/search.js`` spells queries
the same way and turns ḓ back into đ in all that it shows.
"""

from __future__ import annotations

import re

_WANTED = re.compile(r"<article\b[^>]* data-pagefind-body")
_END = "</article>"
_SPELLED = str.maketrans("đĐ", "ḓḒ")
_DAY = re.compile(r'<time class="dt-published" datetime="(\d{4}-\d\d-\d\d)')
_CATEGORY = re.compile(r'<a class="p-category" href="([^"]+)" data-pagefind-meta="muc">')


def extract_page(html: str) -> str | None:
    """A page for Pagefind, made of the article that is to be found; None when the page asks for nothing.

    >>> extract_page('<p>Đ</p><article data-pagefind-body>đỏ</article>')
    '<!doctype html><html lang="vi"><article data-pagefind-body>ḓỏ</article></html>'
    """
    found = _WANTED.search(html)
    if found is None:
        return None
    end = html.index(_END, found.start()) + len(_END)
    return f'<!doctype html><html lang="vi">{html[found.start() : end].translate(_SPELLED)}</html>'


def find_category(page: str) -> str:
    """Address of the category that an extracted page belongs to; empty when it has none."""
    found = _CATEGORY.search(page)
    return found[1] if found else ""


def find_day(page: str) -> str:
    """Day of the story on an extracted page, ``2023-01-06``; empty for a page that is no story's."""
    found = _DAY.search(page)
    return found[1] if found else ""
