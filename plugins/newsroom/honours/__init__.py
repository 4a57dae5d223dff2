"""HONOURED PEOPLE: whose names may be shown, which awards are one person's, and the roll of every year.

Whatever shows awards outside the text that a clerk typed (the roll, its downloads,
feeds, captions made from a list) takes them from :func:`shown_awards`, so that a
name which is hidden or withdrawn is so everywhere.  Names are personal data under
Law 91/2025/QH15; a person may ask to be taken out.
"""

from __future__ import annotations

from newsroom.honours.names import (
    NameEntry,
    find_mentions,
    hides_names,
    identify,
    is_withdrawn,
    parse_withdrawn,
    shown_awards,
    write_initials,
)
from newsroom.honours.roll import (
    HONOURS,
    Honour,
    HonourForm,
    HonourGroup,
    HonourList,
    HonourYear,
    group_forms,
    group_honour_years,
)

__all__ = [
    "HONOURS",
    "Honour",
    "HonourForm",
    "HonourGroup",
    "HonourList",
    "HonourYear",
    "NameEntry",
    "find_mentions",
    "group_forms",
    "group_honour_years",
    "hides_names",
    "identify",
    "is_withdrawn",
    "parse_withdrawn",
    "shown_awards",
    "write_initials",
]
