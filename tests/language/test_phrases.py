"""One pass for all phrase lists: the same hits as each list alone would find, in the right voice and place."""

from __future__ import annotations

import re
from re import _parser  # type: ignore[attr-defined]

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.language.phrases import (
    OVERLAP,
    WINDOW,
    Phrase,
    Phrases,
    copies,
    folded_phrase,
    level,
    stands_alone,
    windowed,
)
from presslint.packs.catalog import Catalog, house
from presslint.reading import read

SAMPLE = """---
title: The ferry that pays its way
dek: A note on ferries
---

The ferry stops. “The ferry never stops,” she said, and `ferry()` is code. Don’t miss the ferryman.

## Ferry fares

> The ferry of others.

```
ferry
```

![Ferry at the pier](ferry.jpg)
"""


def article(text: str, name: str = "story.md"):
    return next(iter(read(text.encode(), name)))


def found(phrases: Phrases, text: str, **voice: bool) -> list[str]:
    return [hit.passage.text for hit in phrases.find(article(text), **voice)]


def test_a_phrase_stands_alone_and_outside_quotations_and_code() -> None:
    ferry = Phrases([Phrase("ferry", words=("ferry",))])
    assert found(ferry, SAMPLE) == ["ferry", "ferry", "Ferry", "Ferry"]
    assert found(ferry, SAMPLE, own=False) == ["ferry", "ferry", "ferry", "ferry", "Ferry", "ferry", "Ferry"]


def test_a_hit_says_where_it_stands() -> None:
    hits = list(Phrases([Phrase("ferry", words=("ferry",))]).find(article(SAMPLE)))
    assert [hit.copy.field.name if hit.copy.field else hit.copy.order for hit in hits] == [
        "headline",
        0,
        1,
        4,
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        (Phrase("a", words=("don't miss",)), "Don’t miss it.", ["Don’t miss"]),
        (Phrase("a", words=("don’t miss",)), "Don't miss it.", ["Don't miss"]),
        (Phrase("a", words=("TK",), cased=True), "TK and tk.", ["TK"]),
        (Phrase("a", words=("ferr",), bounded=False), "Ferries ferry.", ["Ferr", "ferr"]),
        (Phrase("a", words=("’",), bounded=False, levelled=False), "It’s and it's.", ["’"]),
        (
            Phrase("a", words=("two words",)),
            "Two\u00a0words and two\nwords.",
            ["Two words", "two words"],
        ),
        (Phrase("a", r"\bf\w+y\b", ("f",)), "A ferry fairly fast.", ["ferry", "fairly"]),
        (Phrase("a", r"\bF\w+y\b", ("f",), cased=True), "Ferry, ferry.", ["Ferry"]),
        (Phrase("a", r"\d+"), "No 5 of 12.", ["5", "12"]),
        (Phrase("a", r"x*"), "axxb", ["xx"]),
        (Phrase("a", words=("i",)), "İstanbul i.", ["i"]),
    ],
)
def test_ways_to_say_a_phrase(phrase: Phrase, text: str, expected: list[str]) -> None:
    assert found(Phrases([phrase]), text) == expected
    assert [
        text[s:e].replace("\n", " ").replace("\u00a0", " ")
        for _, s, e, _ in Phrases([phrase], indexed=False).search(text)
    ] == expected


def test_the_longest_of_overlapping_phrases_wins() -> None:
    phrases = Phrases([Phrase("short", words=("data",)), Phrase("long", words=("data centre",))])
    hits = list(phrases.find(article("The data centre holds data.\n")))
    assert [(hit.phrase.name, hit.passage.text) for hit in hits] == [
        ("long", "data centre"),
        ("short", "data"),
    ]


def test_a_list_made_after_an_article_was_read_is_found_all_the_same() -> None:
    read_before = article("The ferry stops.\n")
    assert [hit.passage.text for hit in Phrases([Phrase("a", words=("ferry",))]).find(read_before)] == [
        "ferry"
    ]
    assert [hit.passage.text for hit in Phrases([Phrase("b", words=("stops",))]).find(read_before)] == [
        "stops"
    ]


def test_lists_do_not_see_each_other() -> None:
    one, two = Phrases([Phrase("a", words=("ferry",))]), Phrases([Phrase("a", words=("pier",))])
    text = "The ferry at the pier.\n"
    assert (found(one, text), found(two, text)) == (["ferry"], ["pier"])


def test_every_stretch_of_copy_is_read_once() -> None:
    spans = [
        copy.passage.span for copy in copies(article("# Head\n\nBy Ana Ruiz\n\nText.\n\n- one\n  - two\n"))
    ]
    assert len(spans) == len(set(spans))


@given(st.text(max_size=80))
def test_levelling_and_folding_keep_every_index(text: str) -> None:
    assert len(level(text)) == len(text)
    assert len(folded_phrase(text)) == len(text)


@given(st.lists(st.text(alphabet="abÉ ’", min_size=1, max_size=9), max_size=400).map(" ".join))
def test_windows_lose_no_word(text: str) -> None:
    word = re.compile(r"\w+")
    assert [m.span() for m in windowed(word, text)] == [m.span() for m in word.finditer(text)]


def test_a_text_without_spaces_is_cut_all_the_same() -> None:
    text = "x" * (WINDOW * 2 + 5)
    assert sum(len(match.group()) for match in windowed(re.compile("x+"), text)) == len(text)


@given(st.text(alphabet="ab-' É", max_size=30), st.sampled_from(["a", "ab", "-", "a b", "é"]))
def test_the_automaton_finds_what_a_search_finds(text: str, word: str) -> None:
    expected = [
        (at, at + len(word))
        for at in range(len(text))
        if folded_phrase(text).startswith(word, at) and stands_alone(text, at, at + len(word))
    ]
    kept: list[tuple[int, int]] = []
    for start, end in expected:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    for indexed in (True, False):
        phrases = Phrases([Phrase("w", words=(word,))], indexed=indexed)
        assert [(start, end) for _, start, end, _ in phrases.search(text)] == kept


@given(st.lists(st.integers(1, 600), max_size=20), st.integers(1, OVERLAP))
def test_no_match_is_lost_between_two_windows(gaps: list[int], length: int) -> None:
    text = "".join(" " * gap + "a" * length for gap in gaps)
    pattern = re.compile(rf"a{{{length}}}|$")
    assert [m.span() for m in windowed(pattern, text)] == [m.span() for m in pattern.finditer(text)]


def test_a_phrase_across_what_was_a_cut_is_found_once() -> None:
    phrases = Phrases([Phrase("pros", r"pros and (?:the )?cons", ("pros and",))])
    for start in range(WINDOW - OVERLAP - 20, WINDOW + 20):
        text = "x " * (start // 2) + "x" * (start % 2) + "pros and the cons" + " y" * WINDOW
        assert [hit[1] for hit in phrases.search(text)] == [start]


def test_no_phrase_of_the_house_is_longer_than_windows_overlap() -> None:
    """Patterns without a bound (the digits of a number, say) are left out: what they match is short."""
    lists = {
        value
        for rule in Catalog([house()]).rules.values()
        for value in rule.check.__globals__.values()
        if isinstance(value, Phrases)
    }
    widths = {
        phrase.name: _parser.parse(phrase.pattern).getwidth()[1]
        for each in lists
        for phrase in each.phrases
        if phrase.pattern
    }
    assert len(widths) > 100
    assert {name for name, width in widths.items() if OVERLAP < width < _parser.MAXWIDTH} == set()
