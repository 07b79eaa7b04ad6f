"""Suppressions: where they hold, and what is said of the useless ones."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from presslint import Article, Finding, Rule
from presslint.engine.lint import Result, lint
from presslint.packs.suppression import RULES
from presslint.reading import read


class Plum(Rule):
    def check(self, article: Article) -> Iterator[Finding]:
        for passage in article.passages:
            for hit, _ in passage.find("plum"):
                yield self.finding(hit, "A plum.")


Plum.name = "plum"


def run(text: str, *, today: date = date(2026, 6, 1), **options: object) -> Result:
    article = next(iter(read(text.encode(), "story.md")))
    rules = [Plum(), *(rule() for rule in RULES if rule.default_on or rule.name in options)]
    known = ["plum", *(rule.name for rule in RULES)]
    return lint(article, rules, known=known, today=today)


BODY = "One plum.\n\nTwo plum.\n\nThree plum.\n"


@pytest.mark.parametrize(
    ("text", "left", "silenced"),
    [
        (f"# T\n\n{BODY}", 3, 0),
        (
            "# T\n\nOne plum.\n\n<!-- presslint: ignore[plum] fruit page -->\n\nTwo plum.\n\nThree plum.\n",
            2,
            1,
        ),
        ("# T\n\nOne plum. <!-- presslint: ignore[plum] fruit page -->\n\nTwo plum.\n", 1, 1),
        ("# T\n\n<!-- presslint: file-ignore[plum] fruit page -->\n\n" + BODY, 0, 3),
        (
            "# T\n\nOne plum.\n\n<!-- presslint: disable[plum] x -->\n\nTwo plum.\n\n"
            "<!-- presslint: enable[plum] -->\n\nThree plum.\n",
            2,
            1,
        ),
        ("---\ntitle: T\npresslint:\n  ignore:\n    plum: fruit page\n---\n\n" + BODY, 0, 3),
        ("---\ntitle: T\npresslint:\n  ignore: [plum]\n---\n\n" + BODY, 0, 3),
        ("# T\n\n<!-- presslint: file-ignore[plum] until=2026-06-01 soon -->\n\n" + BODY, 0, 3),
    ],
)
def test_where_a_suppression_holds(text: str, left: int, silenced: int) -> None:
    result = run(text)
    assert [f.rule for f in result.findings].count("plum") == left
    assert len(result.suppressed) == silenced
    assert all(f.rule == "plum" for f in result.findings), "and nothing is wrong with it"


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("<!-- presslint: ignore[plum] x -->\n\nA pear.\n", "unused-suppression", "Nothing here breaks “plum” any more"),
        ("<!-- presslint: ignore[plumm] x -->\n\nA plum.\n", "unknown-suppression", "no rule “plumm”"),
        ("<!-- presslint: please be quiet -->\n\nA pear.\n", "unknown-suppression", "presslint: ignore[rule-name] reason"),
        ("<!-- presslint: ignore[] x -->\n\nA pear.\n", "unknown-suppression", "name the rules"),
        ("<!-- presslint: ignore[plum] until=soon x -->\n\nA plum.\n", "unknown-suppression", "“soon” is no date"),
        ("<!-- presslint: enable[plum] -->\n\nA pear.\n", "unknown-suppression", "nothing disables “plum”"),
        (
            "<!-- presslint: ignore[plum] until=2026-05-31 x -->\n\nA plum.\n",
            "expired-suppression",
            "ended on 2026-05-31",
        ),
    ],
)  # fmt: skip
def test_useless_suppressions_are_reported_where_they_stand(text: str, rule: str, words: str) -> None:
    text = f"# T\n\n{text}"
    found = [f for f in run(text).findings if f.rule == rule]
    assert [words in f.message for f in found] == [True]
    assert text[found[0].span.start : found[0].span.end].startswith("<!--")


def test_a_reason_is_asked_for_where_the_house_requires_it() -> None:
    text = "# T\n\n<!-- presslint: ignore[plum] -->\n\nA plum.\n"
    assert [f.rule for f in run(text).findings] == []
    rules = {"suppression-without-reason": True}
    assert [f.rule for f in run(text, **rules).findings] == ["suppression-without-reason"]
    assert run(text.replace("plum] ", "plum] a fruit page "), **rules).findings == ()
