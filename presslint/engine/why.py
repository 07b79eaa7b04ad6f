"""Why an article got what it got: which rules looked, which did not and for what reason, what became of findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from presslint.article import Article
from presslint.engine.lint import Result, lint, reason_to_skip
from presslint.model.finding import Finding
from presslint.model.source import Span
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


class Seen(Struct, frozen=True):
    """What words were taken for: a name, figure, date, time, day, quotation, cue or claim, and what kind of it."""

    kind: str
    span: Span
    text: str
    note: str = ""


def seen(article: Article) -> list[Seen]:
    """Everything that the article's words were taken for, in order of place."""
    found = [Seen("name", each.passage.span, each.text, each.kind) for each in article.names]
    found += [
        Seen("figure", each.passage.span, each.passage.text, each.form.value) for each in article.figures
    ]
    for each in article.dates:
        note = each.form if each.valid else f"{each.form}, does not exist"
        found.append(Seen("date", each.passage.span, each.text, note))
    found += [Seen("time", each.passage.span, each.text) for each in article.times]
    found += [Seen("day", each.passage.span, each.text) for each in article.days]
    for quotation in article.quotations:
        note = quotation.style if quotation.balanced else f"{quotation.style}, a mark is missing"
        found.append(Seen("quotation", quotation.passage.span, quotation.text, note))
    for cue in article.cues:
        source = f"source “{cue.source.text}”" if cue.source is not None else "no source named"
        found.append(Seen("cue", cue.passage.span, cue.passage.text, f"{cue.level.name.lower()}, {source}"))
    found += [Seen("claim", each.passage.span, each.passage.text, each.kind) for each in article.claims]
    return sorted(found, key=lambda each: (each.span, each.kind))


def looks(
    article: Article,
    rules: Sequence[Rule],
    names: Iterable[str],
    today: date | None = None,
    *,
    every: Iterable[str] = (),
    elsewhere: Mapping[str, str] | None = None,
) -> tuple[Look, ...]:
    """What each rule of `names` did with an article; those not among `rules` are not asked for.

    `every` are the names of all rules there are, as suppressions may name them; `elsewhere` says of rules
    that run on no single article where they do.
    """
    names = list(names)
    result = lint(article, rules, known=[*names, *every], today=today)
    failed = {crash.rule: f"{crash.error} ({crash.place})" for crash in result.crashes}
    by_name = {rule.name: rule for rule in rules}
    found = []
    for name in names:
        rule = by_name.get(name)
        skip = reason_to_skip(rule, article) if rule is not None else None
        if rule is None:
            reason = (elsewhere or {}).get(name, "the config does not ask for it")
            found.append(Look(name, "skipped", reason))
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
