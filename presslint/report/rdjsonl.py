"""Reviewdog's diagnostics, one JSON object per line: comments and suggested changes on a pull request."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from presslint.engine.run import ArticleResult, Run
from presslint.model.finding import Finding, Fix, Severity
from presslint.model.source import Source, Span
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One diagnostic per line."""
    for entry in diagnostics(run):
        yield dumps(entry) + "\n"


def diagnostics(run: Run) -> Iterator[dict[str, Any]]:
    """New findings and problems as reviewdog takes them; columns count bytes of UTF-8."""
    for result in run.articles:
        for finding in result.findings:
            yield _diagnostic(run, result, finding)
    for problem in run.problems:
        location: dict[str, Any] = {"path": problem.path}
        if problem.line:
            location["range"] = {"start": {"line": problem.line}}
        yield {
            "message": problem.message,
            "location": location,
            "severity": "ERROR",
            "source": {"name": "presslint"},
            "code": {"value": problem.kind},
        }


def _diagnostic(run: Run, result: ArticleResult, finding: Finding) -> dict[str, Any]:
    url = run.rule(finding.rule).url
    entry: dict[str, Any] = {
        "message": finding.message,
        "location": {"path": result.path, "range": _range(result.source, finding.span)},
        "severity": LEVELS[finding.severity],
        "source": {"name": "presslint"},
        "code": {"value": finding.rule, **({"url": url} if url else {})},
    }
    suggestions = [
        _suggestion(result.source, fix)
        for fix in finding.fixes
        if fix.edits and fix.applicability != "display" and not finding.places  # far apart: no one stretch
    ]
    if suggestions:
        entry["suggestions"] = suggestions
    others = [(related.span, related.label) for related in finding.see]
    others += [(other.span, "the same here") for other in finding.places]
    related = [
        {"message": label, "location": {"path": result.path, "range": _range(result.source, span)}}
        for span, label in others
    ]
    if related:
        entry["related_locations"] = related
    return entry


def _suggestion(source: Source, fix: Fix) -> dict[str, Any]:
    """A fix as one replacement: reviewdog applies each suggestion by itself, so edits are merged."""
    edits = sorted(fix.edits, key=lambda edit: edit.span)
    whole = Span(edits[0].span.start, max(edit.span.end for edit in edits))
    text, at = "", whole.start
    for edit in edits:
        text += source.text[at : edit.span.start] + edit.text
        at = edit.span.end
    return {"range": _range(source, whole), "text": text + source.text[at : whole.end]}


def _range(source: Source, span: Span) -> dict[str, Any]:
    return {
        side: {"line": source.position(offset).line, "column": source.byte_column(offset)}
        for side, offset in (("start", span.start), ("end", span.end))
    }
