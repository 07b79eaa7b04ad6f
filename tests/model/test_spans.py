"""A mark stands on whole words: an editor who sees half a word marked does not know what is meant."""

from __future__ import annotations

import pytest

from presslint.engine.prove import unmark
from presslint.model.source import Span
from presslint.packs.catalog import Catalog, house
from presslint.packs.rule import Rule

RULES = Catalog([house()]).rules
# these mark characters and not words
OF_CHARACTERS = frozenset(("encoding-damage", "template-variable", "weekday-date-mismatch"))
KNOWN = {"prompt-leak": "marks “Headline: F” of “Headline: Ferry”"}


def cuts_a_word(text: str, span: Span) -> bool:
    """Whether a mark begins or ends between two letters or figures of a word."""
    return span.start < span.end and any(
        0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() and not is_unspaced(text[at])
        for at in (span.start, span.end)
    )


def is_unspaced(char: str) -> bool:
    """Whether a character is of a script that puts no blanks between words."""
    return "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7a3" or "\u0e00" <= char <= "\u0eff"


@pytest.mark.parametrize(
    ("text", "span", "cut"),
    [
        ("the ferry sails", Span(4, 9), False),
        ("the ferry sails", Span(4, 8), True),
        ("the ferry sails", Span(5, 9), True),
        ("an estimated $1 billion", Span(3, 15), False),
        ("$1bn", Span(0, 2), True),
        ("ferry’s", Span(0, 5), False),
        ("ferry", Span(2, 2), False),
    ],
)
def test_what_cuts_a_word(text: str, span: Span, cut: bool) -> None:
    assert cuts_a_word(text, span) is cut


@pytest.mark.parametrize(
    "rule",
    [
        pytest.param(rule, id=name, marks=[pytest.mark.xfail(strict=False, reason=KNOWN[name])])
        if name in KNOWN
        else pytest.param(rule, id=name)
        for name, rule in RULES.items()
        if name not in OF_CHARACTERS
    ],
)
def test_marks_of_a_rule_stand_on_whole_words(rule: type[Rule]) -> None:
    cut = []
    for number, example in enumerate(rule.examples, 1):
        text, spans = unmark(example.text) if example.bad else (example.text, [])
        cut += [(number, text[span.start : span.end]) for span in spans if cuts_a_word(text, span)]
    assert not cut
