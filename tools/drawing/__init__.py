"""The illustrated photos of the sample content: flat shapes, warm light, a little grain.

``geometry`` and ``colours`` are plain values; ``sheet`` is the only module that
touches pixels; ``heads`` and ``people`` draw figures, ``props``, ``rooms`` and
``outdoors`` what stands around them; each ``scenes_*`` module composes pictures;
``prints`` saves them the way phones and cameras do.
"""
