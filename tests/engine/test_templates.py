"""A template gets its view and nothing else; whatever it lacks is a fault with its place."""

from __future__ import annotations

from tests.sites import Site


def test_an_undefined_name_is_a_fault_at_its_line(site: Site) -> None:
    site.write("theme/templates/404.html", "<p>\n{{ view.page.titel }}\n")
    assert site.refuse() == [
        "theme/templates/404.html, dòng 2: Mẫu trang dùng một giá trị không có hoặc không đúng "
        "(UndefinedError: 'newsroom.views.PageView object' has no attribute 'titel'). "
        "Hãy sửa mẫu trang này rồi chạy lại."
    ]


def test_the_settings_and_lists_of_pelican_do_not_reach_a_template(site: Site) -> None:
    site.write("theme/templates/404.html", "{{ SITENAME }}")
    assert "'SITENAME' is undefined" in site.refuse()[0]


def test_a_broken_template_and_a_broken_part_are_named_with_their_lines_in_one_go(site: Site) -> None:
    site.write("theme/templates/404.html", "<p>\n{% if %}\n")
    site.write("theme/templates/parts/foot.html", "{{ site.name.first() }}")
    faults = site.refuse()
    assert any(fault.startswith("theme/templates/404.html, dòng 2: Mẫu trang sai cú pháp") for fault in faults)
    assert sum(fault.startswith("theme/templates/parts/foot.html, dòng 1:") for fault in faults) == 1


def test_a_missing_template_is_not_replaced_by_one_of_pelicans_own(site: Site) -> None:
    (site.root / "theme/templates/404.html").unlink()
    assert site.refuse() == ["Giao diện thiếu mẫu trang 404.html. Hãy bổ sung mẫu trang này."]


def test_a_missing_part_is_named_at_the_line_that_asks_for_it(site: Site) -> None:
    site.write("theme/templates/404.html", "<p>\n\n{% include 'parts/khong-co.html' %}\n")
    assert site.refuse() == [
        "theme/templates/404.html, dòng 3: Mẫu trang gọi đến mẫu parts/khong-co.html không có trong giao diện. "
        "Hãy sửa mẫu trang này rồi chạy lại."
    ]


def test_text_is_escaped_whatever_the_settings_say(site: Site) -> None:
    site.write("theme/templates/404.html", "{{ site.name }}")
    site.build(NEWSROOM_NAME="Hội <b>&", JINJA_ENVIRONMENT={"autoescape": False})
    assert site.files()["404.html"] == b"H\xe1\xbb\x99i &lt;b&gt;&amp;"


def test_a_theme_with_a_broken_environment_is_a_sentence(site: Site) -> None:
    assert site.refuse(JINJA_ENVIRONMENT={"khong_co": 1})[0].startswith("Không dùng được thư mục giao diện (TypeError")
