"""GitHub workflow commands: annotations in the diff of a pull request.

The runner shows ten annotations of each level per step and drops the rest without a word, so the
ten are chosen here: one per article in turn, and the last slot says how many there are more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Finding, Severity
from presslint.report import ReportOptions
from presslint.report.screen import harmless
from presslint.report.tally import plural

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
SLOTS = 10  # annotations of a level that the runner shows for one step
LONGEST = 4000  # characters; the runner cuts at 4,096


def data(text: str) -> str:
    """Escape the message of a command."""
    return harmless(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Escape a property of a command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """At most ten commands per level, worst level first; problems are errors and come before all."""
    problems = [_command("error", problem.path, {"line": problem.line, "col": problem.column},
                         problem.kind, problem.message) for problem in run.problems]  # fmt: skip
    for severity in (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION):
        if severity < options.show:
            return
        chosen = in_turn(run.articles, severity)
        lines = problems if severity is Severity.ERROR else []
        lines = lines + [_annotation(result, finding) for result, finding in chosen]
        yield from lines if len(lines) <= SLOTS else lines[: SLOTS - 1]
        if len(lines) > SLOTS:
            more = plural(len(lines) - SLOTS + 1, f"more {severity}")
            yield f"::{LEVELS[severity]} title=presslint::{more}: see the job summary or the log.\n"


def in_turn(results: Sequence[ArticleResult], severity: Severity) -> list[tuple[ArticleResult, Finding]]:
    """New findings of one severity: the first of every article, then the second of every article, …"""
    rounds = [
        (turn, number, result, finding)
        for number, result in enumerate(results)
        for turn, finding in enumerate(found for found in result.findings if found.severity is severity)
    ]
    rounds.sort(key=lambda entry: entry[:2])
    return [(result, finding) for _, _, result, finding in rounds]


def _annotation(result: ArticleResult, finding: Finding) -> str:
    start, end = result.start(finding), result.end(finding)
    where: dict[str, int | None] = {"line": start.line, "endLine": max(start.line, end.line)}
    if start.line == end.line:  # the runner drops columns where the lines differ
        where |= {"col": start.column, "endColumn": end.column}
    message = finding.message
    for fix in finding.fixes:
        message += f"\nfix: {fix.label}"
    return _command(LEVELS[finding.severity], result.path, where, finding.rule, message)


def _command(level: str, path: str, where: dict[str, int | None], title: str, message: str) -> str:
    properties = {"file": value(path), **where, "title": value(f"presslint {title}")}
    listed = ",".join(f"{name}={given}" for name, given in properties.items() if given is not None)
    return f"::{level} {listed}::{data(message[:LONGEST])}\n"
