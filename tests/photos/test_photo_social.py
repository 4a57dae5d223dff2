"""The picture that social networks show of a story: always 1200 × 630, never blown up, never with notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from newsroom.model import Picture, SocialCard
from newsroom.photos import plan_social, read_picture, render_pictures
from newsroom.photos.card import INK, LINE, PAPER, draw_card
from newsroom.photos.letters import FONT, draw_word, measure

CARD = SocialCard("Hội nghị triển khai 10 nhiệm vụ trọng tâm năm 2026", "Hội Chữ thập đỏ tỉnh Hải Lâm")
LETTERS = "aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ"
CONSONANTS = "bcdđfghjklmnpqrstvwxz0123456789.,:;!?()/%–“”…"

Draw = Callable[..., Image.Image]


def save(folder: Path, image: Image.Image, name: str = "trao-qua.jpg") -> Path:
    image.save(folder / name, quality=95)
    return folder / name


def make(picture: Picture, content: Path, shelf: Path) -> Image.Image:
    assert render_pictures([picture], content, shelf) == ()
    (file,) = picture.derivatives
    with Image.open(shelf / file.name) as image:
        image.load()
    assert (image.format, image.size) == (file.format.upper(), (file.width, file.height))
    assert image.size == (1200, 630)
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    return image.convert("RGB")


def near(pixel: object, colour: tuple[int, ...]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 25 for a, b in zip(pixel, colour, strict=True))


def test_a_wide_photo_fills_the_picture_and_heads_are_not_cut_off(
    story: Path, content: Path, shelf: Path, scene: Draw
) -> None:
    lead = read_picture(save(story, scene(2400, 1600)), content)
    picture = plan_social("trao-qua", lead, CARD)
    image = make(picture, content, shelf)
    assert [near(image.getpixel((x, 5)), c) for x, c in ((5, (200, 30, 40)), (1194, (30, 160, 60)))] == [True, True]
    # 2400 × 1600 becomes 1200 × 800; of the 170 rows too many, 56 go above and 114 below.
    full = Image.open(story / "trao-qua.jpg").resize((1200, 800)).crop((0, 56, 1200, 686))
    for place in ((20, 20), (600, 300), (1180, 600)):
        expected = full.getpixel(place)
        assert isinstance(expected, tuple)
        assert near(image.getpixel(place), expected)


@pytest.mark.parametrize(
    ("size", "left", "line"),
    [
        ((900, 1600), (0, 5), 354 + 48),  # upright: the whole height
        ((400, 300), (72 + 5, 165 + 5), 72 + 400 + 48),  # small: at its own size
        ((1600, 1600), (72 + 5, 72 + 5), 72 + 486 + 48),  # square: no third of it is cut off
    ],
)
def test_other_photos_stand_whole_beside_the_title(
    story: Path, content: Path, shelf: Path, scene: Draw, size: tuple[int, int], left: tuple[int, int], line: int
) -> None:
    lead = read_picture(save(story, scene(*size)), content)
    image = make(plan_social("trao-qua", lead, CARD), content, shelf)
    assert near(image.getpixel(left), (200, 30, 40))
    assert near(image.getpixel((left[0], 630 - 1 - left[1])), (40, 60, 190))
    assert near(image.getpixel((line - 20, 315)), PAPER)
    assert [near(image.getpixel((line + 1, y)), LINE) for y in (0, 315, 629)] == [True, True, True]


def test_a_qr_code_is_never_cropped(story: Path, content: Path) -> None:
    flat = Image.new("L", (1600, 1000), 255)
    lead = read_picture(save(story, flat, "ma-qr.png"), content)
    assert plan_social("quyen-gop", lead, CARD).social == CARD


def test_without_a_photo_the_title_stands_alone(content: Path, shelf: Path) -> None:
    picture = plan_social("hoi-nghi", None, CARD)
    image = make(picture, content, shelf)
    assert (shelf / picture.derivatives[0].name).stat().st_size < 25_000
    assert len(image.getcolors() or []) <= 16
    assert [near(image.getpixel((169, y)), LINE) for y in (0, 315, 629)] == [True, True, True]
    assert ink_of(image.crop((217, 60, 1200, 400)))
    assert not ink_of(image.crop((1130, 0, 1200, 630)))


def ink_of(image: Image.Image) -> bool:
    return any(near(colour, INK) for _, colour in image.getcolors(1_000_000) or [])


def test_every_vietnamese_letter_is_drawn() -> None:
    shapes = {title_of(letter) for letter in LETTERS + LETTERS.upper() + CONSONANTS}
    assert len(shapes) == len(LETTERS) * 2 + len(CONSONANTS)
    assert title_of("\uffff") == title_of("😀漢") not in shapes
    assert title_of("Zürich") == title_of("Zurich")


def title_of(text: str) -> bytes:
    return draw_card(SocialCard(text, "")).crop((200, 60, 500, 180)).tobytes()


@given(st.lists(st.text(LETTERS + CONSONANTS, min_size=1, max_size=9), min_size=1, max_size=25))
@settings(max_examples=40, deadline=None)
def test_words_measured_and_drawn_one_by_one_look_as_the_font_lays_out_the_line(words: list[str]) -> None:
    line = " ".join(words)
    font = ImageFont.truetype(FONT, 40, layout_engine=ImageFont.Layout.BASIC)
    assert measure(line, 40) == font.getlength(line)
    whole, one_by_one = (Image.new("L", (measure(line, 40) + 80, 90), 0) for _ in range(2))
    ImageDraw.Draw(whole).text((20, 10), line, fill=255, font=font)
    left = 20
    for word in words:
        drawn, start = draw_word(word, 40)
        one_by_one.paste(255, (left + start[0], 10 + start[1]), drawn)
        left += measure(f"{word} ", 40)
    assert one_by_one.tobytes() == whole.tobytes()


@pytest.mark.parametrize("title", ["Chữ " * 200, "Nghiêng" * 40, "Đ"], ids=["long", "one word", "short"])
def test_a_title_of_any_length_stays_inside(title: str) -> None:
    image = draw_card(SocialCard(title, CARD.office)).convert("RGB")
    assert image.size == (1200, 630)
    assert ink_of(image.crop((217, 60, 1200, 480)))
    assert image.crop((217, 0, 1200, 60)).getcolors() == [(983 * 60, PAPER)]
    assert image.crop((217, 590, 1200, 630)).getcolors() == [(983 * 40, PAPER)]


def test_the_name_follows_from_what_is_drawn_and_is_known_before(story: Path, content: Path, scene: Draw) -> None:
    lead = read_picture(save(story, scene(2400, 1600)), content)
    name = plan_social("trao-qua", lead, CARD).derivatives[0].name
    other_title = SocialCard("Tiêu đề khác", CARD.office)
    assert plan_social("trao-qua", lead, other_title).derivatives[0].name == name  # the photo alone is shown
    bare = plan_social("trao-qua", None, CARD).derivatives[0].name
    assert bare != name
    assert plan_social("trao-qua", None, other_title).derivatives[0].name != bare
    assert bare.startswith("trao-qua-")
    assert (bare[-9:], name[-9:]) == ("-1200.png", "-1200.jpg")


def test_a_title_that_is_missing_leaves_the_office(content: Path, shelf: Path) -> None:
    assert plan_social("x", None, SocialCard("", CARD.office)).social == SocialCard(CARD.office, CARD.office)
