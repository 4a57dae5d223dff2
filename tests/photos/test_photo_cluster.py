"""Photos made elsewhere: on a Dask cluster, or wherever a function of the office's own says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import dask
import pytest
from distributed import LocalCluster
from PIL import Image

from newsroom.errors import SiteFault
from newsroom.photos import read_picture, render_pictures

# Tornado and Dask warn of each other on their way out.
pytestmark = pytest.mark.filterwarnings("default")


def test_a_dask_cluster_makes_the_same_files(story: Path, content: Path, shelf: Path, tmp_path: Path) -> None:
    pictures = []
    for number in range(4):
        Image.new("RGB", (500, 300), (40 * number, 90, 120)).save(story / f"anh-{number}.jpg")
        pictures.append(read_picture(story / f"anh-{number}.jpg", content))
    with (
        LocalCluster(n_workers=1, threads_per_worker=2, processes=False, dashboard_address=None) as cluster,
        dask.config.set({"scheduler-address": cluster.scheduler_address}),
    ):
        assert render_pictures(pictures, content, shelf, executor="newsroom.photos.cluster:start") == ()
    here = tmp_path / "here"
    render_pictures(pictures, content, here)
    made = {file.name: file.read_bytes() for file in shelf.glob("*.*") if file.suffix != ".txt"}
    assert made == {file.name: file.read_bytes() for file in here.glob("*.*") if file.suffix != ".txt"}
    assert len(made) == sum(len(picture.derivatives) for picture in pictures)


def test_the_executor_is_not_started_when_there_is_nothing_to_make(content: Path, shelf: Path) -> None:
    assert render_pictures([], content, shelf, executor=f"{__name__}:start_nothing") == ()


def start_nothing() -> ThreadPoolExecutor:
    raise AssertionError("started for nothing")


@pytest.mark.parametrize("name", ["khong-co", "newsroom.photos:khong_co", "khong.co:start", ":x", "newsroom.photos:"])
def test_a_name_that_leads_nowhere_is_a_fault_of_the_site(content: Path, shelf: Path, name: str) -> None:
    with pytest.raises(SiteFault, match=r"NEWSROOM_EXECUTOR = .* Hãy ghi dạng “tên_gói\.tệp:hàm”"):
        render_pictures([], content, shelf, executor=name)


def test_what_gives_no_executor_is_a_fault_of_the_site(story: Path, content: Path, shelf: Path) -> None:
    Image.new("RGB", (50, 30)).save(story / "anh.jpg")
    pictures = [read_picture(story / "anh.jpg", content)]
    with pytest.raises(SiteFault, match=r"không cho một concurrent\.futures\.Executor"):
        render_pictures(pictures, content, shelf, executor="newsroom.photos.recipe:Recipe")
