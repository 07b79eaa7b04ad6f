"""The sentences that close a report: how many, in how many articles, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Counts, Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.screen import Pen, clean


def plural(count: int, noun: str) -> str:
    """“1 error”, “2,480 errors”, “3 stories”."""
    if count == 1:
        return f"1 {noun}"
    return f"{count:,} {noun[:-1]}ies" if noun.endswith("y") else f"{count:,} {noun}s"


def by_severity(counts: Counts) -> str:
    """“1 error, 3 warnings”: the severities that occur, worst first."""
    parts = [
        plural(number, word)
        for number, word in (
            (counts.errors, "error"),
            (counts.warnings, "warning"),
            (counts.suggestions, "suggestion"),
        )
        if number
    ]
    return ", ".join(parts)


def known_word(run: Run) -> str:
    """How findings that do not count are told: what they stand in, or that they were there before."""
    return "known before" if run.base else "in the baseline"


def summary(run: Run) -> str:
    """The run in one sentence."""
    counts = run.counts
    of = plural(counts.articles, "article")
    crashed = sum(problem.kind == "rule-crash" for problem in run.problems)
    unread = counts.problems - crashed
    if counts.new:
        text = f"Found {by_severity(counts)} in {counts.flagged:,} of {of}"
    elif counts.articles:
        text = f"Nothing to mend in {of}, {plural(counts.words, 'word')}"
    else:
        text = "No articles read"
    more = [
        f"{number:,} {what}"
        for number, what in (
            (counts.baselined, known_word(run)),
            (counts.suppressed, "suppressed"),
            (unread, "not read" if unread == 1 else "files not read"),
            (crashed, "rule failed" if crashed == 1 else "times a rule failed"),
        )
        if number
    ]
    return f"{text}; {', '.join(more)}." if more else f"{text}."


def closing_lines(run: Run, options: ReportOptions) -> Iterator[str]:
    """The summary and the flags that would help, one line each, so that scripts find them."""
    if not options.summary:
        return
    pen, counts = Pen(options), run.counts
    if counts.fixed:
        yield f"Fixed {plural(counts.fixed, 'finding')}."
    line = clean(summary(run), options)
    yield pen.severity(line, run.worst) if run.worst is Severity.ERROR else pen.bold(line)
    hints = []
    if counts.suggestions and options.show > Severity.SUGGESTION:
        hints.append(
            f"{plural(counts.suggestions, 'suggestion')} not shown; --show suggestion spells them out."
        )
    if counts.fixable or counts.fixable_unsafe:
        hints.append(_fixable(counts))
    yield from map(pen.dim, hints)


def _fixable(counts: Counts) -> str:
    """Which flags would mend how many."""
    if not counts.fixable:
        return f"{counts.fixable_unsafe:,} fixable with --unsafe-fixes."
    unsafe = f"; {counts.fixable_unsafe:,} more with --unsafe-fixes" if counts.fixable_unsafe else ""
    return f"{counts.fixable:,} fixable with --fix{unsafe}."
