"""Braces in Markdown: attributes are read as such, words in braces are words, shortcodes may be of any length."""

from __future__ import annotations

import pytest

from places import faults
from presslint.article import Article
from presslint.model.document import Kind, Media
from presslint.model.passage import MASK
from presslint.reading import read


def article(text: str, path: str = "story.md") -> Article:
    (found,) = read(text.encode("utf-8"), path)
    assert faults(found) == []
    return found


def texts(text: str) -> list[str]:
    return [block.text for block in article(text).walk() if block.text]


def picture(text: str) -> Media:
    (found,) = article(text).all_media
    return found


# -- words ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("## {ferry}", "{ferry}"),
        ("## Support in {ferry}", "Support in {ferry}"),
        ("## Support in {ferry two} ##", "Support in {ferry two}"),
        ("Support in {ferry}\n---", "Support in {ferry}"),
        ("## Support {v1.2}", "Support {v1.2}"),
        ("## Support {#ferry}", "Support"),
        ("## Support {.wide}", "Support"),
        ("## Support {#ferry .wide lang=en}", "Support"),
        ("## Support {-}", "Support"),
        ("## Support {:#ferry}", "Support"),
        ("## Support {: #ferry .wide}", "Support"),
        ("## Support {: .wide}", "Support"),
    ],
)
def test_braces_of_a_heading_are_attributes_only_with_a_mark(written: str, read_as: str) -> None:
    (heading, _) = article(f"{written}\n\nBoats sail.\n").blocks
    assert (heading.kind, heading.text) == (Kind.HEADING, read_as)


def test_a_word_in_braces_stands_in_copy() -> None:
    assert texts("The {ferry} sails.\n") == ["The {ferry} sails."]


def test_braces_in_code_that_looks_like_a_heading_stay() -> None:
    (code,) = article("```\n# {ferry}\n```\n").blocks
    assert code.text.strip() == "# {ferry}"


# -- attributes -----------------------------------------------------------------------------------


def test_the_text_alternative_may_stand_in_attributes() -> None:
    text = 'Fares rose.\n\n![](fares.png){fig-alt="Bars: fares by pier" width=50%}\n'
    found = picture(text)
    assert found.alt is not None
    assert found.alt.text == "Bars: fares by pier"
    assert text[slice(*found.alt.span)] == "Bars: fares by pier"
    assert texts(text) == ["Fares rose."]


def test_with_such_an_alternative_the_brackets_hold_the_caption() -> None:
    found = picture("![Fares rose](fares.png){#fares fig-alt='Bars by pier'}\n")
    assert found.alt is not None
    assert found.alt.text == "Bars by pier"
    assert found.caption is not None
    assert found.caption.text == "Fares rose"


def test_attributes_without_an_alternative_leave_the_brackets_alone() -> None:
    found = picture("![Bars by pier](fares.png){width=50%}\n")
    assert found.alt is not None
    assert found.alt.text == "Bars by pier"
    assert found.caption is None


@pytest.mark.parametrize("attributes", ["{.wide}", "{#x .wide}", '{target="_blank"}', "{:target=_blank}"])
def test_attributes_behind_links_and_code_are_no_copy(attributes: str) -> None:
    assert texts(f"See [the fares](/fares){attributes} now.\n") == ["See the fares now."]
    assert texts(f"Run `ferry`{attributes} now.\n") == ["Run ferry now."]


def test_braces_behind_a_bracket_that_are_no_attributes_are_copy() -> None:
    assert texts("The set (a){b} is small.\n") == ["The set (a){b} is small."]


# -- shortcodes of any length ---------------------------------------------------------------------

LONG = "Boats &amp;quot;sail&amp;quot; at dawn. " * 400


@pytest.mark.parametrize(
    "shortcode",
    [
        f'{{{{< raw srcdoc="{LONG}" >}}}}',
        f'{{{{% raw srcdoc="{LONG}" %}}}}',
        f'{{% include box.html text="{LONG}" %}}',
        f"{{{{< raw `{LONG}\n\n{LONG}` >}}}}",
        f'{{{{< raw "{LONG} >}}}} {LONG}" >}}}}',
        f'{{{{< raw\n  a="1"\n  b="{LONG}\n\n{LONG}"\n>}}}}',
    ],
)
def test_a_shortcode_is_no_copy_however_long_it_is(shortcode: str) -> None:
    assert texts(f"It sails.\n\n{shortcode}\n\nIt lands.\n") == ["It sails.", "It lands."]


def test_a_component_is_no_copy_however_long_it_is() -> None:
    text = f"It sails.\n\n<Chart data={{[{'1, ' * 3000}]}} />\n\nIt lands.\n"
    assert [block.text for block in article(text, "story.mdx").walk() if block.text] == [
        "It sails.",
        "It lands.",
    ]


def test_an_unclosed_quotation_mark_in_a_shortcode_costs_no_copy() -> None:
    text = '{{< fig cap="5" wide" >}}\n\nThe “boat” sails.\n\nShe said "no" {{< x >}}\n'
    assert texts(text) == ["The “boat” sails.", f'She said "no" {MASK}']


def test_an_unclosed_shortcode_ends_at_a_blank_line() -> None:
    assert texts("It {{< sails.\n\nIt lands. {{< x >}}\n") == ["It {{< sails.", f"It lands. {MASK}"]


# -- cross-references -----------------------------------------------------------------------------


def test_an_empty_cross_reference_stands_for_a_title() -> None:
    text = "See [](#timetable) to learn.\n"
    found = article(text)
    assert texts(text) == [f"See {MASK} to learn."]
    assert [link.target for link in found.links] == ["#timetable"]


def test_an_empty_link_to_another_page_has_no_words() -> None:
    assert [link.text.text for link in article("See [](/fares) now.\n").links] == [""]
