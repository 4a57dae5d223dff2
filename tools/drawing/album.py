"""Every photo of the sample content: which story, which file name, which scene."""

from __future__ import annotations

from drawing import (
    scenes_awards,
    scenes_blood,
    scenes_congress,
    scenes_first_aid,
    scenes_flood,
    scenes_kitchen,
    scenes_meals,
    scenes_meetings,
    scenes_tet,
    scenes_village,
)
from drawing.picture import LANDSCAPE, PORTRAIT, Picture

_CONGRESS = "2022/2022-10-21-dai-hoi-dai-bieu-lan-thu-vii"
_FOUNDING = "2023/2023-01-06-hoi-nghi-ban-chap-hanh"
_FIRST_AID = "2023/2023-06-15-tap-huan-so-cap-cuu"
_AWARDS = "2024/2024-01-18-khen-thuong-nam-2023"
_BLOOD = "2024/2024-04-08-ngay-hoi-giot-hong-song-vang"
_APPEAL = "2024/loi-keu-goi-ung-ho-nam-can-thuong"
_TRIP = "2024/2024-09-20-doan-cuu-tro-den-nam-can-thuong"
_TET = "2025/2025-01-20-tet-nhan-ai"
_KITCHEN = "2025/2025-05-19-mot-ngay-o-bep-an-nhan-ai"
_HOUSE = "2025/2025-10-11-ban-giao-nha-chu-thap-do"
_TASKS = "2026/2026-01-09-nhiem-vu-trong-tam-nam-2026"
_EIGHTY = "2026/2026-11-23-hop-mat-80-nam"

WIDE = (3000, 2000)
PANORAMA = (3600, 1800)

ALBUM: tuple[Picture, ...] = (
    Picture(f"{_CONGRESS}/Ảnh đại hội (1).jpg", scenes_congress.panorama, PANORAMA, 1600, seed=11),
    Picture(f"{_CONGRESS}/Ảnh đại hội (2).jpg", scenes_congress.vote, seed=12),
    Picture(f"{_CONGRESS}/Ảnh đại hội (3).jpg", scenes_congress.committee, seed=13),
    Picture(
        f"{_FOUNDING}/IMG_20230106_153012.jpg",
        scenes_meetings.hall,
        (3600, 2700),
        seed=21,
        orientation=6,
        taken="2023:01:06 15:30:12",
    ),
    Picture(f"{_FOUNDING}/khen-thuong.jpg", scenes_awards.group, WIDE, seed=22),
    Picture(
        f"{_FIRST_AID}/IMG_20230615_091544.jpg",
        scenes_first_aid.resuscitation,
        seed=31,
        orientation=3,
        taken="2023:06:15 09:15:44",
    ),
    Picture(f"{_FIRST_AID}/bang-treo-tay.jpg", scenes_first_aid.sling, PORTRAIT, 900, seed=32),
    Picture(f"{_AWARDS}/kt-01.jpg", scenes_awards.collectives, seed=41),
    Picture(f"{_AWARDS}/kt-02.jpg", scenes_awards.persons, seed=42),
    Picture(f"{_AWARDS}/kt-03.jpg", scenes_awards.medal, PORTRAIT, 900, seed=43),
    Picture(f"{_AWARDS}/kt-04.jpg", scenes_awards.keepsake, PORTRAIT, 900, seed=44),
    Picture(f"{_AWARDS}/kt-05.jpg", scenes_awards.everyone, WIDE, seed=45),
    Picture(f"{_BLOOD}/ngay-hoi.jpg", scenes_blood.donation_hall, seed=51),
    Picture(f"{_BLOOD}/dang-ky.jpg", scenes_blood.registration, seed=52),
    Picture(f"{_BLOOD}/z4021345678901_ab12.jpg", scenes_blood.first_time, PORTRAIT, 900, seed=53),
    Picture(f"{_APPEAL}/lu-nam-can-thuong.jpg", scenes_flood.flood, seed=61),
    Picture(
        f"{_TRIP}/IMG_20240917_063820.jpg", scenes_village.bridge, seed=71, orientation=6, taken="2024:09:17 06:38:20"
    ),
    Picture(
        f"{_TRIP}/IMG_20240917_101205.jpg", scenes_village.handover, seed=72, orientation=8, taken="2024:09:17 10:12:05"
    ),
    Picture(f"{_TRIP}/phan-loai-hang.jpg", scenes_flood.night, seed=73),
    Picture(f"{_TET}/tet-nhan-ai-1.jpg", scenes_tet.tet_gift, seed=81),
    Picture(f"{_TET}/cho-tet.jpg", scenes_tet.tet_market, seed=82),
    Picture(f"{_KITCHEN}/bep-1.jpg", scenes_kitchen.dawn_delivery, seed=91),
    Picture(f"{_KITCHEN}/bep-2.jpg", scenes_kitchen.chopping, seed=92),
    Picture(
        f"{_KITCHEN}/IMG_20250516_061110.jpg",
        scenes_kitchen.stirring,
        PORTRAIT,
        900,
        seed=93,
        orientation=6,
        taken="2025:05:16 06:11:10",
    ),
    Picture(f"{_KITCHEN}/bep-4.jpg", scenes_meals.cook_portrait, PORTRAIT, 900, seed=94),
    Picture(f"{_KITCHEN}/bep-5.jpg", scenes_kitchen.packing, seed=95),
    Picture(f"{_KITCHEN}/bep-6.jpg", scenes_meals.queue, seed=96),
    Picture(
        f"{_KITCHEN}/IMG_20250516_111530.jpg",
        scenes_meals.bench,
        PORTRAIT,
        900,
        seed=97,
        orientation=8,
        taken="2025:05:16 11:15:30",
    ),
    Picture(f"{_KITCHEN}/bep-8.jpg", scenes_meals.after_work, seed=98),
    Picture(f"{_HOUSE}/ban-giao-nha.jpg", scenes_village.house_warming, seed=101),
    Picture(f"{_TASKS}/hoi-nghi.JPG", scenes_meetings.speaker, seed=111),
    Picture(f"{_EIGHTY}/hop-mat.jpg", scenes_meetings.veterans, LANDSCAPE, seed=121),
)
