"""PLAN → what of it must be looked at: bundles that are made from what they were made from stand as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from newsroom.engine.derivatives import is_picture
from newsroom.engine.outputs import list_paths
from newsroom.engine.prints import print_text
from newsroom.engine.survey import list_folders
from newsroom.errors import SiteFault
from newsroom.views import Bundle, Output

Known = tuple[str, tuple[str, ...]]
"""What the ledger remembers of a bundle: fingerprint of what it was made from, and its outputs' paths."""

LOOSE = ""
"""Name under which outputs that are in no bundle are remembered."""

INDEX = "?"
"""Name under which the files of the search index are."""


@dataclass(frozen=True)
class Opening:
    """The outputs of a plan, as far as they must be looked at.

    Attributes:
        outputs: those outside bundles, and those of bundles that do not stand.
        opened: name of each bundle that does not stand, and of :data:`LOOSE` → what to remember of it.
        closed: name of each bundle of the last build that does not stand → its paths.
        kept: paths that stand.
    """

    outputs: tuple[Output, ...]
    opened: Mapping[str, Known]
    closed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    @cached_property
    def wanted(self) -> frozenset[str]:
        """Paths that are looked at."""
        return frozenset(chain.from_iterable(paths for _, paths in self.opened.values()))

    @cached_property
    def removed(self) -> tuple[str, ...]:
        """Paths of the last build that this one has no output for."""
        before = dict.fromkeys(chain.from_iterable(self.closed.values()))
        left = [path for path in before if path not in self.wanted]
        return tuple(path for path in left if path not in self.kept) if left else ()


def open_all(planned: Iterable[Output | Bundle], known: Mapping[str, Known]) -> Opening:
    """Look at everything."""
    return open_bundles(planned, known, lambda name, made_from: False)


def open_changed(planned: Iterable[Output | Bundle], known: Mapping[str, Known], suspects: frozenset[str]) -> Opening:
    """Look at what may have changed.

    Args:
        known: name → what is remembered of each bundle of the last build.
        suspects: paths of outputs that are not as they were left: their bundles do not stand.
    """
    planned = tuple(planned)

    def stands(name: str, made_from: str) -> bool:
        remembered = known.get(name)
        return remembered is not None and remembered[0] == made_from and suspects.isdisjoint(remembered[1])

    opening = open_bundles(planned, known, stands)
    return open_all(planned, known) if _may_collide(opening) else opening


def open_bundles(
    planned: Iterable[Output | Bundle], known: Mapping[str, Known], stands: Callable[[str, str], bool]
) -> Opening:
    """Look at bundles for which ``stands`` (asked with a name and what it is made from) says no.

    Raises:
        SiteFault: two bundles have one name.
    """
    outputs: list[Output] = []
    opened: dict[str, Known] = {}
    standing: set[str] = set()
    loose: list[str] = []
    names = {LOOSE, INDEX}
    for each in planned:
        if not isinstance(each, Bundle):
            outputs.append(each)
            loose += list_paths(each)
            continue
        if each.name in names:
            raise SiteFault(f"Hai nhóm trang cùng mang tên {each.name!r}.", "Hãy sửa phần mở rộng đặt ra chúng.")
        names.add(each.name)
        made_from = print_text(each.made_from)
        if stands(each.name, made_from):
            standing.add(each.name)
        else:
            found = tuple(each.plan())
            outputs += found
            opened[each.name] = (made_from, tuple(chain.from_iterable(map(list_paths, found))))
    opened[LOOSE] = ("", tuple(loose))
    closed = {name: paths for name, (_, paths) in known.items() if name not in standing}
    return Opening(tuple(outputs), opened, closed, frozenset(chain.from_iterable(known[name][1] for name in standing)))


def open_again(
    planned: Iterable[Output | Bundle], find: Callable[[str], Known], paths: Iterable[str]
) -> Opening | None:
    """Look at the few plans that may have changed since a build all of which stands.

    Args:
        find: what is remembered of a bundle.
        paths: of every output of that build.

    Returns:
        None where there would be other paths than there were: then all must be planned.
    """
    planned = tuple(planned)
    known = {name: find(name) for name in (INDEX, *(each.name for each in planned if isinstance(each, Bundle)))}
    opening = open_bundles(planned, known, lambda name, made_from: made_from == known[name][0])
    opened = {name: told for name, told in opening.opened.items() if name != LOOSE}
    indexed = known[INDEX][1]
    kept = frozenset(paths).difference(indexed)
    if any(told[1] != known[name][1] for name, told in opened.items()):
        return None
    if not kept.issuperset(chain.from_iterable(map(list_paths, opening.outputs))):
        return None
    return Opening(opening.outputs, opened, {INDEX: indexed}, kept)


def _may_collide(opening: Opening) -> bool:
    """Whether a path that is new in its bundle may be, or lie under, or be above, one of a bundle that stands."""
    fresh = list(_list_new(opening))
    if not fresh or not opening.kept:
        return False
    kept = {path.casefold() for path in opening.kept}
    folders = list_folders(kept)
    return any(path in kept or path in folders or not kept.isdisjoint(list_folders((path,))) for path in fresh)


def _list_new(opening: Opening) -> Iterator[str]:
    for name, (_, paths) in opening.opened.items():
        before = frozenset(opening.closed.get(name, ()))
        for path in paths:
            # Two stories may share a picture: its name is that of its bytes.
            if path not in before and not (is_picture(path) and path in opening.kept):
                yield path.casefold()
