"""The rules on suppressions. What they find is told where suppressions are applied; here they only say so."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.article import Article
from presslint.model.finding import Finding, Severity
from presslint.packs.rule import Bad, Good, Option, Rule


class UnusedSuppression(Rule):
    """A suppression silences a finding that is there.

    A suppression that outlives its finding hides the next one at the same place. It is judged only
    for rules that ran on the whole article.
    """

    severity = Severity.WARNING
    sources = ("practice of code linters: unused directives are reported",)
    examples = (
        Good("# Council cuts night buses\n\nThe council voted on Tuesday.\n"),
        Bad(
            "# Council cuts buses\n\n"
            "[[<!-- presslint: ignore[unknown-suppression] old -->]]\n\nThe council voted.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return iter(())


class UnknownSuppression(Rule):
    """A suppression names rules that exist and is written in the known form.

    A misspelt rule name silences nothing, and its author believes that it does.
    """

    severity = Severity.WARNING
    sources = ("practice of code linters: unknown rules in directives are reported",)
    examples = (
        Good("# Council cuts night buses\n\nThe council voted on Tuesday.\n"),
        Bad(
            "# Council cuts buses\n\n[[<!-- presslint: ignore[no-such-rule] why -->]]\n\nThe council voted.\n"
        ),
        Bad("# Council cuts buses\n\n[[<!-- presslint: shut up -->]]\n\nThe council voted.\n"),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return iter(())


class ExpiredSuppression(Rule):
    """A suppression with an end date is removed or renewed when the date has passed.

    After `until` the suppression no longer silences anything.
    """

    severity = Severity.WARNING
    sources = ("practice of code linters",)
    examples = (
        Good("# Council cuts night buses\n\nThe council voted on Tuesday.\n"),
        Bad(
            "# Council cuts buses\n\n"
            "[[<!-- presslint: ignore[unused-suppression] until=2020-01-01 old -->]]\n\nThe council voted.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return iter(())


class SuppressionWithoutReason(Rule):
    """A suppression says why.

    The next editor has to know whether the reason still holds. Off unless the house requires it.
    """

    severity = Severity.WARNING
    default_on = False
    sources = ("practice of code linters",)
    least: int = Option(1, ge=1, description="The fewest words that count as a reason.")
    examples = (
        Good(
            "# Council cuts buses\n\n"
            "<!-- presslint: ignore[unknown-suppression] the desk agreed -->\n\nThe council voted.\n"
        ),
        Bad(
            "# Council cuts buses\n\n"
            "[[<!-- presslint: ignore[unused-suppression] -->]]\n\nThe council voted.\n"
        ),
    )

    def check(self, article: Article) -> Iterator[Finding]:
        return iter(())


def _named(*rules: type[Rule]) -> tuple[type[Rule], ...]:
    for rule in rules:
        rule.name = "".join(f"-{c.lower()}" if c.isupper() else c for c in rule.__name__).lstrip("-")
        rule.chapter, rule.origin = "suppression", __file__
    return rules


RULES = _named(UnusedSuppression, UnknownSuppression, ExpiredSuppression, SuppressionWithoutReason)
