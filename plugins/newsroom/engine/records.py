"""SOURCE → RECORD: what the ledger remembers of one source, and whether it still holds.

A story is made from its own file and from the files beside it that it names.
What it could not find, or did not find exactly as typed, depends on which files
there are at all; so a record also holds the names around its source.
"""

from __future__ import annotations

import json

from newsroom.engine.claims import print_claims
from newsroom.engine.codec import write_day, write_json
from newsroom.engine.ledger import FIRST, Row, columns_of
from newsroom.engine.prints import digest_file, print_inputs
from newsroom.engine.scan import Source
from newsroom.engine.stamps import read_stamp
from newsroom.engine.surroundings import Surroundings, digest_beside, parse_needs
from newsroom.model import Story

Record = tuple[Row, Row]
"""A source's rows in the tables ``stories`` and ``details``."""

_PARTS = ("head", "pictures", "attachments", "notices", "facts", "beside")


def make_record(source: Source, story: Story, around: Surroundings) -> Record:
    """What the ledger keeps of a source that has just been read.

    Raises:
        OSError: a file that the story names has gone since it was read.
    """
    used = (*(p.original for _, p in story.pictures), *(a.original for _, a in story.attachments))
    digests = {name: digest_file(around.content / name) for name in used}
    digests |= {name: digest_beside(around.content / name) for name in story.beside if name not in digests}
    # A file saved meanwhile may not be what was read: nothing is known of it, so that the next build reads it again.
    digests = {name: own if around.stands(name) else "" for name, own in digests.items()}
    needs = [(name, *around.settled(around.stamp(name)), own) for name, own in digests.items()]
    own = _digest_own(source, around) if read_stamp(around.content / source.name) == source.stamp else ""
    parts = {part: write_json(getattr(story, part)) for part in _PARTS}
    files = (parts["pictures"], parts["attachments"], *(need[-1] for need in needs))
    standing = (
        *(source.name, *around.settled(source.stamp), own),
        around.around(source.name, wide=_depends_on_absent_files(story)),
        json.dumps(needs, ensure_ascii=False) if needs else "",
    )
    shown = (
        *(story.source, story.kind, story.slug, story.address, story.id),
        print_inputs((own, story.source, story.slug, story.address, story.id, *parts.values())),
        _print_card(story),
        print_inputs(files) if story.pictures or story.attachments else "",
        print_claims(story),
        story.facts_print,
        " ".join(sorted(story.traits)),
        "\n".join(story.leads),
        story.status,
        *map(write_day, (story.date, story.updated, story.expires)),
        *(story.category, "\n".join(story.tags)),
        *(parts["head"], parts["notices"]),
    )
    details = (source.name, *(parts[part] for part in columns_of("details")[1:]))
    return (*standing, *shown), details


def _digest_own(source: Source, around: Surroundings) -> str:
    """Digest of the source itself; empty for one that must not be opened, or cannot."""
    if source.fault:
        return ""
    try:
        return digest_file(around.content / source.name)
    except OSError:
        return ""


def _depends_on_absent_files(story: Story) -> bool:
    named = {photo for photo, _ in story.pictures} | {name for name, _ in story.attachments}
    return any("/" in name or "\\" in name or "%" in name for name in named) or any(
        notice.code.startswith(("photo-m", "photo-u", "photo-r", "attachment-", "link-", "sheet-"))
        for notice in story.notices
    )


def _print_card(story: Story) -> str:
    head, lead = story.head, story.lead_picture
    return print_inputs(
        (head.title, str(head.date), head.category, story.address, lead.digest + lead.original if lead else "")
    )


def is_mere_text(record: Record, before: Row) -> bool:
    """Whether a source that was read anew differs from its record in what its own page says, and in nothing else.

    Args:
        before: its row of ``stories``.
    """
    now = record[0]
    files, known = ([(name, own) for name, *_, own in parse_needs(row)] for row in (now, before))
    return files == known and now[6] == before[6] and _without_page(now) == _without_page(before)


def _without_page(row: Row) -> Row:
    return (*row[FIRST:_PAGE], *row[_PAGE + 1 :])


_PAGE = columns_of("stories").index("page_print")
