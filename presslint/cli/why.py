"""`presslint why FILE[:LINE] [RULE]`: which rules looked, which did not and why, and what they took words for."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from presslint.article import Article
from presslint.cli.arguments import completed
from presslint.cli.parse import clip, file_configs, file_options, no_article
from presslint.cli.parse import place as _place
from presslint.cli.terminal import width
from presslint.engine.why import Look, Seen, looks, seen
from presslint.model.source import Source, Span
from presslint.reading import read
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps
from presslint.report.screen import clean

LINE = re.compile(r"(?P<path>.+?):(?P<line>[1-9]\d{0,8})(?::\d{1,9})?")
NARROW = 60  # columns that a list of names is never set narrower than


@click.command()
@click.argument("place", metavar="FILE[:LINE]", shell_complete=completed("file"))
@click.argument("rule", required=False, shell_complete=completed("rule"))
@file_options
def command(
    place: str,
    rule: str | None,
    as_json: bool,
    format_name: str | None,
    encoding: str | None,
    config_file: Path | None,
) -> None:
    """Say which rules looked at an article, which were skipped and why, and what became of each finding.

    With a line, only what stands there: findings, and what was taken for a name, a figure, a date, a quotation
    or a source. With a rule, only that rule.
    """
    path, line = place_of(place)
    configs = file_configs(format_name, encoding, config_file)
    if not path.is_file():
        raise no_article(path)
    config = configs.for_file(path)
    names = list(config.catalog.rules)
    if rule is not None:
        found = config.catalog.resolve(rule)
        if found is None:
            hint = config.catalog.nearest(rule) or "; `presslint rules` lists them"
            raise click.UsageError(f"no rule “{rule}”{hint}")
        names = [found]
    plan = config.plan(path)
    site_rules = (name for name, each in config.catalog.rules.items() if "site" in each.needs)
    comparing = dict.fromkeys(site_rules, "it compares articles; `presslint check --scope site` asks it")
    for article in read(path.read_bytes(), path.as_posix(), plan.reading):
        told = looks(
            article, plan.rules, names, config.today, every=list(config.catalog.rules), elsewhere=comparing
        )
        if as_json:
            click.echo(dumps(described(article, told, line)))
        else:
            for text in outlined(article, told, line, rule is not None, width(sys.stdout)):
                click.echo(clean(text, ReportOptions()))


def place_of(text: str) -> tuple[Path, int | None]:
    """A file and a line of it; a file that is there under the whole text has no line."""
    match = LINE.fullmatch(text)
    if match is None or Path(text).exists():
        return Path(text), None
    return Path(match["path"]), int(match["line"])


def stands_on(source: Source, span: Span, line: int | None) -> bool:
    """Whether a span touches a line; every span where none is asked for."""
    if line is None:
        return True
    return source.position(span.start).line <= line <= source.position(span.last).line


# -- for people ------------------------------------------------------------------------------------


def outlined(
    article: Article, told: Sequence[Look], line: int | None, is_one_rule: bool, columns: int
) -> Iterator[str]:
    """The answer on a page: the article, what stands there, what rules found, which looked, which did not."""
    source = article.source
    where = f"{source.path}{f':{line}' if line else ''} {article.key}".rstrip()
    language, said_by = article.language_told
    yield f"{where}: {article.format}, {article.story_type}, {language} ({said_by})"
    if not is_one_rule:
        yield from _mentions(
            source, [each for each in seen(article) if stands_on(source, each.span, line)], columns
        )
    yield from _findings(source, told, line, columns)
    if is_one_rule:
        (look,) = told
        yield f"{look.rule} {_outcome(look)}"
        return
    if line is None:
        yield from _rules(told, columns)


def _mentions(source: Source, mentions: Iterable[Seen], columns: int) -> Iterator[str]:
    listed = list(mentions)
    if listed:
        yield "taken for"
    for each in listed:
        note = f"  [{each.note}]" if each.note else ""
        yield f"  {_place(source, each.span):>8}  {each.kind:<10} {clip(each.text, columns - 34)}{note}"


def _findings(source: Source, told: Iterable[Look], line: int | None, columns: int) -> Iterator[str]:
    found = [
        (fate, look.rule)
        for look in told
        for fate in look.fates
        if stands_on(source, fate.finding.span, line)
    ]
    yield "found" if found else "found nothing"
    for fate, rule in sorted(found, key=lambda each: (each[0].finding.span, each[1])):
        because = f" ({fate.because})" if fate.because else ""
        finding = fate.finding
        yield f"  {_place(source, finding.span):>8}  {finding.severity} {rule}: {fate.state}{because}"
        yield f"            {clip(finding.message, columns - 12)}"


def _rules(told: Iterable[Look], columns: int) -> Iterator[str]:
    """The rules by what they did and why, so that a reason is said once."""
    groups: dict[str, list[str]] = {}
    for look in told:
        groups.setdefault(_outcome(look), []).append(look.rule)
    for outcome, names in sorted(groups.items(), key=lambda group: (-len(group[1]), group[0])):
        yield f"{len(names)} {outcome}"
        yield from _wrapped(names, columns)


def _outcome(look: Look) -> str:
    return f"{look.outcome}: {look.reason}" if look.reason else look.outcome


def _wrapped(names: Sequence[str], columns: int) -> Iterator[str]:
    text = "  "
    for name in names:
        if len(text) + len(name) + 2 > max(columns, NARROW) and text.strip():
            yield text.rstrip()
            text = "  "
        text += f"{name}  "
    yield text.rstrip()


# -- for programs ----------------------------------------------------------------------------------


def described(article: Article, told: Sequence[Look], line: int | None) -> dict[str, Any]:
    """The answer as data; spans are code points of the file's text, end-exclusive."""
    source = article.source
    return {
        "path": source.path,
        "key": article.key,
        "line": line,
        "format": article.format,
        "story_type": article.story_type,
        "language": article.language,
        "language_from": article.language_told[1],
        "mentions": [
            {"kind": each.kind, "span": list(each.span), "text": each.text, "note": each.note}
            for each in seen(article)
            if stands_on(source, each.span, line)
        ],
        "rules": [
            {
                "rule": look.rule,
                "outcome": look.outcome,
                "reason": look.reason,
                "findings": [
                    {
                        "state": fate.state,
                        "because": fate.because,
                        "severity": str(fate.finding.severity),
                        "span": list(fate.finding.span),
                        "message": fate.finding.message,
                    }
                    for fate in look.fates
                    if stands_on(source, fate.finding.span, line)
                ],
            }
            for look in told
        ],
    }
