"""Whole figures: drawing a posed body in order, its limbs, and what it holds."""

from __future__ import annotations

from collections.abc import Callable

from drawing.clothes import dress
from drawing.colours import shade
from drawing.figure import TALL, Figure
from drawing.geometry import Point, ellipse, limb, mix_points
from drawing.head_frame import HeadFrame
from drawing.heads import draw_hair_behind, draw_head
from drawing.look import Look
from drawing.sheet import Sheet

_SHORT_SLEEVED = frozenset({"polo", "tee", "vest", "apron"})


class Body(Figure):
    """A figure that can be drawn."""

    def draw(self, carry: Callable[[], None] | None = None) -> Body:
        """Paint the figure; ``carry`` paints what it holds, under the hands."""
        size = self.u * (1.14 if self.look.child else 1.0)
        head = HeadFrame(self.sheet, self.centre_of_head(), size, self.look, self.turn, self.lean * 0.6 + self.tilt)
        draw_hair_behind(head)
        if self.turned:
            self._draw_arm(0, far=True)
            self._draw_hand(0)
        if self.legs and not self.seated:
            self._draw_legs()
        self._draw_neck()
        dress(self)
        if self.seated:
            self._draw_legs()
        if self.turn == 9:
            self._draw_arm(0)
            self._draw_arm(1)
            draw_head(head)
            return self
        draw_head(head)
        near = (1,) if self.turned else (0, 1)
        if not self.turned:
            self._draw_arm(0)
            self._draw_arm(1)
        if carry:
            carry()
        if self.turned:
            self._draw_arm(1)
        for i in near:
            self._draw_hand(i)
        return self

    def reach(self) -> None:
        """Paint the arms again, over a table drawn since."""
        for i in (0, 1):
            self._draw_arm(i)
            self._draw_hand(i)

    def _draw_arm(self, i: int, far: bool = False) -> None:
        s, u, look = self.sheet, self.u, self.look
        cloth, dim = ("#f4f3ee", "#d5d6d6") if look.outfit == "coat" else (look.top, shade(look.top, 0.22))
        cloth, skin = (dim, shade(look.skin, 0.15)) if far else (cloth, look.skin)
        a, e, h = self.shoulders[i], self.elbows[i], self.hands[i]
        thick = 0.42 * (0.88 if look.woman else 1.0) * look.build
        if look.outfit in _SHORT_SLEEVED:
            s.paint(limb([a, e, h], [0.3 * u * thick / 0.42, 0.27 * u, 0.19 * u]), skin, 0.7)
            s.paint(limb([a, mix_points(a, e, 0.72)], [thick * u, thick * 0.98 * u]), cloth, 0.7)
            return
        cuff = mix_points(e, h, 0.9)
        s.paint(limb([cuff, h], [0.17 * u, 0.17 * u]), skin)
        width = 0.27 if look.outfit in ("aodai", "blouse") else 0.3
        s.paint(limb([a, e, cuff], [thick * u, (thick - 0.06) * u, width * u]), cloth, 0.75)
        if look.outfit == "suit":
            s.paint(limb([mix_points(e, h, 0.88), mix_points(e, h, 0.95)], [0.2 * u, 0.2 * u]), "#f1ede4")

    def _draw_hand(self, i: int) -> None:
        s, u, e, h = self.sheet, self.u, self.elbows[i], self.hands[i]
        dx, dy = h[0] - e[0], h[1] - e[1]
        span = (dx * dx + dy * dy) ** 0.5 or 1.0
        tip = (h[0] + dx / span * 0.2 * u, h[1] + dy / span * 0.2 * u)
        palm = mix_points(h, tip, 0.7)
        s.paint(limb([h, mix_points(h, tip, 0.6), tip], [0.19 * u, 0.25 * u, 0.16 * u]), self.look.skin, 0.6)
        out = -1 if (i == 0) != (self.side < 0 and self.turn != 0) else 1
        thumb = (palm[0] - out * 0.14 * u, palm[1] - 0.02 * u)
        s.paint(limb([mix_points(h, tip, 0.15), thumb], [0.1 * u, 0.085 * u]), self.look.skin)

    def _draw_neck(self) -> None:
        s, u, look = self.sheet, self.u, self.look
        x = 0.06 if self.profile else 0.0
        neck = limb([self.at(x - 0.05, 1.9), self.at(x, 2.55)], [0.4 * u, 0.34 * u])
        s.paint(neck, look.skin)
        if self.turn != 9:
            chin = ellipse(*self.at(x + 0.06, 2.4), 0.26 * u, 0.16 * u)
            s.tint(chin, shade(look.skin, 0.6), 0.45, blur=0.05 * u, within=neck)

    def _draw_legs(self) -> None:
        s, u, look = self.sheet, self.u, self.look
        wide = (0.58 if look.outfit == "aodai" else 0.62) * (0.94 if look.woman else 1.0) * look.build * u
        hem = (0.44 if look.outfit in ("aodai", "baba", "hill") else 0.34) * u
        for i in (0, 1):
            far = self.turned and i == 0
            spread = (0.1, -0.08)[i] * self.side if self.turned else (-0.27, 0.27)[i]
            root = (self.hip[0] + spread * u, self.hip[1] - 0.05 * u)
            foot = self.feet[i]
            ankle = (foot[0], foot[1] - 0.26 * u)
            cloth = shade(look.bottom, 0.3) if far else look.bottom
            if self.turn == 9:
                self._draw_shoe(foot, far)
            if self.seated and self.turn == 0:
                knee = (root[0] + spread * 0.9 * u, root[1] + 0.62 * u)
                s.paint(limb([knee, ankle], [0.5 * u, hem]), shade(cloth, 0.3), 0.6)
                s.paint(limb([root, knee], [wide * 1.1, wide]), cloth, 0.9)
            else:
                knee = self.knee(i, root)
                s.paint(limb([root, knee, ankle], [wide, 0.45 * u * look.build, hem]), cloth, 0.7)
            if self.turn != 9:
                self._draw_shoe(foot, far)

    def _draw_shoe(self, foot: Point, far: bool) -> None:
        s, u = self.sheet, self.u
        leather = "#c2a184" if self.look.outfit == "aodai" else "#382d2a"
        dark = shade(leather, 0.3) if far else leather
        if not self.turned:
            s.paint(ellipse(foot[0], foot[1] - 0.03 * u, 0.2 * u, 0.16 * u), dark)
            return
        heel = (foot[0] - 0.05 * self.side * u, foot[1] - 0.04 * u)
        toe = (foot[0] + (0.34 if self.profile else 0.24) * self.side * u, foot[1])
        s.paint(limb([heel, toe], [0.26 * u, 0.17 * u]), dark)


def stand(sheet: Sheet, look: Look, x: float, floor: float, height: float, **pose: object) -> Body:
    """A standing figure with its feet on the floor line and a shadow under it, not drawn yet."""
    u = height / (TALL - 0.3 if look.child else TALL)
    sheet.ground(x, floor, u * 1.15, u * 0.2, 0.5)
    return Body(sheet, look, (x, floor - 3.62 * u), u, **pose)  # type: ignore[arg-type]


def from_behind(sheet: Sheet, look: Look, x: float, y: float, u: float, tilt: float = 0.0) -> None:
    """A seated person's head and shoulders seen from behind; ``y`` is the shoulder line."""
    Body(sheet, look, (x, y + 1.75 * u), u, turn=9, tilt=tilt, legs=False).draw()
