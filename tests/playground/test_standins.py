"""What stands in for a library in the browser gives what the library gives: on documents, and on what chance makes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from types import SimpleNamespace
from typing import Any

import ahocorasick
import pyromark
import pytest
import turbohtml
from hypothesis import given
from hypothesis import strategies as st

from playground.bridge import MISSING, PARSERS, ROOT, Parsers, standin
from playground.events import of_html, of_markdown
from presslint.reading import markdown, read
from presslint.reading.markdown import OPTIONS

DOCUMENTS = sorted(
    path
    for folder in ("docs", "examples", "playground")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in (".md", ".mdx") and "rules" not in path.parts
)
PAGES = [
    *sorted((ROOT / "examples").rglob("*.html")),
    ROOT / "playground" / "page" / "index.html",
]
BLOCKS = (
    "Plain words of *one* and **two** lines\nand a second, with a hard break  \nand another\\\nhere.",
    "Entities &amp; &nbsp; &#8212; &notit; and \\*escapes\\* and 😀 beside é.",
    "A [link](http://a.example/x_(y) \"Title &amp; more\"), a <http://auto.example> and <me@mail.example>.",
    "A [reference][one], a [one][], a [one], a [none] and a ![picture *of*][one].",
    "![alone](a.png 'A caption')",
    "`code`, `` co`de ``, ` a  b ` and\n`two\nlines`.",
    "~~gone~~ and ~gone~ and <b>bold</b> and <br> and <!-- a remark --> after.",
    "[one]: <http://one.example/a b> 'The one'",
    "# A heading {#name .class}",
    "## Another *one* ##",
    "Set in\n======",
    "Set below\n---",
    "***",
    "- tight\n- list\n  going on\n- of three",
    "- loose\n\n- list\n\n  with a paragraph",
    "3. counted\n4. on\n   - inside\n     1. deeper\n   - again",
    "- [ ] to do\n- [x] done",
    "  * set in\n  * by two",
    "> quoted\n> on\nlazily",
    "> - in a quotation\n> - a list\n>\n> and more",
    "> [!WARNING]\n> Take care.\n>\n> And more.",
    "> > two deep\n>\n> one",
    "```py\nfenced\n  code\n\nhere\n```",
    "~~~\nother\n~~~",
    "> ```\n> quoted\n>\n> code\n> ```",
    "- item\n\n  ```\n  code in it\n  ```",
    "    indented\n\n      code",
    "<div class=\"a\">\n<p>Words</p>\n</div>",
    "<!-- a remark\non two lines -->",
    "- <p>\n    in an item</p>",
    "| a | *b* |\n|---|:-:|\n| `x\\|y` | \\| z |\n| short |\n| 1 | 2 | 3 |",
    "a | b\n--|--\n1 | 2",
    "Words with a note.[^n]",
    "[^n]: The note, *set*.\n\n    And its second paragraph.",
    "Words  \twith\ttabs",
    "1986\\. A great year, and 1) no list",
    "***both* of** them, snake_case_words and 2*3*4",
)  # fmt: skip
PIECES = (
    "<p>", "</p>", "<b ", "x=1 ", "y='a&amp;b'", ">", "/>", "<!--", "-->", "&amp;", "&not", "&#x41;", " ", "\n", "\r\n",
    "é", "😀", "<script>", "</script>", "<title>", "</title>", "<!", "a", "<", "&", "</", "--!>", "<textarea>",
    "</textarea>", "\t", "<style>", "</style>", "=", "\"", "'", "<noscript>", "</noscript>", "</>", "<BR/>", "&copy=", "&#0;",
)  # fmt: skip


@pytest.fixture(scope="module")
def parsers() -> Iterator[Parsers]:
    if shutil.which("node") is None:
        pytest.skip("Node is not installed")
    if not PARSERS.is_file():
        pytest.skip(MISSING)
    found = Parsers()
    sys.modules["presslint_parsers"] = found
    yield found
    del sys.modules["presslint_parsers"]
    found.close()


@pytest.fixture(scope="module")
def own_pyromark(parsers: Parsers) -> Any:
    return standin("pyromark")


@pytest.fixture(scope="module")
def own_turbohtml(parsers: Parsers) -> Any:
    return standin("turbohtml")


def same_markdown(own: Any, text: str) -> None:
    expected = of_markdown(pyromark.events_with_range(text, options=OPTIONS), text)
    assert of_markdown(own.events_with_range(text, options=OPTIONS), text) == expected
    expected_definitions = pyromark.reference_definitions(text, options=OPTIONS)
    assert own.reference_definitions(text, options=OPTIONS) == expected_definitions


def same_html(own: Any, text: str) -> None:
    def tokens(library: Any) -> Any:
        return of_html(library.tokenize(text, resolve_references=False, capture_source=True))

    assert tokens(own) == tokens(turbohtml)


# -- Markdown --------------------------------------------------------------------------------------


@pytest.mark.parametrize("block", BLOCKS)
def test_each_kind_of_markdown_gives_the_events_of_pyromark(own_pyromark: Any, block: str) -> None:
    same_markdown(own_pyromark, block + "\n\n[one]: /one\n")
    same_markdown(own_pyromark, "é😀\n\n" + block)
    same_markdown(own_pyromark, block.replace("\n", "\r\n") + "\r\n\r\nAfter.\r\n")


def test_kinds_of_markdown_one_behind_the_other_give_the_events_of_pyromark(own_pyromark: Any) -> None:
    chance = Random(18)
    for _ in range(300):
        chosen = chance.choices(BLOCKS, k=chance.randrange(2, 7))
        # behind a list or a note, what is set in would belong to it, and between two lists stands something
        same_markdown(own_pyromark, "\n\nBetween.\n\n".join(chosen) + "\n")


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_documents_give_the_events_of_pyromark(own_pyromark: Any, path: Path) -> None:
    same_markdown(own_pyromark, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_the_reader_makes_the_same_article_of_it(
    own_pyromark: Any, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    expected = [repr((each.blocks, each.fields, each.comments)) for each in read(data, path.name)]
    monkeypatch.setattr(
        markdown,
        "pyromark",
        SimpleNamespace(
            events_with_range=own_pyromark.events_with_range,
            reference_definitions=own_pyromark.reference_definitions,
        ),
    )
    assert [repr((each.blocks, each.fields, each.comments)) for each in read(data, path.name)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "*a* 😉*, b.*\n",  # an emoji is punctuation to pyromark, none to micromark
        "    code\n\n3) a list to pyromark\n",
        "a | b\n- | -\n1 | 2\n",  # a table to pyromark
    ],
)
def test_what_the_readme_says_differs_does_differ(own_pyromark: Any, text: str) -> None:
    real = of_markdown(pyromark.events_with_range(text, options=OPTIONS), text)
    assert of_markdown(own_pyromark.events_with_range(text, options=OPTIONS), text) != real


def test_half_of_a_surrogate_pair_is_refused_as_pyromark_refuses_it(own_pyromark: Any) -> None:
    for library in (pyromark, own_pyromark):
        with pytest.raises(UnicodeEncodeError):
            list(library.events_with_range("a\ud800", options=OPTIONS))


def test_a_mark_of_byte_order_is_counted(own_pyromark: Any) -> None:
    same_markdown(own_pyromark, "\ufeffWords *here*.\n")


# -- HTML ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_give_the_tokens_of_turbohtml(own_turbohtml: Any, path: Path) -> None:
    same_html(own_turbohtml, path.read_text(encoding="utf-8"))


def test_pieces_of_pages_in_any_order_give_the_tokens_of_turbohtml(own_turbohtml: Any) -> None:
    chance = Random(18)
    for _ in range(2_000):
        same_html(own_turbohtml, "".join(chance.choices(PIECES, k=chance.randrange(1, 30))))


@pytest.mark.parametrize(
    "text", ["<?php x ?>y", "<a\n href='x\r\ny'>\r\rq\r\n", "a\ud800b<i>", "<![CDATA[ x ]]>y"]
)
def test_odd_pages_give_the_tokens_of_turbohtml(own_turbohtml: Any, text: str) -> None:
    same_html(own_turbohtml, text)


# -- lists of words --------------------------------------------------------------------------------

WORDS = st.lists(st.text("ab", min_size=1, max_size=7), min_size=1, max_size=30)


@given(WORDS, st.text("ab ", max_size=80))
def test_words_are_found_as_the_automaton_finds_them(words: list[str], text: str) -> None:
    found = []
    for library in (ahocorasick, standin("ahocorasick")):
        automaton = library.Automaton()
        for number, word in enumerate(words):
            automaton.add_word(word, (len(word), number))
        automaton.make_automaton()
        assert len(automaton) == len(set(words))
        found.append(list(automaton.iter(text)))
    assert found[0] == found[1]
