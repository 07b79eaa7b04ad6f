"""Code that nothing in the source marks as code is no prose, and prose that speaks of code stays prose."""

from __future__ import annotations

import pytest

from presslint.article import Article
from presslint.language.codelike import can_be_code, is_code, is_comment, reads_as_prose
from presslint.model.document import Kind
from presslint.model.source import Source
from presslint.reading import html, markdown

CODE = (
    "#!/bin/sh",
    "ls -l /srv/ferries --all",
    'BOAT=gull PIER="north quay"',
    'if [ -n "$BOAT" ]; then sail "$BOAT"; fi',
    "function sail () { if test $# = 1; then cast_off $1; fi }",
    "SELECT name FROM boats WHERE pier = 4",
    "int main() { return sail(4); }",
    "[Harbour] Label=North Locale=en",
    "root@pier:/srv# tail boats.log",
    "! { } | & * ; ( ) < > space tab",
    "boats => sail($pier); // cast off",
    "Traceback (most recent call last): in sail",
)
PROSE = (
    "The ferry sails at nine.",
    "Set $PIER before you sail, and the boat finds its way by itself.",
    "You call sail() with the name of a pier and wait.",
    "[Ana] - Hi, Ben -",
    "[ Laughter ]",
    "ferry: Fähre; boat: Boot; pier: Anleger",
    "Ana Ruiz | Harbour desk | 4 May",
    "See https://ferry.example.org/map?pier=4 and https://ferry.example.org/boats.",
    "[![build](https://ci.example.org/boats.svg)](https://ci.example.org/boats)",
    "By {{ author }}",
    "By <NAME>, <DATE>",
    "2 + 2 = 4",
    "and/or",
    "船は sail() と moor() を呼び、そのあと port_of_call() が --all で港を返します。",
    "",
)


def body(text: str, name: str = "story.md") -> Article:
    read = html.read if name.endswith(".html") else markdown.read
    (article,) = read(Source(text, name))
    return article


def shapes(article: Article) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in article.walk()]


@pytest.mark.parametrize("text", CODE)
def test_what_has_the_shape_of_code_is_code(text: str) -> None:
    assert is_code(text)


@pytest.mark.parametrize("text", PROSE)
def test_prose_with_a_name_of_code_in_it_is_prose(text: str) -> None:
    assert not is_code(text)


def test_a_comment_is_told_by_its_first_sign() -> None:
    assert all(map(is_comment, ("# the crew", "// the crew", "dnl the crew")))
    assert not any(map(is_comment, ("#crew", "The crew")))


def test_a_short_line_can_be_code_beside_code() -> None:
    assert can_be_code("BOAT=gull")
    assert not can_be_code("The crew of four")


def test_sentences_that_are_all_marked_as_code_read_as_prose() -> None:
    assert reads_as_prose("The ferry is at the pier and all of the crew are on it.")
    assert not reads_as_prose("sail gull north")


def test_a_script_set_as_paragraphs_is_code_with_its_comments() -> None:
    article = body(
        "<p>The harbour uses this script every night to find out which boats are late.</p>"
        "<P>#!/bin/sh</P><P># find the late boats</P><P>BOAT=gull</P><P>rm -f /tmp/$BOAT && sail $BOAT;</P>"
        "<p>It is run at ten.</p>",
        "page.html",
    )
    assert [kind for kind, _ in shapes(article)] == [
        Kind.PARAGRAPH,
        Kind.CODE,
        Kind.CODE,
        Kind.CODE,
        Kind.CODE,
        Kind.PARAGRAPH,
    ]


def test_a_line_with_a_hash_beside_prose_is_no_code() -> None:
    article = body("<p>The ferry sails.</p><p># find the late boats</p><p>It is late.</p>", "page.html")
    assert {kind for kind, _ in shapes(article)} == {Kind.PARAGRAPH}


def test_a_comment_whose_fence_is_lost_is_no_subhead() -> None:
    article = body(
        "#!/bin/sh\n# find the late boats\nrm -f /tmp/$BOAT && sail $BOAT;\n\n# The crew\n\nFour.\n"
    )
    assert (Kind.CODE, "find the late boats") in shapes(article)
    assert (Kind.HEADING, "The crew") in shapes(article)


def test_a_subhead_above_code_stays_a_subhead() -> None:
    article = body("The boats.\n\n# Sail away\n\nrm -f /tmp/$BOAT && sail $BOAT;\n")
    assert (Kind.HEADING, "Sail away") in shapes(article)


def test_an_item_that_is_code_holds_a_block_of_code() -> None:
    article = body("Run these:\n\n- ls -l /srv/boats\n- the ferry\n")
    assert [kind for kind, _ in shapes(article)][1:] == [Kind.LIST, Kind.ITEM, Kind.CODE, Kind.ITEM]


def test_elements_of_old_pages_that_hold_code_are_read_as_code() -> None:
    article = body("<p>A list:</p><xmp>The boat <b>sails</b>.</xmp><listing>The crew</listing>", "page.html")
    assert [kind for kind, _ in shapes(article)] == [Kind.PARAGRAPH, Kind.CODE, Kind.CODE]
    article = body("<p>The variable <var>boat</var> names it.</p>", "page.html")
    assert [mark.kind for mark in article.blocks[0].passage.marks] == ["code"]  # type: ignore[union-attr]


OWN = """\
The ferry sails at nine, as the harbour master says.

=PICTURE=pier.jpg=
The pier at dawn
=

=ZOOM=The ferry sails at nine=
The crew has four members.

=CODE_START=
# the crew

sail([BOAT],[x])
=CODE_END=

=TEXTBOX_START=**The boats**=
They are "new.
=TEXTBOX_END=
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_house_s_own_markup_is_no_copy(end: str) -> None:
    found = shapes(body(OWN.replace("\n", end)))
    assert [kind for kind, _ in found] == [
        Kind.PARAGRAPH,
        Kind.EMBED,
        Kind.EMBED,
        Kind.PARAGRAPH,
        Kind.CODE,
        Kind.NOTE,
        Kind.PARAGRAPH,
    ]
    assert found[5][1] == "The boats"
    assert found[4][1].startswith("# the crew")


def test_signs_of_equality_in_a_sentence_are_no_markup() -> None:
    (found,) = shapes(body("The sum =BOATS= is a name, and x =Y= is none.\n"))
    assert found == (Kind.PARAGRAPH, "The sum =BOATS= is a name, and x =Y= is none.")


def test_a_mark_that_nothing_closes_is_a_line_of_text() -> None:
    assert (Kind.PARAGRAPH, "=CODE_START=") in shapes(body("The boat sails.\n\n=CODE_START=\n\nFour.\n"))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_table_without_heads_is_a_table(end: str) -> None:
    found = shapes(body("The boats:\n\n | |\n-|-|\nGull | North |\n".replace("\n", end)))
    assert [text for kind, text in found if kind is Kind.CELL] == ["", "", "Gull", "North"]


def test_a_subhead_behind_an_element_with_markdown_in_it_is_a_subhead() -> None:
    found = shapes(body('Boats.\n\n<div markdown="1" class="box">\n## The crew\n\nFour.\n</div>\n'))
    assert (Kind.HEADING, "The crew") in found


def test_numbers_in_the_squares_of_a_puzzle_are_no_tags() -> None:
    squares = '<td><div class="tag">1</div></td><td><div class="tag">2</div></td>'
    article = body(f"<html><body><h1>Puzzle</h1><table><tr>{squares}</tr></table></body></html>", "page.html")
    assert article.tags == ()
    article = body('<html><body><h1>Ferry</h1><div class="tag">ferries</div></body></html>', "page.html")
    assert [tag.text for tag in article.tags] == ["ferries"]


def test_a_last_paragraph_of_chinese_sentences_is_no_run_of_tags() -> None:
    article = body(
        "---\ntitle: 渡船\n---\n渡船九点开。\n\n您将了解到可以使用WebBoat规范和MyPier工具 。学完这些OpenPier您将清楚\n"
    )
    assert article.tags == ()
