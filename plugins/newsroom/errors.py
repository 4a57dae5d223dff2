"""The few ways in which the newsroom says no.

Faults of a *story* are values (:class:`newsroom.model.Notice`), gathered and
reported together.  Only a fault of the *site* stops a build on the spot, and
even then all faults found so far are named in one go.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands.

    Attributes:
        file: path with forward slashes, relative to the project's folder.
        line: 1-based line number; 0 when the whole file is meant.
    """

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}, dòng {self.line}" if self.line else self.file


class NewsroomError(Exception):
    """Base of every error that is the newsroom's own; its text is Vietnamese."""


class SiteFault(NewsroomError):
    """A plugin, setting, template or output folder is at fault: no build is possible.

    Attributes:
        place: the file to open.
        remedy: what to do about it, one Vietnamese sentence.
    """

    def __init__(self, fault: str, remedy: str, place: Place | None = None) -> None:
        super().__init__(fault)
        self.fault = fault
        self.remedy = remedy
        self.place = place

    def __str__(self) -> str:
        where = f"{self.place}: " if self.place else ""
        return f"{where}{self.fault} {self.remedy}"

    def __reduce__(self) -> tuple[type[SiteFault], tuple[str, str, Place | None]]:
        """Lets a fault that a worker process meets come home whole."""
        return type(self), (self.fault, self.remedy, self.place)


class Refusal(NewsroomError):
    """The build was refused; the last good output still stands.

    Attributes:
        faults: sentences with file, line, fault and remedy, in reading order.
    """

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Unfinished(Refusal):
    """The output is between two versions, every file of it whole; the next command goes on from there."""
