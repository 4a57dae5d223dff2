"""The one way in which a photo says no: a sentence for the office and what to do about it."""

from __future__ import annotations

from typing import Literal

from newsroom.errors import NewsroomError

PhotoCode = Literal["photo-missing", "photo-unreadable", "photo-refused"]


class PhotoFault(NewsroomError):
    """A photo that cannot be published as it stands; becomes a notice at ``error`` of its story.

    Two faults that say the same are equal, also after a journey through a worker process.

    Attributes:
        code: ``photo-missing`` no such file, ``photo-unreadable`` the file is
            broken or locked, ``photo-refused`` it may not be published.
        message: what is wrong, one Vietnamese sentence that names the file.
        hint: what to do about it.
    """

    def __init__(self, code: PhotoCode, message: str, hint: str) -> None:
        super().__init__(code, message, hint)
        self.code: PhotoCode = code
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PhotoFault) and self.args == other.args

    def __hash__(self) -> int:
        return hash(self.args)
