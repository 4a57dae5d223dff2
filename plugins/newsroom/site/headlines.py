"""Headlines whose numbers stay on one line with what they count.

Only markup is added, never a character (contract §4): a headline that is
copied is the headline as typed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from markupsafe import Markup, escape

_KEPT = re.compile(
    r"\b(?i:năm|tháng|tuần|ngày|quý|điều|số|thứ|đợt|lần|khóa|khoá) (?:\d[\d/.-]*|[IVXLC]+\b)"  # năm 2023, số 1, quý II
    r"|(?<![\w/.,-])\d[\d.,]*(?: [^\W\d_]+){1,2}"  # 10 nhiệm vụ, 1.240 suất quà
)

LONGEST_KEPT = 22
"""Characters kept on one line; more would not fit beside a thumb on a small phone."""


@lru_cache(maxsize=256)
def render_headline(title: str) -> Markup:
    """The title as HTML, each number and its noun in a ``span.nowrap``.

    >>> print(render_headline("Trao 40 suất quà"))
    Trao <span class="nowrap">40 suất quà</span>
    """
    parts: list[Markup] = []
    end = 0
    for found in _KEPT.finditer(title):
        if len(found[0]) <= LONGEST_KEPT:
            parts += [escape(title[end : found.start()]), Markup('<span class="nowrap">{}</span>').format(found[0])]
            end = found.end()
    return Markup("").join([*parts, escape(title[end:])])
