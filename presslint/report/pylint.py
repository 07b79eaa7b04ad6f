"""Pylint's parseable lines, `path:line: [rule] message`, for tools that read those."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.report import ReportOptions
from presslint.report.screen import clean, one_line


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """New findings, then problems; nothing else, so that every line parses."""
    for result in run.articles:
        for finding in result.findings:
            if finding.severity >= options.show:
                line = result.start(finding).line
                message = clean(one_line(finding.message), options)
                yield f"{clean(result.path, options)}:{line}: [{clean(finding.rule, options)}] {message}\n"
    for problem in run.problems:
        message = clean(one_line(problem.message), options)
        yield f"{clean(problem.path, options)}:{problem.line or 1}: [{problem.kind}] {message}\n"
