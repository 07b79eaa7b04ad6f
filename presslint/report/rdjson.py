"""Reviewdog's diagnostics as one JSON object; see `rdjsonl` for the same line by line."""

from __future__ import annotations

from collections.abc import Iterator

from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps
from presslint.report.rdjsonl import LEVELS, diagnostics


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One object that holds every diagnostic; its severity is that of the worst."""
    worst = Severity.ERROR if run.problems else run.worst
    head = {"source": {"name": "presslint"}, "severity": LEVELS.get(worst, "INFO")}
    yield dumps(head)[:-1] + ', "diagnostics": ['
    separator = "\n"
    for entry in diagnostics(run):
        yield separator + dumps(entry)
        separator = ",\n"
    yield "\n]}\n"
