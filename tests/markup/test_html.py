"""The HTML writer gives the bytes that the standard library gives for the parsed tree."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, tostring

from hypothesis import example, given
from hypothesis import strategies as st

from newsroom.markup.inline import InlineText, set_plain, set_text
from newsroom.markup.references import Reference

PIECES = (
    *(
        "**đậm**",
        "*nghiêng*",
        "_",
        "*",
        "`mã 5 kg`",
        "\\*",
        "\\_",
        "\\",
        "[tên](muc.md)",
        "[tên]",
        "https://a.vn/?x=1&y=2",
    ),
    *(
        "<b>",
        "&",
        '"',
        ">",
        "\n",
        " ",
        "5 kg",
        "1.000 đồng",
        "12/KH-CTĐ",
        "0101 2345 6789",
        "+84 912 345 678",
        "+",
        "12",
    ),
    *("kg", "đồng", ".", ",", "/", "-", "chữ", "x"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


class Anywhere:
    """Every link leads to its own target."""

    def render_link(self, reference: Reference) -> Element:
        link = Element("a", {"href": reference.target})
        link.text = reference.text
        return link

    def render_note(self, name: str) -> None:
        return None

    def render_report(self, typed: str, before: str) -> None:
        return None


def make_tree(first: str, second: str) -> Element:
    root = Element("div")
    set_text(SubElement(root, "p"), first)
    figure = SubElement(root, "figure", {"id": "anh-1", "title": first})
    SubElement(figure, "img", {"alt": second})
    set_text(figure, second)
    set_plain(SubElement(SubElement(root, "li"), "span"), first)
    set_text(root[-1], f" {second}")
    return root


@given(TEXTS, TEXTS)
@example("năm \\_5 kg", "\\>12 kg\n1 234 567 890 123 456 789 0123 45")
@example("x" * 201 + "[" * 201 + "5 kg", "`" * 30 + "a" * 300)
def test_what_is_written_is_what_the_parsed_tree_holds(first: str, second: str) -> None:
    inline = InlineText()
    tree = inline.parse(make_tree(first, second), Anywhere())
    expected = "\n".join(tostring(block, encoding="unicode", method="html") for block in tree)
    assert inline.render(make_tree(first, second), Anywhere()) == expected
