"""The search index joins the stage, so that pages and index are switched in as one."""

from __future__ import annotations

from dataclasses import replace

from newsroom.engine.commit import Change
from newsroom.engine.making import Made
from newsroom.engine.offers import Offers
from newsroom.engine.prints import digest_file
from newsroom.engine.reporter import Reporter
from newsroom.engine.stage import Stage
from newsroom.engine.workshop import Workshop
from newsroom.errors import SiteFault


def add_index(change: Change, stage: Stage, workshop: Workshop, offers: Offers, reporter: Reporter) -> Change:
    """Index the pages of the stage, which must be whole, and add the index to it.

    Raises:
        SiteFault: the search plugin is missing, or fails.
        OSError: the stage cannot be read or written.
    """
    if offers.make_index is None:
        raise SiteFault(
            "PLUGINS thiếu newsroom.search nên không lập được chỉ mục tìm kiếm.", "Hãy thêm vào tệp cài đặt."
        )
    made = []
    with reporter.track("Lập chỉ mục tìm kiếm") as progress:
        for path, file in offers.make_index(stage.folder, workshop.index, progress):
            made.append(Made(path, digest_file(file), stage.copy(path, file)))
    stage.fill(file.path for file in made if not file.added)
    indexed = tuple(file.path for file in made)
    return replace(
        change,
        made=(*change.made, *made),
        paths=change.paths.union(indexed),
        removed=tuple(path for path in change.removed if path not in frozenset(indexed)),
        indexed=indexed,
    )
