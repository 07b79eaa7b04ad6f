from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presslint.language.likeness import (
    common_letters,
    compare,
    containment,
    content,
    difference,
    fold,
    jaccard,
    sequence_ratio,
    stem,
    stems,
)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor’s plan", "the Mayor's plan"),
        ("Night buses: what now?", "night buses — what now"),
        ("U.S. trade", "US trade"),
        ("“We will pay”", "'we will pay'"),
        ("Café", "Cafe\u0301"),
        ("soft\u00adhyphen", "softhyphen"),
    ],
)
def test_fold_makes_typography_equal(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("3.5", "35"), ("1,200", "12 00"), ("cafe", "café"), ("up", "upper")]
)
def test_fold_keeps_what_is_said(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(WORDS)
def test_fold_is_settled(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("price", "prices"),
        ("bus", "buses"),
        ("city", "cities"),
        ("cutting", "cuts"),
        ("maintains", "maintained"),
        ("mayor", "mayor’s"),
        ("vote", "voting"),
        ("challenge", "challenges"),
    ],
)
def test_inflections_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("news", "new"), ("us", "use"), ("bus", "but"), ("virus", "viral")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_content_leaves_function_words_out_but_keeps_initialisms() -> None:
    assert [found.word for found in content("What the US says to WHO about IT")] == [
        "US",
        "says",
        "WHO",
        "IT",
    ]
    assert stems("WHAT THE MAYOR SAYS") == stems("What the mayor says")


@given(WORDS, WORDS)
def test_measures_are_symmetric_and_bounded(one: str, other: str) -> None:
    a, b = frozenset(stems(one)), frozenset(stems(other))
    for measure in (jaccard, containment):
        assert measure(a, b) == measure(b, a)
        assert 0 <= measure(a, b) <= 1
    assert jaccard(a, b) <= containment(a, b)
    assert sequence_ratio(one, other) == sequence_ratio(other, one)


@given(WORDS)
def test_a_text_adds_nothing_to_itself(text: str) -> None:
    found = compare(text, text)
    assert found.new == ()
    assert found.restated == ()
    assert found.shared == found.size


def test_compare_tells_synonyms_from_news() -> None:
    found = compare(
        "Town keeps its edge as port loses freight", "Town holds lead as port loses freight in May"
    )
    assert found.restated == ("keeps", "edge")
    assert found.new == ()
    assert found.shared == 4
    found = compare("Three routes end in May", "Council cuts night buses")
    assert found.new == ("Three", "routes", "end", "May")
    assert found.jaccard == 0


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Why the price rose", "Why prices rose", ""),
        ("Key challenge ahead", "Key challenges ahead", ""),
        ("What Labour says", "What the Conservatives say", "name"),
        ("Who is Ana Ruiz?", "Who is Ben Cole?", "name"),
        ("Before the vote", "After the vote", "polarity"),
        ("The case for a bypass", "The case against a bypass", "polarity"),
        ("Who can vote", "Who can't vote", "polarity"),
        ("Budget in 2024", "Budget in 2025", "number"),
        ("The first candidate", "The second candidate", "number"),
        ("What happens on Monday", "What happens on Tuesday", "day"),
    ],
)
def test_difference_names_what_makes_headings_parallel(one: str, other: str, kind: str) -> None:
    assert difference(one, other) == kind
    assert difference(other, one) == kind


def test_words_that_the_article_also_writes_small_are_no_names() -> None:
    assert difference("Key Port Challenges", "Key Challenges") == "name"
    assert difference("Key Port Challenges", "Key Challenges", {"port"}) == ""


@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_common_letters_are_the_longest_common_subsequence(one: str, other: str) -> None:
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, left in enumerate(one):
        for j, right in enumerate(other):
            best = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
            table[i + 1][j + 1] = best
    assert common_letters(one, other) == table[-1][-1]
