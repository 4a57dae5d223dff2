"""What a feed says about itself, before and around its entries."""

from __future__ import annotations

from dataclasses import astuple, dataclass
from datetime import datetime

from newsroom.views import Inputs

GENERATOR = "newsroom"
"""Without a version: a new release of the software must not change every feed."""

LANGUAGE = "vi"

STYLE = "/theme/css/feed.css"
"""For those who open a feed in a browser; CSS, because browsers are dropping XSLT."""

TTL = 60
"""Minutes a reader may wait before it asks again (RSS only)."""

SKIP_HOURS = (17, 18, 19, 20, 21)
"""Hours of Greenwich in which a reader need not ask (RSS only): midnight to five in Việt Nam."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One feed without its entries.

    Attributes:
        id: never changes, not even with the domain.
        title, description, author: plain text, never empty.
        site: absolute address of the site, without a final slash.
        page: root-relative address of the page whose stories the feed carries.
        path: root-relative address of the feed itself.
        updated: the latest change among its entries.
        archive: its place in the chain of yearly archives; only Atom shows it.
        graves: stories that readers should forget; only Atom shows them.
        hub: address of the WebSub hub that tells readers of a change, or empty.
    """

    id: str
    title: str
    description: str
    author: str
    site: str
    page: str
    path: str
    updated: datetime
    archive: Archive | None = None
    graves: tuple[Grave, ...] = ()
    hub: str = ""

    @property
    def home(self) -> str:
        """Absolute address of the page."""
        return self.site + self.page

    @property
    def address(self) -> str:
        """Absolute address of the feed."""
        return self.site + self.path

    @property
    def made_from(self) -> Inputs:
        """All that the feed says of itself, as plain values."""
        said = (self.id, self.title, self.description, self.author, self.site, self.page, self.path)
        graves = tuple((grave.ref, grave.when.isoformat()) for grave in self.graves)
        return (*said, self.updated.isoformat(), self.archive and astuple(self.archive), graves, self.hub)


@dataclass(frozen=True, slots=True)
class Archive:
    """Links of RFC 5005 §4; absolute addresses, empty where there is none.

    Attributes:
        closed: True for an archive document, False for the feed one subscribes to.
        current: the feed one subscribes to.
        previous: the archive before this document.
        following: the archive after it.
    """

    closed: bool
    current: str = ""
    previous: str = ""
    following: str = ""


@dataclass(frozen=True, slots=True)
class Grave:
    """A withdrawn story (RFC 6721): nothing of it but its id.

    Attributes:
        ref: the id its Atom entry had.
        when: the head's ``updated``, else its date; never the build time.
    """

    ref: str
    when: datetime
