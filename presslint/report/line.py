"""Vale's lines, `path:line:column:Rule:message`, for tools that read those; all levels, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.report import ReportOptions
from presslint.report.screen import clean, one_line


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """New findings of every level, in the order of the run; then problems, as lines of the same shape."""
    for result in run.articles:
        path = clean(result.path, options)
        for finding in result.findings:
            line, column = result.start(finding)
            rule, message = clean(finding.rule, options), clean(_with_blanks(finding.message), options)
            yield f"{path}:{line}:{column}:{rule}:{message}\n"
    for problem in run.problems:
        place = f"{clean(problem.path, options)}:{problem.line or 1}:{problem.column or 1}"
        yield f"{place}:{problem.kind}:{clean(one_line(problem.message), options)}\n"


def _with_blanks(message: str) -> str:
    """A message on one line, each of its blanks kept: what a rule of Vale's quotes may be blanks."""
    return "".join(" " if sign.isspace() else sign for sign in message)
