"""Draw the photos of the sample content again: ``python tools/draw_photos.py [file name ...]``.

Without arguments every photo of ``content/tin-tuc/`` is drawn, else only those whose
file name is given.  Needs Pillow alone; the same Pillow writes the same bytes.

Two files beside the stories were made once and by hand, each in a virtual environment
of its own, since the site itself needs neither library:

- ``ma-qr.png`` with segno 1.6.6: ``segno.make(text, error="m", micro=False).save(
  "ma-qr.png", scale=10, border=4, dark="#201c17", light="#faf6ee")``, the text being
  “Mã này chỉ để minh họa, không dùng để chuyển tiền.”
- ``danh-sach-giay-khen.pdf`` with reportlab 5.1: one table in DejaVu Serif.
"""

from __future__ import annotations

import sys
from pathlib import Path

from drawing.album import ALBUM
from drawing.prints import save

STORIES = Path(__file__).resolve().parent.parent / "content" / "tin-tuc"


def main(names: list[str]) -> int:
    """Draw the named photos, or all of them; 2 when a name is not in the album."""
    wanted = [p for p in ALBUM if not names or Path(p.path).name in names]
    if names and len(wanted) != len(set(names)):
        return 2
    for picture in wanted:
        image = picture.paint(picture.size[0]).finish(picture.seed, picture.grain, picture.vignette)
        save(image, picture, STORIES / picture.path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
