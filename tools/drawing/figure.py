"""Where the parts of a body are: joints, trunk, hands and feet of a posed figure."""

from __future__ import annotations

import math
from collections.abc import Sequence

from drawing.geometry import Point, Shape, bend, path, rotate, spline
from drawing.look import Look
from drawing.sheet import Sheet

TALL = 7.15
"""A grown figure's height in head heights."""
THIGH, SHIN = 1.85, 1.75
_UPPER, _FORE = 1.28, 1.16

Two = tuple[Point | None, Point | None]


class Figure:
    """A figure with its hip joint at ``hip`` and heads ``u`` units high.

    ``turn`` is -2…2 from left to right profile, 9 from behind.  Hands and feet are
    points of the sheet: for a front view left and right as seen, for a turned one
    the far and the near limb.  None lets a limb hang or stand as it likes.
    """

    def __init__(
        self,
        sheet: Sheet,
        look: Look,
        hip: Point,
        u: float,
        *,
        turn: int = 0,
        lean: float = 0.0,
        tilt: float = 0.0,
        hands: Two = (None, None),
        feet: Two = (None, None),
        elbows: tuple[float, float] | None = None,
        legs: bool = True,
        seated: bool = False,
    ) -> None:
        self.sheet, self.look, self.hip, self.u = sheet, look, hip, u
        self.turn, self.lean, self.tilt = turn, lean, tilt
        self.profile = abs(turn) == 2
        self.turned = turn not in (0, 9)
        self.side = -1 if turn < 0 else 1
        self.legs, self.seated = legs, seated
        self.shoulders = self._shoulders()
        self.hands = tuple(h if h is not None else self._hanging(i) for i, h in enumerate(hands))
        self.feet = tuple(f if f is not None else self._standing(i) for i, f in enumerate(feet))
        bends = elbows or ((float(self.side), float(self.side)) if self.turned else (1.0, -1.0))
        self.elbows = tuple(self._elbow(s, h, b) for s, h, b in zip(self.shoulders, self.hands, bends, strict=True))

    def at(self, x: float, y: float) -> Point:
        """A point of the trunk: heads to the right (towards the face when turned) and up from the hip."""
        px, py = rotate((x * self.side * self.u, -y * self.u), self.lean)
        return self.hip[0] + px, self.hip[1] + py

    def mid(self, y: float) -> Point:
        """A point of the line down the middle of the front."""
        return self.at(0.16 if abs(self.turn) == 1 else 0.0, y)

    def points(self, points: Sequence[Point] | str) -> list[Point]:
        """Points of the trunk on the sheet."""
        return [self.at(*p) for p in (path(points) if isinstance(points, str) else points)]

    def curve(self, points: Sequence[Point] | str) -> Shape:
        """A smooth outline through points of the trunk."""
        return [spline(self.points(points))]

    def centre_of_head(self) -> Point:
        """Where the head's middle is."""
        return self.at(0.12 if self.profile else 0.0, 2.86)

    def knee(self, i: int, root: Point) -> Point:
        """The knee of one leg."""
        side = -self.side if self.turned else (0.02, -0.02)[i]
        return bend(root, self.feet[i], THIGH * self.u, SHIN * self.u, side)

    def trunk(self, wide: float = 1.0, hem: float = -0.32) -> list[Point]:
        """The trunk's outline in heads, from the neck clockwise; the hem stands between the two halves."""
        b = self.look.build * wide
        if self.profile:
            belly = 0.4 if self.look.woman else 0.44
            front = [(0.16, 2.16), (0.34, 1.9), (0.46 * b, 1.45), (0.4 * b, 1.0), (belly * b, 0.5)]
            back = [(-0.46 * b, 0.0), (-0.34 * b, 0.6), (-0.46 * b, 1.4), (-0.36 * b, 1.95), (-0.16, 2.16)]
            return [*front, (0.42 * b, hem * 0.4), (0.4 * b, hem), (-0.42 * b, hem), *back]
        widths = (0.72, 0.6, 0.49, 0.62) if self.look.woman else (0.82, 0.72, 0.63, 0.64)
        shoulder, chest, waist, hips = (v * b * (0.9 if self.turned else 1.0) for v in widths)
        right = [(0.17, 2.18), (0.42 * b, 2.06), (shoulder, 1.86), (shoulder + 0.02, 1.55), (chest, 1.15)]
        right += [(waist, 0.6), (hips, hem * 0.35), (hips, hem)]
        return right + [(-x, y) for x, y in reversed(right)]

    def lengthened(self, trunk: list[Point], skirt: str) -> list[Point]:
        """A trunk's outline that goes on into a skirt or coat tails."""
        half = 7 if self.profile else len(trunk) // 2
        return [*trunk[:half], *path(skirt), *trunk[half:]]

    def _shoulders(self) -> tuple[Point, Point]:
        b = self.look.build * (0.9 if self.look.woman else 1.0)
        if self.profile:
            return self.at(0.1, 1.72), self.at(-0.04, 1.74)
        if self.turned:
            return self.at(0.5 * b, 1.76), self.at(-0.56 * b, 1.74)
        return self.at(-0.67 * b, 1.74), self.at(0.67 * b, 1.74)

    def _elbow(self, shoulder: Point, hand: Point, side: float) -> Point:
        """An arm held before the body is seen foreshortened, so its elbow does not stick out."""
        reach = math.hypot(hand[0] - shoulder[0], hand[1] - shoulder[1]) / self.u
        whole = _UPPER + _FORE
        seen = whole if self.profile else min(whole, max(reach / 0.8, 0.7))
        return bend(shoulder, hand, _UPPER * self.u * seen / whole, _FORE * self.u * seen / whole, side)

    def _hanging(self, i: int) -> Point:
        if not self.turned:
            return self.at((-0.8, 0.8)[i] * self.look.build, -0.6)
        return self.at((0.22, 0.06)[i] if self.profile else (0.6, -0.56)[i], -0.6)

    def _standing(self, i: int) -> Point:
        spread = (0.26, -0.22)[i] * self.side if self.turned else (-0.3, 0.3)[i]
        return self.hip[0] + spread * self.u, self.hip[1] + 3.62 * self.u
