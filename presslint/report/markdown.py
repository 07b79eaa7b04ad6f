"""A report in Markdown, to read, to send, or to paste under a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import ArticleResult, Run, Verdict
from presslint.model.finding import Finding, Severity
from presslint.report import ReportOptions, gfm
from presslint.report.screen import MARKS, also_at
from presslint.report.tally import plural, summary

BADGES = {
    Verdict.FIX: MARKS[Severity.ERROR],
    Verdict.ASK: MARKS[Severity.WARNING],
    Verdict.PUBLISH: "✔",
}
AROUND = 80  # characters of the sentence that are shown on either side of a hit


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """The verdict, then one section per article that has something to show."""
    yield f"# {gfm.text(options.title or 'Desk report')}: {run.verdict.value}\n\n"
    day = f" {options.today.isoformat()}." if options.today else ""
    yield f"{gfm.text(summary(run))}{day}\n"
    for notice in (*run.failures, *run.notices):
        yield f"\n> {gfm.text(notice)}\n"
    for problem in run.problems:
        kind, message = gfm.text(problem.kind), gfm.text(problem.message)
        yield f"\n- {MARKS[Severity.ERROR]} **{kind}** {gfm.code(problem.place)}: {message}\n"
    for result in run.articles:
        yield from _article(run, result, options)


def _article(run: Run, result: ArticleResult, options: ReportOptions) -> Iterator[str]:
    shown = [finding for finding in result.findings if finding.severity >= options.show]
    if not shown:
        return
    yield f"\n## {BADGES[result.verdict]} {gfm.text(result.title)}\n\n"
    details = [gfm.code(result.path), f"**{result.verdict.value}**"]
    details += [gfm.text(part) for part in (result.byline, result.section, result.published[:10]) if part]
    yield " · ".join(details) + "\n\n"
    for finding in shown:
        yield from _finding(run, result, finding)
    hidden = len(result.findings) - len(shown)
    if hidden:
        yield f"- {MARKS[Severity.SUGGESTION]} {plural(hidden, 'suggestion')} not shown\n"


def _finding(run: Run, result: ArticleResult, finding: Finding) -> Iterator[str]:
    rule = gfm.link(gfm.text(finding.rule), run.rule(finding.rule).url)
    where = gfm.text(finding.place) if finding.place else f"line {result.start(finding).line}"
    also = also_at(result, finding)
    if also:
        where += f" (also {gfm.text(also)})"
    severity = f"{MARKS[finding.severity]} **{finding.severity}**"
    yield f"- {severity}, {where}: {gfm.text(finding.message)} ({rule})\n"
    sentence = marked_sentence(finding)
    if sentence:
        yield f"  > {sentence}\n"
    for fix in finding.fixes:
        yield f"  - {'fix' if fix.applicability != 'display' else 'idea'}: {gfm.text(fix.label)}\n"


def marked_sentence(finding: Finding) -> str:
    """The sentence of a finding, its words in bold, cut on either side; empty if they are not in it."""
    words, context = finding.text, finding.context
    if not words.strip() or words not in context or context == words:
        return ""
    before, _, behind = context.partition(words)
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].split(" ", 1)[-1]
    if len(behind) > AROUND:
        behind = behind[:AROUND].rsplit(" ", 1)[0] + "…"
    lead = gfm.text(before) + (" " if before[-1:].isspace() else "")
    tail = (" " if behind[:1].isspace() else "") + gfm.text(behind)
    inner = words.strip()
    return f"{lead}<b>{gfm.text(inner)}</b>{tail}"
