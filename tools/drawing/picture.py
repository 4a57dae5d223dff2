"""A picture to be made: where it goes, how large, how it is stored, who draws it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from drawing.colours import Colour
from drawing.sheet import Sheet

LANDSCAPE = (2800, 2100)
PORTRAIT = (2100, 2800)


@dataclass(frozen=True, slots=True)
class Picture:
    """One photo of the sample content.

    Attributes:
        path: file name under ``content/tin-tuc/``.
        draw: paints the scene on a sheet with a seeded dice.
        size: final width and height in pixels, upright.
        across: the sheet's width in units; 1200 for a landscape, 900 for a portrait.
        paper: ground colour of the sheet.
        seed: of the dice and of the grain.
        orientation: EXIF orientation the file is stored with; 1 is upright.
        taken: ``YYYY:MM:DD HH:MM:SS``; a photo that has it also carries a phone's EXIF with GPS.
        quality: of the JPEG.
    """

    path: str
    draw: Callable[[Sheet, Random], None]
    size: tuple[int, int] = LANDSCAPE
    across: float = 1200
    paper: Colour = "#d9cbb2"
    seed: int = 1
    orientation: int = 1
    taken: str = ""
    quality: int = 74
    light: int = -1
    vignette: float = 0.2
    grain: float = 0.5

    def paint(self, width: int) -> Sheet:
        """The scene on a sheet ``width`` pixels wide."""
        sheet = Sheet((width, round(width * self.size[1] / self.size[0])), self.across, self.paper, self.light)
        self.draw(sheet, Random(self.seed))
        return sheet
