"""GitLab's Code Quality report, shown in the widget and the diff of a merge request.

GitLab compares reports by fingerprint and drops equal ones, and it stops at the first entry it cannot
read; so fingerprints are unique, hold no line numbers, and every entry is complete. Findings of the
baseline are in: GitLab itself subtracts what the target branch already had.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from presslint.engine.run import Run
from presslint.model.finding import Severity
from presslint.report import ReportOptions
from presslint.report.jsontext import dumps

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(run: Run, options: ReportOptions = ReportOptions()) -> Iterator[str]:
    """A JSON array, one entry per line."""
    yield "["
    separator = "\n"
    seen: dict[str, int] = {}
    for entry in _entries(run):
        identity = "\x1f".join(map(str, entry.pop("identity")))
        seen[identity] = seen.get(identity, -1) + 1
        digest = sha256(f"{identity}\x1f{seen[identity]}".encode("utf-8", "surrogatepass"))
        entry["fingerprint"] = digest.hexdigest()[:32]
        yield separator + dumps(entry)
        separator = ",\n"
    yield "\n]\n"


def _entries(run: Run) -> Iterator[dict[str, Any]]:
    for result in run.articles:
        for finding, _ in result.states():
            first, last = result.start(finding).line, result.end(finding).line
            yield {
                "description": f"{finding.rule}: {finding.message}",
                "check_name": finding.rule,
                "identity": (result.path, result.key, finding.rule, finding.fingerprint or finding.text),
                "severity": LEVELS[finding.severity],
                "location": {"path": result.path, "lines": {"begin": first, "end": max(first, last)}},
            }
    for problem in run.problems:
        yield {
            "description": f"{problem.kind}: {problem.message}",
            "check_name": problem.kind,
            "identity": (problem.path, problem.kind, problem.message),
            "severity": "blocker",
            "location": {
                "path": problem.path,
                "lines": {"begin": problem.line or 1, "end": problem.line or 1},
            },
        }
