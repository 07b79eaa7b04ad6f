"""AsciiDoc, reStructuredText and ArchieML: structure, fields, exact places, and hostile text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from places import faults
from presslint.article import Article
from presslint.model.document import Block
from presslint.reading import read

ASCIIDOC = """\
= Bridge at Ayle *reopens*
Ines Moll <ines@post.example>; Ben Cole
v1.1, 2026-05-05: second edition
:description: Lorries must wait.
:keywords: bridges, Ayle

AYLE, England -- The *bridge* at _Ayle_ opens on
https://x.example/f[Friday] after nine weeks.footnote:[Council minutes.]

== What next

. one
.. deep
. two
+
Joined to two.

// a comment

term:: what it means

[quote, Moll]
____
Said.
____

.The pier
image::a.jpg[A pier,300]

NOTE: Mind the gap.

|===
|a |b

|c
|d
|===

----
code *x*
----

'''

See <<next,the next part>>, `code` and {attribute}: 2*3*4 is a_b_c.
"""

RST = """\
============================
Bridge at Ayle **reopens**
============================

:author: Ines Moll and Ben Cole
:date: 2026-05-05
:tags: bridges, Ayle
:summary: Lorries must
   wait.

AYLE, England -- The **bridge** at *Ayle* opens on
`Friday <https://x.example/f>`_ after nine weeks [1]_. See Minutes_.

What next
---------

#. one

   * deep

#. two

term
    what it means

    Said.

.. figure:: a.jpg
   :alt: A pier

   The pier

.. note:: Mind the gap.

Code::

    x = *1*

=====  =====
a      b
=====  =====
c      d
=====  =====

| a line
| of verse

----

.. a comment
.. _Minutes: https://x.example/m
.. [1] Council minutes.
"""

ARCHIEML = """\
hed: Bridge at Ayle reopens
dek = Lorries must wait.
byline: Ines Moll and Ben Cole
pubdate: 2026-05-05
tags: bridges, Ayle
{seo}
title: Ayle bridge
{}

:skip
presslint-disable
:endskip

[+body]
AYLE, England -- The <b>bridge</b> at Ayle opens on <a href="https://x.example/f">Friday</a> at last.

subhed: What next

He said: the gap stays.

{.image}
src: a.jpg
alt: A pier
caption: The pier
credit: Ana Ruiz
{}

quote: Said.

\\subhed: is no key here.
[]

bio: Moll covers
roads.
:end

:ignore
notes: never read
"""


def one(text: str, name: str) -> Article:
    (article,) = read(text.encode("utf-8", "surrogatepass"), name)
    assert faults(article) == []
    return article


def texts(article: Article, name: str) -> list[str]:
    return [field.text for field in article.all(name)]


def outline(blocks: tuple[Block, ...]) -> list[Any]:
    return [
        (block.kind.value, block.text, *([outline(block.children)] if block.children else []))
        for block in blocks
    ]


TABLE = (
    "table",
    "",
    [("row", "", [("cell", "a"), ("cell", "b")]), ("row", "", [("cell", "c"), ("cell", "d")])],
)


def test_asciidoc() -> None:
    article = one(ASCIIDOC, "story.adoc")
    assert texts(article, "headline") == ["Bridge at Ayle reopens"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "published") == ["2026-05-05"]
    assert texts(article, "description") == ["Lorries must wait."]
    assert texts(article, "tags") == ["bridges", "Ayle"]
    assert texts(article, "dateline") == ["AYLE, England"]
    assert outline(article.blocks) == [
        ("paragraph", "AYLE, England -- The bridge at Ayle opens on Friday after nine weeks."),
        ("heading", "What next"),
        (
            "list",
            "",
            [
                ("item", "one", [("list", "", [("item", "deep")])]),
                ("item", "two", [("paragraph", "Joined to two.")]),
            ],
        ),
        ("list", "", [("item", "term", [("paragraph", "what it means")])]),
        ("quote", "", [("paragraph", "Said.")]),
        ("media", ""),
        ("note", "", [("paragraph", "Mind the gap.")]),
        TABLE,
        ("code", "code *x*"),
        ("separator", ""),
        ("paragraph", "See the next part, code and \ufffc: 2*3*4 is a_b_c."),
        ("footnote", "Council minutes."),
    ]
    assert article.blocks[2].ordered
    assert not article.blocks[3].ordered
    assert [(link.text.text, link.target, link.kind) for link in article.links][:2] == [
        ("Friday", "https://x.example/f", "link"),
        ("", "footnote:[Council minutes.]", "footnote"),
    ]
    (media,) = article.all_media
    assert media.alt is not None
    assert media.caption is not None
    assert (media.target, media.alt.text, media.caption.text) == ("a.jpg", "A pier", "The pier")
    assert [comment.text for comment in article.comments] == ["a comment"]


def test_restructuredtext() -> None:
    article = one(RST, "story.rst")
    assert texts(article, "headline") == ["Bridge at Ayle reopens"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "published") == ["2026-05-05"]
    assert texts(article, "dek") == ["Lorries must wait."]
    assert texts(article, "tags") == ["bridges", "Ayle"]
    assert outline(article.blocks) == [
        ("paragraph", "AYLE, England -- The bridge at Ayle opens on Friday after nine weeks . See Minutes."),
        ("heading", "What next"),
        ("list", "", [("item", "one", [("list", "", [("item", "deep")])]), ("item", "two")]),
        ("list", "", [("item", "term", [("paragraph", "what it means"), ("paragraph", "Said.")])]),
        ("media", ""),
        ("note", "", [("paragraph", "Mind the gap.")]),
        ("paragraph", "Code:"),
        ("code", "    x = *1*"),
        TABLE,
        ("paragraph", "a line of verse"),
        ("separator", ""),
        ("footnote", "Council minutes."),
    ]
    assert [(link.text.text, link.target, link.kind) for link in article.links] == [
        ("Friday", "https://x.example/f", "link"),
        ("", "1", "footnote"),
        ("Minutes", "https://x.example/m", "link"),
    ]
    (media,) = article.all_media
    assert media.caption is not None
    assert media.caption.text == "The pier"
    assert [comment.text for comment in article.comments] == ["a comment"]


def test_archieml() -> None:
    article = one(ARCHIEML, "story.aml")
    assert texts(article, "headline") == ["Bridge at Ayle reopens"]
    assert texts(article, "headline-alt") == ["Ayle bridge"]
    assert texts(article, "byline") == ["Ines Moll", "Ben Cole"]
    assert texts(article, "published") == ["2026-05-05"]
    assert texts(article, "tags") == ["bridges", "Ayle"]
    assert texts(article, "dek") == []
    assert [problem.message for problem in article.problems] == [
        "“dek =” is no key, and ArchieML drops the line; write “dek:”."
    ]
    assert outline(article.blocks) == [
        ("paragraph", "AYLE, England -- The bridge at Ayle opens on Friday at last."),
        ("heading", "What next"),
        ("paragraph", "He said: the gap stays."),
        ("media", ""),
        ("quote", "", [("paragraph", "Said.")]),
        ("paragraph", "subhed: is no key here."),
    ]
    assert [(link.text.text, link.target) for link in article.links] == [("Friday", "https://x.example/f")]
    (media,) = article.all_media
    assert media.alt is not None
    assert media.caption is not None
    assert media.credit is not None
    assert [media.target, media.alt.text, media.caption.text, media.credit.text] == [
        "a.jpg",
        "A pier",
        "The pier",
        "Ana Ruiz",
    ]
    assert [field.text for field in article.all("extra")] == ["Moll covers roads."]
    assert [comment.text for comment in article.comments] == ["presslint-disable"]


def test_archieml_bodies_of_other_forms() -> None:
    long = one("hed: A\nbody: One.\n\nTwo\nthree.\n:end\n", "a.aml")
    assert [block.text for block in long.blocks] == ["One.", "Two three."]
    array = one("hed: A\n[body]\ntext: One.\nsubhed: Next\ntext: Two.\n[]\n", "a.aml")
    assert outline(array.blocks) == [("paragraph", "One."), ("heading", "Next"), ("paragraph", "Two.")]


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("a *b c* d", "a b c d", ["strong"]),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("*a _b_ c*", "a b c", ["em", "strong"]),
        ("**a**b", "ab", ["strong"]),
        ("snake_case_name", "snake_case_name", []),
        ("+++*a*+++ b", "*a* b", []),
        (r"\*a* b", "*a* b", []),
        ("link:x.html[a *b*]", "a *b*", ["link"]),
        ("#a# `b`", "a b", ["code"]),
        ("an *open mark", "an *open mark", []),
    ],
)
def test_asciidoc_marks(text: str, words: str, marks: list[str]) -> None:
    article = one(f"= T\n\nFirst.\n\n{text}\n\nLast.\n", "a.adoc")
    passage = article.blocks[1].passage
    assert passage is not None
    assert passage.text == words
    assert [mark.kind for mark in passage.marks] == marks


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("a **b c** d", "a b c d", ["strong"]),
        ("2 * 3 * 4", "2 * 3 * 4", []),
        ("``*a*`` b", "*a* b", ["code"]),
        (r"\*a* b", "*a* b", []),
        (":ref:`a road <target>`", "a road", []),
        ("`a title`", "a title", []),
        ("not_a_reference_", "not_a_reference_", []),
        ("|name| b", "\ufffc b", ["template"]),
    ],
)
def test_rst_marks(text: str, words: str, marks: list[str]) -> None:
    article = one(f"T\n=\n\nFirst.\n\n{text}\n\nLast.\n", "a.rst")
    passage = article.blocks[1].passage
    assert passage is not None
    assert passage.text == words
    assert [mark.kind for mark in passage.marks] == marks


def test_front_matter_before_light_markup() -> None:
    for name in ("a.adoc", "a.rst"):
        article = one("---\ntitle: Bridge\nauthor: Ines Moll\n---\n\nIt opens.\n", name)
        assert (texts(article, "headline"), texts(article, "byline")) == (["Bridge"], ["Ines Moll"])
        assert [block.text for block in article.blocks] == ["It opens."]


LINES = st.sampled_from(
    ["words here", "*a* _b_ `c`", "**d** ``e``", "* item", ". item", "1. item", "  indented", "    more", "== Head",
     "= Title", "----", "====", "____", "|===", "|a |b", ":key: value", "key: value", "[+body]", "[]", "{x}", "{}",
     ":end", ":skip", ":endskip", ".. note:: x", ".. [1] y", ".. _t: u", "See t_ [1]_", "+", "//", "////", "term::",
     "[quote]", "image::a[b]", "https://x.y[z] é😀", "", "", "\t", "\\hed: x", "subhed: x", ".Title", "NOTE: x", "::"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\r\n", "\r"]))
def test_every_word_stands_where_it_says(lines: list[str], newline: str) -> None:
    for name in ("a.adoc", "a.rst", "a.aml"):
        one(newline.join(lines), name)


@pytest.mark.parametrize(
    "text",
    [
        "*" * 20_000,
        "`" * 20_000,
        "link:" * 5_000,
        "https://a[" * 5_000,
        "footnote:[" * 5_000,
        "* a\n\n" * 3_000,
        "\n".join(" " * number + "* a\n" for number in range(300)),
        "\n".join("=" * (4 + number) + "\na" for number in range(300)),
        "..\n" * 5_000,
        "a::\n" * 5_000,
        "[+body]\n" + "{.a}\n" * 5_000,
        "hed - a\n" * 5_000 + ":end\n",
        "|===\n" + "|a " * 5_000,
        "a\n" + "\n" * 20_000,
        "",
    ],
    ids=lambda text: text[:8].strip(),
)
def test_hostile_text_is_read_and_nothing_breaks(text: str) -> None:
    for name in ("a.adoc", "a.rst", "a.aml"):
        article = one(text, name)
        assert len(article.problems) <= 50
        assert sum(1 for _ in article.walk()) < 10_000
