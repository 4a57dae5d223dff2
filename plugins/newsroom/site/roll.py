"""The roll of honour (contract §3): by year, then by form of award, in the office's own order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from newsroom.honours import HONOURS, Honour, HonourForm, HonourGroup, HonourList, HonourYear, hides_names
from newsroom.site.addresses import output_path, place_of
from newsroom.site.cards import write_moment
from newsroom.site.edition import Edition
from newsroom.site.headlines import render_headline
from newsroom.site.machines import write_path
from newsroom.site.rollfiles import write_csv, write_json
from newsroom.text.dates import write_date
from newsroom.text.folding import case_key
from newsroom.text.slugs import slugify
from newsroom.views import (
    Bundle,
    BytesOutput,
    HonourFormView,
    HonourGroupView,
    HonourListView,
    HonourView,
    Inputs,
    LinkView,
    PageView,
    RollIndexView,
    RollView,
    RollYearView,
    TemplateOutput,
)

FEED = f"{HONOURS}rss.xml"
_TITLE = "Bảng ghi công"
OTHER = "Khen thưởng"
"""What an award is called whose form the office does not name."""

_MOST_ANCHOR = 60


def plan_roll(edition: Edition) -> Iterator[Bundle]:
    """The list of all years, and every year's page and downloads."""
    yield Bundle(HONOURS, write_lines(edition), partial(_plan, edition), place_of(HONOURS))


def write_lines(edition: Edition) -> str:
    """What all of it follows from; who is withdrawn stands in the settings."""
    awarded = edition.contents.having("awards")
    return "\n".join(f"{s.address} {write_moment(s.head.date)} {s.head.names} {s.facts_print}" for s in awarded)


def _plan(edition: Edition) -> Iterator[TemplateOutput | BytesOutput]:
    years = edition.honour_years
    said = {each.year: _inputs(each, edition) for each in years}
    made_from = tuple(said.values())
    yield TemplateOutput(output_path(HONOURS), "roll_index", partial(make_index_view, edition), made_from)
    addresses = tuple(each.address for each in years)
    for each in years:
        inputs = said[each.year]
        view = partial(make_roll_view, edition, each)
        yield TemplateOutput(output_path(each.address), "roll", view, (*inputs, _others(each), addresses))
        yield BytesOutput(f"{_path(each)}.csv", partial(write_csv, edition, each), inputs)
        yield BytesOutput(f"{_path(each)}.json", partial(write_json, edition, each), inputs)


def _path(each: HonourYear) -> str:
    return f"{each.address.removeprefix('/')}khen-thuong"


def _inputs(each: HonourYear, edition: Edition) -> Inputs:
    """All that a year's list and downloads follow from."""
    return (
        each.year,
        tuple(
            (s.address, write_moment(s.head.date), hides_names(s.head, edition.settings), s.facts_print)
            for s in each.stories
        ),
    )


def _others(each: HonourYear) -> Inputs:
    """What other awards the year's page points to."""
    return tuple(
        (anchor, *((o.year, o.anchor, o.award.form, o.award.decision, o.award.decided) for o in found))
        for anchor, found in each.others.items()
    )


def make_index_view(edition: Edition) -> RollIndexView:
    """``/khen-thuong/``."""
    settings = edition.settings
    text = f"Tập thể, cá nhân được khen thưởng vì sự nghiệp nhân đạo, do {settings.name} ghi lại theo từng năm."
    page = _page(edition, _TITLE, HONOURS, text)
    return RollIndexView(page, tuple(_view_year(each, edition) for each in edition.honour_years))


def _view_year(each: HonourYear, edition: Edition) -> RollYearView:
    forms = edition.honour_forms(each)
    anchors = _name_anchors(forms)
    counted = (
        (f.form or OTHER, f"{each.address}#{a}", _count(_honours_of(f.lists)))
        for f, a in zip(forms, anchors, strict=True)
    )
    everyone = (honour for f in forms for honour in _honours_of(f.lists))
    return RollYearView(each.year, each.address, _count(everyone), tuple(counted))


def make_roll_view(edition: Edition, each: HonourYear) -> RollView:
    """``/khen-thuong/2023/``."""
    forms = edition.honour_forms(each)
    everyone = [honour for form in forms for honour in _honours_of(form.lists)]
    summary = f"{_count(everyone)} được khen thưởng, theo thứ tự trong các quyết định"
    title = f"{_TITLE} năm {each.year}"
    return RollView(
        page=_page(edition, title, each.address, f"{summary}. {edition.settings.name}."),
        summary=summary,
        count=len(everyone),
        years=tuple(LinkView(str(o.year), o.address, o.year == each.year) for o in edition.honour_years),
        forms=tuple(_view_form(f, anchor, each) for f, anchor in zip(forms, _name_anchors(forms), strict=True)),
        csv=f"/{_path(each)}.csv",
        json=f"/{_path(each)}.json",
    )


def _page(edition: Edition, title: str, address: str, description: str) -> PageView:
    above = () if address == HONOURS else ((_TITLE, HONOURS),)
    return PageView(
        title,
        address,
        description,
        section=edition.section_of(HONOURS),
        feed=FEED,
        robots=edition.settings.roll_indexed,
        data=write_path(edition.settings, *above, (title, address)) if edition.settings.roll_indexed else "",
    )


def _name_anchors(forms: Sequence[HonourForm]) -> list[str]:
    """An id for each form of award, each once."""
    taken: Counter[str] = Counter()
    anchors = []
    for form in forms:
        anchor = slugify(form.form or OTHER, _MOST_ANCHOR)
        taken[anchor] += 1
        anchors.append(anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}")
    return anchors


def _view_form(form: HonourForm, anchor: str, each: HonourYear) -> HonourFormView:
    return HonourFormView(form.form or OTHER, anchor, tuple(_view_list(one, each) for one in form.lists))


def _view_list(one: HonourList, each: HonourYear) -> HonourListView:
    first, day = one.first, one.story.head.date
    decided = f" ngày {_write_day(first.decided)}" if first.decided else ""
    body = first.body if case_key(first.body) not in case_key(first.form) else ""
    by = f" của {body}" if body and first.decision else body
    rest = f"{decided}{by}".strip()
    count = _count(_honours_of([one]))
    told = f"tin ngày {write_date(day)}" if day else one.story.head.title
    return HonourListView(
        number=first.decision,
        rest=render_headline(f"{rest}. {count}" if rest else count),
        story=LinkView(render_headline(told), one.story.address),
        groups=tuple(_view_group(group, one, each) for group in one.groups),
    )


def _write_day(decided: str) -> str:
    """The day as an office writes it; what is no date stays as typed."""
    try:
        return write_date(date.fromisoformat(decided))
    except ValueError:
        return decided


def _view_group(group: HonourGroup, one: HonourList, each: HonourYear) -> HonourGroupView:
    return HonourGroupView(
        title="Tập thể" if group.collective else "Cá nhân",
        photo=f"{one.story.address}#anh-{group.figure}" if group.figure else "",
        honours=tuple(_view_honour(honour, each) for honour in group.honours),
    )


def _view_honour(honour: Honour, each: HonourYear) -> HonourView:
    award = honour.award
    unit = f"{award.office}, {award.unit}" if award.office and award.unit else award.office or award.unit
    others = each.others.get(honour.anchor)
    if not others:
        return HonourView(honour.anchor, award.who, unit, ())
    links = tuple(LinkView(name, o.address) for name, o in zip(_name_others(others), others, strict=True))
    return HonourView(honour.anchor, award.who, unit, links)


def _name_others(others: Sequence[Honour]) -> list[str]:
    """``Bằng khen, 2022``; where two would be called the same, with the decision's number, else its day."""
    names = [f"{o.award.form or 'khen thưởng'}, {o.year}" for o in others]
    counts = Counter(names)
    return [f"{name}{_tell_apart(o)}" if counts[name] > 1 else name for name, o in zip(names, others, strict=True)]


def _tell_apart(honour: Honour) -> str:
    if honour.award.decision:
        return f" (số {honour.award.decision})"
    return f" (ngày {_write_day(honour.award.decided)})" if honour.award.decided else ""


def _honours_of(lists: Iterable[HonourList]) -> list[Honour]:
    return [honour for one in lists for group in one.groups for honour in group.honours]


def _count(honours: Iterable[Honour]) -> str:
    """``3 tập thể, 4 cá nhân``."""
    counts = Counter(honour.award.collective for honour in honours)
    words = ((counts[True], "tập thể"), (counts[False], "cá nhân"))
    return ", ".join(f"{count} {word}" for count, word in words if count)
