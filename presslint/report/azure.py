"""Azure Pipelines' logging commands: errors and warnings on the summary page of a build.

Azure knows no third level, so suggestions are plain lines of the log.
"""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.screen import clean, harmless, one_line


def data(text: str) -> str:
    """Escape the message of a command."""
    return harmless(text).replace("%", "%AZP25").replace("\r", "%0D").replace("\n", "%0A")


def value(text: str) -> str:
    """Escape a property of a command."""
    return data(text).replace("]", "%5D").replace(";", "%3B")


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One command per new error or warning and per problem; paths below the root, if that is known."""
    root = "" if run.root in ("", ".") else run.root.rstrip("/") + "/"
    for result in run.articles:
        for finding in result.findings:
            line, column = result.start(finding)
            if finding.severity is Severity.SUGGESTION:
                if options.show <= Severity.SUGGESTION:
                    message = clean(one_line(finding.message), options)
                    place = clean(f"{result.path}:{line}:{column}", options)
                    yield f"presslint: {place}: suggestion {clean(finding.rule, options)}: {message}\n"
                continue
            yield (
                f"##vso[task.logissue type={finding.severity};sourcepath={value(root + result.path)};"
                f"linenumber={line};columnnumber={column};code={value(finding.rule)};]{data(finding.message)}\n"
            )
    for problem in run.problems:
        numbers = f"linenumber={problem.line};" if problem.line else ""
        yield (
            f"##vso[task.logissue type=error;sourcepath={value(root + problem.path)};{numbers}"
            f"code={value(problem.kind)};]{data(problem.message)}\n"
        )
