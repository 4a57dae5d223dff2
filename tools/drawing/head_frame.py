"""Where the parts of a head are: the frame that faces, hair and hats are drawn in."""

from __future__ import annotations

from collections.abc import Sequence

from drawing.colours import Colour
from drawing.geometry import Point, Shape, ellipse, path, rotate, spline, stroke
from drawing.look import Look
from drawing.sheet import Sheet

FRONT = path("0,.5 .25,.43 .365,.16 .355,-.1 .28,-.33 .12,-.485 -.12,-.485 -.28,-.33 -.355,-.1 -.365,.16 -.25,.43")
PROFILE = path(
    "0,.5 .25,.4 .355,.16 .36,.04 .47,-.1 .375,-.16 .385,-.26 .36,-.33 .33,-.46 .2,-.49 "
    ".02,-.38 -.12,-.28 -.32,-.2 -.4,.1 -.28,.4"
)


class HeadFrame:
    """A head of height ``u`` about ``centre``; ``turn`` -2…2 from left to right profile, 9 from behind."""

    def __init__(self, sheet: Sheet, centre: Point, u: float, look: Look, turn: int = 0, tilt: float = 0.0) -> None:
        self.sheet, self.centre, self.u, self.look, self.turn, self.tilt = sheet, centre, u, look, turn, tilt
        self.side = -1 if turn < 0 else 1
        self.profile = abs(turn) == 2

    def at(self, x: float, y: float) -> Point:
        """A point of the head (x towards the face when turned, y up) on the sheet."""
        px, py = rotate((x * self.side * self.u, -y * self.u), self.tilt)
        return self.centre[0] + px, self.centre[1] + py

    def curve(self, points: Sequence[Point] | str) -> Shape:
        """A smooth outline through points of the head."""
        return [spline(self.points(points))]

    def points(self, points: Sequence[Point] | str) -> list[Point]:
        """Points of the head on the sheet."""
        return [self.at(*p) for p in (path(points) if isinstance(points, str) else points)]

    def oval(self, x: float, y: float, rx: float, ry: float) -> Shape:
        """An ellipse that tilts with the head."""
        cx, cy = self.at(x, y)
        return ellipse(cx, cy, rx * self.u, ry * self.u, self.tilt)

    def line(self, points: Sequence[Point] | str, width: float, colour: Colour) -> None:
        """Draw a soft line through points of the head."""
        soft = spline(path(points) if isinstance(points, str) else points, closed=False, steps=5)
        self.sheet.paint(stroke(self.points(soft), width * self.u), colour)
