"""What is new in an article against another version of it: fingerprints first, then sentences that were edited."""

from __future__ import annotations

import pytest

from presslint import Finding, Severity, Span
from presslint.engine.newness import is_same_edited, split_new

SENTENCE = "the council keeps its night buses"


def found(
    context: str, at: int = 0, *, rule: str = "r", fingerprint: str = "", text: str = "", times: int = 0
) -> Finding:
    """A finding in a sentence; without a fingerprint of its own, the sentence is its identity."""
    span = Span(at, at + 1)
    return Finding(
        rule,
        Severity.ERROR,
        "M.",
        span,
        text=text,
        context=context,
        fingerprint=fingerprint or f"{rule} {context}",
        times=times,
    )


def test_what_was_there_is_old_wherever_it_stands_now() -> None:
    before = [found("one"), found("two", 10)]
    now = [found("two", 0), found("three", 5), found("one", 20)]
    assert split_new(now, before) == ([now[1]], [now[0], now[2]])


def test_the_findings_of_the_base_may_come_one_by_one() -> None:
    """A generator can be gone through only once."""
    now = [found(f"{SENTENCE} now")]
    assert split_new(now, (each for each in [found(SENTENCE)])) == ([], now)


def test_without_a_base_everything_is_new_and_without_findings_nothing() -> None:
    now = [found("one"), found("two", 10)]
    assert split_new(now, []) == (now, [])
    assert split_new([], now) == ([], [])


@pytest.mark.parametrize(("before", "now", "new"), [(1, 1, 0), (1, 2, 1), (2, 3, 1), (2, 2, 0), (3, 1, 0)])
def test_the_same_finding_counts_as_often_as_it_was_there(before: int, now: int, new: int) -> None:
    """Which of them is new is not said of the first, which stood there before."""
    each = [found("the same", at) for at in range(now)]
    still, old = split_new(each, [found("the same", at) for at in range(before)])
    assert still == each[now - new :]
    assert old == each[: now - new]


def test_an_old_finding_in_an_edited_sentence_is_old() -> None:
    now = [found("the council keeps its last night buses")]
    assert split_new(now, [found(SENTENCE)]) == ([], now)


def test_an_edited_sentence_of_another_rule_is_new() -> None:
    now = [found("the council keeps its last night buses", rule="other")]
    assert split_new(now, [found(SENTENCE)]) == (now, [])


def test_a_finding_that_is_still_there_excuses_no_other() -> None:
    """One sentence was copied and edited: the copy is new, be it above or below."""
    kept, copy = found(SENTENCE, 20), found(f"{SENTENCE} now", 50)
    assert split_new([kept, copy], [kept]) == ([copy], [kept])
    copy = found(f"{SENTENCE} now")
    assert split_new([copy, kept], [kept]) == ([copy], [kept])


def test_a_finding_that_is_gone_excuses_one_edited_sentence_and_no_more() -> None:
    first, second = found(f"{SENTENCE} now"), found(f"{SENTENCE} today", 50)
    assert split_new([first, second], [found(SENTENCE)]) == ([second], [first])
    assert split_new([first, second], [found(SENTENCE), found(f"{SENTENCE} again", 40)]) == (
        [],
        [first, second],
    )


def test_as_many_as_are_gone_may_have_been_edited() -> None:
    kept, edited, more = found(SENTENCE), found(f"{SENTENCE} now", 50), found(f"{SENTENCE} today", 70)
    before = [found(SENTENCE), found(SENTENCE, 40)]
    assert split_new([kept, edited], before) == ([], [kept, edited])
    assert split_new([edited, more], before) == ([], [edited, more])
    assert split_new([kept, edited, more], before) == ([more], [kept, edited])


def test_what_is_old_comes_in_the_order_of_the_text() -> None:
    edited, moved = found(f"{SENTENCE} now", 0), found("one", 10)
    assert split_new([edited, moved], [found("one"), found(SENTENCE)])[1] == [edited, moved]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("a b", "a b", True),
        ("The Council votes", "the council VOTES", True),
        ("a b c", "b c a", True),
        ("a b c", "a b d", True),  # two of four words
        ("a b", "a c", False),  # one of three
        ("a b c d e", "a b c f g", False),  # three of seven
        ("a", "b", False),
        ("", "", True),
        ("a", "", False),
        ("", "a", False),
    ],
)
def test_half_of_their_words_make_two_versions_one_sentence(one: str, other: str, same: bool) -> None:
    assert is_same_edited(found(one), found(other)) is same


@pytest.mark.parametrize(
    ("before", "now", "is_new"), [(2, 2, False), (3, 2, False), (2, 3, True), (0, 0, False)]
)
@pytest.mark.parametrize("edit", ["", " now"])
def test_one_copy_more_is_new_and_one_less_is_not(before: int, now: int, is_new: bool, edit: str) -> None:
    finding = found(SENTENCE + edit, times=now)
    new, old = split_new([finding], [found(SENTENCE, times=before)])
    assert (new, old) == (([finding], []) if is_new else ([], [finding]))


def test_findings_of_two_rules_are_never_the_same() -> None:
    assert not is_same_edited(found(SENTENCE), found(SENTENCE, rule="other"))


@pytest.mark.parametrize(
    ("before", "now", "same"),
    [
        ("the the", "the the", True),  # the sentence was edited around it
        ("The the", "the THE", True),
        ("the the", "its its", False),  # one was mended, another made
        ("the council keeps its night", "the council keeps its late", True),  # most of the sentence
        ("the council keeps its night", "buses", False),
        ("", "", True),
        ("", "night", False),
    ],
)
def test_one_defect_of_a_sentence_excuses_no_other(before: str, now: str, same: bool) -> None:
    one, other = found(SENTENCE, text=before), found(f"{SENTENCE} now", text=now)
    assert is_same_edited(one, other) is same


def test_findings_without_a_sentence_are_told_apart_by_their_words() -> None:
    assert is_same_edited(found("", text="Timeline"), found("", text="Timeline"))
    assert not is_same_edited(found("", text="Timeline"), found("", text="Reaction"))
