"""A newsroom for Red Cross chapters, as small Pelican plugins.

The data flows one way, and so do the imports::

    content/*.md ── text ──► clean lines
                 ── markup ► Story(head, Document)         the document is the bus
                 ── photos ► Picture (planned names, widths, heights)
    News (every story) ── feeds, site, check ► Output(path, template, view) and Notice
    Output ── engine ► bytes, staged aside, then switched in as one
                 ── cli ───► the office's commands
"""
