"""The whole run as one JSON object: the contract for programs, and what `presslint report` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from presslint.engine.run import Run
from presslint.report import ReportOptions, records
from presslint.report.jsontext import dumps

SCHEMA_VERSION = 1  # that of the contract, which is not imported to write a report


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """One object; each article and each finding on a line of its own, so that line tools work."""
    counts = run.counts
    head = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "presslint", "version": run.tool_version},
        "root": run.root,
        "base": run.base,
        "verdict": run.verdict.value,
        "summary": {
            "files": counts.files,
            "articles": counts.articles,
            "words": counts.words,
            "errors": counts.errors,
            "warnings": counts.warnings,
            "suggestions": counts.suggestions,
            "new": counts.new,
            "baselined": counts.baselined,
            "suppressed": counts.suppressed,
            "problems": counts.problems,
            "fixed": counts.fixed,
            "fixable": counts.fixable,
            "fixable_unsafe": counts.fixable_unsafe,
        },
    }
    yield "{\n" + ",\n".join(f"{dumps(key)}: {dumps(value)}" for key, value in head.items())
    yield from _list("findings", records.finding_records(run))
    yield from _list("suppressed", records.suppressed_records(run))
    yield from _list("problems", records.problem_records(run))
    yield from _list("skipped", records.skipped_records(run))
    yield from _list("notices", run.notices)
    yield from _list("failures", run.failures)
    fixed = ({"path": done.path, "rule": done.rule, "count": done.count} for done in run.fixed)
    yield from _list("fixed", fixed)
    yield from _list("articles", records.article_records(run))
    yield from _list("rules", records.rule_records(run))
    yield "\n}\n"


def _list(key: str, items: Iterable[object]) -> Iterator[str]:
    yield f",\n{dumps(key)}: ["
    separator = "\n"
    for item in items:
        yield separator + dumps(item)
        separator = ",\n"
    yield "]" if separator == "\n" else "\n]"
