"""Derivatives that another program holds, as Windows lets it."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from PIL import Image

from newsroom.errors import SiteFault
from newsroom.model import Picture
from newsroom.photos import prune, read_picture, render_pictures
from tests.holding import held, refuse


@pytest.fixture
def picture(story: Path, content: Path, scene: Callable[..., Image.Image]) -> Picture:
    scene(60, 60).save(story / "qr.png")
    return read_picture(story / "qr.png", content)


def test_a_derivative_that_is_held_is_named_and_said_to_be_open_though_its_rest_cannot_go_either(
    picture: Picture, content: Path, shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = min(derivative.name for derivative in picture.derivatives)

    def refuse_all(file: Path) -> None:
        raise refuse(file)

    monkeypatch.setattr(os, "unlink", refuse_all)
    with ThreadPoolExecutor(1) as here, held("replace", shelf / name), pytest.raises(SiteFault) as refused:
        render_pictures([picture], content, shelf, executor=here)
    assert refused.value.fault == (
        f"Không ghi được ảnh vào thư mục đệm vì {name} đang mở trong chương trình khác "
        "(Word, trình xem PDF, Explorer, OneDrive…)."
    )
    assert refused.value.remedy == "Hãy đóng tệp đó rồi chạy lại."


def test_a_derivative_that_is_held_stays_on_the_shelf_until_it_can_go(
    picture: Picture, content: Path, shelf: Path
) -> None:
    assert render_pictures([picture], content, shelf) == ()
    names = sorted(derivative.name for derivative in picture.derivatives)
    with held("unlink", shelf / names[0]):
        assert prune(shelf, frozenset()) == tuple(names[1:])
    assert prune(shelf, frozenset()) == (names[0],)
