"""The job summary of a GitHub workflow: the whole report as tables, worst first.

GitHub drops a summary of more than a mebibyte altogether, so it ends within a budget and says what
was left out.
"""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import ArticleResult, Run, Verdict
from presslint.model.finding import Finding, Severity
from presslint.report import ReportOptions, gfm
from presslint.report.github import in_turn
from presslint.report.markdown import BADGES
from presslint.report.screen import MARKS
from presslint.report.tally import plural, summary

BUDGET = 900_000  # bytes
MOST_ARTICLES = 200  # rows of the table of verdicts
ORDER = (Verdict.FIX, Verdict.ASK, Verdict.PUBLISH)


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """The report, at most `BUDGET` bytes of UTF-8."""
    room = BUDGET - 200  # for the last line
    left = run.counts.new + len(run.articles)
    for piece, weight in _pieces(run, options):
        room -= len(piece.encode("utf-8", "replace"))
        if room < 0:
            yield f"\n{plural(left, 'more row')} left out here; the log has them all.\n"
            return
        left -= weight
        yield piece


def _pieces(run: Run, options: ReportOptions) -> Iterator[tuple[str, int]]:
    """Pieces of the summary with the number of articles and findings that each one tells of."""
    yield f"## {BADGES[run.verdict]} presslint: {run.verdict.value}\n\n{gfm.text(summary(run))}\n\n", 0
    for notice in (*run.failures, *run.notices):
        yield f"> {gfm.text(notice)}\n\n", 0
    for problem in run.problems:
        yield f"- {MARKS[Severity.ERROR]} {gfm.code(problem.place)} {gfm.text(problem.message)}\n", 0
    yield from _verdicts(run)
    for severity in (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION):
        yield from _findings(run, severity)


def _verdicts(run: Run) -> Iterator[tuple[str, int]]:
    flagged = [result for result in run.articles if result.findings]
    flagged.sort(
        key=lambda found: (ORDER.index(found.verdict), -found.count(Severity.ERROR), -len(found.findings))
    )
    clean = len(run.articles) - len(flagged)
    if flagged:
        yield "\n| Verdict | Article | Errors | Warnings | Suggestions |\n|---|---|--:|--:|--:|\n", 0
    for result in flagged[:MOST_ARTICLES]:
        counts = " | ".join(
            str(result.count(level)) for level in (Severity.ERROR, Severity.WARNING, Severity.SUGGESTION)
        )
        details = " · ".join([gfm.code(result.path), *([gfm.text(result.byline)] if result.bylines else [])])
        badge = f"{BADGES[result.verdict]} {result.verdict.value}"
        yield f"| {badge} | **{gfm.text(result.title)}**<br>{details} | {counts} |\n", 1
    more = len(flagged) - MOST_ARTICLES
    if more > 0:
        yield f"\n{plural(more, 'more article')} with findings.\n", more
    if clean:
        yield f"\n{BADGES[Verdict.PUBLISH]} {plural(clean, 'article')} without new findings.\n", clean


def _findings(run: Run, severity: Severity) -> Iterator[tuple[str, int]]:
    found = in_turn(run.articles, severity)
    if not found:
        return
    title = f"{MARKS[severity]} {plural(len(found), str(severity))}"
    folded = severity is Severity.SUGGESTION
    yield f"\n<details><summary>{title}</summary>\n" if folded else f"\n### {title}\n", 0
    yield "\n| Where | What is wrong | Rule |\n|---|---|---|\n", 0
    for result, finding in found:
        yield _row(run, result, finding), 1
    if folded:
        yield "\n</details>\n", 0


def _row(run: Run, result: ArticleResult, finding: Finding) -> str:
    line = result.start(finding).line
    where = f"{result.path}, {finding.place}" if finding.place else f"{result.path}:{line}"
    message = gfm.text(finding.message)
    for fix in finding.fixes:
        message += f"<br>fix: {gfm.text(fix.label)}"
    rule = gfm.link(gfm.text(finding.rule), run.rule(finding.rule).url)
    return f"| {gfm.code(where)} | {message} | {rule} |\n"
