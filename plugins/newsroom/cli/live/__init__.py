"""The preview while it runs: the disk on one side, open pages on the other.

::

    disk ── watching ► changes ── preview ► Outcome ── board ► server ► open pages
                                                       findings ──┘

Everything here lives only as long as ``newsroom serve``.  What the browser gets
in addition to the site (:mod:`newsroom.cli.live.scripts`) is added to answers on
their way out and stands in no file of the output.
"""
