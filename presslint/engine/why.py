"""Why an article got what it got: which rules looked, which did not and for what reason, what became of findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from presslint.article import Article
from presslint.engine.lint import Result, lint, reason_to_skip
from presslint.model.finding import Finding
from presslint.packs.rule import Rule


class Fate(Struct, frozen=True):
    """A finding that a rule gave, and what became of it.

    `state` is told, suppressed, hidden (a graver finding explains it) or merged (another says it of the same
    place); `because` is the reason of a suppression or the name of the other rule.
    """

    finding: Finding
    state: str
    because: str = ""


class Look(Struct, frozen=True):
    """What a rule did: it looked, it was skipped for a reason, or it failed with one."""

    rule: str
    outcome: str  # looked | skipped | failed
    reason: str = ""
    fates: tuple[Fate, ...] = ()


def looks(
    article: Article, rules: Sequence[Rule], known: Iterable[str], today: date | None = None
) -> tuple[Look, ...]:
    """What each of the `known` rules did with an article; those not among `rules` are not asked for."""
    names = list(known)
    result = lint(article, rules, known=names, today=today)
    failed = {crash.rule: f"{crash.error} ({crash.place})" for crash in result.crashes}
    by_name = {rule.name: rule for rule in rules}
    found = []
    for name in names:
        rule = by_name.get(name)
        skip = reason_to_skip(rule, article) if rule is not None else None
        if rule is None:
            found.append(Look(name, "skipped", "the config does not ask for it"))
        elif name in failed:
            found.append(Look(name, "failed", failed[name]))
        elif skip is not None:
            found.append(Look(name, "skipped", skip.reason))
        else:
            found.append(Look(name, "looked", "", _fates(rule, result)))
    return tuple(found)


def _fates(rule: Rule, result: Result) -> tuple[Fate, ...]:
    """What became of all that a rule finds, in the order in which it finds it."""
    told = {finding.span for finding in result.findings if finding.rule == rule.name}
    quiet = {each.finding.span: each.reason for each in result.suppressed if each.finding.rule == rule.name}
    found = []
    for finding in rule.check(result.article):
        if finding.span in told:
            found.append(Fate(finding, "told"))
        elif finding.span in quiet:
            found.append(Fate(finding, "suppressed", quiet[finding.span]))
        else:
            found.append(_taken(rule, finding, result))
    # what is told of suppressions is found where they are applied, not by the rules that stand for it
    spans = {fate.finding.span for fate in found}
    found += [
        Fate(each, "told") for each in result.findings if each.rule == rule.name and each.span not in spans
    ]
    return tuple(found)


def _taken(rule: Rule, finding: Finding, result: Result) -> Fate:
    """A finding that is neither told nor suppressed: merged into another, or hidden by one."""
    every = [*result.findings, *(each.finding for each in result.suppressed)]
    host = next((each.rule for each in every if rule.name in each.also and each.span == finding.span), "")
    if host:
        return Fate(finding, "merged", host)
    graver = [name for name in rule.yields_to if any(each.rule == name for each in every)]
    return Fate(finding, "hidden", ", ".join(graver))
