"""Vietnamese text: cleaning at the door, slugs, folding, dates, sorting, syllables.

Doors: :func:`cleaning.clean`, :func:`slugs.slugify`, :func:`folding.fold`,
:func:`dates.parse_date`, :func:`collation.collation_key`,
:func:`syllables.why_misplaced`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsroom.doors import open_doors

if TYPE_CHECKING:
    from newsroom.text.cleaning import Source, clean, fold_spaces
    from newsroom.text.collation import collation_key
    from newsroom.text.dates import ZONE, DateFault, parse_date, write_date, write_day, write_long_date, write_month
    from newsroom.text.folding import case_key, fold, same_words
    from newsroom.text.slugs import slugify, slugify_file
    from newsroom.text.syllables import why_misplaced

__all__ = [
    "ZONE",
    "DateFault",
    "Source",
    "case_key",
    "clean",
    "collation_key",
    "fold",
    "fold_spaces",
    "parse_date",
    "same_words",
    "slugify",
    "slugify_file",
    "why_misplaced",
    "write_date",
    "write_day",
    "write_long_date",
    "write_month",
]

__getattr__ = open_doors(
    __name__,
    {
        "cleaning": "Source clean fold_spaces",
        "collation": "collation_key",
        "dates": "ZONE DateFault parse_date write_date write_day write_long_date write_month",
        "folding": "case_key fold same_words",
        "slugs": "slugify slugify_file",
        "syllables": "why_misplaced",
    },
)
