"""Whatever happens to a site, and in whatever order: a build after it equals a clean build, byte for byte.

Numbers come from the environment, so that ``make soak`` can run for longer:

- ``NEWSROOM_HISTORY_STORIES`` (40): stories with which a history begins; of several numbers each history draws one;
- ``NEWSROOM_HISTORY_STEPS`` (200): of all histories, each of ``NEWSROOM_HISTORY_LENGTH`` (25) steps;
- ``NEWSROOM_HISTORY_SHARDS`` (1): parts that processors can share;
- ``NEWSROOM_HISTORY_SEED``: what the histories follow from; without it they are new each time;
- ``NEWSROOM_HISTORY_PROGRESS``: whether counts are told after each history (with ``pytest --capture=no``).
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    run_state_machine_as_test,
)

from newsroom.engine import NewsroomPelican
from tests.engine.office import (
    AUTHORS,
    BLOCKS,
    CATEGORIES,
    DAYS,
    SENTENCES,
    STATUSES,
    TAGS,
    Office,
    Tale,
    broken_inside,
    forge,
)
from tests.engine.tally import Tally, may_happen
from tests.engine.twin import Twin, list_folders, make_folder, try_to_build
from tests.sites import NEWSROOM, make_site, run

STORIES = tuple(map(int, os.environ.get("NEWSROOM_HISTORY_STORIES", "40").split()))
STEPS = int(os.environ.get("NEWSROOM_HISTORY_STEPS", "200"))
LENGTH = int(os.environ.get("NEWSROOM_HISTORY_LENGTH", "25"))
SHARDS = int(os.environ.get("NEWSROOM_HISTORY_SHARDS", "1"))
SEED = os.environ.get("NEWSROOM_HISTORY_SEED")
DICE = st.integers(0, 9999)
"""Which of the things there are; more than there are of any."""

SETTINGS = {
    "NEWSROOM_NAME": "'Hội Chữ thập đỏ tỉnh Bờ Sông'",
    "NEWSROOM_PHONE": "'0200 0000 999'",
    "NEWSROOM_FRONT": "['Khen thưởng', 'Hiến máu']",
    "NEWSROOM_MENU": "[('Tin tức', '/tin-tuc/'), ('Hiến máu', '/chuyen-muc/hien-mau/')]",
    "NEWSROOM_ADDRESS": "'https://hoi.example.vn'",
    "NEWSROOM_DRAFTS": "True",
    "NEWSROOM_FEED_NAMESPACE": "'00000000-5a0e-5f0c-9a8f-3d9f6c1e4b77'",
}

State = dict[str, tuple[bytes, int]]
"""Path → bytes and modification time in ns."""


class AnyHistory(RuleBasedStateMachine):
    """A site, one process or many, and whatever happens."""

    tally: Tally

    def __init__(self) -> None:
        super().__init__()
        self.folder = make_folder()
        self.office = Office(make_site(self.folder / "site"), 0)
        self.site = self.office.site
        self.twin = Twin(self.site)
        self.strict = False
        self.sound = False
        self.open: dict[str, NewsroomPelican] = {}
        self.turn = 0

    @initialize(count=st.sampled_from(STORIES), dice=DICE)
    def found(self, count: int, dice: int) -> None:
        self.tally.happened[f"found {count} stories"] += 1
        for number in range(count):
            self.office.add(dice + number * 7)

    # ── Stories ───────────────────────────────────────────────────────────────

    @may_happen(which=DICE, dice=DICE)
    def edit_a_body(self, which: int, dice: int) -> None:
        if tale := self.office.pick(which):
            more = (*SENTENCES, *BLOCKS, f"Thêm {dice} suất quà.")[dice % 10]
            kept = tale.body[: 1 + dice % 3]
            self.office.keep(replace(tale, body=(*kept, more)))

    @may_happen()
    def advance_a_text(self) -> None:
        """The simplest thing there is, so that the simplest histories are a day of writing."""
        self.turn += 1
        if tale := self._pick_shown(self.turn):
            self.office.keep(replace(tale, body=(*tale.body[:-1], f"Đoạn cuối, lần sửa {self.turn}.")))

    @may_happen(which=st.lists(DICE, min_size=1, max_size=4), dice=DICE)
    def edit_the_ends_of_texts(self, which: list[int], dice: int) -> None:
        for number in which:
            if tale := self._pick_shown(number):
                self.office.keep(replace(tale, body=(*tale.body[:-1], f"Đoạn cuối được sửa lần {dice}.")))

    @may_happen(which=DICE, dice=DICE)
    def add_a_word_to_a_text(self, which: int, dice: int) -> None:
        if tale := self._pick_shown(which):
            place = dice % len(tale.body)
            longer = f"{tale.body[place]} Thêm từ {dice % 5}."
            self.office.keep(replace(tale, body=(*tale.body[:place], longer, *tale.body[place + 1 :])))

    @may_happen(which=DICE, sentence=st.sampled_from(("", *SENTENCES)))
    def add_or_drop_a_paragraph(self, which: int, sentence: str) -> None:
        if tale := self._pick_shown(which):
            body = (*tale.body, sentence) if sentence else tale.body[:-1] or tale.body
            self.office.keep(replace(tale, body=body))

    def _pick_shown(self, which: int) -> Tale | None:
        """A story that readers see: an edit of its text alone is planned by itself."""
        now = self.office.now
        tales = [tale for tale in self.office.tales.values() if not tale.status and tale.date <= now]
        found = [tale for tale in tales if not tale.expires or tale.expires > now]
        return found[which % len(found)] if found else None

    @may_happen(which=DICE, dice=DICE)
    def edit_a_title(self, which: int, dice: int) -> None:
        self._change(which, title=f"Tin được sửa tên lần {dice}")

    @may_happen(which=DICE, day=st.sampled_from(DAYS), moved=st.booleans())
    def edit_a_date(self, which: int, day: str, moved: bool) -> None:
        tale = self.office.pick(which)
        if tale and moved:
            self.office.place(tale, date=day)
        elif tale:
            self._change(which, date=tale.date[:4] + day[4:])

    @may_happen(which=DICE, category=st.sampled_from(CATEGORIES))
    def edit_a_category(self, which: int, category: str) -> None:
        self._change(which, category=category)

    @may_happen(which=DICE, tags=st.lists(st.sampled_from(TAGS), max_size=3))
    def edit_tags(self, which: int, tags: list[str]) -> None:
        self._change(which, tags=tuple(tags))

    @may_happen(which=DICE, slug=st.sampled_from(("", "chung", "rieng-a", "rieng-b", "Sai Slug!")))
    def edit_a_slug(self, which: int, slug: str) -> None:
        self._change(which, slug=slug)

    @may_happen(which=DICE, author=st.sampled_from(AUTHORS), updated=st.sampled_from(("", *DAYS)))
    def edit_an_author(self, which: int, author: str, updated: str) -> None:
        self._change(which, author=author, updated=updated)

    @may_happen(which=DICE, status=st.sampled_from(STATUSES))
    def edit_a_status(self, which: int, status: str) -> None:
        self._change(which, status=status)

    @may_happen(which=DICE, expires=st.sampled_from(("", *DAYS)))
    def edit_an_expiry(self, which: int, expires: str) -> None:
        self._change(which, expires=expires)

    @may_happen(which=DICE, alias=st.sampled_from(("", "/cu-1/", "/cu-2/", "/tin-tuc/2022/tin-1/")))
    def edit_an_alias(self, which: int, alias: str) -> None:
        self._change(which, alias=alias)

    @may_happen(which=DICE, tasks=st.sampled_from(("", "2022", "2023")))
    def edit_a_task_year(self, which: int, tasks: str) -> None:
        self._change(which, tasks=tasks)

    @may_happen(which=DICE, other=DICE)
    def link_to_another(self, which: int, other: int) -> None:
        if target := self.office.pick(other):
            self._change(which, link=target.name)

    @may_happen(dice=DICE)
    def add_a_story(self, dice: int) -> None:
        self.office.add(dice)

    @may_happen(which=DICE)
    def delete_a_story(self, which: int) -> None:
        if tale := self.office.pick(which):
            self.office.drop(tale)

    @may_happen(which=DICE, dice=st.integers(0, 20))
    def move_a_story(self, which: int, dice: int) -> None:
        if tale := self.office.pick(which):
            self.office.move(tale, f"{tale.name[:10]}-doi-ten-{dice}")

    @may_happen(which=DICE, date=st.sampled_from(("", "2023-13-45", "2023")))
    def break_a_date(self, which: int, date: str) -> None:
        tale = self.office.pick(which)
        if tale:
            text = tale.write(self.office.tales.get).replace(f"Ngày: {tale.date}", f"Ngày: {date}")
            self.site.write(tale.file, text)

    def _change(self, which: int, **changes: Any) -> None:
        if tale := self.office.pick(which):
            self.office.keep(replace(tale, **changes))

    # ── Photos, attachments, pages ────────────────────────────────────────────

    @may_happen(which=DICE, dice=DICE)
    def replace_a_photo(self, which: int, dice: int) -> None:
        if tale := self._pick_illustrated(which):
            self.office.paint(tale, tale.photos[dice % len(tale.photos)], dice)

    @may_happen(which=DICE, dice=DICE)
    def replace_a_photo_in_place_with_the_same_size_and_time(self, which: int, dice: int) -> None:
        tale = self._pick_illustrated(which)
        path = self.site.root / tale.folder / tale.photos[0] if tale else None
        if path and path.exists():
            forge(path, path.read_bytes().replace(path.read_bytes()[4:10], b"\x00\x06" + f"{dice:04}".encode(), 1))

    @may_happen(which=DICE, end=st.sampled_from((".jpg", ".JPG", ".png", " (1).jpg")))
    def rename_a_photo(self, which: int, end: str) -> None:
        tale = self._pick_illustrated(which)
        path = self.site.root / tale.folder / tale.photos[0] if tale else None
        if path and path.exists():
            path.rename(path.with_name(path.stem + end))

    @may_happen(which=DICE)
    def delete_a_photo(self, which: int) -> None:
        if tale := self._pick_illustrated(which):
            (self.site.root / tale.folder / tale.photos[-1]).unlink(missing_ok=True)

    @may_happen(which=DICE, inside=st.booleans())
    def spoil_a_photo(self, which: int, inside: bool) -> None:
        if tale := self._pick_illustrated(which):
            spoilt = broken_inside() if inside else b"\xff\xd8 no photo"
            (self.site.root / tale.folder / tale.photos[0]).write_bytes(spoilt)

    @may_happen(which=DICE, out=st.booleans())
    def put_a_link_in_the_place_of_a_photo(self, which: int, out: bool) -> None:
        tale = self._pick_illustrated(which)
        path = self.site.root / tale.folder / tale.photos[0] if tale else None
        if path and path.is_file() and not path.is_symlink():
            path.replace(path.with_name("goc.jpg"))
            outside = self.folder / "ngoai.jpg"
            outside.write_bytes(b"no photo of this site")
            path.symlink_to(outside if out else "goc.jpg")

    @may_happen(which=DICE, dice=DICE)
    def choose_a_lead(self, which: int, dice: int) -> None:
        if tale := self._pick_illustrated(which):
            self.office.keep(replace(tale, lead=(*tale.photos, "")[dice % (len(tale.photos) + 1)]))

    @may_happen(which=DICE, dice=DICE)
    def replace_an_attachment(self, which: int, dice: int) -> None:
        tale = self.office.pick(which)
        if tale and not tale.loose:
            self.office.keep(replace(tale, attachment="Danh sách.pdf"))
            self.office.attach(self.office.tales[tale.name], dice)

    @may_happen(which=DICE)
    def delete_an_attachment(self, which: int) -> None:
        with_one = [tale for tale in self.office.tales.values() if tale.attachment]
        if with_one:
            tale = with_one[which % len(with_one)]
            (self.site.root / tale.folder / tale.attachment).unlink(missing_ok=True)

    @may_happen(dice=st.integers(0, 5))
    def edit_a_page(self, dice: int) -> None:
        self.site.write(f"content/trang/trang-{dice % 2}.md", f"Tiêu đề: Trang {dice}\n\nNội dung {dice}.\n")

    def _pick_illustrated(self, which: int) -> Tale | None:
        found = [tale for tale in self.office.tales.values() if tale.photos]
        return found[which % len(found)] if found else None

    # ── Time ──────────────────────────────────────────────────────────────────

    @may_happen(now=st.sampled_from(DAYS))
    def set_the_clock(self, now: str) -> None:
        self.office.now = now
        self.open.clear()

    @may_happen(which=DICE)
    def change_a_letter_in_place_with_the_same_size_and_time(self, which: int) -> None:
        if tale := self.office.pick(which):
            path = self.site.root / tale.file
            text = path.read_bytes()
            forge(path, text[:-2] + (b"!" if text[-2:-1] == b"?" else b"?") + text[-1:])

    @may_happen(which=DICE, dice=DICE)
    def restore_an_older_file(self, which: int, dice: int) -> None:
        if tale := self.office.pick(which):
            self.office.keep(replace(tale, title=f"Bản cũ {dice}"))
            os.utime(self.site.root / tale.file, (981_000_000, 981_000_000))

    # ── Theme, settings ───────────────────────────────────────────────────────

    @may_happen(which=DICE, dice=st.integers(0, 9))
    def edit_a_template(self, which: int, dice: int) -> None:
        files = self.office.files_under("theme/templates")
        path = files[which % len(files)]
        text = path.read_text(encoding="utf-8")
        end = next((end for end in ("</article>", "</header>", "</main>", "</ul>", "</a>") if end in text), None)
        marked = re.sub(r"<i>\d</i>", f"<i>{dice}</i>", text)
        if marked == text and end:
            marked = text.replace(end, f"<i>{dice}</i>{end}", 1)
        path.write_text(marked, encoding="utf-8", newline="\n")

    @may_happen(dice=DICE, css=st.booleans())
    def edit_static_files(self, dice: int, css: bool) -> None:
        if css:
            path = self.site.root / "theme/static/css/base.css"
            path.write_text(f"/* {dice} */\n", encoding="utf-8")
        elif (path := self.site.root / "theme/static/them.txt").exists():
            path.unlink()
        else:
            path.write_text(str(dice), encoding="utf-8")

    @may_happen(name=st.sampled_from(sorted(SETTINGS)), on=st.booleans())
    def edit_a_setting(self, name: str, on: bool) -> None:
        self.office.set(name, SETTINGS[name] if on else "")
        self.open.clear()

    @may_happen(strict=st.booleans())
    def build_strictly_or_not(self, strict: bool) -> None:
        self.strict = strict
        self.open.clear()

    @may_happen()
    def build_by_a_new_process_from_now_on(self) -> None:
        self.open.clear()

    @may_happen(which=DICE)
    def break_a_template_for_one_build(self, which: int) -> None:
        files = self.office.files_under("theme/templates")
        path = files[which % len(files)]
        good = path.read_bytes()
        path.write_bytes(good + b"{% if %}")
        self.the_output_equals_that_of_a_clean_build()
        path.write_bytes(good)

    # ── Outputs and caches ────────────────────────────────────────────────────

    @may_happen(which=DICE, how=st.sampled_from(("delete", "cut", "more", "forge", "empty", "time")))
    def tamper_with_an_output(self, which: int, how: str) -> None:
        self._tamper(self.office.files_under("output"), which, how)

    @may_happen(which=DICE)
    def leave_a_file_in_the_output(self, which: int) -> None:
        places = sorted({path.parent for path in self.office.files_under("output")})
        if places:
            (places[which % len(places)] / "la.html").write_text("lạ", encoding="utf-8")
            (places[which % len(places)] / "thu-muc-la").mkdir(exist_ok=True)

    @may_happen(which=DICE)
    def delete_a_folder_of_the_output(self, which: int) -> None:
        places = sorted({path.parent for path in self.office.files_under("output")})
        if places:
            shutil.rmtree(places[which % len(places)])

    @may_happen(which=DICE, how=st.sampled_from(("delete", "cut", "more", "forge", "empty", "time")))
    def tamper_with_the_cache(self, which: int, how: str) -> None:
        self.open.clear()
        self._tamper([path for path in self.office.files_under(".cache") if path.name != "lock"], which, how)

    @may_happen()
    def lose_the_cache(self) -> None:
        self.open.clear()
        shutil.rmtree(self.site.cache, ignore_errors=True)

    def _tamper(self, paths: list[Path], which: int, how: str) -> None:
        if not paths:
            return
        path = paths[which % len(paths)]
        data = path.read_bytes()
        place = which % max(len(data), 1)
        match how:
            case "delete":
                path.unlink()
            case "cut":
                path.write_bytes(data[:place])
            case "more":
                path.write_bytes(data + b"x")
            case "empty":
                path.write_bytes(b"")
            case "forge":
                forge(path, data[:place] + bytes(255 - byte for byte in data[place : place + 4]) + data[place + 4 :])
            case "time":
                os.utime(path, (981_000_000, 981_000_000))

    # ── What must hold ────────────────────────────────────────────────────────

    @invariant()
    @precondition(lambda self: self.office.tales or self.site.output.exists())
    def the_output_equals_that_of_a_clean_build(self) -> None:
        self.sound = False
        before = self._state()
        clean = self.twin.build(self._values())
        if told := self._build():
            assert clean.refusal == told
            assert self._state() == before
            self.sound = True
            return
        assert clean.refusal == []
        after = self._state()
        assert {path: data for path, (data, _) in after.items()} == clean.files
        assert list_folders(self.site.output) == clean.folders
        kept = {path: time for path, (data, time) in after.items() if path in before and before[path][0] == data}
        assert kept == {path: before[path][1] for path in kept}
        self.sound = True

    def teardown(self) -> None:
        """Once more by another process, whose sets and dictionaries have another order."""
        try:
            if self.sound:
                self._build_in_another_process()
                self.tally.end_history()
        finally:
            shutil.rmtree(self.folder)

    def _build_in_another_process(self) -> None:
        words = [*NEWSROOM, "build", "--now", self.office.now, *(["--strict"] if self.strict else [])]
        shutil.rmtree(self.site.output, ignore_errors=True)
        shutil.rmtree(self.site.cache, ignore_errors=True)
        clean = self.twin.build(self._values())
        assert run(self.site, words)[0] == bool(clean.refusal)
        assert clean.refusal or self.site.files() == clean.files

    def _build(self) -> list[str]:
        """Build, in a process that stays (as a preview does) until something ends it; gives its refusal."""
        if "site" not in self.open:
            self.open["site"] = self.site.open(**self._values())
        told, built = try_to_build(self.open["site"])
        self.tally.count_build(built)
        return told

    def _values(self) -> dict[str, Any]:
        return {"NEWSROOM_NOW": self.office.now, "NEWSROOM_STRICT": self.strict}

    def _state(self) -> State:
        base = str(self.site.output)
        return {name: (data, os.stat(f"{base}/{name}").st_mtime_ns) for name, data in self.site.files().items()}


@pytest.mark.parametrize("shard", range(SHARDS))
def test_a_build_after_any_history_equals_a_clean_build(shard: int) -> None:
    named = f"shard {shard} of {SHARDS}" + (f", seed {SEED}" if SEED else "")
    machine = type("AnyHistoryOfAShard", (AnyHistory,), {"tally": Tally(named)})
    share = STEPS // SHARDS + (shard < STEPS % SHARDS)
    how = settings(
        max_examples=-(-share // LENGTH),
        stateful_step_count=LENGTH,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seed(f"{SEED} {shard}")(machine) if SEED else machine, settings=how)
    finally:
        machine.tally.end()
