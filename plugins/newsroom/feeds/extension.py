"""What feedgen 1.0.0 loses or has no words for, added through its extension interface.

- Links of Atom entries lose ``rel``, ``type`` and ``length`` (feedgen's issue 135).
- Without a description, an RSS item's full text is put into ``description``.
- RSS items cannot say when they were updated; Atom's element can.
- There is no ``xml-stylesheet``, no ``fh:archive`` (RFC 5005), no ``at:deleted-entry`` (RFC 6721).
- An RSS channel shows no link to a hub (WebSub).

feedgen builds its Atom elements without a namespace and declares the default
one as a plain attribute of the root; elements made here follow it.
"""

from __future__ import annotations

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml import etree

from newsroom.feeds.channel import STYLE, Channel
from newsroom.feeds.entries import Entry

NAME = "newsroom"
"""Under this name the extensions hang at feedgen's feed and at each of its entries."""

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_HISTORY = "http://purl.org/syndication/history/1.0"
_TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"


class ChannelExtension(BaseExtension):  # type: ignore[misc]
    """A style for humans, the mark of an archive document, and tombstones.

    Attributes:
        channel: set before the feed is written.
    """

    channel: Channel

    def extend_ns(self) -> dict[str, str]:
        """Namespaces to declare at the root (called by feedgen)."""
        archived = {"fh": _HISTORY} if self._is_closed else {}
        return archived | ({"at": _TOMBSTONES} if self.channel.graves else {})

    def extend_rss(self, feed: etree._Element) -> etree._Element:
        """Complete the root of an RSS feed (called by feedgen)."""
        if self.channel.hub:
            etree.SubElement(feed[0], f"{{{_ATOM}}}link", href=self.channel.hub, rel="hub")
        return _add_style(feed)

    def extend_atom(self, feed: etree._Element) -> etree._Element:
        """Complete the root of an Atom feed (called by feedgen)."""
        if self._is_closed:
            etree.SubElement(feed, f"{{{_HISTORY}}}archive")
        for grave in self.channel.graves:
            etree.SubElement(feed, f"{{{_TOMBSTONES}}}deleted-entry", ref=grave.ref, when=grave.when.isoformat())
        return _add_style(feed)

    @property
    def _is_closed(self) -> bool:
        return self.channel.archive is not None and self.channel.archive.closed


class EntryExtension(BaseEntryExtension):  # type: ignore[misc]
    """Full text and update in elements of their own (RSS), links with all their attributes (Atom).

    Attributes:
        entry: set before the feed is written.
    """

    entry: Entry

    def extend_rss(self, item: etree._Element) -> etree._Element:
        """Complete an item (called by feedgen)."""
        etree.SubElement(item, f"{{{_ATOM}}}updated").text = self.entry.updated.isoformat()
        etree.SubElement(item, f"{{{_CONTENT}}}encoded").text = self.entry.content
        return item

    def extend_atom(self, element: etree._Element) -> etree._Element:
        """Complete an entry (called by feedgen)."""
        etree.SubElement(element, "link", rel="alternate", type="text/html", href=self.entry.address)
        photo = self.entry.photo
        if photo:
            etree.SubElement(
                element, "link", rel="enclosure", type=photo.type, length=str(photo.length), href=photo.address
            )
        return element


def _add_style(root: etree._Element) -> etree._Element:
    root.addprevious(etree.ProcessingInstruction("xml-stylesheet", f'type="text/css" href="{STYLE}"'))
    return root
