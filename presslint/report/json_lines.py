"""One JSON object per line and finding, for `jq`, log shippers and tables; the records of `json`."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.report import ReportOptions, records
from presslint.report.jsontext import dumps


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """New and baselined findings (`type` finding), then what could not be read (`type` problem)."""
    for number, result in enumerate(run.articles):
        about = {"key": result.key, "headline": result.headline, "bylines": list(result.bylines)}
        for finding, state in result.states():
            record = records.finding_record(run, number, result, finding, state)
            yield dumps({"type": "finding", **record, **about}) + "\n"
    for problem in records.problem_records(run):
        yield dumps({"type": "problem", **problem}) + "\n"
