"""Checkstyle's XML, which most review bots and CI dashboards read."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.xmltext import attributes

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One `<file>` per article, clean ones included; problems as errors of their file."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for result in run.articles:
        yield f"  <file{attributes(name=result.path)}>\n"
        for finding in result.findings:
            line, column = result.start(finding)
            values = attributes(
                line=line,
                column=column,
                severity=LEVELS[finding.severity],
                message=finding.message,
                source=f"presslint.{finding.rule}",
            )
            yield f"    <error{values}/>\n"
        yield "  </file>\n"
    for problem in run.problems:
        values = attributes(
            line=problem.line,
            column=problem.column,
            severity="error",
            message=problem.message,
            source=f"presslint.{problem.kind}",
        )
        yield f"  <file{attributes(name=problem.path)}>\n    <error{values}/>\n  </file>\n"
    yield "</checkstyle>\n"
