"""The heart: roll-ups, merging, crashes, skipping, fingerprints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import pytest

from presslint import Article, Finding, Rule, Severity
from presslint.engine.lint import lint
from presslint.reading import read

STORY = "---\ntitle: One\n---\n\nFirst words here.\n\n## Alpha\n\nA text.\n\n## Beta\n\nAnother text.\n"


def article(text: str = STORY, name: str = "story.md") -> Article:
    return next(iter(read(text.encode(), name)))


def named(name: str, phrase: str, **attributes: object) -> Rule:
    """A rule that marks each occurrence of a phrase."""

    def check(self: Rule, article: Article) -> Iterator[Finding]:
        for passage in article.passages:
            for hit, _ in passage.find(phrase):
                yield self.finding(hit, f"{name} at {phrase}.")

    kind = type("Made", (Rule,), {"check": check, **attributes})
    kind.name = name
    return kind()


def rules_of(found: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in found]


@pytest.mark.parametrize(
    ("scope", "phrase", "left"),
    [
        ("place", "Alpha", ["strong"]),
        ("place", "Beta", ["strong", "weak"]),
        ("section", "A text", ["strong"]),
        ("section", "Another", ["strong", "weak"]),
        ("article", "Another", ["strong"]),
    ],
)
def test_a_finding_yields_to_a_graver_one(scope: str, phrase: str, left: list[str]) -> None:
    strong, weak = named("strong", "Alpha"), named("weak", phrase, yields_to={"strong": scope})
    assert sorted(rules_of(lint(article(), [strong, weak]).findings)) == left
    assert rules_of(lint(article(), [weak]).findings) == ["weak"], "nothing to yield to"


def test_findings_of_one_place_merge_with_the_higher_severity() -> None:
    host = named("host", "Alpha", severity=Severity.SUGGESTION)
    guest = named("guest", "Alpha", severity=Severity.WARNING, merges_with=("host",))
    (finding,) = lint(article(), [guest, host]).findings
    assert (finding.rule, finding.also, finding.severity) == ("host", ("guest",), Severity.WARNING)
    assert finding.message == "host at Alpha. guest at Alpha."
    assert rules_of(lint(article(), [guest]).findings) == ["guest"]


def test_a_rule_that_raises_is_named_and_the_others_run() -> None:
    class Boom(Rule):
        def check(self, article: Article) -> Iterator[Finding]:
            yield self.finding(article, "Before the crash.")
            raise KeyError("lost")

    Boom.name = "boom"
    result = lint(article(), [Boom(), named("fine", "Alpha")])
    assert "fine" in rules_of(result.findings)
    (crash,) = result.crashes
    assert crash.rule == "boom"
    assert "KeyError: 'lost'" in crash.error


def test_what_the_format_cannot_carry_is_skipped_and_said() -> None:
    rule = named("linked", "words", needs=frozenset({"links", "holograms"}))
    result = lint(article(), [rule])
    assert result.findings == ()
    assert [(s.rule, s.reason) for s in result.skipped] == [("linked", "markdown cannot carry holograms")]


def test_a_rule_keeps_to_its_language_and_story_types() -> None:
    german = article("---\ntitle: Eins\nlanguage: de\n---\n\nWords here.\n")
    english = named("english", "Words", languages=frozenset({"en"}))
    assert [s.rule for s in lint(german, [english]).skipped] == ["english"]
    opinion = article("---\ntitle: One\nstory-type: opinion\n---\n\nWords here.\n")
    assert lint(opinion, [named("news", "Words", not_for=frozenset({"opinion"}))]).findings == ()


def test_a_severity_set_in_config_wins_over_the_rule_and_the_case() -> None:
    class Graded(Rule):
        seen: ClassVar[int] = 0

        def check(self, article: Article) -> Iterator[Finding]:
            yield self.finding(article, "A case.", severity=Severity.ERROR)

    Graded.name = "graded"
    assert lint(article(), [Graded()]).findings[0].severity is Severity.ERROR
    assert lint(article(), [Graded(severity="suggestion")]).findings[0].severity is Severity.SUGGESTION


def test_fingerprints_survive_moves_and_reflow_and_tell_equals_apart() -> None:
    rule = named("word", "plum")
    one = lint(article("# T\n\nA plum a day.\n\nNo more.\n"), [rule]).findings
    moved = lint(article("# T\n\nNo more.\n\nLines.\n\nA plum\na day.\n"), [rule]).findings
    assert [f.fingerprint for f in one] == [f.fingerprint for f in moved]
    twice = lint(article("# T\n\nA plum a day.\n\nA plum a day.\n"), [rule]).findings
    assert len({f.fingerprint for f in twice}) == 2
    assert twice[0].fingerprint == one[0].fingerprint
    edited = lint(article("# T\n\nA plum a week.\n"), [rule]).findings
    assert edited[0].fingerprint != one[0].fingerprint


def test_findings_come_in_the_order_of_the_text() -> None:
    result = lint(article(), [named("b", "Beta"), named("a", "Alpha"), named("z", "First")])
    assert rules_of(result.findings) == ["z", "a", "b"]
