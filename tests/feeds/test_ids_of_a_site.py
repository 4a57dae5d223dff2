"""On a built site: a subscriber sees each story once, whatever the office does to it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.feeds.judging import ids_of
from tests.sites import Site, make_site

NAMES = ("rss.xml", "atom.xml", "feed.json")


@pytest.fixture
def site(tmp_path: Path) -> Site:
    made = make_site(tmp_path / "site")
    made.tell("2023-01-05-tang-qua", "Tặng quà", date="2023-01-05", head="Chuyên mục: Nhân đạo\nTừ khóa: Tết")
    made.tell("2023-01-06-hop-mat", "Họp mặt", head="Chuyên mục: Hội nghị")
    made.write("content/tin-tuc/2023/tin-roi.md", "Tiêu đề: Tin rời\nNgày: 2023-01-07\n\nNội dung.\n")
    return made


def ids(site: Site, **settings: object) -> dict[str, set[str]]:
    """Path → ids of every feed that has any, once the site is built."""
    site.build(**settings)
    found = {path: set(ids_of(path, data)) for path, data in site.files().items() if path.rpartition("/")[2] in NAMES}
    return {path: known for path, known in found.items() if known}


def retitle(site: Site) -> None:
    site.tell("2023-01-06-hop-mat", "Họp mặt đầu xuân", head="Chuyên mục: Hội nghị")


def edit(site: Site) -> None:
    head = "Chuyên mục: Hội nghị\nCập nhật: 2023-02-01 09:00"
    site.tell("2023-01-06-hop-mat", "Họp mặt", body="Nội dung sửa.", head=head)


def redate(site: Site) -> None:
    site.tell("2023-01-06-hop-mat", "Họp mặt", date="2023-03-03", head="Chuyên mục: Hội nghị")


def reorder(site: Site) -> None:
    site.tell("2023-01-05-tang-qua", "Tặng quà", date="2023-05-05", head="Chuyên mục: Nhân đạo\nTừ khóa: Tết")


def readdress(site: Site) -> None:
    site.tell("2023-01-06-hop-mat", "Họp mặt", head="Chuyên mục: Hội nghị\nSlug: gap-mat")


def rename_the_date(site: Site) -> None:
    folder = site.root / "content/tin-tuc/2023"
    (folder / "2023-01-06-hop-mat").rename(folder / "2023-01-09-hop-mat")


@pytest.mark.parametrize("change", [retitle, edit, redate, reorder, readdress, rename_the_date])
def test_ids_survive_what_the_office_does(site: Site, change: Callable[[Site], None]) -> None:
    before = ids(site)
    change(site)
    assert ids(site) == before


def test_ids_survive_a_renamed_folder_that_keeps_its_id(site: Site) -> None:
    site.tell("2023-01-06-hop-mat", "Họp mặt", head="Chuyên mục: Hội nghị\nid: hop-mat-2023")
    before = ids(site)
    folder = site.root / "content/tin-tuc/2023"
    shutil.move(folder / "2023-01-06-hop-mat", folder / "2023-01-06-gap-mat-dau-xuan")
    assert ids(site) == before


def test_ids_survive_a_new_domain_and_a_new_name(site: Site) -> None:
    before = ids(site)
    assert ids(site, NEWSROOM_ADDRESS="https://moi.example.org", NEWSROOM_NAME="Hội Chữ thập đỏ tỉnh Hải Sơn") == before
