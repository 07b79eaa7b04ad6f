"""One line per finding, as editors and problem matchers know it: `path:line:col: severity rule: message`."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.screen import WORDS, Pen, clean, one_line
from presslint.report.tally import closing_lines


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """New findings in the order of the run, problems after them, the summary last."""
    pen = Pen(options)
    for result in run.articles:
        path = clean(result.path, options)
        for finding in result.findings:
            if finding.severity < options.show:
                continue
            line, column = result.start(finding)
            severity = pen.severity(WORDS[finding.severity], finding.severity)
            rule = pen.link(pen.bold(finding.rule), run.rule(finding.rule).url)
            yield f"{path}:{line}:{column}: {severity} {rule}: {clean(one_line(finding.message), options)}\n"
    for problem in run.problems:
        message = clean(one_line(problem.message), options)
        error = pen.severity(WORDS[Severity.ERROR], Severity.ERROR)
        yield f"{clean(problem.place, options)}: {error} {pen.bold(problem.kind)}: {message}\n"
    for closing in closing_lines(run, options):
        yield closing + "\n"
