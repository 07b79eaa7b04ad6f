"""One Arrow batch of articles in, one Arrow batch of findings out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]

from presslint.config.config import Config
from presslint.engine.checking import gone_wrong, stop_after
from presslint.engine.library import FindingRecord, check_data, check_text
from presslint.engine.lint import lint
from presslint.model.badvalue import said_by
from presslint.model.finding import Finding, Fix
from presslint.model.problem import FileProblem
from presslint.model.source import SourceError
from presslint.scan.columns import Columns, Row
from presslint.scan.schema import SCHEMA

Record = dict[str, Any]


def lint_batch(
    batch: pa.RecordBatch,
    *,
    columns: Columns,
    config: Config | Mapping[str, Any] | None = None,
    deadline: float | None = None,
) -> pa.RecordBatch:
    """The findings on a batch of articles, row by row, in `SCHEMA`.

    `config` is a config or what a config file would hold; without one, presslint's defaults. `deadline` is in
    seconds for each article. An article that cannot be read or judged is a row of kind `problem`, whatever went
    wrong. Raises ColumnsError for a column that the batch does not have, ConfigError for a config that cannot be
    used.
    """
    columns.check(batch.schema.names)
    config = config if isinstance(config, Config) else Config.from_mapping(config or {})
    config.plan(Path("article"))  # what is wrong with a config is wrong for all rows
    values = batch.select(columns.wanted()).to_pylist()
    rows = [
        record
        for number, row in enumerate(values)
        for record in _judged(row, number, columns, config, deadline)
    ]
    return pa.RecordBatch.from_pylist(rows, schema=SCHEMA)


def _judged(
    row: Mapping[str, Any], number: int, columns: Columns, config: Config, deadline: float | None
) -> Iterator[Record]:
    """The rows that one article gives; never an exception."""
    given = row.get(columns.id)
    name = str(number) if given is None else str(given)
    try:
        found = (
            _whole(row, name, columns, config, deadline)
            if columns.file
            else _fields(row, name, columns, config, deadline)
        )
        yield from list(found)
    except RecursionError:
        yield problem_row(name, FileProblem(name, "nested too deeply to be read"))
    except SourceError as error:
        yield problem_row(name, FileProblem(name, error.reason, error.line, error.column))
    except Exception as error:
        yield problem_row(name, FileProblem(name, f"presslint failed on it ({said_by(error)})", kind="crash"))


# -- whole files -----------------------------------------------------------------------------------


def _whole(
    row: Mapping[str, Any], name: str, columns: Columns, config: Config, deadline: float | None
) -> Iterator[Record]:
    """A row that holds a file under its name."""
    held = row[columns.file]
    if held is None:
        yield problem_row(name, FileProblem(name, "the row has no file", kind="empty"))
        return
    if isinstance(held, bytes):
        result = check_data(held, path=name, config=config, deadline=deadline)
    else:
        result = check_text(held, path=name, config=config, deadline=deadline)
    for finding in result.findings:
        yield finding_row(finding, None, _at(name, finding))
    for quiet in result.suppressed:
        yield finding_row(quiet.finding, quiet.reason, _at(name, quiet.finding))
    for problem in result.problems:
        yield problem_row(name, problem)


def _at(name: str, finding: FindingRecord) -> Record:
    """Where a finding stands in a file."""
    start = finding.start
    at = {"start": start.offset, "end": finding.end.offset, "line": start.line, "column": start.column}
    return {"id": name, "article": finding.article, "field": ""} | at


# -- rows of fields --------------------------------------------------------------------------------


def _fields(
    row: Mapping[str, Any], name: str, columns: Columns, config: Config, deadline: float | None
) -> Iterator[Record]:
    """A row whose columns are the fields of an article."""
    if not str(row[columns.body] or "").strip():
        yield problem_row(name, FileProblem(name, f"“{columns.body}” holds no text", kind="empty"))
        return
    plan = config.plan(Path(name))
    read = Row(row, columns, name)
    article = read.article(plan.reading)
    found = lint(
        article,
        plan.rules,
        known=plan.known,
        today=config.today or date.today(),
        stop=stop_after(deadline, None),
    )
    for finding in found.findings:
        yield finding_row(finding, None, _at_field(name, read, finding))
    for quiet in found.suppressed:
        yield finding_row(quiet.finding, quiet.reason, _at_field(name, read, quiet.finding))
    for problem in gone_wrong(found, name):
        yield problem_row(name, problem)


def _at_field(name: str, read: Row, finding: Finding) -> Record:
    """Where a finding stands in the value of a column."""
    field, span, position = read.place(finding.span)
    at = {"start": span.start, "end": span.end, "line": position.line, "column": position.column}
    return {"id": name, "article": "", "field": field} | at


# -- rows of the table -----------------------------------------------------------------------------


def finding_row(finding: Finding | FindingRecord, reason: str | None, at: Record) -> Record:
    """A finding as a row, with its place `at`; one that is suppressed has a reason, which may be empty."""
    fixes = finding.fixes
    first = fixes[0] if fixes else None
    return at | {
        "kind": "finding" if reason is None else "suppressed",
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "text": finding.text,
        "context": finding.context,
        "fingerprint": finding.fingerprint,
        "reason": reason or "",
        "fix": "" if first is None else first.label if isinstance(first, Fix) else first.message,
    }


def problem_row(name: str, problem: FileProblem) -> Record:
    """What could not be read or judged, as a row."""
    blank: Record = {field.name: "" if field.type == pa.string() else 0 for field in SCHEMA}
    return blank | {
        "id": name,
        "kind": "problem",
        "rule": problem.kind,
        "severity": "error",
        "message": problem.message,
        "line": problem.line or 0,
        "column": problem.column or 0,
    }
