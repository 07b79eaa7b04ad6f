"""One block per article, one aligned line per finding: the overview before reading `full`."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.screen import Pen, clean, one_line
from presslint.report.tally import closing_lines


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """Articles in the order of the run, those without a shown finding left out."""
    pen = Pen(options)
    for result in run.articles:
        shown = [finding for finding in result.findings if finding.severity >= options.show]
        if not shown:
            continue
        title = clean(one_line(result.title), options)
        yield f"{pen.bold(clean(result.path, options))}  {pen.dim(f'{title} ({result.verdict.value})')}\n"
        places = ["{}:{}".format(*result.start(finding)) for finding in shown]
        column = max(map(len, places))
        rules = max(len(finding.rule) for finding in shown)
        for where, finding in zip(places, shown, strict=True):
            mark = pen.severity(pen.mark(finding.severity), finding.severity)
            rule = clean(finding.rule, options)
            name = pen.link(pen.bold(rule), run.rule(finding.rule).url) + " " * (rules - len(rule))
            yield f"  {where:>{column}}  {mark} {name}  {clean(one_line(finding.message), options)}\n"
        yield "\n"
    for problem in run.problems:
        mark = pen.severity(pen.mark(Severity.ERROR), Severity.ERROR)
        message = clean(one_line(problem.message), options)
        yield f"{pen.bold(clean(problem.place, options))}  {mark} {problem.kind}  {message}\n\n"
    for closing in closing_lines(run, options):
        yield closing + "\n"
