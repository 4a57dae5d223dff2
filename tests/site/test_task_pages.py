"""The pages of the year's tasks."""

# ruff: noqa: E501 - a page stands here as it is published

from __future__ import annotations

import json
from dataclasses import replace

from newsroom.model import Document, Item, ItemList, Paragraph, Story
from newsroom.settings import Settings
from newsroom.views import BytesOutput
from tests.site.newsstand import Site, news_of, story_of

TASKS = Document(
    (
        ItemList(
            "tasks",
            (
                Item("1/", ("Tiếp nhận 6.000 đơn vị máu.",), 5, value=1),
                Item("2/", ("Tập huấn cán bộ.",), 6, (ItemList("points", (Item("a)", ("cấp xã;",), 7),)),), 2),
                Item("Ba là,", ("mỗi xã một bếp ăn.",), 8),
            ),
        ),
    )
)
SETTING = story_of("Nhiệm vụ", "2023-01-06", tasks_year=2023, document=TASKS)


def reporting(title: str, day: str, text: str) -> Story:
    return story_of(title, day, document=Document((Paragraph((text,), 1),)), lines=(text,))


STORIES = [
    SETTING,
    reporting("Giữa năm", "2023-06-30", "Đã có {nhiem-vu: 2023/1 đạt 40 %} và {nhiem-vu: 2023/2}."),
    reporting("Cuối năm", "2024-01-02", "Đã có {nhiem-vu: 2023/1 đạt 127 %, hoàn thành}."),
]


def test_a_year_shows_each_task_with_its_state_figure_and_stories(settings: Settings) -> None:
    assert (
        Site(news_of(STORIES), settings).main("nhiem-vu/2023/index.html")
        == """\
<header class="row"><h1>Nhiệm vụ năm 2023</h1>
<p class="p-summary">3 nhiệm vụ: 1 hoàn thành, 1 đang thực hiện, 1 chưa báo cáo. Theo <a href="/tin-tuc/2023/nhiem-vu/">bài ngày 06/01/2023</a>.</p>
<nav aria-label="Chọn năm"><ul class="choices">
<li><a href="/nhiem-vu/2023/" aria-current="true">2023</a></li>
</ul></nav>
</header>
<div class="row">
<ol class="tasks tracked">
<li id="nhiem-vu-1" data-marker="1/"><span class="marker">1/</span>
<div class="flow"><p>Tiếp nhận <span class="nowrap">6.000 đơn vị</span> máu.</p>
</div>
<div><p class="state" data-state="done">Hoàn thành, đạt 127 %</p>
<svg width="100%" height="8" aria-hidden="true"><rect x="1" y="1" width="99%" height="6" fill="none" stroke="currentColor"/><rect x="1" y="1" width="99%" height="6" fill="currentColor"/></svg>
<ol class="timeline">
<li><time datetime="2024-01-02T00:00:00+07:00">02/01/2024</time><span><a href="/tin-tuc/2024/cuoi-nam/">Cuối năm</a> <small>(đạt 127 %, hoàn thành)</small></span></li>
<li><time datetime="2023-06-30T00:00:00+07:00">30/06</time><span><a href="/tin-tuc/2023/giua-nam/">Giữa năm</a> <small>(đạt 40 %)</small></span></li>
</ol>
</div></li>
<li id="nhiem-vu-2" data-marker="2/"><span class="marker">2/</span>
<div class="flow"><p>Tập huấn cán bộ.</p>
<ul>
<li>a) cấp xã;</li>
</ul>
</div>
<div><p class="state" data-state="doing">Đang thực hiện</p>
<ol class="timeline">
<li><time datetime="2023-06-30T00:00:00+07:00">30/06</time><span><a href="/tin-tuc/2023/giua-nam/">Giữa năm</a></span></li>
</ol>
</div></li>
<li id="nhiem-vu-3" data-marker="Ba là,">
<div class="flow"><p><b>Ba là,</b> mỗi xã một bếp ăn.</p>
</div>
<div><p class="state" data-state="none">Chưa báo cáo</p>
</div></li>
</ol>
</div>
<div class="row related"><p><a class="more" href="/nhiem-vu/2023/nhiem-vu.json" download>Tải về dạng JSON</a></p></div>
"""
    )


def test_all_years_stand_in_one_list(settings: Settings) -> None:
    main = Site(news_of(STORIES), settings).main("nhiem-vu/index.html")
    assert '<h2 id="nam-2023"><a href="/nhiem-vu/2023/">Năm 2023</a></h2>' in main
    assert "<p>3 nhiệm vụ: 1 hoàn thành, 1 đang thực hiện, 1 chưa báo cáo.</p>" in main
    assert main.count("<rect") == 5
    assert "Chưa có nhiệm vụ" in Site(news_of(), settings).main("nhiem-vu/index.html")


def test_the_download_says_what_the_page_says(settings: Settings) -> None:
    output = Site(news_of(STORIES), settings).find("nhiem-vu/2023/nhiem-vu.json")
    assert isinstance(output, BytesOutput)
    told = json.loads(output.make())
    assert [(task["number"], task["state"], task["percent"]) for task in told["tasks"]] == [
        ("1", "done", 127),
        ("2", "doing", None),
        ("3", "none", None),
    ]
    assert told["tasks"][0]["reports"][0] == {
        "date": "2024-01-02T00:00:00+07:00",
        "title": "Cuối năm",
        "url": "https://hoi.example.vn/tin-tuc/2024/cuoi-nam/",
        "words": "đạt 127 %, hoàn thành",
    }


def test_a_year_is_made_again_only_when_what_it_shows_has_changed(settings: Settings) -> None:
    def inputs(stories: list[Story]) -> list[object]:
        return [page.made_from for page in Site(news_of(stories), settings).pages if page.template == "tasks"]

    other = reporting("Khác", "2023-07-01", "Không nói đến nhiệm vụ.")
    longer = replace(STORIES[1], document=Document((Paragraph(("Bài đã sửa.",)),)))
    said = reporting("Giữa năm", "2023-06-30", "Đã có {nhiem-vu: 2023/1 đạt 50 %}.")
    assert inputs(STORIES) == inputs([*STORIES, other]) == inputs([STORIES[0], longer, STORIES[2]])
    assert inputs(STORIES) != inputs([STORIES[0], said, STORIES[2]])


def test_ticked_boxes_are_done_and_some_ticked_points_mean_work(settings: Settings) -> None:
    points = (ItemList("bullets", (Item("-", ("một",), checked=True), Item("-", ("hai",), checked=False))),)
    listed = ItemList("tasks", (Item("1/", ("Việc.",), children=points, value=1),))
    partly = story_of("A", "2023-01-06", tasks_year=2023, document=Document((listed,)))
    boxes = ItemList("bullets", (Item("-", ("Việc.",), checked=True), Item("-", ("Việc.",), checked=False)))
    ticked = story_of("B", "2024-01-06", tasks_year=2024, document=Document((boxes,)))
    site = Site(news_of([partly, ticked]), settings)
    assert "<p>1 nhiệm vụ: 1 đang thực hiện.</p>" in site.main("nhiem-vu/index.html")
    assert "<p>2 nhiệm vụ: 1 hoàn thành, 1 chưa báo cáo.</p>" in site.main("nhiem-vu/index.html")
