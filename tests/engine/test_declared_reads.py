"""An output shows nothing but what it is made from, whatever else of the site changes.

A site is planned in many states that differ in a few places.  Wherever two of
them give an output the same ``made_from``, its view (or its bytes) must be the
same; so every state is held against all that were seen before it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2.runtime import Context, LoopContext, Macro

from newsroom.engine import NewsroomPelican
from newsroom.engine.audit import MEMORY
from newsroom.engine.news import arrange
from newsroom.engine.offers import ReadStory
from newsroom.engine.outputs import Plans, plan_outputs
from newsroom.engine.reads import find_strays
from newsroom.engine.sights import Sight, compare, find_loose, list_declared, see, see_bundle, show
from newsroom.engine.templates import Templates
from newsroom.model import Picture, Story
from newsroom.photos import PhotoFault
from newsroom.settings import Settings
from newsroom.site import site_view
from newsroom.views import Bundle, BytesOutput, LinkView, Output, PageView, RedirectView, TemplateOutput, unbundle
from tests.engine.changes import WHAT, Change
from tests.engine.office import DAYS, Office
from tests.sites import NEWSROOM, Site, Words, make_site, run

LISTED = 42
"""Stories of the site: as many as give a list a numbered page."""

NOW = "2023-12-20"

CHANGES = st.builds(Change, st.sampled_from(WHAT), st.integers(0, 99), st.integers(0, 99))

# ── The site ─────────────────────────────────────────────────────────────────


@dataclass
class Witness:
    """All that was ever seen of a site.

    Attributes:
        seen: (path, fingerprint of ``made_from``) → what was shown, and after which changes.
        bundled: (name, ``made_from``) of a bundle → what its outputs were made from, and after which changes.
    """

    seen: dict[tuple[str, str], tuple[Sight, str]] = field(default_factory=dict)
    bundled: dict[tuple[str, str], tuple[Sight, str]] = field(default_factory=dict)

    def look(self, planned: Iterable[Output | Bundle], after: str) -> list[str]:
        """Gives every output that shows something else than it did when it was made from the same."""
        planned = tuple(planned)
        wrong = list(self._look_at_bundles(planned, after))
        for path, output in list_declared(unbundle(planned)).items():
            sight = see(output, show(output))
            known, before = self.seen.setdefault((path, sight.inputs), (sight, after))
            if known.parts != sight.parts:
                parts = [name for (name, one), (_, two) in zip(known.parts, sight.parts, strict=True) if one != two]
                wrong.append(f"{path}: {parts} after {before or 'nothing'} and after {after or 'nothing'}")
        return wrong

    def _look_at_bundles(self, planned: Iterable[Output | Bundle], after: str) -> Iterator[str]:
        for bundle in planned:
            if isinstance(bundle, Bundle):
                sight = see_bundle(bundle)
                known, before = self.bundled.setdefault((bundle.name, bundle.made_from), (sight, after))
                if known != sight:
                    odd = sorted({path for path, _ in {*known.parts} ^ {*sight.parts}})[:3]
                    yield f"bundle {bundle.name}: other outputs ({odd}) after {before} and {after}"


@dataclass
class Ground:
    """A site that goes back to its first state, and all that was ever seen of it."""

    site: Site
    office: Office
    pristine: Path
    read: dict[tuple[str, bytes], Story] = field(default_factory=dict)
    witness: Witness = field(default_factory=Witness)

    def plan(self) -> Plans:
        """Every output of the site as it stands; what was read once of the same bytes is not read again."""
        pelican = open_quick(self.site, self.office.now)
        assert pelican.offers.read_story
        pelican.offers.read_story = self._remember(pelican.offers.read_story)
        return plan_outputs(pelican.offers.plans, pelican.check(Words()).news, pelican.ready_settings())

    def _remember(self, read_story: ReadStory) -> ReadStory:
        def read(path: Path, settings: Settings) -> Story:
            beside = sorted(path.parent.iterdir()) if path.name == "index.md" else [path]
            key = (str(path), b"\0".join(part for file in beside for part in (file.name.encode(), file.read_bytes())))
            if key not in self.read:
                self.read[key] = read_story(path, settings)
            return self.read[key]

        return read

    def look(self, after: str) -> list[str]:
        """What :meth:`Witness.look` says of the site as it stands."""
        return self.witness.look(self.plan(), after)

    def reset(self) -> None:
        shutil.rmtree(self.site.root / "content")
        shutil.copytree(self.pristine, self.site.root / "content")
        self.office = fill(self.site)


def open_quick(site: Site, now: str) -> NewsroomPelican:
    """The site, whose photos are made in this process; cards for social networks, which no output reads, are not."""
    pelican = site.open(NEWSROOM_NOW=now)
    render = pelican.offers.render_pictures
    assert render

    def render_photos(pictures: tuple[Picture, ...], *places: Path, **_: Any) -> tuple[tuple[Picture, PhotoFault], ...]:
        with ThreadPoolExecutor(1) as executor:
            return render([picture for picture in pictures if not picture.social], *places, executor=executor)

    pelican.offers.render_pictures = render_photos
    return pelican


def fill(site: Site) -> Office:
    """Write the stories; the same each time."""
    office = Office(site, 0)
    office.now = NOW
    for number in range(LISTED):
        tale = replace(office.add(number * 11 + 3), status="", expires="")
        reports = (f"Đã xong {{nhiem-vu: 2023/{number % 3 + 1} đạt {number} %}}.",) if number % 4 == 2 else ()
        office.keep(replace(tale, names=("full", "initials")[number % 2], body=(*tale.body, *reports)))
    return office


def honour(body: tuple[str, ...], number: int) -> tuple[str, ...]:
    """A text that honours nobody whom others honour too."""
    return tuple(part.replace("Sông Vang", f"số {number}").replace("Én", f"{number}") for part in body)


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Ground:
    site = make_site(tmp_path_factory.mktemp("declared") / "site")
    office = fill(site)
    pristine = site.root / "pristine"
    shutil.copytree(site.root / "content", pristine)
    made = Ground(site, office, pristine)
    assert made.look("") == []
    return made


def test_each_kind_of_change_shows_only_where_it_is_declared(ground: Ground) -> None:
    ground.reset()
    wrong = []
    for place, what in enumerate(WHAT):
        for which in range(place % 5, LISTED, 5):
            Change(what, which, place + which).happen(ground.office)
        wrong += ground.look(what)
    assert wrong == []


def test_days_and_missing_stories_show_only_where_they_are_declared(tmp_path: Path) -> None:
    """Lists with more pages or fewer, archives with more years and months or fewer."""
    site = make_site(tmp_path / "site")
    office = Office(site, 0)
    for number in range(2 * LISTED):
        tale = office.add(number * 4 + 1)
        expires = "2023-12-09" if number % 11 == 3 else ""
        office.keep(replace(tale, status="", expires=expires, body=honour(tale.body, number)))
    for tale in (office.pick(5), office.pick(14)):
        assert tale
        office.keep(replace(tale, status="ẩn", expires=tale.date[:4] + "-12-09"))
    pelican = open_quick(site, NOW)
    stories, witness, wrong = pelican.check(Words()).stories, Witness(), []
    for today in map(date.fromisoformat, DAYS):
        for gap in (0, 5, 2):
            then = replace(pelican.ready_settings(), today=today)
            kept = [story for place, story in enumerate(stories) if not gap or place % gap]
            wrong += witness.look(plan_outputs(pelican.offers.plans, arrange(kept, then), then), f"{today}, {gap}")
    assert wrong == []


def test_a_hidden_story_follows_the_lists_of_tags_that_it_types_in_another_case(site: Site) -> None:
    site.tell("2023-01-06-an", "Bài ẩn", head="Trạng thái: ẩn\nTừ khóa: TẾT")
    site.tell("2023-01-06-bai", "Bài đăng")
    site.tell("2023-01-06-tet", "Bài Tết", head="Từ khóa: Tết")
    pelican = open_quick(site, NOW)
    stories, witness = pelican.check(Words()).stories, Witness()
    for kept in (stories, stories[:2]):
        news = arrange(kept, pelican.ready_settings())
        assert witness.look(plan_outputs(pelican.offers.plans, news, pelican.ready_settings()), str(len(kept))) == []


@settings(max_examples=10, suppress_health_check=list(HealthCheck))
@given(changes=st.lists(CHANGES, min_size=1, max_size=4))
def test_changes_show_only_where_they_are_declared(ground: Ground, changes: list[Change]) -> None:
    ground.reset()
    for change in changes:
        change.happen(ground.office)
    assert ground.look(str(changes)) == []


# ── What templates read ──────────────────────────────────────────────────────


class Reader:
    """The templates of a theme, with a note of all that they read.

    Attributes:
        names: of the environment, but for macros.
        fields: (class of a view, attribute).
        others: attributes of anything else.
    """

    def __init__(self, site: Site) -> None:
        self.names: set[str] = set()
        self.fields: set[tuple[type, str]] = set()
        self.others: set[tuple[str, str]] = set()
        pelican = site.open(NEWSROOM_NOW=NOW)
        self._templates = Templates(pelican.settings, site_view(pelican.ready_settings()), "")
        self.env = self._templates.env
        reader, find = self, self.env.getattr

        class Listening(Context):
            def resolve_or_missing(self, key: str) -> Any:
                found = super().resolve_or_missing(key)
                if not isinstance(found, Macro):
                    reader.names.add(key)
                return found

        def listen(value: Any, attribute: str) -> Any:
            if is_dataclass(value):
                self.fields.add((type(value), attribute))
            else:
                self.others.add((type(value).__name__, attribute))
            return find(value, attribute)

        self.env.context_class = Listening
        self.env.getattr = listen

    def render(self, output: TemplateOutput) -> None:
        self._templates.render(output.template, output.make_view())


def test_templates_read_fields_of_their_view_and_of_the_site_and_nothing_else(ground: Ground) -> None:
    ground.reset()
    reader = Reader(ground.site)
    for output in unbundle(ground.plan()):
        if isinstance(output, TemplateOutput):
            assert list(find_loose(output.make_view(), "view")) == []
            reader.render(output)
    assert reader.names == {"view", "site"}
    assert {kind for kind, _ in reader.others} == {LoopContext.__name__}
    assert [read for read in reader.fields if read[1] not in {part.name for part in fields(read[0])}] == []


# ── What the audit says ──────────────────────────────────────────────────────


def test_the_audit_names_what_a_template_reads_besides_its_view(site: Site) -> None:
    typed = "<p>{% if false %}{{ lipsum() }}{% endif %}\n{{ site.name|random }}\n{{ view.page.__class__ }}"
    site.write("theme/templates/404.html", typed)
    sound = "{% set lipsum = 1 %}{{ lipsum }}{{ site.name|upper|replace('a', 'b') }}{{ range(3)|join }}"
    site.write("theme/templates/parts/foot.html", sound)
    assert list(find_strays(Reader(site).env, "theme/templates")) == [
        f"theme/templates/404.html, dòng {line}: mẫu trang dùng {what}, không chỉ những gì view và site cho biết."
        for line, what in ((1, "giá trị “lipsum”"), (2, "bộ lọc “random”"), (3, "thuộc tính “__class__”"))
    ]


def test_the_audit_names_filters_and_values_of_the_settings(site: Site) -> None:
    site.write("theme/templates/404.html", "{{ site.name|hôm_nay }}{{ bây_giờ }}")
    given = {"JINJA_FILTERS": {"hôm_nay": str}, "JINJA_GLOBALS": {"bây_giờ": 1}}
    pelican = site.open(**given)
    env = Templates(pelican.settings, site_view(pelican.ready_settings()), "").env
    assert [said.partition("dùng ")[2].partition(",")[0] for said in find_strays(env, "t")] == [
        "bộ lọc “hôm_nay”",
        "giá trị “bây_giờ”",
    ]


def test_the_audit_tells_which_field_of_a_view_differs_though_nothing_declared_does() -> None:
    def moved(title: str, target: str) -> TemplateOutput:
        view = RedirectView(PageView(title, target))
        return TemplateOutput("cu/index.html", "redirect", lambda: view, made_from=(title,))

    def written(text: bytes) -> BytesOutput:
        return BytesOutput("a.txt", lambda: text, made_from=())

    def compared(*outputs: TemplateOutput | BytesOutput) -> list[str]:
        known, other = (see(output, show(output)) for output in outputs)
        return list(compare({known.path: known}, [other], "output/", "ở lần soi trước"))

    assert compared(moved("Một", "/a/"), moved("Một", "/a/")) == []
    assert compared(moved("Một", "/a/"), moved("Hai", "/b/")) == []
    assert compared(moved("Một", "/a/"), moved("Một", "/b/")) == [
        "output/cu/index.html: cùng made_from nhưng view.page.address khác ở lần soi trước; có dữ liệu chưa khai báo."
    ]
    assert compared(written(b"a"), written(b"b")) == [
        "output/a.txt: cùng made_from nhưng nội dung khác ở lần soi trước; có dữ liệu chưa khai báo."
    ]


def test_the_audit_tells_of_a_bundle_whose_outputs_differ_though_it_is_made_from_the_same() -> None:
    def bundled(*paths: str) -> Sight:
        return see_bundle(Bundle("thang", "a", lambda: [BytesOutput(path, bytes, made_from=()) for path in paths]))

    def compared(one: Sight, other: Sight) -> list[str]:
        return list(compare({one.path: one}, [other], "Nhóm ", "ở lần soi trước"))

    assert compared(bundled("a", "b"), bundled("a", "b")) == []
    for other, odd in ((bundled("a", "c"), "b, c"), (bundled("b", "a"), "thứ tự")):
        said = f"Nhóm thang: cùng made_from nhưng {odd} khác ở lần soi trước; có dữ liệu chưa khai báo."
        assert compared(bundled("a", "b"), other) == [said]


def test_a_value_that_can_change_after_its_fingerprint_was_taken_is_loose() -> None:
    assert list(find_loose(((1, "a"), LinkView("a", "/"), None), "view")) == []
    assert list(find_loose(([], LinkView({1}, "/")), "view")) == ["view[0]", "view[1].text"]  # type: ignore[arg-type]


def test_verify_with_audit_proves_that_all_is_declared_or_says_what_is_not(site: Site) -> None:
    for number in range(3):
        site.tell(f"2023-01-0{number + 1}-bai-{number}", f"Bài số {number}", date=f"2023-01-0{number + 1}")
    now = ["--now", NOW]
    assert run(site, [*NEWSROOM, "build", *now])[0] == 0
    proof = "output/ giống hệt bản dựng sạch, từng byte một.\nMọi trang chỉ trình bày những gì nó đã khai báo.\n"
    assert run(site, [*NEWSROOM, "verify", "--audit", *now])[:2] == (0, proof)
    (memory,) = site.cache.rglob(MEMORY)
    memory.write_text(
        memory.read_text(encoding="utf-8").replace('[["view.page.title","', '[["view.page.title","khác', 1), "utf-8"
    )
    status, _, err = run(site, [*NEWSROOM, "verify", "--audit", *now])
    assert (status, len(err.splitlines())) == (1, 2)
    assert "cùng made_from nhưng view.page.title khác ở lần soi trước" in err
    assert err.endswith("Có 1 chỗ đọc dữ liệu chưa khai báo: xin báo cho người phụ trách kỹ thuật.\n")
