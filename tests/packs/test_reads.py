"""What rules read: a rule is asked where an article has something of it, and only there."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from presslint import Article, Finding, Rule
from presslint.engine.lint import lint, reason_to_skip
from presslint.model.regex import regex
from presslint.packs.declared import Undeclared, settle
from presslint.packs.reads import holds
from presslint.reading import read


class Asked(Rule):
    """Every article that it is asked about is told."""

    name = "asked"

    def check(self, article: Article) -> Iterator[Finding]:
        yield self.finding(article, "It was asked.")


def one(text: str) -> Article:
    return next(iter(read(text.encode(), "story.md")))


@pytest.mark.parametrize(
    ("name", "text", "without"),
    [
        ("headline", "---\ntitle: Pier opens\n---\nIt opens.\n", "It opens.\n"),
        ("heading", "The pier.\n\n## Costs\n\nMany.\n", "The pier.\n"),
        ("link", "See [the pier](https://pier.example).\n", "See the pier.\n"),
        ("media", "![The pier](pier.jpg)\n", "The pier.\n"),
        ("comment", "It opens. <!-- soon -->\n", "It opens.\n"),
        ("prose", "It opens.\n", "## Costs\n"),
        ("dates", "It opened on 5 May 2026.\n", "It opened in room 5.\n"),
        ("times", "It opens at 7:45 pm.\n", "It opens in room 5.\n"),
        ("days", "It opens on Tuesday.\n", "It opens.\n"),
        ("years", "It opened in 1990.\n", "It opened with 19.\n"),
        ("figures", "It cost three million dollars.\n", "## Costs\n"),
        ("quotations", "“It opens,” said Ana Ruiz.\n", "It opens, said Ana Ruiz.\n"),
        ("cues", "The pier opens, Ana Ruiz said.\n", "The pier opens.\n"),
        ("repeats.paragraphs", "The pier opens.\n\nThe pier opens.\n", "The pier opens.\n"),
        ("announcements.bare", "It opens.\n\n## Costs\n\n## Next to it\n\nMany.\n", "It opens.\n"),
    ],
)
def test_a_rule_is_asked_where_the_article_has_what_it_reads(name: str, text: str, without: str) -> None:
    assert holds(one(text), frozenset({name}))
    assert not holds(one(without), frozenset({name}))


def test_one_of_several_things_is_enough_and_a_word_is_asked_for_besides() -> None:
    class Both(Asked):
        reads = frozenset({"heading", "dates"})
        reads_words = frozenset({"pier"})

    assert len(lint(one("The Piers opened on 5 May 2026.\n"), [Both()]).findings) == 1
    assert not lint(one("The gate opened on 5 May 2026.\n"), [Both()]).findings
    assert not lint(one("The pier opened.\n"), [Both()]).findings


def test_the_reason_names_what_is_lacking() -> None:
    class Both(Asked):
        reads = frozenset({"heading", "repeats.labels"})
        reads_words = frozenset({"pier", "quay"})

    skip = reason_to_skip(Both(), one("It opened.\n"))
    assert skip is not None
    assert skip.reason == "the article says neither “pier” nor “quay”"
    skip = reason_to_skip(Both(), one("The pier opened.\n"))
    assert skip is not None
    assert skip.reason == "the article has no heading and no “repeats.labels”"
    assert skip.is_judged

    class Many(Asked):
        reads_words = frozenset("one two three four five".split())

    skip = reason_to_skip(Many(), one("It opened.\n"))
    assert skip is not None
    assert skip.reason == "none of the rule's 5 words stands in the article"


WITHHELD = regex(r"\bwhat (?:happened|came) next\b|\bisn[’']t it\b", re.IGNORECASE)


class ByPattern(Asked):
    name = "by-pattern"
    reads_patterns = (WITHHELD,)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("See what happened next.\n", True),
        ("# WHAT CAME NEXT\n", True),
        ("It is, isn’t it?\n", True),
        ("It happened.\n", False),
        ("See:\n\n```\nwhat happened next\n```\n", False),
        ("Kızıl çarşı.\n", True),  # a dotless i is an “i” to an expression for which case does not count
    ],
)
def test_a_rule_is_asked_where_one_of_its_patterns_may_match(text: str, asked: bool) -> None:
    skip = reason_to_skip(ByPattern(), one(text))
    assert (skip is None) is asked
    if skip is not None:
        assert skip.reason == "the article holds nothing that the rule's patterns could match"
        assert skip.is_judged


def test_a_pattern_without_literals_lets_the_rule_be_asked_everywhere() -> None:
    class Anywhere(Asked):
        reads_patterns = (WITHHELD, regex(r"\d+"))

    assert reason_to_skip(Anywhere(), one("It opened.\n")) is None


def test_patterns_are_a_tuple() -> None:
    class Alone(Asked):
        reads_patterns = WITHHELD

    with pytest.raises(Undeclared, match="a tuple of patterns belongs here"):
        settle(Alone)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("See [the pier](https://pier.example/?UTM_source=a).\n", True),
        ("See [the pier](#).\n", True),
        ("![The pier](utm_pier.jpg)\n", True),
        ("See [the pier](https://pier.example/#top), utm_source.\n", False),
        ("The pier.\n", False),
    ],
)
def test_a_rule_is_asked_where_an_address_is_one_that_it_looks_for(text: str, asked: bool) -> None:
    class ByAddress(Asked):
        reads_addresses = frozenset({"utm_", "\n#\n"})

    skip = reason_to_skip(ByAddress(), one(text))
    assert (skip is None) is asked
    assert skip is None or skip.reason == "no address in the article is one that the rule looks for"


def test_former_names_are_understood() -> None:
    class Former(Asked):
        looks_at = ("heading", "figure", "quotation")
        looks_for = frozenset({"pier"})

    settle(Former)
    assert Former.reads == {"heading", "figures", "quotations"}
    assert Former.reads_words == {"pier"}


def test_a_name_that_no_article_holds_is_refused() -> None:
    class Misspelt(Asked):
        reads = frozenset({"headings"})

    with pytest.raises(Undeclared, match="no article holds “headings”; did you mean “heading”"):
        settle(Misspelt)
