"""Every rule is proved by its own examples, read by the real reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from presslint import Article, Bad, Finding, Good, Rule, Severity
from presslint.engine.prove import prove, unmark
from presslint.packs.catalog import Catalog, house
from presslint.packs.rule import Example
from presslint.packs.suppression import RULES

CATALOG = Catalog([house()])
SUPPRESSION = {rule.name for rule in RULES}


@pytest.mark.parametrize("name", list(CATALOG.rules))
def test_examples_hold(name: str) -> None:
    rule = CATALOG.rules[name]
    failed = [f"example {v.number}: {v.word}: {v.detail}" for v in prove(rule) if not v.ok]
    assert not failed, "\n".join(failed)


@pytest.mark.parametrize("name", [name for name in CATALOG.rules if name not in SUPPRESSION])
def test_a_good_example_comes_to_the_check_or_shows_what_is_passed_over(name: str) -> None:
    unasked = [verdict.number for verdict in prove(CATALOG.rules[name]) if not verdict.asked]
    assert not unasked, f"the check of {name} never sees the examples {unasked}"


class Shouting(Rule):
    """Words in capitals are reported, those after the first as an error."""

    name = "shouting"
    reads_words = frozenset({"!"})
    not_for = frozenset({"live"})

    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.prose:
            for number, (found, _) in enumerate(passage.find(re.compile(r"\b[A-Z]{2,}\b"))):
                yield self.finding(
                    found, f"{found.text} shouts.", severity=Severity.ERROR if number else Severity.WARNING
                )


TWO = "So [[LOUD]] and [[RUDE]]!\n"


@pytest.mark.parametrize(
    ("example", "word"),
    [
        (Bad(TWO, says=("LOUD shouts.", "RUDE shouts."), severity=("warning", "error")), "ok"),
        (Bad("So [[LOUD]]!\n", says="LOUD shouts.", severity="warning"), "ok"),
        (Bad(TWO, says="LOUD shouts."), "misworded"),
        (Bad(TWO, says=("LOUD shouts.", "LOUD shouts.")), "misworded"),
        (Bad(TWO, says=("LOUD shouts.",)), "misworded"),
        (Bad(TWO, severity="warning"), "misgraded"),
        (Bad(TWO, severity=("warning", "warning")), "misgraded"),
        (Bad(TWO, severity=("warning", "error", "error")), "misworded"),
    ],
)
def test_what_an_example_says_is_asked_of_every_mark(example: Example, word: str) -> None:
    class Shouts(Shouting):
        examples = (example,)

    assert [verdict.word for verdict in prove(Shouts)] == [word]


@pytest.mark.parametrize(
    ("example", "asked"),
    [
        (Good("A quiet word!\n"), True),
        (Good("A quiet word.\n"), False),  # passed over for what it does not hold
        (Good("---\ntype: live\n---\nLOUD!\n"), True),  # passed over for its type, which is the point
        (Good("---\ntype: live\n---\nA quiet word!\n"), False),
        (Bad("[[LOUD]]!\n"), True),
    ],
)
def test_a_good_example_that_is_passed_over_is_told(example: Example, asked: bool) -> None:
    class Shouts(Shouting):
        examples = (example,)

    assert [(verdict.word, verdict.asked) for verdict in prove(Shouts)] == [("ok", asked)]


def test_unmark_gives_text_and_spans() -> None:
    text, spans = unmark("a [[b]] c [[]]d")
    assert text == "a b c d"
    assert [(s.start, s.end) for s in spans] == [(2, 3), (6, 6)]
    assert [text[s.start : s.end] for s in spans] == ["b", ""]


def test_unmark_leaves_an_unclosed_mark() -> None:
    assert unmark("a [[b") == ("a [[b", [])
